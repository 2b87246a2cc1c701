import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openParts } from '../../src/editor/parts';
import { openPlans } from '../../src/editor/plans';
import { openSettings } from '../../src/editor/settings';
import { memory } from './support/awake';
import { at, closeAll, codeOf, planOf, problems, sample, show, until } from './support/plan';

/** Files in memory, as a remote repository or a browser's tab would have them. */
class Memory implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  watch = () => new vscode.Disposable(() => undefined);
  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file === undefined && uri.path !== '/') throw vscode.FileSystemError.FileNotFound(uri);
    const type = file === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
  writeFile = (uri: vscode.Uri, content: Uint8Array) => void this.files.set(uri.path, content);
  readDirectory = () => [];
  createDirectory = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe('anywhere', () => {
  afterEach(closeAll);

  it('in a virtual file system: problems, fixes, and the configuration file beside the plan', async () => {
    const files = new Memory();
    const registered = vscode.workspace.registerFileSystemProvider('planlint-memory', files);
    try {
      const uri = vscode.Uri.parse('planlint-memory:/plan.md');
      files.writeFile(uri, new TextEncoder().encode(sample));
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const codes = () => problems(document).map(codeOf);
      await until(codes, (list) => list.includes('weekday-mismatch'), 'a problem');
      const place = at(document, 'Tuesday');
      await until(
        () =>
          vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            uri,
            new vscode.Range(place, place),
            'quickfix',
          ) as Promise<vscode.CodeAction[]>,
        (actions) => actions.some(({ title }) => title.includes('Wednesday')),
        'its fix',
      );
      await closeAll();
      files.writeFile(
        uri.with({ path: '/.planlintrc.json' }),
        new TextEncoder().encode('{ "checks": { "weekday-mismatch": "off" } }'),
      );
      files.writeFile(uri.with({ path: '/other.md' }), new TextEncoder().encode(sample));
      const other = await vscode.workspace.openTextDocument(uri.with({ path: '/other.md' }));
      const plan = await planOf(other);
      assert.ok(plan && !plan.findings.some(({ code }) => code === 'weekday-mismatch'));
    } finally {
      await closeAll();
      registered.dispose();
    }
  });

  it('the sample opens as a copy without a name, full of problems', async () => {
    await vscode.commands.executeCommand('planlint.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.ok(document.isUntitled && document.languageId === 'markdown');
    await until(
      () => problems(document),
      (list) => list.length > 12,
      'a dozen problems',
    );
  });

  it('an answer is never about an older text', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: sample });
    const editor = await vscode.window.showTextDocument(document);
    await until(
      () => problems(document),
      (list) => list.length > 0,
      'a problem',
    );
    for (let i = 0; i < 5; i++) {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New text.\n\n'));
      const plan = await planOf(document);
      assert.equal(plan?.source, document.getText());
      const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      assert.equal(lens?.range.start.line, at(document, '## Strategy 1').line);
    }
    const weekday = await until(
      () => problems(document).find((problem) => codeOf(problem) === 'weekday-mismatch'),
      (found) => found?.range.start.line === at(document, 'Tuesday').line,
      'the problem at its new place',
    );
    assert.ok(weekday);
  });

  it('a request that was called off gets no answer, and none is worked out', async () => {
    const { document } = await show(sample);
    const settings = openSettings(memory());
    const plans = openPlans(settings, openParts(document.uri));
    const source = new vscode.CancellationTokenSource();
    try {
      const asked = plans.of(document, source.token);
      source.cancel();
      assert.equal(await asked, undefined);
      let read = 0;
      const counting = Object.create(document, {
        getText: {
          value: () => {
            read++;
            return document.getText();
          },
        },
      }) as vscode.TextDocument;
      assert.equal(await plans.of(counting, source.token), undefined);
      assert.equal(read, 0);
      assert.ok(await plans.of(counting));
      assert.equal(read, 1);
    } finally {
      plans.dispose();
      settings.dispose();
    }
  });

  it('completes the configuration file from its schema', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, 'specs', 'schema', '.planlintrc.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{\n  "checks": {\n    \n  }\n}\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, 'jsonc');
    await vscode.window.showTextDocument(document);
    try {
      await until(
        async () => {
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            uri,
            new vscode.Position(2, 4),
          );
          return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        },
        (labels) => labels.some((label) => label.includes('table-total')),
        'the codes of the checks',
      );
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });
});
