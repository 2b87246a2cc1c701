import Big from 'big.js';
import { solvedExactly, termsOf, type Equation } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { placeOf, roundedOrCut, type Term } from '../ledger/term';
import type { Stated, Translate } from './check';
import { computedText } from './equation-words';

/** rate = 100 × part / whole. */
export function share(rate: Term, part: Term, whole: Term, worth = 1): Stated {
  const result = roundedOrCut(rate);
  const equation: Equation = { kind: 'ratio', result, above: part, below: whole, factor: 100 / worth, less: 0 };
  return {
    equation,
    says: (t) =>
      t(
        '{0} of {1} is {2}; the text says {3}.',
        part.text,
        whole.text,
        computedText(equation, result) ?? '',
        rate.text,
      ),
  };
}

/** A growth or a cut in per cent, told without its sign: whether it rises or falls is for change-direction. */
export function growth(rate: Term, to: Term, from: Term, direction: 'up' | 'down' | null = null, worth = 1): Stated {
  // A figure a hundred times the other bears a wrong scale: there the words tell the direction.
  const isSlip = direction !== null && rate.value.abs().lt(300) && areFarApart(to, from, worth);
  const falls = isSlip ? direction === 'down' : to.value.lt(from.value.times(worth));
  return signedGrowth(withSign(roundedOrCut(rate), falls ? -1 : 1), to, from, worth);
}

/** A growth in per cent, a fall with its sign. */
export function signedGrowth(rate: Term, to: Term, from: Term, worth = 1): Stated {
  const equation: Equation = { kind: 'ratio', result: rate, above: to, below: from, factor: 100 / worth, less: 100 };
  return {
    equation,
    says: (t) =>
      t('From {0} to {1} is {2}; the text says {3}.', from.text, to.text, signedText(t, equation, rate), rate.text),
  };
}

/** Eight times as much, or an eighth, or further. */
function areFarApart(to: Term, from: Term, worth: number): boolean {
  if (from.value.eq(0)) return false;
  const ratio = to.value.toNumber() / from.value.toNumber() / worth;
  return ratio >= 8 || ratio <= 0.125;
}

function signedText(t: Translate, equation: Equation, rate: Term): string {
  const value = solvedExactly(equation, placeOf(rate));
  const text = computedText(equation, rate) ?? '';
  return value !== null && value.lt(0)
    ? t('a cut of {0}', text.replace(/^[−–-]/, ''))
    : t('an increase of {0}', text.replace(/^\+/, ''));
}

/** The written number with the sign that the two figures give it: a fall of 12 % is −12. */
function withSign(term: Term, sign: 1 | -1): Term {
  if (term.value.lt(0) === (sign === -1) || term.sign === -1 || /^[△▲▽▼−–—+-]/.test(term.text)) return term;
  return {
    ...term,
    value: term.value.times(-1),
    interval: { low: term.interval.high.times(-1), high: term.interval.low.times(-1) },
  };
}

/** Whether a slip of the pen in the stated result explains why the equation fails. */
export function isTellingSlip({ equation }: Stated): boolean {
  const [stated] = termsOf(equation);
  const value = solvedExactly(equation, placeOf(stated!));
  if (value === null) return false;
  const step = new Big(stated!.numeral.step).abs();
  return isTelling(stated!, value.div(step).round().times(step));
}
