import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openParts } from '../../src/editor/parts';
import { openPlans } from '../../src/editor/plans';
import { openSettings, type Settings } from '../../src/editor/settings';
import { memory } from './support/awake';
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

  it('a document that is given another language is read by that', async () => {
    const { document } = await show(`{ "plan": ${JSON.stringify(sample)} }`, 'json');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await vscode.window.activeTextEditor!.edit((edit) => edit.replace(whole, sample));
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await until(
      () => problems(document),
      (found) => found.length > 0,
      'a problem',
    );
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await until(
      () => problems(document),
      (found) => found.length === 0,
      'quiet',
    );
  });

  it('a plan on the left of a comparison stays when another tab is closed', async () => {
    const { document } = await show(sample);
    const { document: right } = await show(sample.replace('Harbour', 'Airport'));
    const { document: other } = await show('# Notes\n\nWe had tea.\n');
    await vscode.window.showTextDocument(other, { preview: false });
    await vscode.commands.executeCommand('vscode.diff', document.uri, right.uri, 'both', { preview: false });
    await until(
      () => problems(document),
      (found) => found.length > 0,
      'a problem',
    );
    const isOther = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputText && input.uri.toString() === other.uri.toString();
    await vscode.window.tabGroups.close(vscode.window.tabGroups.activeTabGroup.tabs.filter(isOther));
    await new Promise((resolve) => setTimeout(resolve, 300)); // longer than it takes to be told
    assert.ok(problems(document).length > 0);
  });
});

describe('work for documents', () => {
  /** Plans of their own, which count how often they begin to read a document: with its settings. */
  function counted() {
    const settings = openSettings(memory());
    const begun = new Map<string, number>();
    const of: Settings['of'] = (document) => {
      const key = document.uri.toString();
      begun.set(key, (begun.get(key) ?? 0) + 1);
      return settings.of(document);
    };
    const plans = openPlans(Object.assign({}, settings, { of }), openParts(vscode.Uri.file('/')));
    const published: string[] = [];
    plans.onDidPublish(({ document }) => published.push(document.uri.toString()));
    const dispose = () => {
      plans.dispose();
      settings.dispose();
    };
    return { plans, published, begun: ({ uri }: vscode.TextDocument) => begun.get(uri.toString()) ?? 0, dispose };
  }
  const afterQuiet = () => new Promise((resolve) => setTimeout(resolve, 500)); // longer than the quiet after a keystroke

  afterEach(closeAll);

  it('none for a document that nobody sees, whatever happens to it; at once when it is shown', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'unseen.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(sample));
    const { plans, published, begun, dispose } = counted();
    try {
      const hidden = await vscode.workspace.openTextDocument(uri);
      const { document: seen } = await show(sample);
      await until(
        () => plans.shown(seen),
        (plan) => plan !== undefined,
        'the plan that is seen',
      );
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(0, 2), 'New ');
      await vscode.workspace.applyEdit(edit);
      await plans.settings.choose(seen, true);
      await hidden.save();
      await afterQuiet();
      assert.ok(begun(seen) > 0);
      assert.equal(begun(hidden), 0);
      assert.ok(!published.includes(uri.toString()));
      assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
      await vscode.window.showTextDocument(hidden);
      await until(
        () => plans.shown(hidden)?.source,
        (source) => source === hidden.getText(),
        'the plan that was hidden',
      );
      assert.equal(begun(hidden), 1);
    } finally {
      dispose();
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('none for a document behind another tab, nor when its tab comes to the front again unchanged', async () => {
    const { plans, published, dispose } = counted();
    try {
      const { document: one } = await show(sample);
      await vscode.window.showTextDocument(one, { preview: false });
      const first = await until(
        () => plans.shown(one),
        (plan) => plan !== undefined,
        'the first plan',
      );
      const { document: two } = await show(sample.replace('Harbour', 'Airport'));
      await until(
        () => plans.shown(two),
        (plan) => plan !== undefined,
        'the second plan',
      );
      await vscode.window.activeTextEditor!.edit((change) => change.insert(new vscode.Position(0, 2), 'New '));
      await until(
        () => plans.shown(two)?.source,
        (source) => source === two.getText(),
        'its edit',
      );
      await vscode.window.showTextDocument(one);
      await afterQuiet();
      assert.equal(await plans.of(one), first, 'read once');
      assert.equal(published.filter((uri) => uri === one.uri.toString()).length, 1);
    } finally {
      dispose();
    }
  });

  it('none that is asked for a document that was closed meanwhile', async () => {
    const { plans, published, dispose } = counted();
    try {
      const { document } = await show(sample);
      await closeAll();
      await afterQuiet();
      assert.equal(plans.shown(document), undefined);
      assert.ok(published.filter((uri) => uri === document.uri.toString()).length !== 1, 'told, and not taken back');
    } finally {
      dispose();
    }
  });
});
