import type { DateFigure } from '../figures/figure';
import type { Span } from '../text/span';
import type { Around, Draft, Finder, Fix, Translate } from './check';
import { clockRanges } from './clock-range';
import { measureSource } from './measures';
import { type Passage, type Placed } from './passage';
import { comparable, measureOf, quantitiesIn, type Quantity } from './quantity';

export const rangeOrder: Finder = {
  code: 'range-order',
  says: 'A range goes from its lower to its higher end, and from its earlier to its later one.',
  because: 'A range the wrong way round is a slip, or hides a change that was meant.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The toll is CHF 40 to CHF 25, depending on weight.\n',
      right: 'The toll is CHF 25 to CHF 40, depending on weight.\n',
      language: 'en',
    },
  ],
  reads: [
    'Amounts and per cents joined by a dash, a tilde or `to`; lengths of time such as `10 to 14 days`; years; days of one year; times of day.',
    'Spans over midnight and New Year without years (`22:00~06:00`, `11월~2월`), grades (`5~1등급`), days before an event (`D-7~D-1`) and changes (`from 48 days to 40 days`) are right as they stand.',
  ],
  *findIn(passage, plan, t) {
    for (const { figure } of passage.figures) {
      const finding =
        figure.kind === 'amount' || figure.kind === 'percent'
          ? inFigure(plan, passage.block, figure, t)
          : figure.kind === 'date'
            ? inDate(plan, passage.block, figure, t)
            : null;
      if (finding !== null) yield finding;
    }
    yield* betweenQuantities(plan, passage, t);
    yield* betweenCounts(plan, passage, t);
    yield* betweenDates(plan, passage, t);
    yield* clockRanges(passage, plan.source, t);
  },
};

/** `KRW 500–200 million`: one figure with two ends. */
function inFigure(
  plan: Around,
  block: Span,
  figure: Span & { text: string; low: Numbered; high: Numbered | null },
  t: Translate,
): Draft | null {
  const { low, high } = figure;
  if (high === null || Number(low.exact) <= Number(high.exact) || low.start >= high.start) return null;
  if (
    /등급|위\b|→/.test(plan.source.slice(figure.end, Math.min(block.end, figure.end + 3))) ||
    /\bfrom\s*$/i.test(plan.source.slice(Math.max(block.start, figure.start - 6), figure.start))
  )
    return null;
  return {
    start: figure.start,
    end: figure.end,
    message: t('{0} runs from the higher to the lower end.', figure.text),
    fixes: [swap(plan, wholeEnd(block, low, high), t)],
    explains: [figure],
  };
}

interface Numbered extends Span {
  readonly exact: string;
  readonly scale: string | null;
  readonly scaleSpan?: Span;
}

/**
 * What changes places: the digits, with the scale words where each end has its own or needs none: `3만 5,000원~2만원`, of which
 * the first has its own within.
 */
function wholeEnd(block: Span, low: Numbered, high: Numbered): readonly [Span, Span] {
  const own = (end: Numbered, limit: number): Span | null => {
    if (end.scaleSpan === undefined) return end.scale === null ? { start: end.start, end: end.end } : null;
    return end.scaleSpan.start >= end.end && end.scaleSpan.end <= limit
      ? { start: end.start, end: end.scaleSpan.end }
      : null;
  };
  const first = own(low, high.start);
  const second = own(high, block.end);
  return first !== null && second !== null ? [first, second] : [low, high];
}

function swap({ source }: Around, [a, b]: readonly [Span, Span], t: Translate): Fix {
  return {
    title: t('Swap the two ends'),
    preferred: true,
    edits: [
      { start: a.start, end: a.end, newText: source.slice(b.start, b.end) },
      { start: b.start, end: b.end, newText: source.slice(a.start, a.end) },
    ],
  };
}

