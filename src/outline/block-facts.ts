import type { Block } from '../text/block';
import { once } from '../text/once';
import { contentsLine, type ContentsLine } from './contents-line';
import { countsIn } from './count';
import { headOf, type Head } from './head';
import type { Marker } from './marker';
import type { Declared } from './outline';
import { markerOf } from './read-marker';

/** What a block says by itself, wherever it stands: a block that an edit leaves alone is not read again. */
export interface BlockFacts {
  /** Of headings, paragraphs and items. */
  readonly marker: Marker | null;
  /** What it is as the head of a part; null where it begins none. */
  readonly head: Head | null;
  /** What it is as a line of a table of contents; null where it begins no part. */
  readonly line: ContentsLine | null;
  readonly counts: readonly Declared[];
}

/** The facts of one block, worked out when first asked for. */
export const factsOf: (block: Block) => BlockFacts = once((block: Block): BlockFacts => {
  const { kind } = block;
  const marker = kind === 'heading' || kind === 'paragraph' || kind === 'item' ? markerOf(block) : null;
  const head = headOf(block, marker);
  return { marker, head, line: head === null ? null : contentsLine(head), counts: countsIn(block) };
});

/** The marker at the head of a block, or null. */
export const readMarker = (block: Block): Marker | null => factsOf(block).marker;
