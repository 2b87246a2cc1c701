import { gapOf, type Layout } from './layout';
import type { Line } from './line';
import type { Cell, Row, Table } from './table';
import { columnsOf, isSpace } from './space';
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
  let from = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && source.charCodeAt(i) !== 9) continue;
    cells.push(trimmed(source, from, i));
    from = i + 1;
  }
  return cells.length >= 2 ? cells : null;
};

/** Columns aligned by spaces: at least three lines that agree, or two whose second holds figures. */
function aligned(source: string, lines: readonly Line[], first: number, layout: Layout) {
  const found: { line: Line; cells: (Span & { left: number; right: number })[] }[] = [];
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > first && gapOf(line, layout) > 0) break;
    const cells = line.columns ? spacedCells(source, line) : [];
    if (cells.length < 2) break;
    found.push({ line, cells });
  }
  if (found.length < 2) return null;
  const counts = found.map(({ cells }) => cells.length);
  const columns = Math.max(...counts.slice(0, 200));
  const rich = counts.filter((count) => count === columns).length;
  const figures = found
    .slice(1)
    .some(({ cells }) =>
      cells.slice(1).some((cell) => /^[△▲+\-−(]?[\d.,]+%?\)?$/.test(source.slice(cell.start, cell.end))),
    );
  if (columns < 3 && !(columns === 2 && figures && found.length >= 3)) return null;
  if (!figures && (found.length < 3 || rich < found.length * 0.6)) return null;
  const widest = found.find(({ cells }) => cells.length === columns)!.cells;
  const rows = found.map(({ line, cells }) =>
    rowOf(source, line, cells.length === columns ? cells : placed(cells, widest)),
  );
  return { table: { rows, columns, headerRows: 0, origin: 'aligned' as const }, lines: found.length };
}

function spacedCells(source: string, line: Line): (Span & { left: number; right: number })[] {
  const cells: (Span & { left: number; right: number })[] = [];
  let column = line.indent;
  let from = line.start;
  let left = column;
  let last = line.start;
  let right = column;
  for (let i = line.start; i < line.end; i++) {
    const code = source.charCodeAt(i);
    const width = columnsOf(code);
    if (!isSpace(code)) {
      if (i - last > 2 && i > from) {
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

/** Cells of a row with blanks, each under the column that it overlaps or stands nearest to; blanks stay empty. */
function placed<T extends Span & { left: number; right: number }>(cells: readonly T[], columns: readonly T[]): Span[] {
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
