import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { picking, saying } from './support/answers';
import { at, closeAll, planOf, putCursor, sample, show, until } from './support/plan';

const run = (command: string) => vscode.commands.executeCommand(`planlint.${command}`) as Promise<unknown>;
const textOf = (document: vscode.TextDocument, wished: RegExp) =>
  until(
    () => document.getText(),
    (text) => wished.test(text),
    String(wished),
  );

const misnumbered = sample.replace('Task 3. Train', 'Task 4. Train').replace('Task 1 comes', 'Task 4 comes');

describe('working a plan over', () => {
  const settings = () => vscode.workspace.getConfiguration('planlint');
  before(() => settings().update('previewEdits', false, vscode.ConfigurationTarget.Global));
  after(() => settings().update('previewEdits', undefined, vscode.ConfigurationTarget.Global));
  afterEach(closeAll);

  it('numbers tasks and the references to them anew; says so where nothing is to be done', async () => {
    const { document } = await show(misnumbered);
    await run('renumber');
    await textOf(document, /Task 3 comes first[^]*### Task 3\. Train/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), misnumbered);
    await show(sample);
    assert.deepEqual(await saying(() => run('renumber')), ['All numbers are in a row.']);
  });

  it('joins the lines of pasted paragraphs', async () => {
    const { document } = await show(sample.replace('billion in 2026, up', 'billion in 2026,\nup'));
    await run('rewrap');
    await textOf(document, /in 2026, up from/);
    assert.equal(document.getText(), sample);
  });

  it('inserts the table of tasks at the cursor, and refreshes it', async () => {
    const editor = await show(sample);
    const { document } = editor;
    await putCursor(editor, at(document, '## Strategy 1'));
    await run('taskTable');
    await textOf(
      document,
      /<!-- planlint-table -->\n\n\| Task \| Amounts \| Dates \|\n[^]*Dredge the channel \| KRW 9 billion/,
    );
    assert.deepEqual(await saying(() => run('taskTable')), ['The table of tasks is as it should be.']);
    const nine = at(document, 'Dredging costs KRW 9', 'Dredging costs KRW '.length);
    await editor.edit((edit) => edit.replace(new vscode.Range(nine, nine.translate(0, 1)), '4'));
    await run('taskTable');
    await textOf(document, /Dredge the channel \| KRW 4 billion/);
  });

  it('gives figures, outline and analysis to other programs as new documents', async () => {
    const editor = await show(sample);
    await planOf(editor.document);
    for (const [form, says] of [
      [/CSV/, /^path,line,column,kind,text[^]*270200000000/],
      [/JSON/, /"version": 1[^]*"findings"/],
      [/Markdown/, /- 1\. Quays/],
    ] as const) {
      await vscode.window.showTextDocument(editor.document);
      await picking(form, () => run('export'));
      await until(
        () => vscode.window.visibleTextEditors.map(({ document }) => (document.isUntitled ? document.getText() : '')),
        (texts) => texts.some((text) => says.test(text)),
        String(form),
      );
    }
  });

  it('writes all amounts like the one at the cursor', async () => {
    const { document } = await show(sample.replace('pilots costs KRW 9 billion', 'pilots costs 9 billion won'));
    const place = at(document, 'KRW 270.2', 2);
    const actions = await until(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(place, place),
          'refactor.rewrite',
        ) as Promise<vscode.CodeAction[]>,
      (list) => list.some(({ title }) => title.startsWith('Write all')),
      'all alike',
    );
    const all = actions.find(({ title }) => title === 'Write all amounts like KRW 270.2 billion (1 change)');
    assert.ok(all?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(all.edit);
    assert.equal(document.getText(), sample);
  });

  it('mends on save where the settings ask for it', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll.planlint': 'explicit' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      const shown = await show(sample);
      await until(
        () => planOf(shown.document),
        (plan) => plan !== undefined,
      );
      await shown.edit((edit) => edit.insert(new vscode.Position(0, 2), 'New '));
      await shown.document.save();
      await textOf(shown.document, /New Harbour[^]*Wednesday, 14 January 2026/);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('the refactor preview', () => {
  afterEach(closeAll);

  it('comes first where more than one line changes, every change ticked; nothing changes before', async () => {
    const { document } = await show(misnumbered);
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    const done = run('renumber');
    await new Promise((resolve) => setTimeout(resolve, 800)); // long enough for an edit that asks nobody
    assert.equal(document.getText(), misnumbered);
    await until(
      async () => {
        await vscode.commands.executeCommand('refactorPreview.apply');
        return document.getText();
      },
      (text) => /Task 3 comes first[^]*### Task 3\. Train/.test(text),
      'the change',
    );
    await done;
  });

  it('shows what would be mended in all plans of the workspace', async () => {
    const first = await show(sample);
    const second = await show(sample.replace('Harbour', 'Airport'));
    await until(
      () => planOf(second.document),
      (plan) => plan !== undefined,
    );
    const done = run('fixWorkspace');
    await until(
      async () => {
        await vscode.commands.executeCommand('refactorPreview.apply');
        return [first, second].map(({ document }) => document.getText()).join();
      },
      (text) => text.split('Wednesday, 14 January 2026').length === 3,
      'both mended',
    );
    await done;
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
