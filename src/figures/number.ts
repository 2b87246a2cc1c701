import { languages } from '../language/index';
import { shifted, type Decimal } from './decimal';
import type { Numeral } from './figure';
import { mayGoOnEastAsian, readEastAsian } from './number-east-asian';
import { Prefixes } from './prefixes';

/**
 * Reads one written number: `1,234.5` · `12,50,000` · `450 000` · `1'200` · `17,6` · `1.234.567,89` · `216.4 billion` ·
 * `1.2 lakh crore` · `6.352-trillion` · `500m` · `2조 7,024억` · `3만5천` · `234,600백만` · `1億2,000万`.
 *
 * Not numbers: `2024.2.13`, `1.2.3`, `10.0.0.1`.
 */
export interface NumberRead {
  readonly start: number;
  readonly end: number;
  /** The digits as written, without a scale word that stands after them. */
  readonly digits: string;
  readonly digitsEnd: number;
  /** Value and last written place of the digits alone, before the scale. */
  readonly base: Decimal;
  readonly baseStep: Decimal;
  readonly scale: Scale | null;
  readonly written: Numeral['written'];
  /** Digits are grouped in thousands, or otherwise surely no year, code or ordinal. */
  readonly grouped: boolean;
}

/** A word or letter after the digits that multiplies them: `billion`, `bn`, `억`, `lakh crore`. */
export interface Scale {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of ten. */
  readonly power: number;
  /** A letter or two (`m`, `bn`, `k`), which is a scale only beside a currency. */
  readonly short: boolean;
}

/** The number whose first digit stands at `at`, with its scale if one follows; null when it is none. */
export function readNumber(text: string, at: number): NumberRead | null {
  const plain = readDigits(text, at);
  if (plain === null) return null;
  if (mayGoOnEastAsian(text, plain.digitsEnd)) {
    const east = readEastAsian(text, at, plain);
    if (east !== null) return east;
  }
  const scale = readScale(text, plain.digitsEnd);
  return scale === null ? plain : { ...plain, scale, end: scale.end };
}

/** The figure's numeral: exact value and step with the scale (its own, or one that a range shares). */
export function numeralOf(read: NumberRead, scale: Scale | null = read.scale, negative = false): Numeral {
  const power = scale === null ? 0 : scale.power;
  const exact = shifted(read.base, power);
  const numeral: { -readonly [key in keyof Numeral]: Numeral[key] } = {
    start: read.start,
    end: read.digitsEnd,
    digits: read.digits,
    exact: negative && exact !== '0' ? `-${exact}` : exact,
    step: shifted(read.baseStep, power),
    written: read.written,
    scale: scale === null ? null : scale.text,
  };
  if (scale !== null) numeral.scaleSpan = { start: scale.start, end: scale.end };
  return numeral;
}

