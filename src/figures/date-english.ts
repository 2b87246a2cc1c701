import {
  dayNames,
  firstDays,
  meanings,
  monthNames,
  seasonNames,
  daysInDigits,
  dayInWords,
  monthAndDay,
  smallMonthAndDay,
  unit,
  month,
  smallMonthOfYear,
  monthEnd,
  monthShortYear,
  nearMonth,
  nearSeason,
  season,
  portions,
  weekOfMonth,
  openingMonths,
  counts,
  signYear,
  edgeOf,
  the,
  relative,
  yearEnd,
  edgeNames,
  ordinalNames,
} from './date-english-forms';
import {
  readYearPortion,
  readFiscalYear,
  readShortYear,
  withYear,
  joined,
  readYear,
  isPlainYear,
  plainYear,
  spanOf,
  expression,
  longer,
} from './date-english-years';
import {
  endAt,
  groupOf,
  isDigit,
  matchAt,
  mayBeDash,
  openingAt,
  partsOf,
  type Expression,
  type Pattern,
} from './date-pattern';
import { isLatin } from './number';
import { Prefixes } from './prefixes';

/**
 * Dates in English words:
 *
 *     13 February 2024 · 1st of May · first of May · 3–5 May 2024 · February 13 · Nov 15,2024 · May 3–5, 2024 · January 1st of '16
 *     March 2024 · March '24 · Mar-24 · May this year · last September · May
 *     second half of 2024 · first half · H1 2025 · 1H25 · first and second quarters of 2025
 *     Q3 FY 2025 · FY 2024 Quarter 4 · fourth quarter of 2028 · 2025 Q1
 *     FY2024-25 · fiscal 2025 · fiscal year (FY) 2025 · financial year 2023/24 · 2024-25 · 2025/26 · 2024 · '16
 *     spring 2025 · last summer · 1980s
 *     end of March · end-2020 · early 2025 · mid-2026 · beginning of September · end of the year · year-end 2025
 *
 * Left to the surroundings to confirm (`doubt`): bare years, months whose name is a word or a person's, halves and
 * quarters without a year.
 */
export function readEnglish(text: string, at: number): Expression | null {
  if (openingAt(text, at) !== 'word') return readCore(text, at);
  return readEdged(text, at) ?? readYearEnd(text, at) ?? readCore(text, at);
}

/** What a word may be by its first letters, so that most are told apart before any pattern is tried. */
const openings = new Prefixes();
const MONTH = 1;
const DAY = 2;
const NEAR = 4;
const SEASON = 8;
const EDGE = 16;
const PORTION = 32;
const FISCAL = 64;
openings.mark(monthNames, MONTH);
openings.mark(firstDays, DAY);
openings.mark(['last', 'next', 'this', 'coming', 'past'], NEAR);
openings.mark(seasonNames, SEASON);
openings.mark(edgeNames, EDGE);
openings.mark([...ordinalNames, 'Q', 'H', 'quarter'], PORTION);
openings.mark(['FY', 'fiscal', 'financial', 'budget'], FISCAL);
/** What stands between the number of a day and its month, by first letters. */
const afterDay = new Prefixes();
afterDay.mark([...monthNames, 'of', 'day', 'to', 'through', 'and'], 1);

const dayOpenings = new Prefixes();
dayOpenings.mark([...dayNames, 'the'], 1);

const kindsAt = (text: string, at: number): number =>
  openings.at(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));

/** Whether what follows digits may make them a day. Cheap. */
export function mayBeDay(text: string, at: number): boolean {
  let end = isDigit(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  // `3rd May`
  if ('snrt'.includes(text.charAt(end) || ' ') && isLatin(text.charCodeAt(end + 1))) end += 2;
  if (isLatin(text.charCodeAt(end))) return false;
  while (end < at + 8 && isBlank(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  if (!isLatin(code)) return code === 0x26 || code === 0x2f || mayBeDash(code);
  return afterDay.at(code, text.charCodeAt(end + 1), text.charCodeAt(end + 2)) !== 0;
}

/** Where the word behind the one at `at` begins, or whatever stands there. */
function nextWord(text: string, at: number): number {
  let end = at;
  while (isLatin(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) === 0x2e) end++;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}
const [D, O, W] = [0x64, 0x6f, 0x77];

/** Whether what follows the name of a month may be its day: one or two digits, or a word. Cheap. */
function mayHaveDay(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at)))
    return dayOpenings.at(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)) !== 0;
  return !isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 2));
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x0a || code === 0x09;

