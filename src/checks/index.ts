import type { Check } from './check';
import { tableTotal } from './table-total';
import { unusedDirective } from './unused-directive';

/** Every check, in the order of the documentation. Order is also precedence: of two findings on one fault the earlier stands. */
export const checks: readonly Check[] = [tableTotal, unusedDirective];
