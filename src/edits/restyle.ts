import type { Amount, DateFigure } from '../figures/figure';
import type { Edit } from './edit';

/**
 * Korean official style for a day: `2024. 2. 13.`, a space after each full stop, no noughts in front, a stop at the end.
 * Null where the date is written so already, or is no single day in numbers or `년 월 일`.
 *
 *     '2024.02.13'  '2024년 2월 13일'  '2024-02-13'  →  '2024. 2. 13.'
 */
export function officialDate(source: string, figure: DateFigure): Edit | null {
  const [part] = figure.parts;
  if (figure.parts.length !== 1 || part.year === undefined || part.month === undefined || part.day === undefined)
    return null;
  const written = source.slice(figure.start, figure.end);
  const stop = source[figure.end] === '.' ? '' : '.';
  if (!/^\d{4}(?:[.년/-]\s?)\d{1,2}(?:[.월/-]\s?)\d{1,2}(?:일|\.)?$/.test(written)) return null;
  const newText = `${part.year}. ${part.month}. ${part.day}${written.endsWith('.') ? '.' : stop}`;
  return newText === written ? null : { start: figure.start, end: figure.end, newText };
}

/**
 * Korean official style for money: no `천원` and `백만원` in running text but 만, 억 and 조. Null where the amount is
 * written so already, is a range or is no whole 만.
 *
 *     '34,600백만원'  →  '346억원'        '5,250천원'  →  '525만원'
 */
export function officialAmount(source: string, { value, low, high, currency, start, end }: Amount): Edit | null {
  const written = source.slice(start, end);
  if (currency !== 'KRW' || value === undefined || high !== null || !/^\d[\d,]*(?:천|백만) ?원$/.test(written))
    return null;
  const units = BigInt(low.exact.replace(/\..*$/, ''));
  if (units % 10000n !== 0n) return null;
  const parts = [
    [units / 1000000000000n, '조'],
    [(units / 100000000n) % 10000n, '억'],
    [(units / 10000n) % 10000n, '만'],
  ] as const;
  const text = parts.filter(([count]) => count > 0n).map(([count, unit]) => `${grouped(count)}${unit}`);
  return text.length === 0 ? null : { start, end, newText: `${text.join(' ')}${/ 원$/.test(written) ? ' 원' : '원'}` };
}

const grouped = (count: bigint): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
