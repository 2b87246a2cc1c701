import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';
import {
  at,
  editorOf,
  hoverWith,
  isBold,
  lineText,
  marksOn,
  openedBy,
  quickPick,
  signsBehind,
  widenSideBar,
} from '../support/gestures';

/** What a person does in the first minutes, on the real workbench with the packed extension installed. */
describe('workbench: a person reads a plan', () => {
  let workbench: Workbench;

  aWorkbench({}, (opened) => {
    workbench = opened;
  });

  it('is welcomed where no plan is open, and by the walkthrough', async () => {
    const { page } = workbench;
    await workbench.tree();
    await page.locator('.welcome-view-content', { hasText: 'Open a plan in Markdown or plain text' }).waitFor();
    await workbench.pictures('welcome');
    await workbench.command('Welcome: Open Walkthrough...', 'A plan that agrees with itself');
    const steps = page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Open a plan' }).first().waitFor();
    await steps.filter({ hasText: 'See its tasks and figures' }).first().waitFor();
    await page.locator('.getting-started-media img').first().waitFor();
    await workbench.pictures('walkthrough');
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Open the Sample Plan' }).click();
    await page.locator('.tabs-container .tab', { hasText: 'Untitled' }).first().waitFor();
    await (await workbench.tree()).filter({ hasText: 'Buses that come on time' }).first().waitFor();
    await widenSideBar(page, 150);
    await workbench.closeUps('walkthrough-look', page.locator('.part.sidebar'), { width: 450, height: 330 });
    await workbench.pictures('sample');
    await page.locator('.activitybar .action-item', { hasText: '15' }).locator('a[aria-label*="Planlint"]').waitFor();
  });

  it('sees four strategies and twelve tasks in the tree of a pasted plan', async () => {
    await workbench.open('science-ict-2024-pasted.txt');
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'Open national research' }).first().waitFor();
    await workbench.page.setViewportSize({ width: 1520, height: 850 }); // its lines of 95 letters are not wrapped
    await workbench.pictures('tree');
    assert.ok((await rows.count()) >= 16);
  });

  it('clicks a task and is led to its text; the tree follows the cursor', async () => {
    const rows = await workbench.tree();
    await rows.filter({ hasText: 'Speak for fair rules' }).first().click();
    await workbench.page.locator('.part.statusbar', { hasText: 'Task 9 of 12' }).waitFor();
    await workbench.goTo(1);
    await workbench.page.locator('.part.statusbar', { hasText: '12 tasks' }).waitFor();
    await workbench.command('Next Task');
    const first = rows.filter({ hasText: 'Open national research' }).first();
    await first.and(workbench.page.locator('.selected')).waitFor();
  });

  it('filters the tree and takes the filter away', async () => {
    const { page } = workbench;
    const rows = await workbench.tree();
    const before = await rows.count();
    await workbench.command('Filter the Plan');
    await quickPick(page, 'with amounts');
    await page.locator('.pane-body .message', { hasText: 'Only rows: with amounts' }).first().waitFor();
    await workbench.pictures('filter');
    assert.ok((await rows.count()) < before);
    await workbench.command('Show All Rows');
    await page.locator('.pane-body .message', { hasText: 'Only rows' }).first().waitFor({ state: 'hidden' });
  });

  it('reads what an amount cut by a line end is worth', async () => {
    const text = readFileSync(join(workbench.folder, 'science-ict-2024-pasted.txt'), 'utf8');
    await workbench.goTo(...at(text, 'KRW 9\n'));
    await workbench.command('Show or Focus Hover');
    await hoverWith(workbench.page, '90억').waitFor();
    await workbench.pictures('hover');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.setViewportSize({ width: 1360, height: 850 });
  });

  it('goes to a task from a list', async () => {
    const { page } = workbench;
    await workbench.command('Go to Task');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open national' }).waitFor();
    await workbench.pictures('go-to-task');
    await quickPick(page, 'Keep networks');
    await page.locator('.part.statusbar', { hasText: 'Task 12 of 12' }).waitFor();
  });

  it('lists figures by kind and by task, and dates by quarter', async () => {
    const { page } = workbench;
    await workbench.command('Planlint: Focus on Figures View');
    const pane = (title: string) => page.locator('.split-view-view', { has: page.locator(`[aria-label^="${title}"]`) });
    const figures = pane('Figures').locator('.monaco-list-row');
    await figures.filter({ hasText: 'Amounts' }).first().waitFor();
    await workbench.command('Group the Figures');
    await quickPick(page, 'Task');
    await figures.filter({ hasText: 'Bring AI to work' }).first().waitFor();
    await workbench.pictures('figures');
    await workbench.command('Planlint: Focus on Dates View');
    const dates = pane('Dates').locator('.monaco-list-row');
    await dates
      .filter({ hasText: /Q[1-4] 2024/ })
      .first()
      .waitFor();
    await workbench.pictures('dates');
    await dates
      .filter({ hasText: /February|March|June|May/ })
      .first()
      .click();
    await page.locator('.part.statusbar', { hasText: /selected/ }).waitFor();
    await workbench.command('Planlint: Focus on Plan View');
    for (const title of ['Figures', 'Dates']) await page.locator(`.pane-header[aria-label^="${title}"]`).click();
  });

  it('asks the status bar what can be done, and folds all tasks', async () => {
    const { page } = workbench;
    await workbench.open('first-try.md');
    const place = page.locator('.part.statusbar .statusbar-item', { hasText: '7 tasks' });
    await place.waitFor();
    await place.click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Fold all tasks' }).waitFor();
    await workbench.pictures('menu');
    await quickPick(page, 'Fold all tasks');
    await page.locator('.view-line', { hasText: 'The city buys' }).first().waitFor({ state: 'hidden' });
    await page.locator('.view-line', { hasText: 'Renew the fleet' }).first().waitFor();
    await workbench.pictures('folded');
    await workbench.command('Unfold All');
    await page.locator('.view-line', { hasText: 'The city buys' }).first().waitFor();
  });

  it('sees what is true of the plan marked, and totals above tasks', async () => {
    const { page } = workbench;
    await page.locator('.codelens-decoration', { hasText: 'KRW 21 billion' }).first().waitFor();
    await page.locator('.codelens-decoration a', { hasText: '2 findings' }).first().click();
    await page.locator('.part.statusbar', { hasText: /selected/ }).waitFor();
    await workbench.goTo(1);
    assert.deepEqual(await signsBehind(page), ['✓', '✗']);
    await workbench.goTo(...at(readFileSync(join(workbench.folder, 'first-try.md'), 'utf8'), 'three strategies'));
    await workbench.command('Show or Focus Hover');
    await hoverWith(page, 'As many as the plan has').waitFor();
    await page.keyboard.press('Escape');
    await workbench.goTo(1);
    const heading = page.locator('.view-line', { hasText: 'Strategy 1. Buses' }).locator('span span').last();
    assert.ok(await isBold(heading), 'a heading keeps the look of a heading');
    await workbench.closeUps('walkthrough-open', editorOf(page), { width: 745, height: 500 });
    await workbench.pictures('marks');
  });

  it('turns on hints of growth in the settings', async () => {
    const { page } = workbench;
    await workbench.command('Open the Settings of Planlint');
    await page.locator('.settings-editor .setting-item-contents', { hasText: 'Plans: Include' }).first().waitFor();
    await workbench.pictures('settings');
    await chooseHints(workbench, 'all', 'visible');
    await workbench.pictures('inlay-hints');
    await chooseHints(workbench, 'off', 'hidden');
  });

  it('finds a mistake in Problems, mends it from the light bulb, and takes it back', async () => {
    const { page } = workbench;
    await workbench.open('first-try.md');
    await page.keyboard.press('Control+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'Wednesday' }).first().waitFor();
    await workbench.pictures('problems');
    await rows
      .filter({ hasText: 'Wednesday' })
      .first()
      .dblclick({ position: { x: 60, y: 10 } });
    for (const canvas of ['canvas.decorationsOverviewRuler', '.minimap canvas.minimap-decorations-layer']) {
      const marks = await marksOn(editorOf(page).locator(canvas).first());
      assert.ok(marks.red > 0 && marks.yellow > 0, `${canvas}: ${JSON.stringify(marks)}`);
    }
    const before = await lineText(page, 'January 2026');
    const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: 'Wednesday' }).first();
    await openedBy(page, 'Control+.', action);
    await workbench.screenshot('light-bulb');
    await workbench.closeUps('walkthrough-fix', editorOf(page), { width: 745, height: 440 });
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Wednesday' }).first().waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line').getByText(before, { exact: true }).first().waitFor();
  });

  it('reads a problem and the figure’s value in one hover', async () => {
    const { page, folder } = workbench;
    const text = readFileSync(join(folder, 'first-try.md'), 'utf8');
    await workbench.goTo(...at(text, 'KRW 9 billion'));
    await workbench.command('Show or Focus Hover');
    await hoverWith(page, 'the total says KRW 9 billion').waitFor();
    await hoverWith(page, '90억 원').waitFor();
    await workbench.pictures('hover-problem');
    await page.keyboard.press('Escape');
  });

  it('turns a check off in the settings, from the list of all', async () => {
    const { page } = workbench;
    const findings = page.locator('.part.statusbar', { hasText: '· 14 findings' });
    for (let tries = 4; ; tries--) {
      const checks = await settingOf(workbench, 'Planlint: Checks', 'severe');
      await checks.locator('.monaco-button', { hasText: 'Add Item' }).click();
      await checks.locator('.setting-list-object-input-key select').selectOption('weekday-mismatch');
      await checks.locator('.setting-list-object-input-value select').selectOption('off');
      if (tries === 4) await workbench.pictures('settings-checks');
      await checks.locator('.setting-list-ok-button').click();
      await workbench.open('first-try.md');
      try {
        return await findings.waitFor({ timeout: 8000 });
      } catch (error) {
        if (tries === 0) throw error;
      }
    }
  });
});

