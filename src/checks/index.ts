import type { Check } from './check';
import { ambiguousDate } from './ambiguous-date';
import { amountConflict } from './amount-conflict';
import { amountScale } from './amount-scale';
import { beyondPlan } from './beyond-plan';
import { brokenWord } from './broken-word';
import { captionSequence } from './caption-sequence';
import { changeDirection } from './change-direction';
import { changeRate } from './change-rate';
import { currencyStyle } from './currency-style';
import { dateConflict } from './date-conflict';
import { dateOrder } from './date-order';
import { declaredCount } from './declared-count';
import { digitGrouping } from './digit-grouping';
import { emptyTask } from './empty-task';
import { hardWrap } from './hard-wrap';
import { impossibleDate } from './impossible-date';
import { listSequence } from './list-sequence';
import { missingArrow } from './missing-arrow';
import { missingCurrency } from './missing-currency';
import { missingTarget } from './missing-target';
import { multiYearTotal } from './multi-year-total';
import { nameVariant } from './name-variant';
import { officialNotation } from './official-notation';
import { outlineTotal } from './outline-total';
import { pageFurniture } from './page-furniture';
import { percentPoint } from './percent-point';
import { percentTotal } from './percent-total';
import { periodLength } from './period-length';
import { productTotal } from './product-total';
import { proseTotal } from './prose-total';
import { rangeOrder } from './range-order';
import { repeatedText } from './repeated-text';
import { sectionSequence } from './section-sequence';
import { shareRate } from './share-rate';
import { staleYear } from './stale-year';
import { tableTotal } from './table-total';
import { taskSequence } from './task-sequence';
import { twinAmount } from './twin-amount';
import { undefinedAcronym } from './undefined-acronym';
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
  outlineTotal,
  multiYearTotal,
  percentTotal,
  shareRate,
  productTotal,
  changeRate,
  percentPoint,
  changeDirection,
  twinAmount,
  amountConflict,
  amountScale,
  rangeOrder,
  digitGrouping,
  missingCurrency,
  currencyStyle,
  missingArrow,
  impossibleDate,
  weekdayMismatch,
  periodLength,
  staleYear,
  beyondPlan,
  dateConflict,
  dateOrder,
  ambiguousDate,
  brokenWord,
  hardWrap,
  repeatedText,
  undefinedAcronym,
  nameVariant,
  emptyTask,
  officialNotation,
  pageFurniture,
  unusedDirective,
];
