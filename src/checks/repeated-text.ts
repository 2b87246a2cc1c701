import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { rests, type Steps } from '../text/steps';
import type { Check } from './check';
import { type Passage, passages, sentencesIn } from './passage';

interface Sentence extends Span {
  readonly passage: Passage;
}

export const repeatedText: Check = {
  code: 'repeated-text',
  says: 'No sentence of some length stands twice.',
  because: 'A repeated sentence is most often left over from moving text about.',
  severity: 'info',
  examples: [
    {
      wrong:
        'Half of those who receive the grant live in one of the four port towns. Half of those who receive the grant live in one of the four port towns.',
      right: 'Half of those who receive the grant live in one of the four port towns.',
    },
  ],
  reads: [
    'Sentences of twelve words or more (Korean: eight), word for word the same; a sentence that stands three times or more is a formula of the document.',
  ],
  *find(plan, t) {
    for (const [first, second] of yield* repeats(plan)) {
      const place = second.passage.span(second.start, second.end);
      yield {
        ...place,
        message: t('This sentence stands here for the second time.'),
        related: [{ message: t('The first time'), ...first.passage.span(first.start, first.end) }],
        fixes: [
          { title: t('Remove the second'), preferred: true, edits: [{ newText: '', ...removal(plan, second, place) }] },
        ],
      };
    }
  },
};

function* repeats(plan: PlanFacts): Steps<[Sentence, Sentence][]> {
  const byText = new Map<string, Sentence[]>();
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    for (const { key, start, end } of longSentences(passage)) gather(byText, key, { passage, start, end });
  }
  yield;
  const pairs = [...byText.values()]
    .filter(({ length }) => length === 2)
    .map(([a, b]): [Sentence, Sentence] => [a!, b!]);
  return joined(pairs.sort(([, a], [, b]) => a.passage.index - b.passage.index || a.start - b.start));
}

/** The sentences of a passage that are long enough to be told again by mistake. */
function longSentences(passage: Passage): readonly (Span & { readonly key: string })[] {
  const { cell, block, text } = passage;
  if (cell !== null || block.kind === 'heading' || text.length < 40) return [];
  return sentencesIn(passage).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end).trim();
    return hasSpaces(sentence, block.language === 'ko' ? 7 : 11) ? [{ key: sentence.toLowerCase(), start, end }] : [];
  });
}

function hasSpaces(text: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found < count; found++) if ((at = text.indexOf(' ', at + 1)) < 0) return false;
  return true;
}

/** Sentences that follow one another in both places are one repeat. */
function joined(pairs: readonly [Sentence, Sentence][]): [Sentence, Sentence][] {
  const found: [Sentence, Sentence][] = [];
  for (const [first, second] of pairs) {
    const last = found.at(-1);
    if (last !== undefined && follows(last[0], first) && follows(last[1], second)) {
      found[found.length - 1] = [
        { ...last[0], end: first.end },
        { ...last[1], end: second.end },
      ];
    } else found.push([first, second]);
  }
  return found;
}

const follows = (a: Sentence, b: Sentence): boolean =>
  a.passage.index === b.passage.index && b.start - a.end <= 1 && b.start >= a.end;

/** The sentence with the space before it; a paragraph of its own with the blank line before it. */
function removal({ source }: PlanFacts, { passage, start, end }: Sentence, place: Span): Span {
  const { block, text } = passage;
  const whole = start === 0 && end >= text.trimEnd().length;
  let from = whole ? block.start : place.start;
  if (start > 0 || whole) while (from > 0 && /\s/.test(source[from - 1]!)) from--;
  let to = whole ? block.end : place.end;
  if (from === 0 || (!whole && start === 0)) while (to < source.length && /\s/.test(source[to]!)) to++;
  return { start: from, end: to };
}
