import type { Block } from '../text/block';
import { filtered, mayRest, type Steps } from '../text/steps';
import { dayOf } from './calendar';
import type { PlanClock } from './clock';
import type { DateFigure, DateParts, Figure } from './figure';
import { isSouthern } from './fiscal';
import { isNoDate, isReported } from './no-date';
import { coveredBy, type Almanac } from './period';
import { fullDays, monthIn, yearOf, type Context, type Source } from './unwritten-year';

/**
 * Fills in what a figure alone cannot know: the year of a date from the other end of its range, the list it stands in, its
 * sentence, its paragraph, its table's header, the heading above or the plan's own year. What was written stays in
 * `parts`; only `from` and `to` say what was concluded.
 */
export function* resolve(figures: readonly Figure[], blocks: readonly Block[], clock: PlanClock): Steps<Figure[]> {
  const almanac: Almanac = { fiscal: clock.fiscal, southern: isSouthern(clock.region) };
  const dates = figures.filter((figure): figure is DateFigure => figure.kind === 'date');
  const kept = yield* filtered(dates, (date) => !isNoDate(date, blocks, clock));
  const resolved = new Map<DateFigure, DateFigure>();
  const before: DateFigure[] = [];
  const days = fullDays(kept);
  for (let index = 0; index < kept.length; index++) {
    if (mayRest(index)) yield;
    const date = kept[index]!;
    const result = resolveDate(date, { before, after: kept.slice(index + 1, index + 5), days, blocks, clock }, almanac);
    resolved.set(date, result);
    before.push(result);
  }
  yield;
  const all: Figure[] = [];
  for (const figure of figures) {
    const result = figure.kind === 'date' ? resolved.get(figure) : figure;
    if (result !== undefined) all.push(result);
  }
  return all;
}

function resolveDate(date: DateFigure, context: Context, almanac: Almanac): DateFigure {
  const parts = ordered(date.parts, context.clock);
  const isOpen = parts.some(({ order }) => order === 'open');
  const isWritten = parts.every(
    ({ year, month, day }) => year !== undefined && (day === undefined || month !== undefined),
  );
  if (isWritten) {
    const covered = isOpen ? { from: null, to: null } : coveredBy(parts, almanac);
    return { ...date, parts, ...covered };
  }
  const filled = fill(parts, date, context);
  if (filled === null || isOpen) return { ...date, parts, from: null, to: null, known: 'open' };
  const { source } = filled;
  const isInferred = source !== null;
  return {
    ...date,
    ...coveredBy(filled.parts, almanac),
    parts,
    known: isInferred ? 'inferred' : 'written',
    inferred: isInferred,
    ...(isInferred ? { yearFrom: source.from } : {}),
  };
}

/** Day and month told apart where the document or the region can. */
function ordered(parts: DateFigure['parts'], { order }: PlanClock): DateFigure['parts'] {
  if (order === null || !parts.some((part) => part.order === 'open')) return parts;
  const [first, second] = parts.map((part): DateParts => {
    const { day, month, daySpan, monthSpan } = part;
    if (part.order !== 'open' || day === undefined || month === undefined || !daySpan || !monthSpan) return part;
    if (order === 'day-first') return { ...part, order };
    return { ...part, order, day: month, month: day, daySpan: monthSpan, monthSpan: daySpan };
  });
  return second === undefined ? [first!] : [first!, second];
}

/** Both ends with their years; the source is that of the year that had to be looked for, null where a sibling had it. */
function fill(
  parts: DateFigure['parts'],
  date: DateFigure,
  context: Context,
): { readonly parts: DateFigure['parts']; readonly source: Source | null } | null {
  const [first, second] = parts;
  if (second === undefined) {
    const whole = first.month === undefined && first.day !== undefined ? withMonth(first, date, context) : first;
    if (whole === null) return null;
    if (whole.year !== undefined)
      return { parts: [whole], source: { year: whole.year, from: context.before.at(-1) ?? 'plan' } };
    const source = yearOf(whole, date, context);
    return source && { parts: [{ ...whole, year: source.year }], source };
  }
  const later = {
    ...second,
    ...(second.month === undefined && second.day !== undefined && first.month !== undefined
      ? { month: first.month }
      : {}),
  };
  const sooner = {
    ...first,
    ...(first.month === undefined && first.day !== undefined && later.month !== undefined
      ? { month: later.month }
      : {}),
  };
  if (sooner.year !== undefined) {
    const year = later.year ?? sooner.year + (monthIn(later) < monthIn(sooner) ? 1 : 0);
    return { parts: [sooner, { ...inFiscal(later, sooner), year }], source: null };
  }
  if (later.year !== undefined) {
    const year = later.year - (monthIn(later) < monthIn(sooner) ? 1 : 0);
    return { parts: [{ ...inFiscal(sooner, later), year }, later], source: null };
  }
  const source = yearOf(later.relative === undefined ? sooner : later, date, context);
  if (source === null) return null;
  const year = source.year + (monthIn(later) < monthIn(sooner) ? 1 : 0);
  return {
    parts: [
      { ...sooner, year: source.year },
      { ...later, year },
    ],
    source,
  };
}

/** An end that leaves out its year leaves out as well that the year is a fiscal one. */
const inFiscal = (part: DateParts, other: DateParts): DateParts =>
  other.fiscal === true && part.month === undefined ? { ...part, fiscal: true } : part;

/** `7일` after `3월 3일부터`: month and year are those of the date before. */
function withMonth(part: DateParts, date: DateFigure, { before, clock }: Context): DateParts | null {
  const issued = clock.issued === null || !isReported(date) || date.relation !== 'on' ? null : dayOf(clock.issued);
  if (issued !== null) return { ...part, month: issued.month, year: issued.year };
  const last = before.at(-1);
  const month = last?.parts.at(-1)?.month;
  const year = last?.to === undefined || last.to === null ? undefined : dayOf(last.to)?.year;
  return month === undefined || year === undefined ? null : { ...part, month, year };
}
