import { holds, type Part } from '../ledger/claim';
import { slipExplains } from '../ledger/plausible';
import type { Term } from '../ledger/term';
import { totalKind, type Grid, type GridCell, type GridRow } from './grid';
import { formulaSums } from './row-formulas';
import {
  addsUp,
  areAlike,
  halfStep,
  isIncluded,
  isLarge,
  partsIn,
  readingsOf,
  type PartRow,
  type Reading,
} from './sum-readings';
import { once } from '../text/once';
import { isDifference, isRate } from './table-columns';

/** A total in a table and the cells that make it. */
export interface TableSum {
  readonly total: Term;
  readonly parts: readonly Part[];
  readonly along: 'column' | 'row' | 'difference';
  /** No other sum of the same rows bears this reading of the table out. */
  readonly alone?: true;
}

/**
 * The sums that a table states. What belongs to a total is read from the figures themselves: of the rows that could be
 * its parts (those above it, those below it, those since the last subtotal, the subtotals, …) the choice stands under
 * which most columns add up. A table none of whose columns adds up under any choice is not understood, and nothing is
 * said about it, unless it has one column of figures and its total is named.
 */
export const tableSums: (grid: Grid) => readonly TableSum[] = once((grid) => [
  ...columnSums(grid),
  ...rowSums(grid),
  ...formulaSums(grid),
  ...differences(grid),
]);

// --- Down the columns

function* columnSums(grid: Grid): Iterable<TableSum> {
  const { rows } = grid;
  const columns = additiveColumns(grid);
  if (columns.length === 0) return;
  const kinds = kindsOf(rows, columns);
  const found: (TableSum & { column: number })[] = [];
  for (const [at, row] of rows.entries()) {
    const isLast = at === rows.length - 1;
    // `**Net sales**` above rows of nothing but rates.
    const isLastSum = row.bold && at >= 2 && rows.slice(at + 1).every((one) => isOfRates(one, columns));
    const kind = kinds[at] ?? (row.label === '' ? null : isLast || isLastSum ? (row.bold ? 'bold' : 'unnamed') : null);
    if (kind === null) continue;
    for (const chosen of readingsOf(rows, kinds, at, columns))
      found.push(...inReading(rows, row, kind, columns, chosen));
  }
  // A column in which no sum of several holds, beside columns in which they do, has rates or means in its total rows.
  for (const column of new Set(found.map((one) => one.column))) {
    const own = found.filter((one) => one.column === column);
    const fails = own.filter(({ total, parts }) => !holds({ kind: 'sum', total, parts })).length;
    const isOdd =
      fails === own.length &&
      found.some((one) => one.column !== column) &&
      (own.length >= 3 || isOtherMeasure(rows, column, columns, own));
    if (!isOdd) yield* own;
  }
}

/**
 * What the rows' labels say they are. `All regions` under three regions may be what goes to all of them alike: it is no total
 * where the one that follows adds up with it.
 */
function kindsOf(rows: readonly GridRow[], columns: readonly number[]): readonly ('total' | 'subtotal' | null)[] {
  const kinds = rows.map((row) => totalKind(row.label));
  const isCommon = (at: number): boolean => kinds[at] === 'total' && /^all /i.test(rows[at]!.label);
  const last = kinds.lastIndexOf('total');
  if (!rows.some((_, at) => at < last && isCommon(at)) || isCommon(last)) return kinds;
  const without = kinds.map((kind, at) => (isCommon(at) ? null : kind));
  const [reading] = readingsOf(rows, without, last, columns);
  return reading !== undefined && reading.held > 0 && reading.failed === 0 ? without : kinds;
}

const isOfRates = ({ cells }: GridRow, columns: readonly number[]): boolean =>
  columns.every((column) => !cells[column]?.term || cells[column].kind === 'percent');

function* inReading(
  rows: readonly GridRow[],
  row: GridRow,
  kind: 'total' | 'subtotal' | 'bold' | 'unnamed',
  columns: readonly number[],
  { parts, held, failed }: Reading,
): Iterable<TableSum & { column: number }> {
  // `England` under its regions: only the figures tell that the last row is their sum.
  if (kind === 'unnamed' && (failed > 1 || countTelling(rows, row, parts, columns) < 2)) return;
  const single = failed === 1 && held === 0;
  if (held === 0 && !(single && kind !== 'bold' && isPlain(rows, parts))) return;
  if (kind === 'bold' && held < failed) return;
  if (held > 0 && failed > held) return;
  for (const column of columns) {
    const total = row.cells[column]?.term;
    const own = partsIn(rows, parts, column);
    if (!total || own.length < 2 || !areAlike(rows, rows.indexOf(row), parts, column)) continue;
    if (!addsUp(row.cells[column]!, rows, parts, column) && looksLikeMean(row.cells[column]!, rows, parts, column))
      continue;
    yield { total, parts: own, along: 'column', column, ...(held === 0 ? { alone: true } : {}) };
  }
}

