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
  if (tasks.length === 0) return;
  const above = sectionsAbove(parts, sorts);
  for (const run of runsOf(tasks, parents)) {
    const first = run[0]!;
    const next = (above[first] ?? NaN) + 1;
    if ((parents[first] ?? null) === null || Number.isNaN(next)) continue;
    const at = run.findIndex((index, place) => {
      const part = parts[index]!;
      return place > 0 && part.series === parts[first]!.series && part.marker!.ordinal === next && isTitle(part);
    });
    if (at < 1 || run.slice(0, at).some((index) => isTitle(parts[index]!))) continue;
    for (const index of run.slice(at)) sorts[index] = { kind: 'section', doubtful: true };
  }
}

const isTitle = ({ title }: Part): boolean => title.length <= longestTitle && !/[.!?;:)다]\s*$/.test(title);

/** For each part the number of the last section of its hand before it. */
function sectionsAbove(parts: readonly Part[], sorts: readonly Sort[]): (number | undefined)[] {
  const last = new Map<string, number>();
  return parts.map(({ series, marker }, index) => {
    const above = last.get(series);
    if (sorts[index]!.kind === 'section' && typeof marker?.ordinal === 'number') last.set(series, marker.ordinal);
    return above;
  });
}
