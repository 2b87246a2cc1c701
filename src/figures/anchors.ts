import { dateWordEnd } from './date-anchor';
import { isApostrophe } from './date-pattern';
import { isDigit, isLatin, isSpace, readNumber, type NumberRead } from './number';
import { numberWordsEnd } from './number-words';
import * as opening from './openings';

/**
 * Where in a text figures may stand. One walk notes the digits, signs and words with which any of them begins, and the
 * recognisers look nowhere else: a text without an anchor costs the walk alone. All places are in order.
 *
 *     'Budget 2024: five tasks, 3억원'    digits [7, 25]   dates [0, 7, 25]   words [13]
 */
export interface Anchors {
  readonly text: string;
  /** Where runs of digits begin. */
  readonly digits: readonly number[];
  /** What was read at each of `digits`, filled in by `numberAt`. */
  readonly numbers: (NumberRead | null | undefined)[];
  /** Where a date may begin: at digits, an apostrophe before two of them, a word. */
  readonly dates: readonly number[];
  /** Where an English number in words may begin. */
  readonly words: readonly number[];
  /** Where a sign or word of percentages or points may stand. */
  readonly percents: readonly number[];
  /** The last characters of numbers in Hangul before the name of a currency: the 백 of `오백 달러`. */
  readonly hangulMoney: readonly number[];
  /** Where a Korean number word may stand by itself: `두 곳`. */
  readonly hangulCounts: readonly number[];
  readonly hasHangul: boolean;
  /** What there is that may join two bare numbers to a change, in bits: `ARROW`, `FROM`, `IN`, `GLUED`. */
  readonly joints: number;
}

export const ARROW = 1;
export const FROM = 2;
/** `in` and a year behind a number. */
export const IN = 4;
/** A letter glued to digits. */
export const GLUED = 8;

/**
 * The anchors of a text, or null where no figure can stand in it. A paragraph of a thousand numbers and more, one in every
 * eight characters, is data and no prose: it is read for nothing.
 */
export function anchorsIn(text: string): Anchors | null {
  const { kinds } = opening;
  const digits: number[] = [];
  const dates: number[] = [];
  const words: number[] = [];
  const percents: number[] = [];
  const hangulMoney: number[] = [];
  const hangulCounts: number[] = [];
  let hasHangul = false;
  let joints = 0;
  /** Where the words of the last date and of the last number end: no other begins within them. */
  let dateEnd = 0;
  let wordsEnd = 0;
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code]!;
    if (kind === 0) continue;
    if (kind === opening.LATIN) {
      const may = opening.kindsOfWord(code, text.charCodeAt(at + 1), text.charCodeAt(at + 2));
      if (may !== 0) {
        if ((may & opening.DATE) !== 0 && at >= dateEnd && !isDigit(text.charCodeAt(at - 1))) {
          const end = dateWordEnd(text, at);
          if (end > at) dates.push(at);
          dateEnd = end;
        }
        if ((may & opening.NUMBER) !== 0 && at >= wordsEnd) {
          const end = numberWordsEnd(text, at);
          if (end > at) words.push(at);
          wordsEnd = end;
        }
        if ((may & opening.PERCENT) !== 0) percents.push(at);
        if ((may & opening.JOINT) !== 0 && text.startsWith('from ', at)) joints |= FROM;
      }
      while (at + 1 < length && kinds[text.charCodeAt(at + 1)] === opening.LATIN) at++;
    } else if (kind === opening.DIGIT) {
      digits.push(at);
      if (at >= dateEnd) dates.push(at);
      while (at + 1 < length && kinds[text.charCodeAt(at + 1)] === opening.DIGIT) at++;
      joints |= jointAfterDigits(text, at + 1);
    } else if (kind === opening.HANGUL) {
      hasHangul = true;
    } else {
      if ((kind & opening.HANGUL) !== 0) hasHangul = true;
      if ((kind & opening.DATE) !== 0 && at >= dateEnd) {
        if (!isApostrophe(code)) {
          const end = dateWordEnd(text, at);
          if (end > at) dates.push(at);
          dateEnd = end;
        } else if (isBeforeShortYear(text, at)) dates.push(at);
      }
      if ((kind & opening.PERCENT) !== 0) percents.push(at);
      if ((kind & opening.MONEY) !== 0) {
        const last = text.charCodeAt(at - 1) === 32 ? at - 2 : at - 1;
        if (last >= 0 && (kinds[text.charCodeAt(last)]! & opening.NUMBER) !== 0) hangulMoney.push(last);
      }
      if ((kind & opening.COUNT) !== 0 && isApart(text, at)) hangulCounts.push(at);
      if ((kind & opening.JOINT) !== 0) joints |= ARROW;
    }
  }
  if (digits.length > 1000 && digits.length * 8 > length) return null;
  const isEmpty = dates.length + digits.length + words.length + hangulMoney.length + hangulCounts.length === 0;
  return isEmpty
    ? null
    : {
        text,
        digits,
        numbers: new Array<undefined>(digits.length),
        dates,
        words,
        percents,
        hangulMoney,
        hangulCounts,
        hasHangul,
        joints,
      };
}

function jointAfterDigits(text: string, end: number): number {
  if (isLatin(text.charCodeAt(end))) return GLUED;
  return text.startsWith(' in ', end) && 'F12'.includes(text.charAt(end + 4) || ' ') ? IN : 0;
}

/** The number that begins at the `index`th run of digits, read once; null where the digits are a code. */
export function numberAt({ text, digits, numbers }: Anchors, index: number): NumberRead | null {
  let number = numbers[index];
  if (number === undefined) numbers[index] = number = readNumber(text, digits[index]!);
  return number;
}

/** `'24`, `’ 24`. */
function isBeforeShortYear(text: string, at: number): boolean {
  const space = text.charCodeAt(at + 1);
  const digits = space === 0x20 || space === 0xa0 ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(digits)) && isDigit(text.charCodeAt(digits + 1));
}

/** Whether a word may begin here: after a space, a bracket, a comma, or nothing. */
function isApart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || isSpace(before) || before === 10 || before === 0x28 || before === 0xb7 || before === 0x2c;
}
