import { languageOf } from '../language/index';
import {
  apostrophe,
  dash,
  endAt,
  fullYear,
  matchAt,
  oneOf,
  openingAt,
  partsOf,
  sticky,
  type Doubt,
  type Expression,
  type Meanings,
  type Opening,
  type Pattern,
} from './date-pattern';

/**
 * Dates as Korean plans write them:
 *
 *     2024년 3월 21일 · 2024년도 · 2024. 2. 14. · 2024.2.13 · 2010.2월 · ’24. 3. 21. · 24.3.21. · '24.2월 · 19.7월
 *     ’13. 10∼12월 · 11월 3일~7일 · 7·8월 · 3월 말 · 4월 초 · 5월 중순
 *     상반기 · ’22 하반기 · ’25.3분기 · 1/4분기 · 1~2분기 · 2025 상반기 · ’25.下
 *     2024년 · ’15년말 · 2030년대 · 18년 · ‘21 · 2024년 초 · 연말
 *     올해 하반기 · 내년 3월 · 지난 9월 · 오는 5월
 *     5. 13.(월) · 3/15(금) · 6.19일                     month and day as mere numbers: sure beside a weekday
 *
 * Not dates: durations (`3개월`, `10년간`, `20년 만에`), `2,023명`, decimals, section numbers, `제2024-15호`.
 */
export function readKorean(text: string, at: number): Expression | null {
  const opening = openingAt(text, at);
  if (opening === 'number') return null;
  if (opening === 'year' && endAt(koreanYear, text, at) < 0) return null;
  if (opening === 'digits' && endAt(koreanDigits, text, at) < 0) return null;
  for (const { pattern, doubt } of forms[opening]) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const found: Expression = { start: at, end: match.end, parts: partsOf(match, meanings), doubt };
    return withEdge(text, found);
  }
  return null;
}

/**
 * What may follow `~` or `부터` after a date: an end that leaves out what the first has said.
 * `11월 3일~7일`, `2024~28년`, `8.11~29.`, `’24~’28`, `10월 3일(목)~5일(토)`.
 */
export function readKoreanEnd(text: string, at: number, first: Expression): Expression | null {
  const [{ year, month, day, quarter, half }] = first.parts;
  for (const { pattern, after } of endings) {
    if (!after({ year, month, day, quarter, half })) continue;
    const match = matchAt(pattern, text, at);
    if (match !== null) {
      const parts = partsOf(match, meanings);
      return withEdge(text, { start: at, end: match.end, parts, doubt: null });
    }
  }
  return null;
}

const spaced = (head: string, tails: string): string[] =>
  [...tails].flatMap((tail) => ['', ' ', '\u00a0'].map((between) => head + between + tail));

/** What a Korean date may begin with, for the scanner; digits and apostrophes it knows itself. */
export const koreanAnchors: readonly string[] = [
  ...'상반기 하반기 전반기 후반기 연말 연초 올해 금년 내년 작년 재작 지난 이듬해 오는 이번 같은 동년 당해 전년'.split(
    ' ',
  ),
  ...spaced('올', '상하'),
  ...spaced('제', '1234'),
];

const words = languageOf('ko').calendar;
const meanings: Meanings = {
  ...words,
  ordinals: { 상: 1, 하: 2, 전: 1, 후: 2, 上: 1, 下: 2 },
};

const sp = '[ \\t\\u00a0\\n]{0,2}';
const year = `(?:(?<y>${fullYear})|${apostrophe}${sp}(?<yy>\\d\\d)(?!\\d))`;
const joint = `(?:${dash}|[·ㆍ‧])`;
const monthDigits = '(?:1[0-9]|0?[1-9])';
const months = `(?<m>${monthDigits})(?:(?:${sp}월?${dash}|${sp}[·ㆍ‧])(?<m2>${monthDigits}))?${sp}월(?!드|요|급|세|간|평)`;
const days = `(?<d>[0-3]?\\d)${sp}일?(?:${dash}(?<d2>[0-3]?\\d))?${sp}일(?!간|자리|정|상|반|부|본|째|차|당|만|제|곱)`;
const monthAndDays = `${months}(?:${sp}${days})?`;
const oneDay = `(?<m>${monthDigits})${sp}월${sp}(?<d>[0-3]?\\d)${sp}일(?!간|째|차)`;
const half = '(?<h>[상하전후])반기';
const bothHalves = `(?<h>상)(?:반기)?${sp}[·ㆍ,/~∼]${sp}(?<h2>하)반기`;
const halfSign = '(?<h>[상하上下])(?:반기)?(?![가-힣A-Za-z])';
const quarter = `(?:제${sp})?(?<q>\\d)(?:${joint}(?<q2>\\d))?(?:${sp}[/／]${sp}4${sp}|${sp})분기(?!${sp}(?:연속|만에|째|간|동안|내내))`;
const quarterSign = '(?<q>[1-4])[/／]4(?![\\d분])';
const season = '(?<s>봄|여름|가을|겨울)(?=철|에|부터|까지|의|방학|학기|[^가-힣]|$)';
const relative = `(?<rel>${oneOf(Object.keys(words.relativeYears))})(?:도)?`;
const near = '(?<near>지난|오는|이번)';
/** After `년`: not a length of time, an age or a year of birth. */
const notLength = '(?!간|째|차|생|동안|만에|여|씩|제|형|근|이상|이하|미만|이내|넘|산|지기|식|치)';
const notLengthApart = `(?!${sp}(?:간|동안|만에|째|이상|이하|미만|이내|넘게|넘은|연속|전|뒤|후|주기|단위|가까이|차|정도|미만|평균|근속|경력|마다)(?![가-힣]))`;
const nien = `${sp}년(?:도|대)?`;