const SPACE = 32;
const separated =
  /\d{1,3}(?:[    ]\d{3}){1,6}(?:[.,]\d{1,4}(?![\d.,]))?(?![\d.,]\d|\d)|\d{1,3}(?:['’]\d{3}){1,6}|\d+(?:,\d+){0,8}(?:\.\d+){0,5}(?:,\d+)?/y;

/** Digits and their separators alone. */
export function readDigits(text: string, at: number): NumberRead | null {
  // Most numbers are digits alone.
  let plain = at;
  while (isDigit(text.charCodeAt(plain))) plain++;
  if (plain === at) return null;
  const separator = text.charCodeAt(plain);
  if (!separates(separator) || !isDigit(text.charCodeAt(plain + 1))) return digitsRead(text, at, plain, 0, false);
  const simple = readSimple(text, at, plain, separator);
  if (simple !== null) return simple;
  separated.lastIndex = at;
  const match = separated.exec(text);
  if (match === null) return null;
  let digits = match[0];
  // `2023 500 people`, `1 200`: spaces group only where no year or other number can end.
  if (/\s/.test(digits) && !spacesGroup(text, at, digits)) digits = /^\d+/.exec(digits)![0];
  const meaning = meaningOf(digits);
  if (meaning === null) return null;
  const end = at + digits.length;
  return {
    start: at,
    end,
    digits,
    digitsEnd: end,
    base: decimalOf(meaning.value),
    baseStep: meaning.places === 0 ? '1' : shifted('1', -meaning.places),
    scale: null,
    written: 'digits',
    grouped: meaning.grouped,
  };
}

/** Thousands grouped by commas, or decimals behind a point, and nothing more; null where it takes more to tell. */
function readSimple(text: string, at: number, plain: number, separator: number): NumberRead | null {
  if (text.charCodeAt(at) === 0x30) return null;
  let end = plain;
  if (separator === 0x2c) {
    if (plain - at > 3) return null;
    while (text.charCodeAt(end) === 0x2c && digitsFrom(text, end + 1) === 3 && end - plain < 32) end += 4;
  } else if (separator === 0x2e) end = plain + 1 + digitsFrom(text, plain + 1);
  else return null;
  const next = text.charCodeAt(end);
  if (end === plain || ((next === 0x2c || next === 0x2e) && isDigit(text.charCodeAt(end + 1)))) return null;
  return digitsRead(text, at, end, separator === 0x2e ? end - plain - 1 : 0, separator === 0x2c);
}

/** How many digits stand from `at` on. */
function digitsFrom(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end - at;
}

function digitsRead(text: string, start: number, end: number, places: number, grouped: boolean): NumberRead {
  const digits = text.slice(start, end);
  const base = decimalOf(grouped ? digits.replaceAll(',', '') : digits);
  const baseStep = places === 0 ? '1' : shifted('1', -places);
  return { start, end, digits, digitsEnd: end, base, baseStep, scale: null, written: 'digits', grouped };
}

/** Point, comma, apostrophes and the spaces that may stand between digits. */
const separates = (code: number): boolean =>
  code === 0x2e ||
  code === 0x2c ||
  code === SPACE ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0x2009 ||
  code === 0x27 ||
  code === 0x2019;

/**
 * A full space between digits groups them only when no digit stands glued or near before them; `In 2025, 1 200 libraries`
 * begins anew after its comma.
 */
function spacesGroup(text: string, at: number, digits: string): boolean {
  return !digits.includes(' ') || !/\d(?:[.:,/-]|[.:/-]?\s)?$/.test(text.slice(Math.max(0, at - 3), at));
}

/** What the separators mean: which group, which is the decimal one. Null for dates, versions and other codes. */
function meaningOf(digits: string): { value: string; places: number; grouped: boolean } | null {
  const comma = digits.indexOf(',');
  const point = digits.indexOf('.');
  if (/[\s'’]/.test(digits)) {
    const [whole = '', part = ''] = digits.split(/[.,]/);
    const value = whole.replace(/\D/g, '');
    return { value: part === '' ? value : `${value}.${part}`, places: part.length, grouped: true };
  }
  if (comma < 0 && point < 0) return { value: digits, places: 0, grouped: false };
  if (comma >= 0 && point >= 0) {
    const decimalMark = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
    const last = digits.lastIndexOf(decimalMark);
    if (digits.indexOf(decimalMark) !== last) return null;
    const whole = digits.slice(0, last).replace(/[.,]/g, '');
    return { value: `${whole}.${digits.slice(last + 1)}`, places: digits.length - last - 1, grouped: true };
  }
  if (comma >= 0) {
    const parts = digits.split(',');
    const tail = parts.at(-1)!;
    if (parts.length === 2 && (tail.length < 3 || parts[0] === '0')) {
      return { value: `${parts[0]}.${tail}`, places: tail.length, grouped: false };
    }
    return { value: parts.join(''), places: 0, grouped: true };
  }
  const parts = digits.split('.');
  if (parts.length === 2) return { value: digits, places: parts[1]!.length, grouped: false };
  if (parts[0]!.length <= 3 && parts.slice(1).every((part) => part.length === 3)) {
    return { value: parts.join(''), places: 0, grouped: true };
  }
  return null;
}

/** Trims leading zeros only: the written places stay with the step. */
function decimalOf(value: string): Decimal {
  const isTrim = value.charCodeAt(0) !== 0x30 && (value.charCodeAt(value.length - 1) !== 0x30 || !value.includes('.'));
  if (isTrim) return value;
  return shifted(value.replace(/^0+(?=\d)/, ''), 0)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** Scale words of all languages that are written apart from the digits, lower case, with their powers of ten. */
const scaleWords: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) =>
    Object.entries(language.numbers.scales)
      .filter(([word]) => /^[a-z]/.test(word))
      .map(([word, value]) => [word, value.length - 1] as const),
  ),
);

/** The scale word after a number that ends at `at`: attached, or after one space or hyphen; up to three in a row. */
export function readScale(text: string, at: number): Scale | null {
  const first = scaleWord(text, at);
  if (first === null) return null;
  let { end, power } = first;
  for (let more = 0; more < 2 && !first.short; more++) {
    const next = scaleWord(text, end);
    if (next === null || next.short) break;
    power += next.power;
    end = next.end;
  }
  return { text: text.slice(first.start, end), start: first.start, end, power, short: first.short };
}

function scaleWord(text: string, at: number): Scale | null {
  let start = at;
  const first = text.charCodeAt(start);
  if (first === SPACE || first === 0xa0 || first === 0x202f || first === 0x2d || first === 0x2011) start++;
  let end = start;
  while (end - start < 12 && isScaleLetter(text.charCodeAt(end))) end++;
  if (end === start || end - start === 12) return null;
  if (end - start > 2 && !mayBeScale(text, start)) return null;
  const pair = text.charCodeAt(end) === SPACE ? pairAt(text, start) : undefined;
  if (pair !== undefined) end = start + pair.length;
  const word = text.slice(start, end);
  // `NOK 940 mill`, not a mill
  const short = word.length <= 3 || word.toLowerCase() === 'mill';
  const power = scaleWords.get(short ? shortForm(word) : word.toLowerCase());
  if (power === undefined) return null;
  // `PHP 24.6-B` of a headline; not `5-m`, `A 4-T`
  if (short && first === 0x2d && !/^(?:bn|[BM])$/.test(word)) return null;
  // `Mio. CHF`
  if (short && text[end] === '.' && text[end + 1] === ' ' && scaleWords.has(`${word.toLowerCase()}.`)) end++;
  return { text: text.slice(start, end), start, end, power, short };
}

/** By the first letters of a word of three and more. Cheap, and mostly false. */
const mayBeScale = (text: string, at: number): boolean =>
  scaleOpenings.at(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)) !== 0;
