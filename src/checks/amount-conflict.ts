import type { Equation } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { powerOfTen } from '../ledger/slip';
import { placeOf, type Term } from '../ledger/term';
import type { InTurns } from '../text/steps';
import { mentionsOf, type Mention } from './amount-mentions';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { grandTotals, overYears } from './grand-totals';
import { gridsOf } from './grid';
import { labelledRows } from './labelled-rows';
import { amountsOfNamedCells } from './named-cells';
import { namedLevels } from './named-levels';
import { partMentions } from './part-mentions';
import { nodeBudgets } from './node-budget';
import { quotedCells, quotedChanges } from './quoted-cells';
import { rowMentions } from './row-mentions';
import { sameWords } from './same-words';
import { scaledCells } from './scaled-cells';
import { scaledRepeats } from './scaled-repeats';
import { slippedRepeats } from './slipped-repeats';
import { countsOfColumns, countsOfTables } from './table-counts';
import { rowsOfTables } from './task-rows';
import { toldInYears } from './told-in-years';
import { translationPairs } from './translation';

export const amountConflict: Claimant = {
  code: 'amount-conflict',
  says: 'One thing has one amount, wherever the plan names it.',
  because: 'A summary, a heading and an annex that differ are quoted against each other.',
  severity: 'warning',
  examples: [
    {
      wrong:
        '## Summary\n\nEleven stations will be made step-free (CHF 112.8 million).\n\n## Measure 4: Step-free stations (CHF 118.2 million)\n\nWork begins in May.\n',
      right:
        '## Summary\n\nEleven stations will be made step-free (CHF 118.2 million).\n\n## Measure 4: Step-free stations (CHF 118.2 million)\n\nWork begins in May.\n',
      language: 'en',
    },
  ],
  reads: [
    'A task and the row of a table that bears its name, in the column that agrees with most tasks.',
    'A cell and the Korean sentence that names its row and its column right before a figure.',
    'A strategy or task and a sentence that names it by its number or its title (`S$1.4 billion for Thrust 1`).',
    'Two numbers of two years in a sentence and the one row of a table that has one of them under its year.',
    'Money in what somebody is quoted with, and the amount that two swapped digits make of it: worth a look, for information.',
    'The two languages of a bilingual text, sentence by sentence.',
    'Sentences that share their telling words, where the two amounts differ by a slip of the pen: two digits swapped, one digit, a nought, a scale word.',
    'An amount or a count of three digits or more that stands nowhere else, and that two swapped digits turn into one that the plan names elsewhere with the same telling words.',
    'A count that is told as known (`the last of the 3,150 homes`) and another of the same things with two digits swapped: worth a look, for information.',
    'In Korean, a number of things told in passing, and the one sentence or heading that says from how many to how many they go.',
    'The same with one rare word close to both, or in the text’s other language: worth a look, for information.',
    'Of a document with more amounts the first 400 in sentences are compared with each other, and 4,000 pairs that agree.',
    'Tables of more than 400 rows are data, and sentences are not held to their rows.',
    'The whole programme and one year’s part, prices, ceilings, `of which` and amounts of different years are different things.',
    worthALook,
  ],
  *claims(plan) {
    const budgets = yield* nodeBudgets.inSteps(plan);
    yield;
    yield* gridsOf.inSteps(plan);
    yield* equals(rowsOfTables(plan, budgets));
    yield;
    const mentions = yield* mentionsOf(plan);
    yield* equals(partMentions(budgets, mentions));
    yield;
    yield* equals(grandTotals(plan, mentions, budgets));
    yield;
    yield* equals(overYears(plan));
    yield;
    const named = mentions.map(({ passage, placed, term, years }) => ({ text: passage.text, placed, term, years }));
    yield* equals(labelledRows(gridsOf(plan), named));
    yield;
    yield* rowMentions.inSteps(plan);
    yield* equals([...quotedCells(plan), ...quotedChanges(plan)]);
    yield;
    yield* equals(toldInYears(plan));
    yield;
    yield* equals(yield* amountsOfNamedCells(plan));
    yield;
    yield* equals(translationPairs(plan));
    yield;
    yield* equals([...(yield* countsOfTables(plan)), ...(yield* countsOfColumns(plan))]);
    yield;
    yield* equals(scaledCells(plan, mentions));
    yield;
    yield* equals(scaledRepeats(plan));
    yield;
    for (const repeat of slippedRepeats(plan))
      yield repeat && { ...equal(repeat.written, repeat.meant), ...(repeat.isSure ? {} : perhaps) };
    for (const { written, meant, isSwap } of yield* namedLevels(plan))
      yield { ...equal(written, meant), ...(isSwap ? {} : perhaps) };
    yield* equals(sameWords(mentions, new Map(budgets.map(({ amount, node }) => [amount, node]))));
    yield;
    yield* equals(twoUnits(yield* mentionsOf(plan, true)));
  },
};

/** What is worth a look, and says nothing where another equation fails. */
const perhaps = { severity: 'info', aside: true } as const;

/** The pairs that a source of them gives, as claims; where it puts itself down, so do they. */
function* equals(pairs: InTurns<readonly [Term, Term]>): InTurns<Stated> {
  for (const pair of pairs) yield pair && equal(...pair);
}

/** Two mentions that are no doubt of one thing: equal, or the claim fails. */
function equal(left: Term, right: Term): Stated {
  const equation: Equation = { kind: 'equal', left, right };
  return { equation, says: (t) => t('{0} here, {1} elsewhere for the same thing.', left.text, right.text) };
}

/** `346억원(34,600백만원)`: the bracket holds nothing but the same amount in another unit. */
function* twoUnits(mentions: readonly Mention[]): Iterable<[Term, Term]> {
  for (let i = 0; i + 1 < mentions.length; i++) {
    const [a, b] = [mentions[i]!, mentions[i + 1]!];
    if (a.passage !== b.passage || a.placed.figure.currency !== b.placed.figure.currency) continue;
    const { text } = a.passage;
    if (
      !/^\s?[(（]\s?(?:=\s?)?$/.test(text.slice(a.placed.end, b.placed.start)) ||
      !/^\s?[)）]/.test(text.slice(b.placed.end))
    )
      continue;
    const isOtherUnit =
      a.term.numeral.scale !== b.term.numeral.scale ||
      a.placed.figure.notation.currency !== b.placed.figure.notation.currency;
    const isWords = (a.term.numeral.written === 'words') !== (b.term.numeral.written === 'words');
    if (!isOtherUnit || isWords || placeOf(a.term) === placeOf(b.term)) continue;
    const power = powerOfTen(b.term.value.div(a.term.value));
    if (a.term.value.eq(b.term.value) || power !== null || isTelling(a.term, b.term.value)) yield [a.term, b.term];
  }
}
