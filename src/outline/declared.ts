import { languages } from '../language/index';
import type { Block } from '../text/block';
import { sourceSpan } from '../text/reading';
import { lastStartingBy } from '../text/span';
import { pathAt, walk, type Declared, type Node } from './outline';
import { sentenceEnd } from './sentence';
import { cardinalOf, labels } from './words';

/** A declared count before the outline is known, with the block that it stands in. */
export interface DeclaredDraft extends Declared {
  readonly block: number;
}

const counted: ReadonlyMap<string, Declared['what']> = new Map(
  languages.flatMap(({ outline }) => Object.entries(outline.counted)),
);

/** What a counted noun means by itself, wherever it stands: `key priorities` → strategies. */
export function countedKind(noun: string): Declared['what'] {
  const lower = noun.toLowerCase();
  const last = lower.slice(lower.lastIndexOf(' ') + 1);
  return counted.get(lower) ?? counted.get(last) ?? 'other';
}

/** Every declared count, in order: `four major strategies`, `twelve key tasks`, `12대 과제`, `과제 12개`. */
export function declaredCounts(blocks: readonly Block[]): DeclaredDraft[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'quote')
      return [];
    return inText(block.reading.text).map(({ start, end, ...rest }) => ({
      ...rest,
      ...sourceSpan(block.reading, start, end),
      block: index,
    }));
  });
}

/** Nouns that in a plan mean its parts; others do so only where the outline has them by that name or number. */
const strong = /(?:strateg(?:y|ies)|pillars|thrusts|tasks|initiatives|measures|actions|전략|과제)$/;

/**
 * What each count is about, now that the outline is known. A count within a task is about that task (`four strategic
 * fields`); a noun that labels the tasks counts tasks (`eight performance goals` over `Performance Goal 1.1`).
 */
export function settleDeclared(drafts: readonly DeclaredDraft[], outline: readonly Node[]): Declared[] {
  const named = new Map<string, Declared['what']>();
  const numbers = { strategies: 0, tasks: 0 };
  walk(outline, ({ kind, marker, style }) => {
    if (kind !== 'strategy' && kind !== 'task') return;
    const what = kind === 'strategy' ? 'strategies' : 'tasks';
    numbers[what]++;
    if (style === 'label' && marker !== null) named.set(plural(marker), what);
    if (style === 'phrase' && marker !== null) named.set(plural(marker.slice(marker.lastIndexOf(' ') + 1)), what);
  });
  const names = [...named];
  return drafts.map(({ block: _, ...declared }) => {
    const noun = declared.noun.toLowerCase();
    const byName = named.get(noun) ?? names.find(([name]) => noun.endsWith(name))?.[1];
    if (byName !== undefined && !isWithin(declared, outline, byName)) return { ...declared, what: byName };
    const fits =
      declared.what !== 'other' &&
      (strong.test(noun) || numbers[declared.what] === declared.value || isPaired(declared, drafts));
    return fits && !isWithin(declared, outline, 'tasks') ? declared : { ...declared, what: 'other' };
  });
}

/** `4대 분야 10개 과제`: the two numbers told in one breath. */
function isPaired({ what, start, end }: Declared, drafts: readonly Declared[]): boolean {
  const at = lastStartingBy(drafts, start);
  const near = drafts.slice(Math.max(0, at - 3), at + 4);
  return near.some(
    (other) =>
      (what === 'strategies' && other.what === 'tasks' && other.start > end && other.start - end <= 3) ||
      (what === 'tasks' && other.what === 'strategies' && other.end < start && start - other.end <= 3),
  );
}