/** Figures with decimals beside columns of whole numbers, and sums that no slip explains: rates without a heading. */
const isOtherMeasure = (
  rows: readonly GridRow[],
  column: number,
  columns: readonly number[],
  sums: readonly TableSum[],
): boolean => {
  const isWhole = (at: number): boolean =>
    rows.every((row) => !row.cells[at]?.term || !row.cells[at].text.includes('.'));
  return (
    !isWhole(column) &&
    columns.every((other) => other === column || isWhole(other)) &&
    sums.every(({ total, parts }) => !slipExplains(total, parts))
  );
};

/** Sums of three or more rows that hold and are too large to do so by chance. */
const countTelling = (
  rows: readonly GridRow[],
  row: GridRow,
  parts: readonly PartRow[],
  columns: readonly number[],
): number =>
  columns.filter((column) => {
    const cell = row.cells[column];
    return cell?.term && isLarge(cell) && partsIn(rows, parts, column).length >= 3 && addsUp(cell, rows, parts, column);
  }).length;

/** An average stands in the total row: it lies among its parts, where a sum of several cannot. */
function looksLikeMean(total: GridCell, rows: readonly GridRow[], parts: readonly PartRow[], column: number): boolean {
  const values = parts.flatMap(({ at }) => {
    const cell = rows[at]!.cells[column];
    return cell?.term ? [cell.value] : [];
  });
  if (values.some((value) => value < 0)) return false;
  return total.value <= Math.max(...values);
}

/** Nothing in the rows tells that they overlap or leave something out. */
const isPlain = (rows: readonly GridRow[], parts: readonly PartRow[]): boolean =>
  parts.every(({ at }) => !isIncluded(rows[at]!.label) && rows[at]!.label !== '');

/** Columns whose figures can be added: not rates, prices, averages, ranks or running numbers. */
function additiveColumns(grid: Grid): number[] {
  return grid.headers.flatMap((header, column) => {
    const cells = grid.rows.flatMap((row) => (row.cells[column]?.term ? [row.cells[column]] : []));
    if (cells.length < Math.min(2, grid.rows.length) || isRate(header, cells)) return [];
    if (isNumbering(header, cells) || areYears(cells)) return [];
    return [column];
  });
}

/** A first column of years is a label, whatever it looks like. */
const areYears = (cells: readonly GridCell[]): boolean =>
  cells.length >= 2 && cells.every(({ text }) => /^(?:19|20)\d\d년?$/.test(text));

