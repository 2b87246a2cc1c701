import { applyEdits, modify, parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Settings } from './settings';

/** Accepts one finding as it stands: arguments are the document, the check's code and the text found. */
export const ignoreCommand = 'planlint.ignoreFinding';
/** Turns a check off: arguments are the document and the check's code. */
export const turnOffCommand = 'planlint.turnOffCheck';

/** The commands write to the shared configuration file where there is one, else to the editor's settings. */
export function registerSilenceCommands(settings: Settings): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(ignoreCommand, async (uri: vscode.Uri, code: string, text: string) => {
      const file = await settings.files.nearest(uri);
      if (file) return change(file, (source) => editAt(source, ['ignore', lengthOf(source)], { code, text }, true));
      const section = vscode.workspace.getConfiguration('planlint', uri);
      const list = section.get<unknown[]>('ignore') ?? [];
      await section.update('ignore', [...list, { code, text }], targetFor(uri));
    }),
    vscode.commands.registerCommand(turnOffCommand, async (uri: vscode.Uri, code: string) => {
      const file = await settings.files.nearest(uri);
      if (file) return change(file, (source) => editAt(source, ['checks', code], 'off', false));
      const section = vscode.workspace.getConfiguration('planlint', uri);
      await section.update('checks', { ...section.get<object>('checks'), [code]: 'off' }, targetFor(uri));
    }),
  );
}

/** The settings of the folder that holds the document, so that plans of other folders are left alone. */
function targetFor(uri: vscode.Uri): vscode.ConfigurationTarget {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  return vscode.workspace.workspaceFolders === undefined
    ? vscode.ConfigurationTarget.Global
    : vscode.ConfigurationTarget.Workspace;
}

async function change(file: vscode.Uri, edit: (source: string) => string): Promise<void> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(edit(source)));
}

function editAt(source: string, path: (string | number)[], value: unknown, isArrayInsertion: boolean): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  return applyEdits(source, modify(source, path, value, { formattingOptions, isArrayInsertion }));
}

function lengthOf(source: string): number {
  const { ignore } = (parse(source) ?? {}) as { ignore?: unknown };
  return Array.isArray(ignore) ? ignore.length : 0;
}