/** `CHF 40 to CHF 25`, `14 to 10 days`: two quantities, no word that tells of a change. */
function* betweenQuantities(plan: Around, passage: Passage, t: Translate): Iterable<Draft> {
  const { text } = passage;
  if (!/to|and|[–~∼〜-]/.test(text)) return;
  const quantities = quantitiesIn(passage);
  for (let i = 0; i + 1 < quantities.length; i++) {
    const [a, b] = [quantities[i]!, quantities[i + 1]!];
    // `50 to 30 mm`: the unit stands once.
    const isOneKind = comparable(a, b) || (a.unit === 'count ' && measureOf(b) !== null);
    if (!isOneKind || a.term.value.lte(b.term.value) || a.term.value.lte(0)) continue;
    const between = text.slice(a.end, b.start);
    const before = text.slice(Math.max(0, a.start - 60), a.start);
    // `Contracts between EUR 60,000 and EUR 15,000`
    const isBetween =
      /^\s*and\s*$/.test(between) && /\bbetween\s$/i.test(before) && a.figure !== null && b.figure !== null;
    if (isBetween && a.figure!.kind !== 'count') {
      yield rangeDraft(plan, passage, a, b, t);
      continue;
    }
    if (!/^\s*(?:to|–|~|∼|〜|-)\s*$/.test(between)) continue;
    const after = text.slice(b.end, b.end + 16);
    // `may receive from EUR 9,000 to EUR 3,000`: no change, but what there may be.
    const isSpread =
      /\b(?:receives?|ranges?|ranging|var(?:y|ies)|anything|anywhere) (?:of )?from $/i.test(before) ||
      (/\b(?:will|may|can|would|must|shall) (?:cost|pay|be (?:fined|charged)) (?:[a-z]+ ){0,3}from $/i.test(before) &&
        !changes.test(before.replace(/from $/i, '')));
    // `may rise by 15% to 10%`: by how much, not to which level: that would be more than the rise.
    const isExtent =
      /\b(?:rise|rises|rose|grow|grows|grew|increase|increases|increased|climb)\b[^.;]{0,24} by (?:about |some )?$/i.test(
        before,
      );
    if (
      (changes.test(before) && !isSpread && !isExtent) ||
      /^\s?(?:등급|위|순위|점|배)/.test(after) ||
      /[D#:]-?\s?$/.test(before)
    )
      continue;
    // Bare numbers may be scores, sections or telephone numbers: only lengths of time and measures are sure.
    const isSure = a.figure !== null && b.figure !== null && a.figure.kind !== 'count';
    if (
      !isSure &&
      !areThings(text, a, b) &&
      measureOf(b) === null &&
      !/^\s?(?:days?|nights?|weeks?|months?|years?|hours?|minutes?|tonnes?|tons?|kilomet\w+|met(?:re|er)s?|miles?|hectares?|acres?|lit(?:re|er)s?|일|주|개월|년|시간|분|명|개소|곳)(?![가-힣]*차)/.test(
        after,
      )
    )
      continue;
    if (!isSure && !/^\s*to\s*$|[~∼〜–]/.test(between)) continue;
    yield rangeDraft(plan, passage, a, b, t);
  }
}

/** `habitations with 500 to 250 people`: a preposition before two counts and the thing counted behind; no score, no vote. */
function areThings(text: string, a: Span, b: Span): boolean {
  const before = text.slice(Math.max(0, a.start - 40), a.start);
  return (
    /\b(?:with|of|for|takes?|holds?|serves?|covers?|employs?)\s$/i.test(before) &&
    !/\b(?:ratio|scores?|votes?|majority|margin|odds|result|scale|waiting|swap|exchange)\b/i.test(before) &&
    /^\s(?!(?:of|in|on|at|to|for|from|by|and|or|the|per|votes?|points?|goals?)\b)[a-z]{3,}/.test(
      text.slice(b.end, b.end + 12),
    )
  );
}

const counters = new RegExp(
  String.raw`(?<![\d.,~∼〜–:#-])(\d{1,4})\s?[~∼〜～]\s?(\d{1,4})\s?(?:권|명|개소|곳|가구|세대|대|건|회|척|그루|편|쪽|세|살|일|주|개월|년|시간|분|톤|${measureSource})(?:간|씩|까지|당)?(?=[\s,.)에으을를이가의로]|$)(?!\s?(?:전|뒤|후|차))`,
  'g',
);

/** `권장도서를 10~5권으로`: so many to so many of a thing. */
function* betweenCounts(plan: Around, passage: Passage, t: Translate): Iterable<Draft> {
  const { text } = passage;
  if (!/\d\s?[~∼〜～]\s?\d/.test(text)) return;
  for (const match of text.matchAll(counters)) {
    const [whole, low = '', high = ''] = match;
    const end = match.index + whole.length;
    const isFigure = passage.figures.some((placed) => placed.start < end && match.index < placed.end);
    if (isFigure || Number(low) <= Number(high)) continue;
    const at = match.index + whole.indexOf(high, low.length);
    const first = passage.span(match.index, match.index + low.length);
    const last = passage.span(at, at + high.length);
    yield {
      ...passage.span(match.index, end),
      message: t('{0} runs from the higher to the lower end.', whole),
      fixes: [swap(plan, [first, last], t)],
    };
  }
}

const changes =
  /\bfrom\s+\S*\s*$|\b(?:rais|increas|reduc|cut|lower|decreas|grow|grew|ris|fell|fall|chang|mov|go(?:es)?|went|shift|down|up|drop|improv|shorten|extend)\w*\b[^.;]{0,50}$|에서\s*$/i;

function rangeDraft(plan: Around, passage: Passage, a: Quantity, b: Quantity, t: Translate): Draft {
  const span = passage.span(a.start, b.end);
  return {
    ...span,
    message: t('{0} runs from the higher to the lower end.', passage.text.slice(a.start, b.end)),
    fixes: [swap(plan, [a.term, b.term], t)],
    explains: [a.term, b.term],
  };
}

/** `2028–2024`, `2024. 4. 26. ~ 4. 1.` in one figure. */
function inDate(plan: Around, block: Span, figure: DateFigure, t: Translate): Draft | null {
  const [first, last] = figure.parts;
  if (last === undefined || first.start >= last.start) return null;
  const isBetween = /\bbetween\s+$/i.test(plan.source.slice(Math.max(block.start, figure.start - 10), figure.start));
  if (last.day !== undefined && last.year !== undefined && !isBetween) return null;
  return dateDraft(plan, figure, first, last, t);
}

/** `2024. 4. 26.(금)부터 4. 1.(월)까지`: two figures. */
function* betweenDates(plan: Around, passage: Passage, t: Translate): Iterable<Draft> {
  const dates = passage.figures.filter((placed): placed is Placed<DateFigure> => placed.figure.kind === 'date');
  for (let i = 0; i + 1 < dates.length; i++) {
    const [a, b] = [dates[i]!, dates[i + 1]!];
    const between = passage.text.slice(a.end, b.start);
    if (!joinsRange(passage.text, a, b, between)) continue;
    if (a.figure.parts.length > 1 || b.figure.parts.length > 1) continue;
    // Two full days are the first and the last of something: `date-order` knows more of them.
    if (b.figure.parts[0].day !== undefined && b.figure.parts[0].year !== undefined && !/^\s*and\s*$/.test(between))
      continue;
    const finding = dateDraft(
      plan,
      { start: a.figure.start, end: b.figure.end, text: passage.text.slice(a.start, b.end) },
      a.figure.parts[0],
      b.figure.parts[0],
      t,
    );
    if (finding !== null) yield finding;
  }
}

/** Whether the words make one span of two dates: `A부터 B까지`, `from A to B`, `2024–2028`. */
function joinsRange(text: string, a: Placed<DateFigure>, b: Placed<DateFigure>, between: string): boolean {
  const isYear = a.figure.granularity === 'year' && b.figure.granularity === 'year';
  if (isYear && /^\s?[–—~∼〜-]\s?$/.test(between)) return true;
  // `over four years, FY 2024 to FY 2027`
  if (isYear && /^\s*to\s*$/.test(between))
    return !/\b(?:compar|relati|contrast|prefer|back)\w*\b[^.;]{0,30}$/i.test(
      text.slice(Math.max(0, a.start - 50), a.start),
    );
  // `2. 9.(월) 09:00 ~ 2. 27.(금) 18:00`
  if (/^(?:\s?\([^)]{1,3}\))?\s\d{1,2}(?::\d{2}|시)\s?[~∼〜～–-]\s?$/.test(between)) return true;
  if (/^(?:\s?\([^)]{1,3}\))?(?:부터|에서)\s*$/.test(between)) {
    return /^(?:\s?\([^)]{1,3}\))?까지/.test(text.slice(b.end, b.end + 8));
  }
  if (/^\s*and\s*$/.test(between)) return /\bbetween\s+$/i.test(text.slice(Math.max(0, a.start - 10), a.start));
  return (
    /^\s*(?:to|until|through)\s+(?:\w+day,?\s*)?$/.test(between) &&
    /\b(?:from|between)\s+(?:\w+day,?\s*)?$/i.test(text.slice(Math.max(0, a.start - 24), a.start))
  );
}

