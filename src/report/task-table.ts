import type { Edit } from '../edits/edit';
import type { PlanReport } from '../plan';
import type { Span } from '../text/span';
import { shortTotals } from './money';
import { taskRows } from './task-rows';

/** The comments between which the table stands in a document; what is between them is written anew. */
const opening = '<!-- planlint-table -->';
const ending = '<!-- /planlint-table -->';

/** Where the document's table of tasks stands, its comments included; null where it has none. */
export function taskTableSpan(source: string): Span | null {
  const start = source.indexOf(opening);
  const end = start < 0 ? -1 : source.indexOf(ending, start);
  return end < 0 ? null : { start, end: end + ending.length };
}

/**
 * The edit that writes the table of tasks, amounts and dates: in place of the one that is there, else as a paragraph of
 * its own before the line of `offset`. Null where the table is as it should be.
 */
export function taskTableEdit(plan: PlanReport, offset: number): Edit | null {
  const { source } = plan;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const there = taskTableSpan(source);
  const table = [opening, '', ...tableLines(plan, there), '', ending].join(eol);
  if (there !== null) return source.slice(there.start, there.end) === table ? null : { ...there, newText: table };
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const before = source.slice(0, start).trimEnd() === '' || /\n[ \t]*\r?\n$/.test(source.slice(0, start)) ? '' : eol;
  return { start, end: start, newText: `${before}${table}${eol}${eol}` };
}

/** The table of tasks, amounts and dates in Markdown: strategies in bold, measures left out. */
export const taskTable = (plan: PlanReport): string => `${tableLines(plan, taskTableSpan(plan.source)).join('\n')}\n`;

/** The head of the table in the plan's language, which need not be that of the interface. */
const heads: Readonly<Record<string, readonly string[]>> & { readonly en: readonly string[] } = {
  en: ['Task', 'Amounts', 'Dates'],
  ko: ['과제', '금액', '일정'],
  ja: ['課題', '金額', '時期'],
};

function tableLines(plan: PlanReport, without: Span | null): string[] {
  const rows = taskRows(plan, plan.outline, without)
    .filter(({ node: { kind } }) => kind === 'strategy' || kind === 'task')
    .map(({ node, headline, totals, dates }) => {
      const title = node.kind === 'strategy' ? `**${escaped(headline)}**` : escaped(headline);
      // a strategy's dates are those of its tasks
      const days = node.kind === 'strategy' ? '' : dates.map(({ text }) => escaped(text)).join(' · ');
      return [title, escaped(shortTotals(totals, plan.language)), days];
    });
  const head = heads[plan.language] ?? heads.en;
  return [head, ['---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** Text of a plan so that a table of Markdown shows it as it stands. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|*_`<[\]]/g, (sign) => `\\${sign}`);
