import { compare, shifted } from './decimal';
import { currencyIn } from './currency';
import type { Amount, Numeral } from './figure';
import type { Money } from './money';
import { numeralOf, type NumberRead, type Scale } from './number';
import { readSurrounding } from './qualifier';
import type { Draft } from './recogniser';

/** The figure that one number with its currency makes, or two as a range. */
export function draftOf(text: string, one: Money, two: Money | null, region: string | null): Draft<Amount> {
  const mentions = [one.before, one.after, two?.before ?? null, two?.after ?? null].filter(
    (mention) => mention !== null,
  );
  const decisive =
    mentions.find(({ meaning }) => meaning.codes.length === 1 && !meaning.doubtful) ??
    mentions.find(({ meaning }) => meaning.codes.length === 1) ??
    mentions[0];
  const { currency, known } =
    decisive === undefined ? { currency: 'KRW', known: 'inferred' as const } : currencyIn(decisive.meaning, region);
  const start = one.start;
  const end = (two ?? one).end;
  const high = two === null ? null : numeralOf(regrouped(two, currency), two.scale, two.negative);
  const low = numeralOf(regrouped(one, currency), lowScale(one, two), one.negative);
  const place =
    one.before !== null && (one.after !== null || two?.after)
      ? 'both'
      : mentions.some((mention) => mention.start < one.number.start)
        ? 'before'
        : 'after';
  return {
    kind: 'amount',
    node: null,
    block: -1,
    cell: null,
    start,
    end,
    text: text.slice(start, end),
    currency,
    ...valuesOf(low, high),
    ...readSurrounding(text, start, end),
    period: null,
    subject: null,
    role: null,
    known,
    low,
    high,
    notation: { currency: decisive?.text ?? '', place },
  };
}

/** Currencies of countries that group thousands by points: `€450.000` is no amount with three decimals. */
const groupedByPoints = new Set(['EUR', 'IDR', 'VND', 'BRL', 'TRY', 'DKK', 'ARS', 'CLP', 'COP', 'ISK', 'RON', 'RSD']);

function regrouped({ number, scale }: Money, currency: string | null): NumberRead {
  if (scale !== null || currency === null || !groupedByPoints.has(currency)) return number;
  if (!/^[1-9]\d{1,2}\.\d{3}$/.test(number.digits)) return number;
  return { ...number, base: number.digits.replace('.', ''), baseStep: '1', grouped: true };
}

/** The first end takes the scale of the second unless it is large without one (`5,000~1만원`) or has its own. */
function lowScale(one: Money, two: Money | null): Scale | null {
  if (one.scale !== null || two === null || two.scale === null || one.number.written === 'mixed') return one.scale;
  const shared = compare(shifted(one.number.base, two.scale.power), shifted(two.number.base, two.scale.power)) <= 0;
  return shared || (!one.number.grouped && one.number.digits.length < 4) ? two.scale : null;
}

function valuesOf(low: Numeral, high: Numeral | null): Pick<Draft<Amount>, 'value' | 'min' | 'max'> {
  return high === null ? { value: Number(low.exact) } : { min: Number(low.exact), max: Number(high.exact) };
}
