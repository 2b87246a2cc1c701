import { exactly } from '../ledger/interval';
import type { Term } from '../ledger/term';
import { plainNumeral, totalKind, type Grid, type GridCell, type GridRow } from './grid';
import { isGrowth, isMeanGrowth, isRate, isShare } from './table-columns';

/** A rate in a table and the two cells that it follows from. */
export interface TableRate {
  readonly kind: 'growth' | 'share';
  readonly rate: Term;
  /** Growth: the later figure; share: the part. */
  readonly above: Term;
  /** Growth: the earlier figure; share: the whole. */
  readonly below: Term;
  /** How often a printed unit of the second goes into one of the first: 1 but where only one of them bears its unit. */
  readonly worth: number;
  /** Growth, by the heads of the columns: `2025`, `2026`, `Change (%)`. */
  readonly named: boolean;
  /** The only fall of a column of growth that bears no sign: it was lost. */
  readonly lacksSign: boolean;
}

/**
 * The rates that a table states. Which columns a rate follows from is tried out: the pair stands that explains most rows.
 * At least two rows and three quarters of them must agree, or nothing is said of the column.
 */
export function tableRates(grid: Grid): TableRate[] {
  const columns = grid.headers.map((_, column) => column);
  const figures = (column: number): GridCell[] =>
    grid.rows.flatMap((row) => (row.cells[column]?.term ? [row.cells[column]] : []));
  const rates = columns.filter((column) => {
    const cells = figures(column);
    const header = grid.headers[column]!;
    return cells.length >= 2 && (isRate(header, cells) || isGrowth(header) || isShare(header));
  });
  const amounts = columns.filter((column) => !rates.includes(column) && figures(column).length >= 2);
  return rates.flatMap((column) => ratesOf(grid, column, amounts));
}

interface Reading {
  readonly kind: TableRate['kind'];
  readonly pick: (row: GridRow) => readonly [GridCell | null | undefined, GridCell | null | undefined];
  readonly held: number;
  readonly failed: number;
  readonly named: boolean;
  /** How far the rates that hold are off in all, in per cent: of two readings the closer one is meant. */
  readonly off: number;
  /** Columns of two years, the later first, under a head that says growth. */
  readonly ofYears: boolean;
}

function ratesOf(grid: Grid, column: number, amounts: readonly number[]): TableRate[] {
  const header = grid.headers[column]!;
  if (isMeanGrowth(header)) return [];
  let best: Reading | null = null;
  const attempt = (kind: TableRate['kind'], pick: Reading['pick'], named: boolean, ofYears = false): void => {
    let held = 0;
    let failed = 0;
    let off = 0;
    for (const row of grid.rows) {
      const rate = row.cells[column];
      const [above, below] = pick(row);
      if (!rate?.term || !above?.term || !below?.term || above === below || inPoints.test(rate.text)) continue;
      const worth = worthBetween(above, below);
      if (follows(kind, rate, above, below, worth)) {
        held++;
        off += Math.abs(computed(kind, above, below, worth) - rate.value);
      } else failed++;
    }
    if (held < 2 || held < 3 * failed) {
      // Two rows cannot give three quarters when one of them is at fault: a named column may do with half.
      if (!(named && held >= 1 && failed <= 1 && held >= failed)) return;
    }
    const isCloser = best !== null && held === best.held && named === best.named && off < best.off;
    if (best === null || held > best.held || (held === best.held && named && !best.named) || isCloser)
      best = { kind, pick, held, failed, named, off, ofYears };
  };
  for (const to of amounts) {
    for (const from of amounts) {
      if (from === to) continue;
      const ofYears = yearIn(grid.headers[to]!) > yearIn(grid.headers[from]!);
      attempt('growth', (row) => [row.cells[to], row.cells[from]], isGrowth(header), isGrowth(header) && ofYears);
      attempt('share', (row) => [row.cells[to], row.cells[from]], isShare(header));
    }
    const whole = wholeOf(grid, to);
    if (whole !== null) attempt('share', (row) => [row.cells[to], whole], isShare(header));
  }
  // The compiler does not see that `attempt` assigns.
  const chosen = best as Reading | null;
  if (chosen === null) return [];
  const isExact = areOfPrinted(grid, column, chosen);
  const unsigned = chosen.kind === 'growth' && isGrowth(header) ? unsignedFalls(grid, column, chosen) : [];
  const termOf = (term: Term): Term => (isExact ? { ...term, interval: exactly(term.value) } : term);
  return grid.rows.flatMap((row): TableRate[] => {
    const rate = row.cells[column]?.term;
    const [above, below] = chosen.pick(row);
    return rate && above?.term && below?.term && above !== below && !inPoints.test(row.cells[column]!.text)
      ? [
          {
            kind: chosen.kind,
            rate,
            above: termOf(above.term),
            below: termOf(below.term),
            worth: worthBetween(above, below),
            named: chosen.ofYears,
            lacksSign: unsigned.length === 1 && unsigned[0] === row && chosen.held >= fewestSigned,
          },
        ]
      : [];
  });
}

