import { redate, redated, withWeekday, writtenDay, type Redate } from '../edits/redate';
import { isoOf, lastDayOf, weekdayOf, type Day } from '../figures/calendar';
import type { DateFigure, DateParts } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { languageOf } from '../language/index';
import { weekdayName } from './calendar-words';
import type { Check, Draft, Fix, Translate } from './check';
import { once } from '../text/once';
import { rests, type InTurns } from '../text/steps';

/** A date and the weekday written beside it, which is not its own. */
interface Mismatch {
  readonly figure: DateFigure;
  readonly part: DateParts;
  readonly day: Day;
  readonly written: number;
  readonly real: number;
}

export const weekdayMismatch: Check = {
  code: 'weekday-mismatch',
  says: 'A weekday written beside a date is the weekday of that date.',
  because: 'Readers put the day into their calendars; whoever trusts the wrong half comes on the wrong day.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The forum opens on Tuesday, 14 February 2024.',
      right: 'The forum opens on Wednesday, 14 February 2024.',
    },
    { wrong: '설명회: 2024. 2. 14.(화)', right: '설명회: 2024. 2. 14.(수)', language: 'ko' },
  ],
  reads: [
    'A year that is not written is taken from the sentence or the paragraph before it, and from the plan’s own year last.',
    'Where that year is only inferred and the words around point to another year, nothing is said.',
  ],
  *find(plan, t) {
    const named = namedDays(plan);
    for (const mismatch of mismatches(plan)) yield mismatch && told(plan, mismatch, named, t);
  },
};

/** Every date of the plan whose weekday is not the one written. */
export function* mismatches(plan: PlanFacts): InTurns<Mismatch> {
  const rest = rests();
  for (const figure of plan.figures) {
    if (rest()) yield;
    if (figure.kind !== 'date' || figure.known === 'open') continue;
    for (const index of [0, 1] as const) {
      const part = figure.parts[index];
      const day = writtenDay(figure, index);
      if (part?.weekday === undefined || day === null) continue;
      const real = weekdayOn(day);
      if (real === null || real === part.weekday || elsewhen(plan, figure, part, day)) continue;
      if (isTorn(plan.source.slice(part.start, part.end)) || isOfSeveral(plan, part)) continue;
      // `2025. 7. 27.(월)~8. 7.(금)` in a plan for 2026: one wrong year, told at the end that bears it.
      if (index === 1 && isOfOwnYear(plan, figure)) continue;
      yield { figure, part, day, written: part.weekday, real };
    }
  }
}

/** Whether a span bears its year at its first end alone, and the weekdays of both ends are those of the plan's own year. */
function isOfOwnYear({ year }: PlanFacts, figure: DateFigure): boolean {
  const [first, second] = figure.parts;
  if (year === null || first.year === year || second === undefined || !bearsYear(figure)) return false;
  return ([0, 1] as const).every((index) => {
    const day = writtenDay(figure, index);
    return day !== null && weekdayOn({ ...day, year }) === figure.parts[index]?.weekday;
  });
}

const aWeekday = Object.keys(languageOf('en').calendar.weekdays).join('|');
const severalBefore = new RegExp(String.raw`\b(?:${aWeekday}),? ?(?:and|to|through|&|–|-) ?$`, 'i');
const severalAfter = new RegExp(String.raw`^s?,? ?(?:and|to|through|&|–|-) ?(?:${aWeekday})\b`, 'i');

/**
 * `Wednesday and Thursday, 15 and 16 October`, `to 26 February 2027, Monday to Friday`: the weekday that stands beside the
 * day is not its own.
 */
function isOfSeveral({ source }: PlanFacts, { weekdaySpan }: DateParts): boolean {
  if (weekdaySpan === undefined) return false;
  const { start, end } = weekdaySpan;
  return (
    severalBefore.test(source.slice(Math.max(0, start - 20), start).replace(/\s+/g, ' ')) ||
    severalAfter.test(source.slice(end, end + 20).replace(/\s+/g, ' '))
  );
}

/** `임대기간 30년` / `1월 29일(목)`: two digits and a day that only a line's end holds together are no year. */
const isTorn = (written: string): boolean => /^\d{2}년[^\S\n]*\n/.test(written);

/** How often each day is named. */
export const namedDays: (plan: PlanFacts) => ReadonlyMap<string, number> = once((plan) => {
  const named = new Map<string, number>();
  for (const figure of plan.figures)
    if (figure.kind === 'date' && figure.from !== null && figure.from === figure.to)
      named.set(figure.from, (named.get(figure.from) ?? 0) + 1);
  return named;
});

function told(plan: PlanFacts, mismatch: Mismatch, named: ReadonlyMap<string, number>, t: Translate): Draft {
  const { figure, part, day, written, real } = mismatch;
  const bare = plan.source.slice(part.start, part.end).replace(/\s+/g, ' ');
  const complete = part.year === undefined && figure.parts[0].year === undefined ? `${bare} (${day.year})` : bare;
  return {
    ...withWeekday(plan.source, part),
    message: t('{0} is a {1}, not a {2}.', complete, weekdayName(real, t), weekdayName(written, t)),
    fixes: ways(plan, mismatch, named, t),
    data: { iso: isoOf(day.year, day.month, day.day), weekday: written, real },
  };
}

