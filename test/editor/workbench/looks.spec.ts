import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, editorOf, hoverWith, openedBy, widenSideBar } from '../support/gestures';
import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';

/** The interface in Korean, in all three themes: pictures to be looked at, and the words that must be there. */
describe('workbench: in Korean', () => {
  let workbench: Workbench;

  aWorkbench({ language: 'ko' }, (opened) => {
    workbench = opened;
  });

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

  it('shows the Korean half of a plan in two languages', async () => {
    await workbench.open('digital-inclusion-2026.md');
    const rows = await workbench.tree();
    await rows
      .filter({ hasText: /^1\. 읍면 배움터 개설.*18억 원/ })
      .first()
      .waitFor();
    assert.equal(await rows.filter({ hasText: 'Train' }).count(), 0);
  });

  it('opens a Korean sample from the walkthrough', async () => {
    const { page } = workbench;
    await workbench.command('Welcome: Open Walkthrough...', '앞뒤가 맞는 계획서');
    await page.locator('.getting-started-step', { hasText: '계획서 열기' }).first().waitFor();
    await page.locator('.getting-started-media img').first().waitFor();
    await workbench.screenshot('korean-walkthrough');
    await page.locator('.getting-started-step .monaco-button').first().click();
    await page.locator('.view-line', { hasText: '항만도시 교통 시행계획' }).first().waitFor();
    // until then it takes the focus from whatever is opened next, and what is typed goes into it
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  });

  it('tells the mistakes of a Korean plan and their fixes in Korean', async () => {
    const { page } = workbench;
    await workbench.open('first-try.ko.md');
    const tree = await workbench.tree();
    await tree.filter({ hasText: '과제 4' }).first().waitFor();
    await widenSideBar(page, 150);
    await workbench.closeUps('walkthrough-look-ko', page.locator('.part.sidebar'), { width: 450, height: 330 });
    await workbench.closeUps('walkthrough-open-ko', editorOf(page), { width: 745, height: 500 });
    await page.keyboard.press('Control+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: '수요일' }).first().waitFor();
    await workbench.pictures('korean-problems');
    await rows
      .filter({ hasText: '수요일' })
      .first()
      .dblclick({ position: { x: 60, y: 10 } });
    const action = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: '(수)' }).first();
    await openedBy(page, 'Control+.', action);
    await workbench.screenshot('korean-light-bulb');
    await workbench.closeUps('walkthrough-fix-ko', editorOf(page), { width: 745, height: 440 });
    await page.keyboard.press('Escape');
  });

  it('tells in a hover how a Korean total was reckoned; the settings are in Korean', async () => {
    const { page, folder } = workbench;
    await workbench.open('first-try.ko.md');
    const text = readFileSync(join(folder, 'first-try.ko.md'), 'utf8');
    const [line, column] = at(text, '90억 원');
    await workbench.goTo(line);
    // newer versions go by columns of the screen, of which Hangul takes two
    for (let letters = 1; letters < column; letters++) await page.keyboard.press('ArrowRight');
    await workbench.command('Show or Focus Hover');
    await hoverWith(page, '합계').waitFor();
    await workbench.screenshot('korean-hover');
    await page.keyboard.press('Escape');
    await workbench.command('설정 열기');
    await page.locator('.settings-editor .setting-item-contents').first().waitFor();
    await workbench.screenshot('korean-settings');
  });
});

describe('workbench: two languages in one plan', () => {
  let workbench: Workbench;

  aWorkbench({}, (opened) => {
    workbench = opened;
  });

  it('shows the reader’s half of its headings in the tree, and money once', async () => {
    await workbench.open('digital-inclusion-2026.md');
    const rows = await workbench.tree();
    await rows.filter({ hasText: '1. Open learning rooms in every township' }).first().waitFor();
    await rows
      .filter({ hasText: /^2\. Train helpers.*KRW 600 million/ })
      .first()
      .waitFor();
    assert.equal(await rows.filter({ hasText: /[가-힣]/ }).count(), 0);
    await widenSideBar(workbench.page, 150);
    await workbench.pictures('bilingual');
  });
});
