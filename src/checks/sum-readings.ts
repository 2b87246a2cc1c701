import Big from 'big.js';
import type { Part } from '../ledger/claim';
import { once } from '../text/once';
import type { GridCell, GridRow } from './grid';
import { isRate } from './table-columns';

/** A row among the parts of a total, added or taken off. */
export interface PartRow {
  readonly at: number;
  readonly sign: 1 | -1;
}

/** Rows that may make a total, and the number of columns that add up with them and that do not. */
export interface Reading {
  readonly parts: readonly PartRow[];
  readonly held: number;
  readonly failed: number;
}

/**
 * The rows that make the total at `at`: the choice under which most columns add up; ties go to the first choice. Where that
 * leaves a column over, the rows next to the total under which every column adds up. The rows right above are told as well
 * where another column bears them out: receipts equal both their own parts and what they are spent on.
 */
export function readingsOf(
  rows: readonly GridRow[],
  kinds: readonly ('total' | 'subtotal' | null)[],
  at: number,
  columns: readonly number[],
): Reading[] {
  let best: Reading | null = null;
  let above: Reading | null = null;
  const all = choices(rows, kinds, at);
  for (const parts of [...all, ...all.flatMap((parts) => withoutRates(rows, parts))]) {
    let held = 0;
    let failed = 0;
    for (const column of columns) {
      const cell = rows[at]!.cells[column];
      if (!cell?.term || !areAlike(rows, at, parts, column) || partsIn(rows, parts, column).length < 2) continue;
      if (addsUp(cell, rows, parts, column)) held++;
      else failed++;
    }
    // Beyond the choices: told only where a column bears it out.
    if (held + failed === 0 || (held === 0 && !all.includes(parts))) continue;
    if (above === null && held > 0 && failed <= held && parts.every((part) => part.at < at))
      above = { parts, held, failed };
    if (best === null || held > best.held) best = { parts, held, failed };
  }
  if (best === null) return [];
  if (best.failed > 0) {
    const [up, down] = [nextTo(kinds, at, -1), nextTo(kinds, at, 1)];
    const run = runThatHolds(rows, at, up, columns) ?? runThatHolds(rows, at, down, columns);
    if (run !== null && run.held >= best.held + best.failed) return [run];
  }
  if (above === null || best.held === above.held || isWithin(best, above)) return [best];
  return [best, above];
}

/** Whether all rows of a reading are among those of another. */
const isWithin = (inner: Reading, outer: Reading): boolean => {
  const rows = new Set(outer.parts.map(({ at }) => at));
  return inner.parts.every(({ at }) => rows.has(at));
};

/** The parts without the rows of rates and means, where there are any: `Average cost | 40`. */
function withoutRates(rows: readonly GridRow[], parts: readonly PartRow[]): PartRow[][] {
  const rates = rateRows(rows);
  const added = parts.filter(({ at }) => !rates.has(at));
  return added.length >= 2 && added.length < parts.length ? [added] : [];
}

const rateRows = once(
  (rows: readonly GridRow[]): ReadonlySet<number> =>
    new Set(rows.flatMap(({ label }, at) => (isRate(label, []) ? [at] : []))),
);

/** The rows on one side of a total that bear no total's name, the nearest first. */
function nextTo(kinds: readonly unknown[], at: number, step: 1 | -1): number[] {
  const end = neighbour(kinds, at, step);
  return Array.from({ length: Math.abs(end - at) - 1 }, (_, index) => at + step * (index + 1));
}

/**
 * `Mean level | 21.0`, `Good days | 46`, `Fair days | 60`, `Bad days | 16`, `All days | 122`: the rows nearest to the total that
 * make it to the digit in every column. `near`: the rows beside it, the nearest first.
 */
function runThatHolds(
  rows: readonly GridRow[],
  at: number,
  near: readonly number[],
  columns: readonly number[],
): Reading | null {
  const sums = columns.map((column) => ({ column, sum: new Big(0), count: 0 }));
  for (const [length, index] of near.entries()) {
    for (const one of sums) {
      const term = rows[index]!.cells[one.column]?.term;
      if (!term) continue;
      one.sum = one.sum.plus(isTakenOff(rows[index]!) ? term.value.neg() : term.value);
      one.count++;
    }
    const told = sums.filter(({ column, count }) => rows[at]!.cells[column]?.term && count >= 2);
    const isSum = told.every(({ column, sum }) => sum.eq(rows[at]!.cells[column]!.term!.value));
    if (!isSum || !told.some(({ column }) => isLarge(rows[at]!.cells[column]!))) continue;
    const parts = near.slice(0, length + 1).map((row): PartRow => ({ at: row, sign: isTakenOff(rows[row]!) ? -1 : 1 }));
    return { parts, held: told.length, failed: 0 };
  }
  return null;
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

export const partsIn = (rows: readonly GridRow[], parts: readonly PartRow[], column: number): Part[] =>
  parts.flatMap(({ at, sign }) => {
    const term = rows[at]!.cells[column]?.term;
    return term ? [{ term, sign }] : [];
  });

/**
 * Whether a total and its parts are written in one unit: `General rate | 22.8` among figures in millions may be read as a
 * rate. Bare numbers go with amounts whose sign alone makes them money.
 */
export function areAlike(rows: readonly GridRow[], at: number, parts: readonly PartRow[], column: number): boolean {
  const cells = [at, ...parts.map((part) => part.at)].flatMap((row) => rows[row]!.cells[column] ?? []);
  const isScaled = cells.some(({ kind, term }) => kind === 'amount' && term?.unitLine);
  return !isScaled || cells.every(({ kind, value }) => kind !== 'number' || value === 0);
}

/** Whether the printed figures add up, within rounding. */
export function addsUp(total: GridCell, rows: readonly GridRow[], parts: readonly PartRow[], column: number): boolean {
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

export const halfStep = ({ term }: GridCell): number =>
  term === null ? 0 : Number(term.interval.high.minus(term.interval.low).toString()) / 2;

/** `of which`, `이 중`: counted in the row above already. */
export const isIncluded = (label: string): boolean =>
  /^(?:[-–·*(↳└]*\s*)?(?:of which|thereof|including|incl\.|among|이\s?중|그\s?중|※)/i.test(label) ||
  /^[-–·↳└]/.test(label);

/** `Less: fee income | (47.5)` bears its sign in its figures. */
const isTakenOff = ({ label, cells }: GridRow): boolean =>
  isDeduction(label) && !cells.some((cell) => cell !== null && cell.value < 0);

const isDeduction = (label: string): boolean => /^(?:less\b|minus\b|deduct|\(-\)|\(−\)|△|공제|차감)/i.test(label);

/** A sum of so many of its last units is seldom made by chance. */
export const isLarge = ({ term }: GridCell): boolean =>
  term !== null && term.value.abs().gte(new Big(term.numeral.step).abs().times(30));
