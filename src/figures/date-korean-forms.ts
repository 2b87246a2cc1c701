import { languageOf } from '../language/index';
import {
  apostrophe,
  dash,
  fullYear,
  isDigit,
  meaningsOf,
  oneOf,
  sticky,
  type Doubt,
  type Opening,
  type Pattern,
} from './date-pattern';
import { dashes, tildes } from './signs';

/** One way to write a Korean date, as `date-korean.ts` lists them. */
export interface Form {
  readonly pattern: Pattern;
  readonly doubt: Doubt | null;
  /** The characters with which it may go on behind its digits or year; '' where it may with any. */
  readonly next: string;
  /** Where it goes on with a number: what may follow that; '' where anything may. */
  readonly then: string;
}

/** The forms that are worth trying at `at`, in order. */
export function koreanForms(text: string, at: number, opening: Exclude<Opening, 'number'>): readonly Form[] {
  const { lists, numbered } = table[opening];
  const next = nextOf(text, at, opening);
  if (opening === 'word' || !isDigit(text.charCodeAt(next))) return lists.get(text.charAt(next)) ?? lists.get('')!;
  const end = afterSpace(text, isDigit(text.charCodeAt(next + 1)) ? next + 2 : next + 1);
  return numbered.get(text.charAt(end)) ?? numbered.get('')!;
}

const words = languageOf('ko').calendar;
export const koreanMeanings = meaningsOf(words, { 상: 1, 하: 2, 전: 1, 후: 2, 上: 1, 下: 2 });

/** Space that may be missing. */
export const sp = '[ \\t\\u00a0\\n]{0,2}';
const year = `(?:(?<y>${fullYear})|${apostrophe}${sp}(?<yy>\\d\\d)(?!\\d))`;
const joint = `(?:${dash}|[·ㆍ‧])`;
const monthDigits = '(?:1[0-9]|0?[1-9])';
const months = `(?<m>${monthDigits})(?:(?:${sp}월?${dash}|${sp}[·ㆍ‧])(?<m2>${monthDigits}))?${sp}월(?!드|요|급|세|간|평)`;
const days = `(?<d>[0-3]?\\d)${sp}일?(?:${dash}(?<d2>[0-3]?\\d))?${sp}일(?!간|자리|정|상|반|부(?!터)|본|째|차|당|만|제|곱)`;
const monthAndDays = `${months}(?:${sp}${days})?`;
const oneDay = `(?<m>${monthDigits})${sp}월${sp}(?<d>[0-3]?\\d)${sp}일(?!간|째|차)`;
const half = '(?<h>[상하전후])반기';
const bothHalves = `(?<h>상)(?:반기)?${sp}[·ㆍ,/~∼]${sp}(?<h2>하)반기`;
const halfSign = '(?<h>[상하上下])(?:반기)?(?![가-힣A-Za-z])';
const quarter = `(?:제${sp})?(?<q>\\d)(?:${joint}(?<q2>\\d))?(?:${sp}[/／]${sp}4${sp}|${sp})분기(?!${sp}(?:연속|만에|째|간|동안|내내))`;
const quarterSign = '(?<q>[1-4])[/／]4(?![\\d분])';
const season = '(?<s>봄|여름|가을|겨울)(?=철|에|부터|까지|의|방학|학기|[^가-힣]|$)';
const relative = `(?<rel>${oneOf(Object.keys(words.relativeYears))})(?:도)?`;
/** First letters of words for a year. */
const relatives = Object.keys(words.relativeYears)
  .map((word) => word.charAt(0))
  .join('');
const near = '(?<near>지난|오는|이번)';
/** After `년`: not a length of time, an age or a year of birth. */
export const notLength = '(?!간|째|차|생|동안|만에|여|씩|제|형|근|이상|이하|미만|이내|넘|산|지기|식|치)';
const notLengthApart = `(?!${sp}(?:간|동안|만에|째|이상|이하|미만|이내|넘게|넘은|연속|전|뒤|후|주기|단위|가까이|차|정도|미만|평균|근속|경력|마다)(?![가-힣]))`;
const nien = `${sp}년(?:도|대)?`;

