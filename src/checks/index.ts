import type { Check } from './check';
import { impossibleDate } from './impossible-date';
import { periodLength } from './period-length';
import { tableTotal } from './table-total';
import { unusedDirective } from './unused-directive';
import { weekdayMismatch } from './weekday-mismatch';

/** Every check, in the order of the documentation. Order is also precedence: of two findings on one fault the earlier stands. */
export const checks: readonly Check[] = [tableTotal, impossibleDate, weekdayMismatch, periodLength, unusedDirective];
