import { rests, type Steps } from './steps';
import type { Line } from './line';
import { isHangul, isLatin } from './space';
import { cutsWord, type WordSense } from './wrap';

/** How much of a document is read for its words: enough to know its terms, and bounded. */
const READ = 200_000;

/**
 * What a document's own words say about its line ends. `joints` are the lines that the next line continues: of these alone
 * it is asked.
 */
export function* senseOf(source: string, lines: readonly Line[], joints: readonly number[]): Steps<WordSense> {
  let certain = 0;
  let letters = 0;
  const rest = rests();
  for (const index of joints) {
    if (rest()) yield;
    const left = lines[index]!;
    const right = lines[index + 1]!;
    if (!isLatin(source.charCodeAt(left.end - 1)) || !isLatin(source.charCodeAt(right.start))) continue;
    letters++;
    if (
      cutsWord(source.slice(Math.max(left.start, left.end - 40), left.end), source.slice(right.start, right.start + 40))
    )
      certain++;
  }
  const words = joints.length === 0 ? new Set<string>() : yield* wordsOf(source, lines);
  return {
    cuts: certain >= 2 || (certain === 1 && letters <= 25),
    holds: (word) => words.has(word),
  };
}

/** The words that stand inside lines, in lower case: neither the first nor the last of a line. */
function* wordsOf(source: string, lines: readonly Line[]): Steps<Set<string>> {
  const words = new Set<string>();
  const rest = rests();
  for (const line of lines) {
    if (rest()) yield;
    if (line.start > READ) break;
    const text = source.slice(line.start, Math.min(line.end, line.start + 2000)).toLowerCase();
    let from = -1;
    for (let i = 0; i <= text.length; i++) {
      const code = text.charCodeAt(i);
      if (isLatin(code) || isHangul(code)) {
        if (from < 0) from = i;
      } else if (from >= 0) {
        if (from > 0 && i < text.length) words.add(text.slice(from, i));
        from = -1;
      }
    }
  }
  return words;
}
