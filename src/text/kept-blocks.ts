import { fromBothEnds } from './both-ends';
import { withOwnText } from './own-text';
import { distanceOf, shiftBlock, type Block, type Mark } from './block';
import type { Join } from './reading';
import type { Span } from './span';
import type { Steps } from './steps';
import type { Cell, Table } from './table';

/**
 * The blocks of a source as those before an edit, wherever the two agree: from the first on, and from the last back. The
 * result reads as `blocks` does; what was worked out of a block or its reading before goes with it.
 *
 * A block in its old place stays the same object; one further on in the document keeps its reading's `pieces`.
 */
export function* keepBlocks(blocks: readonly Block[], before: readonly Block[]): Steps<Block[]> {
  const kept = [...blocks];
  const keep = (from: number, to: number): boolean => {
    const known = before[from]!;
    const by = distanceOfSame(known, blocks[to]!);
    if (by === null) return false;
    if (known.reading.pieces !== blocks[to]!.reading.pieces) kept[to] = shiftBlock(known, by);
    return true;
  };
  const { first, last } = yield* fromBothEnds(before.length, blocks.length, keep);
  for (let at = first; at < last; at++) kept[at] = withOwnText(kept[at]!);
  return kept;
}

/** How much further on the one stands than the other, in code units, where all else of them is the same; else null. */
export function distanceOfSame(before: Block, block: Block): number | null {
  if (before.reading.pieces === block.reading.pieces) return block.start - before.start;
  return isLaidOutAlike(before, block) ? distanceOf(before, block) : null;
}

/** Whether two blocks are of one kind and stand the same way. */
const isLaidOutAlike = (a: Block, b: Block): boolean =>
  a.kind === b.kind &&
  a.depth === b.depth &&
  a.indent === b.indent &&
  a.bold === b.bold &&
  a.gap === b.gap &&
  sameMark(a.mark, b.mark, b.start - a.start) &&
  sameJoins(a.reading.joins, b.reading.joins) &&
  (a.table === null ? b.table === null : b.table !== null && areAlike(a.table, b.table, b.start - a.start));

const sameMark = (a: Mark | null, b: Mark | null, by: number): boolean =>
  a === null || b === null ? a === b : a.text === b.text && isMoved(a, b, by);

const sameJoins = (a: readonly Join[] | undefined, b: readonly Join[] | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every(({ at, kind }, index) => at === b[index]!.at && kind === b[index]!.kind));

/** Whether two tables whose cells read the same are of one shape, the second `by` code units further on. */
const areAlike = (a: Table, b: Table, by: number): boolean =>
  a.columns === b.columns &&
  a.headerRows === b.headerRows &&
  a.origin === b.origin &&
  a.rows.length === b.rows.length &&
  a.rows.every((row, r) => {
    const other = b.rows[r]!;
    return (
      isMoved(row, other, by) &&
      row.cells.length === other.cells.length &&
      row.cells.every((cell, c) => isSameCell(cell, other.cells[c]!, by))
    );
  });

const isSameCell = (a: Cell, b: Cell, by: number): boolean =>
  isMoved(a, b, by) && a.bold === b.bold && sameJoins(a.reading.joins, b.reading.joins);

const isMoved = (a: Span, b: Span, by: number): boolean => b.start - a.start === by && b.end - a.end === by;
