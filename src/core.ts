/** The public library. What is exported here is what is promised; see CONTRACT in the documentation. */
import { analyse } from './analyse';
import { applyEdits, type Edit } from './edits/edit';
import type { AnalyseOptions, Plan } from './plan';

export type { AnalyseOptions, Plan } from './plan';
export type { Finding, Fix, Severity } from './checks/check';
export type { Figure } from './figures/figure';
export type { Node, Declared } from './outline/outline';
export type { Edit } from './edits/edit';
export type { Span } from './text/span';

/** Reads a document. Never throws, whatever the string. */
export const analyzePlan = (text: string, options?: AnalyseOptions): Plan => analyse(text, options);

/** A document that is being edited. */
export interface PlanSession {
  readonly plan: Plan;
  /**
   * The plan after the edits, which apply to the text as it stands.
   * @throws RangeError when edits overlap or lie outside the text.
   */
  edit(edits: readonly Edit[]): Plan;
}

/** Opens a document for editing: each edit's work grows with the change, not with the document. */
export function openPlan(text: string, options?: AnalyseOptions): PlanSession {
  let plan = analyse(text, options);
  return {
    get plan() {
      return plan;
    },
    edit(edits) {
      plan = analyse(applyEdits(plan.source, edits), options);
      return plan;
    },
  };
}
