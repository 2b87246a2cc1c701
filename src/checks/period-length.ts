import type { Edit } from '../edits/edit';
import { writeOrdinal } from '../edits/ordinal';
import { redate, redated, type Redate } from '../edits/redate';
import { addDays, addMonths, dayOf, lengthInDays, weekdayOf } from '../figures/calendar';
import type { PlanFacts } from '../plan';
import { durationsIn, type Duration } from './duration';
import type { Around, Check, Draft, Fix, Translate } from './check';
import { passages, passagesWhere, type Passage } from './passage';
import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { flatMapped, rests, type InTurns } from '../text/steps';
import { spreads, tableOf, yearTables, type Spread } from './spread-years';
import { timeSpansIn, type TimeSpan } from './time-span';

export const periodLength: Check = {
  code: 'period-length',
  says: 'A stated length of time equals the time from its first to its last date.',
  because: 'A plan for five years that names four is short of a year of money or of work.',
  severity: 'warning',
  examples: [
    { wrong: 'The five-year plan (2024–2027) is under way.', right: 'The five-year plan (2024–2028) is under way.' },
    { wrong: '3개년 계획(2024~2025)에 따른다.', right: '3개년 계획(2024~2026)에 따른다.', language: 'ko' },
  ],
  reads: [
    'Years, months and days are counted with both ends: 2024 to 2028 are five years, 13 to 17 May are five days.',
    'Weeks and months from date to date are loose by a few days; a whole year may end on the last day or on the same day.',
    '2024 to 2025 may be one year or two; fiscal years count as years.',
  ],
  *find(plan, t) {
    yield* ofWholePlan(plan, t);
    yield* ofYearTables(plan, t);
    yield* ofListedYears(plan, t);
    yield* ofRows(plan, t);
  },
  *findIn(passage, plan, t) {
    const spans = timeSpansIn(passage);
    if (spans.length === 0) return;
    const durations = durationsIn(passage.text);
    for (const duration of durations) {
      const span = partnerOf(passage, duration, spans);
      // `for taxis aged 10 years, lasts 18 months, from …`: the dates belong to the nearer length.
      if (span === undefined || durations.some((other) => isBetween(other, duration, span))) continue;
      // `the four-year programme (2025–2028) into deliverables for one year`: the dates have their length before them.
      if (durations.some((other) => other !== duration && isOf(passage, other, span, spans))) continue;
      const real = lengthIn(span, duration);
      if (real === duration.value + 1 && isYears(span) && isTerm(passage.text, duration, span)) continue;
      if (real !== null && real !== 'fits') yield told(plan, passage, duration, span, real, t);
    }
  },
};

const ownPlan = /^ ((?:[a-z]+ ){0,3}?)(plan|programme|program|strategy|framework|masterplan|budget)\b/;
/** `was replaced by a three-year programme` is of another plan. */
const leadIn = /(?<!\b(?:replaced|followed|succeeded|preceded) by )\b(?:this|the|our|a) $/i;

/**
 * `This six-year plan` under a title that says `Strategic Plan 2027–2031`, `the three-year capital plan` beside the
 * heading `Capital plan 2026–2028`: the headings of that plan must all agree on another length.
 */
function* ofWholePlan(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const all = passages(plan);
  const titled = yield* flatMapped(
    all,
    (passage, at): readonly { passage: Passage; span: TimeSpan; words: string }[] => {
      const isTitle =
        passage.cell === null && (passage.block.kind === 'heading' || at < 3) && passage.text.length <= 90;
      const [span, more] = isTitle ? timeSpansIn(passage) : [];
      return span === undefined || more !== undefined || !isYears(span)
        ? []
        : [{ passage, span, words: passage.text.toLowerCase() }];
    },
  );
  if (titled.length === 0) return;
  const rest = rests();
  for (const passage of all) {
    if (rest()) yield;
    if (passage.cell !== null || !passage.text.includes('-year ') || timeSpansIn(passage).length > 0) continue;
    for (const duration of durationsIn(passage.text)) {
      const after = ownPlan.exec(passage.text.slice(duration.end, duration.end + 60));
      const before = passage.text.slice(Math.max(0, duration.start - 24), duration.start);
      if (after === null || duration.unit !== 'year' || !leadIn.test(before)) continue;
      const named =
        after[1]!.trim() === ''
          ? titled.slice(0, 1)
          : titled.filter(({ words }) => words.includes(`${after[1]!.trim()} ${after[2]!}`));
      const [first] = named;
      if (
        first === undefined ||
        !/\b(?:plan|programme|program|strategy|framework|masterplan|budget)\b/.test(first.words)
      )
        continue;
      // `2025–28` may be three fiscal years.
      const isShort = named.some(({ passage: title, span }) =>
        /\d{4}[–/-]\d{2}$/.test(title.text.slice(span.start, span.end)),
      );
      const lengths = new Set(named.map(({ span }) => lengthIn(span, duration)));
      const real = [...lengths][0];
      if (isShort && typeof real === 'number' && real - 1 === duration.value) continue;
      if (lengths.size !== 1 || typeof real !== 'number' || Math.abs(real - duration.value) > 2) continue;
      yield toldOfTitle(passage, duration, first, real, t);
    }
  }
}

