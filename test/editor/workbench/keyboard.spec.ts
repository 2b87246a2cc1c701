import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, hoverWith, openedBy } from '../support/gestures';
import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';

/** Everything that a person does with a mouse can be done without one, and is told to those who hear the screen. */
describe('workbench: a person without a mouse', () => {
  let workbench: Workbench;
  const container = () => workbench.page.locator('[id="workbench.view.extension.planlint"]');
  const focused = () => container().locator('.monaco-list-row.focused').first();
  const press = async (...keys: string[]) => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  /** Presses a key until the row with the words has the focus of the tree. */
  const reach = async (words: RegExp, key = 'ArrowDown') => {
    for (let tries = 0; tries < 40; tries++) {
      if (words.test((await focused().getAttribute('aria-label')) ?? '')) return;
      await press(key);
    }
    assert.fail(`${String(words)} was not reached`);
  };

  /** Goes to the first row of the Plan view; keys pressed before the view has the focus go elsewhere. */
  const toFirstRow = async () => {
    await workbench.command('Planlint: Focus on Plan View');
    const tree = container().locator('.monaco-list:focus');
    await tree.locator('.monaco-list-row').first().waitFor();
    await press('Home');
    await tree.locator('.monaco-list-row.focused[data-index="0"]').waitFor();
  };

  /** Opens the row that has the focus, and waits for the first row inside. */
  const open = async (inside: string) => {
    await press('ArrowRight');
    await container().locator(`.monaco-list-row[aria-label^="${inside}"]`).first().waitFor();
  };

  aWorkbench({}, async (opened) => {
    workbench = opened;
    await workbench.open('first-try.md');
    await workbench.page.locator('.part.statusbar', { hasText: '7 tasks · 15 findings' }).waitFor();
  });

  it('goes from the tree to the text of a task, on to a finding, mends it and takes it back', async () => {
    const { page } = workbench;
    await toFirstRow();
    await press('ArrowLeft');
    await reach(/^Strategy 2, /);
    await open('Task 5, ');
    await reach(/^Task 6, 6\. Calm the traffic/);
    await press('Enter');
    await page
      .locator('.part.statusbar', { hasText: 'Task 5 of 7' })
      .or(page.locator('.part.statusbar', { hasText: 'Task 6 (5 of 7)' }))
      .first()
      .waitFor();
    await press('Control+1');
    await page.locator('.monaco-editor.focused').first().waitFor();
    await workbench.command('Next Finding');
    await page.locator('.part.statusbar', { hasText: /selected/ }).waitFor();
    const text = readFileSync(join(workbench.folder, 'first-try.md'), 'utf8');
    await workbench.goTo(...at(text, 'Tuesday'));
    const fix = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: 'Wednesday' }).first();
    await openedBy(page, 'Control+.', fix);
    await press('Enter');
    await page.locator('.view-line', { hasText: 'Wednesday, 14 January' }).first().waitFor();
    await press('Control+z');
    await page.locator('.view-line', { hasText: 'Tuesday, 14 January' }).first().waitFor();
  });

  it('hears a hover, and follows its link', async () => {
    const { page, folder } = workbench;
    const text = readFileSync(join(folder, 'first-try.md'), 'utf8');
    await workbench.goTo(...at(text, 'KRW 2 billion in 2026'));
    await openedBy(page, 'Control+k', page.locator('.part.statusbar', { hasText: 'waiting for' }));
    await press('Control+i');
    const hover = hoverWith(page, '20억 원');
    await hover.waitFor();
    await press('Control+k', 'Control+i'); // into the hover
    const heard = page.locator('.accessible-view');
    await openedBy(page, 'Alt+F2', heard);
    assert.match((await heard.innerText()).replace(/\s/g, ' '), /KRW 2,000,000,000.*20억 원/);
    await workbench.screenshot('accessible-view');
    await press('Escape', 'Escape', 'Control+1');
    await workbench.goTo(...at(text, '2026, and the grid'));
    await openedBy(page, 'Control+k', page.locator('.part.statusbar', { hasText: 'waiting for' }));
    await press('Control+i');
    await hoverWith(page, 'Also on').waitFor();
    await press('Control+k', 'Control+i');
    await until(async () => {
      await press('Tab');
      return /^line \d+$/.test(await page.evaluate(textOfFocus));
    }, 'the link');
    const [, line] = /(\d+)/.exec(await page.evaluate(textOfFocus))!;
    await press('Enter');
    await page.locator('.part.statusbar', { hasText: `Ln ${line}, ` }).waitFor();
  });

  it('selects several rows, copies them and puts them into a document', async () => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await toFirstRow();
    await open('Task 1, ');
    await reach(/^Task 1, /);
    await press('Enter'); // the row that is pointed at is chosen
    await page.locator('.part.statusbar', { hasText: 'Task 1 of 7' }).waitFor();
    await press('Shift+ArrowDown', 'Control+c');
    await workbench.command('File: New Untitled Text File');
    await page.locator('.tabs-container .tab.active', { hasText: 'Untitled' }).waitFor();
    await page.locator('.monaco-editor.focused').first().waitFor();
    await press('Control+v');
    await page.locator('.view-line', { hasText: '- 1. Renew the fleet (KRW 21 billion' }).first().waitFor();
    await page.locator('.view-line', { hasText: '- 2. Give buses their own lanes' }).first().waitFor();
    await workbench.command('File: Revert File');
    await workbench.open('first-try.md');
  });

  it('is told what every row, every button and every view is', async () => {
    const { page } = workbench;
    for (const view of ['Dates', 'Figures', 'Plan']) {
      await workbench.command(`Planlint: Focus on ${view} View`);
      const pane = page.locator('.split-view-view', { has: page.locator(`.pane-header[aria-label^="${view}"]`) });
      await pane.locator('.monaco-list-row').first().waitFor();
      const labels = await pane
        .locator('.monaco-list-row')
        .evaluateAll((rows) => rows.map((row) => (row as unknown as Labelled).getAttribute('aria-label') ?? ''));
      for (const label of labels) assert.match(label, /^[^\s,].*\w/, `${view}: “${label}”`);
      const buttons = await pane
        .locator('.pane-header .actions .action-label')
        .evaluateAll((all) => all.map((one) => (one as unknown as Labelled).getAttribute('aria-label') ?? ''));
      assert.ok(buttons.length > 0 && buttons.every((label) => label !== ''), `${view}: ${buttons.join(' | ')}`);
    }
    const plan = container().locator('.monaco-list-row');
    const kinds = /^(?:Strategy|Task|Measure|Section)(?: \d+)?, /;
    for (let row = 0; row < (await plan.count()); row++) {
      const label = (await plan.nth(row).getAttribute('aria-label')) ?? '';
      if (await plan.nth(row).locator('.codicon-milestone, .codicon-tasklist').count()) assert.match(label, kinds);
    }
    const status = page.locator('.part.statusbar .statusbar-item[id="planlint.planlint.planlint.place"] a');
    assert.match((await status.first().getAttribute('aria-label')) ?? '', /tasks? · \d+ findings?|Task \d+ .*of 7/);
  });

  it('walks from view to view with Tab, in the order in which they stand', async () => {
    const { page } = workbench;
    await workbench.command('Planlint: Focus on Plan View');
    const stops: string[] = [];
    for (let tries = 0; tries < 24; tries++) {
      const name = await page.evaluate(nameOfFocus);
      if (name !== '' && stops.at(-1) !== name) stops.push(name);
      if (name.startsWith('Dates')) break;
      await press('Tab');
    }
    const place = (words: string) => stops.findIndex((name) => name.startsWith(words));
    assert.ok(
      place('Plan') >= 0 && place('Plan') < place('Figures') && place('Figures') < place('Dates'),
      stops.join(' | '),
    );
  });
});

/** What a page can say of an element; the specs are compiled without the types of a page. */
interface Labelled {
  getAttribute(name: string): string | null;
}

/** Runs in the page: the name of the view that has the focus, empty elsewhere. */
const nameOfFocus = (): string => {
  interface Element extends Labelled {
    closest(selector: string): (Element & { querySelector(selector: string): Element | null }) | null;
  }
  const { activeElement } = (globalThis as unknown as { document: { activeElement: Element | null } }).document;
  return activeElement?.closest('.pane')?.querySelector('.pane-header')?.getAttribute('aria-label') ?? '';
};

/** Runs in the page: what stands on the link or button that has the focus. */
const textOfFocus = (): string =>
  (globalThis as unknown as { document: { activeElement: { textContent: string } | null } }).document.activeElement
    ?.textContent ?? '';

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) if (await isSo()) return;
  assert.fail(`${what} never came`);
}
