import { dateOpenings } from './date-anchor';
import { isDigit, isHangul, isLatin } from './number';
import { numberOpenings } from './number-words';
import { percentOpenings } from './percent-unit';
import { Prefixes } from './prefixes';
import { apostrophes } from './signs';

/**
 * What may begin with a character, and with the first letters of a Latin word: tables of a few kilobytes in which one look
 * rules out nearly everything, so that exact patterns are tried only where they have a chance.
 */

/** Bits: what a character is, or what may begin with it. */
export const LATIN = 1;
export const DIGIT = 2;
export const HANGUL = 4;
export const DATE = 8;
/** Of a Latin word: an English number; of a character: a number or unit in Hangul. */
export const NUMBER = 16;
export const PERCENT = 32;
/** The name of a currency in Hangul. */
export const MONEY = 64;
/** A Korean number word: `두`. */
export const COUNT = 128;
/** What joins two figures to a change. */
export const JOINT = 256;

/** By UTF-16 code unit. */
export const kinds = new Uint16Array(0x10000);
for (let code = 0; code < kinds.length; code++) {
  kinds[code] = isLatin(code) ? LATIN : isDigit(code) ? DIGIT : isHangul(code) ? HANGUL : 0;
}
const markAll = (characters: Iterable<string>, kind: number): void => {
  for (const character of characters) kinds[character.charCodeAt(0)]! |= kind;
};
markAll(apostrophes, DATE);
markAll(
  dateOpenings.filter((word) => !isLatin(word.charCodeAt(0))),
  DATE,
);
markAll('십백천만억조일이삼사오육칠팔구', NUMBER);
markAll(
  percentOpenings.filter((word) => !isLatin(word.charCodeAt(0))),
  PERCENT,
);
markAll('원달유', MONEY);
markAll('한두세네다여일아열스', COUNT);
markAll('→⇒➔➜⟶>', JOINT);

const heads = new Prefixes();
/** By the second to the fourth letter: `community` is no `coming`. */
const tails = new Prefixes();
for (const [words, kind] of [
  [dateOpenings, DATE],
  [numberOpenings, NUMBER],
  [percentOpenings, PERCENT],
  [['from'], JOINT],
] as const) {
  heads.mark(words, kind);
  tails.mark(words, kind, 1);
}

/** What the Latin word at `at` may be, in bits; mostly 0. */
export function kindsOfWord(text: string, at: number): number {
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  const may = heads.at(text.charCodeAt(at), second, third);
  return may === 0 ? 0 : may & tails.at(second, third, text.charCodeAt(at + 3));
}
