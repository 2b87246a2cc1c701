import { endsInVerb } from '../language/korean-ending';
import type { Block } from '../text/block';
import type { Steps } from '../text/steps';
import { countedHeadings } from './counted';
import { isCountedLead } from './counted-leads';
import type { DeclaredDraft } from './declared';
import { groupsOf, sharesOf, type Group } from './groups';
import type { NodeKind } from './outline';
import { holdsParts, isLabel, isNumeral, type Parents } from './parents';
import type { Part } from './part';
import { promisingHeadings } from './promising';
import { resumeSections } from './resumed';
import { isRunIn } from './run-in';
import { isGathering, sectionsOf } from './sections';
import { titledParts } from './titled';
import { raiseTold } from './told-levels';
import { isGeneric } from './words';

/** What a part is, and whether that is a guess. */
export interface Sort {
  readonly kind: NodeKind;
  readonly doubtful: boolean;
}

/**
 * Says which parts are strategies, tasks, measures and sections. Series that can carry a plan are picked first; the
 * highest that groups others is the strategies', the one below it the tasks'. Where tasks have no numbered series above
 * them, the headings that they stand under are the strategies; where nothing else names any, headings that each say what
 * will be done may be. A text that is no plan has sections and measures only.
 */
export function* sortsOf(
  parts: readonly Part[],
  parents: Parents,
  isPlan: boolean,
  declared: readonly DeclaredDraft[],
  blocks: readonly Block[],
): Steps<Sort[]> {
  const sorts: Sort[] = parts.map((part) => ({ kind: plainKind(part), doubtful: false }));
  if (!isPlan) return sorts;
  yield;
  const sections = sectionsOf(parts, parents);
  for (const index of sections)
    if (parts[index]!.heading || holdsParts(parents, index)) sorts[index] = { kind: 'section', doubtful: false };
  yield;
  const groups = groupsOf(parts, parents, declared, sections);
  const tops = groups.filter(({ depth }) => depth === 0);
  const hasLabels = tops.some((group) => isLabel(parts[group.members[0]!]!));
  const set = (members: readonly number[], kind: NodeKind, doubtful: boolean) =>
    members.forEach((index) => (sorts[index] = { kind, doubtful }));

  for (const group of groups) {
    yield;
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
  yield;
  const said = yield* countedHeadings(parts, parents, declared);
  if (said !== null && !hasLabels && sorts.every(({ kind }) => kind !== 'strategy')) {
    set(said.members, said.kind, true);
    const heads = { members: said.members, owners: [], series: '', depth: 0, hasSub: true, hasTasks: false };
    for (const group of tops) {
      const held = new Set(group.members.map((index) => parents[index] ?? null)).size;
      if (sharesOf(group, heads, parents) >= 0.5 && held * 2 < said.members.length)
        set(group.members, 'measure', false);
    }
  }
  if (sorts.every(({ kind }) => kind !== 'strategy' && kind !== 'task'))
    set(promisingHeadings(parts, parents, blocks), 'strategy', true);
  yield;
  const runIns = parts.flatMap((part, index) => (isRunIn(part) ? [index] : []));
  const areHighest = runIns.some((index) => isCountedLead(parts[index]!));
  set(runIns, areHighest ? 'strategy' : 'task', true);
  for (const up of new Set(runIns.map((index) => parents[index] ?? null)))
    if (!areHighest && up !== null && sorts[up]!.kind !== 'strategy') set([up], 'strategy', true);
  sortTitled(parts, parents, sorts);
  resumeSections(parts, parents, sorts);
  raiseTold(parts, parents, sorts, declared);
  lowerUnderTasks(parts, parents, sorts);
  yield;
  raiseTitles(parts, parents, sorts);
  return sorts;
}

/** What a part is where nothing says more: headings are sections, the rest measures. */
function plainKind({ heading, marker, echo }: Part): NodeKind {
  if (echo) return 'measure';
  return heading || marker?.hint === 'section' || marker?.style === 'bare' ? 'section' : 'measure';
}

/** Whether a top group holds tasks rather than strategies. */
function isTaskLike(group: Group, first: Part, declared: readonly DeclaredDraft[]): boolean {
  const { hint, style, label } = first.marker!;
  if (style === 'bare') return hint === 'task' && !group.hasSub;
  if (hint === 'strategy' && group.hasSub) return false;
  // `Initiative 1` over `Action 1.1`: the higher of two labels is the strategy, unless it is the task by name.
  if (hint === 'task' && group.hasTasks && !/(?:^| )task$|과제$/.test(label ?? '')) return false;
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

/**
 * Parts whose titles bear a label and a number are what the label says. Where strategies are named so, what bears a number
 * alone (`I. Overview` beside `II. Pillar 1: Inspection`) is a section.
 */
function sortTitled(parts: readonly Part[], parents: Parents, sorts: Sort[]): void {
  const titled = titledParts(parts);
  // `Task 1` … `Task 6` below, in the text's other language: they are told without this.
  for (const kind of ['strategy', 'task'] as const) {
    const own = [...titled].filter(([, one]) => one === kind).map(([index]) => index);
    const told = sorts.filter((sort, index) => sort.kind === kind && !titled.has(index) && isLabel(parts[index]!));
    if (told.length > 0 && told.length >= own.length) own.forEach((index) => titled.delete(index));
  }
  const areStrategies = [...titled.values()].includes('strategy');
  parts.forEach((part, index) => {
    const kind = titled.get(index);
    if (kind !== undefined) sorts[index] = { kind, doubtful: false };
    else if (areStrategies && sorts[index]!.kind === 'strategy' && isNumeral(part))
      sorts[index] = { kind: 'section', doubtful: false };
  });
  // `Priority 1` under `3. Pillar A`
  parts.forEach((_, index) => {
    if (sorts[index]!.kind !== 'strategy' || titled.has(index)) return;
    for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null)
      if (titled.get(up) === 'strategy') sorts[index] = { kind: 'task', doubtful: false };
  });
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

/**
 * `1. 총괄` beside the section `2. 분야별 연차 계획`: siblings numbered in one hand are sections where one is, and the other
 * is a title too.
 */
function raiseTitles(parts: readonly Part[], parents: Parents, sorts: Sort[]): void {
  const sections = new Set<string>();
  const seriesOf = (part: Part, index: number): string => `${parents[index] ?? ''}|${part.series}`;
  const counts = (part: Part): boolean => isNumeral(part) && part.marker!.path.length === 1;
  parts.forEach((part, index) => {
    if (counts(part) && sorts[index]!.kind === 'section') sections.add(seriesOf(part, index));
  });
  parts.forEach((part, index) => {
    if (!counts(part) || sorts[index]!.kind !== 'measure' || !sections.has(seriesOf(part, index))) return;
    if (!part.echo && !part.bare && part.title.length <= 30 && !/[.:;,]$/.test(part.title) && !endsInVerb(part.title))
      sorts[index] = { ...sorts[index]!, kind: 'section' };
  });
}
