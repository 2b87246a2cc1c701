import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, codeOf, planOf, problems, sample, until } from './support/plan';

/** Only where the window has several folders, as that of the web suite. */
const areSeveral = () => (vscode.workspace.workspaceFolders ?? []).length > 1;

describe('several folders', () => {
  const written: vscode.Uri[] = [];
  const write = async (folder: vscode.WorkspaceFolder, path: string, text: string) => {
    const uri = vscode.Uri.joinPath(folder.uri, path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    written.push(uri);
    return uri;
  };
  const open = async (folder: vscode.WorkspaceFolder, name: string) => {
    const document = await vscode.workspace.openTextDocument(await write(folder, name, sample));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  };
  const codes = async (document: vscode.TextDocument) => (await planOf(document))!.findings.map(({ code }) => code);
  const isThere = (code: string) => (list: string[]) => list.includes(code);
  const isGone = (code: string) => (list: string[]) => !list.includes(code);
  const folder = (index: number) => vscode.workspace.workspaceFolders![index]!;

  afterEach(async () => {
    await closeAll();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('each plan is read by the settings and the configuration file of its own folder', async () => {
    if (!areSeveral()) return;
    const [one, other] = [folder(0), folder(1)];
    await write(one, '.planlintrc.json', '{ "checks": { "weekday-mismatch": "off" } }');
    await write(
      other,
      '.vscode/settings.json',
      '{ "planlint.checks": { "amount-conflict": "off" }, "planlint.year": 2031 }',
    );
    const [first, second] = [await open(one, 'first.md'), await open(other, 'second.md')];
    await until(() => codes(first), isGone('weekday-mismatch'), 'the file of the first folder');
    await until(() => codes(second), isThere('weekday-mismatch'), 'nothing of it in the second');
    await until(
      async () => (await planOf(second))!.year,
      (year) => year === 2031,
      'the year of the second folder',
    );
    assert.equal((await planOf(first))!.year, 2026);
  });

  it('“Turn off the check” turns it off in the folder of the plan alone', async () => {
    if (!areSeveral()) return;
    const [one, other] = [folder(0), folder(1)];
    const [first, second] = [await open(one, 'first.md'), await open(other, 'second.md')];
    await until(() => codes(first), isThere('weekday-mismatch'));
    written.push(vscode.Uri.joinPath(one.uri, '.vscode', 'settings.json'));
    await vscode.commands.executeCommand('planlint.turnOffCheck', first.uri, 'weekday-mismatch');
    await until(() => codes(first), isGone('weekday-mismatch'), 'its end');
    assert.ok((await codes(second)).includes('weekday-mismatch'));
    await until(
      () => problems(second).map(codeOf),
      (list) => list.includes('weekday-mismatch'),
      'the problem in the other folder',
    );
  });
});
