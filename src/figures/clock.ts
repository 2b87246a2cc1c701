import type { Span } from '../text/span';
import type { FiscalYear } from './fiscal';

/** The plan's own time: its reference year, the day it was issued, when its fiscal year starts. */
export interface PlanClock {
  /** The plan's reference year, or null. */
  readonly year: number | null;
  readonly yearSpan: Span | null;
  /** The day the document was issued, as an ISO date, or null. */
  readonly issued: string | null;
  /** The days of the fiscal year that the plan is named by (`Delivery Plan 2024/25`), or null. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** The year in which the plan is told, as its day of issue or its words for the year after it tell; null where nothing does. */
  readonly spoken: number | null;
  /** ISO 3166, or null where the caller gives none. */
  readonly region: string | null;
  /** When fiscal years run: as the document itself says, else as the region's do; null where neither tells. */
  readonly fiscal: FiscalYear | null;
  /** Whether `03/04/2024` is 3 April (`day-first`) or 4 March, as other dates or the region tell; null where nothing does. */
  readonly order: 'day-first' | 'month-first' | null;
}

/** The day from which the plan looks at others: that of its issue, else the first of its year; null where neither is known. */
export const ownDay = ({ issued, year }: Pick<PlanClock, 'issued' | 'year'>): string | null =>
  issued ?? (year === null ? null : `${year}-01-01`);
