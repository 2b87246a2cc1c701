import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, choose, dragOnto, openedBy } from '../support/gestures';
import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';

/** What a person does to a plan, each with one undo, on the real workbench. */
describe('workbench: a person works on a plan', () => {
  let workbench: Workbench;
  const line = (words: string | RegExp) => workbench.page.locator('.view-line', { hasText: words }).first();
  const textOf = (name: string) => readFileSync(join(workbench.folder, name), 'utf8');

  aWorkbench({}, async (opened) => {
    workbench = opened;
    await workbench.open('first-try.md');
    await (await workbench.tree()).filter({ hasText: 'Buses that come on time' }).first().waitFor();
  });

  it('drags a task onto another: it takes its place, with its text and its number', async () => {
    const { page } = workbench;
    await workbench.open('science-ict-2024.md');
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'Give young researchers' }).first().waitFor();
    await dragOnto(page, rows.filter({ hasText: 'Give young researchers' }), rows.filter({ hasText: 'Open national' }));
    await line('Task 1. Give young researchers').waitFor();
    await workbench.pictures('dragged');
    await rows.filter({ hasText: '2. Open national' }).first().waitFor();
    await line('Task 1. Give young').click();
    await page.keyboard.press('Control+z');
    await line('Task 1. Open national').waitFor();
  });

  it('moves a task with the keys of the tree, and with the arrow in its row', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    await rows.filter({ hasText: '2. Give young researchers' }).first().click();
    await page.keyboard.press('Alt+ArrowUp');
    await line('Task 1. Give young researchers').waitFor();
    await line('Task 1. Give young').click();
    await page.keyboard.press('Control+z');
    await line('Task 1. Open national').waitFor();
    const row = rows.filter({ hasText: '2. Give young researchers' }).first();
    await row.hover();
    await row.locator('a[aria-label^="Move Task Up"]').click();
    await line('Task 1. Give young researchers').waitFor();
    await line('Task 1. Give young').click();
    await page.keyboard.press('Control+z');
    await line('Task 1. Open national').waitFor();
    await workbench.open('first-try.md');
  });

  it('renames a heading, and what quotes it', async () => {
    const { page } = workbench;
    await workbench.goTo(...at(textOf('first-try.md'), 'Buses that come on time'));
    await openedBy(page, 'F2', page.locator('.rename-box input'));
    await page.locator('.rename-box input').fill('Buses every ten minutes');
    await workbench.pictures('rename');
    await page.keyboard.press('Enter');
    await line('Strategy 1. Buses every ten minutes').waitFor();
    await workbench.goTo(47);
    await line('| Buses every ten minutes |').waitFor();
    await page.keyboard.press('Control+z');
    await line('Strategy 1. Buses that come on time').waitFor();
  });

  it('mends all findings by way of the preview, and takes them back at once', async () => {
    const { page } = workbench;
    await workbench.goTo(1);
    await workbench.command('Fix All Findings of This Plan');
    const preview = page.locator('.bulk-edit-panel');
    await preview.waitFor();
    await workbench.pictures('preview');
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).first().click();
    await line('Wednesday, 14 January 2026').waitFor();
    await page.locator('.part.statusbar .statusbar-item', { hasText: /· 0 findings/ }).waitFor();
    await workbench.open('first-try.md');
    await page.keyboard.press('Control+z');
    await line('Tuesday, 14 January 2026').waitFor();
  });

  it('writes an amount in Korean from the light bulb', async () => {
    const { page } = workbench;
    await workbench.goTo(...at(textOf('first-try.md'), 'KRW 2 billion in 2026'));
    const action = page
      .locator('.action-widget .monaco-list-row.action')
      .filter({ hasText: 'Write as 20억 원' })
      .first();
    await openedBy(page, 'Control+.', action);
    await workbench.pictures('convert');
    await choose(page, action);
    await line('20억 원').waitFor();
    await page.keyboard.press('Control+z');
    await line('receives KRW 2 billion').waitFor();
  });

  it('puts in a table of tasks, amounts and dates', async () => {
    const { page } = workbench;
    await workbench.goTo(7);
    await workbench.command('Insert or Refresh the Table of Tasks');
    await line('| Task | Amounts | Dates |').waitFor();
    await workbench.pictures('task-table');
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: 'planlint-table' }).first().waitFor({ state: 'hidden' });
  });

  it('peeks at where a figure stands', async () => {
    const { page } = workbench;
    const text = textOf('science-ict-2024.md');
    await workbench.open('science-ict-2024.md');
    await workbench.goTo(...at(text, 'KRW 270.2 billion'));
    await workbench.command('Peek References');
    await page.locator('.peekview-widget .monaco-list-row').first().waitFor();
    await workbench.pictures('peek');
    await page.keyboard.press('Escape');
    await page.locator('.peekview-widget').first().waitFor({ state: 'hidden' });
  });

  it('completes a reference and a directive while typing; the finding waits for the line to be left', async () => {
    const { page } = workbench;
    await workbench.open('first-try.md');
    await page.keyboard.press('Control+Shift+m');
    const filter = page.getByPlaceholder(/^Filter \(e\.g\. text/).first();
    const other = page.locator('.markers-panel .monaco-list-row', { hasText: 'Wednesday' }).first();
    await other.waitFor();
    // the panel may clear its filter while it opens
    for (let tries = 0; tries < 5 && (await other.isVisible()); tries++) {
      await filter.fill('There is no Task');
      await other.waitFor({ state: 'hidden', timeout: 4000 }).catch(() => undefined);
    }
    await workbench.goTo(...at(textOf('first-try.md'), 'Crossings are rebuilt'));
    await page.keyboard.type('See Task ');
    const suggestion = page.locator('.suggest-widget .monaco-list-row', { hasText: 'Renew the fleet' }).first();
    await openedBy(page, 'Control+Space', suggestion);
    await workbench.pictures('completion');
    await page.keyboard.press('Escape');
    await page.keyboard.type('99. ');
    const missing = page.locator('.markers-panel .monaco-list-row', { hasText: 'Task 99' }).first();
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'Task 11' }).first().waitFor();
    assert.equal(await missing.isVisible(), false);
    await workbench.goTo(1);
    await missing.waitFor();
    await filter.fill('');
    await workbench.command('File: Revert File');
  });

  it('turns a document that is no plan into one', async () => {
    const { page } = workbench;
    await workbench.open('README.md');
    await workbench.tree();
    await page.locator('.welcome-view-content', { hasText: 'does not read as a plan' }).waitFor();
    await workbench.pictures('no-plan');
    await page.locator('.welcome-view-content .monaco-button', { hasText: 'Treat as Plan' }).click();
    await page
      .locator('.part.statusbar .statusbar-item', { hasText: /\d tasks?/ })
      .first()
      .waitFor();
    await workbench.command('Not a Plan');
    await page.locator('.welcome-view-content', { hasText: 'does not read as a plan' }).waitFor();
  });
});