/** Chooses in the settings which hints are shown, again where the list was drawn anew under the choice. */
async function chooseHints(workbench: Workbench, label: string, state: 'visible' | 'hidden'): Promise<void> {
  const { page } = workbench;
  const hint = page.locator('.view-line', { hasText: '= 41,000,000,000' }).first();
  for (let tries = 4; ; tries--) {
    const hints = await settingOf(workbench, 'Planlint: Inlay Hints', 'inlay');
    await hints.locator('select').selectOption({ label });
    await workbench.open('first-try.md');
    try {
      return await hint.waitFor({ state, timeout: 8000 });
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}

/** The setting of that title on the settings' page, sought by a word: again where the page had not taken all of it. */
async function settingOf(workbench: Workbench, title: string, word: string): Promise<Locator> {
  const { page } = workbench;
  const settings = page.locator('.settings-editor .setting-item-contents');
  const wanted = settings.filter({ hasText: title }).first();
  for (let tries = 4; ; tries--) {
    await workbench.command('Open the Settings of Planlint');
    await settings.filter({ hasText: 'Plans: Include' }).first().waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(` ${word}`);
    try {
      await settings.filter({ hasText: 'Plans: Include' }).first().waitFor({ state: 'detached', timeout: 8000 });
      await wanted.waitFor({ timeout: 8000 });
      return wanted;
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}
