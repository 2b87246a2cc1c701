/**
 * The public library: what is exported here is what is promised, and a test holds the list.
 *
 *     import { analyzePlan, openPlan } from 'planlint';
 *     const { outline, figures, findings } = analyzePlan(text, { path: 'plan.md', region: 'KR' });
 *
 * It runs in Node, in browsers and in web workers: no `node:`, no DOM, no clock, no files. Equal texts and options give
 * equal plans. All results are plain data that may be cloned, posted to a worker and written as JSON; positions are
 * offsets in UTF-16 code units of the text as given, a leading byte-order mark removed. The fields that other programs
 * may rely on are those of `schemas/analysis.schema.json`; what a Plan holds besides serves checks and fixes and may
 * change.
 */
import { analyse, analyseInSteps } from './analyse';
import { applyEdits, type Edit } from './edits/edit';
import type { AnalyseOptions, Plan } from './plan';
import { finish } from './text/steps';

export type { AnalyseOptions, Plan } from './plan';
export type { Finding, Fix, Severity } from './checks/check';
export type { Figure } from './figures/figure';
export type { Node, Declared } from './outline/outline';
export type { Edit } from './edits/edit';
export type { Span } from './text/span';

/**
 * Reads a document. Never throws, whatever the string; a check of ours that fails is told in `plan.failures`.
 * `options.path` names the document and, by its extension, its format; without one it is plain text.
 */
export const analyzePlan = (text: string, options?: AnalyseOptions): Plan => analyse(text, options);

/** A document that is being edited. */
export interface PlanSession {
  readonly plan: Plan;
  /**
   * The plan after the edits, which apply to the text as it stands.
   * @throws RangeError when edits overlap or lie outside the text.
   */
  edit(edits: readonly Edit[]): Plan;
  /**
   * The same, for a thread that may not be held: the session stands at the new plan when the generator returns it, and
   * where it stood when it is dropped before. Edits are made one after another.
   */
  editInSteps(edits: readonly Edit[]): Generator<undefined, Plan>;
}

/**
 * Opens a document for editing. Each edit gives exactly the plan that a cold analysis of the new text gives. Passages of
 * Markdown that stand as they did keep their blocks, blocks that read as they did their figures, and what checks find in a
 * passage by itself; the outline and the checks that compare passages are worked out anew, so their work still grows with
 * the document.
 */
export const openPlan = (text: string, options?: AnalyseOptions): PlanSession => finish(openPlanInSteps(text, options));

/**
 * The same, for a thread that may not be held while a large document is read: the generator yields wherever it may be put
 * down, and returns the session. It holds nothing but memory, so it may be dropped at any time.
 */
export function* openPlanInSteps(text: string, options?: AnalyseOptions): Generator<undefined, PlanSession> {
  let plan = yield* analyseInSteps(text, options);
  function* editInSteps(edits: readonly Edit[]): Generator<undefined, Plan> {
    plan = yield* analyseInSteps(applyEdits(plan.source, edits), options, plan);
    return plan;
  }
  return {
    get plan() {
      return plan;
    },
    edit: (edits) => finish(editInSteps(edits)),
    editInSteps,
  };
}
