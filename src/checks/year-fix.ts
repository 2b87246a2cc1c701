import { redate, redated, type Redate } from '../edits/redate';
import { isoOf, weekdayOf } from '../figures/calendar';
import type { DateFigure, DateParts } from '../figures/figure';
import type { PlanFacts } from '../plan';
import type { Edit } from '../edits/edit';
import type { Fix, Translate } from './check';

/**
 * The fix that writes `year` into a date: with the weekday of that year where one stands beside it, and the year after it
 * in a pair (`2024-25`, `2024 to 2025`). None where no year is written.
 */
export function thisYear(plan: PlanFacts, figure: DateFigure, year: number, t: Translate): Fix[] {
  const [part, last] = figure.parts;
  if (part.year === undefined) return [];
  const edits = inPart(plan, part, year);
  const further = last === undefined ? [] : isPair(figure) ? inPart(plan, last, year + 1) : null;
  if (edits === null || further === null || edits.length === 0) return [];
  const span = { ...part, end: last?.end ?? part.end };
  const all = [...edits, ...further];
  return [{ title: t('Write {0}', redated(plan.source, span, all)), preferred: true, edits: all }];
}

/** Two years on end that name one: `2024 to 2025`. */
export const isPair = ({ granularity, parts: [first, last] }: DateFigure): boolean =>
  granularity === 'range' &&
  first.year !== undefined &&
  first.month === undefined &&
  last?.month === undefined &&
  last?.year === first.year + 1;

function inPart({ source }: PlanFacts, part: DateParts, year: number): Edit[] | null {
  const iso = part.month === undefined || part.day === undefined ? null : isoOf(year, part.month, part.day);
  const weekday = iso === null ? null : weekdayOf(iso);
  const to: Redate = { year, ...(part.weekday === undefined || weekday === null ? {} : { weekday }) };
  const edits = redate(source, part, to);
  const { endYearSpan } = part;
  if (edits === null || endYearSpan === undefined) return edits;
  const width = endYearSpan.end - endYearSpan.start;
  return [...edits, { ...endYearSpan, newText: String(year + 1).slice(-width) }];
}
