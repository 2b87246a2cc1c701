import { englishAnchor, englishOpenings } from './date-english';
import { japaneseAnchors } from './date-japanese';
import { koreanAnchors } from './date-korean';
import { isDigit } from './number';
import { isLatin } from './number';

/** What dates begin with besides digits and apostrophes: words, or their first letters, a digit written as 0. */
export const dateOpenings: readonly string[] = [...englishOpenings, ...koreanAnchors, ...japaneseAnchors];

/** The end of the word at `at` with which a date may begin, or `at` where none does. */
export function dateWordEnd(text: string, at: number): number {
  if (isLatin(text.charCodeAt(at))) {
    englishAnchor.lastIndex = at;
    return englishAnchor.test(text) ? englishAnchor.lastIndex : at;
  }
  const word = eastern.get(pairAt(text, at))?.find((candidate) => text.startsWith(candidate, at));
  return at + (word?.length ?? 0);
}

/** Two code units as one number; a digit in second place counts as 0. */
function pairAt(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) * 0x10000 + (isDigit(next) ? 0x30 : next || 0);
}

const eastern = new Map<number, string[]>();
for (const word of [...koreanAnchors, ...japaneseAnchors]) {
  const pair = pairAt(word, 0);
  const same = eastern.get(pair);
  if (same === undefined) eastern.set(pair, [word]);
  else same.push(word);
}