interface Form {
  readonly pattern: Pattern;
  readonly doubt: Doubt | null;
}

const sure = (source: string): Form => ({ pattern: sticky(source), doubt: null });

const doubtful = (doubt: Doubt, source: string): Form => ({ pattern: sticky(source), doubt });

/** What follows the digits wherever a Korean form fits: looked at first, for most numbers are no dates. */
const koreanYear = sticky(`\\d{4}[ \\t\\u00a0\\n]{0,2}(?:[년.상하전후학제]|\\d(?!\\d{2}))`);
const koreanDigits = sticky(`\\d{1,2}[ \\t\\u00a0\\n]{0,2}[년월분./／·ㆍ‧‐‑–—−‒~∼～〜˜-]`);

const month = '(?<m>1[0-2]|0?[1-9])';
const ofYear = `${year}(?:${nien}|${sp}\\.)?${sp}`;
const shortDigits = '(?<yy>[0-4]\\d|9\\d)';

/** Forms that begin with a year, four digits or an apostrophe and two. */
const yearForms: readonly Form[] = [
  sure(`${ofYear}${oneDay}`),
  sure(`${ofYear}${monthAndDays}`),
  sure(`${ofYear}${bothHalves}`),
  sure(`${ofYear}${half}`),
  sure(`${ofYear}${quarter}`),
  sure(`${ofYear}${quarterSign}`),
  sure(`${year}${nien}${sp}${season}`),
  sure(`${year}${sp}\\.${sp}(?<m>\\d{1,2})${sp}\\.${sp}(?<d>\\d{1,2})(?!\\d|\\.\\d)(?:${sp}일|\\.(?!\\d))?`),
  sure(`${year}${sp}\\.${sp}${month}(?![\\d%]|[.,]\\d)(?:\\.(?=[ \\u00a0]?[)~∼～〜(,가-힣]|$))`),
];
const yearAlone = sure(`${year}${sp}년도?${notLength}${notLengthApart}`);

