import type { Check } from './check';
import { changeRate } from './change-rate';
import { impossibleDate } from './impossible-date';
import { periodLength } from './period-length';
import { proseTotal } from './prose-total';
import { tableTotal } from './table-total';
import { unusedDirective } from './unused-directive';
import { weekdayMismatch } from './weekday-mismatch';

/** Every check, in the order of the documentation. Order is also precedence: of two findings on one fault the earlier stands. */
export const checks: readonly Check[] = [
  tableTotal,
  proseTotal,
  changeRate,
  impossibleDate,
  weekdayMismatch,
  periodLength,
  unusedDirective,
];
