import type { DateFigure } from '../figures/figure';

/** Two days of one year that differ in the day or in the month, not in both. */
export function isSlipOfDay(
  { to: a, granularity: one, relation: first }: DateFigure,
  { to: b, granularity: other, relation: second }: DateFigure,
): boolean {
  if (one !== 'day' || other !== 'day' || a === null || b === null || a === b) return false;
  // A deadline and the day on which it is met agree.
  if ((first === 'by' && second !== 'by' && b <= a) || (second === 'by' && first !== 'by' && a <= b)) return false;
  return a.slice(0, 4) === b.slice(0, 4) && (a.slice(5, 7) === b.slice(5, 7)) !== (a.slice(8) === b.slice(8));
}
