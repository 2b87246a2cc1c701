import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import { copying, picking } from './support/answers';
import { awaken, type Awake } from './support/awake';
import { closeAll, sample, show, until } from './support/plan';

const dated = sample
  .replace('It was adopted on', 'Issued on 14 January 2026. It was adopted on')
  .replace('It ends by March 2026.', 'It began in October 2025 and ends by 30 November 2026; the plan runs to 2028.');

describe('the views of figures and dates', () => {
  let awake: Awake;
  beforeEach(async () => {
    awake = await awaken();
  });
  afterEach(async () => {
    awake.sleep();
    await closeAll();
  });

  const provider = (id: string) => awake.views.get(id)!.treeDataProvider;
  const rows = async (id: string, above?: unknown) =>
    Promise.all(
      ((await provider(id).getChildren(above)) ?? []).map(async (row) => ({
        row,
        item: await provider(id).getTreeItem(row),
      })),
    );
  const heads = (id: string, words: RegExp) =>
    until(
      async () => (await rows(id)).map(({ item }) => String(item.label)),
      (labels) => labels.some((label) => words.test(label)),
      String(words),
    );

  it('figures by kind, by task, by the year of the money', async () => {
    await show(sample);
    assert.deepEqual(await heads('planlint.figures', /Amounts/), ['Amounts', 'Percentages', 'Counts', 'Changes']);
    await picking(/Task/, () => awake.run('groupFigures'));
    const byTask = await heads('planlint.figures', /Repair/);
    assert.ok(byTask.includes('1. Repair the quays') && byTask.includes('3. Train pilots'), byTask.join());
    const groups = await rows('planlint.figures');
    const repair = groups.find(({ item }) => item.label === '1. Repair the quays')!;
    for (const { item } of await rows('planlint.figures', repair.row))
      assert.doesNotMatch(String(item.description), /Repair/, 'its head says it already');
    const offered = await picking(/Year/, () => awake.run('groupFigures'));
    assert.ok(offered.includes('$(check) Task'));
    const years = await heads('planlint.figures', /2025/);
    assert.ok(years.indexOf('2025') < years.indexOf('2026'), years.join());
  });

  it('names a task that is a sentence as the tree does', async () => {
    const sentence = 'We will repair the old quays of the northern harbour so that larger ships can berth there.';
    await show(sample.replace('Task 1. Repair the quays', `Task 1. ${sentence}`));
    await heads('planlint.dates', /2026/);
    await picking(/Task/, () => awake.run('groupFigures'));
    const name = '1. Repair the old quays of the northern harbour';
    assert.ok((await heads('planlint.figures', /Repair/)).includes(name));
    const groups = await rows('planlint.dates');
    const under = await Promise.all(groups.map(({ row }) => rows('planlint.dates', row)));
    assert.ok(under.flat().some(({ item }) => String(item.description).endsWith(name)));
  });

  it('a row leads to its text, and says what it is to a screen reader', async () => {
    await show(sample);
    await heads('planlint.figures', /Amounts/);
    const [amounts] = await rows('planlint.figures');
    const [first] = await rows('planlint.figures', amounts!.row);
    assert.equal(first!.item.command?.command, 'planlint.reveal');
    assert.match(first!.item.accessibilityInformation!.label, /^KRW 270\.2 billion, .*1\. Repair the quays$/);
    assert.match(amounts!.item.accessibilityInformation!.label, /^Amounts, \d+$/);
    assert.match((first!.item.tooltip as vscode.MarkdownString).value, /^KRW 270[^]*270,200,000,000[^]*2,702억 원/);
  });

  it('dates by quarter, whole years behind them, past ones told by the plan’s own day', async () => {
    await show(dated);
    const labels = await heads('planlint.dates', /Q4 2025/);
    assert.ok(labels.indexOf('Q4 2025') < labels.indexOf('Q1 2026'), labels.join());
    assert.ok(labels.indexOf('Q4 2026') < labels.indexOf('2026'), labels.join());
    const groups = await rows('planlint.dates');
    const under = async (label: string) => rows('planlint.dates', groups.find(({ item }) => item.label === label)!.row);
    const [past] = await under('Q4 2025');
    assert.match(String(past!.item.description), /past/);
    assert.equal((past!.item.iconPath as vscode.ThemeIcon).id, 'history');
    const [coming] = await under('Q4 2026');
    assert.doesNotMatch(String(coming!.item.description), /past|2026/, 'the date has said its year');
    assert.match((coming!.item.tooltip as vscode.MarkdownString).value, /2026\\-11\\-30/);
  });

  it('copies rows, groups or all for a spreadsheet', async () => {
    await show(sample);
    await heads('planlint.figures', /Amounts/);
    const [amounts, percents] = await rows('planlint.figures');
    const copied = await copying(() => awake.run('copyFigures', amounts!.row, [amounts!.row, percents!.row]));
    const lines = copied.trimEnd().split('\r\n');
    assert.match(lines[0]!, /^path\tline\tcolumn\tkind\ttext/);
    assert.match(copied, /\tamount\tKRW 270\.2 billion\tKRW\t270200000000/);
    assert.match(copied, /\tpercent\t/);
    assert.doesNotMatch(copied, /\tdate\t/);
    assert.match(await copying(() => awake.run('copyFigures')), /\tdate\t/);
  });
});
