import type { DateParts } from './figure';
import { apostrophe, dash, endAt, mayBeDash, space, sticky, type Expression } from './date-pattern';
import { readKoreanEnd } from './date-korean';
import { isLatin } from './number';

/**
 * Two ends as one date: `2024–2028`, `July 1 through September 30, 2024`, `between 2016 and March 31, 2024`,
 * `2026. 3.19.(목) ～ 2026. 4.27.`; the weekday of the first end lies inside. `A부터 B까지` stays two dates, and an arrow
 * joins nothing.
 */
export function joinRange(text: string, first: Expression, read: (at: number) => Expression | null): Expression {
  if (first.parts.length === 2 || first.parts[0].decade === true) return first;
  const joint = jointAfter(text, first);
  if (joint === null) return first;
  const at = joint.end;
  const plain = read(at);
  const elided = joint.isSign ? readKoreanEnd(text, at, first) : null;
  const second = plain === null || (elided !== null && elided.end > plain.end) ? elided : plain;
  if (second === null || second.parts.length === 2 || !fits(first, second, joint)) return first;
  if (first.doubt === 'year' && isTelephone(text, first, at)) return first;
  return {
    start: first.start,
    end: second.end,
    parts: [first.parts[0], inFiscal(second.parts[0], first.parts[0])],
    doubt: doubtOf(first, second),
  };
}

/** `fiscal years 2022 through 2026`: both ends are fiscal years. */
const inFiscal = (last: DateParts, first: DateParts): DateParts =>
  first.fiscal === true && last.month === undefined && last.fiscal === undefined ? { ...last, fiscal: true } : last;

/** `1877-2041`, the number of a call centre: two years so far apart are joined by no mere hyphen. */
const isTelephone = (text: string, { end, parts: [{ year = 2000 }] }: Expression, at: number): boolean =>
  year < 1900 && at === end + 1 && text.charAt(end) === '-' && /^2/.test(text.charAt(at));

interface Joint {
  readonly end: number;
  /** A dash or tilde, not a word. */
  readonly isSign: boolean;
  readonly isSlash: boolean;
}

const weekday = `(?:[ \\u00a0]?\\((?:[월화수목금토일](?:요일)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})\\.?\\))?`;
const dayName = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?${space}(?:the${space})?)?`;
/** `3. 16.(월) 09:00 ~ 4. 10.` */
const time = '(?:[ \\u00a0]?\\d{1,2}:\\d\\d)?';
const sign = sticky(`${weekday}${time}(?:${dash})${dayName}(?=[\\dA-Za-z가-힣]|${apostrophe})`);
const word = sticky(
  `${weekday},?${space}(?:to|through|thru|until|till|up${space}to)${space}(?:the${space})?${dayName}`,
);
const and = sticky(`${weekday}${space}and${space}(?:the${space})?${dayName}`);
const slash = sticky('/(?=[A-Z])');
/** How any of them begins. */
const joining = sticky(`/|${dash}|[ \\u00a0]?(?:\\(|\\d{1,2}:)|,?${space}[tua]`);

/** Whether what stands at `at` may begin a joint. Cheap. */
function mayJoin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x20) return joints.includes(text.charAt(at + 1) || '!') || text.charCodeAt(at + 1) > 0x7f;
  return code === 0x2f || code === 0x28 || code === 0x2c || code === 0x0a || code === 0x09 || mayBeDash(code);
}
const joints = 'tua(-~ \t\n0123456789';

function jointAfter(text: string, { start, end }: Expression): Joint | null {
  if (!mayJoin(text, end) || endAt(joining, text, end) < 0) return null;
  const isWord = text.charCodeAt(end) === 0x20 && isLatin(text.charCodeAt(end + 1));
  const dashed = isWord ? -1 : endAt(sign, text, end);
  if (dashed >= 0) return { end: dashed, isSign: true, isSlash: false };
  const worded = endAt(word, text, end);
  if (worded >= 0) return { end: worded, isSign: false, isSlash: false };
  if (
    /[Bb]etween\s(?:the\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?$/.test(
      text.slice(Math.max(0, start - 24), start),
    )
  ) {
    const joined = endAt(and, text, end);
    if (joined >= 0) return { end: joined, isSign: false, isSlash: false };
  }
  return endAt(slash, text, end) < 0 ? null : { end: end + 1, isSign: false, isSlash: true };
}

/** Whether the two can be the ends of one stretch of time. */
function fits(first: Expression, second: Expression, joint: Joint): boolean {
  const [[a], [b]] = [first.parts, second.parts];
  if (b.decade === true) return false;
  // `from 1.6 in 2023/24 to 1.8 million`: a day without a year does not end a span of years.
  if (
    a.month === undefined &&
    a.quarter === undefined &&
    a.half === undefined &&
    b.day !== undefined &&
    b.year === undefined
  )
    return false;
  if (a.year !== undefined && b.year !== undefined && b.year < a.year) return false;
  if (joint.isSlash)
    return a.month !== undefined && b.month !== undefined && a.day === undefined && b.day === undefined;
  if (first.doubt === 'year' && second.doubt === 'year') return (b.year ?? 0) > (a.year ?? 0);
  if (first.doubt === 'year' && a.fiscal !== true) return b.year !== undefined;
  if (b.day !== undefined && a.day === undefined && a.month === undefined && b.month === undefined) return false;
  return true;
}

function doubtOf(first: Expression, second: Expression): Expression['doubt'] {
  if (first.doubt === 'number') return second.doubt === null && second.parts[0].month !== undefined ? null : 'number';
  if (first.doubt === 'year' && second.doubt === 'year') return 'year';
  return null;
}
