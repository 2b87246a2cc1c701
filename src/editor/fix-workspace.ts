import * as vscode from 'vscode';
import { everyFix } from './fixes';
import { askForPreview, textEditsOf } from './place';
import type { Plans } from './plans';

/** Most documents that are read for one run; where there are more, that is told. */
const room = 1000;

/** Mends every plan of the workspace at once: always by way of the refactor preview, undone in one step. */
export const registerFixWorkspace = (plans: Plans): vscode.Disposable =>
  vscode.commands.registerCommand('planlint.fixWorkspace', async () => {
    const mending = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Planlint: reading the plans of the workspace'),
        cancellable: true,
      },
      (_, token) => mend(plans, token),
    );
    if (mending === undefined) return; // cancelled
    if (mending.documents === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No plan of the workspace has anything to fix.'));
      return;
    }
    await vscode.workspace.applyEdit(mending.edit, { isRefactoring: true });
  });

/** All fixes of all plans as one edit; undefined where it was cancelled. */
async function mend(plans: Plans, token: vscode.CancellationToken) {
  const edit = new vscode.WorkspaceEdit();
  const files = await vscode.workspace.findFiles('**/{*.md,*.markdown,*.txt}', undefined, room + 1, token);
  if (files.length > room)
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The workspace has more than {0} documents; the first {0} are read.', room),
    );
  let documents = 0;
  for (const uri of files.slice(0, room)) {
    if (token.isCancellationRequested) return undefined;
    const document = await opened(uri);
    const plan = document && (await plans.of(document, token));
    const edits = plan ? everyFix(plan) : [];
    if (document === undefined || edits.length === 0) continue;
    documents++;
    edit.set(uri, textEditsOf(document, edits));
  }
  if (files[0] !== undefined && documents > 0) askForPreview(edit, files[0]);
  return { edit, documents };
}

/** The document, or undefined where it cannot be read as text. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // too large, or no text after all
  }
}
