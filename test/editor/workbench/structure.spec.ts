import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, quickPick } from '../support/gestures';
import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';

/** The editor's own ways through a document, in a plan of plain text that has no marks of headings. */
describe('workbench: the structure of a plan', () => {
  const name = 'science-ict-2024-pasted.txt';
  let workbench: Workbench;
  let text: string;

  aWorkbench({ settings: { 'editor.stickyScroll.enabled': true } }, async (opened) => {
    workbench = opened;
    text = readFileSync(join(workbench.folder, name), 'utf8').replace(/\r\n/g, '\n');
    await workbench.open(name);
    await workbench.page.locator('.part.statusbar', { hasText: '12 tasks' }).waitFor();
  });

  it('breadcrumbs name the strategy and the task of the cursor; their heads stick to the top', async () => {
    const { page } = workbench;
    await workbench.goTo(...at(text, 'KRW 270.2'));
    const crumbs = page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
    await crumbs.filter({ hasText: 'Give young researchers' }).first().waitFor();
    await crumbs.filter({ hasText: 'research system' }).first().waitFor();
    for (let presses = 0; presses < 12; presses++) await page.keyboard.press('Control+ArrowDown');
    await page.locator('.sticky-widget .sticky-line-content', { hasText: 'A research system' }).first().waitFor();
    await workbench.pictures('breadcrumbs');
  });

  it('Go to Symbol lists strategies and tasks, in the file and in the workspace', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+Shift+o');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'young researchers' }).first().waitFor();
    await workbench.screenshot('symbols');
    await page.locator('.quick-input-widget input.input').fill('@networks');
    await rows.filter({ hasText: 'keep networks' }).first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('Go to Symbol in Workspace');
    await page.locator('.quick-input-widget input.input').fill('#keep networks');
    await rows.filter({ hasText: 'Keep networks' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.part.statusbar', { hasText: 'Task 12 of 12' }).waitFor();
  });

  it('the Outline view shows them nested', async () => {
    const { page } = workbench;
    await workbench.command('Explorer: Focus on Outline View');
    const rows = page.locator('.outline-tree .monaco-list-row');
    await rows.filter({ hasText: 'young researchers' }).first().waitFor();
    const level = async (words: string) =>
      Number(await rows.filter({ hasText: words }).first().getAttribute('aria-level'));
    assert.equal(await level('young researchers'), (await level('research system')) + 1);
  });

  it('expands the selection from a figure to its sentence, its task and its strategy', async () => {
    const { page } = workbench;
    await workbench.goTo(...at(text, 'KRW 270.2'));
    const selected = page.locator('.part.statusbar', { hasText: /\d+ selected/ });
    let before = 0;
    for (const least of [10, 60, 200]) {
      for (let presses = 0; presses < 6 && before < least; presses++) {
        await page.keyboard.press('Shift+Alt+ArrowRight');
        await selected.waitFor();
        before = Number(/([\d,]+) selected/.exec(await selected.innerText())?.[1]?.replace(/,/g, ''));
      }
      assert.ok(before >= least, `${before} letters`);
    }
  });

  it('goes to the task that a reference means, and back', async () => {
    const { page, folder } = workbench;
    await workbench.open('first-try.md');
    await page.locator('.part.statusbar', { hasText: '7 tasks' }).waitFor();
    const other = readFileSync(join(folder, 'first-try.md'), 'utf8');
    await workbench.goTo(...at(other, 'Crossings are rebuilt'));
    await page.keyboard.type('After Task 2, ');
    await page.keyboard.press('Escape');
    const [line, column] = at(other, 'Crossings are rebuilt');
    await workbench.goTo(line, column + 7);
    await workbench.command('Go to Definition');
    await page.locator('.part.statusbar', { hasText: 'Task 2 of 7' }).waitFor();
    await workbench.command('File: Revert File');
  });

  it('sorts the tree by amount, and shows the order chosen', async () => {
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'Renew the fleet' }).first().waitFor();
    await workbench.command('Sort the Plan');
    await quickPick(workbench.page, 'Findings');
    await workbench.command('Sort the Plan');
    const chosen = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Findings' });
    await chosen.locator('.codicon-check').first().waitFor();
    await workbench.screenshot('sorted');
    await quickPick(workbench.page, 'Place');
  });
});
