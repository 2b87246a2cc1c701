import { redate, redated, type Redate } from '../edits/redate';
import { isLeapYear, isoOf, lastDayOf, weekdayOf } from '../figures/calendar';
import type { DateFigure, DateParts } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { rests } from '../text/steps';
import type { Check, Draft, Fix, Translate } from './check';
import { namedDays, slipOfDigits } from './weekday-mismatch';

export const impossibleDate: Check = {
  code: 'impossible-date',
  says: 'Every date exists in the calendar.',
  because: 'A day that does not exist cannot be kept, and nobody can tell which one was meant.',
  severity: 'error',
  examples: [
    { wrong: 'The road opens on 31 September 2025.', right: 'The road opens on 30 September 2025.' },
    { wrong: '정산 마감: 2025. 2. 29.', right: '정산 마감: 2025. 2. 28.', language: 'ko' },
    { wrong: 'Results are due by the end of Q5 2026.', right: 'Results are due by the end of Q4 2026.' },
  ],
  reads: ['29 February is judged by the year that is written or surely inferred.'],
  *find(plan, t) {
    const rest = rests();
    for (const figure of plan.figures) {
      if (rest()) yield;
      if (figure.kind !== 'date') continue;
      for (const part of figure.parts) {
        const draft = judged(plan, figure, part, t);
        if (draft !== null) yield draft;
      }
      yield* listedDays(plan, figure, t);
    }
  },
};

function judged(plan: PlanFacts, figure: DateFigure, part: DateParts, t: Translate): Draft | null {
  const { day, quarter, half } = part;
  // `28 to 31 September`, `26–30 February`: the two ends share a month that is written once.
  const month = part.month ?? (part.day === undefined ? undefined : figure.parts.find((end) => end.month)?.month);
  const year = yearOf(plan, figure, part);
  const shown = (): string => plan.source.slice(part.start, part.end).replace(/\s+/g, ' ');
  const found = (message: string, fixes: Fix[]): Draft => ({ start: part.start, end: part.end, message, fixes });
  if (quarter !== undefined && (quarter < 1 || quarter > 4)) {
    return found(t('{0} does not exist: a year has four quarters.', shown()), numbered(plan, part, [4, 1, 2, 3], t));
  }
  if (half !== undefined && (half < 1 || half > 2)) {
    return found(t('{0} does not exist: a year has two halves.', shown()), numbered(plan, part, [2, 1], t));
  }
  if (month !== undefined && (month < 1 || month > 12)) {
    return found(t('{0} does not exist: a year has twelve months.', shown()), otherMonths(plan, part, year, t));
  }
  if (month === undefined || day === undefined) return null;
  // Without any year, 29 February is given the benefit of the doubt.
  const last = lastDayOf(year ?? 2024, month);
  if (last === null || (day >= 1 && day <= last)) return null;
  const message =
    day === 29 && year !== null && !isLeapYear(year)
      ? t('{0} does not exist: {1} is no leap year, February has 28 days.', shown(), year)
      : t('{0} does not exist: the month has {1} days.', shown(), last);
  return found(message, otherDays(plan, figure, part, month, year ?? 2024, t));
}

/** `14, 21 and 31 April`, `April 14, 21 and 31, 2026`: days that share their month with the date beside them. */
function* listedDays(plan: PlanFacts, figure: DateFigure, t: Translate): Generator<Draft> {
  const part = figure.parts.find((one) => one.day !== undefined && one.month !== undefined);
  const { monthSpan, daySpan, month } = part ?? {};
  if (month === undefined || monthSpan === undefined || daySpan === undefined) return;
  const last = lastDayOf(yearOf(plan, figure, part!) ?? 2024, month);
  if (last === null) return;
  const isBefore = monthSpan.start > daySpan.start;
  const lead = /(?:\b(?:on|of|and|are|at|from) |(?:\(|(?<!\d):) ?)((?:\d{1,2}, ){1,12})$/.exec(
    plan.source.slice(Math.max(0, figure.start - 64), figure.start),
  );
  const tail = /^((?:, \d{1,2}){0,12},? (?:and|&) \d{1,2})(?=, (?:19|20)\d\d|[.;)]|$)/.exec(
    plan.source.slice(figure.end, figure.end + 64),
  );
  const list = isBefore ? lead?.[1] : tail?.[1];
  if (list === undefined) return;
  const start = isBefore ? figure.start - list.length : figure.end;
  for (const number of list.matchAll(/\d+/g)) {
    const day = Number(number[0]);
    if (day >= 1 && day <= last) continue;
    const span = { start: start + number.index, end: start + number.index + number[0].length };
    const days = [
      last,
      ...Array.from({ length: last }, (_, index) => index + 1).filter((one) => slipOfDigits(one, day)),
    ];
    yield {
      ...span,
      message: t('{0} does not exist: the month has {1} days.', number[0], last),
      fixes: [...new Set(days)].slice(0, 5).map((one, index) => ({
        title: t('Write {0}', one),
        preferred: index === 0,
        edits: [{ ...span, newText: String(one) }],
      })),
    };
  }
}

