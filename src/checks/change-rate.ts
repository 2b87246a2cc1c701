import type { PlanFacts } from '../plan';
import { flatMapped, type InTurns } from '../text/steps';
import type { Claimant, Stated } from './check';
import { comparisonsIn, type Comparison } from './comparison';
import { difference } from './differences';
import { worthALook } from './doubt';
import { isStated, termOfFigure } from './figure-term';
import { gapsOfLevels } from './gaps-of-levels';
import { gapsWithRates } from './gaps-with-rates';
import { gridsOf } from './grid';
import { growthInSentence } from './growth-in-sentence';
import { growthOfLine, growthOfLineAbove } from './growth-of-line';
import { growthOfSentenceBefore, spokenOf, totalAgainst } from './growth-of-sentence-before';
import { growthToldAgain } from './growth-told-again';
import { impliedRates } from './implied-rates';
import { laterGrowth, upFrom } from './later-growth';
import { textWhere } from './of-text';
import { parents } from './parent';
import { passagesWhere, sentencesIn, within, type Passage } from './passage';
import { quantitiesIn, type Quantity } from './quantity';
import { growth, signedGrowth } from './rate-claims';
import { tableRates } from './table-rates';
import { tableSums } from './table-sums';

export const changeRate: Claimant = {
  code: 'change-rate',
  says: 'A stated growth, cut or multiple follows from the two figures beside it.',
  because: 'Growth rates are what is quoted; a wrong one travels further than the figures that it came from.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The budget rises from KRW 216.4 billion to KRW 270.2 billion, an increase of 34.9%.\n',
      right: 'The budget rises from KRW 216.4 billion to KRW 270.2 billion, an increase of 24.9%.\n',
      language: 'en',
    },
  ],
  reads: [
    'Two figures joined by an arrow, `from … to`, `에서 … (으)로`, or set against each other (`more than`, `compared with`, `보다`, `대비`), and the per cent, multiple or difference stated beside them.',
    'A rate without such words where one slip of the pen lets two figures of its sentence, of the two before or of its heading make it, and chance hardly would.',
    'Columns of growth and of differences in tables, where most rows bear out what they are.',
    'A rate may be rounded or cut off in its last place; `at least` and `up to` are bounds and not compared; `doubled` is anything from 1.5 to 2.5 times; `2배 증가` may mean two or three times.',
    worthALook,
  ],
  *claimsIn(passage) {
    if (passage.cell === null) yield* inPassage(passage);
  },
  *claims(plan) {
    yield* inTables(plan);
    yield* growthToldAgain(plan);
    const above = yield* parents.inSteps(plan);
    for (const passage of yield* setAgainst.inSteps(plan))
      yield* growthOfLineAbove(passage, above.get(passage) ?? null);
    const amounts = yield* flatMapped(plan.figures, (figure) =>
      figure.kind === 'amount' && isStated(figure) && figure.per === null ? [termOfFigure(figure)] : [],
    );
    for (const passage of yield* withRates.inSteps(plan)) {
      yield;
      yield* laterGrowth(passage, amounts);
    }
    for (const passage of yield* withPercents.inSteps(plan)) {
      yield;
      yield* growthOfLine(plan, passage);
      const line = above.get(passage) ?? null;
      const told = (): Stated[] => [...inPassage(passage), ...laterGrowth(passage, amounts)];
      yield* impliedRates(passage, 'growth', line === null ? [] : quantitiesIn(line), told);
    }
  },
};

function* inTables(plan: PlanFacts): InTurns<Stated> {
  for (const grid of yield* gridsOf.inSteps(plan)) {
    yield;
    for (const rate of tableRates(grid)) {
      if (rate.kind !== 'growth') continue;
      const claim = rate.lacksSign
        ? signedGrowth(rate.rate, rate.above, rate.below, rate.worth)
        : growth(rate.rate, rate.above, rate.below, null, rate.worth);
      yield rate.named ? { ...claim, joined: true } : claim;
    }
    for (const { total, parts, along } of tableSums(grid)) {
      if (along === 'difference') yield difference(total, parts);
    }
  }
}

const hasRate = textWhere((text) => /\d\s?(?:%|per ?cent)/.test(text));
const withRates = passagesWhere(
  (passage) => passage.cell === null && passage.block.language !== 'ko' && hasRate(passage),
);

const withPercents = passagesWhere(
  ({ cell, figures }) => cell === null && figures.some(({ figure }) => figure.kind === 'percent'),
);

const setsAgainst = textWhere((text) => /^[^.]{0,24}\d[^.]{0,14}(?:보다|대비|비해|비하여)/.test(text));
const setAgainst = passagesWhere((passage) => passage.cell === null && setsAgainst(passage));

function* inPassage(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  if (!/\d/.test(text)) return;
  const quantities = quantitiesIn(passage);
  if (quantities.length < 2) return;
  yield* gapsWithRates(text, quantities);
  yield* gapsOfLevels(text, quantities);
  yield* totalAgainst(text, quantities);
  yield* upFrom(passage);
  let earlier: Quantity[] = [];
  let before: readonly Comparison[] = [];
  for (const sentence of sentencesIn(passage)) {
    const inside = within(quantities, sentence);
    if (inside.length === 0) continue;
    yield* growthInSentence(passage, sentence, inside, earlier);
    const own = comparisonsIn(text, inside, earlier);
    yield* growthOfSentenceBefore(text, sentence, inside, earlier, own.length === 0 ? before : []);
    before = own;
    earlier = spokenOf(inside, own);
  }
}
