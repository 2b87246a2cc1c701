import { significantDigits, slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { rests, type InTurns } from '../text/steps';
import { gridsOf, type Grid } from './grid';
import { passages, sentencesIn, within, type Passage } from './passage';
import { isPercent, quantitiesIn, type Quantity } from './quantity';

/** A number and the year right behind it: `412,000 in 2025`. */
interface OfYear {
  readonly quantity: Quantity;
  readonly year: string;
}

/**
 * `Visits are to grow from 412,000 in 2025 to 440,000 in 2026`, and the one row of all tables that has one of the two under its
 * year: the other stands under its year too, or differs by a slip of the pen. The row need not be named.
 */
export function* toldInYears(plan: PlanFacts): InTurns<readonly [Term, Term]> {
  const grids = (yield* gridsOf.inSteps(plan)).filter((grid) => yearColumns(grid).size >= 2);
  if (grids.length === 0) return;
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null || passage.block.language !== 'en') continue;
    const all = ofYears(passage);
    if (all.length < 2) continue;
    for (const sentence of sentencesIn(passage)) {
      const inside = all.filter(({ quantity }) => within([quantity], sentence).length > 0);
      const [a, b, more] = inside;
      if (a === undefined || b === undefined || more !== undefined || a.year === b.year) continue;
      const pairs = grids.flatMap((grid) => [...pairsIn(grid, a, b), ...pairsIn(grid, b, a)]);
      if (pairs.length === 1) yield pairs[0]!;
    }
  }
}

const ofYears = (passage: Passage): OfYear[] =>
  quantitiesIn(passage).flatMap((quantity): OfYear[] => {
    const year = /^ (?:[a-z]+ ){0,2}in ((?:19|20)\d\d)(?![\d–/-])/.exec(
      passage.text.slice(quantity.end, quantity.end + 40),
    )?.[1];
    const isTelling = digitsOf(quantity) >= 2;
    return year === undefined || !isTelling || quantity.bound || isPercent(quantity) ? [] : [{ quantity, year }];
  });

const digitsOf = ({ term }: Quantity): number => significantDigits(term.numeral.digits);

/** The columns that one year heads, by year. */
function yearColumns({ headers }: Grid): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [column, header] of headers.entries()) {
    const years = header.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
    if (years.length === 1 && !found.has(years[0]!)) found.set(years[0]!, column);
  }
  return found;
}

/** Rows that have the known number under its year, and under the year of the other a number of which that one is a slip. */
function pairsIn(grid: Grid, known: OfYear, other: OfYear): (readonly [Term, Term])[] {
  const columns = yearColumns(grid);
  const [at, to] = [columns.get(known.year), columns.get(other.year)];
  if (at === undefined || to === undefined) return [];
  return grid.rows.flatMap(({ cells }): (readonly [Term, Term])[] => {
    const [same, slipped] = [cells[at]?.term, cells[to]?.term];
    if (!same || !slipped || !same.value.eq(known.quantity.term.value)) return [];
    const slip = slipFrom(other.quantity.term, slipped.value);
    const isTelling =
      digitsOf(other.quantity) >= 3 && (slip === 'swap' || (slip === 'digit' && digitsOf(known.quantity) >= 3));
    return isTelling ? [[other.quantity.term, slipped]] : [];
  });
}
