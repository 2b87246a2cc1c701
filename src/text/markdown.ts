import type { Block } from './block';
import { readPlain } from './plain';

/** Markdown → blocks. */
export const readMarkdown = (source: string): Block[] => readPlain(source);
