import { finish } from '../../src/text/steps';
import type { Block } from '../../src/text/block';
import { blocksOf, readPassages } from '../../src/text/passages';

/** Markdown → blocks, at one go. */
export const readMarkdown = (source: string): Block[] => blocksOf(finish(readPassages(source)));
