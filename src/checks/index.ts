import type { Check } from './check';
import { captionSequence } from './caption-sequence';
import { changeRate } from './change-rate';
import { dateConflict } from './date-conflict';
import { dateOrder } from './date-order';
import { declaredCount } from './declared-count';
import { impossibleDate } from './impossible-date';
import { listSequence } from './list-sequence';
import { missingTarget } from './missing-target';
import { periodLength } from './period-length';
import { proseTotal } from './prose-total';
import { repeatedText } from './repeated-text';
import { sectionSequence } from './section-sequence';
import { staleYear } from './stale-year';
import { tableTotal } from './table-total';
import { taskSequence } from './task-sequence';
import { unusedDirective } from './unused-directive';
import { weekdayMismatch } from './weekday-mismatch';

/** Every check, in the order of the documentation. Order is also precedence: of two findings on one fault the earlier stands. */
export const checks: readonly Check[] = [
  taskSequence,
  declaredCount,
  sectionSequence,
  listSequence,
  captionSequence,
  missingTarget,
  tableTotal,
  proseTotal,
  changeRate,
  impossibleDate,
  weekdayMismatch,
  periodLength,
  staleYear,
  dateConflict,
  dateOrder,
  repeatedText,
  unusedDirective,
];
