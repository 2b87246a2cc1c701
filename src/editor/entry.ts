import type { Finding } from '../checks/check';
import type { Figure } from '../figures/figure';
import type { Node } from '../outline/outline';
import type { Attention } from './focus';

/** One row: a node of the outline, where it stands in the tree, and what was found in it. */
export interface Entry {
  readonly node: Node;
  readonly path: readonly number[];
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
  readonly attention: Attention;
  readonly findings: readonly Finding[];
}

/** The rows for the nodes, and those under them. */
export function entriesOf(attention: Attention, nodes: readonly Node[], parent: Entry | undefined): Entry[] {
  return nodes.map((node, index) => {
    const entry: Entry & { children: readonly Entry[] } = {
      node,
      path: [...(parent?.path ?? []), index],
      parent,
      attention,
      children: [],
      findings: attention.plan.findings.filter(({ start }) => start >= node.start && start < node.end),
    };
    entry.children = entriesOf(attention, node.children, entry);
    return entry;
  });
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
