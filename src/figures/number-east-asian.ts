import { shifted, sum, type Decimal } from './decimal';
import type { NumberRead } from './number';

/**
 * Numbers built with the unit characters of Korean and Japanese, digits and characters mixed at will:
 * `2조 7,024억` · `5백만` · `3만5천` · `9,462십억` · `1.2조` · `이십삼만사천오백팔십` · `1億2,000万`.
 *
 * Not units: `3조직`, `100조각`, `5경기`.
 */
const powers: Readonly<Record<string, number>> = {
  십: 1, 백: 2, 천: 3, 만: 4, 억: 8, 조: 12, 경: 16,
  十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 億: 8, 兆: 12, 京: 16,
}; // prettier-ignore
const digits: Readonly<Record<string, string>> = {
  영: '0', 일: '1', 이: '2', 삼: '3', 사: '4', 오: '5', 육: '6', 칠: '7', 팔: '8', 구: '9',
  〇: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}; // prettier-ignore

/** By code unit: the powers of the units, 0 where it is none. */
const powerOf = new Uint8Array(0x10000);
for (const [unit, power] of Object.entries(powers)) powerOf[unit.charCodeAt(0)] = power;

/** Whether the character is a number or a unit written in Hangul or Han. */
export const isNumberCharacter = (character: string): boolean =>
  powerOf[character.charCodeAt(0)] !== 0 || character in digits;

/** Whether a unit, or what may stand before one, follows digits that end at `at`. Cheap. */
export function mayGoOnEastAsian(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  if (next === 0x20) return powerOf[text.charCodeAt(at + 1)]! > 0;
  return next >= 0x3000 && (powerOf[next] !== 0 || next === YEO);
}

/** 여 of `100여억원`. */
const YEO = '여'.charCodeAt(0);

interface Pending {
  readonly value: Decimal;
  readonly step: Decimal;
  /** Digits that end the number without a unit of their own: `2만 4,000`, `3천362`, `1416만66`. */
  readonly last?: boolean;
}

/** Reads on from the digits `plain`, or, without them, a number all in characters; null when no unit stands in it. */
export function readEastAsian(text: string, at: number, plain: NumberRead | null): NumberRead | null {
  const simple = plain === null ? null : inOneUnit(text, plain);
  if (simple !== null) return simple;
  let i = plain === null ? at : plain.digitsEnd;
  let end = i;
  let pending: Pending | null = plain === null ? null : { value: plain.base, step: plain.baseStep };
  let total: Decimal = '0';
  /** Below the next of 만, 억, 조, 경. */
  let group: Decimal = '0';
  let step: Decimal = '1';
  let lowest = Infinity;
  let numbers = plain === null ? 0 : 1;
  let power = 0;
  let unitBefore = 0;
  for (;;) {
    if (numbers === 1 && pending !== null && plain !== null && i === plain.digitsEnd) i += gapBefore(text, i);
    const character = text[i];
    if (character === undefined) break;
    const unit = powers[character];
    if (unit !== undefined) {
      if (unit >= lowest || isOtherWord(character, text[i + 1])) break;
      const own = pending ?? { value: '1', step: '1' };
      if (unit < 4) {
        group = sum(group, shifted(own.value, unit));
        step = shifted(own.step, unit);
      } else {
        const stepBefore = pending !== null || group === '0' ? own.step : step;
        const whole = pending !== null || group === '0' ? sum(group, own.value) : group;
        total = sum(total, shifted(whole, unit));
        step = shifted(stepBefore, unit);
        group = '0';
        lowest = unit;
      }
      power += unit;
      unitBefore = unit;
      pending = null;
      end = ++i;
      continue;
    }
    if (pending !== null) break;
    const next = digitAt(text, i) ?? digitsAfter(text, i, lowest, unitBefore);
    if (next === null) break;
    pending = next;
    numbers++;
    i = next.end;
  }
  if (power === 0) return null;
  if (pending !== null && numbers > 1 && (pending.last || endsInCurrency(text, i))) {
    group = sum(group, pending.value);
    step = pending.step;
    end = i;
  } else if (pending !== null) numbers--;
  if (plain !== null && numbers === 1) {
    const start = plain.digitsEnd + gapBefore(text, plain.digitsEnd);
    const scale = { text: text.slice(start, end), start, end, power, short: false };
    return { ...plain, end, scale, grouped: true };
  }
  return {
    start: at,
    end,
    digits: text.slice(at, end),
    digitsEnd: end,
    base: sum(total, group),
    baseStep: step,
    scale: null,
    written: plain === null && !/\d/.test(text.slice(at, end)) ? 'words' : 'mixed',
    grouped: true,
  };
}

