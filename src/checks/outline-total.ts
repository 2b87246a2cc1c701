import type { Amount, Figure } from '../figures/figure';
import type { Part } from '../ledger/claim';
import { slipExplains, sumOf } from '../ledger/plausible';
import { walk, type Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import { rests, type InTurns } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { sayTotal } from './equation-words';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import { numberedParts } from './numbered-parts';
import { runsOf } from './listed-figures';
import { opens } from './open-list';
import { nodeBudgets, type NodeBudget } from './node-budget';
import { partCosts } from './part-costs';
import { type Passage, passages, type Placed, sentencesIn, within } from './passage';
import { claimOf } from './sum-claim';

export const outlineTotal: Claimant = {
  code: 'outline-total',
  says: 'The amount of a strategy is the sum of the amounts of its tasks.',
  because: 'Headings are read alone: a strategy that does not add up is quoted before its tasks are read.',
  severity: 'warning',
  examples: [
    {
      wrong:
        '## Field 1: Safe routes (CHF 44.9 million)\n\n### Measure 1: Galleries (CHF 28.0 million)\n\nBuilt by 2026.\n\n### Measure 2: Sensors (CHF 19.6 million)\n\nFive valleys.\n\n## Field 2: Railways (CHF 12.0 million)\n\n### Measure 3: Stations (CHF 8.0 million)\n\nSix stations.\n\n### Measure 4: Shuttle (CHF 4.0 million)\n\nOne shuttle.\n',
      right:
        '## Field 1: Safe routes (CHF 47.6 million)\n\n### Measure 1: Galleries (CHF 28.0 million)\n\nBuilt by 2026.\n\n### Measure 2: Sensors (CHF 19.6 million)\n\nFive valleys.\n\n## Field 2: Railways (CHF 12.0 million)\n\n### Measure 3: Stations (CHF 8.0 million)\n\nSix stations.\n\n### Measure 4: Shuttle (CHF 4.0 million)\n\nOne shuttle.\n',
      language: 'en',
    },
  ],
  reads: [
    'Amounts in headings or in a budget line (`예산: 52억원`) right under them, when every part states one in the same currency.',
    'The amounts of all strategies against the total that the document names before them, where it equals their sum or a slip of the pen explains why it does not.',
    'Parts whose own sentences tell what they cost (`… (C$60 million).`, `The budget is …`, `… in all`), one amount each.',
    'A list in the text of a task that splits the amount of its heading (`The money is used as follows: …`).',
    worthALook,
  ],
  *claims(plan) {
    const budgets = (yield* nodeBudgets.inSteps(plan)).filter(({ place }) => place !== 'opening');
    yield* childrenOf(plan, budgets);
    yield;
    yield* partCosts(plan, budgets);
    yield;
    yield* wholePlan(plan, budgets);
    yield;
    yield* splitsInText(plan, budgets);
    yield* numberedParts(plan);
  },
};

function* childrenOf(plan: PlanFacts, budgets: readonly NodeBudget[]): Iterable<Stated> {
  const byNode = new Map(budgets.map((budget) => [budget.node, budget]));
  for (const { node, amount } of budgets) {
    const parts = node.children.filter((child) => child.kind !== 'section');
    const main = parts.filter((child) => child.kind !== 'measure');
    const children = main.length > 0 ? main : parts;
    const stated = children.map((child) => byNode.get(child));
    if (
      children.length < 2 ||
      leavesOut(plan, node, children) ||
      stated.some((one) => one === undefined || !sameUnit(one.amount as Valued, amount as Valued))
    )
      continue;
    const claim = claimOf(
      termOfFigure(amount as Valued),
      stated.map((one) => termOfFigure(one!.amount as Valued)),
      'stated',
    );
    if (claim !== null) yield claim;
  }
}

/** Bullets of which the outline takes up only some as parts, and leaves others that name an amount to the text. */
function leavesOut({ blocks, figures }: PlanFacts, node: Node, children: readonly Node[]): boolean {
  const first = blocks[children[0]!.blocks[0]]!;
  if (first.kind !== 'item') return false;
  const heads = new Set(children.map(({ blocks: [head] }) => head));
  return blocks
    .slice(node.blocks[0] + 1, node.blocks[1] + 1)
    .some(
      (block, at) =>
        block.kind === 'item' &&
        block.depth === first.depth &&
        !heads.has(node.blocks[0] + 1 + at) &&
        within(figures, block).some(({ kind }) => kind === 'amount'),
    );
}

/** The strategies' amounts make the total of the plan, wherever a text before or after them states it. */
function* wholePlan(plan: PlanFacts, budgets: readonly NodeBudget[]): Iterable<Stated> {
  for (const kind of ['strategy', 'task'] as const) {
    const own = budgets.filter(({ node }) => node.kind === kind);
    const all = countOf(plan, kind);
    if (own.length < 2 || own.length !== all) continue;
    const parts = own.map(({ amount }): Part => ({ term: termOfFigure(amount as Valued), sign: 1 }));
    const sum = sumOf(parts);
    const counted = new Set<Figure>(own.map(({ amount }) => amount));
    const candidates = plan.figures.filter(
      (figure): figure is Amount =>
        figure.kind === 'amount' &&
        isStated(figure) &&
        figure.per === null &&
        figure.cell === null &&
        !counted.has(figure) &&
        sameUnit(figure, own[0]!.amount as Valued),
    );
    const distance = (figure: Amount): number =>
      Math.abs(
        Number(
          termOfFigure(figure as Valued)
            .value.minus(sum)
            .toString(),
        ),
      );
    const equal = candidates.filter((figure) => distance(figure) === 0);
    const named = candidates.filter(
      (figure) => namesPlan(plan, figure) && slipExplains(termOfFigure(figure as Valued), parts),
    );
    const stated = equal.length > 0 ? equal : named.sort((a, b) => distance(a) - distance(b)).slice(0, 1);
    for (const figure of stated) {
      const total = termOfFigure(figure as Valued);
      yield { equation: { kind: 'sum', total, parts }, aside: true, says: (t) => sayTotal(t, total, parts) };
    }
  }
}

function countOf({ outline }: PlanFacts, kind: string): number {
  let count = 0;
  const visit = (nodes: PlanFacts['outline']): void => {
    for (const node of nodes) {
      if (node.kind === kind) count++;
      visit(node.children);
    }
  };
  visit(outline);
  return count;
}

/** Words of a plan's whole budget right beside an amount that stands before the first strategy. */
function namesPlan({ source, outline, language }: PlanFacts, { start, end }: Span): boolean {
  let first = outline.find(({ kind }) => kind === 'strategy' || kind === 'task');
  // In English plans sections may hold the strategies.
  if (first === undefined && language === 'en')
    walk(outline, (node) => {
      if (node.kind === 'strategy' || node.kind === 'task') first ??= node;
    });
  if (first === undefined || start > first.start) return false;
  return named.test(source.slice(Math.max(0, start - 60), start)) || namedBehind.test(source.slice(end, end + 40));
}

const named =
  /(?:\btotal(?: budget| cost| of)?\b|\bwill (?:spend|cost|invest)\b|\bbudget (?:of|is|for)\b|\brequests?\b|\b(?:budget|investment|envelope|outlay|package|programme|programs?|plan|strategy|cost|costs|worth|funding)(?: of| is| amounts to| comes to| stands at|:)|\b(?:indicative )?resources?:|\bcosts\b|총\s?(?:예산|사업비|투자)?|예산은?\s?총?)[^.;]{0,30}$/i;

/** `a Rs 6,240 crore plan`, `the €48 million investment package`; `At ¥90 billion, its budget is the largest yet`. */
const namedBehind =
  /^(?: (?:[a-z]+ )?(?:plan|programme|program|package|budget|strategy|scheme|initiative|outlay|envelope)\b|, (?:its|the) (?:[a-z]+ )?(?:outlay|budget|cost|envelope) )/i;

/** A heading's amount, split in a sentence of its text that names no other total. */
function* splitsInText(plan: PlanFacts, budgets: readonly NodeBudget[]): InTurns<Stated> {
  if (budgets.length === 0) return;
  // Nodes that hold the passage, the innermost last: budgets come in the order of their nodes, which nest.
  const open: NodeBudget[] = [];
  let next = 0;
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null) continue;
    const { start, end } = passage.block;
    for (; next < budgets.length && budgets[next]!.node.start <= start; next++) open.push(budgets[next]!);
    while (open.length > 0 && open.at(-1)!.node.end < end) open.pop();
    if (passage.figures.length < 2) continue;
    const budget = open.findLast(({ node, amount }) => end <= node.end && amount.end <= start);
    if (budget !== undefined) yield* splitIn(passage, budget);
  }
}

const split =
  /\bas follows\b|\b(?:is|are|will be) (?:used|split|divided|spent|shared|allocated|distributed)\b|\bof which\b|\bcomprises?\b|\bconsists? of\b|\bmade up of\b|내역|구성|투입|나누|배분|각각/i;

function* splitIn(passage: Passage, { amount }: NodeBudget): Iterable<Stated> {
  const amounts = passage.figures.filter(
    (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
  );
  for (const sentence of sentencesIn(passage)) {
    const words = passage.text.slice(sentence.start, sentence.end);
    const inside = amounts.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const run = runsOf(passage.text, inside).find((one) => one.length === inside.length);
    if (run === undefined || !sameUnit(run[0]!.figure, amount as Valued) || opens(words)) continue;
    const terms = run.map(({ figure }) => termOfFigure(figure));
    const total = termOfFigure(amount as Valued);
    const isEqual = sumOf(terms.map((term) => ({ term, sign: 1 }))).eq(total.value);
    if (!isEqual && !split.test(words)) continue;
    const claim = claimOf(total, terms, 'likely');
    if (claim !== null) yield claim;
  }
}
