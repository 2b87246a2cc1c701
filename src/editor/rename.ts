import * as vscode from 'vscode';
import type { Plan } from '../plan';
import { candidates } from './candidate';
import { nameAt, occurrences, titleAt, type Named } from './naming';
import { rangeOf, workspaceEdit } from './place';
import type { Plans } from './plans';

/** Renames a heading or a programme in every place that names it word for word. */
export const registerRename = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerRenameProvider(candidates, {
    async prepareRename(document, position, token) {
      const plan = await plans.of(document, token);
      const named = plan && renamable(plan, document.offsetAt(position));
      if (named === undefined)
        throw new Error(vscode.l10n.t('Put the cursor on a heading or on the name of a programme to rename it.'));
      return { range: rangeOf(document, named.span), placeholder: named.words };
    },
    async provideRenameEdits(document, position, newName, token) {
      const plan = await plans.of(document, token);
      const named = plan && renamable(plan, document.offsetAt(position));
      if (plan === undefined || named === undefined) return undefined;
      return workspaceEdit(
        document,
        occurrences(plan, named.words).map((span) => ({ ...span, newText: newName })),
      );
    },
  });

function renamable(plan: Plan, offset: number): Named | undefined {
  const hasLinks = plan.format === 'markdown' && /\]\(#/.test(plan.source); // to headings: Markdown's own rename
  return (hasLinks ? undefined : titleAt(plan, offset)) ?? nameAt(plan, offset);
}
