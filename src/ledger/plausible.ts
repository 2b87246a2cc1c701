import Big from 'big.js';
import type { Part } from './claim';
import { slipFrom } from './slip';
import { sharpened, type Term } from './term';

/** Sum of the printed figures. */
export const sumOf = (parts: readonly Part[]): Big =>
  parts.reduce((sum, { term, sign }) => sum.plus(term.value.times(sign)), new Big(0));

/**
 * Whether a single slip of the pen, in the total or in one part, would explain that they differ. Two figures that have
 * nothing to do with each other seldom differ so.
 */
export function slipExplains(total: Term, parts: readonly Part[]): boolean {
  const sum = sumOf(parts);
  if (isTelling(total, sum)) return true;
  return parts.some(({ term, sign }) => isTelling(term, term.value.plus(total.value.minus(sum).times(sign))));
}

/** A slip that is no chance: one digit of a figure of one or two digits may be anything. */
export function isTelling(term: Term, value: Big): boolean {
  const slip = slipFrom(term, value);
  if (slip === null) return false;
  const digits = term.value.abs().div(new Big(term.numeral.step).abs()).toFixed(0).replace(/0+$/, '').length;
  return slip === 'swap' || slip === 'scale' || digits >= 3 || (slip === 'nought' && digits >= 2);
}

/**
 * Terms as exact as the finest of them, where they are written in units and not in decimals: `1억원` beside
 * `6억 2,000만원` is exact to 만원.
 */
export function alike(terms: readonly Term[]): Term[] {
  const isUnits = (term: Term): boolean =>
    /[조억만천]/.test(term.numeral.digits) || (term.numeral.scale !== null && /[조억만천]/.test(term.numeral.scale));
  const inUnits = terms.filter((term) => isUnits(term) && !term.numeral.digits.includes('.'));
  if (inUnits.length < terms.length) return withFinestParts(terms);
  const steps = inUnits.map((term) => new Big(term.numeral.step).abs());
  const finest = steps.reduce((a, b) => (a.lt(b) ? a : b));
  return inUnits.map((term) => sharpened(term, finest));
}

/** A total of one digit (`1조원`) is no rounder than a tenth of it: nobody writes it for 1조 2,500억원. */
export function cappedAtTenth(term: Term): Term {
  return sharpened(term, term.value.abs().div(5));
}

/** Of a total and its parts, the parts of one scale word are as exact as the finest of them: 3 beside 4.5 is 3.0. */
function withFinestParts([total, ...parts]: readonly Term[]): Term[] {
  if (total === undefined) return [];
  return [
    total,
    ...parts.map((part) => {
      const steps = parts
        .filter((other) => other.numeral.scale === part.numeral.scale)
        .map((other) => new Big(other.numeral.step).abs());
      return sharpened(
        part,
        steps.reduce((a, b) => (a.lt(b) ? a : b)),
      );
    }),
  ];
}
