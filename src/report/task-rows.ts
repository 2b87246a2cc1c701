import type { DateFigure } from '../figures/figure';
import { headlineOf } from '../outline/headline';
import type { Node, Total } from '../outline/outline';
import type { PlanReport } from '../plan';
import type { Span } from '../text/span';

/** What a plan says of a strategy, task or measure, as a line of a table. */
export interface TaskRow {
  readonly node: Node;
  /** How deep it stands below the nodes that were given: 0 for those. */
  readonly depth: number;
  readonly headline: string;
  readonly totals: readonly Total[];
  /** What it says is done when, each wording once, in order; a bare year only where something is due by it. */
  readonly dates: readonly DateFigure[];
  readonly findings: number;
}

/** The nodes and those under them in order. Figures within `without` are left out: a table that is to be written anew. */
export function taskRows(plan: PlanReport, nodes: readonly Node[], without: Span | null = null, depth = 0): TaskRow[] {
  return nodes.flatMap((node) => {
    const inside = ({ start }: Span) =>
      start >= node.start && start < node.end && !(without !== null && start >= without.start && start < without.end);
    const dates = plan.figures.filter(
      (figure): figure is DateFigure =>
        figure.kind === 'date' && figure.cell === null && isTimed(figure) && inside(figure),
    );
    const row: TaskRow = {
      node,
      depth,
      headline: headlineOf(node),
      totals: node.totals,
      dates: dates.filter(({ text }, index) => dates.findIndex((other) => other.text === text) === index),
      findings: plan.findings.filter(inside).length,
    };
    return [row, ...taskRows(plan, node.children, without, depth + 1)];
  });
}

/** Whether a date tells when: `24 km in 2025` compares, `by 2028` promises. */
const isTimed = ({ granularity, relation }: DateFigure): boolean =>
  granularity !== 'year' || relation === 'by' || relation === 'until';
