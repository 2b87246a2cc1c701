import { currencyAfter, currencyBefore, nameBefore, type CurrencyMention } from './currency';
import { isDoubtful, isOtherAfter, sameCurrency } from './money-doubt';
import { isSpace, type NumberRead, type Scale } from './number';

/** One number with what stands beside it. */
export interface Money {
  /** From its sign or currency to its scale or currency. */
  readonly start: number;
  readonly end: number;
  readonly number: NumberRead;
  readonly scale: Scale | null;
  readonly negative: boolean;
  readonly before: CurrencyMention | null;
  readonly after: CurrencyMention | null;
}

/** The number with its currency on either side, or `shared` from a range's first end; a doubtful sign is none. */
export function moneyOf(text: string, number: NumberRead, floor: number, region: string | null, shared = false): Money {
  let start = number.start;
  let sign = signBefore(text, start, floor);
  let before = currencyBefore(text, start, floor);
  if (before === null && sign !== null) before = currencyBefore(text, sign.at, floor);
  if (before !== null && isDoubtful(text, before, number, region)) before = null;
  if (before !== null) {
    sign = signBefore(text, before.start, floor) ?? sign;
    start = Math.min(before.start, sign?.at ?? before.start);
  } else if (sign !== null) start = sign.at;
  const negative = sign?.negative ?? false;
  let end = number.end;
  let scale = number.scale;
  let after = currencyAfter(text, end);
  if (before === null && after === null && !shared && (scale !== null || number.grouped)) {
    before = nameBefore(text, number.start, floor);
    if (before !== null) start = before.start;
  }
  if (after !== null && isOtherAfter(text, after, number, region)) after = null;
  if (after !== null && before !== null && !sameCurrency(before, after)) after = null;
  if (after !== null) {
    end = after.end;
    if (after.meaning.hundredths) scale ??= { text: after.text, start: after.start, end, power: -2, short: true };
  } else if (scale?.short && before === null && !shared) {
    scale = null;
    end = number.digitsEnd;
  }
  return { start, end, number, scale, negative, before, after };
}

/** A sign (`-`, `−`, `–`, `△`, `+`) glued to the left of `at`, or null where it is a hyphen, dash or bullet. */
function signBefore(text: string, at: number, floor: number): { at: number; negative: boolean } | null {
  if (at - 1 < floor) return null;
  const code = text.charCodeAt(at - 1);
  if (code === 0x25b3 || code === 0x25b5) return { at: at - 1, negative: true };
  if (code !== 0x2d && code !== 0x2212 && code !== 0x2013 && code !== 0x2b) return null;
  const before = text.charCodeAt(at - 2);
  return at - 1 === 0 || before === 0x28 || isSpace(before) ? { at: at - 1, negative: code !== 0x2b } : null;
}