/** The right weekday, then the days that fit the weekday, nearest first; what another mention supports goes first. */
function ways(
  plan: PlanFacts,
  { figure, part, day, written, real }: Mismatch,
  named: ReadonlyMap<string, number>,
  t: Translate,
): Fix[] {
  const options: { to: Redate; iso: string | null; rank: number }[] = [
    { to: { weekday: real }, iso: isoOf(day.year, day.month, day.day), rank: 1 },
  ];
  const last = lastDayOf(day.year, day.month) ?? 0;
  for (let other = 1; other <= last; other++) {
    if (weekdayOn({ ...day, day: other }) !== written) continue;
    const rank = 2 + Math.abs(other - day.day) + (slipOfDigits(other, day.day) ? 0 : 3);
    options.push({ to: { day: other }, iso: isoOf(day.year, day.month, other), rank });
  }
  const own = plan.year;
  if (part.year !== undefined && own !== null && own !== day.year) {
    // A timetable may end in the year after the plan's own.
    for (const year of Math.abs(own - day.year) === 1 ? [own, own + 1] : [own]) {
      if (year !== day.year && weekdayOn({ ...day, year }) === written)
        options.push({ to: { year }, iso: isoOf(year, day.month, day.day), rank: 0 });
    }
  }
  // The figure itself names its own day once.
  const itself = figure.from === figure.to ? figure.from : null;
  const supported = (iso: string | null): boolean => iso !== null && (named.get(iso) ?? 0) > (iso === itself ? 1 : 0);
  const single = figure.parts.length === 1;
  return options
    .sort((a, b) => Number(supported(b.iso)) - Number(supported(a.iso)) || a.rank - b.rank)
    .slice(0, 6)
    .flatMap(({ to, iso }) => {
      // The other end of a range must stay on its own side.
      if (!single && iso !== null && !(to.year !== undefined && bearsYear(figure)) && !ordered(figure, part, iso))
        return [];
      const edits = redate(plan.source, part, to);
      return edits === null ? [] : [{ edits, text: redated(plan.source, part, edits) }];
    })
    .map(({ edits, text }, index) => ({ title: t('Write {0}', text), preferred: index === 0, edits }));
}

/** Whether the year at the first end is that of the other end too. */
const bearsYear = ({ parts: [first, second] }: DateFigure): boolean =>
  first.year !== undefined && second !== undefined && second.year === undefined;

/** Whether `iso`, put for one end of a range, leaves the ends in order. */
function ordered(figure: DateFigure, part: DateParts, iso: string): boolean {
  const first = part === figure.parts[0];
  const other = first ? figure.to : figure.from;
  return other === null || (first ? iso <= other : iso >= other);
}

/** A digit more, less, changed, or two that changed places: `12` for `21`, `3` for `13`. */
export function slipOfDigits(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  if (x.length === y.length) {
    const different = [...x].filter((digit, index) => digit !== y[index]).length;
    return different <= 1 || (x.length === 2 && x === [...y].reverse().join(''));
  }
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return long.length === short.length + 1 && (long.startsWith(short) || long.endsWith(short));
}

const weekdayOn = (day: Day): number | null => weekdayOf(isoOf(day.year, day.month, day.day) ?? '');

/** Words by which a text turns to another year. */
const otherYear =
  /(?:last|next|previous|following|preceding|earlier) (?:year|spring|summer|autumn|winter|season)|지난해|작년|전년|내년|이듬해|다음 해/;

/** The days that are written with a weekday and without a year. */
const yearless = once((plan: PlanFacts) => {
  const found: DateParts[] = [];
  for (const figure of plan.figures) {
    if (figure.kind !== 'date' || figure.known === 'open' || !figure.inferred) continue;
    const [part] = figure.parts;
    if (part.year !== undefined || part.month === undefined || part.day === undefined || part.weekday === undefined)
      continue;
    found.push(part);
  }
  return found;
});

/** Days written with their year whose weekday is right, as month, day and weekday. */
const writtenDays = once((plan: PlanFacts): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const figure of plan.figures) {
    if (figure.kind !== 'date' || figure.inferred) continue;
    for (const index of [0, 1] as const) {
      const day = writtenDay(figure, index);
      const weekday = figure.parts[index]?.weekday;
      if (day !== null && weekday !== undefined && weekdayOn(day) === weekday)
        found.add(`${day.month}/${day.day}/${weekday}`);
    }
  }
  return found;
});

/** Whether every weekday beside a day without a year, of two or more, is that of `year`: the news tells next year's plan. */
const allFit = (plan: PlanFacts, year: number): boolean =>
  yearless(plan).length >= 2 &&
  yearless(plan).every(({ month, day, weekday }) => weekdayOn({ year, month: month!, day: day! }) === weekday);

/** Whether the year is only inferred, the weekday fits the year beside it, and the words point to another year. */
function elsewhen(plan: PlanFacts, figure: DateFigure, part: DateParts, day: Day): boolean {
  if (!figure.inferred || part.year !== undefined) return false;
  // A year that was inferred against the plan's own is wrong when the weekday fits the plan's.
  if (plan.year !== null && plan.year !== day.year && weekdayOn({ ...day, year: plan.year }) === part.weekday)
    return true;
  if (allFit(plan, day.year - 1)) return true;
  // A plan is made in the last months of the year before its own.
  if (
    day.year === plan.year &&
    day.month >= 10 &&
    weekdayOn({ ...day, year: day.year - 1 }) === part.weekday &&
    !yearless(plan).some(
      ({ month, day: other, weekday }) => weekdayOn({ year: day.year, month: month!, day: other! }) === weekday,
    )
  )
    return true;
  // The timetable names the same day with its year.
  if (writtenDays(plan).has(`${day.month}/${day.day}/${part.weekday}`)) return true;
  const fits = [-1, 1].some((step) => weekdayOn({ ...day, year: day.year + step }) === part.weekday);
  return fits && otherYear.test(plan.blocks[figure.block]?.reading.text ?? '');
}
