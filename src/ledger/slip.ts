import Big from 'big.js';
import type { Term } from './term';

/**
 * How people get a figure wrong: two digits swapped, one digit mistyped, a nought too many, the wrong scale word.
 * A remedy that undoes such a slip is likelier than one that needs a wholly different figure.
 */
export type Slip = 'scale' | 'swap' | 'digit' | 'nought';

/** Powers of ten between scale words: thousand, million, billion; 만, 억, 조; lakh and crore. */
const scalePowers = [3, 6, 9, -3, -6, -9, 4, 8, 12, -4, -8, -12, 2, -2, 5, -5, 7, -7];

/** The slip that made the written term out of `value`, or null where there is no such single slip. */
export function slipFrom(term: Term, value: Big): Slip | null {
  if (value.eq(0) || term.value.eq(0) || value.lt(0) !== term.value.lt(0)) return null;
  const power = powerBetween(value, term.value);
  if (power !== null && scalePowers.includes(power)) return 'scale';
  if (power === 1 || power === -1) return 'nought';
  const written = significant(term.value.abs(), term);
  const meant = significant(value.abs(), term);
  if (written === null || meant === null) return null;
  if (written.length !== meant.length) return droppedDigit(written, meant) ? 'digit' : null;
  const differing = [...written].flatMap((digit, index) => (digit === meant[index] ? [] : [index]));
  if (differing.length === 1) return 'digit';
  if (differing.length !== 2) return null;
  const [i, j] = differing as [number, number];
  return written[i] === meant[j] && written[j] === meant[i] ? 'swap' : null;
}

/** Every value that a single slip could have turned into the written term. Few dozen, in no order. */
export function meantValues(term: Term): Big[] {
  const digits = significant(term.value.abs(), term);
  if (digits === null || digits.length > 12) return [];
  const step = new Big(term.numeral.step).abs();
  const place = term.value.lt(0) ? step.times(-1) : step;
  const found = new Set<string>();
  for (let i = 0; i < digits.length; i++) {
    for (let j = i + 1; j < digits.length; j++) {
      found.add(digits.slice(0, i) + digits[j]! + digits.slice(i + 1, j) + digits[i]! + digits.slice(j + 1));
    }
    for (const digit of '0123456789') found.add(digits.slice(0, i) + digit + digits.slice(i + 1));
  }
  found.delete(digits);
  const slipped = [...found].filter((text) => Number(text) > 0).map((text) => new Big(text).times(place));
  const scaled =
    term.numeral.scale === null ? [] : scaleSteps(term).map((power) => term.value.times(new Big(10).pow(power)));
  return [...slipped, ...scaled];
}

/** How far apart the scale words of the term's language are: 만, 억 and 조 by four powers of ten, a lakh and a crore by two. */
function scaleSteps({ numeral }: Term): readonly number[] {
  const scale = numeral.scale ?? '';
  if (/^(?:lakh|crore)s?$/i.test(scale)) return scale.toLowerCase().startsWith('l') ? [2, 7] : [-2, 5];
  return /[조억만]/.test(scale) ? [4, 8, -4, -8] : [3, 6, -3, -6];
}

/** Exponent of a power of ten, or null for any other number. */
export function powerOfTen(ratio: Big): number | null {
  if (ratio.lte(0)) return null;
  const { c, e } = ratio as unknown as Digits;
  return c.length === 1 && c[0] === 1 ? e : null;
}

/** The power of ten that one value is of the other, or null; told from the digits, without a division. */
function powerBetween(value: Big, other: Big): number | null {
  const [a, b] = [value as unknown as Digits, other as unknown as Digits];
  const isSame = a.s === b.s && a.c.length === b.c.length && a.c.every((digit, index) => digit === b.c[index]);
  return isSame ? a.e - b.e : null;
}

/** How big.js keeps a number: sign, significant digits, exponent of the first of them. */
interface Digits {
  readonly s: 1 | -1;
  readonly c: readonly number[];
  readonly e: number;
}

/** The digits as written, without a point: `38.0` → `380`; null where there are none. */
function significant(value: Big, term: Term): string | null {
  const { c, e } = value as unknown as Digits;
  if (c[0] === 0) return null;
  const place = placeOfStep.exec(term.numeral.step);
  if (place !== null) {
    const noughts = e - (c.length - 1) - (place[2] === undefined ? place[1]!.length : -place[2].length - 1);
    return noughts < 0 ? null : c.join('') + '0'.repeat(noughts);
  }
  const step = new Big(term.numeral.step).abs();
  if (step.eq(0)) return null;
  const units = value.div(step);
  if (!units.eq(units.round(0))) return null;
  const text = units.toFixed(0);
  return text === '0' ? null : text;
}

/** Steps are powers of ten but for fractions in words. */
const placeOfStep = /^-?(?:1(0*)|0\.(0*)1)$/;

const droppedDigit = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  for (let i = 0; i < long.length; i++) if (long.slice(0, i) + long.slice(i + 1) === short) return true;
  return false;
};

/** Whether the term is `value` with one of its digits left out, where `value` has one decimal more: `2.5` for 2.05. */
export function leavesOutDecimal(term: Term, value: Big): boolean {
  const step = new Big(term.numeral.step).abs();
  if (step.eq(0) || value.lte(0) || term.value.lte(0)) return false;
  const finer = value.div(step).times(10);
  return finer.eq(finer.round(0)) && droppedDigit(term.value.div(step).toFixed(0), finer.toFixed(0));
}

/** How many digits of a written number tell it from others: noughts before and behind do not. */
export const significantDigits = (written: string): number =>
  written.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;
