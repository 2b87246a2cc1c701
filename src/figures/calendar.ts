/**
 * Calendar arithmetic on the proleptic Gregorian calendar, in whole numbers: no time zones, no `Date`. Days are counted
 * from 1 March of the year 0, so that a leap day ends a year and months need no table.
 *
 * An ISO string here is always `YYYY-MM-DD`. Where one is expected and another string comes, the result is null.
 */

/** A day by its numbers: `{ year: 2024, month: 2, day: 29 }`. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Whether the year has a 29 February. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The number of the month's last day, 28 to 31; null for a month that does not exist. */
export function lastDayOf(year: number, month: number): number | null {
  if (month < 1 || month > 12) return null;
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD`, or null where there is no such day (30 February, month 13). */
export function isoOf(year: number, month: number, day: number): string | null {
  const last = lastDayOf(year, month);
  if (last === null || day < 1 || day > last || year < 0 || year > 9999) return null;
  const number = String(year);
  return (year > 999 ? number : number.padStart(4, '0')) + ofYear[month * 32 + day]!;
}

/** The numbers of an ISO day, or null where the string is none or names no such day. */
export function dayOf(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isoOf(year, month, day) === null ? null : { year, month, day };
}

/** The ISO day `days` later (earlier where negative), or null where `iso` is no day. */
export function addDays(iso: string, days: number): string | null {
  const day = dayOf(iso);
  return day === null ? null : isoFromCount(countOf(day) + days);
}

/** The same day `months` later, its number lowered to the month's last where need be; null where `iso` is no day. */
export function addMonths(iso: string, months: number): string | null {
  const day = dayOf(iso);
  if (day === null) return null;
  const index = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return isoOf(year, month, Math.min(day.day, lastDayOf(year, month) ?? 31));
}

/** Days from `a` to `b`: 1 from one day to the next, negative where `b` is earlier; null where either is no day. */
export function daysBetween(a: string, b: string): number | null {
  const [from, to] = [dayOf(a), dayOf(b)];
  return from === null || to === null ? null : countOf(to) - countOf(from);
}

/** How many days a period has, both ends included: 1 for a day. */
export function lengthInDays(from: string, to: string): number | null {
  const days = daysBetween(from, to);
  return days === null ? null : days + 1;
}

/** 1 Monday … 7 Sunday (ISO 8601), or null where `iso` is no day. */
export function weekdayOf(iso: string): number | null {
  const day = dayOf(iso);
  if (day === null) return null;
  return ((((countOf(day) + 2) % 7) + 7) % 7) + 1;
}

/** The first of a calendar month, `YYYY-MM-01`; null where there is no such month. */
export const firstOfMonth = (year: number, month: number): string | null => isoOf(year, month, 1);

/** The last day of a calendar month; null where there is no such month. */
export const lastOfMonth = (year: number, month: number): string | null =>
  isoOf(year, month, lastDayOf(year, month) ?? 0);

/** `-MM-DD` by month × 32 + day. */
const ofYear = Array.from(
  { length: 13 * 32 },
  (_, index) => `-${String(index >> 5).padStart(2, '0')}-${String(index & 31).padStart(2, '0')}`,
);

/** Days since 1 March of the year 0. */
function countOf({ year, month, day }: Day): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
}

function isoFromCount(count: number): string | null {
  const era = Math.floor(count / 146097);
  const ofEra = count - era * 146097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return isoOf(year, month, ofYear - Math.floor((153 * shifted + 2) / 5) + 1);
}
