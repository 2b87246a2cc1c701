import type { Figure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { once } from '../text/once';

const byBlock = once(({ figures }: PlanFacts) => {
  const found = new Map<number, Figure[]>();
  for (const figure of figures) {
    const own = found.get(figure.block);
    if (own === undefined) found.set(figure.block, [figure]);
    else own.push(figure);
  }
  return found;
});

/** The figures of the block with that index in `plan.blocks`, in order of start. */
export const figuresIn = (plan: PlanFacts, block: number): readonly Figure[] => byBlock(plan).get(block) ?? [];