/** A date without `end of`, `early` and the like before it. */
function readCore(text: string, at: number): Expression | null {
  switch (openingAt(text, at)) {
    case 'number':
      return null;
    case 'year':
      return isPlainYear(text, at) ? plainYear(text, at) : longer(readYearPortion(text, at), readYear(text, at));
    case 'apostrophe':
      return readShortYear(text, at);
    case 'digits':
      return longer(
        mayBeDay(text, at) ? readDay(text, at, daysInDigits) : null,
        isLatin(text.charCodeAt(at + 1)) ? readPortion(text, at) : null,
      );
    case 'word': {
      const kinds = kindsAt(text, at);
      if (kinds === 0) return null;
      const isSmall = text.charCodeAt(at) > 90;
      let best: Expression | null = null;
      const next = text.charCodeAt(nextWord(text, at)) | 32;
      if ((kinds & DAY) !== 0 && (next === D || next === O)) best = readDay(text, at, dayInWords);
      if ((kinds & MONTH) !== 0 && mayHaveDay(text, nextWord(text, at)))
        best = longer(best, readDay(text, at, isSmall ? smallMonthAndDay : monthAndDay));
      if ((kinds & (MONTH | NEAR)) !== 0) best = longer(best, readMonth(text, at, kinds));
      if ((kinds & PORTION) !== 0) best = longer(best, readPortion(text, at));
      if ((kinds & DAY) !== 0) best = longer(best, readOpeningMonths(text, at));
      if ((kinds & (DAY | NEAR)) !== 0 && next === W) best = longer(best, readWeek(text, at));
      if ((kinds & (SEASON | NEAR)) !== 0) best = longer(best, readSeason(text, at, kinds));
      if ((kinds & FISCAL) !== 0) best = longer(best, readFiscalYear(text, at));
      return best;
    }
  }
}

function readDay(text: string, at: number, patterns: readonly Pattern[]): Expression | null {
  for (const pattern of patterns) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const stem = withTens(text, expression(match, null));
    const full = withYear(text, stem);
    if (full !== stem || endAt(unit, text, stem.end) < 0) return full;
  }
  return null;
}

/** The `twenty-` before `fourth of May`. */
function withTens(text: string, stem: Expression): Expression {
  const [part] = stem.parts;
  if (part.day === undefined || part.day > 5 || !/[a-z]/.test(text.charAt(stem.start + 1))) return stem;
  const tens = /\b(?:([Tt]wenty)|[Tt]hirty)[- ]$/.exec(text.slice(Math.max(0, stem.start - 8), stem.start));
  if (tens === null || part.daySpan === undefined) return stem;
  const start = stem.start - tens[0].length;
  const day = part.day + (tens[1] === undefined ? 30 : 20);
  return { ...stem, start, parts: [{ ...part, start, day, daySpan: { start, end: part.daySpan.end } }] };
}

function readMonth(text: string, at: number, kinds: number): Expression | null {
  const nearest = (kinds & NEAR) !== 0 ? matchAt(nearMonth, text, at) : null;
  if (nearest !== null) return expression(nearest, null);
  if ((kinds & MONTH) === 0) return null;
  const match = matchAt(month, text, at);
  if (match === null) return readSmallMonth(text, at);
  const ended = text.startsWith('end', match.end + 1) ? matchAt(monthEnd, text, at) : null;
  if (ended !== null) {
    const closing = expression(ended, null);
    return { ...closing, parts: [{ ...closing.parts[0], modifier: 'end' }] };
  }
  const short = '-/'.includes(text.charAt(match.end) || ' ') ? matchAt(monthShortYear, text, at) : null;
  if (short !== null) return expression(short, null);
  const stem = expression(match, 'month');
  const full = withYear(text, stem);
  if (full !== stem) return full;
  // The dot of `Feb.: report` is the name's; that of `in Feb.` may end the sentence.
  return match.groups[0]!.endsWith('.') && !':;,)'.includes(text.charAt(match.end) || ' ')
    ? { ...stem, end: stem.end - 1, parts: [{ ...stem.parts[0], end: stem.end - 1 }] }
    : stem;
}

/** `in march 2025`; left to the surroundings to confirm. */
function readSmallMonth(text: string, at: number): Expression | null {
  const match = matchAt(smallMonthOfYear, text, at);
  return match && { ...withYear(text, expression(match, null)), doubt: 'month' };
}

function readPortion(text: string, at: number): Expression | null {
  const initial = text.charAt(at);
  for (const [initials, pattern] of portions) {
    const match = initials.includes(initial) ? matchAt(pattern, text, at) : null;
    if (match === null) continue;
    const stem = expression(match, 'part');
    const full = withYear(text, stem);
    if (full !== stem) return full;
    const sign = match.end - match.start === 2 ? matchAt(signYear, text, stem.end) : null;
    if (sign !== null) return joined(stem, expression(sign, null));
    return isPlausible(stem) ? stem : null;
  }
  return null;
}

