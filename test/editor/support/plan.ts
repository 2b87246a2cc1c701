import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { PlanlintApi } from '../../../src/editor/extension';

/** A plan with two strategies, three tasks and some mistakes, as every spec of a feature reads it. */
export const sample = `# Harbour plan for 2026

The plan has two strategies and three tasks. It was adopted on Tuesday, 14 January 2026.

## Strategy 1. Quays

### Task 1. Repair the quays

The repair costs KRW 270.2 billion in 2026, up from KRW 216.4 billion in 2025 (+24.9%). It ends by March 2026.

### Task 2. Dredge the channel

Dredging costs KRW 9 billion. Task 1 comes first. See Repair the quays.

## Strategy 2. People

### Task 3. Train pilots

Training of 52 pilots costs KRW 9 billion.
`;

let files = 0;
const folder = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'specs');

/** Opens a text in a file of its own and shows it. No untitled document: their names, used again, mix up their texts. */
export async function show(content: string, language: 'markdown' | 'plaintext' | 'json' = 'markdown') {
  const extension = { markdown: 'md', plaintext: 'txt', json: 'json' }[language];
  const uri = vscode.Uri.joinPath(folder(), `plan-${++files}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Closes every editor without asking, also those with changes. */
export async function closeAll(): Promise<void> {
  for (let i = 0; i < 20 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); i++) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** What the extension knows of a document. */
export async function planOf(document: vscode.TextDocument) {
  const extension = vscode.extensions.getExtension<PlanlintApi>('planlint.planlint');
  assert.ok(extension);
  return (await extension.activate()).planOf(document.uri);
}

/** The place of some words in the document: of their first letter, or `into` letters further. */
export function at(document: vscode.TextDocument, words: string, into = 0): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, `“${words}” is not in the text`);
  return document.positionAt(offset + into);
}

/**
 * Asks until the answer is as wished: an editor answers when it is ready. For less time than a test may take, so that
 * what never came is told; on a busy machine that is long.
 */
export async function until<T>(ask: () => T | Promise<T>, wished: (answer: T) => boolean, what = ''): Promise<T> {
  const end = Date.now() + 45_000;
  for (;;) {
    const answer = await ask();
    if (wished(answer)) return answer;
    if (Date.now() > end) assert.fail(`${what} never came; last: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Runs what moves the cursor and waits until the editor tells where it is. A command about a text is not waited for, and
 * a place that was set before may be told of after a newer one: only when the editor has spoken is nothing on its way.
 */
export async function moved(
  { document }: vscode.TextEditor,
  run: () => unknown,
  isThere: (selection: vscode.Selection) => boolean,
): Promise<vscode.Selection> {
  let there: vscode.Selection | undefined;
  const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
    if (textEditor.document === document && selection && isThere(selection)) there = selection;
  });
  try {
    await run();
    return (await until(
      () => there,
      (selection) => selection !== undefined,
      'the cursor',
    ))!;
  } finally {
    listening.dispose();
  }
}

/** Puts the cursor somewhere. */
export async function putCursor(editor: vscode.TextEditor, place: vscode.Position): Promise<void> {
  const wanted = new vscode.Selection(place, place);
  if (editor.selection.isEqual(wanted)) return;
  await moved(
    editor,
    () => (editor.selection = wanted),
    (selection) => selection.isEqual(wanted),
  );
}

/** The problems that Planlint shows for the document. */
export const problems = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Planlint');

export const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
