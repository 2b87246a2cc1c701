import type { Total } from '../outline/outline';

const scales: readonly [value: number, word: string][] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];
const koreanScales: readonly [value: number, word: string][] = [
  [1e12, '조'],
  [1e8, '억'],
  [1e4, '만'],
];

/** Money as a view has room for, in the plan's language: `KRW 270.2 billion`, `2,702억 원`. `value` in major units. */
export function shortMoney(currency: string | null, value: number, language: string): string {
  const korean = language === 'ko';
  const [size, word] = (korean ? koreanScales : scales).find(([size]) => Math.abs(value) >= size) ?? [1, ''];
  const number = (value / size).toLocaleString('en', { maximumFractionDigits: word === '' ? 2 : 4 });
  if (korean && currency === 'KRW') return `${number}${word} 원`;
  return `${currency === null ? '' : `${currency} `}${number}${word}`;
}

/** A node's totals as a view has room for; empty where it has none. */
export const shortTotals = (totals: readonly Total[], language: string): string =>
  totals
    .slice(0, 3)
    .map(({ currency, value, period }) => {
      const money = shortMoney(currency, value, language);
      return period === null ? money : `${money} (${shortPeriod(period)})`;
    })
    .join(' · ');

/** A period by its years where it is made of whole years: `2024`, `2024–2028`; else by its days. */
export function shortPeriod({ from, to }: { readonly from: string; readonly to: string }): string {
  const whole = from.endsWith('-01-01') && to.endsWith('-12-31');
  const [first, last] = whole ? [from.slice(0, 4), to.slice(0, 4)] : [from, to];
  return first === last ? first : `${first}–${last}`;
}
