import Big from 'big.js';
import { holds, type Part } from '../ledger/claim';
import { slipExplains } from '../ledger/plausible';
import type { Term } from '../ledger/term';
import { totalKind, type Grid, type GridCell, type GridRow } from './grid';
import { formulaSums } from './row-formulas';
import { once } from '../text/once';
import { isDifference, isRate } from './table-columns';

/** A total in a table and the cells that make it. */
export interface TableSum {
  readonly total: Term;
  readonly parts: readonly Part[];
  /** What makes this reading of the table sure: how many of its sums hold. */
  readonly along: 'column' | 'row' | 'difference';
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
  if (held > 0 && failed > held + 1) return;
  for (const column of columns) {
    const total = row.cells[column]?.term;
    const own = partsIn(rows, parts, column);
    if (!total || own.length < 2) continue;
    if (!addsUp(row.cells[column]!, rows, parts, column) && looksLikeMean(row.cells[column]!, rows, parts, column))
      continue;
    yield { total, parts: own, along: 'column', column };
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

/** A sum of so many of its last units is seldom made by chance. */
const isLarge = ({ term }: GridCell): boolean =>
  term !== null && term.value.abs().gte(new Big(term.numeral.step).abs().times(30));

interface PartRow {
  readonly at: number;
  readonly sign: 1 | -1;
}

/** Rows that may make a total, and the number of columns that add up with them and that do not. */
interface Reading {
  readonly parts: readonly PartRow[];
  readonly held: number;
  readonly failed: number;
}

/**
 * The rows that make the total at `at`: the choice under which most columns add up; ties go to the first choice. The rows
 * right above are told as well where another column bears them out: receipts equal both their own parts and what they
 * are spent on.
 */
function readingsOf(
  rows: readonly GridRow[],
  kinds: readonly ('total' | 'subtotal' | null)[],
  at: number,
  columns: readonly number[],
): Reading[] {
  let best: Reading | null = null;
  let above: Reading | null = null;
  for (const parts of choices(rows, kinds, at)) {
    let held = 0;
    let failed = 0;
    for (const column of columns) {
      const cell = rows[at]!.cells[column];
      if (!cell?.term || partsIn(rows, parts, column).length < 2) continue;
      if (addsUp(cell, rows, parts, column)) held++;
      else failed++;
    }
    if (held + failed === 0) continue;
    if (above === null && held > 0 && failed <= held && parts.every((part) => part.at < at))
      above = { parts, held, failed };
    if (best === null || held > best.held) best = { parts, held, failed };
  }
  if (best === null) return [];
  return above === null || above.parts === best.parts || best.held === above.held ? [best] : [best, above];
}

/** What a total may be made of, the likeliest first. */
function choices(rows: readonly GridRow[], kinds: readonly ('total' | 'subtotal' | null)[], at: number): PartRow[][] {
  const found: PartRow[][] = [];
  const add = (indices: readonly number[]): void => {
    const part = (index: number): PartRow => ({ at: index, sign: isTakenOff(rows[index]!) ? -1 : 1 });
    const parts = indices.filter((index) => index !== at).map(part);
    if (parts.length >= 2) found.push(parts);
    const without = parts.filter(({ at: index }) => !isIncluded(rows[index]!.label));
    if (without.length >= 2 && without.length < parts.length) found.push(without);
  };
  if (rows.length * kinds.length > mostPairs && countTotals(kinds) > fewTotals) {
    const [first, last] = [neighbour(kinds, at, -1), neighbour(kinds, at, 1)];
    add(between(first, at));
    add(between(at, last));
    return found;
  }
  const all = rows.map((_, index) => index);
  const leaves = all.filter((index) => kinds[index] === null);
  const above = (index: number): boolean => index < at;
  const below = (index: number): boolean => index > at;
  const previous = all.filter((index) => above(index) && kinds[index] !== null).at(-1) ?? -1;
  const next = all.find((index) => below(index) && kinds[index] !== null) ?? rows.length;
  const sinceLast = leaves.filter((index) => index > previous && above(index));
  const untilNext = leaves.filter((index) => below(index) && index < next);
  const subtotals = all.filter((index) => kinds[index] === 'subtotal');
  const totals = all.filter((index) => kinds[index] !== null && index !== at);
  const isTotal = kinds[at] !== 'subtotal';

  if (!isTotal) {
    add(sinceLast);
    add(untilNext);
    add(sinceHeading(rows, sinceLast));
  } else {
    if (subtotals.length >= 2) {
      add([...subtotals.filter(above), ...sinceLast]);
      add(subtotals.filter(above));
      add([...subtotals.filter(below), ...looseBelow(leaves, subtotals, at)]);
      add(subtotals.filter(below));
    }
    add(leaves.filter(above));
    add(leaves.filter(below));
    add(sinceLast);
    add(untilNext);
    add(totals.filter(above));
    add(totals.filter(below));
    add([...totals.filter(above), ...sinceLast]);
    add(sinceHeading(rows, sinceLast));
  }
  return found;
}

/** Beyond so many rows with so many totals each total is read with the rows next to it alone: time stays in bounds. */
const mostPairs = 1_000_000;
const fewTotals = 20;

const countTotals = (kinds: readonly unknown[]): number => kinds.filter((kind) => kind !== null).length;

/** The next row that bears a total's name, or where the table ends. */
function neighbour(kinds: readonly unknown[], at: number, step: 1 | -1): number {
  let index = at + step;
  while (index >= 0 && index < kinds.length && kinds[index] === null) index += step;
  return index;
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index);

/** Leaf rows after the last subtotal that stands below a leading total: they belong to no subtotal. */
const looseBelow = (leaves: readonly number[], subtotals: readonly number[], at: number): number[] =>
  leaves.filter((index) => index > at && subtotals.every((subtotal) => subtotal > index));

/** Rows after the last row without figures, which heads a group. */
function sinceHeading(rows: readonly GridRow[], indices: readonly number[]): number[] {
  const heading = indices.filter((index) => rows[index]!.cells.every((cell) => !cell?.term)).at(-1);
  return heading === undefined ? [] : indices.filter((index) => index > heading);
}

const partsIn = (rows: readonly GridRow[], parts: readonly PartRow[], column: number): Part[] =>
  parts.flatMap(({ at, sign }) => {
    const term = rows[at]!.cells[column]?.term;
    return term ? [{ term, sign }] : [];
  });

/** Whether the printed figures add up, within rounding. */
function addsUp(total: GridCell, rows: readonly GridRow[], parts: readonly PartRow[], column: number): boolean {
  let sum = 0;
  let slack = halfStep(total);
  for (const { at, sign } of parts) {
    const cell = rows[at]!.cells[column];
    if (!cell?.term) continue;
    sum += sign * cell.value;
    slack += halfStep(cell);
  }
  return Math.abs(sum - total.value) <= slack * (1 + 1e-9);
}

const halfStep = ({ term }: GridCell): number =>
  term === null ? 0 : Number(term.interval.high.minus(term.interval.low).toString()) / 2;

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

/** `of which`, `이 중`: counted in the row above already. */
const isIncluded = (label: string): boolean =>
  /^(?:[-–·*(↳└]*\s*)?(?:of which|thereof|including|incl\.|among|이\s?중|그\s?중|※)/i.test(label) ||
  /^[-–·↳└]/.test(label);

/** `Less: fee income | (47.5)` bears its sign in its figures. */
const isTakenOff = ({ label, cells }: GridRow): boolean =>
  isDeduction(label) && !cells.some((cell) => cell !== null && cell.value < 0);

const isDeduction = (label: string): boolean => /^(?:less\b|minus\b|deduct|\(-\)|\(−\)|△|공제|차감)/i.test(label);

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
      const parts = best.columns.flatMap((column): Part[] => {
        const term = row.cells[column]?.term;
        return term ? [{ term, sign: 1 }] : [];
      });
      if (!cell?.term || cell.kind === 'percent' || parts.length < 2) continue;
      if (best.held > 0 || slipExplains(cell.term, parts)) yield { total: cell.term, parts, along: 'row' };
    }
  }
}

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