const sure = (next: string, source: string, then = ''): Form => ({ next, then, pattern: sticky(source), doubt: null });

const doubtful = (doubt: Doubt, next: string, source: string): Form => ({
  ...sure(next, source),
  doubt,
});

const numerals = '0123456789제';
const halfNames = '상하전후上下';
const joints = dashes + tildes;
const dots = '·ㆍ‧';

const month = '(?<m>1[0-2]|0?[1-9])';
const ofYear = `${year}(?:${nien}|${sp}\\.)?${sp}`;
const shortDigits = '(?<yy>[0-4]\\d|9\\d)';

/** Forms that begin with a year, four digits or an apostrophe and two. */
const yearForms: readonly Form[] = [
  sure(numerals, `${ofYear}${oneDay}`, '월'),
  sure(numerals, `${ofYear}${monthAndDays}`, `월${joints}${dots}`),
  sure(halfNames, `${ofYear}${bothHalves}`),
  sure(halfNames, `${ofYear}${half}`),
  sure(numerals, `${ofYear}${quarter}`, `분/／${joints}${dots}`),
  sure(numerals, `${ofYear}${quarterSign}`, '/／'),
  sure('봄여가겨', `${year}${nien}${sp}${season}`),
  sure(
    numerals,
    `${year}${sp}\\.${sp}(?<m>\\d{1,2})${sp}\\.${sp}(?<d>\\d{1,2})(?!\\d|\\.\\d|${sp}(?:[억만천조]|백만|원|%))(?:${sp}일|\\.(?!\\d))?`,
    '.',
  ),
  sure(numerals, `${year}${sp}\\.${sp}${month}(?![\\d%]|[.,]\\d)(?:\\.(?=[ \\u00a0]?[)(,가-힣→⇒➔➜⟶${tildes}]|$))`),
];
const yearAlone = sure('', `${year}${sp}년도?${notLength}${notLengthApart}`);

