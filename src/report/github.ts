import type { Finding } from '../checks/check';
import { linesOf, placeAt } from '../text/lines';
import type { PlanReport } from '../plan';

/** The findings of one plan as workflow commands, which GitHub shows as annotations beside the changed lines. */
export function github(plan: PlanReport, findings: readonly Finding[]): string {
  const lines = linesOf(plan.source);
  return findings
    .map(({ start, end, severity, code, message }) => {
      const from = placeAt(lines, start);
      const to = placeAt(lines, end);
      const level = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'notice';
      // GitHub takes columns only where the annotation stays on one line.
      const columns = from.line === to.line ? `,col=${from.column + 1},endColumn=${to.column + 1}` : '';
      const place = `file=${property(plan.path)},line=${from.line + 1},endLine=${to.line + 1}${columns}`;
      return `::${level} ${place},title=${property(`Planlint ${code}`)}::${data(message)}\n`;
    })
    .join('');
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
