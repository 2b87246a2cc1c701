import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, codeOf, planOf, problems, sample, show, until } from './support/plan';

const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

describe('the configuration file', () => {
  const home = () => vscode.Uri.joinPath(folder(), 'configured');
  const file = () => vscode.Uri.joinPath(home(), '.planlintrc.json');
  const plan = () => vscode.Uri.joinPath(home(), 'plan.md');

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(home(), { recursive: true });
  });

  it('the nearest one holds, and its changes are seen', async () => {
    await write(plan(), sample);
    await write(file(), '{\n  // accepted\n  "checks": { "weekday-mismatch": "off" },\n}\n');
    const document = await vscode.workspace.openTextDocument(plan());
    await vscode.window.showTextDocument(document);
    await until(
      async () => (await planOf(document))?.findings.every(({ code }) => code !== 'weekday-mismatch'),
      (silent) => silent === true,
      'silence about the weekday',
    );
    let written = 0;
    await until(
      async () => {
        // Again after a while: a watcher may miss the first change in a folder that it has only just come to know.
        if (Date.now() > written + 5000) {
          await write(file(), '{ "checks": { "weekday-mismatch": "error" } }\n');
          written = Date.now();
        }
        return problems(document).find((candidate) => codeOf(candidate) === 'weekday-mismatch')?.severity;
      },
      // A file that is read while it is written says nothing for a moment, and the check has its own severity.
      (severity) => severity === vscode.DiagnosticSeverity.Error,
      'the weekday as an error',
    );
  });

  it('“Turn off the check” writes to it and keeps its comments', async () => {
    await write(plan(), sample);
    await write(file(), '{\n  // ours\n  "year": 2026\n}\n');
    await vscode.commands.executeCommand('planlint.turnOffCheck', plan(), 'stale-year');
    await vscode.commands.executeCommand('planlint.ignoreFinding', plan(), 'table-total', 'Total');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file()));
    assert.match(text, /\/\/ ours/);
    assert.match(text, /"stale-year": "off"/);
    assert.match(text, /"text": "Total"/);
  });
});

describe('the settings', () => {
  afterEach(closeAll);

  it('hold for one language alone where they are written so', async () => {
    const ofText = vscode.workspace.getConfiguration('planlint', { languageId: 'plaintext' });
    const off = { 'weekday-mismatch': 'off' };
    await ofText.update('checks', off, vscode.ConfigurationTarget.Global, true);
    try {
      const codes = async (document: vscode.TextDocument) =>
        (await planOf(document))?.findings.map(({ code }) => code) ?? ['no plan'];
      const text = await show(sample.replace(/^#+ /gm, ''), 'plaintext');
      await until(
        () => codes(text.document),
        (list) => !list.includes('no plan') && !list.includes('weekday-mismatch'),
        'silence in plain text',
      );
      const markdown = await show(sample);
      assert.ok((await codes(markdown.document)).includes('weekday-mismatch'));
      await ofText.update('checks', undefined, vscode.ConfigurationTarget.Global, true);
      await until(
        () => codes(text.document),
        (list) => list.includes('weekday-mismatch'),
        'the weekday again',
      );
    } finally {
      await ofText.update('checks', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });
});
