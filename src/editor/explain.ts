import * as vscode from 'vscode';
import { checks } from '../checks/index';
import { say } from '../language/say';

/** The command behind a finding's code: shows the page of the check. */
export const explainCommand = 'planlint.explainCheck';

/** Opens a check's page from the packaged documentation, so that it works offline; asks which where none is given. */
export function registerExplain(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(explainCommand, async (given?: string) => {
    const code = given ?? (await choose());
    if (code === undefined) return;
    const page = vscode.Uri.joinPath(extension, 'docs', 'checks', `${code}.md`);
    try {
      await vscode.workspace.fs.stat(page);
    } catch {
      const check = checks.find((candidate) => candidate.code === code);
      void vscode.window.showInformationMessage(check ? say(vscode.l10n.bundle, check.says) : code);
      return;
    }
    await vscode.commands.executeCommand('markdown.showPreview', page);
  });
}

async function choose(): Promise<string | undefined> {
  const items = checks.map(({ code, says }) => ({ label: code, detail: say(vscode.l10n.bundle, says) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain a check'),
    matchOnDetail: true,
  });
  return picked?.label;
}
