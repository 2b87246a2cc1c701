import { once } from '../text/once';
import type { DeclaredDraft } from './declared';
import type { NodeKind } from './outline';
import type { Part } from './part';
import { gatheringWords, isGeneric } from './words';

/** What a part is, and whether that is a guess. */
export interface Sort {
  readonly kind: NodeKind;
  readonly doubtful: boolean;
}

/** A tree of parts by index: each part's parent, or null at the top. */
export type Parents = readonly (number | null)[];

interface Group {
  readonly series: string;
  readonly members: number[];
  /** How many groups stand above it. */
  depth: number;
  hasSub: boolean;
  /** The groups that stand above it. */
  owners: readonly Group[];
}

/**
 * Says which parts are strategies, tasks, measures and sections. Series that can carry a plan are picked first; the
 * highest that groups others is the strategies', the one below it the tasks'. Where tasks have no numbered series above
 * them, the headings that they stand under are the strategies. A text that is no plan has sections and measures only.
 */
export function sortsOf(
  parts: readonly Part[],
  parents: Parents,
  isPlan: boolean,
  declared: readonly DeclaredDraft[],
): Sort[] {
  const sorts: Sort[] = parts.map((part) => ({ kind: plainKind(part), doubtful: false }));
  if (!isPlan) return sorts;
  const sections = sectionsOf(parts, parents);
  for (const index of sections)
    if (parts[index]!.heading || holdsParts(parents, index)) sorts[index] = { kind: 'section', doubtful: false };
  const groups = groupsOf(parts, parents, declared, sections);
  const tops = groups.filter(({ depth }) => depth === 0);
  const hasLabels = tops.some((group) => isLabel(parts[group.members[0]!]!));
  const set = (members: readonly number[], kind: NodeKind, doubtful: boolean) =>
    members.forEach((index) => (sorts[index] = { kind, doubtful }));

  for (const group of groups) {
    const first = parts[group.members[0]!]!;
    const sure = isSure(group, parts, declared);
    if (group.depth >= 2) set(group.members, 'measure', false);
    else if (group.depth === 1) set(group.members, 'task', !sure);
    else if (hasLabels && !isLabel(first)) set(group.members, plainKind(first), false);
    else if (!isTaskLike(group, first, declared)) set(group.members, 'strategy', !sure);
    else {
      const heads = headingsAbove(group, parts, parents, declared);
      set(heads, 'strategy', !sure);
      set(group.members, heads.length === 0 && isChapter(group, parts, parents) ? 'strategy' : 'task', !sure);
    }
  }
  lowerUnderTasks(parts, parents, sorts);
  return sorts;
}

/** What a part is where nothing says more: headings are sections, the rest measures. */
function plainKind({ heading, marker, echo }: Part): NodeKind {
  if (echo) return 'measure';
  return heading || marker?.hint === 'section' || marker?.style === 'bare' ? 'section' : 'measure';
}

const isLabel = ({ marker }: Part): boolean =>
  marker !== null && (marker.style === 'label' || marker.style === 'bare' || marker.style === 'phrase');

/** Members of numbered series that number the document's sections: `1. Background`, `Ⅱ. 추진방향`. */
function sectionsOf(parts: readonly Part[], parents: Parents): Set<number> {
  const sections = new Set<number>();
  for (const members of seriesOf(parts).values()) {
    for (const run of runsOf(members, parents))
      if (isOfSections(run, parts)) run.forEach((index) => sections.add(index));
  }
  return sections;
}

function seriesOf(parts: readonly Part[]): Map<string, number[]> {
  const bySeries = new Map<string, number[]>();
  parts.forEach((part, index) => {
    if (part.marker === null || part.echo || part.marker.style === 'bullet' || part.marker.hint === 'section') return;
    const members = bySeries.get(part.series);
    if (members) members.push(index);
    else bySeries.set(part.series, [index]);
  });
  return bySeries;
}

/** The series that can carry a plan, with their place among each other. */
function groupsOf(
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
  sections: ReadonlySet<number>,
): Group[] {
  const bySeries = seriesOf(parts);
  const groups: Group[] = [];
  for (const [series, all] of bySeries) {
    const rest = all.filter((index) => !sections.has(index));
    if (rest.length === 0) continue;
    const members = isNumeral(parts[rest[0]!]!) ? gathered(rest, parts, parents, sections) : rest;
    if (members.length > 0 && carries(members, parts, parents, declared))
      groups.push({ series, members, depth: 0, hasSub: false, owners: [] });
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
  for (const { owners } of kept) for (const owner of owners) owner.hasSub = true;
  return kept;
}

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

const holders = once((parents: Parents) => new Set(parents));

/** Whether other parts stand under the one with that index. */
const holdsParts = (parents: Parents, index: number): boolean => holders(parents).has(index);

/** The members of a series by the part that they stand under. */
function runsOf(members: readonly number[], parents: Parents): number[][] {
  const runs = new Map<number | null, number[]>();
  for (const index of members) {
    const parent = parents[index] ?? null;
    const run = runs.get(parent);
    if (run) run.push(index);
    else runs.set(parent, [index]);
  }
  return [...runs.values()];
}

/** Share of a group's members that stand within the other group's. */
function sharesOf(group: Group, owner: Group, parents: Parents): number {
  const owners = new Set(owner.members);
  const inside = group.members.filter((index) => {
    for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) if (owners.has(up)) return true;
    return false;
  });
  return inside.length / group.members.length;
}

