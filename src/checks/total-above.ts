import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { rests, type Steps } from '../text/steps';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { nodeBudgets, type NodeBudget } from './node-budget';
import { parents } from './parent';
import { passages, type Passage } from './passage';
import { isAmount, quantitiesIn } from './quantity';

/** What stands above a sentence: the cost of all that it tells, and of that and more. */
export interface TotalsAbove {
  readonly whole: Term | null;
  readonly most: Term | null;
}

/**
 * What stands above a sentence as the cost of all that it tells: the amount of the line above, of the part of the plan,
 * or the one that a line near it names for its topic; null where there is none, or no telling which. `most`: the amount
 * of a line above that several items share, too.
 */
export function* totalsAbove(plan: PlanFacts): Steps<(passage: Passage, sentence: Span) => TotalsAbove> {
  const above = yield* parents.inSteps(plan);
  const shared = yield* sharedLines(above);
  const budgets = yield* nodeBudgets.inSteps(plan);
  const labelled = labelledAmounts(plan, above);
  return (passage, sentence) => ({
    whole: totalAbove(passage, above.get(passage), budgets, shared) ?? labelled(passage, sentence),
    most: totalAbove(passage, above.get(passage), budgets, none),
  });
}

const none: ReadonlySet<Passage> = new Set();

/** Lines under which several items name amounts: what they cost is for all of these together. */
function* sharedLines(above: ReadonlyMap<Passage, Passage>): Steps<ReadonlySet<Passage>> {
  const seen = new Set<Passage>();
  const shared = new Set<Passage>();
  const rest = rests();
  for (const [passage, line] of above) {
    if (rest()) yield;
    if (!passage.figures.some(({ figure }) => figure.kind === 'amount')) continue;
    for (let at: Passage | undefined = line; at !== undefined && !shared.has(at); at = above.get(at)) {
      if (seen.has(at)) shared.add(at);
      seen.add(at);
    }
  }
  return shared;
}

/** The one amount of the line above, no price itself; else what the part of the plan says that it costs. */
function totalAbove(
  passage: Passage,
  above: Passage | undefined,
  budgets: readonly NodeBudget[],
  shared: ReadonlySet<Passage>,
): Term | null {
  const amounts = above === undefined ? [] : quantitiesIn(above).filter(isAmount);
  const [total] = amounts;
  const nearest = budgets.findLast(({ node }) => node.start <= passage.block.start && passage.block.end <= node.end);
  const own =
    nearest !== undefined && isLeaf(nearest) && nearest.amount.end <= passage.block.start
      ? termOfFigure(nearest.amount as Valued)
      : null;
  // A paragraph may be no deeper than the title of its part.
  if (above !== undefined && nearest !== undefined && nearest.node.start > above.block.start) return own;
  if (amounts.length === 1 && shared.has(above!)) return null;
  if (amounts.length === 1) return !total!.bound && total!.figure.per === null ? total!.term : null;
  if (amounts.length > 1) return null;
  return own;
}

/** A part of the plan without parts of its own. */
const isLeaf = ({ node }: NodeBudget): boolean => node.children.every(({ kind }) => kind === 'measure');

/**
 * The amount that the line above or one beside it names for what the sentence is about: of `산후조리비는 1만 4,000명에게 1인당
 * 150만원씩` the 210억원 of `부모급여 1,240억원, 산후조리비 210억원`; null where none or several are named.
 */
function labelledAmounts(
  plan: PlanFacts,
  above: ReadonlyMap<Passage, Passage>,
): (passage: Passage, sentence: Span) => Term | null {
  let labels: ReadonlyMap<string, readonly Term[]> | undefined;
  return (passage, sentence) => {
    const topic = /^([가-힣]{3,10}(?: [가-힣]{2,8}){0,2})(?:은|는)\s/.exec(
      passage.text.slice(sentence.start, sentence.start + 40),
    )?.[1];
    if (topic === undefined) return null;
    labels ??= amountsByLabel(plan, above);
    const own = labels.get(`${above.get(passage)?.index ?? -1} ${topic}`) ?? [];
    return own.length === 1 ? own[0]! : null;
  };
}

/** Amounts by the line that they stand in or under and the label right before them: `산후조리비 210억원`. */
function amountsByLabel(plan: PlanFacts, above: ReadonlyMap<Passage, Passage>): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, Term[]>();
  for (const passage of passages(plan)) {
    const { cell, text, figures, index } = passage;
    if (cell !== null) continue;
    for (const { figure, start } of figures) {
      if (figure.kind !== 'amount' || !isStated(figure) || figure.per !== null) continue;
      const lead = text.slice(Math.max(0, start - 34), start);
      const label = /(?:^|[,·(:]\s?)([가-힣]{3,10}(?: [가-힣]{2,8}){0,2})\s?[(:]?\s?$/.exec(lead)?.[1];
      if (label === undefined) continue;
      for (const line of [index, above.get(passage)?.index ?? -1])
        gather(found, `${line} ${label}`, termOfFigure(figure));
    }
  }
  return found;
}