/** `£150 million over six years` where the table with that total has five years. */
function* ofYearTables(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const tables = yearTables(plan);
  if (tables.length === 0) return;
  for (const spread of spreads(plan)) {
    if (spread === undefined) {
      yield;
      continue;
    }
    const table = tableOf(spread, tables);
    if (table === null || table.years === spread.years.value || Math.abs(table.years - spread.years.value) > 3)
      continue;
    yield numberDraft(spread, table.years, t);
  }
}

/** `over four years (2025-26: Rs 540 crore, 2026-27: Rs 810 crore, 2027-28: Rs 810 crore)`: the years one by one. */
function* ofListedYears(plan: PlanFacts, t: Translate): InTurns<Draft> {
  for (const spread of spreads(plan)) {
    if (spread === undefined) {
      yield;
      continue;
    }
    const { passage, years } = spread;
    const list = /^ \(([^()]{12,160})\)/.exec(passage.text.slice(spread.end, spread.end + 170))?.[1];
    const items = list?.split(/,\s|\sand\s/) ?? [];
    const own = items.flatMap((item) => /(?<!\d)((?:19|20)\d\d)(?:[-–/]\d\d)?(?!\d)/.exec(item)?.[1] ?? []);
    const isRow = own.every((year, index) => index === 0 || Number(year) === Number(own[index - 1]) + 1);
    if (own.length < 2 || own.length !== items.length || !isRow || own.length === years.value) continue;
    yield numberDraft(spread, own.length, t);
  }
}

function numberDraft({ passage, years: number, end }: Spread, real: number, t: Translate): Draft {
  const span = passage.span(number.start, number.end);
  const stated = passage.text.slice(number.start, end);
  const newText = writeOrdinal(real, number);
  return {
    ...passage.span(number.start, end),
    message: t('The text says “{0}”; {1} are listed.', stated, real),
    fixes:
      newText === null
        ? []
        : [
            {
              title: t('Write {0}', `${newText}${passage.text.slice(number.end, end)}`),
              preferred: true,
              edits: [{ ...span, newText }],
            },
          ],
    data: { stated: number.value, real, unit: 'year' },
  };
}

/** `| 6. 1.(월) ~ 6. 5.(금) | 안전점검 주간(5일간) |`: the one stretch of time of a row, and the one length in another cell. */
function* ofRows(plan: PlanFacts, t: Translate): Iterable<Draft> {
  const rows = new Map<string, Passage[]>();
  for (const passage of inCells(plan)) gather(rows, `${passage.index}|${passage.cell!.row}`, passage);
  for (const cells of rows.values()) {
    const spans = cells.flatMap((passage) => timeSpansIn(passage).map((span) => ({ passage, span })));
    const lengths = cells.flatMap((passage) => durationsIn(passage.text).map((duration) => ({ passage, duration })));
    const [own, length] = [spans[0], lengths[0]];
    if (spans.length !== 1 || lengths.length !== 1 || own!.passage === length!.passage) continue;
    const { duration, passage } = length!;
    const isTold =
      /(?:^|[(（])\s*(?:총\s)?$/.test(passage.text.slice(0, duration.start)) &&
      /^\s*[)）]?\s*$/.test(passage.text.slice(duration.end)) &&
      duration.unit !== 'year';
    const real = isTold ? lengthIn(own!.span, duration) : null;
    if (real !== null && real !== 'fits') yield toldOfTitle(passage, duration, own!, real, t);
  }
}

