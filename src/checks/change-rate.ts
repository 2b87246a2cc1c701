import Big from 'big.js';
import { holds, solvedExactly, termsOf } from '../ledger/claim';
import { around, exactly } from '../ledger/interval';
import { alike, isTelling } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import { placeOf, sharpened, type Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import { flatMapped, type InTurns } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { comparisonsIn, type Comparison } from './comparison';
import { difference, differenceOf, differencesBy, statedDifference } from './differences';
import { isStated, termOfFigure } from './figure-term';
import { gapsOfLevels } from './gaps-of-levels';
import { gapsWithRates } from './gaps-with-rates';
import { gridsOf } from './grid';
import { growthOfLine } from './growth-of-line';
import { growthToldAgain } from './growth-told-again';
import { impliedRates } from './implied-rates';
import { laterGrowth, upFrom } from './later-growth';
import { isLinked, nearestTo } from './linked';
import { multiples } from './multiples';
import { parents } from './parent';
import { textWhere } from './of-text';
import { type Passage, passagesWhere, sentencesIn, within } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { tableRates } from './table-rates';
import { tableSums } from './table-sums';
import { directionNear } from './direction';
import { growth, signedGrowth } from './rate-claims';

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
    for (const passage of yield* setAgainst.inSteps(plan)) yield* ofLineAbove(passage, above.get(passage) ?? null);
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
    if (inside.length > 0) {
      yield* inSentence(passage, sentence, inside, earlier);
      const own = comparisonsIn(text, inside, earlier);
      if (own.length === 0) yield* saidOfEarlier(text, sentence, inside, before);
      yield* furtherThan(text, inside, earlier);
      yield* orMore(text, sentence, inside, earlier);
      yield* ofPronoun(text, inside, earlier);
      before = own;
      earlier = spokenOf(inside, own);
    }
  }
}

/**
 * What the next sentence may go on about. `지난 9월에 말씀드린 9,900억원보다는 60억원 적습니다.` of 9,840억원 in the sentence before: that is
 * what both sentences speak of, and not the amounts that it is set against.
 */
function spokenOf(inside: readonly Quantity[], own: readonly Comparison[]): Quantity[] {
  const before = own.filter(({ to, joint }) => joint === 'against' && !inside.includes(to));
  const against = new Set(before.flatMap(({ from, difference }) => [from, difference]));
  return [...before.map(({ to }) => to), ...inside.filter((one) => !against.has(one))];
}

/** `A, against B. That is R240 million, or 6.6%, more.`: the sentence says of the two before how far they are apart. */
function* saidOfEarlier(
  text: string,
  sentence: Span,
  inside: readonly Quantity[],
  before: readonly Comparison[],
): Iterable<Stated> {
  const pair = before.at(-1);
  if (pair === undefined || isPercent(pair.from) || pair.from.bound || pair.to.bound || isHundredfold(pair)) return;
  const words = text.slice(sentence.start, sentence.end);
  const isNamed = /^(?:The|This|That) (?:growth|increase|rise|gain|cut|fall|decrease|drop|reduction) of /.test(words);
  const isAbout = isNamed || /^(?:That|This|It) (?:is|was|means|makes|represents)\b/.test(words);
  if (!isAbout || words.length > (isNamed ? 240 : 120)) return;
  for (const one of inside.slice(0, 2)) {
    const direction = directionNear(text, sentence, one);
    if (one.bound || direction === null || /^\sof\b/.test(text.slice(one.end, one.end + 4))) continue;
    if (isPercent(one) && one.figure.unit === 'percent')
      yield growth(one.term, pair.to.term, pair.from.term, direction);
    else if (!isPercent(one) && comparable(one, pair.from))
      yield differenceOf(one.term, pair.from.term, pair.to.term, saysRise(direction, pair));
  }
}