/** In order: the first that fits is the reading, so the fuller stand before the barer. */
const forms: Readonly<Record<Exclude<Opening, 'number'>, readonly Form[]>> = {
  year: [
    ...yearForms,
    sure(numerals, `(?<y>${fullYear})\\.${month}(?![\\d%가-힣A-Za-z]|[.,]\\d|[ \\u00a0][a-z])`),
    sure('', `(?<y>${fullYear})${sp}년(?<dec>대)`),
    sure('학', `(?<y>${fullYear})${sp}학년도`),
    yearAlone,
  ],
  apostrophe: [
    ...yearForms,
    sure(halfNames, `${apostrophe}${sp}(?<yy>\\d\\d)(?:${nien}|\\.)?${sp}${halfSign}`),
    sure(numerals, `${apostrophe}${sp}(?<yy>\\d\\d)${sp}\\.${sp}${month}(?![\\d%]|[.,]\\d)\\.?`),
    sure('', `${apostrophe}${sp}(?<tens>\\d0)${sp}년대`),
    yearAlone,
    // `’25p` is provisional.
    doubtful('short-year', '', `${apostrophe}(?<yy>\\d\\d)(?:(?=[pe]\\))|(?![\\dA-Za-z%]))`),
  ],
  digits: [
    sure('년.', `${shortDigits}(?:${sp}년|\\.)${sp}${monthAndDays}`),
    sure('년', `${shortDigits}${sp}년${sp}${half}`),
    sure('년.', `${shortDigits}(?:${sp}년${sp}|\\.)${quarter}`),
    sure(
      '.',
      `(?<yy>[1-4]\\d)${sp}\\.${sp}${month}${sp}\\.${sp}(?<d>3[01]|[12]\\d|0?[1-9])(?!\\d|\\.\\d)\\.?(?=[ \\u00a0]?[(~∼～〜,)]|$|부터|까지|(?<=\\.) ?[가-힣])`,
    ),
    doubtful(
      'short-year',
      `년${joints}`,
      `${shortDigits}${sp}년?(?:${dash})(?<yy2>[0-4]\\d)${sp}년도?${notLength}${notLengthApart}`,
    ),
    doubtful('short-year', '년', `${shortDigits}${sp}년도?${notLength}${notLengthApart}`),
    sure('월', oneDay),
    doubtful('day', '일', `(?<d>3[01]|[12]\\d|[1-9])일(?![가-힣])`),
    // Not `주 4.5일`: a day of one digit is a decimal.
    sure('.', `${month}\\.(?<d>0[1-9]|[12]\\d|3[01])일(?!${sp}(?:간|째|차|동안))`),
    sure(`월${joints}${dots}`, monthAndDays),
    sure(`분/／${joints}${dots}`, quarter),
    sure('./', `${month}${sp}[./]${sp}(?<d>[0-3]?\\d)(?!\\d|\\.\\d)\\.?(?=${sp}\\([월화수목금토일](?:요일)?\\))`),
    doubtful('number', '.', `${month}${sp}\\.${sp}(?<d>[0-3]?\\d)(?![\\d%]|\\.\\d)\\.?`),
    doubtful('number', '/', `${month}/(?<d>[0-3]?\\d)(?![\\d%/])`),
  ],
  word: [
    sure('지오이', `${near}${sp}(?:해${sp})?${monthAndDays}`),
    sure(relatives, `${relative}${sp}${monthAndDays}`),
    sure(relatives, `${relative}${sp}${bothHalves}`),
    sure(relatives, `${relative}${sp}${half}`),
    sure(relatives, `${relative}${sp}${quarter}`),
    sure(relatives, `${relative}${sp}${season}`),
    sure(relatives, `${relative}${sp}(?<edge>초|말|중순)(?=$|[^가-힣]|에|부터|까지|의|이|로|쯤|경|기준)`),
    doubtful('part', halfNames, bothHalves),
    doubtful('part', halfNames, half),
    sure(numerals, quarter),
    sure('연', '(?<edge>연말|연초)(?=$|[^가-힣]|에|부터|까지|의|쯤|경|기준|께|이면)'),
  ],
};

/** By a character, and under '' what stands for any other. */
type Lists = ReadonlyMap<string, readonly Form[]>;

/** The forms of an opening by the character that follows it, and, where that is a digit, by what follows its number. */
function byNext(list: readonly Form[]): { lists: Lists; numbered: Lists } {
  return { lists: listsBy(list, 'next'), numbered: listsBy(list.filter(isNumbered), 'then') };
}

const isNumbered = ({ next }: Form): boolean => next === '' || next.includes('1');

function listsBy(list: readonly Form[], key: 'next' | 'then'): Lists {
  const characters = new Set(['', ...list.flatMap((form) => [...form[key]])]);
  const fits = (form: Form, one: string): boolean => form[key] === '' || (one !== '' && form[key].includes(one));
  return new Map([...characters].map((one) => [one, list.filter((form) => fits(form, one))]));
}

const table = {
  year: byNext(forms.year),
  apostrophe: byNext(forms.apostrophe),
  digits: byNext(forms.digits),
  word: byNext(forms.word),
};

/** Where the form goes on: behind digits and space; behind a year's own 년, 년도 or point as well; at a word itself. */
function nextOf(text: string, at: number, opening: Exclude<Opening, 'number'>): number {
  if (opening === 'word') return at;
  if (opening === 'digits') return afterSpace(text, at + (isDigit(text.charCodeAt(at + 1)) ? 2 : 1));
  const year = opening === 'year' ? at + 4 : afterSpace(text, at + 1) + 2;
  const next = afterSpace(text, year);
  if (text[next] === '.') return afterSpace(text, next + 1);
  if (text[next] !== '년') return next;
  return afterSpace(text, text[next + 1] === '도' || text[next + 1] === '대' ? next + 2 : next + 1);
}

/** Past two spaces at most. */
export function afterSpace(text: string, at: number): number {
  let end = at;
  while (end < at + 2 && isSpace(text.charCodeAt(end))) end++;
  return end;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x0a || code === 0x09;
