import * as vscode from 'vscode';
import { pathAt, nodeAt } from '../outline/outline';
import type { Plan } from '../plan';
import { contains, type Span } from '../text/span';
import { candidates } from './candidate';
import { rangeOf } from './place';
import type { Plans } from './plans';

/** Expand Selection grows from figure to paragraph, task, strategy. */
export const registerSelectionRanges = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerSelectionRangeProvider(candidates, {
    async provideSelectionRanges(document, positions, token) {
      const plan = await plans.of(document, token);
      if (plan === undefined) return [];
      return positions.map((position) => {
        const spans = around(plan, document.offsetAt(position));
        const whole = { start: 0, end: plan.source.length };
        return spans.reduceRight<vscode.SelectionRange>(
          (parent, span) => new vscode.SelectionRange(rangeOf(document, span), parent),
          new vscode.SelectionRange(rangeOf(document, whole)),
        );
      });
    },
  });

/** The stretches of the plan that hold the offset, innermost first, each within the next. */
function around(plan: Plan, offset: number): Span[] {
  const here = { start: offset, end: offset };
  const path = pathAt(plan.outline, offset) ?? [];
  const nodes = path.map((_, depth) => nodeAt(plan.outline, path.slice(0, path.length - depth))!);
  const all = [...plan.figures, ...plan.blocks, ...nodes].filter((span) => contains(span, here));
  const sorted = all.sort((a, b) => a.end - a.start - (b.end - b.start));
  return sorted.filter((span, index) => {
    const inner = sorted[index - 1];
    return inner === undefined || (contains(span, inner) && span.end - span.start > inner.end - inner.start);
  });
}
