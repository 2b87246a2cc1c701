import type { Figure } from '../figures/figure';
import type { Block } from '../text/block';
import { readingOffset, sourceSpan, type Reading } from '../text/reading';
import type { Span } from '../text/span';

/**
 * One stretch of repaired text with the figures in it: a block, or one cell of a table. Checks that look at the words
 * around figures work here, in the offsets of `text`, and go back to the source with `span`.
 */
export interface Passage {
  readonly block: Block;
  /** Index in `plan.blocks`. */
  readonly index: number;
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly text: string;
  /** In order of start. */
  readonly figures: readonly Placed[];
  /** The source span of `text.slice(start, end)`. */
  readonly span: (start: number, end: number) => Span;
}

/** A figure and where it stands in its passage's text. */
export interface Placed<T extends Figure = Figure> extends Span {
  readonly figure: T;
}

/** The passages of a block, the `index`th of the plan, with the figures in it. */
export function passagesOf(block: Block, index: number, figures: readonly Figure[]): Passage[] {
  if (block.table === null) return [passageOf(block, index, null, block.reading, figures)];
  const found: Passage[] = [];
  let at = 0;
  for (const [row, { cells }] of block.table.rows.entries()) {
    for (const cell of cells) {
      const inCell: Figure[] = [];
      for (; figures[at] !== undefined && figures[at]!.start < cell.end; at++)
        if (figures[at]!.start >= cell.start) inCell.push(figures[at]!);
      found.push(passageOf(block, index, { row, column: cell.column }, cell.reading, inCell));
    }
  }
  return found;
}

function passageOf(
  block: Block,
  index: number,
  cell: Passage['cell'],
  reading: Reading,
  figures: readonly Figure[],
): Passage {
  return {
    block,
    index,
    cell,
    text: reading.text,
    figures: figures.map((figure) => ({
      figure,
      start: readingOffset(reading, figure.start),
      end: readingOffset(reading, figure.end - 1) + 1,
    })),
    span: (start, end) => sourceSpan(reading, start, end),
  };
}