const scaleOpenings = new Prefixes();
scaleOpenings.mark(
  [...scaleWords.keys()].filter((word) => word.length > 2),
  1,
);

const pairs: readonly string[] = [...scaleWords.keys()].filter((word) => word.includes(' '));

/** A scale of two words: `mil millones`. */
const pairAt = (text: string, start: number): string | undefined =>
  pairs.find((pair) => text.startsWith(pair, start) && !isScaleLetter(text.charCodeAt(start + pair.length)));

/** Also the letters of `milhões` and `millón`. */
const isScaleLetter = (code: number): boolean => isLatin(code) || (code >= 0xe0 && code <= 0xff && code !== 0xf7);

/** `M`, `BN`, `Mio` as the table has them; a lower-case `t` or `l` is a unit of weight or volume, no scale. */
function shortForm(word: string): string {
  return word === 't' || word === 'l' || word === 'L' ? '' : word.toLowerCase();
}

/** The end of digits, points and commas that are no number (`2024.2.13`). */
export function skipCode(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2e || text.charCodeAt(end) === 0x2c) end++;
  return end;
}

/** Basic Latin letters. */
export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Hangul syllables. */
export const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;
export const isSpace = (code: number): boolean =>
  code === SPACE || code === 0xa0 || code === 9 || code === 0x202f || code === 0x2009;