const inCells = passagesWhere(({ cell, text }) => cell !== null && /\d\s?[년월일주개]|\d\. ?\d/.test(text));

const isYears = ({ first, last }: TimeSpan): boolean =>
  first.year !== undefined && last.year !== undefined && first.month === undefined && last.month === undefined;

/** `임기 4년(2022~2026)`: what begins and ends in mid-year touches one calendar year more than it lasts. */
const isTerm = (text: string, duration: Duration, span: TimeSpan): boolean =>
  /임기|회기|학년도|(?<!\b(?:medium|long|short|mid)[- ])\b(?:terms?|mandate|tenure)\b/i.test(
    text.slice(Math.max(0, Math.min(duration.start, span.start) - 12), Math.max(duration.end, span.start)),
  );

function toldOfTitle(
  passage: Passage,
  duration: Duration,
  { passage: title, span }: { passage: Passage; span: TimeSpan },
  real: number,
  t: Translate,
): Draft {
  const shown = title.text.slice(span.start, span.end);
  const stated = passage.text.slice(duration.start, duration.end);
  const newText = duration.number === null ? null : writeOrdinal(real, duration.number);
  return {
    ...passage.span(duration.start, duration.end),
    message: lengthMessage(duration.unit, shown, real, stated, t),
    related: [{ ...title.span(span.start, span.end), message: shown }],
    fixes:
      newText === null
        ? []
        : [
            {
              title: t('Write {0}', stated.replace(duration.number!.text, newText)),
              preferred: true,
              edits: [{ ...passage.span(duration.number!.start, duration.number!.end), newText }],
            },
          ],
    data: { stated: duration.value, real, unit: duration.unit },
  };
}

/** The stretch of time that a length belongs to: right before or right after it, nothing else between. */
function partnerOf(passage: Passage, duration: Duration, spans: readonly TimeSpan[]): TimeSpan | undefined {
  const { text, figures } = passage;
  const clear = (from: number, to: number): boolean =>
    !figures.some((figure) => figure.start >= from && figure.end <= to && figure.figure.kind !== 'count');
  return (
    spans.find(({ start, end }) => {
      if (start < duration.end && duration.start < end) return false;
      return start >= duration.end
        ? leadsTo(text.slice(duration.end, start)) && clear(duration.end, start)
        : followsOn(text.slice(end, duration.start)) && (clear(end, duration.start) || /^\)/.test(text.slice(end)));
    }) ?? undefined
  );
}

/** Whether the dates are those of the length, which fits them. */
function isOf(passage: Passage, duration: Duration, span: TimeSpan, spans: readonly TimeSpan[]): boolean {
  if (duration.end > span.start || partnerOf(passage, duration, spans) !== span) return false;
  const real = lengthIn(span, duration);
  return real === 'fits' || real === duration.value;
}

const isBetween = (one: Span, a: Span, b: Span): boolean =>
  one.start >= Math.min(a.end, b.end) && one.end <= Math.max(a.start, b.start);

const weekday = /(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)$/;

