import { holds } from '../ledger/claim';
import { slipExplains } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { rests, type InTurns } from '../text/steps';
import type { Stated } from './check';
import { sayTotal } from './equation-words';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import type { NodeBudget } from './node-budget';
import { passagesByBlock, type Passage, type Placed } from './passage';

/** A part's budget and what its parts say that they cost, in their own sentences. */
interface Sum {
  readonly total: Term;
  readonly parts: readonly Term[];
}

/**
 * The amounts of parts whose own paragraphs tell what they cost, each in its way: `Measure 4. … (C$340 million).`, `Measure 6.
 * … The budget is C$210 million.`, `Measure 1. … C$624 million in all.`, under a heading with their sum. Where no slip of the
 * pen explains the difference, the sums of the other headings must show that this is what the plan adds up.
 */
export function* partCosts(plan: PlanFacts, budgets: readonly NodeBudget[]): InTurns<Stated> {
  const known = new Map(budgets.map((budget) => [budget.node, budget]));
  const byBlock = yield* passagesByBlock.inSteps(plan);
  const sums: Sum[] = [];
  const rest = rests();
  for (const { node, amount, place } of budgets) {
    if (rest()) yield;
    const children = node.children.filter(({ kind }) => kind !== 'section');
    if (place !== 'heading' || children.length < 2 || children.every((child) => known.has(child))) continue;
    const costs = children.map((child) => (known.get(child)?.amount as Valued | undefined) ?? costOf(byBlock, child));
    if (costs.some((cost) => cost === null || !sameUnit(cost, amount as Valued))) continue;
    sums.push({ total: termOfFigure(amount as Valued), parts: costs.map((cost) => termOfFigure(cost!)) });
  }
  const sound = sums.filter((sum) => holds(equationOf(sum))).length;
  for (const sum of sums) {
    const equation = equationOf(sum);
    const isSlip = slipExplains(sum.total, equation.parts);
    const mayBeSlip = isSlip || (sound > 0 && hasSlip(sum));
    if (!holds(equation) && !mayBeSlip) continue;
    const severity = isSlip || sound >= 2 ? {} : { severity: 'info' as const };
    yield { equation, aside: true, says: (t) => sayTotal(t, sum.total, equation.parts), ...severity };
  }
}

const equationOf = ({ total, parts }: Sum) => ({
  kind: 'sum' as const,
  total,
  parts: parts.map((term) => ({ term, sign: 1 as const })),
});

/** Whether any slip, one of few digits too, would explain the difference. */
function hasSlip({ total, parts }: Sum): boolean {
  const gap = parts.reduce((rest, { value }) => rest.minus(value), total.value);
  return [total, ...parts].some(
    (term) => slipFrom(term, term === total ? total.value.minus(gap) : term.value.plus(gap)) !== null,
  );
}

/** The one amount that a part's paragraphs give as what it costs; null where there is none, or more than one. */
function costOf(byBlock: readonly (readonly Passage[])[], { blocks: [first, last], children }: Node): Valued | null {
  if (children.length > 0 || last - first > 6) return null;
  const costs = byBlock
    .slice(first, last + 1)
    .flat()
    .filter(({ cell }) => cell === null)
    .flatMap((passage) => costsIn(passage));
  return costs.length === 1 ? costs[0]! : null;
}

const costsIn = (passage: Passage): Valued[] =>
  passage.figures
    .filter((placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure))
    .filter((placed) => isCost(passage, placed))
    .map(({ figure }) => figure);

const costBefore =
  /\b(?:budget|costs?|outlay|allocation|funding|estimate)(?:,?\s(?:is|are|of|will be|comes to|amounts to|at)|:)?\s(?:about\s)?$/i;

/** In a bracket that it opens, behind `The budget is`, or with `in all` behind it. */
function isCost({ text, figures }: Passage, { figure, start, end }: Placed<Valued>): boolean {
  if (figure.kind !== 'amount' || figure.per !== null) return false;
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 24)];
  if (/^,? (?:in all|in total|altogether)\b/.test(after)) return true;
  if (costBefore.test(before)) return !/^ (?:each|apiece|per|an? )/.test(after);
  const isOwnBracket = /\s\($/.test(before) && /^(?:\)[.;,:]?(?:\s|$)|,? (?:of which|including)\b|;)/.test(after);
  // `ten thousand cedis (GH¢10,000)`: the amount before it once more.
  const isAgain = figures.some(
    (other) => other.end <= start && start - other.end <= 2 && other.figure.kind === 'amount',
  );
  return isOwnBracket && !isAgain;
}
