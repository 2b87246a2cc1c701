import { englishProse } from '../language/english-prose';
import { koreanProse } from '../language/korean-prose';
import type { Span } from '../text/span';

/** Which way a word says that a figure goes. */
export type Direction = 'up' | 'down';

const english = new Map<string, Direction>([
  ...englishProse.up.map((word) => [word, 'up'] as const),
  ...englishProse.down.map((word) => [word, 'down'] as const),
]);
const korean: readonly (readonly [string, Direction])[] = [
  ...koreanProse.up.map((word) => [word, 'up'] as const),
  ...koreanProse.down.map((word) => [word, 'down'] as const),
];

/** A word of growth or of a cut, and where it stands in the text. */
export interface DirectionWord extends Span {
  readonly direction: Direction;
  readonly word: string;
}

/** Every word of direction in a stretch of text, in order. */
export function directionWords(text: string, { start, end }: Span): DirectionWord[] {
  const found: DirectionWord[] = [];
  const stretch = text.slice(start, end);
  for (const match of stretch.matchAll(/[A-Za-z]+/g)) {
    const direction = english.get(match[0].toLowerCase());
    if (direction !== undefined) {
      found.push({ start: start + match.index, end: start + match.index + match[0].length, direction, word: match[0] });
    }
  }
  if (/[가-힣]/.test(stretch)) {
    for (const [word, direction] of korean) {
      for (let at = stretch.indexOf(word); at >= 0; at = stretch.indexOf(word, at + 1)) {
        found.push({ start: start + at, end: start + at + word.length, direction, word });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The direction that the words within 30 characters give to a figure, or null. */
export function directionNear(text: string, sentence: Span, { start, end }: Span): Direction | null {
  const window = { start: Math.max(sentence.start, start - 30), end: Math.min(sentence.end, end + 30) };
  const words = directionWords(text, window);
  const distance = (word: Span): number => (word.start >= end ? word.start - end : start - word.end);
  return words.sort((a, b) => distance(a) - distance(b))[0]?.direction ?? null;
}
