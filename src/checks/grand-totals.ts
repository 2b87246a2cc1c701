import Big from 'big.js';
import { englishProse } from '../language/english-prose';
import { koreanProse } from '../language/korean-prose';
import { holds } from '../ledger/claim';
import { around, halved } from '../ledger/interval';
import { isTelling } from '../ledger/plausible';
import { significantDigits, slipFrom } from '../ledger/slip';
import { placeOf, type Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { flatMapped, type InTurns } from '../text/steps';
import type { Mention } from './amount-mentions';
import { sameUnit, termOfFigure, type Valued } from './figure-term';
import { gridsOf, totalKind } from './grid';
import { provenIn } from './listed-figures';
import type { NodeBudget } from './node-budget';
import { parents } from './parent';
import { rowOf, spreads, tableOf, yearTables } from './spread-years';
import { isDifference } from './table-columns';

/** What sentences say of the whole plan, and the totals of its tables and strategies. Pairs of terms, equal or not. */

/** Sentences that speak of the whole plan's money. */
const speaksOfAll = new RegExp(`\\b(?:${englishProse.wholePlan.join('|')})\\b|${koreanProse.wholePlan.join('|')}`, 'i');

/** A sentence about the whole, and the total of a table or of all strategies that differs from it by a slip alone. */
export function* grandTotals(
  plan: PlanFacts,
  mentions: readonly Mention[],
  budgets: readonly NodeBudget[],
): InTurns<[Term, Term]> {
  const grids = gridsOf(plan);
  const cells = yield* flatMapped(grids, ({ rows, headers }) =>
    rows.flatMap((row) =>
      row.cells.flatMap((cell, column) =>
        cell?.term && cell.kind === 'amount' ? [{ row, header: headers[column] ?? '', term: cell.term }] : [],
      ),
    ),
  );
  const ofRows = cells.filter(({ row }) => totalKind(row.label) === 'total');
  const differences = new Set(ofRows.flatMap(({ header, term }) => (isDifference(header) ? [term] : [])));
  const totals = [...ofRows.map(({ term }) => term), ...sumsOfStrategies(mentions, budgets)];
  if (totals.length === 0) return;
  const known = new Set(cells.map(({ term }) => term.value.toString()));
  const times = new Map<string, number>();
  for (const { key } of mentions) times.set(key, (times.get(key) ?? 0) + 1);
  for (const mention of mentions) {
    yield;
    const { figure } = mention.placed;
    if (figure.per !== null || figure.notation.currency === '') continue;
    const isSaidElsewhere = known.has(mention.key) || times.get(mention.key)! > 1;
    const total = totals.find((one) => holds({ kind: 'equal', left: mention.term, right: one }));
    const meant = total ?? (isSaidElsewhere ? null : slippedTotal(mention, totals, differences));
    if (meant !== null) yield [mention.term, meant];
  }
}

const partBefore = /(?:중|가운데)(?:에|에서|에는)?\s(?:[가-힣\d]{1,6}\s){0,2}$/;
const changedFrom = /\d[십백천만억조]*\s?원에서\s$/;

/** The total that the amount states with a slip of the pen, as round as the text states it; null where there is none. */
function slippedTotal(
  { placed, passage, term }: Mention,
  totals: readonly Term[],
  differences: ReadonlySet<Term>,
): Term | null {
  const sentence = passage.text.slice(Math.max(0, placed.start - 120), placed.end + 60);
  const lead = passage.text.slice(Math.max(0, placed.start - 16), placed.start);
  // `총연구비 46억원 중 3년 차 12억원`: a part of what is called the total; `50만원에서 100만원으로, 총액 …`: something else.
  if (partBefore.test(lead) || (changedFrom.test(lead) && significantDigits(term.numeral.digits) < 2)) return null;
  if (!speaksOfAll.test(sentence)) return totals.find((total) => isFarAbove(term, total)) ?? null;
  const scaled = totals.flatMap((total) => asRoundAs(total, term) ?? [])[0];
  if (scaled !== undefined) return scaled;
  const isProven = provenIn(passage).has(placeOf(term));
  const slipped = totals.findLast((total) => {
    const slip = slipFrom(term, total.value);
    // What adds up in its sentence is right: then it is the unit line that is wrong.
    if (isProven) return slip === 'scale' && !!total.unitLine && significantDigits(term.numeral.digits) >= 3;
    return (
      (slip === 'scale' && isScaled(term, total)) ||
      (slip === 'swap' && isTelling(term, total.value) && !differences.has(total))
    );
  });
  return slipped ?? null;
}

/** What the plan states as its whole, and all its strategies together bear out. */
function sumsOfStrategies(mentions: readonly Mention[], budgets: readonly NodeBudget[]): Term[] {
  const own = budgets.filter(({ node }) => node.kind === 'strategy');
  const terms = own.map(({ amount }) => termOfFigure(amount as Valued));
  if (own.length < 2 || own.some(({ amount }) => !sameUnit(amount as Valued, own[0]!.amount as Valued))) return [];
  const sum = terms.reduce((all, { value }) => all.plus(value), new Big(0));
  return mentions.flatMap(({ term, placed }) =>
    term.value.eq(sum) && sameUnit(placed.figure as Valued, own[0]!.amount as Valued) ? [term] : [],
  );
}

/** `KSh 9,480 billion` beside a total of KSh 9,480 million: the very digits of the whole, a thousand times as much. */
const isFarAbove = (term: Term, total: Term): boolean =>
  term.numeral.scale !== null &&
  significantDigits(term.numeral.digits) >= 3 &&
  slipFrom(term, total.value) === 'scale' &&
  term.value.gte(total.value.times(1000));

/** A scale word to mistake, or digits enough to know the amount by. */
const isScaled = ({ numeral }: Term, { unitLine }: Term): boolean =>
  numeral.scale !== null || significantDigits(numeral.digits) >= (unitLine ? 2 : 3);

/** The total, as round as the text that states it in a wrong scale: `$1.28 million` of 1,284,500,000; else null. */
function asRoundAs(total: Term, { value, numeral }: Term): Term | null {
  if (numeral.scale === null || value.lte(0)) return null;
  const digits = significantDigits(numeral.digits);
  if (digits < 2) return null;
  // Two digits leave no more than a twentieth open: few totals are that near to a power of ten times the value.
  const ratio = total.value.toNumber() / value.toNumber();
  // Lakh and crore, which are two powers apart, are told by three digits.
  const isIndian = /lakh|crore/i.test(numeral.scale) && digits >= 3;
  const power = (isIndian ? [2, -2, 5, -5] : [3, 6, -3, -6]).find((one) => Math.abs(ratio / 10 ** one - 1) < 0.06);
  if (power === undefined) return null;
  const scale = new Big(10).pow(power);
  const half = halved(new Big(numeral.step).abs().times(scale));
  if (total.value.minus(value.times(scale)).abs().gt(half)) return null;
  return { ...total, interval: around(total.value, half) };
}

/** `£450 million over four years` beside one table of four years with a total of 480: any slip of the pen. */
export function* overYears(plan: PlanFacts): InTurns<[Term, Term]> {
  const tables = yearTables(plan);
  if (tables.length === 0) return;
  const above = yield* parents.inSteps(plan);
  for (const spread of spreads(plan)) {
    if (spread === undefined) {
      yield;
      continue;
    }
    const own = tables.filter(({ years }) => years === spread.years.value);
    const total = own.length === 1 ? own[0]!.total : null;
    if (total === null || tableOf(spread, tables) !== null) continue;
    const heading = above.get(spread.passage)?.text ?? '';
    const row = rowOf(spread, own[0]!, heading);
    if (row !== null) {
      yield [spread.term, row];
      continue;
    }
    const ratio = spread.term.value.div(total.value);
    if (ratio.gt('0.5') && ratio.lt(2) && slipFrom(spread.term, total.value) !== null) yield [spread.term, total];
  }
}
