import type { Figure } from '../figures/figure';
import type { Block } from '../text/block';
import { once } from '../text/once';
import { readingOffset, sourceSpan, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { Cell } from '../text/table';

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
  /** The same passage where it was first seen, further up or down in the document; null: this is it. */
  readonly home: Passage | null;
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
    home: null,
  };
}

/** The passages of a block as those that were read where it first stood; the figures stand in the same places of the text. */
export function movedPassages(
  homes: readonly Passage[],
  block: Block,
  index: number,
  figures: readonly Figure[],
): Passage[] {
  let next = 0;
  return homes.map((home): Passage => {
    const own = home.figures.map((placed) => ({ ...placed, figure: figures[next++]! }));
    const { cell } = home;
    const reading = cell === null ? block.reading : cellAt(block, cell).reading;
    return { ...home, block, index, figures: own, span: (start, end) => sourceSpan(reading, start, end), home };
  });
}

const cellAt = ({ table }: Block, { row, column }: NonNullable<Passage['cell']>): Cell =>
  table!.rows[row]!.cells.find((cell) => cell.column === column)!;

/** What is worked out of a passage's own words, in offsets of its text: once, wherever the passage moves. */
export function onceInText<T extends object>(work: (passage: Passage) => T): (passage: Passage) => T {
  const known = once(work);
  return (passage) => known(passage.home ?? passage);
}
