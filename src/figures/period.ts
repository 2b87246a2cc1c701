import { isoOf, lastDayOf } from './calendar';
import type { DateFigure, DateParts } from './figure';
import type { FiscalYear } from './fiscal';

/** What a calendar expression covers: inclusive ISO days, null where nothing tells or no such day exists. */
export interface Covered {
  readonly from: string | null;
  readonly to: string | null;
}

/** How the days of a fiscal year and of a season are told. */
export interface Almanac {
  /** Null: fiscal years stay open. */
  readonly fiscal: FiscalYear | null;
  /** South of the equator summer is December to February. */
  readonly southern: boolean;
}

const open: Covered = { from: null, to: null };

/**
 * The days that a date's parts cover. One part: the whole of its finest unit (`March 2024` is 1 to 31 March), but the end
 * of a period gives only `to`, its last day. Two parts: from the first day of the one to the last of the other.
 */
export function coveredBy(parts: DateFigure['parts'], almanac: Almanac): Covered {
  const first = coveredByOne(parts[0], almanac);
  if (parts[1] === undefined) return first;
  const second = coveredByOne(parts[1], almanac);
  return { from: first.from ?? first.to, to: second.to };
}

/** The unit that the date is told in; two ends, a decade and a span of years are a `range`. */
export function granularityOf(parts: DateFigure['parts']): DateFigure['granularity'] {
  const [part] = parts;
  if (parts.length === 2 || part.decade === true) return 'range';
  if (part.day !== undefined) return 'day';
  if (part.month !== undefined) return 'month';
  if (part.quarter !== undefined) return 'quarter';
  if (part.half !== undefined) return 'half';
  return part.season === undefined ? 'year' : 'season';
}

/** Whether a word such as `early` leaves open where in the period it is. */
export const isApproximate = (parts: DateFigure['parts']): boolean =>
  isVague(parts[0]) || (parts[1] !== undefined && isVague(parts[1]));

const isVague = ({ modifier }: DateParts): boolean => modifier !== undefined && modifier !== 'end';

function coveredByOne(part: DateParts, almanac: Almanac): Covered {
  const whole = wholeOf(part, almanac);
  return part.modifier === 'end' ? { from: null, to: whole.to } : whole;
}

function wholeOf(part: DateParts, { fiscal, southern }: Almanac): Covered {
  const { year, month, day, quarter, half, season } = part;
  if (year === undefined) return open;
  if (part.decade === true) return monthsFrom(year, 1, 120);
  if (month !== undefined) {
    const inYear = part.fiscal === true && fiscal !== null ? yearOfMonth(part, month, fiscal) : year;
    if (day === undefined) return monthsFrom(inYear, month, 1);
    const iso = isoOf(inYear, month, day);
    return { from: iso, to: iso };
  }
  if (season !== undefined) return monthsFrom(year, firstMonthOf[season] + (southern ? 6 : 0), 3);
  const start = part.fiscal === true ? fiscalStart(part, fiscal) : { year, month: 1 };
  if (start === null) return open;
  if (quarter !== undefined) {
    return quarter < 1 || quarter > 4 ? open : monthsFrom(start.year, start.month + 3 * (quarter - 1), 3);
  }
  if (half !== undefined) return half < 1 || half > 2 ? open : monthsFrom(start.year, start.month + 6 * (half - 1), 6);
  const pairOfCalendarYears = part.endYear !== undefined && start.month === 1;
  return monthsFrom(start.year, start.month, pairOfCalendarYears ? 24 : 12);
}

const firstMonthOf = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

function fiscalStart(part: DateParts, fiscal: FiscalYear | null): { year: number; month: number } | null {
  if (fiscal === null || part.year === undefined) return null;
  const byEnd = part.endYear === undefined && fiscal.named === 'end' && fiscal.start > 1;
  return { year: byEnd ? part.year - 1 : part.year, month: fiscal.start };
}

/** The calendar year of a month within a fiscal year: November of FY 2025 that starts in October is in 2024. */
function yearOfMonth(part: DateParts, month: number, fiscal: FiscalYear): number {
  const start = fiscalStart(part, fiscal);
  if (start === null) return part.year ?? 0;
  return month >= start.month ? start.year : start.year + 1;
}

/** `count` whole months from the first of a month; months beyond December run on into the next year. */
function monthsFrom(year: number, month: number, count: number): Covered {
  if (count === 1 && (month < 1 || month > 12)) return open;
  const first = year * 12 + month - 1;
  const last = first + count - 1;
  const lastYear = Math.floor(last / 12);
  const lastMonth = (last % 12) + 1;
  return {
    from: isoOf(Math.floor(first / 12), (first % 12) + 1, 1),
    to: isoOf(lastYear, lastMonth, lastDayOf(lastYear, lastMonth) ?? 0),
  };
}
