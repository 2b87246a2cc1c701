import type { Figure } from '../figures/figure';
import type { Node } from '../outline/outline';
import type { PlanReport } from '../plan';

/**
 * The Analysis of CONTRACT as plain data: what other programs rely on, and the shape of `schemas/analysis.schema.json`.
 * What only checks and fixes need (blocks, numerals, notations) stays inside.
 */
export const analysisOf = (plan: PlanReport) => ({
  version: plan.version,
  path: plan.path,
  language: plan.language,
  format: plan.format,
  year: plan.year,
  isPlan: plan.isPlan,
  title: plan.title,
  outline: plan.outline.map(nodeData),
  figures: plan.figures.map(figureData),
  declared: plan.declared.map(({ what, noun, value, start, end }) => ({ what, noun, value, start, end })),
  findings: plan.findings,
  coverage: plan.coverage,
  ...(plan.failures.length === 0 ? {} : { failures: plan.failures }),
});

export type Analysis = ReturnType<typeof analysisOf>;

interface NodeData extends Pick<Node, 'kind' | 'ordinal' | 'marker' | 'title' | 'lead' | 'start' | 'end'> {
  readonly heading: { readonly start: number; readonly end: number };
  readonly children: readonly NodeData[];
  readonly totals: Node['totals'];
  readonly otherTotals?: NonNullable<Node['otherTotals']>;
}

const nodeData = (node: Node): NodeData => ({
  kind: node.kind,
  ordinal: node.ordinal,
  marker: node.marker,
  title: node.title,
  lead: node.lead,
  start: node.start,
  end: node.end,
  heading: { start: node.heading.start, end: node.heading.end },
  children: node.children.map(nodeData),
  totals: node.totals,
  ...(node.otherTotals === undefined ? {} : { otherTotals: node.otherTotals }),
});

function figureData(figure: Figure) {
  const { kind, text, start, end, node } = figure;
  const common = { kind, text, start, end, node };
  switch (figure.kind) {
    case 'amount': {
      const { currency, qualifier, period, per, subject, role, known } = figure;
      return { ...common, currency, ...sizeOf(figure), qualifier, period, per, subject, role, known };
    }
    case 'date': {
      const { from, to, granularity, relation, inferred, known } = figure;
      const approximate = figure.approximate === true ? { approximate: true } : {};
      return { ...common, from, to, granularity, relation, inferred, ...approximate, known };
    }
    case 'percent': {
      const { unit, qualifier, direction } = figure;
      return { ...common, ...sizeOf(figure), unit, qualifier, direction };
    }
    case 'count': {
      const { value, noun, qualifier } = figure;
      return { ...common, value, noun, qualifier };
    }
    case 'change': {
      const { from, to, ratio, joint, direction } = figure;
      return { ...common, from, to, ratio, joint, direction };
    }
  }
}

/** `value` of a single figure, `min` and `max` of a range. */
const sizeOf = ({ value, min, max }: { value?: number; min?: number; max?: number }) => ({
  ...(value === undefined ? {} : { value }),
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