/** In order, by how they begin: the first that fits is the reading, so the fuller stand before the barer. */
const forms: Readonly<Record<Exclude<Opening, 'number'>, readonly Form[]>> = {
  year: [
    ...yearForms,
    sure(`(?<y>${fullYear})\\.${month}(?![\\d%가-힣A-Za-z]|[.,]\\d|[ \\u00a0][a-z])`),
    sure(`(?<y>${fullYear})${sp}년(?<dec>대)`),
    sure(`(?<y>${fullYear})${sp}학년도`),
    yearAlone,
  ],
  apostrophe: [
    ...yearForms,
    sure(`${apostrophe}${sp}(?<yy>\\d\\d)(?:${nien}|\\.)?${sp}${halfSign}`),
    sure(`${apostrophe}${sp}(?<yy>\\d\\d)${sp}\\.${sp}${month}(?![\\d%]|[.,]\\d)\\.?`),
    sure(`${apostrophe}${sp}(?<tens>\\d0)${sp}년대`),
    yearAlone,
    doubtful('short-year', `${apostrophe}(?<yy>\\d\\d)(?![\\dA-Za-z%])`),
  ],
  digits: [
    sure(`${shortDigits}(?:${sp}년|\\.)${sp}${monthAndDays}`),
    sure(`${shortDigits}${sp}년${sp}${half}`),
    sure(`${shortDigits}(?:${sp}년${sp}|\\.)${quarter}`),
    sure(
      `(?<yy>[1-4]\\d)${sp}\\.${sp}${month}${sp}\\.${sp}(?<d>3[01]|[12]\\d|0?[1-9])(?!\\d|\\.\\d)\\.?(?=[ \\u00a0]?[(~∼～〜,)]|$|부터|까지)`,
    ),
    doubtful('short-year', `${shortDigits}${sp}년?(?:${dash})(?<yy2>[0-4]\\d)${sp}년도?${notLength}${notLengthApart}`),
    doubtful('short-year', `${shortDigits}${sp}년도?${notLength}${notLengthApart}`),
    sure(oneDay),
    // Not `주 4.5일`: a day of one digit is a decimal.
    sure(`${month}\\.(?<d>0[1-9]|[12]\\d|3[01])일(?!${sp}(?:간|째|차|동안))`),
    sure(monthAndDays),
    sure(quarter),
    sure(`${month}${sp}[./]${sp}(?<d>[0-3]?\\d)(?!\\d|\\.\\d)\\.?(?=${sp}\\([월화수목금토일](?:요일)?\\))`),
    doubtful('number', `${month}${sp}\\.${sp}(?<d>[0-3]?\\d)(?![\\d%]|\\.\\d)\\.?`),
    doubtful('number', `${month}/(?<d>[0-3]?\\d)(?![\\d%/])`),
  ],
  word: [
    sure(`${near}${sp}(?:해${sp})?${monthAndDays}`),
    sure(`${relative}${sp}${monthAndDays}`),
    sure(`${relative}${sp}${bothHalves}`),
    sure(`${relative}${sp}${half}`),
    sure(`${relative}${sp}${quarter}`),
    sure(`${relative}${sp}${season}`),
    sure(`${relative}${sp}(?<edge>초|말|중순)(?=$|[^가-힣]|에|부터|까지|의|이|로|쯤|경|기준)`),
    doubtful('part', bothHalves),
    doubtful('part', half),
    sure(quarter),
    sure('(?<edge>연말|연초)(?=$|[^가-힣]|에|부터|까지|의|쯤|경|기준|께|이면)'),
  ],
};

interface Said {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly quarter: number | undefined;
  readonly half: number | undefined;
}

interface Ending {
  readonly pattern: Pattern;
  /** Whether the end may follow a date that says this much. */
  readonly after: (said: Said) => boolean;
}

const endings: readonly Ending[] = [
  { pattern: sticky(`(?<d>[0-3]?\\d)${sp}일(?!간|째|차|이내|이상)`), after: ({ day }) => day !== undefined },
  {
    pattern: sticky(`(?<m>1[0-2]|0?[1-9])${sp}[./]${sp}(?<d>[0-3]?\\d)(?![\\d%]|\\.\\d)\\.?`),
    after: ({ day }) => day !== undefined,
  },
  {
    pattern: sticky(`(?<d>[0-3]?\\d)(?![\\d%]|\\.\\d|${sp}[월년])\\.?(?!${sp}[가-힣A-Za-z])`),
    after: ({ day }) => day !== undefined,
  },
  {
    pattern: sticky('(?<m>1[0-2]|0?[1-9])\\.(?!\\d)'),
    after: ({ month, day }) => month !== undefined && day === undefined,
  },
  {
    pattern: sticky(`${apostrophe}?(?<yy>\\d\\d)(?:${sp}년도?${notLength}|(?![\\d.%가-힣A-Za-z]))`),
    after: ({ year, month, quarter, half }) =>
      year !== undefined && month === undefined && quarter === undefined && half === undefined,
  },
];

const edge = sticky(
  `${sp}(?<edge>${oneOf(Object.keys(words.edges).filter((word) => !/^[연월중]/.test(word) || (word.length > 1 && word !== '연말' && word !== '연초')))})(?=$|[^가-힣]|에|부터|까지|의|이|로|쯤|경|기준|현재|대비|께|이면|과|와|예정|개최|완료|시행|발표|착수|준공|개통)`,
);

/** `3월 말`, `’15년말`, `2024년 초`: the word for a part of it belongs to the date. */
function withEdge(text: string, found: Expression): Expression {
  const last = found.parts[found.parts.length - 1];
  if (last === undefined || last.day !== undefined || last.modifier !== undefined || last.decade === true) return found;
  // `’23.12말` as `’23.12월말`
  if (!/[년도월기]$|^['’‘′`＇´]\d\d\. ?\d{1,2}$/.test(text.slice(found.start, found.end))) return found;
  const match = matchAt(edge, text, found.end);
  if (match === null) return found;
  const [{ modifier }] = partsOf(match, meanings);
  if (modifier === undefined) return found;
  const { end } = match;
  const [first, second] = found.parts;
  const parts =
    second === undefined ? ([{ ...first, modifier, end }] as const) : ([first, { ...second, modifier, end }] as const);
  return { ...found, end, parts };
}
