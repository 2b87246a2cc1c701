import type { Block } from '../text/block';
import { readingOffset, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import { dayOf, isoOf, weekdayOf } from './calendar';
import type { PlanClock } from './clock';
import type { DateFigure, DateParts } from './figure';
import { sentenceStart, tenseAt } from './tense';

/** What a date may learn from. */
export interface Context {
  /** The dates before it in the document, resolved. */
  readonly before: readonly DateFigure[];
  /** The few that come next, as they were found. */
  readonly after: readonly DateFigure[];
  /** The days that the document writes with their years, `2025-12-05`, and their months, `2025-12`. */
  readonly days: ReadonlySet<string>;
  readonly blocks: readonly Block[];
  readonly clock: PlanClock;
}

/** How many dates back a year is looked for. */
const reach = 24;

/** A year and the text that gave it. */
export interface Source {
  readonly year: number;
  readonly from: Span | 'plan';
  /** The fiscal year that gave it: its months lie in two calendar years. */
  readonly fiscal?: { readonly from: string; readonly to: string };
  /** Given by a full date, which leaves no doubt even in a sentence about what is to come. */
  readonly isFirm?: boolean;
  /** Itself concluded from what stands around. */
  readonly isInferred?: boolean;
}

/** Where in its year a part begins, as a month from 1; 0 for a whole year. */
export const monthIn = ({ month, quarter, half, season }: DateParts): number =>
  month ??
  (quarter === undefined ? undefined : quarter * 3 - 2) ??
  (half === undefined ? undefined : half * 6 - 5) ??
  (season === undefined ? 0 : seasonMonth[season]);

const seasonMonth = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;

/** The year that a part without one is in: from the nearest that can tell. */
export function yearOf(part: DateParts, date: DateFigure, context: Context): Source | null {
  const { clock, blocks } = context;
  const block = blocks[date.block];
  const reading = block === undefined ? null : readingOf(block, date);
  if (block === undefined || reading === null) return planYear(clock);
  const at = readingOffset(reading, date.start);
  const end = at + date.text.length;
  if (part.relative !== undefined) return relativeYear(part.relative, date, context);
  const told = tenseAt(reading.text, at, end, block.language);
  const own = planYear(clock);
  if (part.nearest !== undefined) {
    const nearest = nearestYear(part, clock, told.tense);
    return isOwnWeekday(part, nearest, own) ? own : nearest;
  }
  if (/(?:매년|해마다|매해|\b[Ee]very|\b[Ee]ach)\s?$/.test(reading.text.slice(Math.max(0, at - 6), at))) return null;
  const isToCome = (source: Source | null): Source | null => {
    const isPast = source !== null && own !== null && source.year < own.year && source.isFirm !== true;
    return isPast && told.tense === 'future' ? null : source;
  };
  const source =
    fromList(date, context, reading) ??
    fromStart(part, date, context, reading, at) ??
    isToCome(afterFirm(fromSentence(date, context, reading, at), part, told.tense, context)) ??
    isToCome(date.cell === null ? fromBlock(date, context, block.language) : fromTable(date, context)) ??
    fromFullDay(part, context) ??
    fromMonthBefore(part, told.tense, date, context) ??
    fromTense(part, told, date, context) ??
    isToCome(fromHeading(date, context)) ??
    own;
  const isOwn = source !== null && (source === own || source.isInferred === true) && source.year === own?.year;
  if (isOwn && clock.span !== null && isLateInFiscal(part) && told.tense !== 'past')
    return { ...source, year: yearWithin(clock.span, monthIn(part)) };
  if (isOwnWeekday(part, source, own)) return own;
  return source?.fiscal === undefined ? source : { ...source, year: yearWithin(source.fiscal, monthIn(part)) };
}

/** January to March of a plan for 2025/26 are of 2026 in all countries; before July a plan may still look at the year it is made in. */
const isLateInFiscal = (part: DateParts): boolean => monthIn(part) >= 1 && monthIn(part) <= 3;

/** The calendar year of a month in a fiscal year. */
function yearWithin({ from, to }: NonNullable<Source['fiscal']>, month: number): number {
  const [first, last] = [dayOf(from)!, dayOf(to)!];
  return month >= first.month ? first.year : last.year;
}

const planYear = ({ year, issued }: PlanClock): Source | null => {
  const own = year ?? (issued === null ? undefined : dayOf(issued)?.year);
  return own === undefined || own === null ? null : { year: own, from: 'plan' };
};

/** Whether the weekday beside a day fits the plan's own year and not the one that its surroundings tell. */
function isOwnWeekday({ month, day, weekday }: DateParts, found: Source | null, own: Source | null): boolean {
  if (weekday === undefined || month === undefined || day === undefined) return false;
  if (found === null || own === null || found.year === own.year) return false;
  const fits = (year: number): boolean => weekdayOf(isoOf(year, month, day) ?? '') === weekday;
  return fits(own.year) && !fits(found.year);
}

export function fullDays(dates: readonly DateFigure[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { parts } of dates) {
    for (const { year, month, day } of parts) {
      if (year === undefined || month === undefined || day === undefined) continue;
      found.add(`${year}-${month}-${day}`).add(`${year}-${month}`);
    }
  }
  return found;
}

/**
 * The budget for 2026 is adopted on `12월 5일(금)`, and its timetable says `2025. 12. 5.(금)`: the year beside the plan's
 * own, where the same day is written with that year only, or its month is and the weekday fits that year only.
 */
function fromFullDay({ month, day, weekday }: DateParts, { days, clock }: Context): Source | null {
  const own = planYear(clock)?.year;
  if (own === undefined || month === undefined || day === undefined || days.has(`${own}-${month}-${day}`)) return null;
  const fits = (year: number): boolean => weekdayOf(isoOf(year, month, day) ?? '') === weekday;
  const year = [own - 1, own + 1].find(
    (other) =>
      days.has(`${other}-${month}-${day}`) ||
      (weekday !== undefined && days.has(`${other}-${month}`) && fits(other) && !fits(own)),
  );
  return year === undefined ? null : { year, from: 'plan' };
}

function readingOf(block: Block, { cell }: DateFigure): Reading | null {
  if (cell === null) return block.reading;
  return block.table?.rows[cell.row]?.cells.find(({ column }) => column === cell.column)?.reading ?? null;
}

/** `next year` counts from the plan's year, `the same year` from the date before it. */
function relativeYear(relative: number, date: DateFigure, { before, clock }: Context): Source | null {
  const last = before.at(-1);
  if (/\b(?:same|following)\b|같은|동년|이듬|익년|다음 ?해/.test(date.text) && last?.block === date.block) {
    const year = yearIn(last);
    if (year !== null) return { year: year + relative, from: last };
  }
  // A plan that was made known before its year speaks from the day of issue: `올해` is the year of that day.
  const own = planYear(clock);
  return own && { year: Math.min(own.year, clock.spoken ?? own.year) + relative, from: 'plan' };
}

/** `last September` is before the day of issue, `next March` after it; without one the plan is taken to be of its spring. */
function nearestYear(part: DateParts, clock: PlanClock, tense: string): Source | null {
  const own = planYear(clock);
  if (own === null) return null;
  const issued = clock.issued === null ? null : dayOf(clock.issued);
  const year = issued?.year ?? own.year;
  const now = issued?.month ?? 3;
  const month = monthIn(part);
  if (part.nearest === 'this') return { year, from: 'plan' };
  if (part.nearest === 'last')
    return { year: month > now || (month === now && issued === null) ? year - 1 : year, from: 'plan' };
  return { year: month < now && tense !== 'past' ? year + 1 : year, from: 'plan' };
}

/** `March and June 2025`: the year after the last of a list is that of all. */
function fromList(date: DateFigure, { after }: Context, reading: Reading): Source | null {
  let end = date.end;
  for (const next of after) {
    if (next.block !== date.block || !sameCell(next, date) || next.granularity !== date.granularity) return null;
    const between = reading.text.slice(readingOffset(reading, end), readingOffset(reading, next.start));
    if (!/^\s?(?:,|,?\s?(?:and|or|&)|[·ㆍ/])\s?$/.test(between)) return null;
    const { year, yearSpan } = next.parts[0];
    if (year !== undefined) return { year, from: yearSpan ?? next };
    end = next.end;
  }
  return null;
}

/** `지난 7월 8일(월)부터 7월 10일(수)까지`: the end of a stretch is in the year of its beginning, or in the next. */
function fromStart(
  part: DateParts,
  date: DateFigure,
  { before }: Context,
  reading: Reading,
  at: number,
): Source | null {
  const first = before.at(-1);
  if (first?.parts[0].nearest === undefined || first.block !== date.block || !sameCell(first, date)) return null;
  if (!untilThen.test(reading.text.slice(readingOffset(reading, first.end), at))) return null;
  const year = yearIn(first);
  return year === null ? null : { year: year + (monthIn(part) < monthIn(first.parts[0]) ? 1 : 0), from: 'plan' };
}

const untilThen = /^\s?(?:\([월화수목금토일](?:요일)?\))?\s?부터\s$/;

/** The date before it in the same sentence, unless it only bounds what is said (`by 2027`, `since 2016`). */
function fromSentence(date: DateFigure, { before, clock }: Context, reading: Reading, at: number): Source | null {
  const start = sentenceStart(reading.text, at);
  for (let i = before.length - 1; i >= Math.max(0, before.length - reach); i--) {
    const other = before[i]!;
    if (other.block !== date.block || !sameCell(other, date)) return null;
    const otherAt = readingOffset(reading, other.start);
    if (otherAt < start) return null;
    if (isAside(reading.text, other, otherAt, at)) continue;
    const source = governing(other, clock);
    if (source !== null && !namesThing(other, date, reading, clock)) return source;
  }
  return null;
}

/** `spent as at 30 November 2024, to be opened before Easter in April`: what is to come half a year back lies in the next. */
function afterFirm(source: Source | null, part: DateParts, tense: string, { before }: Context): Source | null {
  const last = before.at(-1);
  if (source?.isFirm !== true || tense !== 'future' || last === undefined || monthIn(part) === 0) return source;
  return monthIn(last.parts.at(-1)!) - monthIn(part) >= 6 ? { ...source, year: source.year + 1 } : source;
}

/**
 * A year to come that names a thing rather than a time: the budget of `reflect them in the 2025 budget in November`, the
 * schedule of `2025년 행사 일정은 11월 중에 확정`. Set apart as a time (`in 2025,`, `2025년에는`) it governs.
 */
function namesThing(other: DateFigure, date: DateFigure, reading: Reading, clock: PlanClock): boolean {
  const year = other.parts[0].year;
  const at = readingOffset(reading, other.start);
  if (other.granularity === 'year' && named.test(reading.text.slice(Math.max(0, at - 12), at))) return true;
  const now = Math.min(clock.year ?? Infinity, clock.spoken ?? Infinity);
  if (other.granularity !== 'year' || year === undefined || year <= now || now === Infinity) return false;
  const [start, end] = [readingOffset(reading, other.start), readingOffset(reading, other.end)];
  const between = reading.text.slice(end, readingOffset(reading, date.start));
  if (between.length < 4 || /^(?:에|엔|도에|\s?중)/.test(between)) return false;
  return !/\b(?:[Ii]n|[Dd]uring)\s$/.test(reading.text.slice(Math.max(0, start - 8), start));
}

/** `The allowance for Budget 2023 is above what was signalled in December`. */
const named = /\b(?:Budget|Vision|Agenda|Plan|Strategy|Programme)\s$/;

/** `7만명(’25년 6만명), 신청 1.5.~2.6.`: a year with a figure of its own in brackets, closed before the date. */
function isAside(text: string, { granularity, text: mention }: DateFigure, at: number, until: number): boolean {
  if (granularity !== 'year' || text.charCodeAt(at - 1) !== 0x28) return false;
  const close = text.indexOf(')', at);
  return (
    close > at && close < until && /^(?:년|도|에|은|는)?,? ?(?:약 )?\d/.test(text.slice(at + mention.length, close))
  );
}

/** In Korean the last date before it in the paragraph; in English one that opens the paragraph (`In 2023, …`). */
function fromBlock(date: DateFigure, { before, blocks, clock }: Context, language: string): Source | null {
  const block = blocks[date.block];
  for (let i = before.length - 1; i >= Math.max(0, before.length - reach); i--) {
    const other = before[i]!;
    if (block === undefined || other.block !== date.block) return null;
    const { reading } = block;
    if (isAside(reading.text, other, readingOffset(reading, other.start), readingOffset(reading, date.start))) continue;
    const source = governing(other, clock);
    if (source === null || namesThing(other, date, reading, clock)) continue;
    if (language !== 'en' || other.start - block.start < 16) return source;
  }
  return null;
}

/** The year that a date sets for those that follow it, if it does. */
function governing(other: DateFigure, clock: PlanClock): Source | null {
  const year = other.yearFrom === 'plan' && other.parts[0].relative === undefined ? null : yearIn(other);
  if (year === null) return null;
  const isDated = other.parts[0].month !== undefined;
  if (!isDated && (other.relation !== 'on' || other.parts.length === 2 || other.parts[0].decade === true)) return null;
  if (clock.year !== null && Math.abs(clock.year - year) > (isDated ? 3 : 2)) return null;
  const { from, to } = other;
  return {
    year,
    from: other.parts.at(-1)?.yearSpan ?? other,
    isFirm: isDated && other.known === 'written',
    isInferred: other.known === 'inferred',
    ...(other.parts[0].fiscal === true && !isDated && from !== null && to !== null ? { fiscal: { from, to } } : {}),
  };
}

/** The year in which a resolved date ends. */
function yearIn({ from, to, parts }: DateFigure): number | null {
  const written = parts.at(-1)?.year;
  if (parts[0].fiscal !== true && written !== undefined) return written;
  const iso = to ?? from;
  return iso === null ? null : (dayOf(iso)?.year ?? null);
}

/** The year in the header of its column, else in its row before it. */
function fromTable(date: DateFigure, { before, blocks, clock }: Context): Source | null {
  const { cell } = date;
  if (cell === null) return null;
  let inRow: Source | null = null;
  for (let i = before.length - 1; i >= Math.max(0, before.length - reach); i--) {
    const other = before[i]!;
    if (other.block !== date.block || other.cell === null) break;
    const source = governing(other, clock);
    if (source === null) continue;
    if (other.cell.row === cell.row) inRow ??= source;
    else if (other.cell.column === cell.column && isHeader(other.cell.row, blocks[date.block])) return source;
  }
  return inRow ?? fromCaption(date, before, clock);
}

export const isHeader = (row: number, block: Block | undefined): boolean =>
  row < Math.max(1, block?.table?.headerRows ?? 1);

/** The line just above a table: `<2026년 추진 일정>`. */
function fromCaption(date: DateFigure, before: readonly DateFigure[], clock: PlanClock): Source | null {
  const other = before.findLast(({ block }) => block < date.block);
  return other !== undefined && other.block === date.block - 1 ? governing(other, clock) : null;
}

/** `adopt a draft in late December, in time for the session that opens in January`: after the end of a year comes the next. */
function fromMonthBefore(part: DateParts, tense: string, date: DateFigure, { before }: Context): Source | null {
  const last = before.at(-1);
  const year = last === undefined ? null : yearIn(last);
  if (last === undefined || year === null || last.block !== date.block || !sameCell(last, date)) return null;
  const isNext = last.parts.length === 1 && monthIn(last.parts[0]) === 12 && monthIn(part) >= 1 && monthIn(part) <= 3;
  return isNext && tense !== 'past' && last.yearFrom === 'plan' ? { year: year + 1, from: 'plan' } : null;
}

/** The year that the tense and the day of issue tell: what is done lies before that day, what is to come after it. */
function fromTense(
  part: DateParts,
  { tense, pastYear }: ReturnType<typeof tenseAt>,
  date: DateFigure,
  { before, clock }: Context,
): Source | null {
  const own = planYear(clock);
  const issued = clock.issued === null ? null : dayOf(clock.issued);
  if (own === null) return null;
  const month = monthIn(part);
  const [, last] = date.parts;
  // `Receipts were 5 billion in July–March`: what is done ended in the plan's year at the latest.
  const isOverYear = last?.month !== undefined && last.year === undefined && last.month < month;
  if (issued === null && isOverYear && tense === 'past') return { year: own.year - 1, from: 'plan' };
  if (issued === null && clock.spoken !== null && clock.spoken < own.year && date.cell === null) {
    const earlier: Source = { year: clock.spoken, from: 'plan' };
    if (tense === 'past' || isOwnWeekday(part, own, earlier)) return earlier;
  }
  const isReview = pastYear && tense === 'open' && date.relation !== 'from' && date.relation !== 'by';
  if (tense === 'past' || isReview) {
    // What a plan or budget reports as done in December was done before its year began.
    if (issued === null)
      return pastYear || (tense === 'past' && month === 12 && date.relation === 'on')
        ? { year: own.year - 1, from: 'plan' }
        : null;
    const isLater = month > issued.month || (month === issued.month && (part.day ?? 0) > issued.day);
    if (isLater) return { year: issued.year - 1, from: 'plan' };
    return tense === 'past' && own.year >= issued.year ? { year: issued.year, from: 'plan' } : null;
  }
  // A day named in a release about next year's plan, and near: it is still of the year of issue.
  const monthsOn = issued === null ? -1 : month - issued.month;
  const isNear = monthsOn >= 0 && monthsOn <= 2 && part.day !== undefined && date.cell === null;
  if (issued !== null && own.year > issued.year && isNear) return { year: issued.year, from: 'plan' };
  // A timetable goes on from such a day: `9월 3일 국회 제출`, `10~11월 심사`, `12월 2일 의결`.
  const listed = before.at(-1);
  const goesOn =
    listed !== undefined &&
    listed.block === date.block - 1 &&
    listed.yearFrom === 'plan' &&
    month >= monthIn(listed.parts[0]);
  if (issued !== null && own.year > issued.year && goesOn && yearIn(listed) === issued.year)
    return { year: issued.year, from: 'plan' };
  if (issued === null || own.year !== issued.year || month === 0 || date.cell !== null) return null;
  const isPassed = month < issued.month;
  // `grants rise in January`, said in October: the present tells of what is near.
  const isNext = tense === 'open' && date.relation === 'on' && issued.month - month >= 8;
  const isToCome = tense === 'future' || isNext || (date.relation === 'from' && issued.month - month >= 3);
  return isPassed && isToCome ? { year: issued.year + 1, from: 'plan' } : null;
}

/** The nearest heading above that names a single year. */
function fromHeading(date: DateFigure, { before, blocks, clock }: Context): Source | null {
  let depth = Infinity;
  for (let i = before.length - 1; i >= Math.max(0, before.length - reach); i--) {
    const other = before[i]!;
    const block = blocks[other.block];
    if (block?.kind !== 'heading' || other.block === date.block || block.depth >= depth) continue;
    const source = other.granularity === 'year' ? governing(other, clock) : null;
    if (source !== null && !isClosed(other.block, date.block, block.depth, blocks)) return source;
    depth = block.depth;
  }
  return null;
}

/** Whether another heading of the same or a higher level stands between. */
function isClosed(from: number, to: number, depth: number, blocks: readonly Block[]): boolean {
  for (let i = from + 1; i < to; i++) {
    const block = blocks[i];
    if (block?.kind === 'heading' && block.depth <= depth) return true;
  }
  return false;
}

const sameCell = (a: DateFigure, b: DateFigure): boolean =>
  a.cell === null || b.cell === null ? a.cell === b.cell : a.cell.row === b.cell.row && a.cell.column === b.cell.column;
