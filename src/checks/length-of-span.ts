import type { Redate } from '../edits/redate';
import { addDays, addMonths, dayOf, lengthInDays, weekdayOf } from '../figures/calendar';
import type { Duration } from './duration';
import type { TimeSpan } from './time-span';

/** How long a stretch of time is in the unit of a stated length, and which ends give it that length. */

/** How long the time really is, in the length's unit; `fits` when the length is right; null when nothing can be said. */
export function lengthIn(span: TimeSpan, { unit, value }: Duration): number | 'fits' | null {
  const days = lengthInDays(span.from, span.to);
  if (days === null) return null;
  const fine = span.first.day !== undefined || span.last.day !== undefined;
  const coarse = span.first.month === undefined && span.last.month === undefined && !fine;
  const months = monthsOf(span);
  switch (unit) {
    case 'year': {
      const years = Math.round(months / 12);
      if (coarse && span.first.quarter === undefined && span.first.half === undefined) {
        if (years === value || (years === 2 && value === 1) || (value >= 10 && years === value + 1)) return 'fits';
        return years;
      }
      return Math.abs(months - 12 * value) <= (Math.abs(months - 12 * years) <= 1 ? 1 : 6) ? 'fits' : years || null;
    }
    case 'month': {
      if (coarse) return value <= months && value > months - 24 ? 'fits' : months;
      if (!fine) return months === value ? 'fits' : months;
      const end = addMonths(span.from, value);
      const off = end === null ? null : lengthInDays(end, span.to);
      return off === null ? null : Math.abs(off) <= 5 ? 'fits' : Math.max(1, Math.round(days / 30.44));
    }
    case 'week':
      if (!fine) return null;
      return Math.abs(days - 7 * value) <= 3 ? 'fits' : Math.max(1, Math.round(days / 7));
    case 'day':
      if (span.first.day === undefined || span.last.day === undefined) return null;
      return days === value ||
        (value >= 10 && days === value + 1) ||
        (days > 5 && weekdaysIn(span) === value && isWeekday(span.to))
        ? 'fits'
        : days;
  }
}

/** `2024–2028`: years alone, without months or days. */
export const isYears = ({ first, last }: TimeSpan): boolean =>
  first.year !== undefined && last.year !== undefined && first.month === undefined && last.month === undefined;

/** Calendar months from the first to the last, both counted. */
function monthsOf({ from, to }: TimeSpan): number {
  const [a, b] = [dayOf(from)!, dayOf(to)!];
  const whole = (b.year - a.year) * 12 + b.month - a.month;
  // A stretch that ends before the day on which it began lacks that last month: 15 March to 14 June are three.
  return whole + (a.day === 1 || b.day >= a.day ? 1 : 0);
}

/** Who counts the working days alone ends on one of them. */
const isWeekday = (iso: string): boolean => (weekdayOf(iso) ?? 7) <= 5;

function weekdaysIn({ from, to }: TimeSpan): number {
  const days = lengthInDays(from, to) ?? 0;
  if (days > 400) return -1;
  let count = 0;
  for (let i = 0; i < days; i++) if ((weekdayOf(addDays(from, i) ?? '') ?? 7) <= 5) count++;
  return count;
}

/** What one end must be for the time to have the stated length; null where no such end can be told. */
export function moved(span: TimeSpan, unit: Duration['unit'], value: number, which: 'first' | 'last'): Redate | null {
  const part = span[which];
  const last = which === 'last';
  if (unit === 'year' && part.month === undefined) {
    const other = last ? span.first.year : span.last.year;
    if (part.year === undefined || other === undefined) return null;
    return { year: last ? other + value - 1 : other - value + 1 };
  }
  let iso: string | null = null;
  if (unit === 'day') iso = last ? addDays(span.from, value - 1) : addDays(span.to, 1 - value);
  else if (unit === 'month' && part.day === undefined)
    iso = last ? addMonths(span.from, value - 1) : addMonths(span.to, 1 - value);
  else if (unit === 'month') iso = last ? addMonths(span.from, value) : addMonths(span.to, -value);
  else if (unit === 'year') iso = shiftYears(last ? span.to : span.from, span, value, last);
  else if (unit === 'week') iso = last ? addDays(span.from, 7 * value - 1) : addDays(span.to, 1 - 7 * value);
  const day = iso === null ? null : dayOf(iso);
  if (day === null) return null;
  return {
    ...(part.year === undefined ? {} : { year: day.year }),
    month: day.month,
    ...(part.day === undefined ? {} : { day: day.day }),
    ...(part.weekday === undefined ? {} : { weekday: weekdayOf(iso!)! }),
  };
}

/** Moves one end by whole years so that the stated number of years lies between the ends. */
function shiftYears(iso: string, span: TimeSpan, value: number, last: boolean): string | null {
  const years = Math.round(monthsOf(span) / 12);
  return addMonths(iso, 12 * (last ? value - years : years - value));
}
