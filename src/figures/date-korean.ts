import { afterSpace, koreanForms, koreanMeanings as meanings, notLength, sp } from './date-korean-forms';
import {
  apostrophe,
  isDigit,
  matchAt,
  oneOf,
  openingAt,
  partsOf,
  sticky,
  type Expression,
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
  if (opening === 'number' || (opening === 'word' && text.charCodeAt(at) < 0x3000)) return null;
  if (opening === 'year' && !mayFollowYear(text, at + 4)) return null;
  for (const { pattern, doubt } of koreanForms(text, at, opening)) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const isYear = opening === 'digits' && pattern.fields[0]?.name === 'yy';
    if (isYear && length.test(text.slice(Math.max(0, at - 6), at))) continue;
    const found: Expression = { start: at, end: match.end, parts: partsOf(match, meanings), doubt };
    return withEdge(text, found);
  }
  return null;
}

/** Before a number of years: `임대기간 30년`. */
const length = /(?:기간|수명|연한|만기|거치|상환|임기|최장|최대|최소|총|약|향후|지난|최근)\s?$/;

/** Most years are followed by something else. */
const mayFollowYear = (text: string, at: number): boolean => {
  const code = text.charCodeAt(afterSpace(text, at));
  return isDigit(code) || code === 0x2e || '년상하전후학제'.includes(text.charAt(afterSpace(text, at)) || ' ');
};

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
  ...'상반기 하반기 전반기 후반기 연말 연초 올해 금년 내년 작년 재작 지난 이듬해 다음해 오는 이번 같은 동년 당해 전년'.split(
    ' ',
  ),
  '다음 해',
  ...spaced('올', '상하'),
  ...spaced('제', '1234'),
];

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
  `${sp}(?<edge>${oneOf([...meanings.edges.keys()].filter((word) => !/^[연월중]/.test(word) || (word.length > 1 && word !== '연말' && word !== '연초')))})(?=$|[^가-힣]|에|부터|까지|의|이|로|쯤|경|기준|현재|대비|께|이면|과|와|예정|개최|완료|시행|발표|착수|준공|개통)`,
);

/** First letters of what `edge` takes. */
const edgeLetters: ReadonlySet<number> = new Set([...meanings.edges.keys()].map((word) => word.charCodeAt(0)));

const mayHaveEdge = new RegExp(`[년도월기]$|^${apostrophe}\\d\\d\\. ?\\d{1,2}$`);

/** `3월 말`, `’15년말`, `2024년 초`: the word for a part of it belongs to the date. */
function withEdge(text: string, found: Expression): Expression {
  const last = found.parts[found.parts.length - 1];
  if (last === undefined || last.day !== undefined || last.modifier !== undefined || last.decade === true) return found;
  if (!edgeLetters.has(text.charCodeAt(afterSpace(text, found.end)))) return found;
  // `’23.12말` as `’23.12월말`
  if (!mayHaveEdge.test(text.slice(found.start, found.end))) return found;
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
