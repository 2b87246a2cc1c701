import type { Figure } from '../figures/figure';
import { isMovedFigure } from '../figures/kept-figures';
import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import { fromBothEnds } from '../text/both-ends';
import { distanceOfSame } from '../text/kept-blocks';
import { mayRest, type Steps } from '../text/steps';
import { figuresByBlock, figuresIn } from './figures-in';

/**
 * A block where it was first seen as it reads, with the figures in it. While block and figures are the same, only further
 * on in the document, it need not be looked at again: what was found in it is moved.
 */
export interface Home {
  readonly block: Block;
  readonly figures: readonly Figure[];
}

/** By the plan's list of figures, which is its own and the same before and after the checks. */
const known = new WeakMap<readonly Figure[], readonly Home[]>();

/**
 * The homes of a plan's blocks, in order; a block stands as much further on as its start does. Those of the plan as it was
 * `before` an edit are kept as far as they are the same: from the first on, and from the last back. They are worked out
 * once for a plan.
 */
export function* homesOf(plan: PlanFacts, before?: PlanFacts): Steps<readonly Home[]> {
  let homes = known.get(plan.figures);
  if (homes === undefined) {
    const isAlike = before !== undefined && aboutOf(before) === aboutOf(plan);
    known.set(plan.figures, (homes = yield* readHomes(plan, isAlike ? (known.get(before.figures) ?? []) : [])));
  }
  return homes;
}

/** What of the whole plan may tell in a single passage. */
const aboutOf = ({ year, issued, region, language, format }: PlanFacts): string =>
  JSON.stringify([year, issued, region, language, format]);

function* readHomes(plan: PlanFacts, before: readonly Home[]): Steps<Home[]> {
  yield* figuresByBlock.inSteps(plan);
  const { blocks } = plan;
  const homes = new Array<Home>(blocks.length);
  const newHome = (at: number): Home => ({ block: blocks[at]!, figures: figuresIn(plan, at) });
  const keep = (from: number, to: number): boolean => {
    const home = before[from]!;
    const by = distanceOfSame(home.block, blocks[to]!);
    if (by === null) return false;
    const own = figuresIn(plan, to);
    const isSame =
      home.figures.length === own.length && home.figures.every((figure, at) => isMovedFigure(figure, own[at]!, by));
    homes[to] = isSame ? home : newHome(to);
    return true;
  };
  const { first, last } = yield* fromBothEnds(before.length, blocks.length, keep);
  for (let at = first; at < last; at++) {
    homes[at] = newHome(at);
    if (mayRest(at)) yield;
  }
  return homes;
}
