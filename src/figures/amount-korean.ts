import type { Anchors } from './anchors';
import { draftOf } from './amount-draft';
import type { Amount } from './figure';
import { moneyOf, type Money } from './money';
import { looksLikeMoney } from './money-context';
import { isDigit, isHangul, readNumber, type NumberRead } from './number';
import { isNumberCharacter, readEastAsian } from './number-east-asian';
import type { Draft } from './recogniser';

/** `1,764억`, `2조 7,024억`: won without the word, where the sentence speaks of money. */
export function bareKorean(text: string, one: Money): Draft<Amount> | null {
  const { number } = one;
  if (number.written !== 'mixed' && (number.scale === null || number.scale.short)) return null;
  if (number.written !== 'mixed' && !/[억조]/.test(number.scale?.text ?? '')) return null;
  const written = text.slice(number.start, number.end);
  if (!/[억조]$|[억조] ?[\d,.]+천?만$|\d억 ?\d천$/.test(written)) return null;
  if (!looksLikeMoney(text, number.start, number.end)) return null;
  const draft = draftOf(
    text,
    written.endsWith('천') ? { ...one, number: inTenThousands(number, written) } : one,
    null,
    null,
  );
  return { ...draft, notation: { currency: '', place: 'after' } };
}

/** `92억5천` leaves out the 만 of `92억 5천만`. */
function inTenThousands(number: NumberRead, written: string): NumberRead {
  const whole = readNumber(`${written}만`, 0);
  return whole === null ? number : { ...number, base: whole.base, baseStep: whole.baseStep };
}

/** `천 4백만 달러`: a number may begin with a unit of its own. */
export function withLeadingUnit(text: string, read: NumberRead): NumberRead {
  const { start, scale } = read;
  if (scale === null || !isHangul(scale.text.charCodeAt(0))) return read;
  const at = text.charCodeAt(start - 1) === 0x20 ? start - 2 : start - 1;
  const isLed = at >= 0 && '천백'.includes(text[at]!) && /^(?:천 ?\d백|백 ?\d십)/.test(text.slice(at, at + 4));
  const before = text.charCodeAt(at - 1);
  if (!isLed || isHangul(before) || isDigit(before)) return read;
  return readEastAsian(text, at, null) ?? read;
}

/** `금이십삼만사천오백팔십원`, `오백만원`, `백만 달러`: numbers all in Hangul, at least two characters. */
export function inHangul({ text, hangulMoney }: Anchors, region: string | null): Draft<Amount>[] {
  const found: Draft<Amount>[] = [];
  for (const last of hangulMoney) {
    const end = last + 1;
    let start = end;
    while (start > 0 && isNumberCharacter(text[start - 1]!)) start--;
    const before = text.charCodeAt(start - 1);
    if (isDigit(before) || (isHangul(before) && text[start - 1] !== '금')) continue;
    const isWon = text.startsWith('원', end) || text.startsWith(' 원', end);
    if (end - start < 2 && (isWon || !'십백천만'.includes(text[last]!))) continue;
    if (!isWon && !/^ ?(?:달러|유로)/.test(text.slice(end, end + 3))) continue;
    if (isUnit(text, start, end)) continue;
    const number = readEastAsian(text, start, null);
    if (number === null || number.end !== end) continue;
    const one = moneyOf(text, number, start, region);
    if (one.after !== null) found.push(draftOf(text, one, null, region));
  }
  return found;
}

/** `(단위: 백만원, 천원)`, `예산(백만원)`: a unit of a table, not an amount. */
function isUnit(text: string, start: number, end: number): boolean {
  if (/[일이삼사오육칠팔구]/.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    before === '' ||
    /단\s?위|[\d)]\s?$/.test(before) ||
    (/[(（]\s?$/.test(before) && /^\s?(?:원|달러|유로)\s?[)）,]/.test(text.slice(end, end + 5)))
  );
}
