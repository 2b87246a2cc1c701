import { languageOf } from '../language/index';
import { isCommonEnglishWord, isEnglishWord } from '../language/words';
import { packed } from './packed';
import type { Join, Reading } from './reading';
import { isDigit, isHangul, isInvisible, isLatin, isLineEnd, isLower, isSpace, isUnspaced, isUpper } from './space';
import type { Span } from './span';

/** What a reading is put together from: a stretch of the source, or text that the source writes in another way. */
export type Strand = Span | Inserted;

/** `\n` for a line end, a space for `<br>`, `&` for `&amp;`: from `at` to `end` in the source. */
export interface Inserted {
  readonly text: string;
  readonly at: number;
  /** Absent for line ends and spaces, which need no place of their own. */
  readonly end?: number;
}

/** What the document as a whole says about words at line ends. */
export interface WordSense {
  /** Whether its line ends cut words without a hyphen. */
  readonly cuts: boolean;
  /** Whether the lower-case word stands in the document, away from line ends. */
  holds(word: string): boolean;
}

/** Of a document whose line ends are between words. */
export const wholeWords: WordSense = { cuts: false, holds: () => false };

/**
 * The reading of strands in order: white space becomes single spaces, characters without width are left out, and line
 * ends are bridged: with a space, or with nothing where the line end cut a word, a compound or a number.
 */
export function readStrands(source: string, base: number, strands: readonly Strand[], sense: WordSense): Reading {
  const pieces: number[] = [];
  const joins: Join[] = [];
  let text = '';
  let space = false;
  let broken = false; // a line end came; `space` then says whether white space stood before it
  const bridge = (at: number, end: number): void => {
    if (text !== '' && broken) {
      const join = joinAt(text, source.slice(at, Math.min(end, at + 60)), space, sense);
      if (join.drop) {
        text = text.slice(0, -1);
        pieces[pieces.length - 1]!--;
      }
      if (join.space) text += ' ';
      joins.push({ at: text.length, kind: join.cut ? 'cut' : 'wrap' });
    } else if (text !== '' && space) text += ' ';
    space = broken = false;
  };
  const keep = (from: number, to: number, end: number): void => {
    if (to <= from) return;
    const last = pieces.length - 3;
    const length = pieces[last + 2] ?? 0;
    const gap = last < 0 ? -1 : from - base - pieces[last + 1]! - length;
    const ends = last >= 0 && pieces[last]! + length === text.length && !broken;
    // What follows on in the source, at once or after one plain space, is one piece.
    if (ends && (gap === 0 || (gap === 1 && space && source.charCodeAt(from - 1) === 0x20))) {
      pieces[last + 2] = length + gap + to - from;
      text += source.slice(from - gap, to);
      space = false;
      return;
    }
    bridge(from, end);
    pieces.push(text.length, from - base, to - from);
    text += source.slice(from, to);
  };
  for (const strand of strands) {
    if ('text' in strand) {
      if (strand.text === '\n') broken = true;
      else if (strand.text.trim() === '') space = true;
      else {
        bridge(strand.at, strand.at);
        pieces.push(text.length, strand.at - base, 0);
        text += strand.text;
        pieces.push(text.length, (strand.end ?? strand.at) - base, 0);
      }
      continue;
    }
    let from = strand.start;
    for (let i = strand.start; i < strand.end; i++) {
      const code = source.charCodeAt(i);
      if (code > 0x20 && code < 0x80) continue;
      const end = isLineEnd(code);
      if (!end && !isSpace(code) && !isInvisible(code)) continue;
      // One plain space between two visible characters stays inside the piece.
      if (code === 0x20 && i > from && i + 1 < strand.end && isVisible(source.charCodeAt(i + 1))) continue;
      keep(from, i, strand.end);
      if (end) broken = true;
      else if (!broken && !isInvisible(code)) space = true;
      from = i + 1;
    }
    keep(from, strand.end, strand.end);
  }
  // `（금）` is read as `(금)` is: wide brackets are one code unit too.
  if (text.includes('（') || text.includes('）')) text = text.replaceAll('（', '(').replaceAll('）', ')');
  const kept = packed(pieces);
  return joins.length === 0 ? { text, base, pieces: kept } : { text, base, pieces: kept, joins: packed(joins) };
}

/** The reading of one stretch of source. */
export const readSpan = (source: string, span: Span, sense: WordSense = wholeWords): Reading =>
  readStrands(source, span.start, [span], sense);

const isVisible = (code: number): boolean => !isLineEnd(code) && !isSpace(code) && !isInvisible(code);

/** How a line end is read: with a space or not; `cut` rejoins a word, `drop` leaves a hyphen of the line end out. */
interface Bridge {
  readonly space: boolean;
  readonly cut: boolean;
  readonly drop: boolean;
}
const between: Bridge = { space: true, cut: false, drop: false };
const closed: Bridge = { space: false, cut: false, drop: false };
const rejoined: Bridge = { space: false, cut: true, drop: false };
const unhyphenated: Bridge = { space: false, cut: true, drop: true };

