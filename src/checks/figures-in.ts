import type { Figure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import { packed } from '../text/packed';
import { mayRest } from '../text/steps';

/** The figures of each block that has any. */
export const figuresByBlock = onceInSteps(function* ({ figures }: PlanFacts) {
  const found = new Map<number, Figure[]>();
  for (let at = 0; at < figures.length; at++) {
    gather(found, figures[at]!.block, figures[at]!);
    if (mayRest(at)) yield;
  }
  const all = new Map<number, readonly Figure[]>();
  for (const [block, own] of found) {
    all.set(block, packed(own));
    if (mayRest(all.size)) yield;
  }
  return all;
});

/** The figures of the block with that index in `plan.blocks`, in order of start. */
export const figuresIn = (plan: PlanFacts, block: number): readonly Figure[] =>
  figuresByBlock(plan).get(block) ?? packed([]);
