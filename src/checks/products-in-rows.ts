import { holds } from '../ledger/claim';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { textWhere } from './of-text';
import { gridsOf, headingRows, totalKind, type Grid } from './grid';
import { passagesByBlock, type Passage } from './passage';
import { isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import type { InTurns } from '../text/steps';
import type { Stated } from './check';
import { isSlipOfFactor, product } from './unit-price';

/** A row that says what its amount is reckoned from. */
interface Reckoned {
  readonly price: Term;
  readonly units: Term;
  /** The amounts of the row, by their columns. */
  readonly amounts: ReadonlyMap<number, Term>;
}

/**
 * Rows in whose words a price and a number of units stand, and the amount that they make in a column of its own:
 *
 *     Rebuild 85 kilometres of road at £60,000 a kilometre | Timber Board | 5.1
 *     1수업 2교사 | 8,400 | 280명 × 3,000만원
 *
 * Which column that is shows in the other rows: where none of them comes out, only a slip of the pen is told.
 */
export function* productsInRows(plan: PlanFacts): InTurns<Stated> {
  const byBlock = yield* passagesByBlock.inSteps(plan);
  for (const grid of yield* gridsOf.inSteps(plan)) {
    yield;
    const rows = reckonedRows(grid, byBlock[grid.index] ?? []);
    const column = columnOf(rows);
    if (column === null) continue;
    const claims = rows.flatMap(({ price, units, amounts }) => {
      const total = amounts.get(column);
      return total === undefined ? [] : [{ total, price, units, claim: product(total, price, units) }];
    });
    const held = claims.filter(({ claim }) => holds(claim.equation)).length;
    for (const { total, price, units, claim } of claims)
      if (holds(claim.equation) || held >= 2 || isSlipOfFactor(total, price, units)) yield claim;
  }
}

/** The column that most rows make; of those that none does, the only one that has an amount in each. */
function columnOf(rows: readonly Reckoned[]): number | null {
  const columns = [...new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]))];
  const holding = columns.map((column) => ({
    column,
    held: rows.filter(({ price, units, amounts }) => {
      const total = amounts.get(column);
      return total !== undefined && holds(product(total, price, units).equation);
    }).length,
  }));
  const [best, next] = holding.sort((a, b) => b.held - a.held);
  if (best === undefined) return null;
  if (best.held > 0) return next === undefined || next.held < best.held ? best.column : null;
  return next === undefined ? best.column : null;
}

function reckonedRows(grid: Grid, passages: readonly Passage[]): Reckoned[] {
  const heads = headingRows(grid);
  const found: Reckoned[] = [];
  for (const passage of passages) {
    const { cell } = passage;
    const row = cell === null ? undefined : grid.rows[cell.row - heads];
    if (row === undefined || cell === null || totalKind(row.label) !== null) continue;
    const factors = factorsIn(passage);
    if (factors === null) continue;
    const amounts = new Map<number, Term>();
    for (const [column, other] of row.cells.entries())
      if (column !== cell.column && other?.kind === 'amount' && other.term) amounts.set(column, other.term);
    found.push({ price: factors[0].term, units: factors[1].term, amounts });
  }
  return found;
}

/** Whether a cell may tell a product at all: a sign, or a price for each. */
const mayReckon = textWhere((text) => /[×✕]|\d\s?[xX*]\s?\d|\bat\s[^\d\s]{0,4}\d|[당씩]/.test(text));

/** The price and the number of units that a cell tells, and nothing else; null where it tells more or less. */
function factorsIn(passage: Passage): readonly [Quantity, Quantity] | null {
  const { text } = passage;
  if (!mayReckon(passage)) return null;
  const quantities = quantitiesIn(passage).filter((one) => !isPercent(one));
  const [first, second, more] = quantities;
  if (first === undefined || second === undefined || more !== undefined || first.bound || second.bound) return null;
  if (isAmount(first) === isAmount(second)) return null;
  const [price, units] = isAmount(first) ? [first, second] : [second, first];
  const between = text.slice(first.end, second.start);
  const isWritten =
    /^[^\d.;,+]{0,12}[×✕xX*]\s?(?:평균\s|약\s)?$/.test(between) && !/^\s?[×✕xX*]/.test(text.slice(second.end));
  const isPriced =
    first === units &&
    /^[^\d.;]{1,60}\bat (?:an average of )?$/.test(between) &&
    /^ (?:each|apiece|per [a-z]+|an? (?!year|month|week|day|quarter|hour)[a-z]+)\s?$/.test(
      text.slice(second.end, second.end + 24),
    );
  const isEach =
    first === units &&
    /^[^\d.;,]{0,16}(?:당|마다|에)\s(?:각각\s|평균\s)?$/.test(between) &&
    /^씩/.test(text.slice(second.end));
  return isWritten || isPriced || isEach ? [price, units] : null;
}