/** How to bridge the line end between `left`, all that is read so far, and `right`, the source that follows. */
function joinAt(left: string, right: string, spaced: boolean, sense: WordSense): Bridge {
  const last = left.charCodeAt(left.length - 1);
  const before = left.charCodeAt(left.length - 2);
  const first = right.charCodeAt(0);
  if (')]},.;:!?%'.includes(right[0]!)) return first === 0x2e && isDigit(right.charCodeAt(1)) ? between : closed;
  if (spaced) return between;
  if ('([{‘“«'.includes(left.at(-1)!)) return closed;
  if (last === 0x2d || last === 0x2010 || last === 0x2011) return afterHyphen(left, right, before);
  if ((last === 0x2013 || last === 0x7e) && isDigit(before) && (isDigit(first) || first === 0x27)) return closed;
  if (last === 0x2f && !isSpace(before)) return closed;
  if ('$€£¥₩'.includes(left.at(-1)!) && isDigit(first)) return closed;
  if (last === 0x2c && isDigit(before) && (sense.cuts ? /^\d{3}(?!\d)/ : /^\d{3}[조억만천원]/).test(right))
    return closed;
  if (isDigit(last) && isDigit(first) && cutsNumber(left.slice(-10), right)) return closed;
  if (last === 0x2e && isDigit(first) && begunDecimal.test(left.slice(-10)) && decimals.test(right)) return closed;
  if (isUnspaced(last) && isUnspaced(first)) return closed;
  if (isHangul(first) || isHangul(last)) return inKorean(left, right, sense);
  if (isAddress(left)) return /[-/=&?_.]$/.test(left) ? closed : between;
  if (isLatin(last) && isLatin(first)) return inEnglish(left, right, sense);
  return between;
}

function afterHyphen(left: string, right: string, before: number): Bridge {
  if (isSpace(before) || left.length < 2) return between;
  if (/^(?:and|or|to|bis|und)\s/.test(right)) return between;
  const head = lastWord(left, left.length - 1);
  const tail = firstWord(right);
  if (isCutScale(left.slice(0, -1), head, tail)) return unhyphenated;
  if (head !== '' && tail !== '' && isLower(right.charCodeAt(0)) && !known(head) && known(head + tail)) {
    return unhyphenated;
  }
  return closed;
}

/** Whether the last word is a web or mail address. */
const isAddress = (left: string): boolean => {
  const from = left.lastIndexOf(' ') + 1;
  return left.startsWith('http', from) || left.startsWith('www.', from);
};

const scales = new Set(['million', 'billion', 'trillion', 'thousand', 'hundred', 'crore', 'lakh', 'percent']);
/** Months of which a line end may cut off the rest: `Sept` / `ember`. */
const months = new Set(Object.keys(languageOf('en').calendar.months).filter((name) => name.length > 4));
/** Beginnings of words that seldom stand alone in running text, though a word list has them. */
const prefixes = new Set(
  're con pro com de dis un ex sub non pre anti inter trans bio semi mis em en im co'.split(' '),
);
/** Ends of words of the same kind. */
const suffixes = new Set('ion ed al er ly es ing ism ted ting ding ers ist ive ate th ch tic tics ry ty'.split(' '));

/**
 * Whether an English line end cut a word. Some pairs show it by themselves (`gover|nment`: a half is no word, the whole
 * is); others only in a document that is known to cut words (`semi|conductors`, `finte|ch`).
 */
function inEnglish(left: string, right: string, sense: WordSense): Bridge {
  if (isUpper(right.charCodeAt(0))) return between;
  const at = left.length - lengthOfLastWord(left, left.length);
  const written = left.slice(at);
  const head = written.toLowerCase();
  const tail = firstWord(right);
  if (tail === '' || isDigit(left.charCodeAt(at - 1))) return between;
  if (written.length > 1 && isUpper(written.charCodeAt(1))) return between;
  const whole = head + tail;
  if (isPerCent(head, tail)) return sense.cuts && !sense.holds('cent') ? rejoined : between;
  if (scales.has(whole) && !scales.has(head) && (isDigit(left.charCodeAt(at - 2)) || isNumberWord(left, at - 1)))
    return rejoined;
  if (months.has(whole) && isUpper(written.charCodeAt(0)) && tail.length > 1) return rejoined;
  const wholeKnown = known(whole);
  const headKnown = isEnglishWord(head);
  const tailKnown = isEnglishWord(tail);
  if (wholeKnown && (!tailKnown || (!headKnown && isLower(written.charCodeAt(0))))) return rejoined;
  // The document writes the whole elsewhere, and never the head alone.
  if (!isCommonEnglishWord(head) && sense.holds(whole) && !sense.holds(head)) return rejoined;
  if (!sense.cuts) return between;
  if (!wholeKnown) {
    if (sense.holds(whole) && !(sense.holds(head) && sense.holds(tail))) return rejoined;
    return !headKnown && !tailKnown && !sense.holds(head) ? rejoined : between;
  }
  if (sense.holds(whole) && !(sense.holds(head) && sense.holds(tail))) return rejoined;
  if (prefixes.has(head) || suffixes.has(tail)) return rejoined;
  const strangers = [head, tail].filter((word) => !isCommonEnglishWord(word) && !sense.holds(word));
  return strangers.length > 0 ? rejoined : between;
}