/** `2,702억원`, `5백만원`: digits and units right behind them, with which the number ends; null where it may go on. */
function inOneUnit(text: string, plain: NumberRead): NumberRead | null {
  const start = plain.digitsEnd;
  const unit = powerOf[text.charCodeAt(start)]!;
  if (unit === 0) return null;
  const more = powerOf[text.charCodeAt(start + 1)]!;
  const end = more === 0 ? start + 1 : start + 2;
  if ((more !== 0 && (unit >= 4 || powerOf[text.charCodeAt(end)] !== 0)) || !endsNumber[text.charCodeAt(end)])
    return null;
  const scale = { text: text.slice(start, end), start, end, power: unit + more, short: false };
  return { ...plain, end, scale, grouped: true };
}

/** By code unit: what shows behind a unit that the number ends there, whatever stands further on. */
const endsNumber = new Uint8Array(0x10000);
for (const sign of '원달불유엔,.)]') endsNumber[sign.charCodeAt(0)] = 1;

/** `100여억원`, `15 만원`: what may stand between the digits and the first unit. */
function gapBefore(text: string, at: number): number {
  if (text[at] === '여') return powers[text[at + 1] ?? ''] === undefined ? 0 : 1;
  return text[at] === ' ' && /^ [십백천만억조]{1,3} ?(?:원|달러)/.test(text.slice(at, at + 8)) ? 1 : 0;
}

/** 조 and 경 begin many words: 조직, 조각, 조사, 경기, 경로. */
function isOtherWord(character: string, next: string | undefined): boolean {
  if (next === undefined || (character !== '조' && character !== '경')) return false;
  return next >= '가' && next <= '힣' && !'원달유엔위불억만천에를의로가는와규이'.includes(next);
}

function digitAt(text: string, at: number): (Pending & { end: number }) | null {
  const value = digits[text[at]!];
  return value === undefined ? null : { value, step: '1', end: at + 1 };
}

const digitsHere = /\d+(?:,\d{3})*(?:\.\d+)?/y;

/**
 * Digits after the unit of power `unit`: attached, or after a space when a lower unit or the currency follows them
 * (`2조 7,024억`) or they fill its places (`2만 4,000명`, `2천 697명`) or all but one (`1만 200명`).
 */
function digitsAfter(text: string, at: number, lowest: number, unit: number): (Pending & { end: number }) | null {
  const spaced = text[at] === ' ';
  const first = text.charCodeAt(spaced ? at + 1 : at);
  if (!(first >= 0x30 && first <= 0x39)) return null;
  digitsHere.lastIndex = spaced ? at + 1 : at;
  const match = digitsHere.exec(text);
  if (match === null) return null;
  const end = digitsHere.lastIndex;
  const places = /^(?:\d{1,4}|\d,\d{3})$/.test(match[0]) ? match[0].replace(',', '').length : Infinity;
  const last =
    (spaced ? places === unit || (places === 3 && unit === 4) : places <= unit) &&
    endsBefore.test(text.slice(end, end + 5)) &&
    text[end] !== '년';
  if (spaced && !last && !leadsOn(text, end, lowest)) return null;
  const value = match[0].replace(/,/g, '');
  const point = value.indexOf('.');
  return { value, step: point < 0 ? '1' : shifted('1', point + 1 - value.length), end, last };
}

/** A counter or a measure: `2만 4,000명`, `1만 6,000ha`. */
const endsBefore = /^ ?(?:[가-힣㎡㎢㎞㎥]|(?:ha|km|m|t|kg|[kMG]Wh?)(?![A-Za-z]))/;

const currency = / ?(?:달러|유로|엔|위안)|원|円/y;

/** `345 달러` of `1만 2천 345 달러`: digits before a currency need no unit of their own. */
function endsInCurrency(text: string, at: number): boolean {
  currency.lastIndex = at;
  return currency.test(text);
}

/** Whether the unit characters at `at` come down to a unit below `lowest`, or the currency stands there at once. */
function leadsOn(text: string, at: number, lowest: number): boolean {
  if (endsInCurrency(text, at)) return true;
  for (let i = at; i < at + 4; i++) {
    const unit = powers[text[i] ?? ''];
    if (unit === undefined) return i > at;
    if (unit >= 4) return unit < lowest;
  }
  return false;
}
