import Big from 'big.js';

/**
 * All that a written number may stand for: `216.4 billion` is anything from 216.35 to 216.45 billion. Both ends belong
 * to it. Sums, shares and rates are compared as intervals, so that honest rounding is never called a fault.
 */
export interface Interval {
  readonly low: Big;
  readonly high: Big;
}

/** The one value. */
export const exactly = (value: Big): Interval => ({ low: value, high: value });

/** `value` give or take `slack`, in the value's own units. */
export const around = (value: Big, slack: Big): Interval => ({ low: value.minus(slack), high: value.plus(slack) });

/** Whether the two have a value in common. */
export const meets = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high);

/** The values that both have, or null. */
export function common(a: Interval, b: Interval): Interval | null {
  const low = a.low.gt(b.low) ? a.low : b.low;
  const high = a.high.lt(b.high) ? a.high : b.high;
  return low.lte(high) ? { low, high } : null;
}

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) });

export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low.minus(b.high), high: a.high.minus(b.low) });

export const times = (a: Interval, b: Interval): Interval =>
  a.low.gte(0) && b.low.gte(0) ? { low: a.low.times(b.low), high: a.high.times(b.high) } : hull(products(a, b));

/** The quotient, or null where the divisor may be zero. */
export function over(a: Interval, b: Interval): Interval | null {
  if (b.low.lte(0) && b.high.gte(0)) return null;
  if (a.low.gte(0) && b.low.gt(0)) return { low: a.low.div(b.high), high: a.high.div(b.low) };
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

/** Middle of the interval. */
export const middle = (a: Interval): Big => halved(a.low.plus(a.high));

const half = new Big('0.5');

/** Exactly half of it: a product, because a quotient costs ten times as much. */
export const halved = (value: Big): Big => value.times(half);

const products = (a: Interval, b: Interval): Big[] => [
  a.low.times(b.low),
  a.low.times(b.high),
  a.high.times(b.low),
  a.high.times(b.high),
];

function hull(values: readonly Big[]): Interval {
  let low = values[0]!;
  let high = low;
  for (const value of values) {
    if (value.lt(low)) low = value;
    if (value.gt(high)) high = value;
  }
  return { low, high };
}
