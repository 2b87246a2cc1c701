import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';
import { openedBy } from '../support/gestures';

/** A folder from elsewhere, which nobody has said to trust: reading, checking and mending a plan run no code of it. */
describe('workbench: in a folder that is not trusted', () => {
  let workbench: Workbench;

  aWorkbench({ trusted: false }, (opened) => {
    workbench = opened;
  });

  it('a plan is read, checked and mended all the same', async () => {
    const { page } = workbench;
    await workbench.open('first-try.md');
    await page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await page.locator('.part.statusbar', { hasText: '7 tasks · 15 findings' }).waitFor();
    await workbench.goTo(3, 30);
    const fix = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: 'Wednesday' }).first();
    await openedBy(page, 'Control+.', fix);
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Wednesday, 14 January' }).first().waitFor();
  });
});
