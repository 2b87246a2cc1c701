import { englishAnchor, englishOpenings } from './date-english';
import { japaneseAnchors } from './date-japanese';
import { koreanAnchors } from './date-korean';
import { isDigit, isApostrophe } from './date-pattern';
import { isLatin } from './number';

/** Where a date may begin. */
export interface Anchor {
  readonly start: number;
  /** Where the search goes on when no date begins here. */
  readonly end: number;
}

/**
 * The first place at or after `from` where a date may begin, or null: digits, an apostrophe before two digits, or a word
 * that some notation begins with. One walk over the text, in which two characters decide whether anything else is asked.
 */
export function nextAnchor(text: string, from: number): Anchor | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 ? asks[code] === 0 : code < 0x3000 && code !== 0xb4 && (code < 0x2018 || code > 0x2032)) continue;
    const end = anchorEnd(text, at, code);
    if (end > at) return { start: at, end };
  }
  return null;
}

/** The end of the anchor that begins at `at`, or `at` itself. */
function anchorEnd(text: string, at: number, code: number): number {
  if (isDigit(code)) return digitsEnd(text, at);
  if (isApostrophe(code)) return beforeShortYear(text, at) ? at + 1 : at;
  if (code < 0x80) return latinEnd(text, at, code);
  const words = eastern.get(pairAt(text, at, code));
  const word = words?.find((candidate) => text.startsWith(candidate, at));
  return at + (word?.length ?? 0);
}

function digitsEnd(text: string, at: number): number {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** `'24`, `’ 24`. */
function beforeShortYear(text: string, at: number): boolean {
  const space = text.charCodeAt(at + 1);
  const digits = space === 0x20 || space === 0xa0 ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(digits)) && isDigit(text.charCodeAt(digits + 1));
}

function latinEnd(text: string, at: number, code: number): number {
  const before = text.charCodeAt(at - 1);
  if (isLatin(before) || isDigit(before) || !latin.has(pairAt(text, at, code))) return at;
  englishAnchor.lastIndex = at;
  return englishAnchor.test(text) ? englishAnchor.lastIndex : at;
}

/** Two code units as one number; a digit in second place counts as 0. */
function pairAt(text: string, at: number, code: number): number {
  const next = text.charCodeAt(at + 1);
  return code * 0x10000 + (isDigit(next) ? 0x30 : next || 0);
}

const latin: ReadonlySet<number> = new Set(
  [...englishOpenings].map((opening) => pairAt(opening, 0, opening.charCodeAt(0))),
);

const eastern: ReadonlyMap<number, readonly string[]> = byOpening([...koreanAnchors, ...japaneseAnchors]);

function byOpening(words: readonly string[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const word of words) {
    const pair = pairAt(word, 0, word.charCodeAt(0));
    found.set(pair, [...(found.get(pair) ?? []), word]);
  }
  return found;
}

/** By code: 1 where an anchor may begin with the character. */
const asks = new Uint8Array(0x80);
for (const opening of englishOpenings) asks[opening.charCodeAt(0)] = 1;
for (const sign of "0123456789'`") asks[sign.charCodeAt(0)] = 1;