/** Without a year beside it a fifth quarter or a third half is something else. */
const isPlausible = ({ parts: [{ quarter = 1, half = 1 }] }: Expression): boolean =>
  quarter >= 1 && quarter <= 4 && half >= 1 && half <= 2;

/** `first nine months of 2025`, `first three quarters of 2025`: from January on. Without a year it is a length of time. */
function readOpeningMonths(text: string, at: number): Expression | null {
  const match = matchAt(openingMonths, text, at);
  if (match === null) return null;
  const count = groupOf(match, 'count') ?? '';
  const number = (counts.get(count) ?? Number(count)) * (groupOf(match, 'unit') === 'quarters' ? 3 : 1);
  if (number < 2 || number > 12) return null;
  const span = spanOf(match);
  const stem: Expression = {
    ...span,
    parts: [
      { ...span, month: 1 },
      { ...span, month: number },
    ],
    doubt: 'part',
  };
  const full = withYear(text, stem);
  return full === stem ? null : full;
}

/** A week of a month is told as a part of it: the first is early, the last late. */
function readWeek(text: string, at: number): Expression | null {
  const match = matchAt(weekOfMonth, text, at);
  if (match === null) return null;
  const stem = expression(match, null);
  const name = groupOf(match, 'part')?.charAt(0).toLowerCase() ?? '';
  const isLate = name === 'l' || /^fo/i.test(match.groups[0]!);
  const modifier = isLate ? 'late' : name === 'f' ? 'early' : 'mid';
  return withYear(text, { ...stem, parts: [{ ...stem.parts[0], modifier }] });
}

function readSeason(text: string, at: number, kinds: number): Expression | null {
  const nearest = (kinds & NEAR) !== 0 ? matchAt(nearSeason, text, at) : null;
  if (nearest !== null) return expression(nearest, null);
  if ((kinds & SEASON) === 0) return null;
  const match = matchAt(season, text, at);
  if (match === null) return null;
  const stem = expression(match, 'part');
  const full = withYear(text, stem);
  return full === stem && /^fall$/i.test(match.groups[0]!) ? null : full;
}

/** `end of March`, `early 2025`, `end-2020`, `the end of the year`. */
function readEdged(text: string, at: number): Expression | null {
  if ((kindsAt(text, at) & EDGE) === 0) return null;
  const match = matchAt(edgeOf, text, at);
  if (match === null) return null;
  const [{ modifier }] = partsOf(match, meanings);
  const isOf = /of\s+$/.test(match.groups[0]!);
  const needsOf = modifier === 'start' || /^(?:close|middle|last)/i.test(match.groups[0]!);
  if (modifier === undefined || (needsOf && !isOf)) return null;
  if (/\sin\s+$/.test(match.groups[0]!) && modifier !== 'early' && modifier !== 'late') return null;
  const after = match.end;
  const article = isOf ? endAt(the, text, after) : -1;
  const from = Math.max(after, article);
  const core = readCore(text, from) ?? relativeAt(text, after);
  if (core === null || core.doubt === 'short-year') return null;
  if (
    article >= 0 &&
    core.doubt === 'year' &&
    !/^\s?(?:fiscal|financial|calendar|$|[^\sA-Za-z])/.test(text.slice(core.end, core.end + 12))
  ) {
    return null;
  }
  const [first, second] = core.parts;
  const edged = Object.assign({}, first, { modifier, start: at });
  return {
    start: at,
    end: core.end,
    parts: second === undefined ? [edged] : [edged, second],
    doubt: core.doubt === 'part' && !/\d$/.test(text.slice(at, core.end)) ? 'part' : null,
  };
}

/** `this year` after `end of`; by itself it points at the plan's year and is no date of its own. */
function relativeAt(text: string, at: number): Expression | null {
  const match = matchAt(relative, text, at);
  return match && expression(match, null);
}

function readYearEnd(text: string, at: number): Expression | null {
  if (!'Yy'.includes(text.charAt(at))) return null;
  const match = matchAt(yearEnd, text, at);
  if (match === null) return null;
  const [part] = partsOf(match, meanings);
  const parts = [{ ...part, modifier: 'end' as const, ...(part.year === undefined ? { relative: 0 } : {}) }] as const;
  return { ...spanOf(match), parts, doubt: part.year === undefined ? 'part' : null };
}
