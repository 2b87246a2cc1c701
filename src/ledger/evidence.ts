import Big from 'big.js';
import { solved, termsOf, type Equation } from './claim';
import { meets, middle } from './interval';
import { meantValues, slipFrom, type Slip } from './slip';
import { placeOf, type Term } from './term';

/** What speaks for it that an equation which fails was meant to hold. */
export interface Healing {
  /** The likeliest slip of the pen that would heal it. */
  readonly slip: Slip;
  /** How likely it is that such a slip heals an equation of figures that have nothing to do with each other, 0 to 1. */
  readonly chance: number;
}

/**
 * Which single slip of the pen would heal the equation, in any of its terms; null where none does. Few figures that have
 * nothing to do with each other are one swap of digits away from a sum, a share or a product: the more digits they have,
 * the fewer.
 *
 *     516.2 → 561.2 in a sum of four digits     one swap of three heals it, by chance in some 2 of 10,000
 */
export function healing(equation: Equation, slips: SlipsOf = slipsOf): Healing | null {
  const chances: Record<Slip, number> = { swap: 0, scale: 0, nought: 0, digit: 0 };
  const healed = new Set<Slip>();
  for (const term of termsOf(equation)) {
    const wanted = solved(equation, placeOf(term));
    if (wanted === null) continue;
    const size = middle(wanted).abs();
    if (size.eq(0)) continue;
    const step = new Big(term.numeral.step).abs();
    const room = wanted.high.minus(wanted.low);
    // One value of so many in the same order of size.
    const width = (room.gt(step) ? room : step).toNumber() / size.toNumber() / Math.LN10;
    for (const { value, slip } of slips(term)) {
      chances[slip] += width;
      if (value.gt(0) === term.value.gt(0) && meets(wanted, { low: value, high: value })) healed.add(slip);
    }
  }
  for (const slip of ['swap', 'scale', 'nought', 'digit'] as const)
    if (healed.has(slip)) return { slip, chance: Math.min(1, chances[slip]) };
  return null;
}

/** What a term may have been meant to be, and the slip that made it what it is. */
type SlipsOf = (term: Term) => readonly { readonly value: Big; readonly slip: Slip }[];

const slipsOf: SlipsOf = (term) =>
  meantValues(term).flatMap((value) => {
    const slip = slipFrom(term, value);
    return slip === null ? [] : [{ value, slip }];
  });

/** The same for as long as it is held: to ask of a figure once where it takes part in many equations. */
export function slipsInHand(): SlipsOf {
  const known = new Map<string, ReturnType<SlipsOf>>();
  return (term) => {
    const key = `${placeOf(term)}${term.value.lt(0) ? '-' : ''}`;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = slipsOf(term)));
    return found;
  };
}