/** The year of one end: its own, the other end's, the one that was inferred, the plan's. */
function yearOf(plan: PlanFacts, figure: DateFigure, part: DateParts): number | null {
  const known = part.year ?? figure.parts.find((other) => other.year !== undefined)?.year;
  if (known !== undefined) return known;
  const iso = figure.from ?? figure.to;
  return iso === null ? plan.year : Number(iso.slice(0, 4));
}

/** The valid days nearest to the impossible one, those that a slip of one digit explains, and the neighbour months. */
function otherDays(
  plan: PlanFacts,
  figure: DateFigure,
  part: DateParts,
  month: number,
  year: number,
  t: Translate,
): Fix[] {
  const { weekday } = part;
  const day = part.day!;
  const last = lastDayOf(year, month)!;
  const options: { to: Redate; year: number; month: number; day: number; rank: number }[] = [];
  const add = (to: Redate, rank: number): void => {
    options.push({ to, year: to.year ?? year, month: to.month ?? month, day: to.day ?? day, rank });
  };
  add({ day: last }, 1);
  if (month < 12) add({ month: month + 1, day: 1 }, 2);
  else if (part.year !== undefined) add({ year: year + 1, month: 1, day: 1 }, 2);
  for (let other = 1; other < last; other++) {
    if (slipOfDigits(other, day)) add({ day: other }, 5 + (other % 10 === day % 10 ? 0 : 0.5));
    else if (weekday !== undefined) add({ day: other }, 8 + Math.abs(other - day) / 100);
  }
  for (const other of [month + 1, month - 1]) if (other >= 1 && other <= 12) add({ month: other }, 4);
  if (day === 29 && month === 2 && part.year !== undefined)
    for (const other of [year - 1, year + 1]) if (isLeapYear(other)) add({ year: other }, 3);
  const supported = supportOf(plan, figure);
  const fitting = options
    .map((option) => ({ ...option, iso: isoOf(option.year, option.month, option.day) }))
    .filter(
      ({ iso }) => iso !== null && (weekday === undefined || weekdayOf(iso) === weekday) && fits(figure, part, iso),
    )
    .sort((a, b) => Number(supported(b.iso!)) - Number(supported(a.iso!)) || a.rank - b.rank);
  const both: Redate[] = weekday === undefined ? [] : [{ day: last, weekday: weekdayOf(isoOf(year, month, last)!)! }];
  return fixesOf(plan, part, [...fitting.slice(0, 5).map(({ to }) => to), ...both], t);
}

function otherMonths(plan: PlanFacts, part: DateParts, year: number | null, t: Translate): Fix[] {
  const month = part.month!;
  const options: number[] = [];
  for (let other = 1; other <= 12; other++) {
    if (other !== 12 && !slipOfDigits(other, month)) continue;
    const iso = isoOf(year ?? 2024, other, part.day ?? 1);
    if (iso === null || (part.weekday !== undefined && weekdayOf(iso) !== part.weekday)) continue;
    options.push(other);
  }
  return fixesOf(
    plan,
    part,
    options.sort((a, b) => Math.abs(a - month) - Math.abs(b - month)).map((other) => ({ month: other })),
    t,
  );
}

function fixesOf(plan: PlanFacts, part: DateParts, options: readonly Redate[], t: Translate): Fix[] {
  return options
    .flatMap((to) => {
      const edits = redate(plan.source, part, to);
      return edits === null ? [] : [edits];
    })
    .map((edits, index) => ({
      title: t('Write {0}', redated(plan.source, part, edits)),
      preferred: index === 0,
      edits,
    }));
}

/** Quarters and halves: their number stands in the part's own text, in digits or as an ordinal. */
function numbered(plan: PlanFacts, part: DateParts, values: readonly number[], t: Translate): Fix[] {
  const text = plan.source.slice(part.start, part.end);
  const wrong = String(part.quarter ?? part.half);
  const place = new RegExp(`(?:[QqHh]${wrong}|${wrong}(?=[QqHh]|/4|분기|반기|st|nd|rd|th| ?quarter| ?half))`).exec(
    text,
  );
  if (place === null) return [];
  const at = part.start + place.index + place[0].indexOf(wrong);
  return values.map((value, index) => {
    const edit = { start: at, end: at + wrong.length, newText: String(value) };
    return { title: t('Write {0}', redated(plan.source, part, [edit])), preferred: index === 0, edits: [edit] };
  });
}

/** Whether another date of the plan names the day. */
function supportOf(plan: PlanFacts, figure: DateFigure): (iso: string) => boolean {
  const own = figure.from !== null && figure.from === figure.to ? figure.from : null;
  return (iso) => (namedDays(plan).get(iso) ?? 0) > (iso === own ? 1 : 0);
}

/** Whether the day, put for one end of a range, leaves the ends in order; the other end may itself be unknown. */
function fits(figure: DateFigure, part: DateParts, iso: string): boolean {
  if (figure.parts.length === 1) return true;
  return part === figure.parts[0] ? figure.to === null || iso <= figure.to : figure.from === null || iso >= figure.from;
}
