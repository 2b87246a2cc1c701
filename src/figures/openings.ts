import { dateOpenings } from './date-anchor';
import { isDigit, isHangul, isLatin } from './number';
import { numberOpenings } from './number-words';
import { percentOpenings } from './percent';

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
markAll("'’‘′`＇´", DATE);
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

/** By the first three letters of a word in either case; shorter words and digits in them match whatever follows. */
const words = new Uint16Array(1 << 15);
const markWords = (list: readonly string[], kind: number): void => {
  for (const word of list) {
    if (!isLatin(word.charCodeAt(0))) continue;
    for (let rest = 0; rest < 1024; rest++) {
      const second = word.length > 1 && word[1] !== '0' ? word.charCodeAt(1) : rest >> 5;
      const third = word.length > 2 ? word.charCodeAt(2) : rest;
      words[placeOf(word.charCodeAt(0), second, third)]! |= kind;
    }
  }
};
const placeOf = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

markWords(dateOpenings, DATE);
markWords(numberOpenings, NUMBER);
markWords(percentOpenings, PERCENT);
markWords(['from'], JOINT);

/** What the Latin word that begins with these code units may be, in bits; mostly 0. */
export const kindsOfWord = (first: number, second: number, third: number): number =>
  words[placeOf(first, second, third)]!;
