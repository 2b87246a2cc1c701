import { koreanProse } from '../language/korean-prose';
import type { Stated } from './check';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import type { Passage, Placed } from './passage';
import { claimOf } from './prose-total';

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
