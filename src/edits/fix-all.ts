import { applyEdits, type Edit } from './edit';

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

/** What of a plan is needed to mend it. */
interface Mendable<F> {
  readonly source: string;
  readonly findings: readonly F[];
}

interface WithFixes {
  readonly fixes: readonly { readonly preferred: boolean; readonly edits: readonly Edit[] }[];
}

/**
 * Applies the preferred fix of every finding that is wanted, reads the text again, and goes on until nothing changes: a
 * fix may uncover the next finding. Never goes round in circles: a text that was there before ends it, and so do ten
 * rounds. `fixed` counts the fixes that were applied.
 */
export function fixAll<F extends WithFixes, P extends Mendable<F>>(
  first: P,
  wanted: (finding: F) => boolean,
  analyse: (text: string) => P,
): { plan: P; fixed: number } {
  let plan = first;
  let fixed = 0;
  const seen = new Set([plan.source]);
  for (let round = 0; round < 10; round++) {
    const fixes = plan.findings.filter(wanted).flatMap((finding) => finding.fixes.filter((one) => one.preferred));
    const chosen = disjointFixes(fixes);
    const text = applyEdits(
      plan.source,
      chosen.flatMap(({ edits }) => edits),
    );
    if (seen.has(text)) break;
    seen.add(text);
    plan = analyse(text);
    fixed += chosen.length;
  }
  return { plan, fixed };
}
