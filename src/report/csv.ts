import type { Figure } from '../figures/figure';
import { linesOf, placeAt } from '../text/lines';
import type { PlanReport } from '../plan';
import { partOf } from './table';

/** The columns of the figures' CSV. Names and order are relied on: new ones go to the end. */
export const columns = [
  'path',
  'line',
  'column',
  'kind',
  'text',
  'currency',
  'value',
  'min',
  'max',
  'qualifier',
  'per',
  'unit',
  'from',
  'to',
  'noun',
  'subject',
  'part',
] as const;

type Row = Partial<Record<(typeof columns)[number], string | number | null | undefined>>;

export const csvHead = (between: ',' | '\t' = ','): string => csvLine([...columns], between);

/** The figures of one plan as CSV (RFC 4180), a line each, without the head; `\t` between fields for the clipboard. */
export function csvLines(plan: PlanReport, figures: readonly Figure[], between: ',' | '\t' = ','): string {
  const lines = linesOf(plan.source);
  return figures
    .map((figure) => {
      const place = placeAt(lines, figure.start);
      const row: Row = {
        path: plan.path,
        line: place.line + 1,
        column: place.column + 1,
        kind: figure.kind,
        text: figure.text,
        ...values(figure),
        part: partOf(plan, figure),
      };
      return csvLine(
        columns.map((name) => row[name]),
        between,
      );
    })
    .join('');
}

function values(figure: Figure): Row {
  switch (figure.kind) {
    case 'amount': {
      const { currency, value, min, max, qualifier, per, period, subject } = figure;
      return { currency, value, min, max, qualifier, per, from: period?.from, to: period?.to, subject };
    }
    case 'date':
      return { from: figure.from, to: figure.to };
    case 'percent': {
      const { value, min, max, qualifier, unit } = figure;
      return { value, min, max, qualifier, unit };
    }
    case 'count': {
      const { value, qualifier, noun } = figure;
      return { value, qualifier, noun };
    }
    case 'change':
      return { value: figure.ratio, unit: 'ratio' };
  }
}

const csvLine = (cells: readonly (string | number | null | undefined)[], between: string = ','): string =>
  `${cells.map((value) => cell(value, between)).join(between)}\r\n`;

/**
 * One field. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection);
 * numbers keep their sign.
 */
function cell(value: string | number | null | undefined, between: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /["\r\n]/.test(safe) || safe.includes(between) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
