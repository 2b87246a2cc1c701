import { languageOf } from '../language/index';
import {
  dash,
  endAt,
  fullYear,
  groupOf,
  isDigit,
  matchAt,
  mayBeDash,
  meaningsOf,
  openingAt,
  partsOf,
  sticky,
  type Expression,
  type Match,
  type Pattern,
} from './date-pattern';
import { isHangul } from './number';

/**
 * Dates in Japanese: `2024年3月21日`, `令和6年度`, `3月末`, `上半期`, `第3四半期`. Years of an era become years of the
 * common one: `令和6年` is 2024.
 */
export function readJapanese(text: string, at: number): Expression | null {
  const opening = openingAt(text, at);
  if (opening === 'word' ? isHangul(text.charCodeAt(at)) || text.charCodeAt(at) < 0x3000 : !isCounted(text, at))
    return null;
  const era = opening === 'word' ? matchAt(eraYear, text, at) : null;
  if (era !== null) return inEra(text, at, era);
  for (const form of forms) {
    const match = matchAt(form, text, at);
    if (match !== null) return { start: at, end: match.end, parts: partsOf(match, meanings), doubt: null };
  }
  return null;
}

/** What a Japanese date may begin with, for the scanner; digits it knows itself. */
export const japaneseAnchors: readonly string[] = [
  ...['令和', '平成', '昭和', '上半期', '下半期'],
  ...['第1四半期', '第2四半期', '第3四半期', '第4四半期'],
];

const words = languageOf('ja').calendar;
const meanings = meaningsOf(words, { 上: 1, 下: 2 });

/** The year before an era's first. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

const months = `(?<m>1[0-9]|0?[1-9])(?:${dash}(?<m2>1[0-2]|[1-9]))?月`;
const afterYear = `(?:${months}(?:(?<d>[0-3]?\\d)日)?)?(?<edge>初旬|上旬|中旬|下旬|末)?`;
const eraYear = sticky('(?<era>令和|平成|昭和)(?<n>\\d{1,2}|元)年(?<fy>度)?');
const forms: readonly Pattern[] = [
  sticky(`(?<y>${fullYear})年(?<fy>度)(?:(?<h>[上下])半期|第(?<q>[1-4])四半期|(?<edge>末))?`),
  sticky(`(?<y>${fullYear})年(?:(?<h>[上下])半期|第(?<q>[1-4])四半期)`),
  sticky(`(?<y>${fullYear})年${afterYear}`),
  sticky(`${months}(?:(?<d>[0-3]?\\d)日)?(?<edge>初旬|上旬|中旬|下旬|末)?`),
  sticky('(?<h>[上下])半期'),
  sticky('第(?<q>[1-4])四半期'),
];
const rest = sticky(afterYear);
/** Digits that a Japanese date begins with. */
const counter = sticky(`\\d{1,4}(?:${dash}\\d{1,2})?[年月]`);

function isCounted(text: string, at: number): boolean {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const next = text.charAt(end);
  if (next === '年' || next === '月') return true;
  while (end < at + 6 && (text[end] === ' ' || text[end] === '\u00a0')) end++;
  return text[end] !== ' ' && mayBeDash(text.charCodeAt(end)) && endAt(counter, text, at) >= 0;
}

function inEra(text: string, at: number, era: Match): Expression {
  const n = groupOf(era, 'n');
  const year = (eras[groupOf(era, 'era') ?? ''] ?? 0) + (n === '元' ? 1 : Number(n));
  const after = matchAt(rest, text, era.end);
  const [first, second] = partsOf(after ?? era, meanings);
  const end = after?.end ?? era.end;
  const yearSpan = { start: at, end: era.end };
  const dated = { ...first, start: at, end: second === undefined ? end : first.end, year, yearSpan };
  const part = groupOf(era, 'fy') === undefined ? dated : { ...dated, fiscal: true };
  return { start: at, end, parts: second === undefined ? [part] : [part, { ...second, year }], doubt: null };
}
