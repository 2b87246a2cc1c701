import { compare, shifted, sum } from './decimal';
import type { Amount, Numeral } from './figure';
import { readScale, type Scale } from './number';
import { readSurrounding } from './qualifier';
import type { Draft } from './recogniser';

/** `thirteen dollars and forty-five cents`, `1달러 20센트`: one amount. */
export function withHundredths(text: string, found: Draft<Amount>[]): Draft<Amount>[] {
  for (let i = found.length - 1; i > 0; i--) {
    const [one, two] = [found[i - 1]!, found[i]!];
    const isPart = two.low.scale === two.notation.currency && two.high === null && two.notation.place === 'after';
    if (!isPart || one.high !== null || one.low.scale === one.notation.currency) continue;
    const between = text.slice(one.end, two.start);
    // `$20 and 43 cents`
    const isSigned = one.notation.place === 'before' && one.notation.currency.length === 1 && between === ' and ';
    if (one.notation.place !== 'after' && !isSigned) continue;
    if (!/^ (?:and )?$/.test(between) || compare(two.low.exact, '1') >= 0) continue;
    const exact = sum(one.low.exact, two.low.exact);
    const low = { ...one.low, end: two.low.end, digits: text.slice(one.low.start, two.low.end), exact, step: '0.01' };
    const whole = {
      end: two.end,
      text: text.slice(one.start, two.end),
      value: Number(exact),
      low,
      ...readSurrounding(text, one.start, two.end),
    };
    found.splice(i - 1, 2, { ...one, ...whole });
  }
  return found;
}

/** `$3, $4 and $5 million`: the small amounts of a list take the scale that its last one writes. */
export function shareScale(text: string, found: Draft<Amount>[]): void {
  for (let last = found.length - 1; last > 1; last--) {
    const { low, high, currency } = found[last]!;
    if (high !== null || low.scale === null) continue;
    let first = last;
    while (first > 0 && isListed(text, found[first - 1]!, found[first]!)) first--;
    const scale = last - first < 2 ? null : readScale(text, low.end);
    if (scale === null) continue;
    for (let i = first; i < last; i++) {
      const own = scaledBy(found[i]!.low, scale);
      found[i] = { ...found[i]!, currency, value: Number(own.exact), low: own };
    }
    last = first;
  }
}

/** Whether `one` is a small amount with the same sign before it that stands next to `two` in a list. */
function isListed(text: string, one: Draft<Amount>, two: Draft<Amount>): boolean {
  if (one.high !== null || one.low.scale !== null || one.notation.place !== 'before') return false;
  if (two.notation.place !== 'before' || one.notation.currency !== two.notation.currency) return false;
  const times = Number(one.low.digits) / Number(two.low.digits);
  return times > 0.05 && times < 20 && /^(?:, (?:and |or )?| (?:and|or) )$/.test(text.slice(one.end, two.start));
}

const scaledBy = (low: Numeral, { power, text, start, end }: Scale): Numeral => ({
  ...low,
  exact: shifted(low.exact, power),
  step: shifted(low.step, power),
  scale: text,
  scaleSpan: { start, end },
});
