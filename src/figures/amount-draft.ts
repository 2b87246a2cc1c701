import { compare, shifted } from './decimal';
import { currencyIn, type CurrencyMention } from './currency';
import type { Amount } from './figure';
import type { Money } from './money';
import { numeralOf, type NumberRead, type Scale } from './number';
import { readSurrounding } from './qualifier';
import type { Draft } from './recogniser';

/** The figure that one number with its currency makes, or two as a range. */
export function draftOf(text: string, one: Money, two: Money | null, region: string | null): Draft<Amount> {
  const decisive = decisiveOf(one, two);
  const { currency, known } = decisive === null ? inWon : currencyIn(decisive.meaning, region);
  const start = one.start;
  const end = two === null ? one.end : two.end;
  const high = two === null ? null : numeralOf(regrouped(two, currency), two.scale, two.negative);
  const low = numeralOf(regrouped(one, currency), lowScale(one, two), one.negative);
  const { qualifier, per } = readSurrounding(text, start, end);
  const draft: { -readonly [key in keyof Amount]: Amount[key] } = {
    kind: 'amount',
    node: null,
    block: -1,
    cell: null,
    start,
    end,
    text: text.slice(start, end),
    currency,
    qualifier,
    per,
    period: null,
    subject: null,
    role: null,
    known,
    low,
    high,
    notation: { currency: decisive === null ? '' : decisive.text, place: placeOf(one, two) },
  };
  if (high === null) draft.value = Number(low.exact);
  else {
    draft.min = Number(low.exact);
    draft.max = Number(high.exact);
  }
  return draft;
}

/** Korean leaves the word out, and no other language does. */
const inWon = { currency: 'KRW', known: 'inferred' } as const;

/** The mention that tells the currency: of one currency alone and never anything else, or of one alone, or the first. */
function decisiveOf(one: Money, two: Money | null): CurrencyMention | null {
  const { before, after } = one;
  if (two === null && (before === null || after === null)) return before ?? after;
  const mentions = [before, after, two?.before ?? null, two?.after ?? null].filter((mention) => mention !== null);
  const single = mentions.filter(({ meaning }) => meaning.codes.length === 1);
  return single.find(({ meaning }) => !meaning.doubtful) ?? single[0] ?? mentions[0] ?? null;
}

/** Where the currency stands; the second end may have one of its own. */
function placeOf({ before, after }: Money, two: Money | null): Amount['notation']['place'] {
  if (before === null) return 'after';
  return after !== null || (two !== null && two.after !== null) ? 'both' : 'before';
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
