import { languages } from '../language/index';
import type { Block } from '../text/block';
import { once } from '../text/once';
import { rests, type Steps } from '../text/steps';

/** How much of the text is weighed, in UTF-16 units: a plan shows what it is in its first pages. */
const sample = 24_000;

/** What the words of a text tell of its being a plan. */
export interface Told {
  /** Of the text that was weighed, in UTF-16 units. */
  readonly length: number;
  /** Weight of its distinct plan words, and of those that other texts use. */
  readonly plan: number;
  readonly against: number;
  /** How many words of public policy it has. */
  readonly policy: number;
  /** How often it says what is to be done. */
  readonly intent: number;
  /** Whether it tells what has been, citing works, and next to nothing of what is to come. */
  readonly isHistory: boolean;
  /** Whether it speaks to its reader throughout, as manuals, terms and advertisements do; a speech does at times. */
  readonly addressed: boolean;
  /** How often it names source files, as descriptions of software and folders do. */
  readonly files: number;
}

/** What the first pages tell, added up from what each block tells. */
export function* toldBy(blocks: readonly Block[]): Steps<Told> {
  const signs = new Set<Sign>();
  let [length, intent, past, cited, words, reader, files] = [0, 0, 0, 0, 0, 0, 0];
  const rest = rests();
  for (const block of blocks) {
    if (block.kind === 'furniture' || block.kind === 'code' || block.kind === 'matter') continue;
    const own = ownOf(block);
    if (rest()) yield;
    own.signs.forEach((sign) => signs.add(sign));
    [length, intent, past, cited, words, reader, files] = [
      length + own.length,
      intent + own.intent,
      past + own.past,
      cited + own.cited,
      words + own.words,
      reader + own.reader,
      files + own.files,
    ];
    if (length > sample) break;
  }
  let [plan, policy, against] = [0, 0, 0];
  for (const sign of signs) [plan, policy, against] = [plan + sign.plan, policy + sign.policy, against + sign.against];
  return {
    length,
    plan,
    against,
    policy,
    intent,
    isHistory: cited >= 2 && past >= 5 && past >= intent * 5,
    addressed: reader >= 4 && reader * 40 > words,
    files,
  };
}

/** A word or phrase that tells something. */
interface Sign {
  readonly text: string;
  readonly plan: number;
  readonly policy: number;
  readonly against: number;
}

/** Words in Latin letters count whole, others wherever they stand; phrases of other texts where they begin a word. */
const wholeWords = new Map<string, Sign>();
const parts: Sign[] = [];
const phrases: Sign[] = [];

for (const { outline } of languages) {
  for (const word of new Set([...Object.keys(outline.plan), ...outline.policy])) {
    const sign = {
      text: word,
      plan: outline.plan[word] ?? 0,
      policy: outline.policy.includes(word) ? 1 : 0,
      against: 0,
    };
    if (/[a-z]/.test(word)) wholeWords.set(word, sign);
    else parts.push(sign);
  }
  for (const { word, weight } of outline.notPlan) phrases.push({ text: word, plan: 0, policy: 0, against: weight });
}

/** What one block tells; its distinct signs, so that those of many blocks can be joined. */
interface Own {
  readonly length: number;
  readonly signs: readonly Sign[];
  readonly intent: number;
  /** How often it says what has been, and cites a work. */
  readonly past: number;
  readonly cited: number;
  /** Words in Latin letters, and those of them that speak to the reader. */
  readonly words: number;
  readonly reader: number;
  readonly files: number;
}

const ownOf = once((block: Block): Own => {
  const text = textOf(block).toLowerCase();
  const signs = new Set<Sign>();
  let [words, reader] = [0, 0];
  for (const [word] of text.matchAll(/[a-z]{2,24}/g)) {
    words++;
    if (word === 'you' || word === 'your') reader++;
    const sign = wholeWords.get(word);
    if (sign !== undefined) signs.add(sign);
  }
  if (hasOther.test(text)) for (const sign of parts) if (text.includes(sign.text)) signs.add(sign);
  for (const sign of phrases) if (stands(text, sign.text)) signs.add(sign);
  return {
    length: text.length,
    signs: [...signs],
    intent: intentOf(text),
    past: text.match(pastForm)?.length ?? 0,
    cited: text.match(citation)?.length ?? 0,
    words,
    reader,
    files: filesIn(text),
  };
});

const pastForm = /\b(?:was|were|had)\b|[았었했였됐]다(?![가-힣])/g;

/** `a third.[1]` */
const citation = /[a-z.,)]\[\d{1,3}\]/g;

const hasOther = /[\u3041-\u9fff가-힣]/;

function stands(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && (!/[a-z]/.test(phrase[0]!) || !/[a-z]/.test(text[at - 1] ?? ''));
}

function textOf({ reading, table }: Block): string {
  let text = `${reading.text}\n`;
  for (const row of table?.rows.slice(0, 40) ?? []) for (const cell of row.cells) text += `${cell.reading.text}\n`;
  return text;
}

const filesIn = (text: string): number =>
  text.includes('.')
    ? (text.match(/[a-z0-9_-]\.(?:md|txt|jsx?|tsx?|json|ya?ml|toml|py|rb|rs|go|sh|html?|css)(?![a-z0-9])/g)?.length ??
      0)
    : 0;

/** Weight of the distinct plan words of a short text. */
export function planWords(text: string): number {
  const lower = text.toLowerCase();
  const whole = new Set([...lower.matchAll(/[a-z]{2,24}/g)].map(([word]) => word));
  let weight = 0;
  for (const word of whole) weight += wholeWords.get(word)?.plan ?? 0;
  for (const sign of parts) if (lower.includes(sign.text)) weight += sign.plan;
  return weight;
}

const intents: readonly { readonly sign: string; readonly bounded: boolean }[] = languages.flatMap(({ outline }) =>
  outline.future.map((sign) => ({ sign, bounded: /[a-z]/.test(sign) })),
);

/** How often a text in lower case says what is to be done. */
export function intentOf(text: string): number {
  let count = 0;
  for (const { sign, bounded } of intents) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      if (!bounded || (!/[a-z]/.test(text[at - 1] ?? '') && !/[a-z]/.test(text[at + sign.length] ?? ''))) count++;
    }
  }
  return count;
}
