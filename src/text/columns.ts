import { gapOf, type Layout } from './layout';
import type { Line } from './line';
import type { Cell, Row, Table } from './table';
import { spreadWords } from '../language/korean-labels';
import { columnsOf, isHangul, isLineEnd, isSpace } from './space';
import type { Span } from './span';
import { readSpan } from './wrap';

/**
 * A table of plain text that begins at a line: columns of tabs, columns aligned by two or more spaces, or cells between
 * upright bars. `lines` is how many lines it takes.
 */
export function tableAt(
  source: string,
  lines: readonly Line[],
  first: number,
  layout: Layout,
): { readonly table: Table; readonly lines: number } | null {
  return (
    cut(source, lines, first, layout, barred, 'aligned') ??
    cut(source, lines, first, layout, tabbed, 'tabs') ??
    aligned(source, lines, first, layout)
  );
}

type Cut = (source: string, line: Span) => Span[] | null;

/** Consecutive lines that a separator cuts into cells. */
function cut(
  source: string,
  lines: readonly Line[],
  first: number,
  layout: Layout,
  cellsOf: Cut,
  origin: Table['origin'],
) {
  const rows: Row[] = [];
  let at = first;
  let headerRows = 0;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > first && gapOf(line, layout) > 0) break;
    if (cellsOf === barred && isRule(source, line)) {
      if (rows.length === 1) headerRows = 1;
      continue;
    }
    const cells = line.columns ? cellsOf(source, line) : null;
    if (cells === null) break;
    rows.push(rowOf(source, line, cells));
  }
  const columns = widest(rows);
  if (rows.length < 2 || columns < 2) return null;
  return { table: { rows, columns, headerRows, origin }, lines: at - first };
}

/** `| a | b |`, with or without the outer bars. */
const barred: Cut = (source, line) => {
  const bars: number[] = [];
  for (let i = line.start; i < line.end; i++) if (source.charCodeAt(i) === 0x7c) bars.push(i);
  const opens = bars[0] === line.start;
  const closes = bars.at(-1) === line.end - 1;
  if (bars.length < (opens && closes ? 3 : 2) && !(opens && bars.length > 1)) return null;
  const edges = [...(opens ? [] : [line.start - 1]), ...bars, ...(closes ? [] : [line.end])];
  return edges.slice(1).map((edge, i) => trimmed(source, edges[i]! + 1, edge));
};

const isRule = (source: string, line: Span): boolean =>
  /^[|:+\-=\s]+$/.test(source.slice(line.start, Math.min(line.end, line.start + 400)));

const tabbed: Cut = (source, line) => {
  if (!source.slice(line.start, line.end).includes('\t')) return null;
  const cells: Span[] = [];
  // A row may begin with an empty cell.
  let from = line.start;
  while (from > 0 && isSpace(source.charCodeAt(from - 1))) from--;
  for (let i = from; i <= line.end; i++) {
    if (i < line.end && source.charCodeAt(i) !== 9) continue;
    const cell = trimmed(source, from, i);
    cells.push(cell.end < line.start ? { start: line.start, end: line.start } : cell);
    from = i + 1;
  }
  return cells.length >= 2 ? cells : null;
};

/** A cell with the columns that it takes on its line. */
interface PlacedCell extends Span {
  readonly left: number;
  readonly right: number;
}

interface SpacedRow {
  readonly line: Line;
  readonly cells: readonly PlacedCell[];
}

/** How many lines tell whether a table begins: so that a text of two spaces after each full stop is not read over and over. */
const SAMPLE = 30;

/** Columns aligned by spaces: lines whose cells stand under each other. */
function aligned(source: string, lines: readonly Line[], first: number, layout: Layout) {
  const sample = spacedRows(source, lines, first, SAMPLE, layout);
  if (!isAligned(source, sample)) return null;
  const found = sample.length < SAMPLE ? sample : spacedRows(source, lines, first, Infinity, layout);
  const widest = found.reduce((most, row) => (row.cells.length > most.cells.length ? row : most)).cells;
  const rows = found.map(({ line, cells }) =>
    rowOf(source, line, cells.length === widest.length ? cells : placed(cells, widest)),
  );
  return {
    table: { rows, columns: widest.length, headerRows: 0, origin: 'aligned' as const },
    lines: found.length,
  };
}

function spacedRows(source: string, lines: readonly Line[], first: number, most: number, layout: Layout): SpacedRow[] {
  const rows: SpacedRow[] = [];
  for (let at = first; at < lines.length && rows.length < most; at++) {
    const line = lines[at]!;
    if (at > first && gapOf(line, layout) > 0) break;
    const cells = line.columns ? spacedCells(source, line) : [];
    if (cells.length < 2) break;
    rows.push({ line, cells });
  }
  return rows;
}

/**
 * Whether rows are those of a table: most have all columns, in one place, and no cell reads as a sentence. Without
 * figures it takes three rows, and with two columns three rows and figures.
 */
