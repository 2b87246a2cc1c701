import { englishAnchor, englishOpenings } from './date-english-forms';
import { japaneseAnchors } from './date-japanese';
import { koreanAnchors } from './date-korean';
import { isLatin } from './number';
import { wordFinder } from './word-finder';

/** What dates begin with besides digits and apostrophes: words, or their first letters, a digit written as 0. */
export const dateOpenings: readonly string[] = [...englishOpenings, ...koreanAnchors, ...japaneseAnchors];

/** The end of the word at `at` with which a date may begin, or `at` where none does. */
export function dateWordEnd(text: string, at: number): number {
  if (isLatin(text.charCodeAt(at))) {
    englishAnchor.lastIndex = at;
    return englishAnchor.test(text) ? englishAnchor.lastIndex : at;
  }
  return at + (easternWordAt(text, at)?.length ?? 0);
}

const easternWordAt = wordFinder([...koreanAnchors, ...japaneseAnchors]);
