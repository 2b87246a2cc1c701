import type { Figure } from '../figures/figure';
import { languages } from '../language/index';
import type { Block } from '../text/block';
import { countedKind, type DeclaredDraft } from './declared';
import type { Part } from './part';

/** How much of the text is weighed, in UTF-16 units: a plan shows what it is in its first pages. */
const sample = 24_000;
const needed = 5;
/** Of a text without series, lists or headings, as news is: there only the words speak. */
const neededOfProse = 12;

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
  const least = isProse(parts, declared, title) ? neededOfProse : needed;
  return planScore(blocks, parts, declared, figures, title) >= least;
}

/**
 * Whether the text names no part, and has fewer than two numbered ones, two headings below its title and three bullets.
 * Headings alone say little where neither the title nor a declared count tells of a plan: newspapers have them too.
 */
function isProse(parts: readonly Part[], declared: readonly DeclaredDraft[], title: string | null): boolean {
  if (parts.some(({ marker }) => isPlanHint(marker?.hint ?? null))) return false;
  const numbered = parts.filter(({ marker }) => marker !== null && marker.style !== 'bullet').length;
  const bullets = parts.filter(({ marker }) => marker?.style === 'bullet').length;
  const headings = parts.filter((part) => part.heading && part.title !== title).length;
  const isTold = declared.some(({ noun }) => countedKind(noun) !== 'other') || titleWeight(title) > 0;
  return numbered < 2 && (headings < 2 || (numbered === 0 && !isTold)) && bullets < 3;
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
  const amounts = figures.filter((figure) => figure.kind === 'amount').length;
  const labelled = parts.filter(({ marker }) => marker?.style === 'label' && isPlanHint(marker.hint)).length;
  const code = blocks.filter((block) => block.kind === 'code').length;
  return (
    Math.min(9, weigh(text, words)) +
    Math.min(4, policy(text, words) / 2.5) +
    structure(parts, blocks) +
    Math.min(4, titleWeight(title) * 2) +
    measured(parts, figures) +
    Math.min(5, (intent(text) * 1200) / Math.max(900, text.length)) +
    Math.min(3, amounts / 2) +
    (declared.some(({ what }) => what !== 'other') ? 3 : 0) +
    (labelled >= 3 ? 6 : labelled === 2 ? 4 : labelled * 3) -
    2 * against(text) -
    (addressed(words) ? 5 : 0) -
    3 * Math.min(3, Math.max(0, questions(blocks) - 1)) -
    Math.min(12, 3 * fileNames(text)) -
    Math.min(12, code * 3)
  );
}

/**
 * A title that asks, cries out, quotes or speaks to the reader tells nothing, nor does one word: `Goal! Goal! Goal!`,
 * `What the budget means for you`, `Programme`.
 */
function titleWeight(title: string | null): number {
  const headline = title === null || /[!?]|^["“‘]|^\S+$|\b[Yy]ou\b/.test(title) ? '' : title;
  return weigh(headline.toLowerCase(), wordsOf(headline));
}

/** What numbered parts add that put figures on what they say: money in millions, percentages, thousands of people. */
function measured(parts: readonly Part[], figures: readonly Figure[]): number {
  const telling = new Set(figures.filter(isTelling).map(({ block }) => block));
  const numbered = parts.filter(({ marker }) => marker !== null && marker.style !== 'bullet');
  const told = numbered.filter(({ block }) => telling.has(block) || telling.has(block + 1)).length;
  return told < 3 || told * 2 < numbered.length ? 0 : 3;
}

function isTelling(figure: Figure): boolean {
  if (figure.kind === 'percent' || figure.kind === 'change') return true;
  const least = figure.kind === 'amount' ? 1e6 : 1000;
  return (figure.kind === 'amount' || figure.kind === 'count') && (figure.value ?? 0) >= least;
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

/** What the parts add: bare labels, phrases, and numbered parts that each say what is to be done. */
function structure(parts: readonly Part[], blocks: readonly Block[]): number {
  const bare = parts.filter(({ marker }) => marker?.style === 'bare').length;
  const phrases = parts.filter(({ marker }) => marker?.style === 'phrase').length;
  const intents = parts
    .slice(0, 60)
    .filter(({ marker, block }) => marker !== null && marker.style !== 'bullet' && isToDo(blocks, block)).length;
  return (bare >= 2 ? 3 : 0) + (phrases > 0 ? 2 : 0) + (intents >= 3 ? 2 : 0) + (isReport(parts) ? 4 : 0);
}

/** Whether a block, or the text right under it, says what is to be done. */
const isToDo = (blocks: readonly Block[], index: number): boolean => {
  const under = blocks[index + 1];
  const text = `${blocks[index]!.reading.text} ${under?.kind === 'paragraph' ? under.reading.text : ''}`;
  return intent(text.slice(0, 600).toLowerCase()) > 0;
};

/** Whether it has squares with circles under them, as the reports of Korean offices do and other texts do not. */
function isReport(parts: readonly Part[]): boolean {
  const ranks = parts.filter(({ marker }) => marker?.style === 'bullet').map(({ marker }) => marker!.series);
  const squares = ranks.filter((rank) => rank === 'bullet:square').length;
  return squares >= 2 && ranks.filter((rank) => rank === 'bullet:circle').length >= 2;
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

/** Whether the text speaks to its reader throughout, as manuals, terms and advertisements do; a speech does at times. */
function addressed(words: ReadonlyMap<string, number>): boolean {
  let all = 0;
  for (const times of words.values()) all += times;
  const times = (words.get('you') ?? 0) + (words.get('your') ?? 0);
  return times >= 4 && times * 40 > all;
}

/** How many short blocks ask something: interviews and lists of questions are made of them. */
const questions = (blocks: readonly Block[]): number =>
  blocks.filter(({ reading }) => reading.text.length < 120 && /\?\s*$/.test(reading.text)).length;

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
