import type { Figure } from '../figures/figure';
import { languages } from '../language/index';
import type { Block } from '../text/block';
import type { DeclaredDraft } from './declared';
import type { Part } from './part';

/** How much of the text is weighed, in UTF-16 units: a plan shows what it is in its first pages. */
const sample = 24_000;
const needed = 7;

/**
 * Whether the text reads as a plan: words of plans and of intent, money, a title that says so, declared counts and
 * labelled series speak for it; words of software, minutes, statutes, letters and recipes against it.
 */
export function isPlanText(
  blocks: readonly Block[],
  parts: readonly Part[],
  declared: readonly DeclaredDraft[],
  figures: readonly Figure[],
  title: string | null,
): boolean {
  return planScore(blocks, parts, declared, figures, title) >= needed;
}

/** What the front matter says of it: `planlint: true` or `false`; undefined where it says nothing. */
export function statedPlan(source: string): boolean | undefined {
  if (!/^---[ \t]*\r?\n/.test(source)) return undefined;
  for (const line of source.slice(0, 8000).split(/\r?\n/).slice(1)) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return undefined;
    const said = /^planlint:[ \t]*(true|false)[ \t]*$/.exec(line)?.[1];
    if (said !== undefined) return said === 'true';
  }
  return undefined;
}

/**
 * Whether the file's name says that it is about something else, whatever words it uses: a README of plans is no plan.
 */
export const isNamedOtherwise = (path: string): boolean =>
  /(?:^|[\\/])(?:readme|licen[cs]e|changelog|changes|contributing|code_of_conduct|security|authors|notice|copying)(?:[._-][^\\/]*)?$/i.test(
    path,
  );

export function planScore(
  blocks: readonly Block[],
  parts: readonly Part[],
  declared: readonly DeclaredDraft[],
  figures: readonly Figure[],
  title: string | null,
): number {
  const text = sampleOf(blocks);
  if (text.trim().length < 40) return 0;
  const words = new Map<string, number>();
  for (const match of text.matchAll(/[a-z]{2,24}/g)) words.set(match[0], (words.get(match[0]) ?? 0) + 1);
  const titled = weigh(title?.toLowerCase() ?? '', wordsOf(title ?? ''));
  const amounts = figures.filter((figure) => figure.kind === 'amount').length;
  const labelled = parts.filter(({ marker }) => marker?.style === 'label' && isPlanHint(marker.hint)).length;
  const code = blocks.filter((block) => block.kind === 'code').length;
  return (
    Math.min(9, weigh(text, words)) +
    Math.min(3, policy(text, words) / 2) +
    structure(parts, blocks) +
    Math.min(4, titled * 2) +
    Math.min(5, (intent(text) * 1200) / Math.max(600, text.length)) +
    Math.min(3, amounts / 2) +
    (declared.some(({ what }) => what !== 'other') ? 3 : 0) +
    (labelled >= 2 ? 4 : labelled * 3) -
    2 * against(text) -
    Math.min(12, 3 * fileNames(text)) -
    Math.min(12, code * 3)
  );
}

const isPlanHint = (hint: string | null): boolean => hint === 'strategy' || hint === 'task';

function sampleOf(blocks: readonly Block[]): string {
  let text = '';
  for (const { kind, reading, table } of blocks) {
    if (kind === 'furniture' || kind === 'code' || kind === 'matter') continue;
    text += `${reading.text}\n`;
    for (const row of table?.rows.slice(0, 40) ?? []) for (const cell of row.cells) text += `${cell.reading.text}\n`;
    if (text.length > sample) break;
  }
  return text.toLowerCase();
}

const wordsOf = (text: string): Map<string, number> =>
  new Map([...text.toLowerCase().matchAll(/[a-z]{2,24}/g)].map((match) => [match[0], 1]));

/** Weight of the distinct plan words. Words in Latin letters count whole, others wherever they stand. */
function weigh(text: string, words: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const { outline } of languages) {
    for (const [word, worth] of Object.entries(outline.plan)) {
      if (/[a-z]/.test(word) ? words.has(word) : text.includes(word)) weight += worth;
    }
  }
  return weight;
}

/** How many words of public policy the text has. */
function policy(text: string, words: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const { outline } of languages) {
    for (const word of outline.policy) if (/[a-z]/.test(word) ? words.has(word) : text.includes(word)) count++;
  }
  return count;
}

/** What series of words and bare labels add: three tasks told one after the other, each with what is to be done. */
function structure(parts: readonly Part[], blocks: readonly Block[]): number {
  const bare = parts.filter(({ marker }) => marker?.style === 'bare').length;
  const phrases = parts.filter(({ marker }) => marker?.style === 'phrase').length;
  const intents = parts.filter(
    ({ marker, block }) => marker?.style === 'word' && intent(blocks[block]!.reading.text.toLowerCase()) > 0,
  ).length;
  return (bare >= 2 ? 3 : 0) + (phrases > 0 ? 2 : 0) + (intents >= 3 ? 2 : 0);
}

/** How often the text says what is to be done. */
function intent(text: string): number {
  let count = 0;
  for (const { outline } of languages) {
    for (const sign of outline.future) {
      const bounded = /[a-z]/.test(sign);
      for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
        if (!bounded || (!/[a-z]/.test(text[at - 1] ?? '') && !/[a-z]/.test(text[at + sign.length] ?? ''))) count++;
      }
    }
  }
  return count;
}

/** How often the text names source files, as descriptions of software and folders do; one may be a download. */
function fileNames(text: string): number {
  const names = text.match(/[a-z0-9_-]\.(?:md|txt|jsx?|tsx?|json|ya?ml|toml|py|rb|rs|go|sh|html?|css)(?![a-z0-9])/g);
  return Math.max(0, (names?.length ?? 0) - 1);
}

function against(text: string): number {
  let weight = 0;
  for (const { outline } of languages) {
    for (const { word, weight: worth } of outline.notPlan) {
      const at = text.indexOf(word);
      if (at >= 0 && (!/[a-z]/.test(word[0]!) || !/[a-z]/.test(text[at - 1] ?? ''))) weight += worth;
    }
  }
  return weight;
}
