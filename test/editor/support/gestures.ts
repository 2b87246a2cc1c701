import type { Locator, Page } from 'playwright-core';

/** Line and column of some words, both from 1. */
export function at(text: string, words: string): [line: number, column: number] {
  const offset = text.indexOf(words);
  if (offset < 0) throw new Error(`“${words}” is not in the text`);
  return [text.slice(0, offset).split('\n').length, offset - text.lastIndexOf('\n', offset - 1)];
}

/** Where the text is edited. */
export const editorOf = (page: Page): Locator => page.locator('.part.editor .editor-container').first();

/** The hover that says these words. */
export const hoverWith = (page: Page, words: string): Locator =>
  page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: words }).first();

/** The first line in view that holds the words. */
export async function lineText(page: Page, words: string): Promise<string> {
  return (await page.locator('.view-line', { hasText: words }).first().textContent()) ?? '';
}

/** What a page can say of an element's style; the specs are compiled without the types of a page. */
interface Styled {
  getComputedStyle(element: unknown, part?: string): { readonly content: string; readonly fontWeight: string };
}

/** The signs that are drawn behind words of the text, in order: they are no text of their own. */
export const signsBehind = (page: Page): Promise<string[]> =>
  page
    .locator('.view-line span')
    .evaluateAll((spans) =>
      spans
        .map((span) => (globalThis as unknown as Styled).getComputedStyle(span, '::after').content.replace(/"/g, ''))
        .filter((content) => /^[✓✗]$/.test(content)),
    );

/** What a page can say of a canvas. */
interface Drawn {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): { getImageData(...box: number[]): { readonly data: Uint8ClampedArray } };
}

/** How many dots of a canvas are red, and how many are yellow, brown or olive: the colours of errors and of warnings. */
export const marksOn = (canvas: Locator): Promise<{ red: number; yellow: number }> =>
  canvas.evaluate((element) => {
    const { width, height, getContext } = element as unknown as Drawn;
    const { data } = getContext.call(element, '2d').getImageData(0, 0, width, height);
    const marks = { red: 0, yellow: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b, opacity] = [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!];
      if (opacity < 60 || r < 80 || b > 90) continue;
      if (g < 90 && r > 150) marks.red++;
      else if (g >= 90 && g < 190) marks.yellow++;
    }
    return marks;
  });

export const isBold = (words: Locator): Promise<boolean> =>
  words.evaluate((span) => Number((globalThis as unknown as Styled).getComputedStyle(span).fontWeight) >= 600);

/** Chooses the first row with the words from the list that is open, typing them as one does in a long list. */
export async function quickPick(page: Page, words: string): Promise<void> {
  await page.locator('.quick-input-widget input.input').fill(words);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  await row.waitFor();
  await row.click();
  await page.mouse.move(700, 840); // from over what lies under the list, which would tell its name
}

/** Pulls the edge of the side bar to the right, so that its rows have room. */
export async function widenSideBar(page: Page, by: number): Promise<void> {
  const { x, y, width } = (await page.locator('.part.sidebar').boundingBox())!;
  await page.mouse.move(x + width, y + 400);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + 400, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(700, 840); // the edge is lit up while it is pointed at
}

/** Drags a row onto another, with the small steps of a hand: the page takes one leap for no drag. */
export async function dragOnto(page: Page, from: Locator, onto: Locator): Promise<void> {
  const middleOf = async (row: Locator): Promise<[number, number]> => {
    const { x, y, height } = (await row.first().boundingBox())!;
    return [x + 90, y + height / 2];
  };
  const [x, y] = await middleOf(from);
  const target = await middleOf(onto);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y - 4, { steps: 4 });
  await page.mouse.move(...target, { steps: 12 });
  await page.mouse.move(target[0] + 2, target[1], { steps: 4 });
  await page.mouse.up();
}

/** Clicks a row of the light bulb's menu, which lies behind a sheet until the mouse moves over it. */
export async function choose(page: Page, row: Locator): Promise<void> {
  const { x, y, width, height } = (await row.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2 - 3);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await row.click();
}

/** Presses a key in the editor until what it opens is there: right after a jump the focus may still be on its way. */
export async function openedBy(page: Page, key: string, opened: Locator): Promise<void> {
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
