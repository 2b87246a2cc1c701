import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { picking } from './support/answers';
import { at, closeAll, codeOf, planOf, problems, putCursor, sample, show, until } from './support/plan';

const weekday = (document: vscode.TextDocument) =>
  until(
    () => problems(document).find((problem) => codeOf(problem) === 'weekday-mismatch'),
    (found) => found !== undefined,
    'the weekday',
  ) as Promise<vscode.Diagnostic>;

const actionsAt = (document: vscode.TextDocument, range: vscode.Range, kind?: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
  ) as Promise<vscode.CodeAction[]>;

/** The first action of a kind whose title holds the words. */
const actionAt = async (document: vscode.TextDocument, range: vscode.Range, kind: string, words: string) => {
  const isNamed = ({ title }: vscode.CodeAction) => title.includes(words);
  const offered = await until(
    () => actionsAt(document, range, kind),
    (list) => list.some(isNamed),
    words,
  );
  return offered.find(isNamed)!;
};

describe('checking a plan', () => {
  afterEach(closeAll);

  it('a finding is a problem with a code that leads to its page', async () => {
    const { document } = await show(sample);
    const problem = await weekday(document);
    assert.match(problem.message, /Wednesday/);
    assert.equal(typeof problem.code === 'object' && problem.code.target.scheme, 'command');
  });

  it('a finding leads to every figure that it was reckoned with', async () => {
    const { document } = await show(
      `${sample}\n| Task | KRW billion |\n| - | -: |\n| A | 31 |\n| B | 42 |\n| Total | 93 |\n`,
    );
    const total = await until(
      () => problems(document).find((problem) => codeOf(problem) === 'table-total'),
      (found) => found !== undefined,
      'the total',
    );
    const operands = total!.relatedInformation!.map(({ location }) => document.getText(location.range));
    assert.deepEqual(operands.sort(), ['31', '42']);
    assert.match(total!.message, /31 \+ 42 = 73/);
  });

  it('the code of a finding opens the page of its check; without one a list of checks asks which', async () => {
    const isShown = (page: string) =>
      until(
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '',
        (label) => label.includes(page),
        page,
      );
    await vscode.commands.executeCommand('planlint.explainCheck', 'table-total');
    await isShown('table-total.md');
    await picking(/^stale-year$/, () => vscode.commands.executeCommand('planlint.explainCheck'));
    await isShown('stale-year.md');
  });

  it('its fixes, the preferred one marked; one undo', async () => {
    const { document } = await show(sample);
    const { range } = await weekday(document);
    const actions = await until(
      () => actionsAt(document, range, 'quickfix'),
      (list) => list.length > 2,
      'fixes',
    );
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    assert.ok(preferred[0]!.edit);
    await vscode.workspace.applyEdit(preferred[0]!.edit);
    await until(
      () => problems(document),
      (list) => !list.some((p) => codeOf(p) === 'weekday-mismatch'),
      'healing',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), sample);
  });

  it('fix all, as a source action and as a command', async () => {
    const { document } = await show(sample);
    const { range } = await weekday(document);
    const all = await actionAt(document, range, 'source.fixAll.planlint', 'Fix all');
    assert.ok(all.edit);
    await vscode.commands.executeCommand('planlint.fixAll');
    await until(
      () => document.getText(),
      (text) => text !== sample,
      'a change',
    );
    assert.match(document.getText(), /Wednesday, 14 January 2026/);
  });

  it('fix all leaves matters of style alone; each kind of them is mended when it is asked for', async () => {
    const wrapped = sample.replace(/^#+ /gm, '').replace(/([a-z,]) (costs|comes|in 2026|and three|first)/g, '$1\n$2');
    const { document } = await show(wrapped, 'plaintext');
    await until(
      () => problems(document).map(codeOf),
      (codes) => codes.includes('hard-wrap') && codes.includes('weekday-mismatch'),
      'both',
    );
    const all = await actionAt(document, new vscode.Range(0, 0, 0, 0), 'source.fixAll.planlint', 'Fix all');
    const edits = all.edit!.get(document.uri);
    assert.ok(edits.length > 0);
    for (const { newText, range } of edits) assert.ok(newText !== ' ' && range.isSingleLine, newText);
    const wrap = problems(document).find((problem) => codeOf(problem) === 'hard-wrap')!;
    await actionAt(document, wrap.range, 'quickfix', 'Put every paragraph on one line');
  });

  it('ignore here', async () => {
    const { document } = await show(sample);
    const { range } = await weekday(document);
    const ignore = await actionAt(document, range, 'quickfix', 'Ignore “weekday-mismatch” here');
    assert.ok(ignore.edit);
    await vscode.workspace.applyEdit(ignore.edit);
    await until(
      () => problems(document),
      (list) => !list.some((p) => codeOf(p) === 'weekday-mismatch'),
      'quiet',
    );
    assert.match(document.getText(), /<!-- planlint-disable-next-line weekday-mismatch -->\nThe plan has/);
  });

  it('turn the check off', async () => {
    const { document } = await show(sample);
    const { range } = await weekday(document);
    const off = await actionAt(document, range, 'quickfix', 'Turn off the check “weekday-mismatch”');
    assert.ok(off.command);
    try {
      await vscode.commands.executeCommand(off.command.command, ...(off.command.arguments ?? []));
      await until(
        () => problems(document),
        (list) => !list.some((p) => codeOf(p) === 'weekday-mismatch'),
        'quiet',
      );
    } finally {
      const settings = vscode.workspace.getConfiguration('planlint', document);
      await settings.update('checks', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    }
  });

  it('a finding on the line being typed waits until the line is left', async () => {
    const editor = await show(sample.replace('Tuesday, ', ''));
    const { document } = editor;
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    await putCursor(editor, at(document, '14 January 2026'));
    for (const letter of 'Tuesday, ') await vscode.commands.executeCommand('type', { text: letter });
    const plan = await until(
      () => planOf(document),
      (found) => found?.source.includes('Tuesday, 14') === true,
    );
    assert.ok(plan?.findings.some(({ code }) => code === 'weekday-mismatch'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.ok(!problems(document).some((problem) => codeOf(problem) === 'weekday-mismatch'));
    await putCursor(editor, new vscode.Position(0, 0));
    await weekday(document);
  });

  it('completes the comments that silence checks, and the codes in them', async () => {
    const { document } = await show(`${sample}\n<!-- `);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    assert.ok(list.items.some(({ label }) => label === 'planlint-disable-next-line'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(end, 'planlint-disable-next-line table-total '));
    const codes = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(document.lineCount - 1).range.end,
    );
    const labels = codes.items.map(({ label }) => label);
    assert.ok(labels.includes('weekday-mismatch') && !labels.includes('table-total'), labels.join());
  });
});

describe('converting amounts', () => {
  afterEach(closeAll);

  it('one, from the light bulb', async () => {
    const { document } = await show(sample);
    const place = at(document, 'KRW 9 billion', 2);
    const korean = await actionAt(document, new vscode.Range(place, place), 'refactor.rewrite', '90억 원');
    assert.ok(korean.edit);
    await vscode.workspace.applyEdit(korean.edit);
    assert.equal(document.getText(), sample.replace('KRW 9 billion', '90억 원'));
  });

  it('all of the plan, by a command that asks for the notation', async () => {
    const { document } = await show(sample);
    await planOf(document);
    const settings = vscode.workspace.getConfiguration('planlint');
    await settings.update('previewEdits', false, vscode.ConfigurationTarget.Global);
    try {
      const offered = await picking(/원/, () => vscode.commands.executeCommand('planlint.convertNotation'));
      assert.ok(offered.length > 1, offered.join());
      await until(
        () => document.getText(),
        (text) => text.split('90억 원').length === 3 && text.includes('2,702억 원') && !text.includes('KRW'),
        'all in Korean',
      );
    } finally {
      await settings.update('previewEdits', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