/** From a length to its dates: `five-year plan for tourism (2024`, `for three days, from Tuesday, 15`, `3개년('24`. */
function leadsTo(gap: string): boolean {
  if (gap.length > 90 || /[.;!?]\s|:\s\S{12}/.test(gap)) return false;
  const bare = gap.replace(weekday, '');
  const words = bare.split(/\s+/).filter((word) => /[\p{L}]/u.test(word)).length;
  if (/[([（〔][‘’'“"]?$|[‘’'“"]?[(（]$/.test(bare)) return words <= 9 && !/[)）]/.test(bare.slice(0, -1));
  if (/[,:–—-] ?$/.test(bare)) return words <= 3;
  if (/(?:^|\s)(?:from|between|covering|spanning|of|in|for|runs?|running)(?: the (?:years?|period))? $/.test(bare))
    return words <= 5;
  return (
    words <=
    (/(?:plan|programme|program|strategy|framework|period|term|cycle|phase|budget|loan|fund|grant|project|years?|계획|기간|사업) ?$/i.test(
      bare,
    )
      ? 4
      : 0)
  );
}

/** From dates to their length: `2024–2028 (five years`, `~ 5. 17.(금), 5일간`, `부터 4. 26.(금)까지 4주간`. */
function followsOn(gap: string): boolean {
  // `(2025-26 to 2029-30) will cost ₹12,500 crore over five years`
  if (
    /^\)?,? [^.;:()]{0,60}\b(?:over|for|in|within|spread over|across) (?:the |a )?(?:period of |total of |next )?$/.test(
      gap,
    ) &&
    /^\)/.test(gap)
  )
    return true;
  // `2. 1.(토) ~ 5. 15.(목): 산불조심기간(104일간)`: a line of a timetable.
  if (/^(?:\([월화수목금토일]\))?\s?[:：]?\s[가-힣·\s]{2,24}[(（](?:총 ?)?$/.test(gap) && !/[.,]/.test(gap))
    return true;
  return (
    gap.length <= 40 &&
    /^\s?(?:\([월화수목금토일](?:요일)?\))?(?:\s(?:\d{1,2}:\d\d|(?:오전|오후)?\s?\d{1,2}시))?\s?년?(?:도|까지|의)?[,(（:)]{0,2}\s?(?:a period of |for |over |lasting |or |(?:a )?total of |that is,? |i\.e\. |총 ?|매일 ?|the )?$/.test(
      gap,
    )
  );
}

/** How long the time really is, in the length's unit; `fits` when the length is right; null when nothing can be said. */
function lengthIn(span: TimeSpan, { unit, value }: Duration): number | 'fits' | null {
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

function told(plan: Around, passage: Passage, duration: Duration, span: TimeSpan, real: number, t: Translate): Draft {
  const shown = passage.text.slice(span.start, span.end);
  const stated = passage.text.slice(duration.start, duration.end);
  const place = passage.span(span.start, span.end);
  return {
    ...passage.span(duration.start, duration.end),
    message: lengthMessage(duration.unit, shown, real, stated, t),
    related: [{ ...place, message: shown }],
    fixes: ways(plan, passage, duration, span, real, t),
    data: { stated: duration.value, real, unit: duration.unit },
  };
}

function lengthMessage(unit: Duration['unit'], shown: string, real: number, stated: string, t: Translate): string {
  switch (unit) {
    case 'year':
      if (real === 1) return t('{0} covers one year; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} years; the text says “{2}”.', shown, real, stated);
    case 'month':
      if (real === 1) return t('{0} covers one month; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} months; the text says “{2}”.', shown, real, stated);
    case 'week':
      if (real === 1) return t('{0} covers one week; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} weeks; the text says “{2}”.', shown, real, stated);
    case 'day':
      if (real === 1) return t('{0} covers one day; the text says “{1}”.', shown, stated);
      return t('{0} covers {1} days; the text says “{2}”.', shown, real, stated);
  }
}

/** The right length; the right end; the right beginning. */
function ways(
  plan: Around,
  passage: Passage,
  { unit, value, number, start, end }: Duration,
  span: TimeSpan,
  real: number,
  t: Translate,
): Fix[] {
  const fixes: { title: string; edits: readonly Edit[] }[] = [];
  const text = number === null ? null : writeOrdinal(real, number);
  if (number !== null && text !== null) {
    const edit = { ...passage.span(number.start, number.end), newText: text };
    const unitText = passage.text.slice(number.end, end);
    fixes.push({ title: t('Write {0}', text + plural(unitText, value, real)), edits: [{ ...edit, ...pluralEdit() }] });
  }
  for (const [part, to] of [
    [span.last, moved(span, unit, value, 'last')],
    [span.first, moved(span, unit, value, 'first')],
  ] as const) {
    const edits = to === null ? null : redate(plan.source, part, to);
    if (edits !== null && edits.length > 0)
      fixes.push({ title: t('Write {0}', redated(plan.source, part, edits)), edits });
  }
  return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));

  /** `one year` beside `two years`: the unit follows its number. */
  function pluralEdit(): Partial<Edit> {
    const unitText = passage.text.slice(number!.end, end);
    const changed = plural(unitText, value, real);
    return changed === unitText ? {} : { ...passage.span(start, end), newText: text + changed };
  }
}

function plural(unit: string, from: number, to: number): string {
  if (!unit.startsWith(' ') || (from === 1) === (to === 1) || !/[a-z]$/.test(unit)) return unit;
  return to === 1 ? unit.replace(/s$/, '') : `${unit}s`;
}

/** What one end must be for the time to have the stated length; null where no such end can be told. */
function moved(span: TimeSpan, unit: Duration['unit'], value: number, which: 'first' | 'last'): Redate | null {
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