/** `예산은 총 17억 5,500만원으로 … 전체 예산은 2021년 15억원보다 17% 늘었다`: the total named before is what is compared. */
function* totalAgainst(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
  for (const [at, rate] of quantities.entries()) {
    const from = quantities[at - 1];
    if (from === undefined || !isPercent(rate) || rate.bound || from.bound || !isAmount(from)) continue;
    if (rate.figure.unit !== 'percent' || !/^\s?(?:보다|대비)\s(?:약\s)?$/.test(text.slice(from.end, rate.start)))
      continue;
    if (
      !/전체\s?(?:예산|사업비|규모|투자액)?[은는이가]\s[^.]{0,14}$/.test(
        text.slice(Math.max(0, from.start - 30), from.start),
      )
    )
      continue;
    const totals = quantities.filter(
      (one) =>
        one.end < from.start &&
        isAmount(one) &&
        !one.bound &&
        /총\s?$/.test(text.slice(Math.max(0, one.start - 2), one.start)),
    );
    if (totals.length === 1) yield growth(rate.term, totals[0]!.term, from.term);
  }
}

/** `환자가 84명 발생하였다. 올겨울에는 이를 63명으로 25% 줄인다.`: the figure of the sentence before, taken up by a pronoun. */
function* ofPronoun(text: string, inside: readonly Quantity[], earlier: readonly Quantity[]): Iterable<Stated> {
  const [to, rate] = inside;
  if (to === undefined || rate === undefined || !isPercent(rate) || rate.bound || to.bound || isPercent(to)) return;
  if (!/(?:^|\s)(?:이를|이것을|그것을) $/.test(text.slice(Math.max(0, to.start - 6), to.start))) return;
  if (!/^\S{0,4}(?:으로|로|까지) $/.test(text.slice(to.end, rate.start)) || rate.figure.unit !== 'percent') return;
  const from = earlier.filter((one) => comparable(one, to) && !one.bound).at(-1);
  if (from !== undefined) yield growth(rate.term, to.term, from.term);
}

const further = /\b(?:an additional|an extra|an increase of|a rise of|a cut of|a reduction of)\s$/i;

/** `Spending was A. We propose B, an additional D.`: one of the amounts before is what B is compared with. */
function* furtherThan(text: string, inside: readonly Quantity[], earlier: readonly Quantity[]): Iterable<Stated> {
  for (const [at, gap] of inside.entries()) {
    const to = inside[at - 1];
    if (to === undefined || gap.bound || to.bound || isPercent(gap) || !comparable(to, gap)) continue;
    if (
      !further.test(text.slice(to.end, gap.start)) ||
      gap.start - to.end > 50 ||
      /^\s(?:from|on|over|compared)\b/.test(text.slice(gap.end, gap.end + 10))
    )
      continue;
    const bases = earlier.filter((one) => !one.bound && comparable(one, to));
    const claims = bases.map((from) => differenceOf(gap.term, from.term, to.term));
    const sound = claims.find((claim) => holds(claim.equation));
    if (sound !== undefined) yield sound;
    else if (claims.length === 1) {
      const wanted = solvedExactly(claims[0]!.equation, placeOf(gap.term));
      if (wanted !== null && slipFrom(gap.term, wanted) !== null) yield claims[0]!;
    }
  }
}

/**
 * `In 2025 it drew 48,000 visitors. The target for 2026 is 60,000 visitors, or 25% more.`: more than the one figure of the
 * same noun in the sentence before.
 */
function* orMore(
  text: string,
  sentence: Span,
  inside: readonly Quantity[],
  earlier: readonly Quantity[],
): Iterable<Stated> {
  const [to, rate, another] = inside;
  if (to === undefined || rate === undefined || another !== undefined || to.bound || rate.bound) return;
  if (!isPercent(rate) || rate.figure.unit !== 'percent' || isPercent(to) || !/^count [a-z]/.test(to.unit)) return;
  if (!/^(?: [a-z]+){0,3}, or (?:about )?$/.test(text.slice(to.end, rate.start))) return;
  const word = /^ (more|fewer|less)[.;]?$/.exec(text.slice(rate.end, sentence.end).trimEnd())?.[1];
  const [from, more] = earlier.filter((one) => one.unit === to.unit && !one.bound);
  if (word === undefined || from === undefined || more !== undefined) return;
  yield growth(rate.term, to.term, from.term, word === 'more' ? 'up' : 'down');
}

