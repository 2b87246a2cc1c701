import * as vscode from 'vscode';
import { isCandidate } from './candidate';
import type { Settings } from './settings';

/** “Treat as plan” and “Not a plan”: the reader knows better than any guess. */
export function registerChoice(settings: Settings): vscode.Disposable {
  const choosing = (command: string, plan: boolean) =>
    vscode.commands.registerCommand(command, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document && isCandidate(document)) return settings.choose(document, plan);
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text document first.'));
    });
  return vscode.Disposable.from(choosing('planlint.treatAsPlan', true), choosing('planlint.treatAsOther', false));
}
