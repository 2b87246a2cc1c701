import {
  yearPortion,
  fiscalYears,
  portionAfter,
  decades,
  yearPair,
  year,
  shortDecades,
  shortPair,
  shortYear,
  yearsAfter,
  relativeYear,
  meanings,
} from './date-english-forms';
import {
  apostrophe,
  endAt,
  gap,
  groupOf,
  isDigit,
  matchAt,
  partsOf,
  sticky,
  type Doubt,
  type Expression,
  type Match,
  type Part,
} from './date-pattern';

/* Years by themselves, and the year that may stand behind an English month, half or season. */

export function readYearPortion(text: string, at: number): Expression | null {
  for (const pattern of yearPortion) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return expression(match, null);
  }
  return null;
}

export function readFiscalYear(text: string, at: number): Expression | null {
  for (const pattern of fiscalYears) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const stem = asRange(expression(match, null));
    for (const portion of portionAfter) {
      const after = matchAt(portion, text, stem.end);
      if (after !== null) return joined(stem, expression(after, null));
    }
    return stem;
  }
  return null;
}

/** Whether nothing follows the four digits that would make them more than a year: `2024-25`, `2024 Q1`, `1980s`. */
export function isPlainYear(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 4);
  if (next === 0x20 || next === 0xa0) return !'QH'.includes(text.charAt(at + 5) || ' ');
  return !"QHs'’–/-".includes(text.charAt(at + 4) || ' ');
}

export function plainYear(text: string, at: number): Expression | null {
  const end = at + 4;
  const year = fourDigits(text, at);
  if (year < 1800 || year > 2199) return null;
  return { start: at, end, parts: [{ start: at, end, year, yearSpan: { start: at, end } }], doubt: 'year' };
}

export function readYear(text: string, at: number): Expression | null {
  const decade = matchAt(decades, text, at);
  if (decade !== null) return expression(decade, null);
  const pair = matchAt(yearPair, text, at);
  const asPair = pair && readPair(pair);
  if (asPair) return asPair;
  const match = matchAt(year, text, at);
  return match && expression(match, 'year');
}

export function readShortYear(text: string, at: number): Expression | null {
  const decade = matchAt(shortDecades, text, at);
  if (decade !== null) return expression(decade, null);
  const pair = matchAt(shortPair, text, at);
  const asPair = pair && readPair(pair);
  if (asPair) return { ...asPair, doubt: 'short-year' };
  const match = matchAt(shortYear, text, at);
  return match && expression(match, 'short-year');
}

/**
 * `2024-25` and `2024/2025` are one fiscal year, `2021-27` is a range, `2024-2025` is left to be joined as two years,
 * and `2010/31` is no date at all.
 */
function readPair(match: Match): Expression | null {
  const end = groupOf(match, 'e');
  if (groupOf(match, 'y') === end) return null;
  const whole = expression(match, 'year');
  const [part] = whole.parts;
  const { year: first, endYear: second, endYearSpan } = part;
  if (first === undefined || second === undefined || endYearSpan === undefined) return null;
  const isSlash = match.groups[2] === '/';
  const isLong = end?.length === 4;
  if (second === first + 1 && (isSlash || !isLong)) return whole;
  if (isSlash || isLong || second <= first || second > first + 60) return null;
  const yearSpan = part.yearSpan ?? part;
  const start = { ...yearSpan, year: first, yearSpan };
  return { ...whole, parts: [start, { ...endYearSpan, year: second, yearSpan: endYearSpan }] };
}

/** `FY2024-25` is one fiscal year; `fiscal years 2024-2026` are several. */
function asRange(whole: Expression): Expression {
  const [{ year: first, endYear, endYearSpan, start, yearSpan }] = whole.parts;
  if (first === undefined || endYear === undefined || endYearSpan === undefined || endYear <= first + 1) return whole;
  const from = { start, end: yearSpan?.end ?? whole.end, year: first, yearSpan: yearSpan ?? whole, fiscal: true };
  return { ...whole, parts: [from, { ...endYearSpan, year: endYear, yearSpan: endYearSpan, fiscal: true }] };
}

/** How anything in `yearsAfter` begins: most months and halves have no year behind them. */
const yearMayFollow = sticky(
  `[-/,]?${gap}(?:of|in|the|calendar|CY|year|\\d|${apostrophe}|[FfBb][iuYI]|${relativeYear})`,
);

/** The expression with the year that follows it, or itself where none does. */
export function withYear(text: string, stem: Expression): Expression {
  const plain = plainYearAfter(text, stem.end);
  if (plain > 0) return inPlainYear(text, stem, plain);
  if (endAt(yearMayFollow, text, stem.end) < 0) return stem;
  for (const pattern of yearsAfter) {
    const match = matchAt(pattern, text, stem.end);
    if (match !== null) return joined(stem, expression(match, null));
  }
  return stem;
}

/** Where the four digits of a year begin that follow at once, after a comma, `of` or `in`: ` 2024`, `, 2024`; else -1. */
function plainYearAfter(text: string, end: number): number {
  let at = text.charCodeAt(end) === 0x2c ? end + 1 : end;
  if (text.charCodeAt(at) !== 0x20) return -1;
  at++;
  if (text.startsWith('of ', at) || text.startsWith('in ', at)) at += 3;
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const isYear = first === 0x31 ? second === 0x38 || second === 0x39 : first === 0x32 && (second & ~1) === 0x30;
  if (!isYear || !isDigit(text.charCodeAt(at + 2)) || !isDigit(text.charCodeAt(at + 3))) return -1;
  const next = text.charCodeAt(at + 4);
  // `2024-25` takes more to tell.
  return isDigit(next) || next === 0x2d || next === 0x2f || next === 0x2013 ? -1 : at;
}

/** The expression, its parts its own, in the year whose four digits begin at `at`. */
function inPlainYear(text: string, { start, parts }: Expression, at: number): Expression {
  const end = at + 4;
  const last: Part = parts[1] ?? parts[0];
  last.end = end;
  last.year = fourDigits(text, at);
  last.yearSpan = { start: at, end };
  return { start, end, parts, doubt: null };
}

/** The value of four digits. */
const fourDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 1000 +
  text.charCodeAt(at + 1) * 100 +
  text.charCodeAt(at + 2) * 10 +
  text.charCodeAt(at + 3) -
  48 * 1111;

/** Two neighbouring readings as one; of two ends the year belongs to the second. */
export function joined(stem: Expression, { end, parts: [tail] }: Expression): Expression {
  const [first, second] = stem.parts;
  const parts =
    second === undefined
      ? ([Object.assign({}, first, tail, { start: first.start })] as const)
      : ([first, Object.assign({}, second, tail, { start: second.start })] as const);
  return { start: stem.start, end, parts, doubt: null };
}

/** A match’s place. */
export const spanOf = ({ start, end }: Match) => ({ start, end });

/** A match as an expression. */
export const expression = (match: Match, doubt: Doubt | null): Expression => ({
  start: match.start,
  end: match.end,
  parts: partsOf(match, meanings),
  doubt,
});

/** The one that ends further on; the first of two that end together. */
export const longer = (first: Expression | null, second: Expression | null): Expression | null =>
  first === null || (second !== null && second.end > first.end) ? second : first;
