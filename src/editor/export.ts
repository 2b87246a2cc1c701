import * as vscode from 'vscode';
import type { Plan } from '../plan';
import { csvHead, csvLines } from '../report/csv';
import { analysisOf } from '../report/json';
import { outlineAsMarkdown } from '../report/outline-list';
import type { Plans } from './plans';
import { shownLanguage } from './shown-language';

/** Gives the plan's figures or all that is known of it to other programs, as a new document to save. */
export const registerExport = (plans: Plans): vscode.Disposable =>
  vscode.commands.registerTextEditorCommand('planlint.export', async (editor) => {
    const plan = await plans.of(editor.document);
    if (plan === undefined) return;
    const picked = await vscode.window.showQuickPick(forms(), { title: vscode.l10n.t('Export the plan as') });
    if (picked === undefined) return;
    const document = await vscode.workspace.openTextDocument({
      language: picked.language,
      content: picked.write(plan),
    });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  });

interface Form extends vscode.QuickPickItem {
  readonly language: string;
  write(plan: Plan): string;
}

const forms = (): Form[] => [
  {
    label: vscode.l10n.t('Figures as CSV'),
    language: 'plaintext',
    write: (plan) => csvHead() + csvLines(plan, plan.figures),
  },
  {
    label: vscode.l10n.t('Everything as JSON'),
    language: 'json',
    write: (plan) => `${JSON.stringify(analysisOf(plan), null, 2)}\n`,
  },
  {
    label: vscode.l10n.t('Outline as Markdown'),
    language: 'markdown',
    write: (plan) => outlineAsMarkdown(plan.outline, shownLanguage(plan)),
  },
];
