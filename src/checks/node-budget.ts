import type { Amount } from '../figures/figure';
import { walkInSteps, type Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { lastStartingBy } from '../text/span';
import { isStated } from './figure-term';
import { onceInSteps } from '../text/once';
import { mayRest, type Steps } from '../text/steps';
import { within } from './passage';

/** A node of the outline and the one amount that it states as its own. */
export interface NodeBudget {
  readonly node: Node;
  readonly path: readonly number[];
  readonly amount: Amount;
  /**
   * The amount stands in the heading, or in a line of its own (`예산: 52억원`) under it, or it opens the first
   * sentence (`$412.8 million over five years will …`, `Cost: $48.5 million.`) of the part, or it closes its one
   * paragraph (`… 표지를 바꾼다. (46억원)`).
   */
  readonly place: 'heading' | 'line' | 'opening' | 'closing';
}

/** What each node says that it costs: `Field 1: Safe routes (CHF 171.4 million)`, or `예산: 52억원` right under it. */
export const nodeBudgets = onceInSteps(function* (plan: PlanFacts): Steps<readonly NodeBudget[]> {
  const amounts = plan.figures.filter((figure): figure is Amount => figure.kind === 'amount' && figure.cell === null);
  const found: NodeBudget[] = [];
  const nodes: { readonly node: Node; readonly path: readonly number[] }[] = [];
  yield* walkInSteps(plan.outline, (node, path) => void nodes.push({ node, path }));
  for (const [at, { node, path }] of nodes.entries()) {
    if (mayRest(at)) yield;
    const isPoint = node.kind === 'measure';
    if (isPoint && (node.markerSpan === null || node.style === 'bullet' || node.style === 'bare')) continue;
    const own = within(amounts, node.heading);
    const heading = own.filter((amount) => isStated(amount) && amount.per === null);
    if (own.length === 1 && heading.length === 1 && isBracketed(plan, node, heading[0]!)) {
      found.push({ node, path, amount: heading[0]!, place: 'heading' });
      continue;
    }
    const [before, later] = own;
    if (own.length === 2 && heading.length === 2 && isArrow.test(plan.source.slice(before!.end, later!.start))) {
      found.push({ node, path, amount: heading[1]!, place: 'heading' });
      continue;
    }
    const inLine = own.length > 1 ? (inFirstLine(plan, node, own) ?? inTitle(plan, node, own[0]!)) : null;
    if (inLine !== null) found.push({ node, path, amount: inLine, place: 'heading' });
    const closing = own.length === 0 ? closingAmount(plan, node, amounts) : null;
    if (closing !== null) {
      found.push({ node, path, amount: closing, place: 'closing' });
      continue;
    }
    if (own.length > 0 || isPoint) continue;
    const title = titleAmount(plan, node, amounts);
    if (title !== null) {
      found.push({ node, path, amount: title, place: 'heading' });
      continue;
    }
    const line = budgetLine(plan, node, amounts);
    if (line !== null) found.push({ node, path, amount: line, place: 'line' });
    else {
      const opening = openingAmount(plan, node, amounts);
      if (opening !== null) found.push({ node, path, amount: opening, place: 'opening' });
    }
  }
  return found;
});

/** `(KRW 96.4 billion in 2024 → KRW 118.6 billion in 2025)`: the later one is what the part costs. */
const isArrow = /^[^()]{0,24}(?:→|⇒|->)[^()]{0,12}$/;

/** `**④ 월세 지원 (36억원)**` above the text of its task: the one amount of the first line, in a bracket that ends it. */
function inFirstLine({ source }: PlanFacts, { heading }: Node, own: readonly Amount[]): Amount | null {
  const end = source.indexOf('\n', heading.start);
  const [first, second] = own;
  if (end < 0 || end > heading.end || first === undefined || first.end > end) return null;
  const isOnly = second === undefined || second.start > end;
  return isOnly && isStated(first) && first.per === null && /^\s?[)）]\**\s*$/.test(source.slice(first.end, end))
    ? first
    : null;
}

/** `④ Electric buses (KRW 83.2 billion): The city will buy …`: the first amount, in the bracket that ends the title. */
const inTitle = ({ source }: PlanFacts, { markerSpan, heading }: Node, first: Amount): Amount | null =>
  isStated(first) &&
  first.per === null &&
  /^[.)]?\**\s?\**[^.:：()（）\d]{2,80}[(（]\s?$/.test(source.slice(markerSpan?.end ?? heading.start, first.start)) &&
  /^\s?[)）]\**\s?[:：]\**\s/.test(source.slice(first.end, first.end + 6))
    ? first
    : null;

