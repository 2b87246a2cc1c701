import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { awaken, type Awake } from './support/awake';
import { instead } from './support/instead';
import { at, closeAll, putCursor, sample, show, until } from './support/plan';
import { copying, picking, saying } from './support/answers';

const quays = 'Quays';
const people = 'People';

describe('the tree', () => {
  let awake: Awake;
  beforeEach(async () => {
    awake = await awaken();
  });
  afterEach(async () => {
    awake.sleep();
    await closeAll();
  });

  const view = () => awake.views.get('planlint.plan')!;
  /** The rows under a row, or the uppermost: labels as shown, with what the editor gives back to the extension. */
  const rows = async (above?: unknown) =>
    Promise.all(
      ((await view().treeDataProvider.getChildren(above)) ?? []).map(async (row) => {
        const item = await view().treeDataProvider.getTreeItem(row);
        return { row, item, label: String(item.label), description: String(item.description) };
      }),
    );
  const rowOf = async (words: string) => {
    const all = async (above?: unknown): Promise<Awaited<ReturnType<typeof rows>>> => {
      const here = await rows(above);
      return [...here, ...(await Promise.all(here.map(({ row }) => all(row)))).flat()];
    };
    const found = await until(all, (list) => list.some(({ label }) => label.includes(words)), words);
    return found.find(({ label }) => label.includes(words))!.row;
  };
  const tasks = async (strategy: string) => (await rows(await rowOf(strategy))).map(({ label }) => label);
  const drag = async (from: string, onto: string) => {
    const { dragAndDropController: hand } = view();
    const { token } = new vscode.CancellationTokenSource();
    const data = new vscode.DataTransfer();
    await hand!.handleDrag!([await rowOf(from)], data, token);
    await hand!.handleDrop!(await rowOf(onto), data, token);
  };

  it('a task dropped onto another takes its place; one undo', async () => {
    const { document } = await show(sample);
    const data = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await view().dragAndDropController!.handleDrag!([await rowOf('Dredge')], data, token);
    for (const [, item] of data) assert.equal(await item.asString(), item.value, 'the editor writes it as text');
    await drag('Dredge', 'Repair');
    assert.match(document.getText(), /### Task 1\. Dredge[^]*Task 2 comes first[^]*### Task 2\. Repair/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), sample);
  });

  it('a task dropped onto another strategy goes to its end', async () => {
    const { document } = await show(sample);
    await drag('Repair', people);
    assert.match(
      document.getText(),
      /## Strategy 2\. People[^]*Train pilots[^]*Repair the quays[^]*KRW 270\.2 billion/,
    );
  });

  it('a strategy dropped onto a task stays, and why is said; a row onto nothing stays', async () => {
    const { document } = await show(sample);
    const said = await saying(() => drag(quays, 'Dredge'));
    assert.deepEqual(said, ['“1. Quays” cannot be moved into itself.']);
    assert.deepEqual(await saying(() => drag(quays, 'Train')), ['A strategy can only stand beside other strategies.']);
    assert.equal(document.getText(), sample);
    const data = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    const hand = view().dragAndDropController!;
    await hand.handleDrag!([await rowOf('Repair')], data, token);
    await hand.handleDrop!(undefined, data, token);
    await hand.handleDrag!([await rowOf('Repair'), await rowOf('Dredge')], data, token);
    const onto = await rowOf(people);
    assert.deepEqual(await saying(() => Promise.resolve(hand.handleDrop!(onto, data, token))), [
      'Move one task at a time.',
    ]);
    assert.equal(document.getText(), sample);
  });

  it('a row stays the same while its plan is typed in, and says what is new', async () => {
    const editor = await show(sample);
    const strategy = await rowOf(quays);
    const [repair, dredge] = (await rows(strategy)).map(({ row }) => row);
    await editor.edit((edit) => edit.insert(at(editor.document, ' the quays\n'), ' all'));
    await rowOf('Repair all');
    assert.equal(await rowOf(quays), strategy);
    const after = await rows(strategy);
    assert.deepEqual(
      after.map(({ label }) => label),
      ['1. Repair all the quays', '2. Dredge the channel'],
    );
    assert.ok(after[0]!.row === repair && after[1]!.row === dredge);
    assert.equal(view().treeDataProvider.getParent!(dredge), strategy);
  });

  it('the cursor goes with the task that is moved', async () => {
    const editor = await show(sample);
    await drag('Repair', people);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^### Task \d\. Repair/);
  });

  it('a row says its money, its next date and its findings, also to a screen reader', async () => {
    await show(sample);
    await rowOf('Repair');
    const [strategy] = await rows();
    const [repair] = await rows(await rowOf(quays));
    assert.match(repair!.description, /KRW 270\.2 billion.* · March 2026$/);
    const label = repair!.item.accessibilityInformation!.label;
    assert.match(label, /^Task 1, 1\. Repair the quays, KRW 270\.2 billion/);
    assert.ok(repair!.item.iconPath instanceof vscode.ThemeIcon);
    assert.match((repair!.item.tooltip as vscode.MarkdownString).value, /\*\*1\\\. Repair the quays\*\*/);
    assert.match(strategy!.item.accessibilityInformation!.label, /^Strategy 1, /);
    assert.equal(repair!.item.command?.command, 'planlint.reveal');
  });

  it('a row that is pointed at says its sentence, its money and dates, and what was found, each a link', async () => {
    const { document } = await show(sample.replace('52 pilots costs', '52 pilots from 31 June 2026 costs'));
    await rowOf('Train');
    const { item } = (await rows(await rowOf(people))).find(({ label }) => label.includes('Train'))!;
    const { value, isTrusted } = item.tooltip as vscode.MarkdownString;
    const text = value.replace(/\\([^\w\s])/g, '$1');
    assert.match(item.accessibilityInformation!.label, /, 1 finding, 1 error$/);
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'error', 'told by more than a colour');
    assert.match(text, /\*\*3\. Train pilots\*\*[^]*Training of 52 pilots[^]*KRW 9 billion[^]*31 June 2026/);
    assert.match(text, /\$\(error\) \[31 June 2026 does not exist[^\]]*\]\(command:planlint\.reveal\?/);
    assert.deepEqual(isTrusted, { enabledCommands: ['planlint.reveal'] });
    assert.ok(document.getText().includes('31 June'));
  });

  it('filters: rows with findings, with dates, with certain words; all again', async () => {
    await show(sample.replace('52 pilots costs', '52 pilots from 31 June 2026 costs'));
    await rowOf('Repair');
    const shown = async (above?: unknown): Promise<string[]> =>
      (await Promise.all((await rows(above)).map(async ({ label, row }) => [label, ...(await shown(row))]))).flat();
    const all = await shown();
    assert.equal(all.length, 5);
    const filter = (label: RegExp) => picking(label, () => awake.run('filterPlan'));
    await filter(/findings/);
    assert.deepEqual(await shown(), ['2. People', '3. Train pilots']);
    const offered = await filter(/dates/);
    assert.ok(offered.some((label) => label === '$(check) with findings'));
    assert.deepEqual(await shown(), ['1. Quays', '1. Repair the quays', '2. People', '3. Train pilots']);
    const put = instead(vscode.window, 'showInputBox', () => Promise.resolve('channel '));
    await filter(/words/).finally(put);
    assert.deepEqual(await shown(), ['1. Quays', '2. Dredge the channel']);
    await awake.run('showAll');
    assert.deepEqual(await shown(), all);
  });

  it('sorts by amount within each strategy, and back; the chosen order is ticked', async () => {
    await show(sample.replace('KRW 9 billion. Task 1', 'KRW 900 billion. Task 1'));
    assert.match((await tasks(quays)).join(), /Repair.*Dredge/);
    const sort = (label: RegExp) => picking(label, () => awake.run('sortPlan'));
    const first = await sort(/Amount/);
    assert.equal(first.length, 4);
    assert.match(first[0]!, /^\$\(check\)/);
    assert.match((await tasks(quays)).join(), /Dredge.*Repair/);
    const second = await sort(/Place/);
    assert.match(
      second.find((label) => label.startsWith('$(check)'))!,
      /Amount/,
    );
    assert.match((await tasks(quays)).join(), /Repair.*Dredge/);
    await sort(/no such/);
    assert.match((await tasks(quays)).join(), /Repair.*Dredge/);
  });

  it('copies the outline: all of it, a row and what is under it, several rows in order', async () => {
    await show(sample);
    const row = await rowOf(people);
    const repair = await rowOf('Repair');
    const copied = (command: string, ...values: unknown[]) => copying(() => awake.run(command, ...values));
    assert.match(
      await copied('copyOutline'),
      /^ *- 1\. Quays.*\n +- 1\. Repair the quays \(.*270\.2.*\)\n +- 2\. Dredge/m,
    );
    assert.match(await copied('copyOutline', row), /^- 2\. People.*\n {2}- 3\. Train pilots \(.*9 .*\)\n$/);
    assert.match(
      await copied('copyOutline', row, [row, await rowOf('Train'), repair]),
      /^- 1\. Repair the quays.*\n- 2\. People.*\n {2}- 3\. Train pilots.*\n$/,
    );
    assert.match(
      await copied('copySheet', row, [row]),
      /^Part\tAmounts\tDates\tFindings\n2\. People\tKRW 9 billion\t\t0\n {2}3\. Train pilots\t/,
    );
  });

  it('Go to Task offers strategies and tasks in order, with amounts, and goes there', async () => {
    const editor = await show(sample);
    let offered: readonly vscode.QuickPickItem[] = [];
    const put = instead(vscode.window, 'showQuickPick', async (given: Thenable<readonly vscode.QuickPickItem[]>) => {
      const items = await given;
      offered = items;
      return items.find(({ label }) => label.includes('Train'));
    });
    try {
      await vscode.commands.executeCommand('planlint.goToTask');
      await until(
        () => editor.document.lineAt(editor.selection.active.line).text,
        (line) => line.includes('Train pilots'),
        'the task',
      );
    } finally {
      put();
    }
    assert.deepEqual(
      offered.map(({ label }) => label.replace(/^\$\((milestone|tasklist)\) /, '$1 ')),
      [
        'milestone 1. Quays',
        'tasklist 1. Repair the quays',
        'tasklist 2. Dredge the channel',
        'milestone 2. People',
        'tasklist 3. Train pilots',
      ],
    );
    assert.match(offered[1]!.description ?? '', /270\.2/);
  });

  it('the status bar says where the cursor is; a click shows what can be done', async () => {
    const editor = await show(sample);
    await rowOf('Repair');
    const item = awake.items.get('planlint.place')!;
    await putCursor(editor, at(editor.document, 'Dredging'));
    await until(
      () => item.text,
      (text) => /Task 2 of 3 · \d finding/.test(text),
      'the place',
    );
    assert.match(item.accessibilityInformation!.label, /Dredge the channel/);
    assert.equal(item.command, 'planlint.showMenu');
    const renumbered = new vscode.Range(at(editor.document, 'Task 3'), at(editor.document, 'Task 3', 6));
    await editor.edit((edit) => edit.replace(renumbered, 'Task 4'));
    await putCursor(editor, at(editor.document, 'Train'));
    await until(
      () => item.text,
      (text) => text.includes('Task 4 (3 of 3)'),
      'both numbers',
    );
    const offered = await picking(/Fold all/, () => awake.run('showMenu'));
    for (const words of [/Go to a task/, /Fix all/, /table of tasks/, /not a plan/, /Settings/])
      assert.ok(
        offered.some((label) => words.test(label)),
        String(words),
      );
  });
});
