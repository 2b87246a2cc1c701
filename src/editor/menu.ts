import * as vscode from 'vscode';
import type { Focus } from './focus';

/** The command behind the status bar: what can be done with the plan at hand, for those who know no command by name. */
export const menuCommand = 'planlint.showMenu';

export const registerMenu = (focus: Focus): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(menuCommand, () => choose(focus)),
    vscode.commands.registerCommand('planlint.openSettings', () =>
      vscode.commands.executeCommand('workbench.action.openSettings', '@ext:planlint.planlint'),
    ),
  );

async function choose({ current }: Focus): Promise<void> {
  if (current === undefined) return;
  const picked = await vscode.window.showQuickPick(actions(current.plan.findings.length > 0), {
    title: current.plan.title ?? vscode.l10n.t('Plan'),
    placeHolder: vscode.l10n.t('What to do with this plan'),
  });
  if (picked?.command === undefined) return;
  await vscode.window.showTextDocument(current.document);
  await vscode.commands.executeCommand(picked.command);
}

type Action = vscode.QuickPickItem & { readonly command?: string };

const actions = (hasFindings: boolean): Action[] => [
  { label: `$(tasklist) ${vscode.l10n.t('Go to a task…')}`, command: 'planlint.goToTask' },
  ...(hasFindings
    ? [
        { label: `$(arrow-down) ${vscode.l10n.t('Go to the next finding')}`, command: 'planlint.nextFinding' },
        { label: `$(wand) ${vscode.l10n.t('Fix all findings…')}`, command: 'planlint.fixAll' },
      ]
    : []),
  { label: `$(fold) ${vscode.l10n.t('Fold all tasks')}`, command: 'planlint.foldTasks' },
  { label: `$(word-wrap) ${vscode.l10n.t('Wrap long lines, or no longer')}`, command: 'editor.action.toggleWordWrap' },
  { label: `$(export) ${vscode.l10n.t('Export…')}`, command: 'planlint.export' },
  { label: vscode.l10n.t('Change the text'), kind: vscode.QuickPickItemKind.Separator },
  {
    label: `$(symbol-numeric) ${vscode.l10n.t('Write all amounts in one notation…')}`,
    command: 'planlint.convertNotation',
  },
  { label: `$(fold-down) ${vscode.l10n.t('Join the lines of pasted paragraphs')}`, command: 'planlint.rewrap' },
  { label: `$(table) ${vscode.l10n.t('Insert or refresh the table of tasks')}`, command: 'planlint.taskTable' },
  {
    label: `$(list-ordered) ${vscode.l10n.t('Number strategies, tasks and lists anew')}`,
    command: 'planlint.renumber',
  },
  { label: 'Planlint', kind: vscode.QuickPickItemKind.Separator },
  { label: `$(gear) ${vscode.l10n.t('Settings')}`, command: 'planlint.openSettings' },
  { label: `$(circle-slash) ${vscode.l10n.t('This is not a plan')}`, command: 'planlint.treatAsOther' },
];
