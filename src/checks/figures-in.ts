import type { Figure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { once } from '../text/once';
import { packed } from '../text/packed';

const byBlock = once(({ figures }: PlanFacts) => {
  const found = new Map<number, Figure[]>();
  for (const figure of figures) gather(found, figure.block, figure);
  return new Map([...found].map(([block, own]) => [block, packed(own)]));
});

/** The figures of the block with that index in `plan.blocks`, in order of start. */
export const figuresIn = (plan: PlanFacts, block: number): readonly Figure[] => byBlock(plan).get(block) ?? packed([]);