/** In brackets or at the end: an amount inside a sentence of a heading is something else. */
const isBracketed = (plan: PlanFacts, node: Node, amount: Amount): boolean =>
  /^[\s)\]）.:]*$/.test(plan.source.slice(amount.end, node.heading.end)) ||
  /[(（[:–—-]\s*$/.test(plan.source.slice(node.heading.start, amount.start));

/** `**1-1. 기초학력 책임교육 (36억 원)**`, a paragraph or an item that is a title: its one amount, in the bracket behind it. */
function titleAmount(plan: PlanFacts, node: Node, amounts: readonly Amount[]): Amount | null {
  const block = plan.blocks[node.blocks[0]];
  if (block === undefined || block.kind === 'heading' || node.markerSpan === null) return null;
  if (node.heading.end > node.markerSpan.end + 2) return null;
  const [first] = within(amounts, block);
  if (first === undefined || !isStated(first) || first.per !== null) return null;
  // `과제 4.`: the stop behind the number is no part of the title.
  const before = plan.source.slice(node.markerSpan.end, first.start).replace(/^[.)]/, '');
  const after = plan.source.slice(first.end, block.end);
  // `**스마트 관리**: 5억 4,000만 원을 들여 …`
  const isLabelled =
    /^\s?\**[^.:：(（]{2,40}\**\s?[:：]\**\s?(?:총\s)?$/.test(before) &&
    /^\s?(?:[을를]\s(?:들여|들인|투입|편성)|$)/.test(after);
  const isTitle =
    isLabelled ||
    (/^[^.(（]{2,80}[(（]\s?$/.test(before) && /^\s?[)）](?:\.\**\s|\.?\**\s?(?:$|[-–—:]\s|\n))/.test(after));
  return isTitle ? first : null;
}

/** `1) 신설: 표지 60기를 세운다. (48억원)`: the one amount of a numbered line, in a bracket of its own behind its last sentence. */
function closingAmount({ source, blocks }: PlanFacts, node: Node, amounts: readonly Amount[]): Amount | null {
  const block = blocks[node.blocks[0]];
  if (block === undefined || block.kind === 'heading' || node.markerSpan === null) return null;
  const [only, more] = within(amounts, block);
  if (only === undefined || more !== undefined || !isStated(only) || only.per !== null) return null;
  const isLast = /^\s?[)）]\s*$/.test(source.slice(only.end, block.end));
  return isLast && /[.。]\s?[(（]\s?$/.test(source.slice(block.start, only.start)) ? only : null;
}

const budgetLabel =
  /^\s*(?:[-•*○ㅇ□▪]\s*)?[*_]{0,2}(?:(?:FY ?)?(?:19|20)\d\d(?:[-–/]\d{2,4})?\s)?(?:(?:total |annual |overall |planned |proposed |estimated )?(?:budget|cost|funding|outlay|allocation|investment|spending|expenditure)|(?:총\s?)?(?:예산|사업비|소요예산|소요액|투자액)(?:액)?)(?:\s?\([^)]{0,20}\))?[*_]{0,2}\s*[:：]\s*[*_]{0,2}\s*(?:총|약)?\s*$/i;

const opensWithCost =
  /^[\s*_.:–—-]*(?:(?:(?:total|overall|estimated|project) )?(?:budget|cost|funding|outlay|allocation|investment)\s?[:：]\s*)?$/i;

/** The first amount after the heading, where nothing but `Cost:` stands between. */
function openingAmount({ source }: PlanFacts, node: Node, amounts: readonly Amount[]): Amount | null {
  const first = amounts[lastStartingBy(amounts, node.start - 1) + 1];
  if (first === undefined || first.start >= node.end || !isStated(first) || first.per !== null) return null;
  const from = Math.min(node.heading.end, first.start);
  const between = source.slice(from, first.start);
  if (first.start >= node.heading.end) return opensWithCost.test(between) ? first : null;
  // The task is one paragraph: its title is its first sentence.
  const head = source.slice(node.start, first.start);
  return /[.*:]\s+(?:cost|budget|funding|allocation)\s?[:：]\s*$/i.test(head) ? first : null;
}

/** The amount of the first line under the heading that is labelled as the budget, before any child's heading. */
function budgetLine(plan: PlanFacts, node: Node, amounts: readonly Amount[]): Amount | null {
  const firstChild = node.children.find((child) => child.kind === 'task' || child.kind === 'strategy');
  const limit = Math.min(node.end, firstChild?.start ?? node.end);
  for (let at = lastStartingBy(amounts, node.heading.end - 1) + 1; at < amounts.length; at++) {
    const amount = amounts[at]!;
    if (amount.end > limit) break;
    const block = plan.blocks[amount.block];
    if (block === undefined || !isStated(amount)) continue;
    if (budgetLabel.test(plan.source.slice(block.start, amount.start))) return amount;
  }
  return null;
}