type DatePart = DateFigure['parts'][0];

function dateDraft(
  plan: Around,
  range: Span & { text: string },
  first: DatePart,
  last: DatePart,
  t: Translate,
): Draft | null {
  if (isWithinMonth(first, last)) {
    return first.day! <= last.day!
      ? null
      : {
          start: range.start,
          end: range.end,
          message: t('{0} ends before it begins.', range.text),
          fixes: [swap(plan, [first.daySpan!, last.daySpan!], t)],
          explains: [range],
        };
  }
  // `between 12 December and 1 September 2025`: the year stands once.
  const [from, to] = [
    orderOf(first, first.year ?? (first.month === undefined ? undefined : last.year)),
    orderOf(last, first.year),
  ];
  if (from === null || to === null || from <= to) return null;
  const sameYear = last.year === undefined || first.year === undefined || last.year === first.year;
  // Half a year back and more is over New Year: `between 12 December and 1 March 2026`.
  if (first.year === undefined && last.year !== undefined && first.month! - (last.month ?? 0) >= 6) return null;
  if (last.year === undefined && isFiscalYearToDate(first, last)) return null;
  if (sameYear && last.year === undefined && isWholeYear(first, last)) return null;
  // Over New Year without a year: `11월~2월`. Half a year back or less is a slip.
  if (
    sameYear &&
    last.year === undefined &&
    (first.month === undefined || last.month === undefined || first.month - last.month >= 6 || isWinter(first, last))
  )
    return null;
  if (!sameYear && (first.decade === true || last.decade === true)) return null;
  const ends =
    sameYear && last.year === undefined ? [withoutYear(plan, first), withoutYear(plan, last)] : [first, last];
  const digits = ends.map((end) => onlyDigits(plan, end));
  return {
    start: range.start,
    end: range.end,
    message: t('{0} ends before it begins.', range.text),
    fixes: [swap(plan, (digits.includes(null) ? ends : digits) as [Span, Span], t)],
    explains: [range],
  };
}

