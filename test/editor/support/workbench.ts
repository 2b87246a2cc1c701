import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
// The scripts that `npm start` and the other suites use.
import { launchBrowser } from '../../../scripts/vscode/browser.js';
import { installVSCode } from '../../../scripts/vscode/install.js';
import { startServer } from '../../../scripts/vscode/server.js';
import { temporaryFolder, workspaceOf } from '../../../scripts/vscode/workspace.js';

/** A VS Code with the packed extension installed, driven as a person would. */
export interface Workbench {
  readonly page: Page;
  /** The opened folder: a copy of `seeds/` and `test/editor/workspace/`. */
  readonly folder: string;
  /** Opens a file of the folder by Quick Open and waits until its tab is active. */
  open(name: string): Promise<void>;
  /** Runs a command by its title, from the command palette; `then` is chosen from the list that it opens. */
  command(title: string, then?: string): Promise<void>;
  /** Rows of one of Planlint's tree views; opens the view container first. */
  tree(): Promise<Locator>;
  /** Puts the cursor on a line and column, both from 1. */
  goTo(line: number, column?: number): Promise<void>;
  /** Keeps a picture of the window in its present colours as a file of the run. */
  screenshot(name: string): Promise<string>;
  /** Keeps pictures of the window as it stands in light, dark and both high contrasts; it is light again afterwards. */
  pictures(name: string): Promise<void>;
  /** Calls back in each of those looks, when the window wears it. */
  inAllLooks(look: (name: string) => Promise<unknown>): Promise<void>;
  /** The same of a part of the window, in pixels; where `centre` is seen it stands in the picture's middle. */
  closeUps(name: string, part: Locator, size: { width: number; height: number }, centre?: Locator): Promise<void>;
  close(): Promise<void>;
}

export const shots = '.vscode-test/shots';

/**
 * The looks that pictures are taken in: what the system asks for, which the editor follows at once and without closing
 * what is open, and the class by which the workbench shows that it wears it.
 */
const looks = [
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, wears: 'vs-dark' },
  { name: 'contrast', media: { colorScheme: 'dark', forcedColors: 'active' }, wears: 'hc-black' },
  { name: 'contrast-light', media: { colorScheme: 'light', forcedColors: 'active' }, wears: 'hc-light' },
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, wears: 'vs' },
] as const;

export interface WorkbenchOptions {
  settings?: Record<string, unknown>;
  /** Display language of the interface, `ko`; VS Code's own words stay English without its language pack. */
  language?: string;
  /** False: a folder that nobody has said to trust. */
  trusted?: boolean;
  /** True: the extension cannot wake, for its code is taken away; what the manifest adds is there. */
  asleep?: boolean;
  width?: number;
  height?: number;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const vscode = installVSCode((process.env.PLANLINT_BUILD ?? 'supported') as 'supported' | 'latest');
  const data = join(temporaryFolder('pl-'), 'd');
  mkdirSync(join(data, 'extensions'), { recursive: true });
  const vsix = readdirSync('.').find((file) => file.endsWith('.vsix'));
  if (vsix === undefined) throw new Error('No .vsix here: run `npm run package` first');
  const installed = spawnSync(
    vscode.node,
    [
      join(vscode.root, 'out/server-main.js'),
      ...['--install-extension', vsix, '--extensions-dir', join(data, 'extensions'), '--server-data-dir', data],
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  if (installed.status !== 0) throw new Error(`The .vsix does not install: ${installed.stdout}${installed.stderr}`);
  if (options.asleep === true) {
    const extension = readdirSync(join(data, 'extensions')).find((name) => name.startsWith('planlint.'))!;
    rmSync(join(data, 'extensions', extension, 'dist'), { recursive: true });
  }
  const folder = workspaceOf('seeds', 'test/editor/workspace');
  const settings = { 'window.autoDetectColorScheme': true, ...options.settings };
  const server = await startServer({ vscode, data, settings, trusted: options.trusted ?? true });
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1360, height: options.height ?? 850 },
    locale: 'en-US',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  if (options.language !== undefined) {
    await page.addInitScript((language) => {
      Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
    }, options.language);
  }
  await page.goto(`http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });

  const quickInput = page.locator('.quick-input-widget input.input');
  const pick = async (key: string, text: string, row: string): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      await page.keyboard.press(key);
      try {
        await quickInput.waitFor({ timeout: 3000 });
        await quickInput.fill(text, { timeout: 3000 }); // it closes where something else takes the focus
        await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor({ timeout: 4000 });
        await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
        await page.mouse.move(700, 840); // from over the tabs, which would tell their names
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };

  const screenshot = async (name: string, clip?: { x: number; y: number; width: number; height: number }) => {
    mkdirSync(shots, { recursive: true });
    const path = join(shots, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', ...(clip && { clip }) });
    return path;
  };
  const inAllLooks = async (take: (look: string) => Promise<unknown>) => {
    for (const { name, media, wears } of looks) {
      await page.emulateMedia(media);
      await page.locator(`.monaco-workbench.${wears}`).waitFor({ timeout: 15_000 });
      await page.waitForTimeout(250); // for the colours of figures, which come a little after the theme's own
      await take(name);
    }
  };

  return {
    page,
    folder,
    async open(name) {
      await pick('Control+p', `"${name}"`, name); // as one word: another file may hold its letters
      await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
      await page.locator('.monaco-editor .view-line').first().waitFor();
    },
    async command(title, then) {
      await pick('F1', `>${title}`, title);
      if (then === undefined) return;
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: then }).first();
      await row.waitFor();
      await row.click();
    },
    async tree() {
      // `force`: the badge with the number of findings lies over the icon and takes the click as well.
      const container = page.locator('[id="workbench.view.extension.planlint"]');
      if (!(await container.isVisible()))
        await page.locator('.activitybar .action-item a[aria-label^="Planlint"]').click({ force: true });
      await page.mouse.move(700, 840); // away from the icon, whose tooltip lies over the tree, and from figures in the text
      await page.locator('.workbench-hover-container').first().waitFor({ state: 'hidden' });
      return container.locator('.monaco-list-row');
    },
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+g');
      await quickInput.waitFor();
      await quickInput.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
    },
    screenshot,
    inAllLooks,
    pictures: (name) => inAllLooks((look) => screenshot(`${name}-${look}`)),
    async closeUps(name, part, { width, height }, centre) {
      const whole = (await part.boundingBox())!;
      const middle = await centre?.boundingBox();
      const from = (start: number, length: number, wanted: number, at: number | undefined) =>
        Math.max(start, Math.min((at ?? start) - wanted / 2, start + length - wanted));
      const clip = {
        x: from(whole.x, whole.width, width, middle ? middle.x + middle.width / 2 : undefined),
        y: from(whole.y, whole.height, height, middle ? middle.y + middle.height / 2 : undefined),
        width,
        height,
      };
      await inAllLooks((look) => screenshot(`${name}-${look}`, clip));
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
