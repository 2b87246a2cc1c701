import Big from 'big.js';
import { holds, solvedExactly } from '../ledger/claim';
import { around, exactly } from '../ledger/interval';
import { alike } from '../ledger/plausible';
import { placeOf, sharpened, type Term } from '../ledger/term';
import type { Stated } from './check';
import type { Comparison } from './comparison';
import type { Quantity } from './quantity';
import { growth } from './rate-claims';

/** How exact two figures are that a rate of growth is told of. */

/** The two, as exact as the difference told beside them where that is the difference of their printed digits. */
export function provenBy({ from, to, difference }: Comparison): [Term, Term] {
  const [later, former] = sharpest(from, to);
  if (difference === null || !later.value.minus(former.value).abs().eq(difference.term.value.abs()))
    return [later, former];
  const step = new Big(difference.term.numeral.step).abs();
  return [sharpened(later, step), sharpened(former, step)];
}

/**
 * Later and earlier figure, as exact as the finer of them: `3만` beside `2만 4,000` is exact to a thousand. `24억5000만` beside
 * `22억8000만` is rounded to its last digit but noughts, and `879만` beside `979만4,796` to its own.
 */
export function sharpest(from: Quantity, to: Quantity): [Term, Term] {
  if (isRoundMixed(to.term) && isRoundMixed(from.term)) return [asRounded(to.term), asRounded(from.term)];
  const [later, former] = alike([to.term, from.term]);
  return [isOfManyDigits(to.term) ? to.term : later!, isOfManyDigits(from.term) ? from.term : former!];
}

const isRoundMixed = ({ numeral }: Term): boolean => /[조억]\s?[1-9],?000[억만]$/.test(numeral.digits);

const asRounded = (term: Term): Term => ({
  ...term,
  interval: around(term.value, new Big(term.numeral.step).abs().times(500)),
});

/** `879만`: three digits and a unit, exact to the last of them. */
const isOfManyDigits = ({ numeral }: Term): boolean =>
  numeral.scale !== null && /^\d[\d,]*[1-9]$/.test(numeral.digits) && numeral.digits.length >= 3;

/**
 * `35억원보다 22% 늘었다` of 42억원: rounding may explain it, but the printed figures make 20% without a remainder, which is
 * worth a look.
 */
export function* roundAside(rate: Quantity, { from, to }: Comparison, claimed: Stated): Iterable<Stated> {
  const exact = (term: Term): Term => ({ ...term, interval: exactly(term.value) });
  const claim = growth(rate.term, exact(to.term), exact(from.term));
  const made = solvedExactly(claim.equation, placeOf(rate.term));
  const step = new Big(rate.term.numeral.step).abs();
  if (made === null || holds(claim.equation) || !made.mod(step).eq(0)) return;
  if (made.abs().minus(rate.term.value.abs()).abs().gt(step))
    yield { ...claim, says: claimed.says, severity: 'info', aside: true };
}
