import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from '../support/workbench';

/** The same window in each theme, and in Korean: pictures to be looked at, and the words that must be there. */
const looks = [
  {
    name: 'dark',
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
    file: 'science-ict-2024.md',
    words: 'Task',
  },
  {
    name: 'high-contrast',
    settings: { 'workbench.colorTheme': 'Default High Contrast' },
    file: 'science-ict-2024.md',
    words: 'Task',
  },
  { name: 'korean', settings: {}, language: 'ko', file: '안전-2026.md', words: '과제' },
];

describe('workbench: looks', () => {
  for (const { name, settings, language, file, words } of looks) {
    it(name, async () => {
      let workbench: Workbench | undefined;
      try {
        workbench = await openWorkbench({ settings, ...(language === undefined ? {} : { language }) });
        await workbench.open(file);
        const rows = await workbench.tree();
        await rows.first().waitFor();
        const status = workbench.page.locator('.part.statusbar').filter({ hasText: words });
        await status.first().waitFor();
        assert.ok((await rows.count()) > 3);
        await workbench.screenshot(`look-${name}`);
      } finally {
        await workbench?.close();
      }
    });
  }
});
