import * as vscode from 'vscode';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import { isRead, type Block } from '../text/block';
import { sourceSpan, type Reading } from '../text/reading';
import { contains, overlaps, type Span } from '../text/span';
import { candidates } from './candidate';
import { rangeOf, workspaceEdit } from './place';
import type { Plans } from './plans';

/** Renames a heading together with every place that quotes it word for word, across line breaks and markup. */
export const registerRename = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerRenameProvider(candidates, {
    async prepareRename(document, position) {
      const plan = await plans.of(document);
      const named = plan && titleAt(plan, document.offsetAt(position));
      if (named === undefined)
        throw new Error(vscode.l10n.t('Only headings and the places that quote them can be renamed.'));
      return { range: rangeOf(document, named.span), placeholder: named.title };
    },
    async provideRenameEdits(document, position, newName) {
      const plan = await plans.of(document);
      const named = plan && titleAt(plan, document.offsetAt(position));
      if (plan === undefined || named === undefined) return undefined;
      const edits = occurrences(plan, named.title).map((span) => ({ ...span, newText: newName }));
      return workspaceEdit(document, edits);
    },
  });

/** The heading's title that stands at the offset, there or where it is quoted; the longest where several do. */
function titleAt(plan: Plan, offset: number): { title: string; span: Span } | undefined {
  if (plan.format === 'markdown' && /\]\(#/.test(plan.source)) return undefined; // links to headings: Markdown's own rename
  const titles = new Set<string>();
  walk(plan.outline, (node) => {
    if (isNamed(plan, node)) titles.add(node.title);
  });
  const here = { start: offset, end: offset };
  for (const title of [...titles].sort((a, b) => b.length - a.length)) {
    const span = occurrences(plan, title).find((candidate) => contains(candidate, here));
    if (span) return { title, span };
  }
  return undefined;
}

/** Whether the node's title stands in a heading of its own, and is no cut of a sentence. */
const isNamed = (plan: Plan, node: Node): boolean => {
  const block = plan.blocks[node.blocks[0]];
  return node.title.length > 1 && block?.kind === 'heading' && block.reading.text.includes(node.title);
};

/** Every place where the words stand, whole, in order. */
function occurrences(plan: Plan, words: string): Span[] {
  const found: Span[] = [];
  for (const reading of plan.blocks.filter(isRead).flatMap(readingsOf)) {
    for (let at = reading.text.indexOf(words); at >= 0; at = reading.text.indexOf(words, at + words.length)) {
      if (!isWhole(reading.text, at, at + words.length)) continue;
      const span = sourceSpan(reading, at, at + words.length);
      if (!found.some((other) => overlaps(other, span))) found.push(span);
    }
  }
  return found;
}

const readingsOf = ({ table, reading }: Block): Reading[] =>
  table === null ? [reading] : table.rows.flatMap(({ cells }) => cells.map((cell) => cell.reading));

/** Not part of a longer word of Latin letters or digits; Korean particles may follow. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !(/[A-Za-z0-9]/.test(text.charAt(start)) && /[A-Za-z0-9]/.test(text.charAt(start - 1))) &&
  !(/[A-Za-z0-9]/.test(text.charAt(end - 1)) && /[A-Za-z0-9]/.test(text.charAt(end)));
