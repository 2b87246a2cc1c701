import { isShifted, shiftReading, type Reading } from './reading';
import { shift, type Span } from './span';
import type { Table } from './table';

/**
 * What a stretch of the source is. Markdown and plain text become the same blocks; together they cover every
 * character that is to be read, in order, without overlap.
 *
 * - `heading`    a heading, marked (`## …`) or recognised (a short line set off from the text)
 * - `paragraph`  running text
 * - `item`       a list item or a bulleted line of a Korean plan; its marker is not part of the reading
 * - `table`      cells, each with its own reading; its own reading is empty
 * - `quote`      a paragraph of a block quotation
 * - `furniture`  menus, breadcrumbs, page numbers, licence lines: kept in place, read for nothing
 * - `code`       code, HTML, mathematics: read for nothing
 * - `matter`     front matter
 * - `directive`  a `<!-- planlint-… -->` comment
 */
export type BlockKind =
  'heading' | 'paragraph' | 'item' | 'table' | 'quote' | 'furniture' | 'code' | 'matter' | 'directive';

/** A block's mark as written, without the space after it: `1.`, `□`, `-`, `①`, `가.`. */
export interface Mark extends Span {
  readonly text: string;
}

export interface Block extends Span {
  readonly kind: BlockKind;
  /** Headings: 1 to 6 where the source says so, 0 where only the layout makes it a heading. Items: nesting from 0. */
  readonly depth: number;
  /** Columns of white space before the block's first character (a full-width character counts two). */
  readonly indent: number;
  readonly mark: Mark | null;
  readonly reading: Reading;
  readonly table: Table | null;
  /** Whether all of its text is bold. */
  readonly bold: boolean;
  /** ISO 639-1 code of the language that it is written in, told from its letters. */
  readonly language: string;
  /** Blank lines between this block and the one before it, as the source's layout counts them: 0 is the next line. */
  readonly gap: number;
}

/** Kinds whose text the recognisers read. */
export const isRead = (block: Block): boolean =>
  block.kind === 'heading' ||
  block.kind === 'paragraph' ||
  block.kind === 'item' ||
  block.kind === 'quote' ||
  block.kind === 'table';

/** The same block for the same source further on in the document: every position in it moves by `by` code units. */
export function shiftBlock(block: Block, by: number): Block {
  if (by === 0) return block;
  const { mark, table } = block;
  return {
    ...shift(block, by),
    reading: shiftReading(block.reading, by),
    mark: mark === null ? null : shift(mark, by),
    table:
      table === null
        ? null
        : {
            ...table,
            rows: table.rows.map((row) => ({
              ...shift(row, by),
              cells: row.cells.map((cell) => ({ ...shift(cell, by), reading: shiftReading(cell.reading, by) })),
            })),
          },
  };
}

/**
 * How much further on `block` stands than `before`, in code units, where the two read the same: everything that is found
 * in the one stands in the other, so far on. Null where they read differently.
 */
export function distanceOf(before: Block, block: Block): number | null {
  if (before === block) return 0;
  const by = block.start - before.start;
  const isSame =
    block.end - before.end === by &&
    block.language === before.language &&
    isShifted(before.reading, block.reading, by) &&
    (block.table === null
      ? before.table === null
      : before.table !== null && isSameTable(before.table, block.table, by));
  return isSame ? by : null;
}

const isSameTable = (before: Table, table: Table, by: number): boolean =>
  table.rows.length === before.rows.length &&
  table.rows.every((row, r) => {
    const cells = before.rows[r]!.cells;
    return (
      row.cells.length === cells.length &&
      row.cells.every((cell, c) => cell.column === cells[c]!.column && isShifted(cells[c]!.reading, cell.reading, by))
    );
  });
