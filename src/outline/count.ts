import { languages } from '../language/index';
import type { Block } from '../text/block';
import { sourceSpan } from '../text/reading';
import { isDotted } from './contents-line';
import type { Declared } from './outline';
import { sentenceEnd } from './sentence';
import { cardinalOf, cardinalWords, labels } from './words';

const counted: ReadonlyMap<string, Declared['what']> = new Map(
  languages.flatMap(({ outline }) => Object.entries(outline.counted)),
);

/** What a counted noun means by itself, wherever it stands: `key priorities` → strategies. */
export function countedKind(noun: string): Declared['what'] {
  const lower = noun.toLowerCase();
  const last = lower.slice(lower.lastIndexOf(' ') + 1);
  return counted.get(lower) ?? counted.get(last) ?? 'other';
}

/** What a block counts, in order. */
export function countsIn({ kind, reading }: Block): readonly Declared[] {
  if (kind !== 'heading' && kind !== 'paragraph' && kind !== 'item' && kind !== 'quote') return none;
  if (isDotted(reading.text)) return none; // a line of a table of contents
  const found = inText(reading.text);
  return found.length === 0 ? none : found.map((one) => ({ ...one, ...sourceSpan(reading, one.start, one.end) }));
}

const none: readonly Declared[] = [];

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
  `(?:${[...counted.keys()]
    .filter((noun) => /[a-z]/.test(noun))
    .sort((x, y) => y.length - x.length)
    .join('|')})(?![A-Za-z-])`,
  'iy',
);

/** Digits, and the number words of languages that part their words. */
const numberForm = new RegExp(
  `\\b(?:\\d{1,3}|(?:${cardinalWords.filter((word) => /^[a-z]/.test(word)).join('|')})(?:-[a-z]{3,5})?)(?= )`,
  'gi',
);

/** How many words a number may stand before its noun: `four cross-cutting key priorities`. */
const reach = 4;

/** From each number of the text looks at the few words after it. */
function english(text: string): Declared[] {
  const found: Declared[] = [];
  for (const match of text.matchAll(numberForm)) {
    const [word] = match;
    const start = match.index;
    // `2.5 million`, `KRW3 actions`: part of something longer.
    if (start > 0 && !/[ "'“‘(]/.test(text[start - 1]!)) continue;
    const value = numberOf(word.toLowerCase());
    if (value === null || value < 2) continue;
    // `Task 3 actions` declares nothing.
    const previous = /\d/.test(word)
      ? /([A-Za-z]+) $/.exec(text.slice(Math.max(0, start - 20), start))?.[1]
      : undefined;
    if (labels.has(previous?.toLowerCase() ?? '')) continue;
    let next = start + word.length + 1;
    for (let step = 0; step < reach && next < text.length; step++) {
      nounForm.lastIndex = next;
      const noun = nounForm.exec(text)?.[0];
      const end = noun === undefined ? wordEnd(text, next) : next + noun.length;
      if (noun !== undefined && !(start === 0 && isSectionNumber(text, word, next))) {
        const said = text.slice(start + word.length + 1, end);
        found.push({ what: counted.get(noun.toLowerCase())!, noun: said, value, start, end });
      }
      const between = text.slice(next, wordEnd(text, next));
      if (isBarrier(between) || numberOf(between.toLowerCase()) !== null) break;
      next += between.length + 1;
    }
  }
  return found;
}

/** `2 Strategic goals`: before a capital and a noun without one, a number at the head is that of a section. */
const isSectionNumber = (text: string, word: string, noun: number): boolean =>
  /^\d/.test(word) && /[A-Z]/.test(text[word.length + 1] ?? '') && /[a-z]/.test(text[noun] ?? '');

function wordEnd(text: string, start: number): number {
  const end = text.indexOf(' ', start);
  return end < 0 ? text.length : end;
}

/** Whether no counted noun comes after the word for the number before it. */
const isBarrier = (word: string): boolean =>
  barriers.has(word.toLowerCase().replace(/^["'“‘(]/, '')) || /[^A-Za-z'’&-]/.test(word);

const numberOf = (word: string): number | null =>
  /^\d{1,3}$/.test(word) ? Number(word) : /^[a-z]/.test(word) ? cardinalOf(word) : null;

const before =
  /(\d{1,3}|(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)(?= ?가지)) ?(대|개|가지) ?((?:(?!(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두) 가지)[가-힣]{1,6} ){0,2}(?!(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두) 가지)[가-힣]{1,10})/g;
const after = /([가-힣]{1,8}?)(?:[은는이가]|) ?(\d{1,3}) ?(?:개|가지)(?!(?!이다|이며|이고|입니다)[가-힣]{2})/g;
const particles =
  /^(?:은|는|이|가|을|를|와|과|로|으로|의|에|에서|도|만|및|등|이며|이고|이다|입니다|인|으로서|마다|부터|까지|별로|하에)+$/;

function korean(text: string): Declared[] {
  if (!/[대개지]/.test(text) || !/\d ?[대개가]|[가-힣] ?가지/.test(text)) return [];
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