/** `Performance Goal 1.1` → `performance goals`, `전략 1` → `전략`. */
function plural(marker: string): string {
  const label = marker
    .replace(/[\s\d.#ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳-]+$/, '')
    .trim()
    .toLowerCase();
  if (/[가-힣]$/.test(label)) return label;
  return label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
}

/** Whether the count stands within a part of the plan, where it can only be about that part. */
function isWithin(declared: Declared, outline: readonly Node[], what: 'strategies' | 'tasks' | 'other'): boolean {
  const path = pathAt(outline, declared.start);
  if (path === null) return false;
  let nodes = outline;
  for (const index of path) {
    const node = nodes[index]!;
    if (node.kind === 'task' || (node.kind === 'strategy' && what === 'strategies')) return true;
    nodes = node.children;
  }
  return false;
}

function inText(text: string): Declared[] {
  const found = [...english(text), ...korean(text)].sort((a, b) => a.start - b.start);
  return found.filter(({ start }) => !isOther(text, start));
}

/** Words that may not stand between the number and its noun. */
const barriers = new Set(
  'of the a an and or for in on to with by from per is are was were this that its their our as at'.split(' '),
);

/** The counted nouns of languages that part their words, the longest first so that `fields of action` wins. */
const nounForm = new RegExp(
  `\\b(?:${[...counted.keys()]
    .filter((noun) => /[a-z]/.test(noun))
    .sort((x, y) => y.length - x.length)
    .join('|')})(?![A-Za-z-])`,
  'gi',
);

function english(text: string): Declared[] {
  const found: Declared[] = [];
  for (const match of text.matchAll(nounForm)) {
    const end = match.index + match[0].length;
    const lead = text.slice(Math.max(0, match.index - 60), match.index);
    const words = lead.split(' ');
    // The last piece is empty: the noun follows a space.
    if (words.pop() !== '') continue;
    let start = match.index;
    for (const word of words.slice(-4).reverse()) {
      start -= word.length + 1;
      const lower = word.toLowerCase().replace(/^["'“‘(]/, '');
      const value = numberOf(lower);
      if (value !== null) {
        start += word.length - lower.length;
        // `Task 3 actions` and `one project` declare nothing.
        const previous = /([A-Za-z]+) $/.exec(text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase();
        if (value < 2 || (/\d/.test(lower) && labels.has(previous ?? ''))) break;
        const noun = text.slice(start + lower.length + 1, end);
        found.push({ what: counted.get(match[0].toLowerCase())!, noun, value, start, end });
        break;
      }
      if (barriers.has(lower) || /[^A-Za-z'’&-]/.test(word)) break;
    }
  }
  return found;
}

const numberOf = (word: string): number | null =>
  /^\d{1,3}$/.test(word) ? Number(word) : /^[a-z]/.test(word) ? cardinalOf(word) : null;

const before =
  /(\d{1,3}|(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)(?= ?가지)) ?(대|개|가지) ?((?:(?!(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두) 가지)[가-힣]{1,6} ){0,2}(?!(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두) 가지)[가-힣]{1,10})/g;
const after = /([가-힣]{1,8}?)(?:[은는이가]|) ?(\d{1,3}) ?(?:개|가지)(?!(?!이다|이며|이고|입니다)[가-힣]{2})/g;
const particles =
  /^(?:은|는|이|가|을|를|와|과|로|으로|의|에|에서|도|만|및|등|이며|이고|이다|입니다|인|으로서|마다|부터|까지|별로|하에)+$/;

function korean(text: string): Declared[] {
  if (!/[가-힣]/.test(text)) return [];
  const found: Declared[] = [];
  for (const match of text.matchAll(before)) {
    const noun = koreanNoun(match[3]!);
    const value = numberOf(match[1]!) ?? cardinalOf(match[1]!) ?? 0;
    if (noun === null || value < 2 || /[\d.,]/.test(text[match.index - 1] ?? '')) continue;
    const start = match.index;
    const end = start + match[0].length - match[3]!.length + noun.text.length;
    const local = match[2] !== '대' && noun.what === 'strategies' && !noun.text.endsWith('전략');
    found.push({ what: local ? 'other' : noun.what, noun: noun.text, value, start, end });
  }
  for (const match of text.matchAll(after)) {
    const noun = koreanNoun(match[1]!);
    const value = Number(match[2]);
    const start = match.index;
    if (noun === null || noun.text !== match[1] || value < 2) continue;
    if (/\d(?:대|개)? ?$/.test(text.slice(Math.max(0, start - 3), start)) || found.some((one) => one.end > start))
      continue;
    found.push({ what: noun.what, noun: noun.text, value, start, end: start + match[0].length });
  }
  return found.map((one) => (isDivided(one, found, text) ? { ...one, what: 'strategies' } : one));
}

/** `4개 부문 9개 사업`, `5대 영역, 12개 과제`: what stands before the number of tasks is what they are divided into. */
const isDivided = ({ what, noun, end }: Declared, all: readonly Declared[], text: string): boolean =>
  what === 'other' &&
  /(?:분야|부문|영역|목표|방향|축)$/.test(noun) &&
  all.some((next) => next.what === 'tasks' && next.start > end && /^[,·과와의]?\s?$/.test(text.slice(end, next.start)));

/** The counted noun phrase at the head of `text`, its particles cut off: `핵심 전략`, `세부 추진과제`. */
function koreanNoun(text: string): { text: string; what: Declared['what'] } | null {
  const words = text.split(' ');
  for (let size = 1; size <= words.length; size++) {
    const word = words[size - 1]!;
    for (const [noun, what] of counted) {
      const at = /[가-힣]/.test(noun) ? word.indexOf(noun) : -1;
      if (at < 0) continue;
      const rest = word.slice(at + noun.length);
      if (rest !== '' && !particles.test(rest)) continue;
      const head = [...words.slice(0, size - 1), word.slice(0, at + noun.length)].join(' ');
      return { text: head, what };
    }
  }
  return null;
}

/** Whether the sentence speaks of another plan or of what has been: `the programme for 2023 had nine actions`. */
function isOther(text: string, at: number): boolean {
  let start = 0;
  for (let end = sentenceEnd(text); end <= at && end < text.length; end = sentenceEnd(text, end)) start = end;
  const lead = text
    .slice(Math.max(start, at - 120), at)
    .toLowerCase()
    .replace(/(?:지난해|작년|전년)(?:[^,.]|,\d){0,30}?(?:보다|대비|비해|견주어)/g, '');
  return /\b(?:had|last year|previous|former|earlier|were completed|in the past)\b|지난해|작년|전년|기존 |종전|직전/.test(
    lead,
  );
}
