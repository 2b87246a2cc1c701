import {
  fullYear,
  groupOf,
  isDigit,
  matchAt,
  openingAt,
  partsOf,
  sticky,
  type Expression,
  type Match,
  type Meanings,
} from './date-pattern';

/**
 * Dates in numbers alone:
 *
 *     2022-07-12  2022/07/12  2024.2.13  2024-03      year first
 *     13.02.2024  13-02-2024  03/04/2024  21/04/24    year last: which of the two is the day may stay open
 *     on 3/3/15  in 03/2025                           where a preposition shows that a time is meant
 *
 * Not dates: `2024-0123`, `1.2024`, `10.20.30.40`, `2024-03-12345`, a fiscal pair (`2003-04`).
 */
export function readNumeric(text: string, at: number): Expression | null {
  const opening = openingAt(text, at);
  if (opening === 'digits') {
    if (!isSign(text.charCodeAt(isDigit(text.charCodeAt(at + 1)) ? at + 2 : at + 1))) return null;
    const last = matchAt(yearLast, text, at) ?? matchAt(shortYearLast, text, at);
    if (last !== null) return dayOrMonthFirst(last);
    const loose = matchAt(loosePair, text, at);
    if (loose !== null) return { ...dayOrMonthFirst(loose), doubt: 'slashes' };
    const ofYear = matchAt(monthYear, text, at);
    return ofYear && { ...wordless(ofYear), doubt: 'slashes' };
  }
  if (opening !== 'year' || !isSign(text.charCodeAt(at + 4))) return null;
  const first = matchAt(yearFirst, text, at);
  if (first !== null) return wordless(first);
  const month = matchAt(yearMonth, text, at);
  if (month === null || Number(groupOf(month, 'm')) === (Number(groupOf(month, 'y')) + 1) % 100) return null;
  return wordless(month);
}

/** A hyphen, point or slash. */
const isSign = (code: number): boolean => code >= 0x2d && code <= 0x2f;

const yearFirst = sticky(`(?<y>${fullYear})([-/.])(?<m>[01]?\\d)\\2(?<d>[0-3]?\\d)(?![\\d]|[-/.]\\d)`);
const yearLast = sticky(`(?<d>[0-3]?\\d)([-/.])(?<m>[0-3]?\\d)\\2(?<y>${fullYear})(?![-/.]\\d)`);
/** A year of two digits only behind two full pairs: not `1/2/3`, `24/7/52`. */
const shortYearLast = sticky(`(?<d>[0-3]\\d)(/)(?<m>[0-3]\\d)/(?<yy>[0-4]\\d)(?![\\d/%]|[-.,]\\d)`);
/** `3/3/15` and `03/2025` where a preposition shows that a time is meant. */
const loosePair = sticky(`(?<d>3[01]|[12]?\\d)(/)(?<m>3[01]|[12]?\\d)/(?<yy>[1-4]\\d)(?![\\d/%]|[-.,]\\d)`);
const monthYear = sticky(`(?<m>1[0-2]|0?[1-9])/(?<y>(?:19|20)\\d\\d)(?![\\d/%]|[-.,]\\d)`);
const yearMonth = sticky(`(?<y>${fullYear})-(?<m>0[1-9]|1[0-2])(?![\\d]|[-/.,]\\d)`);

const none: Meanings = {
  months: new Map(),
  ordinals: new Map(),
  seasons: new Map(),
  edges: new Map(),
  relativeYears: new Map(),
};

const wordless = (match: Match): Expression => ({
  start: match.start,
  end: match.end,
  parts: partsOf(match, none),
  doubt: null,
});

/** `13/02` and dotted dates have the day first, `02/13` the month; `03/04` with a slash or hyphen is open. */
function dayOrMonthFirst(match: Match): Expression {
  const expression = wordless(match);
  const [part] = expression.parts;
  const { day, month, daySpan, monthSpan, ...rest } = part;
  if (day === undefined || month === undefined || daySpan === undefined || monthSpan === undefined) return expression;
  if (month > 12 && day <= 12) {
    return { ...expression, parts: [{ ...rest, day: month, daySpan: monthSpan, month: day, monthSpan: daySpan }] };
  }
  const isOpen = match.groups[2] !== '.' && day <= 12 && month <= 12 && day !== month;
  return isOpen ? { ...expression, parts: [{ ...part, order: 'open' }] } : expression;
}
