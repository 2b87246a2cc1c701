import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import { onceInSteps } from '../text/once';
import { rests, type Steps } from '../text/steps';
import { passages, type Passage } from './passage';

/**
 * The passage right above each passage of running text in the hierarchy that the layout shows: the item that a deeper
 * item stands under, else the heading. One without a passage above it is not in the map.
 */
export const parents = onceInSteps(function* (plan: PlanFacts): Steps<ReadonlyMap<Passage, Passage>> {
  const found = new Map<Passage, Passage>();
  const open: Passage[] = [];
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null) continue;
    while (open.length > 0 && !holds(open.at(-1)!.block, passage.block)) open.pop();
    const above = open.at(-1);
    if (above !== undefined) found.set(passage, above);
    if (passage.block.kind === 'heading' || passage.block.kind === 'item') open.push(passage);
  }
  return found;
});

/** Whether the second block stands under the first. */
function holds(outer: Block, inner: Block): boolean {
  if (outer.kind === 'heading') return inner.kind !== 'heading' || inner.depth > outer.depth;
  return inner.kind !== 'heading' && isDeeper(inner, outer);
}

/** Whether an item stands deeper than another, by its nesting or by its white space. */
export const isDeeper = (inner: Block, outer: Block): boolean =>
  outer.kind === 'item' ? inner.depth > outer.depth || inner.indent > outer.indent : true;
