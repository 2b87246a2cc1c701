import type { Edit } from '../edits/edit';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import { sourceSpan, type Join, type Reading } from '../text/reading';
import { gathered, rests, type InTurns, type Steps } from '../text/steps';
import type { Check } from './check';

export const brokenWord: Check = {
  code: 'broken-word',
  says: 'No word is cut in two by the end of a line.',
  because: 'Cut words are found by no search and read by no screen reader.',
  severity: 'info',
  examples: [],
  reads: [
    'English words that a line end cut without a hyphen. Korean wraps inside words as a matter of course: only words that stand uncut elsewhere in the document.',
    'Reading goes on as if the word were whole; only the layout is mended.',
  ],
  *find(plan, t) {
    const cuts = yield* gathered(cutWords(plan));
    const whole = yield* standing(
      plan.source,
      cuts.flatMap(({ word, join }) => (join.kind === 'cut' ? [] : [word.text])),
    );
    for (const { block, join, word } of cuts) {
      if (join.kind !== 'cut' && !whole.has(word.text)) continue;
      yield {
        ...sourceSpan(block.reading, word.start, word.end),
        message: t('“{0}” is cut in two by the line end.', word.text),
        fixes: [
          {
            title: t('Join “{0}”', word.text),
            preferred: true,
            edits: rejoin(plan, block.reading, join.at, word.end),
          },
        ],
      };
    }
  },
};

/** The words that a line end may have cut. */
function* cutWords({ blocks }: PlanFacts): InTurns<Cut> {
  const rest = rests();
  for (const block of blocks) {
    if (rest()) yield;
    if (!isRead(block) || block.table !== null) continue;
    const { text, joins = [] } = block.reading;
    for (const join of joins) {
      if (join.kind !== 'cut' && !isInKorean(text, join.at)) continue;
      const word = wordAround(text, join.at);
      if (join.kind === 'cut' ? /[A-Za-z]/.test(word.text) : word.text.length >= 4) yield { block, join, word };
    }
  }
}

interface Cut {
  readonly block: Block;
  readonly join: Join;
  readonly word: { readonly text: string; readonly start: number; readonly end: number };
}

function wordAround(text: string, at: number): { text: string; start: number; end: number } {
  let start = at;
  let end = at;
  while (start > 0 && isWordAt(text, start - 1)) start--;
  while (end < text.length && isWordAt(text, end)) end++;
  return { text: text.slice(start, end), start, end };
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at]!);

/** Whether a line end without a space for it stands between two Korean syllables. */
const isInKorean = (text: string, at: number): boolean =>
  /[가-힣]/.test(text[at - 1] ?? '') && /[가-힣]/.test(text[at] ?? '');

/** UTF-16 units of the source that are gone through between two places where the work may be put down. */
const longStretch = 0x4000;

/** Those of the words that stand whole in the source, looked for in one walk through it. */
function* standing(source: string, words: readonly string[]): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  const byHead = new Map<number, Set<string>>();
  const headAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
  for (const word of words) {
    const own = byHead.get(headAt(word, 0));
    if (own === undefined) byHead.set(headAt(word, 0), new Set([word]));
    else own.add(word);
  }
  if (byHead.size === 0) return found;
  for (let at = 0; at + 1 < source.length; at++) {
    if (at % longStretch === 0) yield;
    for (const word of byHead.get(headAt(source, at)) ?? []) if (source.startsWith(word, at)) found.add(word);
  }
  return found;
}

/** Takes the line end out of the word and puts it after it, so that the lines keep their length. */
function rejoin(plan: PlanFacts, reading: Reading, at: number, wordEnd: number): Edit[] {
  const cut = sourceSpan(reading, at - 1, at + 1);
  const gap = { start: cut.start + 1, end: cut.end - 1 };
  const end = sourceSpan(reading, wordEnd - 1, wordEnd).end;
  // Punctuation stays with its word.
  const tail = /^[^\s]*/.exec(plan.source.slice(end, end + 40))![0].length;
  const space = /^[ \t]+(?=\S)/.exec(plan.source.slice(end + tail, end + tail + 4))?.[0].length ?? 0;
  const edits: Edit[] = [{ ...gap, newText: '' }];
  if (space > 0) {
    const breaks = plan.source.slice(gap.start, gap.end);
    edits.push({ start: end + tail, end: end + tail + space, newText: breaks });
  }
  return edits;
}
