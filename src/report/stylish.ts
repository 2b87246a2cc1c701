import type { Finding, Severity } from '../checks/check';
import { linesOf, placeAt } from '../text/lines';
import type { PlanReport } from '../plan';
import type { Brush, Paint } from './paint';
import { padEnd, widthOf } from './width';

/**
 * The findings of one plan for a person, one line each, in columns:
 *
 *     plan.md:12:34  error    table-total  The five budgets add up to …
 */
export function stylish(plan: PlanReport, findings: readonly Finding[], paint: Paint): string {
  const lines = linesOf(plan.source);
  const rows = findings.map(({ start, severity, code, message }) => {
    const { line, column } = placeAt(lines, start);
    return { place: `${plan.path}:${line + 1}:${column + 1}`, severity, code, message: onOneLine(message) };
  });
  const widest = (values: readonly string[]): number => Math.max(0, ...values.map(widthOf));
  const places = widest(rows.map((row) => row.place));
  const codes = widest(rows.map((row) => row.code));
  return rows
    .map(
      ({ place, severity, code, message }) =>
        `${padEnd(place, places)}  ${severityBrush(severity, paint)(padEnd(severity, 7))}  ${paint.dim(padEnd(code, codes))}  ${message}\n`,
    )
    .join('');
}

export function severityBrush(severity: Severity, paint: Paint): Brush {
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'info':
      return paint.blue;
    case 'hint':
      return paint.cyan;
  }
}

const onOneLine = (message: string): string => message.replace(/\s*[\r\n]+\s*/g, ' ');
