import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { awaken, type Awake } from './support/awake';
import { instead } from './support/instead';
import { closeAll, sample, show, until } from './support/plan';

const quays = 'Quays';
const people = 'People';

describe('the tree', () => {
  let awake: Awake;
  beforeEach(() => {
    awake = awaken();
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
        const { label, description } = await view().treeDataProvider.getTreeItem(row);
        return { row, label: String(label), description: String(description) };
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

  it('a strategy dropped onto a task, or a row onto nothing, stays', async () => {
    const { document } = await show(sample);
    const shown = instead(vscode.window, 'showInformationMessage', () => Promise.resolve(undefined));
    try {
      await drag(quays, 'Dredge');
      assert.equal(document.getText(), sample);
    } finally {
      shown();
    }
    const data = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await view().dragAndDropController!.handleDrag!([await rowOf('Repair')], data, token);
    await view().dragAndDropController!.handleDrop!(undefined, data, token);
    assert.equal(document.getText(), sample);
  });

  it('sorts by amount within each strategy, and back; the chosen order is ticked', async () => {
    await show(sample.replace('KRW 9 billion. Task 1', 'KRW 900 billion. Task 1'));
    assert.match((await tasks(quays)).join(), /Repair.*Dredge/);
    const sort = async (label: RegExp) => {
      let offered: readonly vscode.QuickPickItem[] = [];
      const put = instead(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
        offered = items;
        return Promise.resolve(items.find((item) => label.test(item.label)));
      });
      await awake.run('sortPlan').finally(put);
      return offered.map((item) => item.label);
    };
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

  it('copies the outline: all of it, or a row and what is under it', async () => {
    await show(sample);
    const row = await rowOf(people);
    let copied = '';
    const put = instead(vscode.env, 'clipboard', {
      writeText: (text: string) => {
        copied = text;
        return Promise.resolve();
      },
    });
    try {
      await awake.run('copyOutline');
      assert.match(copied, /^ *- 1\. Quays.*\n +- 1\. Repair the quays \(.*270\.2.*\)\n +- 2\. Dredge/m);
      await awake.run('copyOutline', row);
      assert.match(copied, /^- 2\. People.*\n {2}- 3\. Train pilots \(.*9 .*\)\n$/);
    } finally {
      put();
    }
  });

  it('Go to Task offers strategies and tasks in order, with amounts, and goes there', async () => {
    const editor = await show(sample);
    let offered: readonly vscode.QuickPickItem[] = [];
    const put = instead(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      offered = items;
      return Promise.resolve(items.find(({ label }) => label.includes('Train')));
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
});