/** `+6%p` in a column of rates of growth: a difference of two shares. */
const inPoints = /(?:%\s?p|\bpp|\bp\.p|points?|포인트)\.?\s*$/i;

/** How many rows must follow with their signs for one without its sign to stand out. */
const fewestSigned = 4;

/** Rows that fall by what the column says, without a sign. */
const unsignedFalls = ({ rows }: Grid, column: number, { pick }: Reading): GridRow[] =>
  rows.filter((row) => {
    const rate = row.cells[column];
    const [above, below] = pick(row);
    if (!rate?.term || !above?.term || !below?.term || rate.value <= 0 || rate.term.sign === -1) return false;
    const fallen = { ...rate, value: -rate.value };
    return above.value < below.value && follows('growth', fallen, above, below, worthBetween(above, below));
  });

/** How many rows must show that a table's rates were worked out from the figures as they are printed. */
const fewestShown = 3;

/**
 * Whether the rates were worked out from the printed figures: all rows but one follow from them to the last place, though
 * rounding of the figures would leave room for other rates.
 */
function areOfPrinted({ rows }: Grid, column: number, { kind, pick }: Reading): boolean {
  let shown = 0;
  let others = 0;
  for (const row of rows) {
    const rate = row.cells[column];
    const [above, below] = pick(row);
    if (!rate?.term || !above?.term || !below?.term || above === below || below.value === 0) continue;
    const worth = worthBetween(above, below);
    const step = Number(rate.term.numeral.step);
    if (Math.abs(computed(kind, above, below, worth) - rate.value) > step * 1.001) others++;
    else if (spread(above, below, worth) > 2 * step) shown++;
  }
  return shown >= fewestShown && others <= 1;
}

/** The only year that a column's head names; NaN where it names none, or two. */
const yearIn = (header: string): number => {
  const [year, another] = header.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  return another === undefined ? Number(year) : NaN;
};

/** The cell of the table's total row, the whole that the column's cells are shares of. */
function wholeOf({ rows }: Grid, column: number): GridCell | null {
  const totals = rows.filter((row) => totalKind(row.label) === 'total' && row.cells[column]?.term);
  return totals.length === 1 ? totals[0]!.cells[column]! : null;
}

/** Whether the printed rate follows from the printed figures, one in its last place allowed for truncation. */
function follows(kind: TableRate['kind'], rate: GridCell, above: GridCell, below: GridCell, worth: number): boolean {
  if (below.value === 0) return false;
  const step = Number(rate.term!.numeral.step);
  return Math.abs(computed(kind, above, below, worth) - rate.value) <= step * 1.001 + spread(above, below, worth);
}

const computed = (kind: TableRate['kind'], above: GridCell, below: GridCell, worth: number): number =>
  (100 * above.value) / worth / below.value - (kind === 'growth' ? 100 : 0);

/**
 * A column headed `Budget (€ million)` beside one headed `2025`: the second has the unit of the first, which is not
 * written there. How often the second's value goes into the first's on that account.
 */
function worthBetween(above: GridCell, below: GridCell): number {
  if (above.kind === 'amount' && below.kind === 'number') return worthOf(above);
  return above.kind === 'number' && below.kind === 'amount' ? 1 / worthOf(below) : 1;
}

/** What one printed unit of an amount is worth: a million under `€ million`. */
function worthOf({ term, value }: GridCell): number {
  const printed = term === null ? null : plainNumeral(term.numeral.digits, term.numeral);
  return printed === null || Number(printed.exact) === 0 ? 1 : Math.abs(value) / Number(printed.exact);
}

/** How far rounding of the two figures can move the rate. */
function spread(above: GridCell, below: GridCell, worth: number): number {
  const relative = ({ value, term }: GridCell): number => {
    const { low, high } = term!.interval;
    return value === 0 ? 0 : Math.abs(high.minus(low).toNumber() / 2 / value);
  };
  return 100 * Math.abs(above.value / worth / below.value) * (relative(above) + relative(below));
}
