import type { Block } from '../text/block';
import { once } from '../text/once';
import type { Piece } from '../text/reading';
import { shift } from '../text/span';
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

/** The facts of one block, worked out when first asked for; where it stood before an edit they are moved with it. */
export const factsOf: (block: Block) => BlockFacts = once((block: Block): BlockFacts => {
  const { reading, start } = block;
  const before = known.get(reading.pieces);
  if (before?.text === reading.text && before.kind === block.kind) return moved(before.facts, start - before.start);
  const facts = readFacts(block);
  known.set(reading.pieces, { text: reading.text, kind: block.kind, start, facts });
  return facts;
});

/** The facts of a block where it was first read, by the pieces of its reading, which stay with it when it moves. */
const known = new WeakMap<
  readonly Piece[],
  { readonly text: string; readonly kind: Block['kind']; readonly start: number; readonly facts: BlockFacts }
>();

function readFacts(block: Block): BlockFacts {
  const { kind } = block;
  const marker = kind === 'heading' || kind === 'paragraph' || kind === 'item' ? markerOf(block) : null;
  const head = headOf(block, marker);
  return { marker, head, line: head === null ? null : contentsLine(head), counts: countsIn(block) };
}

/** The same facts, `by` code units further on. */
function moved(facts: BlockFacts, by: number): BlockFacts {
  if (by === 0 || (facts.marker === null && facts.counts.length === 0)) return facts;
  const marker = facts.marker && { ...facts.marker, span: shift(facts.marker.span, by) };
  const head = facts.head && { ...facts.head, marker };
  return { ...facts, marker, head, counts: facts.counts.map((count) => shift(count, by)) };
}

/** The marker at the head of a block, or null. */
export const readMarker = (block: Block): Marker | null => factsOf(block).marker;
