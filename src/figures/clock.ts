import type { Span } from '../text/span';

/** The plan's own time: its reference year, the day it was issued, when its fiscal year starts. */
export interface PlanClock {
  /** The plan's reference year, or null. */
  readonly year: number | null;
  readonly yearSpan: Span | null;
  /** The day the document was issued, as an ISO date, or null. */
  readonly issued: string | null;
  /** Month in which the fiscal year starts, 1 to 12; a fiscal year is named as `region` names it. */
  readonly region: string | null;
}
