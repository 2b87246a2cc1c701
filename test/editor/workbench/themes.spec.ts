import { strict as assert } from 'node:assert';
import { aWorkbench } from '../support/suite';
import type { Workbench } from '../support/workbench';

/** What is coloured can be read in light, dark and both high contrasts: figures as text, signs as graphics (WCAG 2.2, 1.4.3 and 1.4.11). */
describe('workbench: colours', () => {
  const asText = ['KRW 450 million', '14 January 2026', '40%', 'three strategies', 'Task 2'];
  const asSigns = ['✓', '✗'];
  let workbench: Workbench;

  aWorkbench({}, async (opened) => {
    workbench = opened;
    await workbench.open('first-try.md');
    await workbench.page.locator('.part.statusbar', { hasText: '7 tasks · 15 findings' }).waitFor();
  });

  it('figures and signs stand out from the page in every look, and kinds from each other', async () => {
    await workbench.inAllLooks(async (look) => {
      const colours = await coloursOf(workbench, [...asText, ...asSigns], 'Adopted by');
      for (const [words, ratio] of Object.entries(colours.ratios)) {
        const least = asSigns.includes(words) ? 3 : 4;
        assert.ok(ratio >= least, `${look}: “${words}” has a contrast of ${ratio.toFixed(2)}`);
      }
      const [amount, date, percent, count] = asText.map((words) => colours.colours[words]);
      assert.equal(new Set([amount, date, percent, count]).size, 4, `${look}: ${JSON.stringify(colours.colours)}`);
    });
  });
});

describe('workbench: colours before the extension has woken', () => {
  let workbench: Workbench;

  aWorkbench({ asleep: true }, (opened) => {
    workbench = opened;
  });

  it('figures and markers are told from the text by the grammar alone, in Markdown and in plain text', async () => {
    const { page } = workbench;
    const places = [
      ['first-try.md', 'Adopted by', ['KRW 450 million', '14 January 2026', '40%', 'Task 2']],
      ['flood-resilience-2026.txt', 'The programme has', ['EUR 184.0 million', '31 March 2027', '25%', 'Action 1']],
    ] as const;
    for (const [name, plain, words] of places) {
      await workbench.open(name);
      const { colours } = await coloursOf(workbench, words, plain);
      assert.equal(new Set(Object.values(colours)).size, words.length + 1, JSON.stringify(colours));
      await workbench.pictures(`grammar-${name.replace(/\W/g, '-')}`);
    }
    assert.equal(await page.locator('.part.statusbar .statusbar-item[id^="planlint"]').count(), 0);
  });
});

interface Colours {
  readonly colours: Record<string, string>;
  /** Contrast with the page, from 1 to 21. */
  readonly ratios: Record<string, number>;
}

/** Asks until everything has the colours of its kind, which come a little after the theme: other than those of a plain line. */
async function coloursOf({ page }: Workbench, wanted: readonly string[], beside: string): Promise<Colours> {
  for (let tries = 20; ; tries--) {
    const { colours, paper } = await page.evaluate(look, { wanted, beside });
    const missing = wanted.filter((words) => colours[words] === undefined);
    const plain = wanted.filter((words) => colours[words] === colours['plain']);
    if (missing.length + plain.length === 0) {
      const ratio = (colour: string) => contrast(luminance(colour), luminance(paper));
      return { colours, ratios: Object.fromEntries(wanted.map((words) => [words, ratio(colours[words]!)])) };
    }
    assert.ok(tries > 0, `${[...missing, ...plain].join(', ')} have no colour of their own`);
    await page.waitForTimeout(300);
  }
}

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** Relative luminance of `rgb(…)`, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [...colour.matchAll(/[\d.]+/g)].map((match) => {
    const part = Number(match[0]) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Runs in the page: the colours of the words and signs, of plain text, and of the page behind them. */
function look({ wanted, beside }: { wanted: readonly string[]; beside: string }): {
  colours: Record<string, string>;
  paper: string;
} {
  interface Element {
    readonly textContent: string;
    readonly childElementCount: number;
  }
  const page = globalThis as unknown as {
    document: { querySelectorAll(selector: string): Iterable<Element> };
    getComputedStyle(element: Element, part?: string): Record<'color' | 'backgroundColor' | 'content', string>;
  };
  const colours: Record<string, string> = {};
  for (const span of page.document.querySelectorAll('.view-line span')) {
    if (span.childElementCount > 0) continue;
    const text = span.textContent.replace(/\u00a0/g, ' ');
    const { color } = page.getComputedStyle(span);
    if (text.startsWith(beside)) colours['plain'] = color;
    const words = wanted.find((one) => text === one);
    if (words !== undefined) colours[words] ??= color;
    const after = page.getComputedStyle(span, '::after');
    const sign = after.content.replace(/"/g, '');
    if (wanted.includes(sign)) colours[sign] = after.color;
  }
  const [paper] = page.document.querySelectorAll('.monaco-editor-background');
  return { colours, paper: page.getComputedStyle(paper!).backgroundColor };
}
