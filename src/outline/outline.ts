import type { Period } from '../figures/figure';
import { packed } from '../text/packed';
import { lastStartingBy, type Span } from '../text/span';
import { onceInSteps, type OnceInSteps } from '../text/once';
import { mayRest, rests, type Steps } from '../text/steps';

/** A strategy, task, measure or section of the plan. */
export interface Node extends Span {
  readonly kind: NodeKind;
  /** The number it bears: a task's in the plan's own series, a closing `Lastly` the one its place gives. */
  readonly ordinal: number | null;
  /** The marker as written: `First`, `Task 3`, `Ⅱ.`. */
  readonly marker: string | null;
  readonly markerSpan: Span | null;
  /** Marker style (`word`, `label`, `decimal`, `roman`, `hangul`, `circled`, …); nodes of one series share it. */
  readonly style: string | null;
  /** All numbers of a marker that has several: `[2, 1]` of `Goal 2.1`; `ordinal` is the last of them. */
  readonly path?: readonly number[];
  readonly title: string;
  /** The first sentence of its text, repaired. */
  readonly lead: string;
  readonly heading: Span;
  readonly children: readonly Node[];
  readonly totals: readonly Total[];
  /** Money that is not the plan's budget, by role, currency and period; absent where it has none. */
  readonly otherTotals?: readonly RoleTotal[];
  /** Indices in `plan.blocks`: `[first, last]` inclusive. */
  readonly blocks: readonly [number, number];
  /** Where two languages stand side by side, the other half's heading. */
  readonly twin: Span | null;
  /** The other half's marker, where it has one. */
  readonly twinMarker?: TwinMarker;
  /** Doubtful structure: numbering checks keep still. */
  readonly doubtful: boolean;
}

/** The marker of a node's other half; its number is as written and may differ from the node's. */
export interface TwinMarker {
  readonly marker: string;
  readonly markerSpan: Span;
  readonly ordinal: number | null;
  readonly style: string;
}

export type NodeKind = 'strategy' | 'task' | 'measure' | 'section';

/** Money stated within a node, added up where the amounts are of one currency, period and role. */
export interface Total {
  readonly currency: string | null;
  readonly value: number;
  readonly period: Period | null;
}

/** Loans, savings, targets, results and the year before: what may be added up but is no budget. A price or a ceiling may not. */
export type OtherRole = 'loan' | 'saving' | 'target' | 'result' | 'previous';

export interface RoleTotal extends Total {
  readonly role: OtherRole;
}

/** A number of strategies, tasks or other things that the plan declares. */
export interface Declared extends Span {
  readonly what: 'strategies' | 'tasks' | 'other';
  readonly noun: string;
  readonly value: number;
}

/** Calls `visit` with every node, parents first, and its index path. */
export function walk(
  nodes: readonly Node[],
  visit: (node: Node, path: readonly number[]) => void,
  path: readonly number[] = [],
): void {
  nodes.forEach((node, index) => {
    const here = [...path, index];
    visit(node, here);
    walk(node.children, visit, here);
  });
}

/** The same, for a thread that may not be held. */
export function* walkInSteps(
  nodes: readonly Node[],
  visit: (node: Node, path: readonly number[]) => void,
  path: readonly number[] = [],
  rest = rests(),
): Steps<void> {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    const here = [...path, index];
    visit(node, here);
    if (rest()) yield;
    if (node.children.length > 0) yield* walkInSteps(node.children, visit, here, rest);
  }
}

/** All nodes of an outline in one list, parents first: listed once, for all who go through them. */
export const nodesOfAll: OnceInSteps<readonly Node[], readonly Node[]> = onceInSteps(function* (outline) {
  const found: Node[] = [];
  const rest = rests();
  function* list(nodes: readonly Node[]): Steps<void> {
    for (const node of nodes) {
      found.push(node);
      if (rest()) yield;
      if (node.children.length > 0) yield* list(node.children);
    }
  }
  yield* list(outline);
  return packed(found);
});

/** Calls `visit` with every node, parents first. */
export function* eachNode(outline: readonly Node[], visit: (node: Node) => void): Steps<void> {
  const all = yield* nodesOfAll.inSteps(outline);
  for (let at = 0; at < all.length; at++) {
    visit(all[at]!);
    if (mayRest(at)) yield;
  }
}

/** The node at an index path, or undefined. */
export function nodeAt(nodes: readonly Node[], path: readonly number[]): Node | undefined {
  let list = nodes;
  let found: Node | undefined;
  for (const index of path) {
    found = list[index];
    if (found === undefined) return undefined;
    list = found.children;
  }
  return found;
}

/** Index path of the innermost node that holds the offset, or null. */
export function pathAt(nodes: readonly Node[], offset: number): readonly number[] | null {
  const path: number[] = [];
  for (let list = nodes; ;) {
    const index = lastStartingBy(list, offset);
    const node = list[index];
    if (node === undefined || offset >= node.end) return path.length === 0 ? null : packed(path);
    path.push(index);
    list = node.children;
  }
}

/** The same for many offsets; those of one node share one array. */
export function pathFinder(nodes: readonly Node[]): (offset: number) => readonly number[] | null {
  let last: readonly number[] | null = null;
  return (offset) => {
    const path = pathAt(nodes, offset);
    const isSame = path?.length === last?.length && (path?.every((index, depth) => index === last![depth]) ?? true);
    if (!isSame) last = path;
    return last;
  };
}
