import type { DateFigure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { flatMapped, type Steps } from '../text/steps';
import { textWhere } from './of-text';
import { datesIn, passagesWhere, sentenceAt, type Passage, type Placed } from './passage';

/** Nouns that take up a verb said before, and the verb. */
const verbs: Readonly<Record<string, RegExp>> = {
  launch: /\blaunch(?:es|ed)?\b/,
  opening: /\b(?:re)?open(?:s|ed)?\b/,
  start: /\b(?:starts?|started|begins?|began)\b/,
  vote: /\b(?:votes?|voted)\b/,
  closure: /\bclos(?:es|ed|e)\b/,
  signing: /\b(?:signs?|signed)\b/,
  publication: /\bpublish(?:es|ed)?\b/,
  dedication: /\bdedicat(?:es|ed|e)\b/,
  inauguration: /\binaugurat(?:es|ed|e)\b/,
  completion: /\bcomplet(?:es|ed|e)\b/,
  election: /\b(?:elects?|elected|polls?)\b/,
};

const takenUp = new RegExp(
  String.raw`\b(?:after|before|at|until|since|for|from|with|following|of) the (${Object.keys(verbs).join('|')})(?: on| of|,) (?:[A-Z][a-z]+day,? )?(?:the )?$`,
);

const hasNoun = textWhere((text) => /\bthe [a-z]+(?: on| of|,) /.test(text));
const withNouns = passagesWhere(
  (passage) =>
    passage.cell === null &&
    passage.block.language !== 'ko' &&
    passage.figures.filter(({ figure }) => figure.kind === 'date').length >= 2 &&
    hasNoun(passage),
);

/**
 * Pairs of days in one paragraph of which the second takes up what the first tells: `The Mission will be launched on 2
 * October. … the first instalment is paid after the launch on 12 October.`
 */
export function* namedAgain(plan: PlanFacts): Steps<[DateFigure, DateFigure][]> {
  return yield* flatMapped(yield* withNouns.inSteps(plan), (passage) => {
    const days = datesIn(passage).filter(({ figure }) => isDay(figure));
    return days.flatMap((later, at): [DateFigure, DateFigure][] => {
      const noun = takenUp.exec(passage.text.slice(Math.max(0, later.start - 60), later.start))?.[1];
      if (noun === undefined) return [];
      const told = days.slice(0, at).filter((day) => isToldBy(passage, day, verbs[noun]!));
      const [first, more] = told;
      if (first === undefined || more !== undefined || first.figure.to === later.figure.to) return [];
      return first.figure.to!.slice(0, 4) === later.figure.to!.slice(0, 4) ? [[first.figure, later.figure]] : [];
    });
  });
}

const isDay = (figure: DateFigure): boolean =>
  figure.parts.length === 1 && figure.granularity === 'day' && figure.to !== null && figure.known !== 'open';

/** Whether the verb stands close before the day, in its sentence. */
function isToldBy(passage: Passage, day: Placed<DateFigure>, verb: RegExp): boolean {
  const from = Math.max(sentenceAt(passage, day.start).start, day.start - 60);
  const before = passage.text.slice(from, day.start);
  const match = [...before.matchAll(new RegExp(verb, 'g'))].at(-1);
  return (
    match !== undefined &&
    !/[.;:]|\b(?:and|but)\b/.test(before.slice(match.index)) &&
    /\bon (?:[A-Z][a-z]+day,? )?(?:the )?$/.test(before)
  );
}
