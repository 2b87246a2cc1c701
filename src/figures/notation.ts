import { currencies } from '../language/currencies';
import { languageOf } from '../language/index';
import { currencyIn, meaningOfUnit } from './currency';
import { compare, decimal, grouped, placesOf, shifted, type Decimal } from './decimal';
import type { Amount, Numeral } from './figure';

/**
 * How an amount may be written:
 *
 * - `code`    `KRW 270.2 billion`
 * - `word`    `270.2 billion won`
 * - `sign`    `₩270.2 billion`, `S$20 million`
 * - `digits`  `KRW 270,200,000,000`
 * - `korean`  `2,702억 원`
 */
export type NotationStyle = 'code' | 'word' | 'sign' | 'digits' | 'korean';

/**
 * The amount in another notation, value and last written place kept (`2.0` stays `2.0`), or null where the style has no
 * word or sign for its currency, or the currency is open.
 */
export function writeAmount(amount: Pick<Amount, 'currency' | 'low' | 'high'>, style: NotationStyle): string | null {
  const { currency, low, high } = amount;
  if (currency === null) return null;
  if (style === 'korean') return koreanAmount(currency, low, high);
  const places = scaleOf(low, high, style);
  const [first, second] = [low, high].map((end) => (end === null ? null : digitsOf(end, places))) as [
    string,
    string | null,
  ];
  const number = `${second === null ? first : `${first}–${second}`}${places === null ? '' : ` ${places.word}`}`;
  switch (style) {
    case 'code':
    case 'digits':
      return `${currency} ${number}`;
    case 'word': {
      const one = low.exact === '1' && high === null;
      const word = wordOf(currency, one);
      return word === null ? null : `${number} ${word}`;
    }
    case 'sign': {
      const sign = signOf(currency);
      return sign === null ? null : number.startsWith('-') ? `-${sign}${number.slice(1)}` : `${sign}${number}`;
    }
  }
}

interface ScaleWord {
  readonly word: string;
  readonly power: number;
}

const scales: readonly ScaleWord[] = [
  { word: 'trillion', power: 12 },
  { word: 'billion', power: 9 },
  { word: 'million', power: 6 },
];

/** The largest scale that both ends reach and that leaves at most four decimals; null: digits in full. */
function scaleOf(low: Numeral, high: Numeral | null, style: NotationStyle): ScaleWord | null {
  if (style === 'digits') return null;
  const ends = high === null ? [low] : [low, high];
  return (
    scales.find(({ power }) =>
      ends.every(
        ({ exact, step }) =>
          (compare(exact.replace('-', ''), shifted('1', power)) >= 0 || exact === '0') &&
          placesOf(shifted(exact, -power)) <= 4 &&
          (placesOf(shifted(step, -power)) <= 4 || style === 'code'),
      ),
    ) ?? null
  );
}

/** The number before the scale, zeros in written places kept: `2.0`. */
function digitsOf({ exact, step }: Numeral, scale: ScaleWord | null): string {
  const power = scale?.power ?? 0;
  const value = shifted(exact, -power);
  const places = Math.min(4, placesOf(shifted(step, -power)));
  const missing = places - placesOf(value);
  return grouped(value) + (missing <= 0 ? '' : `${placesOf(value) === 0 ? '.' : ''}${'0'.repeat(missing)}`);
}

/** `won`, `US dollars`, `baht`: the word alone where it is this currency's only. */
function wordOf(currency: string, one: boolean): string | null {
  const entry = currencies.get(currency);
  if (entry === undefined) return null;
  const name = one ? entry.one : entry.many;
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const meaning = meaningOfUnit(last);
  return meaning !== null && currencyIn(meaning, null).currency === currency ? last : name;
}

function signOf(currency: string): string | null {
  const own = Object.entries(languageOf('en').money.signs).find(
    ([sign, code]) => code === currency && /[^A-Za-z.]/.test(sign),
  );
  if (currency === 'USD') return 'US$';
  const sign = currencies.get(currency)?.signs.find((candidate) => /[^A-Za-z. ]/.test(candidate) && candidate !== '$');
  return own?.[0] ?? sign ?? null;
}

/** `2,702억 원`, `1조 2,345억 6,000만 원`, `5억~7억 원`, `639억 5,000만 달러`. */
function koreanAmount(currency: string, low: Numeral, high: Numeral | null): string | null {
  const word = koreanWord(currency);
  if (word === null) return null;
  const first = koreanNumber(low.exact);
  return high === null ? `${first} ${word}` : `${first}~${koreanNumber(high.exact)} ${word}`;
}

const koreanUnits: readonly (readonly [string, number])[] = [
  ['경', 16],
  ['조', 12],
  ['억', 8],
  ['만', 4],
  ['', 0],
];

/** A number by ten thousands: `270200000000` → `2,702억`; a fraction stays with the last group. */
export function koreanNumber(value: Decimal): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction] = (negative ? value.slice(1) : value).split('.');
  const parts: string[] = [];
  for (const [unit, power] of koreanUnits) {
    const end = whole.length - power;
    const digits = decimal(whole.slice(Math.max(0, power === 16 ? 0 : end - 4), Math.max(0, end)) || '0');
    const own = unit === '' && fraction !== undefined ? `${digits}.${fraction}` : digits;
    if (own !== '0') parts.push(`${grouped(own)}${unit}`);
  }
  return `${negative ? '△' : ''}${parts.join(' ') || '0'}`;
}

function koreanWord(currency: string): string | null {
  const short = Object.entries(languageOf('ko').money.currencies).find(([, code]) => code === currency);
  return short?.[0] ?? currencies.get(currency)?.korean ?? null;
}
