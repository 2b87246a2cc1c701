import { holds } from '../ledger/claim';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { filtered, mayRest, type InTurns } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { gridsOf, totalKind } from './grid';
import { impliedRates } from './implied-rates';
import { sharesAlongside, sharesInBrackets, sharesInItems, sharesInLists } from './listed-shares';
import { parents } from './parent';
import { type Passage, passages, sentencesIn } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { share } from './rate-claims';
import { sharesOfTheWhole } from './share-of-whole';
import { namedWholes, sharesOfNamedWholes } from './shares-of-named-wholes';
import { sharesOfWholes } from './shares-of-wholes';
import { tableRates } from './table-rates';
import { isSlipOfResult } from './unit-price';

export const shareRate: Claimant = {
  code: 'share-rate',
  says: 'A stated share is the share that its amount has in its whole.',
  because: 'Shares decide who pays; a share that does not fit its amount leaves open which of the two holds.',
  severity: 'warning',
  examples: [
    {
      wrong: 'Of the homes inspected, 2,765 of 3,140 (78%) were sound.\n',
      right: 'Of the homes inspected, 2,765 of 3,140 (88%) were sound.\n',
      language: 'en',
    },
  ],
  reads: [
    '`A of B (88%)`; amounts each with a share in brackets, beside their total; as many shares as amounts, listed one after the other.',
    'A share without such words where one slip of the pen lets two figures beside it make it, and chance hardly would.',
    'A column of shares beside the column that it is the share of, where most rows bear that out.',
    'A share may be rounded or cut off in its last place.',
    worthALook,
  ],
  *claimsIn(passage) {
    if (passage.cell === null) yield* inPassage(passage);
  },
  *claims(plan) {
    yield* inTables(plan);
    const totals = grandTotals(plan);
    const named = yield* namedWholes.inSteps(plan);
    const above = yield* parents.inSteps(plan);
    const all = yield* filtered(passages(plan), ({ cell }) => cell === null);
    for (const [at, passage] of all.entries()) {
      if (mayRest(at)) yield;
      if (!passage.figures.some(({ figure }) => figure.kind === 'percent')) continue;
      yield* ofAll(passage, totals);
      yield* sharesOfNamedWholes(passage, named);
      yield* sharesInLists(passage, all[at - 1]);
      const line = above.get(passage);
      const told = (): Stated[] => [
        ...inPassage(passage),
        ...ofAll(passage, totals),
        ...sharesOfNamedWholes(passage, named),
        ...sharesInLists(passage, all[at - 1]),
      ];
      yield* impliedRates(passage, 'share', line === undefined ? [] : quantitiesIn(line), told);
    }
    yield* sharesInItems(all);
  },
};

/** The amounts of the tables' total rows, each once. */
function grandTotals(plan: PlanFacts): Term[] {
  const found = new Map<string, Term>();
  for (const { rows } of gridsOf(plan))
    for (const { label, cells } of rows)
      if (totalKind(label) === 'total')
        for (const cell of cells)
          if (cell?.term && cell.kind === 'amount') found.set(cell.term.value.toString(), cell.term);
  return [...found.values()];
}

function* inTables(plan: PlanFacts): InTurns<Stated> {
  for (const grid of yield* gridsOf.inSteps(plan)) {
    yield;
    for (const rate of tableRates(grid))
      if (rate.kind === 'share') yield share(rate.rate, rate.above, rate.below, rate.worth);
  }
}

const sharesIn = (quantities: readonly Quantity[]): Quantity[] =>
  quantities.filter(isPercent).filter((one) => !one.bound && one.figure.unit === 'percent');

function* inPassage(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  const quantities = quantitiesIn(passage);
  const percents = sharesIn(quantities);
  if (percents.length === 0 || quantities.length < 2) return;
  yield* sharesOfWholes(passage, quantities, percents);
  yield* sharesOfTheWhole(passage, quantities, percents);
  yield* sharesInBrackets(text, quantities, percents);
  yield* sharesAlongside(passage, quantities, percents);
}

/** `기업은 126개이다. 107개로 전체의 84.9%를 차지한다`: one part, and the whole in its sentence or the one before. */
function* ofAll(passage: Passage, totals: readonly Term[]): Iterable<Stated> {
  const { text } = passage;
  if (!text.includes('전체')) return;
  const quantities = quantitiesIn(passage);
  for (const rate of sharesIn(quantities)) {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || isPercent(part) || part.bound) continue;
    if (
      !/^[가-힣]{0,4}[,(（\s]{0,2}(?:으로\s|로\s)?전체(?:\s?(?:예산|사업비|재원|세입|세출|투자액))?(?:의|\s)\s?$/.test(
        text.slice(part.end, rate.start),
      )
    )
      continue;
    const sentences = sentencesIn(passage);
    const at = sentences.findIndex(({ end }) => rate.start < end);
    const from = sentences[Math.max(0, at - 1)]?.start ?? 0;
    const wholes = quantities.filter(
      (one) => one !== part && comparable(one, part) && one.start >= from && one.end <= part.start && !one.bound,
    );
    const claims = wholes
      .filter((whole) => whole.term.value.gt(part.term.value))
      .map((whole) => share(rate.term, part.term, whole.term));
    const fits = claims.find((claim) => holds(claim.equation));
    if (fits !== undefined) yield fits;
    else if (claims.length > 0) {
      if (isSlipOfResult(claims.at(-1)!, rate.term)) yield claims.at(-1)!;
    } else if (isAmount(part)) yield* ofTotals(rate.term, part.term, totals);
  }
}

/** The total of a table that the share is of: the one that bears it out, else the only one that a slip would make so. */
function* ofTotals(rate: Term, part: Term, totals: readonly Term[]): Iterable<Stated> {
  const claims = totals.filter((total) => total.value.gt(part.value)).map((total) => share(rate, part, total));
  const fits = claims.find((claim) => holds(claim.equation));
  const slips = claims.filter((claim) => isSlipOfResult(claim, rate));
  if (fits !== undefined) yield fits;
  else if (slips.length === 1) yield slips[0]!;
}
