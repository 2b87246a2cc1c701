import * as vscode from 'vscode';

/** Opens a plan to try things on in the interface's language, as an untitled copy, so that nothing can be spoilt. */
export function registerSample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('planlint.openSample', async () => {
    const name = vscode.env.language.startsWith('ko') ? 'first-try.ko.md' : 'first-try.md';
    const sample = vscode.Uri.joinPath(extension, 'seeds', name);
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample));
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('planlint.plan.focus');
    await vscode.window.showTextDocument(document);
  });
}
