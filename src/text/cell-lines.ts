import { gapOf, type Layout } from './layout';
import type { Line } from './line';
import type { Row, Table } from './table';
import { readSpan } from './wrap';

/** Columns of the widest cell and the most columns of a table that is looked for. */
const WIDEST = 40;
/** Of a name that figures follow, one for each column: its row is sure. */
const WIDEST_NAME = 64;
const MOST = 9;

/**
 * A table that was copied one cell a line, where its shape is sure: a head of names or years, then at least two rows,
 * each of a name and as many figures as the head has further columns.
 *
 *     구분            구분 | 2025년 | 2026년
 *     2025년          도로 |     40 |     52
 *     2026년    →     하천 |     64 |     72
 *     도로
 *     40
 *     52
 *     …
 */
export function cellLinesAt(
  source: string,
  lines: readonly Line[],
  first: number,
  layout: Layout,
): { readonly table: Table; readonly lines: number } | null {
  const isCell = (index: number, widest = WIDEST): boolean => {
    const line = lines[index];
    return line !== undefined && line.width <= widest && (index === first || gapOf(line, layout) === 0);
  };
  if (!isCell(first) || isFigure(source, lines[first]!)) return null;
  let figure = first + 1;
  while (figure - first <= MOST + 1 && isCell(figure) && !isFigure(source, lines[figure]!)) figure++;
  const columns = figure - 1 - first;
  if (columns < 3 || columns > MOST || !isCell(figure)) return null;
  const rows: Row[] = [rowOf(source, lines, first, columns)];
  let at = figure - 1;
  while (isRow(source, lines, at, columns, isCell)) {
    rows.push(rowOf(source, lines, at, columns));
    at += columns;
  }
  // What follows must not go on with figures: then the columns were miscounted.
  if (rows.length < 3 || (isCell(at) && isFigure(source, lines[at]!))) return null;
  return { table: { rows, columns, headerRows: 1, origin: 'lines' }, lines: at - first };
}

/** Whether a row stands there: a name, then figures to the last column. */
function isRow(
  source: string,
  lines: readonly Line[],
  at: number,
  columns: number,
  isCell: (index: number, widest?: number) => boolean,
): boolean {
  if (!isCell(at, WIDEST_NAME) || isFigure(source, lines[at]!)) return false;
  for (let c = 1; c < columns; c++) if (!isCell(at + c) || !isFigure(source, lines[at + c]!)) return false;
  return true;
}

/** `1,290`, `△3`, `(12.0)`, `45%`, `-`; years and `$000` head a column. */
function isFigure(source: string, { start, end }: Line): boolean {
  if (end - start > 16) return false;
  const text = source.slice(start, end);
  return /^(?:[△▲▽+\-−–(]{0,2}[$€£¥₩]?\d[\d,.]*\)?%?|[-–])$/.test(text) && !/^(?:(?:19|20)\d\d|[$€£¥₩]000)$/.test(text);
}

const rowOf = (source: string, lines: readonly Line[], at: number, columns: number): Row => {
  const cells = lines.slice(at, at + columns);
  return {
    start: cells[0]!.start,
    end: cells.at(-1)!.end,
    cells: cells.map(({ start, end }, column) => ({
      start,
      end,
      column,
      reading: readSpan(source, { start, end }),
      bold: false,
    })),
  };
};