const isNumeral = ({ marker }: Part): boolean =>
  marker !== null && !['word', 'phrase', 'cardinal', 'label', 'bare', 'bullet'].includes(marker.style);

/** Whether a numbered series numbers the document's sections: `1. Background`, `Ⅱ. 추진방향`. */
function isOfSections(members: readonly number[], parts: readonly Part[]): boolean {
  if (!isNumeral(parts[members[0]!]!)) return false;
  const generic = members.filter((index) => isGeneric(parts[index]!.title)).length;
  return generic >= 2 || generic * 5 >= members.length * 2;
}

/** Of a numeral series under numbered sections, the members under the section that gathers the tasks. */
function gathered(
  members: readonly number[],
  parts: readonly Part[],
  parents: Parents,
  sections: ReadonlySet<number>,
): number[] {
  return members.filter((index) => {
    for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) {
      if (sections.has(up) || parts[up]!.marker?.hint === 'section') return isGathering(parts[up]!.title);
    }
    return true;
  });
}

function isGathering(title: string): boolean {
  const lower = title.toLowerCase();
  const joined = lower.replace(/\s/g, '');
  return gatheringWords.some((word) => (/[가-힣]/.test(word) ? joined.includes(word) : lower.includes(word)));
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
  if (style === 'bare') return members.length >= 2 || members.some((index) => holdsParts(parents, index));
  if (style === 'word' || style === 'cardinal') return members.length >= 2 || holdsParts(parents, members[0]!);
  if (first.marker!.ordinal !== null && first.marker!.ordinal > 20) return false;
  if (declared.some(({ value, what }) => what !== 'other' && value === members.length)) return true;
  if (members.length >= 2 && members.every((index) => carriesParent(index, parts, parents))) return true;
  // ① ② under a bullet enumerate what the bullet says.
  const underBullets = members.filter((index) => parts[parents[index] ?? -1]?.marker?.style === 'bullet').length;
  if (underBullets * 2 > members.length) return false;
  const heads = members.filter(
    (index) => parts[index]!.heading || !parts[index]!.bare || holdsParts(parents, index),
  ).length;
  if (heads * 2 >= members.length) return true;
  return members.length >= 3 && (runsThrough(members, parts, parents) || members.length * 2 >= parts.length);
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

/** Whether a top group holds tasks rather than strategies. */
function isTaskLike(group: Group, first: Part, declared: readonly DeclaredDraft[]): boolean {
  const { hint, style } = first.marker!;
  if (style === 'bare' || (hint === 'strategy' && group.hasSub)) return false;
  if (hint === 'task' || hint === 'measure') return true;
  const says = declared.find(({ value, what }) => value === group.members.length && what !== 'other');
  if (hint === null && says !== undefined) return says.what === 'tasks';
  return hint === null && !group.hasSub;
}

/** A numbered series of headings with nothing above that gathers tasks: its parts are the plan's highest. */
function isChapter(group: Group, parts: readonly Part[], parents: Parents): boolean {
  if (!isNumeral(parts[group.members[0]!]!)) return false;
  const up = parents[group.members[0]!] ?? null;
  if (up !== null && isGathering(parts[up]!.title)) return false;
  return group.members.some((index) => parts[index]!.heading);
}

/** The headings that tasks stand under, where they are several of one kind; none where they are not. */
function headingsAbove(
  group: Group,
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
): number[] {
  const above = new Set<number>();
  for (const index of group.members) {
    const up = parents[index] ?? null;
    if (up !== null && (parts[up]!.heading || parts[up]!.marker?.style === 'bare')) above.add(up);
  }
  const list = [...above].sort((a, b) => a - b).filter((index) => !isGeneric(parts[index]!.title));
  if (list.length < 2) return [];
  const [head] = list;
  const same = list.filter((index) => parts[index]!.series === parts[head!]!.series);
  if (same.length < 2) return [];
  const missing = declared.find(({ what }) => what === 'strategies')?.value === same.length + 1;
  if (!missing) return same;
  // A strategy whose tasks are gone is still one where the declared number misses it.
  const between = parts.flatMap((part, index) =>
    part.series === parts[head!]!.series && index > head! && index < same.at(-1)! && !same.includes(index)
      ? [index]
      : [],
  );
  return between.length === 1 ? [...same, ...between] : same;
}

/** Whether the numbering is beyond doubt: labelled, declared, or complete from one on. */
function isSure(group: Group, parts: readonly Part[], declared: readonly DeclaredDraft[]): boolean {
  const first = parts[group.members[0]!]!;
  if (isLabel(first) && first.marker!.hint !== null) return true;
  if (declared.some(({ value, what }) => what !== 'other' && Math.abs(value - group.members.length) <= 1)) return true;
  return first.marker!.ordinal === 1 && group.members.length >= 2;
}

/** Nothing under a task is a strategy or a task. */
function lowerUnderTasks(parts: readonly Part[], parents: Parents, sorts: Sort[]): void {
  parts.forEach((part, index) => {
    for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) {
      if (sorts[up]!.kind !== 'task' || (sorts[index]!.kind !== 'task' && sorts[index]!.kind !== 'strategy')) continue;
      sorts[index] = { kind: part.heading && part.marker === null ? 'section' : 'measure', doubtful: false };
    }
  });
}
