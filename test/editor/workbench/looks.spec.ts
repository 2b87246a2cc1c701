import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from '../support/workbench';

/** The interface in Korean, in all three themes: pictures to be looked at, and the words that must be there. */
describe('workbench: in Korean', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ language: 'ko' });
  });

  after(() => workbench?.close());

  it('shows a Korean plan, its tree, its status and its commands', async () => {
    const { page } = workbench;
    await workbench.open('안전-2026.md');
    const rows = await workbench.tree();
    await rows.filter({ hasText: '침수' }).first().waitFor();
    await page.locator('.part.statusbar', { hasText: '과제 7개 · 지적 사항 0건' }).waitFor();
    assert.ok((await rows.count()) > 9);
    await workbench.pictures('korean');
    await page.locator('.part.statusbar .statusbar-item', { hasText: '과제 7개' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '모든 과제 접기' }).waitFor();
    await workbench.screenshot('korean-menu');
    await page.keyboard.press('Escape');
  });
});
