import type { Block } from '../text/block';
import type { Pieces } from '../text/reading';
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
  /** What the block was, and where it began, when it was read. */
  readonly kind: Block['kind'];
  readonly readAt: number;
}

/** The facts of one block, worked out when first asked for; where it stood before an edit they are moved with it. */
export function factsOf(block: Block): BlockFacts {
  const { reading, start, kind } = block;
  const before = known.get(reading.pieces);
  if (before?.kind === kind && (before.readAt === start || isAnywhere(before))) return before;
  const facts = before?.kind === kind ? moved(before, start - before.readAt) : readFacts(block);
  known.set(reading.pieces, facts);
  return facts;
}

/** By the pieces of a block’s reading, which are its own and stay with it when it moves: its facts where it stood last. */
const known = new WeakMap<Pieces, BlockFacts>();

/** Facts without a place. */
const isAnywhere = ({ marker, counts }: BlockFacts): boolean => marker === null && counts.length === 0;

function readFacts(block: Block): BlockFacts {
  const { kind } = block;
  const marker = kind === 'heading' || kind === 'paragraph' || kind === 'item' ? markerOf(block) : null;
  const head = headOf(block, marker);
  return {
    marker,
    head,
    line: head === null ? null : contentsLine(head),
    counts: countsIn(block),
    kind,
    readAt: block.start,
  };
}

/** The same facts, `by` code units further on. */
function moved(facts: BlockFacts, by: number): BlockFacts {
  const marker = facts.marker && { ...facts.marker, span: shift(facts.marker.span, by) };
  const head = facts.head && { ...facts.head, marker };
  const counts = facts.counts.map((count) => shift(count, by));
  return { ...facts, marker, head, counts, readAt: facts.readAt + by };
}

/** The marker at the head of a block, or null. */
export const readMarker = (block: Block): Marker | null => factsOf(block).marker;
