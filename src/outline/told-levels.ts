import { gather } from '../text/gather';
import type { DeclaredDraft } from './declared';
import type { Sort } from './kinds';
import type { Parents } from './parents';
import type { Part } from './part';

/**
 * Levels that the numbers which the text declares tell: `4대 분야 10개 과제` over four parts of one hand with ten points of one hand
 * under them, whatever else is numbered; over four strategies with ten points under them, or ten tasks that stand under four points.
 */
export function raiseTold(
  parts: readonly Part[],
  parents: Parents,
  sorts: Sort[],
  declared: readonly DeclaredDraft[],
): void {
  const saysOf = (what: DeclaredDraft['what'], value: number): boolean =>
    declared.some((one) => one.what === what && one.value === value);
  const those = (kind: Sort['kind']): number[] => sorts.flatMap((sort, index) => (sort.kind === kind ? [index] : []));
  const raise = (members: readonly number[], kind: Sort['kind']): void =>
    members.forEach((index) => (sorts[index] = { kind, doubtful: false }));
  const [strategies, tasks] = [those('strategy'), those('task')];
  // Of `two thrusts, four strategies and eight initiatives` the four may be the tasks.
  const areTold =
    saysOf('strategies', strategies.length) &&
    (saysOf('tasks', tasks.length) || (tasks.length !== strategies.length && saysOf('strategies', tasks.length)));
  if (areTold) return;

  for (const owners of rowsOf(parts)) {
    if (owners.length < 2 || !saysOf('strategies', owners.length)) continue;
    const points = fullRow(owners, parts, parents, (count) => saysOf('tasks', count));
    if (points === null) continue;
    raise(strategies, 'section');
    raise(tasks, 'measure');
    raise(owners, 'strategy');
    raise(points, 'task');
    return;
  }
  if (strategies.length >= 2 && tasks.length === 0) {
    const points = fullRow(strategies, parts, parents, (count) => saysOf('tasks', count));
    if (points !== null) return raise(points, 'task');
  }
  // Nine tasks, or what was taken for nine strategies, under three parts of one hand, which are the strategies.
  const below = strategies.length === 0 ? tasks : tasks.length === 0 ? strategies : [];
  const owners = [...ownersOf(below, parents)];
  const areAlike = owners.every((index) => index !== null && parts[index]!.series === parts[owners[0]!]!.series);
  if (below.length < 3 || owners.length < 2 || !areAlike || !saysOf('strategies', owners.length)) return;
  raise(below, 'task');
  raise(owners as number[], 'strategy');
}

/** Parts of one hand, in order. */
function rowsOf(parts: readonly Part[]): Iterable<readonly number[]> {
  const bySeries = new Map<string, number[]>();
  parts.forEach(({ series, marker, heading, echo }, index) => {
    if ((marker !== null || heading) && !echo) gather(bySeries, series, index);
  });
  return bySeries.values();
}

/** The points of one hand right under the parts, under each of them some, where there are as many as wanted. */
function fullRow(
  owners: readonly number[],
  parts: readonly Part[],
  parents: Parents,
  isWanted: (count: number) => boolean,
): number[] | null {
  const those = new Set(owners);
  const bySeries = new Map<string, number[]>();
  parts.forEach(({ series, marker, echo }, index) => {
    const owner = parents[index] ?? null;
    if (owner !== null && those.has(owner) && marker !== null && !echo) gather(bySeries, series, index);
  });
  for (const points of bySeries.values())
    if (isWanted(points.length) && ownersOf(points, parents).size === owners.length) return points;
  return null;
}

const ownersOf = (members: readonly number[], parents: Parents): Set<number | null> =>
  new Set(members.map((index) => parents[index] ?? null));
