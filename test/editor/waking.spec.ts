import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, planOf, problems, sample, show, until } from './support/plan';

describe('waking where a plan is', () => {
  afterEach(closeAll);

  it('content tells; other texts are left alone', async () => {
    assert.ok(await planOf((await show(sample)).document));
    assert.equal(await planOf((await show('# Notes\n\nWe met on 3 May 2024 and had tea.\n')).document), undefined);
    assert.equal(await planOf((await show(sample, 'json')).document), undefined);
  });

  it('front matter tells', async () => {
    assert.equal(await planOf((await show(`---\nplanlint: false\n---\n\n${sample}`)).document), undefined);
    assert.ok(await planOf((await show('---\nplanlint: true\n---\n\n# Notes\n\nWe had tea.\n')).document));
  });

  it('the reader tells, and problems go and come', async () => {
    const { document } = await show(sample);
    await until(
      () => problems(document),
      (found) => found.length > 0,
      'a problem',
    );
    await vscode.commands.executeCommand('planlint.treatAsOther');
    await until(
      () => problems(document),
      (found) => found.length === 0,
      'quiet',
    );
    assert.equal(await planOf(document), undefined);
    await vscode.commands.executeCommand('planlint.treatAsPlan');
    await until(
      () => problems(document),
      (found) => found.length > 0,
      'a problem',
    );
  });

  it('a glob tells', async () => {
    const settings = vscode.workspace.getConfiguration('planlint');
    await settings.update('plans.exclude', ['**/specs/plan-*'], vscode.ConfigurationTarget.Global);
    try {
      const { document } = await show(sample);
      await until(
        () => planOf(document),
        (plan) => plan === undefined,
        'leaving alone',
      );
    } finally {
      await settings.update('plans.exclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('problems go with the document', async () => {
    const { document } = await show(sample);
    await until(
      () => problems(document),
      (found) => found.length > 0,
      'a problem',
    );
    await closeAll();
    await until(
      () => problems(document),
      (found) => found.length === 0,
      'quiet',
    );
  });

  it('nothing for documents that nobody sees', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'unseen.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(sample));
    await vscode.workspace.openTextDocument(uri);
    const { document } = await show(sample);
    await until(
      () => problems(document),
      (found) => found.length > 0,
      'a problem',
    );
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    await vscode.workspace.fs.delete(uri);
  });
});
