import * as vscode from 'vscode';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import { contains, type Span } from '../text/span';
import { candidates } from './candidate';
import { sameValue } from './hover';
import { rangeOf } from './place';
import type { Plans } from './plans';
import { occurrences } from './rename';

/** Definition and references: of `Task 7` and `Table 3` the part that bears the name, of a figure its mentions. */
export const registerReferences = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(candidates, {
      async provideDefinition(document, position) {
        const plan = await plans.of(document);
        const offset = document.offsetAt(position);
        if (plan === undefined) return undefined;
        const label = labelAt(plan, offset);
        const target = label ? partNamed(plan, label.text) : mentionsAt(plan, offset)[0];
        return target && new vscode.Location(document.uri, rangeOf(document, target));
      },
    }),
    vscode.languages.registerReferenceProvider(candidates, {
      async provideReferences(document, position) {
        const plan = await plans.of(document);
        if (plan === undefined) return [];
        const offset = document.offsetAt(position);
        const label = labelAt(plan, offset);
        const spans = label ? occurrences(plan, label.text) : mentionsAt(plan, offset);
        return spans.map((span) => new vscode.Location(document.uri, rangeOf(document, span)));
      },
    }),
  );

/** A name with a number, `Task 7`, `Table 3`, `과제 3-2`, as long as no line end stands in it. */
const label = /(?:[A-Z][a-z]{2,20}[ \u00a0]|[가-힣]{1,6} ?)\d{1,3}(?:[.-]\d{1,2})?/g;

function labelAt(plan: Plan, offset: number): { text: string; span: Span } | undefined {
  const from = plan.source.lastIndexOf('\n', offset - 1) + 1;
  const to = plan.source.indexOf('\n', offset);
  const line = plan.source.slice(from, to < 0 ? undefined : to);
  for (const match of line.matchAll(label)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (contains(span, { start: offset, end: offset }) && partNamed(plan, match[0])) return { text: match[0], span };
  }
  return undefined;
}

/** The node or caption that bears the name. */
function partNamed(plan: Plan, name: string): Span | undefined {
  const key = plain(name);
  let found: Node | undefined;
  walk(plan.outline, (node) => {
    if (found === undefined && node.marker !== null && plain(node.marker) === key) found = node;
  });
  if (found) return found.heading;
  return plan.blocks.find(
    ({ kind, reading }) =>
      (kind === 'paragraph' || kind === 'heading') && new RegExp(`^[\\[<(]?${key}(?![\\d-])`).test(plain(reading.text)),
  );
}

/** Without spaces, case and closing punctuation, and safe in a pattern: a name holds letters, digits and hyphens only. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s.:]+/g, '');

function mentionsAt(plan: Plan, offset: number): Span[] {
  const here = { start: offset, end: offset };
  const figure = plan.figures.find((candidate) => candidate.kind !== 'change' && contains(candidate, here));
  return figure === undefined ? [] : plan.figures.filter((other) => other === figure || sameValue(figure, other));
}
