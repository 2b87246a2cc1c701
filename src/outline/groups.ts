import type { DeclaredDraft } from './declared';
import { childrenOf, holdsParts, isNumeral, seriesOf, type Parents } from './parents';
import type { Part } from './part';
import { gathered, isGathering } from './sections';

/** A numbered series that can carry a plan. */
export interface Group {
  readonly series: string;
  readonly members: number[];
  /** How many groups stand above it. */
  depth: number;
  hasSub: boolean;
  /** Whether one that stands under it is named as tasks are: `Action 1.1`. */
  hasTasks: boolean;
  /** The groups that stand above it. */
  owners: readonly Group[];
}

/** The series that can carry a plan, with their place among each other. */
export function groupsOf(
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
  sections: ReadonlySet<number>,
): Group[] {
  const bySeries = seriesOf(parts);
  const groups: Group[] = [];
  const hasNumberedLabels = [...bySeries.values()].some((all) => all.length >= 2 && isNumberedLabel(parts[all[0]!]!));
  for (const [series, all] of bySeries) {
    // `Objective: …` under each `Programme 1` says something of it.
    if (hasNumberedLabels && parts[all[0]!]!.marker!.style === 'bare') continue;
    const rest = all.filter((index) => !sections.has(index));
    if (rest.length === 0) continue;
    const members = isNumeral(parts[rest[0]!]!) ? gathered(rest, parts, parents, sections) : rest;
    if (members.length > 0 && carries(members, parts, parents, declared))
      groups.push({ series, members, depth: 0, hasSub: false, hasTasks: false, owners: [] });
  }
  const groupOf = new Map(groups.flatMap((group) => group.members.map((index) => [index, group] as const)));
  for (const group of groups) {
    const above = new Set<Group>();
    for (const index of group.members) {
      for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) {
        const owner = groupOf.get(up);
        if (owner !== undefined && owner !== group) above.add(owner);
      }
    }
    const real = [...above].filter((owner) => sharesOf(group, owner, parents) >= 0.5);
    group.depth = real.length;
    group.owners = real;
  }
  const kept = groups.filter((group) => !isRare(group, parts, parents, declared));
  for (const { owners, members } of kept) {
    for (const owner of owners) {
      owner.hasSub = true;
      owner.hasTasks ||= parts[members[0]!]!.marker!.style === 'label' && parts[members[0]!]!.marker!.hint === 'task';
    }
  }
  return kept;
}

/** `Programme 1`, `Task 3`: a part by name and number. */
const isNumberedLabel = ({ marker }: Part): boolean =>
  marker!.style === 'label' && (marker!.hint === 'strategy' || marker!.hint === 'task');

/** Whether a numbered list comes under few members of the group above it: `The unit needs: 1. … 2. …` under one of three. */
function isRare(
  { members, owners }: Group,
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
): boolean {
  const above = owners.find((owner) => owners.every((other) => other.depth <= owner.depth));
  if (above === undefined || above.members.length < 3 || !isNumeral(parts[members[0]!]!)) return false;
  if (declared.some(({ value, what }) => what === 'tasks' && value === members.length)) return false;
  if (runsThrough(members, parts, parents)) return false;
  const held = new Set(members.map((index) => parents[index] ?? null));
  return held.size * 2 < above.members.length;
}

/** Share of a group's members that stand within the other group's. */
export function sharesOf(group: Group, owner: Group, parents: Parents): number {
  const owners = new Set(owner.members);
  const inside = group.members.filter((index) => {
    for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) if (owners.has(up)) return true;
    return false;
  });
  return inside.length / group.members.length;
}

/** Whether a series can carry a plan: labels and words by themselves, numerals where they head text of their own. */
function carries(
  members: readonly number[],
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
): boolean {
  const first = parts[members[0]!]!;
  const { style, hint } = first.marker!;
  if (style === 'label') return hint !== null || members.length >= 2;
  if (style === 'phrase') return true;
  // `Theme: Water for every ward` alone over headings that nothing marks is the plan's motto.
  if (style === 'bare')
    return members.length >= 2 || (childrenOf(parents).get(members[0]!) ?? []).some((index) => parts[index]!.marker);
  if (style === 'word' || style === 'cardinal') return members.length >= 2 || holdsParts(parents, members[0]!);
  if ((first.marker!.ordinal ?? 0) > 20 && !members.every((index) => isStrategyByName(parts[parents[index] ?? -1])))
    return false;
  if (declared.some(({ value, what }) => what !== 'other' && value === members.length)) return true;
  if (members.length >= 2 && members.every((index) => carriesParent(index, parts, parents))) return true;
  const gathers = (index: number): boolean => {
    const up = parts[parents[index] ?? -1];
    return up !== undefined && up.marker === null && up.heading && isGathering(up.title);
  };
  if (members.length >= 2 && members.every(gathers)) return true;
  // ① ② under a bullet enumerate what the bullet says.
  const underBullets = members.filter((index) => parts[parents[index] ?? -1]?.marker?.style === 'bullet').length;
  if (underBullets * 2 > members.length) return false;
  if (followsEachHeading(members, parts, parents)) return true;
  const heads = members.filter(
    (index) => parts[index]!.heading || !parts[index]!.bare || holdsParts(parents, index),
  ).length;
  if (heads * 2 >= members.length) return true;
  return members.length >= 3 && (runsThrough(members, parts, parents) || members.length * 2 >= parts.length);
}

/** `Strategy 2: Fair rules`, under which the list may go on from any number: `22.`, `23.` */
const isStrategyByName = (part: Part | undefined): boolean =>
  part?.marker?.style === 'label' && part.marker.hint === 'strategy';

/** Whether each heading of a numbered series, of several, has a list from one on right under it: `I. REELING`, `(a)`, `(b)`. */
function followsEachHeading(members: readonly number[], parts: readonly Part[], parents: Parents): boolean {
  const above = [...new Set(members.map((index) => parents[index] ?? -1))];
  const first = parts[above[0]!];
  if (above.length < 2 || first === undefined || first.marker === null || !first.heading) return false;
  const own = new Set(members);
  const holds = (index: number): boolean =>
    own.has(index + 1) &&
    parts[index + 1]!.block === parts[index]!.block + 1 &&
    parts[index + 1]!.marker!.ordinal === 1;
  return above.every((index) => parts[index]?.series === first.series && holds(index));
}

/** Whether the number repeats the parent's before its own: `(A1)` under `Field A`, `2.1` under `Goal 2`. */
function carriesParent(index: number, parts: readonly Part[], parents: Parents): boolean {
  const { path } = parts[index]!.marker!;
  const above = parts[parents[index] ?? -1]?.marker;
  return path.length > 1 && above?.style === 'label' && above.hint !== 'section' && above.ordinal === path.at(-2);
}

/** Whether a list is numbered on from one parent to the next. */
function runsThrough(members: readonly number[], parts: readonly Part[], parents: Parents): boolean {
  return members.some((index, at) => {
    const before = members[at - 1];
    if (before === undefined || parents[before] === parents[index]) return false;
    return parts[index]!.marker!.ordinal === (parts[before]!.marker!.ordinal ?? 0) + 1;
  });
}