function isAligned(source: string, rows: readonly SpacedRow[]): boolean {
  if (rows.length < 2) return false;
  const widest = rows.reduce((most, row) => (row.cells.length > most.cells.length ? row : most)).cells;
  const columns = widest.length;
  const complete = rows.filter(({ cells }) => cells.length === columns);
  const inPlace = complete.filter(({ cells }) => cells.every((cell, c) => overlap(cell, widest[c]!)));
  if (inPlace.length < complete.length * 0.8) return false;
  const ragged = rows.filter(({ cells }) => cells.length < columns).flatMap((row) => row.cells);
  const edged = ragged.filter((cell) => widest.some((column) => sharesEdge(cell, column)));
  if (edged.length < ragged.length * 0.8) return false;
  const cells = rows.flatMap((row) => row.cells);
  const sentences = cells.filter(
    (cell) => cell.end - cell.start > 60 || /[.!?]$/.test(source.slice(cell.end - 1, cell.end)),
  );
  if (sentences.length > cells.length * 0.25) return false;
  const inner = rows.slice(1).flatMap((row) => row.cells.slice(1));
  const figures = inner.filter((cell) => isFigure(source, cell)).length >= Math.max(1, inner.length * 0.3);
  if (columns < 3) return rows.length >= 3 && (figures || isTimetable(source, rows));
  return figures
    ? rows.length === 2 || complete.length >= rows.length * 0.3
    : rows.length >= 3 && complete.length >= rows.length * 0.6;
}

/** `17 October 2025      Applications close`: a date or its year at the head of nearly every line. */
const isTimetable = (source: string, rows: readonly SpacedRow[]): boolean =>
  rows.filter(
    ({ cells: [first] }) =>
      first !== undefined && first.end - first.start <= 28 && dated.test(source.slice(first.start, first.end)),
  ).length >=
  rows.length * 0.8;

const dated = /\b(?:19|20)\d\d(?:[-/–]\d{2,4})?$|^(?:19|20)\d\d\b|^\d{1,2} [A-Z][a-z]{2,8}$|^[A-Z][a-z]{2,8} \d{1,2}$/;

const isFigure = (source: string, cell: Span): boolean =>
  cell.end - cell.start < 24 && /^[△▲+\-−(]?[$€£¥₩]?[\d.,]+%?\)?$/.test(source.slice(cell.start, cell.end));

const sharesEdge = (a: PlacedCell, b: PlacedCell): boolean =>
  Math.abs(a.left - b.left) < 2 || Math.abs(a.right - b.right) < 2;

const overlap = (a: PlacedCell, b: PlacedCell): boolean => a.left <= b.right + 1 && b.left <= a.right + 1;

function spacedCells(source: string, line: Line): PlacedCell[] {
  const cells: PlacedCell[] = [];
  let column = line.indent;
  let from = line.start;
  let left = column;
  let last = line.start;
  let right = column;
  for (let i = line.start; i < line.end; i++) {
    const code = source.charCodeAt(i);
    const width = columnsOf(code);
    if (!isSpace(code)) {
      if (i - last > 2 && i > from && !isSpreadWord(source, from, last, i)) {
        cells.push({ start: from, end: last + 1, left, right });
        from = i;
        left = column;
      }
      last = i;
      right = column + width;
    }
    column += width;
  }
  cells.push({ start: from, end: last + 1, left, right });
  return cells;
}

/** `합    계`: a word of two syllables spread over its column, as Korean tables write their labels. */
function isSpreadWord(source: string, from: number, last: number, next: number): boolean {
  if (from !== last || !isHangul(source.charCodeAt(from)) || !isHangul(source.charCodeAt(next))) return false;
  return isSpaceAt(source, next + 1) && spreadWords.has(source[from]! + source[next]!);
}

const isSpaceAt = (source: string, at: number): boolean =>
  at >= source.length || isSpace(source.charCodeAt(at)) || isLineEnd(source.charCodeAt(at));

/** Cells of a row with blanks, each under the column that it overlaps or stands nearest to; blanks stay empty. */
function placed(cells: readonly PlacedCell[], columns: readonly PlacedCell[]): Span[] {
  const result: Span[] = [];
  let next = 0;
  for (const cell of cells) {
    let best = next;
    let distance = Infinity;
    for (let c = next; c < columns.length; c++) {
      const gap =
        Math.max(columns[c]!.left - cell.right, cell.left - columns[c]!.right, 0) * 100 +
        Math.abs(columns[c]!.right - cell.right);
      if (gap < distance) {
        distance = gap;
        best = c;
      }
    }
    while (result.length < best) result.push({ start: cell.start, end: cell.start });
    result.push(cell);
    next = best + 1;
  }
  return result;
}

function rowOf(source: string, line: Span, spans: readonly Span[]): Row {
  const cells = spans.map(({ start, end }, column): Cell => ({
    start,
    end,
    column,
    reading: readSpan(source, { start, end }),
    bold: false,
  }));
  return { start: line.start, end: line.end, cells };
}

const widest = (rows: readonly Row[]): number => rows.reduce((most, row) => Math.max(most, row.cells.length), 0);

function trimmed(source: string, start: number, end: number): Span {
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return { start, end };
}
