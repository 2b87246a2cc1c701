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
  readonly numbers: (NumberRead | null)[];
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
  readonly joints: Joints;
}

/** What there is that may join two bare numbers to a change. */
export interface Joints {
  readonly arrow: boolean;
  readonly from: boolean;
  /** `in` and a year behind a number. */
  readonly in: boolean;
  /** A letter glued to digits. */
  readonly glued: boolean;
}

export const noJoints: Joints = { arrow: false, from: false, in: false, glued: false };

/** The anchors of a text, or null where no figure can stand in it. */
export function anchorsIn(text: string): Anchors | null {
  const digits: number[] = [];
  const dates: number[] = [];
  const words: number[] = [];
  const percents: number[] = [];
  const hangulMoney: number[] = [];
  const hangulCounts: number[] = [];
  let hasHangul = false;
  let joints: { -readonly [key in keyof Joints]: boolean } = noJoints;
  const join = (joint: keyof Joints): void => {
    if (joints === noJoints) joints = { ...noJoints };
    joints[joint] = true;
  };
  /** Where the words of the last date and of the last number end: no other begins within them. */
  let dateEnd = 0;
  let wordsEnd = 0;
  const noteDate = (at: number): void => {
    const end = at < dateEnd ? at : dateWordEnd(text, at);
    if (end === at) return;
    dates.push(at);
    dateEnd = end;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = opening.kinds[code]!;
    if (kind === 0) continue;
    if (kind === opening.LATIN) {
      const may = opening.kindsOfWord(text, at);
      if ((may & opening.DATE) !== 0 && !isDigit(text.charCodeAt(at - 1))) noteDate(at);
      if ((may & opening.NUMBER) !== 0 && at >= wordsEnd) {
        const end = numberWordsEnd(text, at);
        if (end > at) {
          words.push(at);
          wordsEnd = end;
        }
      }
      if ((may & opening.PERCENT) !== 0) percents.push(at);
      if ((may & opening.JOINT) !== 0) {
        if (text.startsWith('from ', at)) join('from');
      }
      while (isLatin(text.charCodeAt(at + 1))) at++;
      continue;
    }
    if (kind === opening.DIGIT) {
      digits.push(at);
      if (at >= dateEnd) dates.push(at);
      while (isDigit(text.charCodeAt(at + 1))) at++;
      if (isLatin(text.charCodeAt(at + 1))) join('glued');
      else if (text.startsWith(' in ', at + 1) && 'F12'.includes(text.charAt(at + 5) || ' ')) join('in');
      continue;
    }
    if ((kind & opening.HANGUL) !== 0) hasHangul = true;
    if (kind === opening.HANGUL) continue;
    if ((kind & opening.DATE) !== 0) {
      if (!isApostrophe(code)) noteDate(at);
      else if (isBeforeShortYear(text, at)) dates.push(at);
    }
    if ((kind & opening.PERCENT) !== 0) percents.push(at);
    if ((kind & opening.MONEY) !== 0) {
      const last = text.charCodeAt(at - 1) === 32 ? at - 2 : at - 1;
      if (last >= 0 && (opening.kinds[text.charCodeAt(last)]! & opening.NUMBER) !== 0) hangulMoney.push(last);
    }
    if ((kind & opening.COUNT) !== 0 && isApart(text, at)) hangulCounts.push(at);
    if ((kind & opening.JOINT) !== 0) join('arrow');
  }
  const isEmpty = dates.length + digits.length + words.length + hangulMoney.length + hangulCounts.length === 0;
  return isEmpty
    ? null
    : { text, digits, numbers: [], dates, words, percents, hangulMoney, hangulCounts, hasHangul, joints };
}

/** The number that begins at the `index`th run of digits, read once; null where the digits are a code. */
export function numberAt({ text, digits, numbers }: Anchors, index: number): NumberRead | null {
  while (numbers.length <= index) numbers.push(readNumber(text, digits[numbers.length]!));
  return numbers[index]!;
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
