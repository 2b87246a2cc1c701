import type { Translate } from '../checks/check';
import type { Node } from '../outline/outline';
import type { PlanReport } from '../plan';
import { shortTotals } from './money';
import { taskRows } from './task-rows';

/** Strategies, tasks and measures with their amounts and dates as tab-separated lines, to be pasted into a spreadsheet. */
export function taskSheet(plan: PlanReport, nodes: readonly Node[], t: Translate): string {
  const head = [t('Part'), t('Amounts'), t('Dates'), t('Findings')];
  const rows = taskRows(plan, nodes).map(({ depth, headline, totals, dates, findings }) => [
    '  '.repeat(depth) + headline,
    shortTotals(totals, plan.language),
    dates.map(({ text }) => text).join(' · '),
    String(findings),
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** One field, without tabs and line ends. What a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+\-@]/.test(plain) ? `'${plain}` : plain;
}
