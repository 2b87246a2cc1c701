import * as vscode from 'vscode';
import type { Amount } from '../figures/figure';
import { nodeAt, type Node, type Total } from '../outline/outline';
import type { Plan } from '../plan';
import { shortMoney } from '../report/money';
import { nameOf, type Labels } from './labels';
import { escaped } from './reveal';
import { shownLanguage } from './shown-language';

/** What part the amount is of the money of its task, its strategy and all of them, as lines of Markdown. */
export async function sharesOf(
  plan: Plan,
  { value, currency, period, node, role }: Amount,
  label: Labels,
): Promise<string[]> {
  if (value === undefined || node === null || (role !== null && role !== 'budget')) return [];
  const totalOf = ({ totals }: Node) =>
    totals.find((total) => total.currency === currency && isSamePeriod(total.period, period))?.value;
  const lines: string[] = [];
  let before = value;
  const tell = (whole: number, say: (share: string, money: string) => string) => {
    if (whole * 0.999 <= before) return; // hardly more than its part: it says nothing new
    before = whole;
    const share = ((value / whole) * 100).toLocaleString('en', { maximumFractionDigits: 1 });
    lines.push(say(share, shortMoney(currency, whole, shownLanguage(plan))));
  };
  const holders = node
    .map((_, depth) => nodeAt(plan.outline, node.slice(0, depth + 1)))
    .filter((holder) => holder?.kind === 'task' || holder?.kind === 'strategy') as Node[];
  for (const holder of [...holders].reverse()) {
    const name = escaped(await nameOf(holder, plan, label));
    tell(totalOf(holder) ?? 0, (share, money) => vscode.l10n.t('{0}% of {1} in “{2}”', share, money, name));
  }
  const [outermost] = holders;
  if (outermost === undefined || (totalOf(outermost) ?? 0) * 1.001 < value) return lines; // not counted there
  const all = allAlike(plan.outline, outermost.kind);
  const isOfAYear = (total: Total) => total.currency === currency && total.period !== null;
  if (period === null && all.some(({ totals }) => totals.some(isOfAYear))) return lines; // money beside it, of which it is no part
  tell(
    all.reduce((sum, one) => sum + (totalOf(one) ?? 0), 0),
    (share, money) =>
      outermost.kind === 'strategy'
        ? vscode.l10n.t('{0}% of {1} in all strategies', share, money)
        : vscode.l10n.t('{0}% of {1} in all tasks', share, money),
  );
  return lines;
}

/** Whether both are for the same days: only then is an amount a part of the sum. */
const isSamePeriod = (a: Amount['period'], b: Amount['period']): boolean => a?.from === b?.from && a?.to === b?.to;

/** The uppermost nodes of the kind. */
const allAlike = (nodes: readonly Node[], kind: Node['kind']): Node[] =>
  nodes.flatMap((node) => (node.kind === kind ? [node] : allAlike(node.children, kind)));