function* inSentence(
  passage: Passage,
  sentence: Span,
  inside: readonly Quantity[],
  earlier: readonly Quantity[],
): Iterable<Stated> {
  const { text } = passage;
  const comparisons = comparisonsIn(text, inside, earlier);
  for (const comparison of comparisons)
    if (comparison.difference !== null) yield* statedDifference(text, comparison.difference, comparison);
  for (const rate of inside) {
    if (!isPercent(rate) || rate.bound || rate.figure.unit !== 'percent') continue;
    if (comparisons.some(({ from, to }) => from === rate || to === rate) || isLevel(text, rate)) continue;
    const direction =
      rate.figure.direction ?? directionNear(text, sentence, rate) ?? directionBy(text, comparisons, rate);
    if (direction === null) continue;
    const used = comparisons.filter(({ from, to }) => from !== rate && to !== rate && !isPercent(from));
    const pairs = used.filter(({ from, to }) => !from.bound && (!to.bound || used.length === 1) && !to.bound);
    const nearest = nearestTo(
      pairs.filter((pair) => isLinked(text, ownPart(pair, sentence, rate), rate)),
      rate,
      sentence.start,
    );
    const claimed = nearest && growth(rate.term, ...provenBy(nearest), direction);
    if (claimed === null || claimed === undefined) continue;
    const others = [
      ...pairs.map(({ from, to }) => [from, to] as const),
      // Right behind two figures that words join the rate is of no others.
      ...(isRightBehind(text, nearest!, rate) ? [] : allPairs([...earlier, ...inside])),
    ];
    const witness = holds(claimed.equation)
      ? claimed
      : others
          .filter(([from, to]) => from !== rate && to !== rate && !isPercent(from) && goes(from, to) === direction)
          // The same two once more, in words or elsewhere, are no other figures.
          .filter(([from, to]) => nearest === null || !areSame(from, nearest.from) || !areSame(to, nearest.to))
          .map(([from, to]) => growth(rate.term, ...sharpest(from, to)))
          .find((claim) => claim !== null && holds(claim.equation));
    // What stands in the sentence before, set against a figure many times smaller or larger, is something else.
    if (
      witness === undefined &&
      nearest !== null &&
      nearest.joint === 'against' &&
      !(inside.includes(nearest.to) && inside.includes(nearest.from)) &&
      isFarApart(nearest) &&
      !isSlip(claimed)
    )
      continue;
    // A rise said of a fall is said of something else, where it is no slip of the scale.
    if (
      witness === undefined &&
      nearest !== null &&
      goes(nearest.from, nearest.to) !== direction &&
      !isHundredfold(nearest)
    )
      continue;
    if (witness === undefined && nearest !== null && isShareBehind(text, nearest, rate)) continue;
    yield witness ?? (isJoined(text, nearest!, rate) ? { ...claimed, joined: true } : claimed);
    if (witness === claimed && nearest !== null) yield* roundAside(rate, nearest, claimed);
  }
  yield* multiples(passage, sentence, comparisons);
  yield* differencesBy(text, inside, comparisons);
}

/** `a decline from the 79 per cent recorded last year`: a level that something comes from, and no change. */
const isLevel = (text: string, { start }: Span): boolean =>
  /\b(?:from|against|compared (?:with|to)) (?:the |a |an |its |our )?$/i.test(
    text.slice(Math.max(0, start - 24), start),
  );

/**
 * What a rate must be linked to. `비중은 복구 16.7%이고, 지난해 1,190억원보다 …`, with 1,284억원 in the sentence before: of the two that
 * lie around the rate only the one in its own sentence tells whether another clause begins between.
 */
const ownPart = ({ start, end, from, to }: Comparison, sentence: Span, rate: Span): Span => {
  if (start >= sentence.start || end <= rate.start) return { start, end };
  return from.start > to.start ? from : to;
};

/**
 * `총 1,875억원` / `전년(1,500억원) 대비 375억원(25.0%) 증가`: what the line above states is set against an earlier figure. Said
 * only where the two bear the rate or the difference out, or a slip of the pen explains why they do not.
 */