/** Whether a line end between two lower-case halves cuts a word for certain: what tells that a document cuts words. */
export function cutsWord(left: string, right: string): boolean {
  const head = lastWord(left, left.length);
  const tail = firstWord(right);
  if (head === '' || tail === '' || !isLower(right.charCodeAt(0))) return false;
  if (isPerCent(head, tail)) return false;
  if (scales.has(head + tail) && !scales.has(head)) return isCutScale(left, head, tail);
  return known(head + tail) && (!isEnglishWord(tail) || !isEnglishWord(head));
}

/** `25 per` / `cent`: two words in one hand, one in the other. */
const isPerCent = (head: string, tail: string): boolean => head === 'per' && tail === 'cent';

const numberWords = languageOf('en').numbers.words;

/** `two` before `thou` / `sand`. */
const isNumberWord = (left: string, end: number): boolean => Object.hasOwn(numberWords, lastWord(left, end));

/** `KRW 9.5 bill` / `ion`: a half may be a word of its own, but not after a number. */
const isCutScale = (left: string, head: string, tail: string): boolean =>
  scales.has(head + tail) && !scales.has(head) && /\d [a-z]+$/.test(left.slice(-24));

const known = (word: string): boolean =>
  isEnglishWord(word) || (word.length > 4 && word.endsWith('s') && isEnglishWord(word.slice(0, -1)));

/** The letters at the end of `text.slice(0, end)`, in lower case. */
const lastWord = (text: string, end: number): string =>
  text.slice(end - lengthOfLastWord(text, end), end).toLowerCase();

function lengthOfLastWord(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 30 && isLatin(text.charCodeAt(at - 1))) at--;
  return end - at;
}

/** The letters at the beginning, in lower case. */
function firstWord(text: string): string {
  let end = 0;
  while (end < 30 && isLatin(text.charCodeAt(end))) end++;
  return text.slice(0, end).toLowerCase();
}

/** Korean particles and endings that never begin a word of their own. */
const particles = new Set(
  (
    '을 를 은 는 가 의 에 에서 에게 에는 에도 으로 로 으로써 로써 으로서 로서 와 과 까지 부터 보다 처럼 마다 들 들이 들의 들을 ' +
    '하고 하여 하며 하는 하기 하도록 하였다 한다 합니다 했다 됨 되는 되고 되어 되며 되도록 된다 된 될 된다는 함 할 음 임 ' +
    '적 적인 적으로 화 화를 이며 이고 이다 입니다 라고 이라고 라는 이라는 는데 니다 습니다 다 며 고 면 서 게 지 록 면서 도록 써'
  ).split(' '),
);
/** What follows a number without a space. */
const units = '억만조천백십원년월일명개건회곳호차대배퍼%';

/** A number that may be the beginning of another: of few digits, after a space or bracket, or groups not yet full. */
const begun = /(?:^|[\s(（~∼〜～:：,])(?:\d{1,2}|[’‘']?\d{2}\.\d|\d{1,3},\d{0,2})$/;
/** Its rest, with what it counts. */
const rest =
  /^\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:%|[십백천만억조]{0,3}(?:원|불|달러)|[십백천만억조]{1,3} (?:원|불|달러)|[천만억조] ?\d|년|월(?!드)|일(?![가-힣]{2})|명|개|건|곳|호|세대|가구|ha|km)/;

/** A decimal of which the point is left, in Korean, where no sentence ends in a number: `24.` / `9%`. */
const begunDecimal = /[가-힣(] ?\d{1,3}\.$/;
const decimals = /^\d{1,2}(?:%|[천만억조배점])/;

/** Whether a line end cuts a number in two, digits on either side: `(총 1` / `75억원)`. Two numbers are seldom neighbours. */
export const cutsNumber = (left: string, right: string): boolean => begun.test(left) && rest.test(right);

function inKorean(left: string, right: string, sense: WordSense): Bridge {
  const last = left.charCodeAt(left.length - 1);
  const first = right.charCodeAt(0);
  if (last === 0xb7 || first === 0xb7) return closed;
  if (!isHangul(first)) return between;
  if (isDigit(last)) return units.includes(right[0]!) ? closed : between;
  const tail = /^[가-힣]+/.exec(right)?.[0] ?? '';
  if (particles.has(tail) && !isSpace(last) && last !== 0x2c && last !== 0x2e && last !== 0x3a) return closed;
  if (!isHangul(last)) return between;
  if (endsNoWord(left, last)) return closed;
  const head = /[가-힣]{1,12}$/.exec(left)?.[0] ?? '';
  if (sense.holds(head + tail) && !(sense.holds(head) && sense.holds(tail))) return closed;
  return between;
}

/** `줄었으` / `나`, `마련했` / `다`, `없` / `다`: a syllable that no Korean word ends in, closed with ㅆ most often. */
const endsNoWord = (left: string, last: number): boolean =>
  /(?:[가-힣]으|없)$/.test(left.slice(-2)) || (last - 0xac00) % 28 === 20;
