import type { Sort } from './kinds';
import { isNumeral, runsOf, type Parents } from './parents';
import type { Part } from './part';

/** A title is no longer, in UTF-16 units. */
const longestTitle = 40;

/**
 * `3. People` behind `2. Replace the film cameras at the last three sites.`: where sections of the same hand stand above, the
 * last of them the second, a title that goes on from it behind sentences is the next section and no task.
 */
export function resumeSections(parts: readonly Part[], parents: Parents, sorts: Sort[]): void {
  const tasks = sorts.flatMap(({ kind }, index) => (kind === 'task' && isNumeral(parts[index]!) ? [index] : []));
  for (const run of runsOf(tasks, parents)) {
    if ((parents[run[0]!] ?? null) === null) continue;
    const at = run.findIndex(
      (index, place) => place > 0 && isTitle(parts[index]!) && isNext(parts, sorts, index, run[0]!),
    );
    if (at < 1 || run.slice(0, at).some((index) => isTitle(parts[index]!))) continue;
    for (const index of run.slice(at)) sorts[index] = { kind: 'section', doubtful: true };
  }
}

const isTitle = ({ title }: Part): boolean => title.length <= longestTitle && !/[.!?;:)다]\s*$/.test(title);

/** Whether the last section of the same hand before the run has the number before. */
function isNext(parts: readonly Part[], sorts: readonly Sort[], index: number, first: number): boolean {
  const { series, marker } = parts[index]!;
  for (let before = first - 1; before >= 0; before--) {
    const other = parts[before]!;
    if (other.series === series && sorts[before]!.kind === 'section')
      return (other.marker?.ordinal ?? 0) + 1 === marker?.ordinal;
  }
  return false;
}