function* ofLineAbove(passage: Passage, above: Passage | null): Iterable<Stated> {
  const quantities = quantitiesIn(passage);
  if (above === null || quantities.length < 2 || quantities.length > 5) return;
  const said = quantitiesIn(above).filter((one) => !one.bound && !isPercent(one));
  const [from] = quantities;
  const to = said.filter((one) => comparable(one, from!));
  if (from!.bound || to.length !== 1) return;
  const rate = quantities.find((one) => isPercent(one) && !one.bound && one.figure.unit === 'percent');
  const gap = quantities.find((one) => one !== from && comparable(one, from!) && !one.bound);
  const claims: Stated[] = [];
  if (gap !== undefined) claims.push(differenceOf(gap.term, from!.term, to[0]!.term));
  if (rate !== undefined) claims.push(growth(rate.term, to[0]!.term, from!.term));
  // `… 186억 원` / `- 지난해 150억 원보다 24% 늘려`: a headline with one amount, and the line below it.
  const isHead = above.figures.filter(({ figure }) => figure.kind === 'amount').length === 1 && gap === undefined;
  const isDirect =
    rate !== undefined && /^\s?(?:보다|대비)\s(?:약\s)?$/.test(passage.text.slice(from!.end, rate.start));
  for (const claim of claims)
    if (claims.some(({ equation }) => holds(equation)) || isSlip(claim) || (isHead && isDirect)) yield claim;
}

/** Whether a slip of the pen in the stated result explains why the equation fails. */
function isSlip({ equation }: Stated): boolean {
  const [stated] = termsOf(equation);
  const value = solvedExactly(equation, placeOf(stated!));
  if (value === null) return false;
  const step = new Big(stated!.numeral.step).abs();
  return isTelling(stated!, value.div(step).round().times(step));
}

/** `from 900 cases to 600 cases, by 33%`: the rate right behind says of the two how far they are apart. */
function directionBy(text: string, comparisons: readonly Comparison[], rate: Quantity): 'up' | 'down' | null {
  const own = comparisons.find(
    ({ end }) =>
      end <= rate.start &&
      /^(?:[^.;%]|\.(?=\d)){0,40}\b(?:by|or)\s+(?:about |some |nearly )?$/.test(text.slice(end, rate.start)) &&
      !/^\sof\b/.test(text.slice(rate.end, rate.end + 4)),
  );
  return own === undefined ? null : goes(own.from, own.to);
}

/**
 * Later and earlier figure, as exact as the finer of them: `3만` beside `2만 4,000` is exact to a thousand. `24억5000만` beside
 * `22억8000만` is rounded to its last digit but noughts, and `879만` beside `979만4,796` to its own.
 */
function sharpest(from: Quantity, to: Quantity): [Term, Term] {
  if (isRoundMixed(to.term) && isRoundMixed(from.term)) return [asRounded(to.term), asRounded(from.term)];
  const [later, former] = alike([to.term, from.term]);
  return [isOfManyDigits(to.term) ? to.term : later!, isOfManyDigits(from.term) ? from.term : former!];
}

const isRoundMixed = ({ numeral }: Term): boolean => /[조억]\s?[1-9],?000[억만]$/.test(numeral.digits);

const asRounded = (term: Term): Term => ({
  ...term,
  interval: around(term.value, new Big(term.numeral.step).abs().times(500)),
});

/** `879만`: three digits and a unit, exact to the last of them. */
const isOfManyDigits = ({ numeral }: Term): boolean =>
  numeral.scale !== null && /^\d[\d,]*[1-9]$/.test(numeral.digits) && numeral.digits.length >= 3;

const areSame = (a: Quantity, b: Quantity): boolean => a.term.value.eq(b.term.value);

/**
 * `35억원보다 22% 늘었다` of 42억원: rounding may explain it, but the printed figures make 20% without a remainder, which is
 * worth a look.
 */
