import type { Edit } from './edit';

/** Fixes that can be applied together: in the order given, each whose edits touch none of those taken before it. */
export function disjointFixes<T extends { readonly edits: readonly Edit[] }>(fixes: readonly T[]): T[] {
  const taken: Edit[] = [];
  return fixes.filter(({ edits }) => {
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => collide(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

/** Whether two edits may not be applied together: they overlap, or one inserts at a place where the other begins. */
const collide = (a: Edit, b: Edit): boolean => (a.start < b.end && b.start < a.end) || a.start === b.start;
