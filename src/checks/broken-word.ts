import type { Edit } from '../edits/edit';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { sourceSpan, type Reading } from '../text/reading';
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
    for (const block of plan.blocks) {
      if (!isRead(block) || block.table !== null) continue;
      for (const join of block.reading.joins ?? []) {
        const word = wordAround(block.reading.text, join.at);
        if (join.kind === 'cut' ? !/[A-Za-z]/.test(word.text) : !isKoreanCut(plan, block.reading, join.at, word.text))
          continue;
        const span = sourceSpan(block.reading, word.start, word.end);
        yield {
          ...span,
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
    }
  },
};

function wordAround(text: string, at: number): { text: string; start: number; end: number } {
  let start = at;
  let end = at;
  while (start > 0 && isWordAt(text, start - 1)) start--;
  while (end < text.length && isWordAt(text, end)) end++;
  return { text: text.slice(start, end), start, end };
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at]!);

/** A Korean word joined without a space whose whole stands elsewhere. */
function isKoreanCut(plan: PlanFacts, { text }: Reading, at: number, word: string): boolean {
  if (!/[가-힣]/.test(text[at - 1] ?? '') || !/[가-힣]/.test(text[at] ?? '') || word.length < 4) return false;
  return plan.source.includes(word);
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