function* roundAside(rate: Quantity, { from, to }: Comparison, claimed: Stated): Iterable<Stated> {
  const exact = (term: Term): Term => ({ ...term, interval: exactly(term.value) });
  const claim = growth(rate.term, exact(to.term), exact(from.term));
  const made = solvedExactly(claim.equation, placeOf(rate.term));
  const step = new Big(rate.term.numeral.step).abs();
  if (made === null || holds(claim.equation) || !made.mod(step).eq(0)) return;
  if (made.abs().minus(rate.term.value.abs()).abs().gt(step))
    yield { ...claim, says: claimed.says, severity: 'info', aside: true };
}

/** The two, as exact as the difference told beside them where that is the difference of their printed digits. */
function provenBy({ from, to, difference }: Comparison): [Term, Term] {
  const [later, former] = sharpest(from, to);
  if (difference === null || !later.value.minus(former.value).abs().eq(difference.term.value.abs()))
    return [later, former];
  const step = new Big(difference.term.numeral.step).abs();
  return [sharpened(later, step), sharpened(former, step)];
}

const isFarApart = ({ from, to }: Comparison): boolean =>
  to.term.value.gte(from.term.value.times(5)) || from.term.value.gte(to.term.value.times(5));

const isHundredfold = ({ from, to }: Comparison): boolean =>
  to.term.value.gte(from.term.value.times(100)) || from.term.value.gte(to.term.value.times(100));

/** `cut from £21.7 million to £15.2 million, a fall of 30%` */
const isRightBehind = (text: string, { joint, end }: Comparison, rate: Span): boolean =>
  joint !== 'against' &&
  /^(?:,| \(|,? or| –)[^.;:,\d]{0,26}$/.test(text.slice(end, Math.max(end, rate.start))) &&
  rate.start > end;

/**
 * `from 12,480 to 15,600, an increase of 13.8%`, `12,480 → 15,600 (+13.8%)`, `12,480명에서 15,600명으로 13.8% 증가`: nothing but words
 * of growth stands between the two and their rate, and no span of years or mean is told.
 */
const isJoined = (text: string, { joint, end, from, to }: Comparison, rate: Span): boolean =>
  joint !== 'against' &&
  rate.start > end &&
  !/[(（)）,]/.test(text.slice(from.end, to.start)) &&
  joiningWords.test(text.slice(end, rate.start)) &&
  !/^\s?(?:a|per|each|every) year|^ annual|^ on average|^씩/.test(text.slice(rate.end, rate.end + 12));

const joiningWords =
  /^(?:(?: (?:in|by|for) (?:19|20)\d\d)?(?:,| –|,? or)?(?: up| down| by|,? an? (?:increase|rise|growth|gain|decrease|fall|cut|drop|reduction) of)? |\s?[(（][+△▲▽▼−–-]?\s?|(?:으로|로)\s)$/;

/** `여자는 남자보다 33명 많은 2,614명(50.3%)`: two groups are set against each other, and the bracket tells a share of both. */
const isShareBehind = (text: string, { to, joint }: Comparison, rate: Span): boolean =>
  joint === 'against' &&
  rate.start > to.end &&
  /(?:많은|적은) $/.test(text.slice(Math.max(0, to.start - 3), to.start)) &&
  /^\s?[(（](?:약\s)?$/.test(text.slice(to.end, rate.start)) &&
  /^\s?[)）]/.test(text.slice(rate.end, rate.end + 2));

/** Every two comparable figures: one pair that bears a rate out silences it. */
function allPairs(quantities: readonly Quantity[]): (readonly [Quantity, Quantity])[] {
  const some = quantities.slice(-12);
  return some.flatMap((from) =>
    some.filter((to) => to !== from && comparable(from, to)).map((to) => [from, to] as const),
  );
}

const goes = (from: Quantity, to: Quantity): 'up' | 'down' => (to.term.value.lt(from.term.value) ? 'down' : 'up');

/** Whether the words tell of a rise where the figures fall to an eighth or less. */
const saysRise = (direction: 'up' | 'down', { from, to }: Comparison): boolean =>
  direction === 'up' && to.term.value.times(8).lt(from.term.value);
