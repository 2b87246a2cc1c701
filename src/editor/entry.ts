import type { Finding } from '../checks/check';
import type { Figure } from '../figures/figure';
import type { Node } from '../outline/outline';
import type { Attention } from './focus';

/**
 * One row: a node of the outline, where it stands in the tree, and what was found in it. The row at a place is the same
 * object as long as there is one, whatever becomes of its plan: by it the editor knows which rows it has.
 */
export interface Entry {
  /** Its document and its place in the outline. */
  readonly id: string;
  readonly node: Node;
  readonly path: readonly number[];
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
  readonly attention: Attention;
  readonly findings: readonly Finding[];
}

/** The rows of a plan by their ids. */
export type Entries = ReadonlyMap<string, Entry>;

/** The rows of the plan, in order; those that were there before are brought up to date. */
export function entriesOf(attention: Attention, before: Entries): { all: Entries; uppermost: readonly Entry[] } {
  const all = new Map<string, Entry>();
  const rowsOf = (nodes: readonly Node[], parent: Entry | undefined): Entry[] =>
    nodes.map((node, index) => {
      const path = [...(parent?.path ?? []), index];
      const id = `${attention.document.uri.toString()}#${path.join('.')}`;
      const findings = attention.plan.findings.filter(({ start }) => start >= node.start && start < node.end);
      const entry = Object.assign(before.get(id) ?? {}, { id, node, path, parent, attention, findings, children: [] });
      all.set(id, entry);
      return Object.assign(entry, { children: rowsOf(node.children, entry) });
    });
  return { uppermost: rowsOf(attention.plan.outline, undefined), all };
}

/** The row at an index path, or undefined. */
export function entryAt(entries: readonly Entry[], path: readonly number[]): Entry | undefined {
  const [first, ...rest] = path;
  const entry = first === undefined ? undefined : entries[first];
  return entry && (rest.length === 0 ? entry : entryAt(entry.children, rest));
}

/** The figures that stand in the row's part of the plan, in order. */
export const figuresIn = ({ node, attention }: Entry): Figure[] =>
  attention.plan.figures.filter(({ start }) => start >= node.start && start < node.end);
