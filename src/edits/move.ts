import { nodeAt, type Node } from '../outline/outline';
import { referencesTo, sameLabel, targetsOf } from '../outline/reference';
import type { PlanFacts } from '../plan';
import { contains, shift, type Span } from '../text/span';
import { applyEdits, type Edit } from './edit';
import { ordinalsIn, readOrdinal, writeOrdinal } from './ordinal';

/** Where a node is to go: before the child `index` of `parent`, as they stand now; `children.length` is the end. */
export interface Destination {
  /** Index path of the parent; empty is the top of the outline. */
  readonly parent: readonly number[];
  readonly index: number;
}

/**
 * The edits that move a node with all its text, give the numbers of its series to the nodes by their new places, and
 * let references follow. Empty where it would stay; null where it cannot go there: among nodes of another kind, or
 * into itself.
 */
export function moveNode(plan: PlanFacts, from: readonly number[], to: Destination): Edit[] | null {
  if (whyNot(plan, from, to) !== null) return null;
  const { outline, source, blocks } = plan;
  const node = nodeAt(outline, from)!;
  const siblings = childrenAt(outline, to.parent)!;
  const at = siblings.indexOf(node);
  if (at >= 0 && (to.index === at || to.index === at + 1)) return [];

  const own = { start: lineStart(source, node.start), end: endOf(plan, node) };
  const next = blocks[node.blocks[1] + 1];
  const before = blocks[node.blocks[0] - 1];
  const following = next === undefined ? own.end : lineStart(source, next.start);
  const gap = next === undefined ? source.slice(before?.end ?? 0, own.start) : source.slice(own.end, following);
  const removed = next === undefined ? { start: before?.end ?? 0, end: own.end } : { start: own.start, end: following };

  const numbers = renumbering(plan, node, to);
  const inside = numbers.filter((edit) => contains(own, edit));
  const moved = applyEdits(
    source.slice(own.start, own.end),
    inside.map((edit) => shift(edit, -own.start)),
  );
  const target = siblings[to.index];
  const place = target ? lineStart(source, target.start) : endOf(plan, siblings.at(-1) ?? nodeAt(outline, to.parent)!);
  return [
    { ...removed, newText: '' },
    { start: place, end: place, newText: target ? moved + gap : gap + moved },
    ...numbers.filter((edit) => !contains(own, edit)),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Why a node cannot go there: into itself, among nodes of another kind, or to a place that is not there; null where it can. */
export function whyNot(
  { outline }: Pick<PlanFacts, 'outline'>,
  from: readonly number[],
  to: Destination,
): 'itself' | 'kind' | 'nowhere' | null {
  const node = nodeAt(outline, from);
  const siblings = childrenAt(outline, to.parent);
  if (node === undefined || siblings === undefined || to.index > siblings.length) return 'nowhere';
  if (from.every((step, depth) => to.parent[depth] === step)) return 'itself';
  const parent = nodeAt(outline, to.parent);
  const isFit =
    siblings.length > 0
      ? siblings.every(({ kind }) => kind === node.kind)
      : parent === undefined || ranks[parent.kind] < ranks[node.kind];
  return isFit ? null : 'kind';
}

/** What may stand under what that has nothing under it yet: a strategy under a section, a task under a strategy, a measure under a task. */
const ranks: Readonly<Record<Node['kind'], number>> = { section: 0, strategy: 1, task: 2, measure: 3 };

const childrenAt = (outline: readonly Node[], path: readonly number[]): readonly Node[] | undefined =>
  path.length === 0 ? outline : nodeAt(outline, path)?.children;

const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;

const endOf = ({ blocks }: PlanFacts, node: Node): number => blocks[node.blocks[1]]?.end ?? node.end;

/** A place in a series: the node that has it now, the node that will have it. */
interface Seat {
  readonly old: Node | undefined;
  readonly taken: Node;
  readonly number: number;
}

/** The edits on markers and references; none where the series is not sound as it stands. */
function renumbering(plan: PlanFacts, node: Node, to: Destination): Edit[] {
  const seats = seatsAfter(plan, node, to).filter(({ old, taken }) => old !== taken);
  const markers = seats.flatMap(({ old, taken, number }): Edit[] => {
    if (taken.markerSpan === null) return [];
    const newText = old?.markerSpan ? textOf(plan, old.markerSpan) : rewritten(textOf(plan, taken.markerSpan), number);
    return newText === null ? [] : [{ start: taken.markerSpan.start, end: taken.markerSpan.end, newText }];
  });
  return [...markers, ...references(plan, seats, markers)];
}

const textOf = ({ source }: PlanFacts, { start, end }: Span): string => source.slice(start, end);

/** The marker with another number, in its own hand. */
function rewritten(marker: string, number: number): string | null {
  const [written] = ordinalsIn(marker);
  if (written === undefined) return null;
  const text = writeOrdinal(number, written);
  return text === null ? null : marker.slice(0, written.start) + text + marker.slice(written.end);
}

/** The places of the series or of the two that the move touches, one that runs through the plan or one a parent. */
function seatsAfter({ outline }: PlanFacts, node: Node, to: Destination): Seat[] {
  const groups: Node[][] = [];
  const visit = (children: readonly Node[]) => {
    if (children.some(({ kind }) => kind === node.kind)) groups.push(children.filter(({ kind }) => kind === node.kind));
    for (const child of children) visit(child.children);
  };
  visit(outline);
  const siblings = childrenAt(outline, to.parent)!;
  const after = groups.map((group) => {
    const isGoal = siblings.length > 0 && group[0] === siblings[0];
    const left = group.filter((member) => member !== node);
    if (!isGoal) return left;
    const target = siblings[to.index];
    const index = target === undefined ? left.length : left.indexOf(target);
    return [...left.slice(0, index), node, ...left.slice(index)];
  });
  if (!after.flat().includes(node)) return [];
  if (isCounted(groups.flat())) return seated(groups.flat(), after.flat());
  if (!groups.every(isCounted)) return [];
  return groups.flatMap((group, index) => seated(group, after[index]!));
}

/** Whether the members are numbered 1, 2, 3, … as they stand. */
const isCounted = (members: readonly Node[]): boolean => members.every(({ ordinal }, index) => ordinal === index + 1);

const seated = (before: readonly Node[], after: readonly Node[]): Seat[] =>
  after.map((taken, index) => ({ old: before[index], taken, number: index + 1 }));

/** References by label and number go with the node that they meant. */
function references({ blocks, outline }: PlanFacts, seats: readonly Seat[], markers: readonly Edit[]): Edit[] {
  const targets = targetsOf(blocks, outline);
  const mentions = referencesTo(targets, blocks);
  return seats.flatMap(({ taken, number }) => {
    const target = targets.find(({ block }) => block === taken.blocks[0]);
    if (target === undefined || target.number.includes('.')) return [];
    return mentions.flatMap(({ numberSpan, written, ...reference }): Edit[] => {
      if (reference.number !== target.number || !sameLabel(reference, target)) return [];
      if (markers.some((edit) => contains(edit, numberSpan))) return [];
      const hand = readOrdinal(written)[0];
      const newText = hand ? writeOrdinal(number, hand) : null;
      return newText === null ? [] : [{ start: numberSpan.start, end: numberSpan.end, newText }];
    });
  });
}