/** The one number of an end: `2030` of `FY 2030`, `2027` of `2027년`; what both ends share stays where it is. Null for several. */
function onlyDigits({ source }: Around, { start, end }: Span): Span | null {
  const match = /^\D*(\d+)\D*$/.exec(source.slice(start, end));
  if (match === null) return null;
  const at = start + match[0].indexOf(match[1]!);
  return { start: at, end: at + match[1]!.length };
}

/** `결빙기(11월~6월)`, `from September to April`: months that begin in winter, or in autumn up to spring, end in the next year. */
const isWinter = (first: DatePart, last: DatePart): boolean =>
  first.day === undefined && last.day === undefined && first.month! >= 9 && last.month! <= (first.month! >= 10 ? 6 : 4);

/** `1 July to 30 June`, `April to March`: a year that does not begin in January. */
const isWholeYear = (first: DatePart, last: DatePart): boolean =>
  first.month === (last.month ?? 0) + 1 && (first.day ?? 1) === 1 && (last.day ?? 28) >= 28;

/** `July-March`, `April to January`: months from the first of a fiscal year on. */
const isFiscalYearToDate = (first: DatePart, last: DatePart): boolean =>
  first.day === undefined &&
  last.day === undefined &&
  last.month !== undefined &&
  (first.month === 4 || first.month === 7 || first.month === 10);

/** `October 16 to 12`, `16 to 12 October`: two days of the one month that is written. */
const isWithinMonth = (first: DatePart, last: DatePart): boolean =>
  first.daySpan !== undefined &&
  last.daySpan !== undefined &&
  (first.monthSpan === undefined) !== (last.monthSpan === undefined) &&
  (first.month === last.month || first.month === undefined || last.month === undefined);

/** Days since year 0, roughly: enough to compare. Null where no year or no month tells. */
function orderOf(part: DatePart, year: number | undefined = part.year): number | null {
  if (part.quarter !== undefined || part.half !== undefined || part.season !== undefined || part.relative !== undefined)
    return null;
  const own = part.year ?? year;
  if (own === undefined && part.month === undefined) return null;
  return (own ?? 0) * 372 + (part.month ?? 0) * 31 + (part.day ?? 0);
}

/** From the month on, with the weekday in brackets behind it. */
function withoutYear({ source }: Around, part: DatePart): Span {
  const start = part.monthSpan?.start ?? part.start;
  let end = part.end;
  if (part.weekdaySpan !== undefined && part.weekdaySpan.start >= part.end && part.weekdaySpan.start - part.end <= 3) {
    end = part.weekdaySpan.end;
    if (source[end] === ')') end++;
  }
  return { start, end };
}
