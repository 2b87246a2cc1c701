import { appended } from './appended';
import { dateWordEnd } from './date-anchor';
import { isApostrophe } from './date-pattern';
import { isDigit, isLatin, isSpace, readNumber, type NumberRead } from './number';
import { numberWordsEnd, readWords } from './number-words';
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
  /** What was read at each of `words`, filled in by `wordsAt`. */
  readonly wordNumbers: (NumberRead | null | undefined)[];
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
/** `in` and a year between two numbers. */
export const IN = 4;
/** A letter or two glued between digits. */
export const GLUED = 8;

/**
 * The anchors of a text, or null where no figure can stand in it. A paragraph of a thousand numbers and more, one in every
 * eight characters, is data and no prose: it is read for nothing.
 */
export function anchorsIn(text: string): Anchors | null {
  const { kinds } = opening;
  let digits: number[] | null = null;
  /** Null as long as it is what `digits` is. */
  let dates: number[] | null = null;
  let words: number[] | null = null;
  let percents: number[] | null = null;
  let hangulMoney: number[] | null = null;
  let hangulCounts: number[] | null = null;
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
      const may = opening.kindsOfWord(text, at);
      if (may !== 0) {
        if ((may & opening.DATE) !== 0 && at >= dateEnd && !isDigit(text.charCodeAt(at - 1))) {
          const end = dateWordEnd(text, at);
          if (end > at) dates = withWord(dates, digits, at);
          dateEnd = end;
        }
        if ((may & opening.NUMBER) !== 0 && at >= wordsEnd) {
          const end = numberWordsEnd(text, at);
          if (end > at) words = appended(words, at);
          wordsEnd = end;
        }
        if ((may & opening.PERCENT) !== 0) percents = appended(percents, at);
        if ((may & opening.JOINT) !== 0 && isFrom(text, at)) joints |= FROM;
      }
      while (at + 1 < length && kinds[text.charCodeAt(at + 1)] === opening.LATIN) at++;
    } else if (kind === opening.DIGIT) {
      if (at < dateEnd) dates ??= digits === null ? [] : [...digits];
      else dates?.push(at);
      digits = appended(digits, at);
      while (at + 1 < length && kinds[text.charCodeAt(at + 1)] === opening.DIGIT) at++;
      joints |= jointAfterDigits(text, at + 1);
    } else if (kind === opening.HANGUL) {
      hasHangul = true;
    } else {
      if ((kind & opening.HANGUL) !== 0) hasHangul = true;
      if ((kind & opening.DATE) !== 0 && at >= dateEnd) {
        if (!isApostrophe(code)) {
          const end = dateWordEnd(text, at);
          if (end > at) dates = withWord(dates, digits, at);
          dateEnd = end;
        } else if (isBeforeShortYear(text, at)) dates = withWord(dates, digits, at);
      }
      if ((kind & opening.PERCENT) !== 0) percents = appended(percents, at);
      if ((kind & opening.MONEY) !== 0) {
        const last = text.charCodeAt(at - 1) === 32 ? at - 2 : at - 1;
        if (last >= 0 && (kinds[text.charCodeAt(last)]! & opening.NUMBER) !== 0)
          hangulMoney = appended(hangulMoney, last);
      }
      if ((kind & opening.COUNT) !== 0 && isApart(text, at)) hangulCounts = appended(hangulCounts, at);
      if ((kind & opening.JOINT) !== 0) joints |= ARROW;
    }
  }
  const isEmpty = digits === null && dates === null && words === null && hangulMoney === null && hangulCounts === null;
  if (isEmpty || (digits !== null && digits.length > 1000 && digits.length * 8 > length)) return null;
  return {
    text,
    digits: digits ?? none,
    numbers: digits === null ? unread : new Array<undefined>(digits.length),
    dates: dates ?? digits ?? none,
    words: words ?? none,
    wordNumbers: words === null ? unread : new Array<undefined>(words.length),
    percents: percents ?? none,
    hangulMoney: hangulMoney ?? none,
    hangulCounts: hangulCounts ?? none,
    hasHangul,
    joints,
  };
}

/** The places of dates with one that is no run of digits. */
const withWord = (dates: number[] | null, digits: readonly number[] | null, at: number): number[] =>
  appended(dates ?? digits?.slice() ?? null, at);

/** Shared by all texts that have no places of a kind: most have none of most kinds. */
const none: readonly number[] = [];
const unread: undefined[] = [];

/** `from` before digits or one of the words that may stand between: `some`, `about`, `nearly`, `more than`, `over`. */
function isFrom(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 5);
  return text.startsWith('from ', at) && (isDigit(next) || 'sanmo'.includes(String.fromCharCode(next)));
}

function jointAfterDigits(text: string, end: number): number {
  if (isLatin(text.charCodeAt(end))) {
    const next = text.charCodeAt(end + 1);
    return isDigit(next) || (isLatin(next) && isDigit(text.charCodeAt(end + 2))) ? GLUED : 0;
  }
  if (text.charCodeAt(end) !== 0x20 || !text.startsWith('in ', end + 1)) return 0;
  const year = text.startsWith('FY', end + 4) ? end + 6 : end + 4;
  const first = text.charCodeAt(year) === 0x20 ? year + 1 : year;
  return text.charCodeAt(first + 4) === 0x20 && isDigit(text.charCodeAt(first + 5)) ? IN : 0;
}

/** The number in words that begins at the `index`th of `words`, read once. */
export function wordsAt({ text, words, wordNumbers }: Anchors, index: number): NumberRead | null {
  let number = wordNumbers[index];
  if (number === undefined) wordNumbers[index] = number = readWords(text, words[index]!);
  return number;
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