/** `No.`, `순번`, or 1, 2, 3 in the first columns. */
function isNumbering(header: string, cells: readonly GridCell[]): boolean {
  if (/^(?:no\.?|#|nr\.?|s\/n|rank|순번|연번|번호|순위)$/i.test(header.trim())) return true;
  return header.trim() === '' && cells.every((cell, index) => cell.value === index + 1);
}

// --- Along the rows

/** A column named as a total, and the columns that make it in most rows. */
function* rowSums(grid: Grid): Iterable<TableSum> {
  const { headers, rows } = grid;
  const usable = additiveColumns(grid).filter((column) => !isDifference(headers[column]!));
  for (const total of usable) {
    if (usable.length < 3) continue;
    const isNamed = totalKind(headers[total]!) !== null || isWholePeriod(headers, usable, total);
    if (!isNamed && total !== usable.at(-1)) continue;
    const others = ofOneKind(grid, total, usable);
    const left = others.filter((column) => column < total);
    const right = others.filter((column) => column > total);
    const periods = others.filter((column) => partOfYear.test(headers[column]!) || oneYear.test(headers[column]!));
    const runs = [
      left,
      right,
      others,
      run(left.slice().reverse(), headers),
      run(right, headers),
      ...(isNamed ? [periods] : []),
    ];
    let best: { columns: readonly number[]; held: number; failed: number } | null = null;
    for (const columns of runs) {
      if (columns.length < 2) continue;
      let held = 0;
      let failed = 0;
      for (const row of rows) {
        const cell = row.cells[total];
        const count = columns.filter((column) => row.cells[column]?.term).length;
        if (!cell?.term || count < 2) continue;
        if (rowAddsUp(row, cell, columns)) held++;
        else failed++;
      }
      if (best === null || held > best.held) best = { columns, held, failed };
    }
    if (best === null || best.failed > Math.max(1, best.held / 2)) continue;
    // A single row bears nothing out: there all its figures must be parts, and a slip of the pen explain the difference.
    const isAlone = rows.length === 1 && isNamed && usable.length >= 4;
    if (best.held === 0 && !isAlone) continue;
    if (!isNamed && !isSumByFigures(rows, total, best)) continue;
    for (const row of rows) {
      const cell = row.cells[total];
      if (isRunning.test(row.label)) continue;
      const parts = best.columns.flatMap((column): Part[] => {
        const term = row.cells[column]?.term;
        return term ? [{ term, sign: 1 }] : [];
      });
      if (!cell?.term || cell.kind === 'percent' || parts.length < 2) continue;
      if (best.held > 0 || slipExplains(cell.term, parts)) yield { total: cell.term, parts, along: 'row' };
    }
  }
}

/** What has come together up to each column, and not in it. */
const isRunning = /누적|누계|\bcumulative\b|\brunning total\b|\bto date\b/i;

/**
 * The columns that can be parts of a total: `2.0` posts stand beside `$120,000` and are no money. Where the total and one of
 * the others bear a sign of money in their cells, those without are something else.
 */
function ofOneKind({ rows }: Grid, total: number, usable: readonly number[]): number[] {
  const others = usable.filter((column) => column !== total);
  const isSigned = (column: number): boolean => rows.some(({ cells }) => /\p{Sc}/u.test(cells[column]?.text ?? ''));
  if (!isSigned(total)) return others;
  const signed = others.filter(isSigned);
  return signed.length === 0 ? others : signed;
}

const partOfYear =
  /^(?:(?:FY\s?)?(?:19|20)\d\d\s)?(?:Q[1-4]|H[12]|[1-4]Q|[1-4]\/4|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:quarter|half)|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter|[1-4]분기|상반기|하반기|\d{1,2}월)/i;
const oneYear = /^(?:FY\s?)?(?:19|20)\d\d(?:[-–/]\d\d)?\s?년?(?:도)?$/;
const wholeYear =
  /^(?:(?:the )?(?:full |whole )?year|annual|yearly|12 months|(?:FY\s?)?(?:19|20)\d\d(?:[-–/]\d\d)?|연간|년간)\b/i;
const severalYears =
  /^(?:(?:19|20)\d\d\s?(?:[-–~/]|to)\s?(?:20)?\d\d|(?:two|three|four|five|six|seven|eight|\d)[ -]years?|(?:plan|programme|whole|full) (?:period|plan|programme)|period|\d개년)/i;

/** `Q1 | Q2 | Q3 | Q4 | Year`, `2026 | 2027 | 2028 | 2026–2028`: the whole of the periods that stand before it. */
function isWholePeriod(headers: readonly string[], usable: readonly number[], total: number): boolean {
  const parts = usable.filter((column) => column !== total);
  const header = headers[total]!;
  return (
    (wholeYear.test(header) && parts.filter((column) => partOfYear.test(headers[column]!)).length >= 2) ||
    (severalYears.test(header) && parts.filter((column) => oneYear.test(headers[column]!)).length >= 2)
  );
}

/** A last column without a name that is the sum of three or more others in nearly all rows. */
const isSumByFigures = (
  rows: readonly GridRow[],
  total: number,
  { columns, held, failed }: { readonly columns: readonly number[]; readonly held: number; readonly failed: number },
): boolean =>
  columns.length >= 3 &&
  held >= 2 &&
  failed <= 1 &&
  rows.filter((row) => {
    const cell = row.cells[total];
    return cell?.term && isLarge(cell) && rowAddsUp(row, cell, columns);
  }).length >= 2;

/** Columns next to the total as far as no other total begins. */
function run(columns: readonly number[], headers: readonly string[]): number[] {
  const stop = columns.findIndex((column) => totalKind(headers[column]!) !== null);
  return stop < 0 ? [...columns] : columns.slice(0, stop);
}

function rowAddsUp(row: GridRow, total: GridCell, columns: readonly number[]): boolean {
  let sum = 0;
  let slack = halfStep(total);
  for (const column of columns) {
    const cell = row.cells[column];
    if (!cell?.term) continue;
    sum += cell.value;
    slack += halfStep(cell);
  }
  return Math.abs(sum - total.value) <= slack * (1 + 1e-9);
}

// --- Differences of two columns

/** A column that is the difference of two others in most rows: `2025 | 2026 | 증감`. */
function* differences(grid: Grid): Iterable<TableSum> {
  const { headers, rows } = grid;
  const columns = additiveColumns(grid);
  for (const difference of columns) {
    if (!isDifference(headers[difference]!)) continue;
    let best: { from: number; to: number; held: number; failed: number } | null = null;
    for (const from of columns) {
      for (const to of columns) {
        if (from === to || from === difference || to === difference) continue;
        let held = 0;
        let failed = 0;
        for (const { cells } of rows) {
          const [a, b, d] = [cells[from], cells[to], cells[difference]];
          if (!a?.term || !b?.term || !d?.term) continue;
          if (Math.abs(b.value - a.value - d.value) <= (halfStep(a) + halfStep(b) + halfStep(d)) * (1 + 1e-9)) held++;
          else failed++;
        }
        if (best === null || held > best.held) best = { from, to, held, failed };
      }
    }
    if (best === null || best.held < 2 || best.failed > Math.max(1, best.held / 2)) continue;
    for (const { cells } of rows) {
      const [a, b, d] = [cells[best.from]?.term, cells[best.to]?.term, cells[difference]?.term];
      if (a && b && d) {
        yield {
          total: d,
          parts: [
            { term: b, sign: 1 },
            { term: a, sign: -1 },
          ],
          along: 'difference',
        };
      }
    }
  }
}
