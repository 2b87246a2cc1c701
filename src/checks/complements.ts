import { koreanProse } from '../language/korean-prose';
import type { Stated } from './check';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import type { Passage, Placed } from './passage';
import { claimOf } from './sum-claim';

/** `정원 128명, 현원 121명(결원 7명)`: a whole and the two things that it consists of, each by its own word. */
export function* complements(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  for (const words of koreanProse.complements) {
    if (!words.every((word) => text.includes(word))) continue;
    const [whole, part, rest] = words.map((word) => named(passage, word));
    if (!whole || !part || !rest) continue;
    const figures = [whole, part, rest].map(({ figure }) => figure);
    if (!sameUnit(figures[0]!, figures[1]!) || !sameUnit(figures[0]!, figures[2]!)) continue;
    if (Math.max(whole.end, part.end, rest.end) - Math.min(whole.start, part.start, rest.start) > 80) continue;
    const [total, ...terms] = figures.map((figure) => termOfFigure(figure));
    const claim = claimOf(total!, terms, 'stated');
    if (claim !== null) yield claim;
  }
}

/**
 * `21명(당연직 6명, 위촉직 15명)`: two kinds of one thing, named alike, in the bracket right behind their number; kinds named in
 * other ways (`11곳(읍 2곳, 면 9곳)`) where they nearly make it. `도서관 11곳(신축 2곳, 증축 5곳)` may have others that are neither.
 */
export function* twoKinds({ text, figures }: Passage): Iterable<Stated> {
  for (const [at, whole] of figures.entries()) {
    const [first, second] = [figures[at + 1], figures[at + 2]];
    if (first === undefined || second === undefined || !isCount(whole) || !isCount(first) || !isCount(second)) continue;
    const lead = /^\s?[(（]\s?([가-힣]{1,8})\s?$/.exec(text.slice(whole.end, first.start))?.[1];
    const next = /^\s?[,·]\s?([가-힣]{1,8})\s?$/.exec(text.slice(first.end, second.start))?.[1];
    if (lead === undefined || next === undefined || !/^\s?[)）]/.test(text.slice(second.end))) continue;
    if (!sameUnit(whole.figure, first.figure) || !sameUnit(first.figure, second.figure)) continue;
    const isAlike = lead.length === next.length && (lead.at(-1) === next.at(-1) || /^(?:남녀|여남)$/.test(lead + next));
    if (!isAlike && (lead === next || !areNearly(whole, [first, second]))) continue;
    const [total, ...terms] = [whole, first, second].map(({ figure }) => termOfFigure(figure));
    const claim = claimOf(total!, terms, 'stated');
    if (claim === null) continue;
    const sum = first.figure.value! + second.figure.value!;
    if (isAlike && sum > whole.figure.value!) yield claim;
    else yield { ...claim, severity: areNearly(whole, [first, second]) ? 'warning' : 'info' };
  }
}

/** Whether the parts make the whole but for a seventh of it: what is further off is some of it only. */
function areNearly(whole: Placed<Valued>, parts: readonly Placed<Valued>[]): boolean {
  const sum = parts.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
  const stated = whole.figure.value ?? 0;
  return parts.every(({ figure }) => (figure.value ?? 0) < stated) && Math.abs(sum - stated) * 7 <= stated;
}

const isCount = (placed: Placed): placed is Placed<Valued> => placed.figure.kind === 'count' && isStated(placed.figure);

/** The one figure that the word stands right before. */
function named({ text, figures }: Passage, word: string): Placed<Valued> | null {
  const found = figures.filter(
    (placed): placed is Placed<Valued> =>
      isStated(placed.figure) &&
      placed.figure.kind !== 'percent' &&
      new RegExp(`(?:^|[\\s(,·:])${word}(?:은|는|이)?\\s?:?\\s?$`).test(
        text.slice(Math.max(0, placed.start - word.length - 5), placed.start),
      ),
  );
  return found.length === 1 ? found[0]! : null;
}
