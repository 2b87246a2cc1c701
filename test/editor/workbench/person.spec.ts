import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from '../support/workbench';

/** What a person does in the first minutes, on the real workbench with the packed extension installed. */
describe('workbench: a person opens a plan', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  it('sees four strategies and twelve tasks in the tree of a pasted plan', async () => {
    await workbench.open('science-ict-2024-pasted.txt');
    const rows = await workbench.tree();
    await rows.filter({ hasText: '1' }).first().waitFor();
    await workbench.screenshot('tree-light');
    const { page } = workbench;
    await page.mouse.move(900, 400); // away from the icon, whose tooltip lies over the tree
    await page.locator('.workbench-hover-container').first().waitFor({ state: 'hidden' });
    const view = page.locator('.part.sidebar');
    await workbench.closeUp('walkthrough-tree', view, { width: 300, height: 480 });
    assert.ok((await rows.count()) >= 4);
  });

  it('reads what an amount cut by a line end is worth', async () => {
    const { page } = workbench;
    const text = readFileSync(join(workbench.folder, 'science-ict-2024-pasted.txt'), 'utf8');
    const at = text.search(/KRW 270\.2/);
    const line = text.slice(0, at).split('\n').length;
    await workbench.goTo(line, at - text.lastIndexOf('\n', at) + 1);
    await workbench.command('Show or Focus Hover');
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: '2,702억' });
    await hover.first().waitFor();
    await workbench.screenshot('hover-amount');
    await page.keyboard.press('Escape');
  });

  it('finds a mistake in Problems, mends it from the light bulb, and takes it back', async () => {
    const { page } = workbench;
    await workbench.open('first-try.md');
    await page.locator('.codelens-decoration').first().waitFor();
    await workbench.closeUp('walkthrough-open', editorOf(workbench), { width: 652, height: 480 });
    await page.keyboard.press('Control+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'Wednesday' }).first().waitFor();
    await workbench.screenshot('problems');
    await rows
      .filter({ hasText: 'Wednesday' })
      .first()
      .dblclick({ position: { x: 60, y: 10 } });
    const before = await lineText(workbench, 'January 2026');
    const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: 'Wednesday' }).first();
    await openedBy(page, 'Control+.', action);
    await workbench.screenshot('light-bulb');
    const menu = page.locator('.action-widget');
    await workbench.closeUp('walkthrough-fix', editorOf(workbench), { width: 652, height: 400 }, menu.first());
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Wednesday' }).first().waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line').getByText(before, { exact: true }).first().waitFor();
  });
});

const editorOf = ({ page }: Workbench): Locator => page.locator('.part.editor .editor-container').first();

/** The first line in view that holds the words. */
async function lineText({ page }: Workbench, words: string): Promise<string> {
  return (await page.locator('.view-line', { hasText: words }).first().textContent()) ?? '';
}

/** Presses a key in the editor until what it opens is there: right after a jump the focus may still be on its way. */
async function openedBy(page: Workbench['page'], key: string, opened: Locator): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    await page
      .locator('.monaco-editor.focused')
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => undefined);
    await page.keyboard.press(key);
    const there = await opened.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (there) return;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+1');
  }
  await opened.waitFor();
}
