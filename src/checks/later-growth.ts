import { holds, solvedExactly, type Equation } from '../ledger/claim';
import { slipFrom } from '../ledger/slip';
import { placeOf, roundedOrCut, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { differenceOf } from './differences';
import { directionNear } from './direction';
import { computedText } from './equation-words';
import { sentencesIn, within, type Passage } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { growth } from './rate-claims';
import { isDuration } from './unit-price';

/**
 * Growth told of a figure that stands in a sentence before:
 *
 *     The first plan cost $122 million. … spending goes up by $64.4 million, or 53%.
 *     This year $345 million will be spent. That is $135 million more than last year, an increase of 64%.
 *     This year we shall spend S$620 million. In 2024 we spent S$576 million, so that our budget is up by 7.6%.
 *
 * `amounts` are all amounts of the plan: one of them may be the figure that the two others imply. Told where the
 * arithmetic holds, or where a swap of two digits explains why it does not.
 */
export function* laterGrowth(passage: Passage, amounts: readonly Term[]): Iterable<Stated> {
  const { text } = passage;
  const quantities = quantitiesIn(passage);
  const sentences = sentencesIn(passage);
  for (const [at, sentence] of sentences.entries()) {
    const inside = within(quantities, sentence);
    const earlier = quantities.filter((one) => one.end <= sentence.start && !one.bound && !isPercent(one));
    if (at === 0 || earlier.length === 0) continue;
    yield* soMuch(text, inside, earlier);
    yield* ofTwoSentences(passage, at);
    yield* ofAfterBefore(passage, at);
    yield* whichIsMore(text, inside, within(quantities, sentences[at - 1]!));
    for (const rate of inside) {
      if (!isPercent(rate) || rate.bound || rate.figure.unit !== 'percent') continue;
      const direction = rate.figure.direction ?? directionNear(text, sentence, rate);
      yield* thisIs(text, sentence, rate, inside, within(quantities, sentences[at - 1]!));
      const own = inside.filter((one) => one !== rate && !one.bound && !isPercent(one) && !isDuration(text, one));
      const gap = own.at(-1);
      if (gap === undefined || gap.end > rate.start) continue;
      if (isGapWith(text, gap, rate)) yield* ofGap(gap, rate, earlier, amounts);
      else if (direction !== null && own.length === 1)
        yield* ofPair(text, gap, rate, earlier, direction, wholesOfLaterYears(passage, at, gap));
    }
  }
}

/** `In 2024 we reached 2,140 homes. … we will reach 2,675, which is 25% more.`: more than the one figure of the sentence before. */
function* whichIsMore(text: string, inside: readonly Quantity[], before: readonly Quantity[]): Iterable<Stated> {
  const [to, rate] = inside.slice(-2);
  if (to === undefined || rate === undefined || !isPercent(rate) || rate.bound || isPercent(to) || to.bound) return;
  if (!/^(?: [a-z]+)?,? which (?:is|will be|would be) (?:about )?$/.test(text.slice(to.end, rate.start))) return;
  const word = /^ (more|less|higher|lower|fewer)(?= than (?:in|the) |[.,;]|$)/.exec(
    text.slice(rate.end, rate.end + 20),
  )?.[1];
  const [from, another] = before.filter((one) => comparable(one, to) && !one.bound && !isPercent(one));
  if (word === undefined || from === undefined || another !== undefined) return;
  const isUp = word === 'more' || word === 'higher';
  if (to.term.value.gt(from.term.value) === isUp) yield growth(rate.term, to.term, from.term, isUp ? 'up' : 'down');
}

const soTheRise =
  /\b(?:so|which means|that is|making|meaning) (?:that )?(?:the|an?) (?:increase|rise|growth|gain|decrease|fall|cut|drop|reduction|difference) (?:is|of|comes to|amounts to|equals) (?:about )?$/;

/**
 * `Spending for 2026 is $864.2 million. … It was $812.4 million in 2025, so the increase is $51.8 million (6.4%).`: of the
 * figures before, the one that bears out the difference or its rate is what the increase is of.
 */
function* soMuch(text: string, inside: readonly Quantity[], earlier: readonly Quantity[]): Iterable<Stated> {
  const at = inside.findIndex((one) => soTheRise.test(text.slice(Math.max(0, one.start - 60), one.start)));
  const [gap, base, rate] = [inside[at], inside[at - 1], inside[at + 1]];
  if (gap === undefined || base === undefined || isPercent(gap) || gap.bound || base.bound) return;
  if (!comparable(gap, base) || gap.term.value.gte(base.term.value)) return;
  const isRate = rate !== undefined && isPercent(rate) && /^ \((?:or )?$/.test(text.slice(gap.end, rate.start));
  const others = earlier.filter((one) => comparable(one, base) && !one.term.value.eq(base.term.value));
  const claims = others.map((one) => {
    const [low, high] = one.term.value.lt(base.term.value) ? [one, base] : [base, one];
    const isBorneOut =
      isRate && holds(ratioOf(rate.term, one.term, base.term, 100).equation) && one.term.value.gt(base.term.value);
    return { difference: differenceOf(gap.term, low.term, high.term), isBorneOut };
  });
  const fits = claims.find(({ difference, isBorneOut }) => holds(difference.equation) || isBorneOut);
  if (fits !== undefined) yield fits.difference;
}

/** `by $64.4 million, or 53%`; `$135 million more than last year, an increase of 64%`. */
const isGapWith = (text: string, gap: Span, rate: Span): boolean =>
  /^(?: (?:more|less|higher|lower|fewer|above|below)\b[^.;()\d]{0,40})?,? (?:\()?(?:or |an? (?:increase|rise|growth|cut|fall|decrease|drop|gain|reduction) of )(?:about )?$/.test(
    text.slice(gap.end, rate.start),
  ) &&
  (/\b(?:by|(?:increase|rise|growth|cut|fall|decrease|drop|gain|reduction) of) (?:about )?$/.test(
    text.slice(Math.max(0, gap.start - 22), gap.start),
  ) ||
    (/\b(?:[Tt]his|[Tt]hat|[Ii]t|which) (?:is|was|means) (?:about )?$/.test(
      text.slice(Math.max(0, gap.start - 20), gap.start),
    ) &&
      /^\)?,? (?:more|less|higher|lower|fewer|above|below)\b/.test(text.slice(rate.end, rate.end + 9))) ||
    /^ (?:more|less|higher|lower|fewer)\b/.test(text.slice(gap.end, gap.end + 10)));

function* ofGap(
  gap: Quantity,
  rate: Quantity,
  earlier: readonly Quantity[],
  amounts: readonly Term[],
): Iterable<Stated> {
  const alike = earlier.filter((one) => comparable(one, gap) && one.term.value.gt(gap.term.value));
  // The earlier figure may stand anywhere: what is left of the later one without the gap.
  const left = alike.flatMap(({ term }) => {
    const wanted = term.value.minus(gap.term.value);
    return amounts.find(({ value }) => value.eq(wanted)) ?? [];
  });
  const claims = [...alike.map(({ term }) => term), ...left].map((base) => ratioOf(rate.term, gap.term, base, 0));
  // One figure that the gap can be of, and the plan tells what is left of it: that is the base.
  const isSure = alike.length === 1 && left.length === 1 && !claims.some(({ equation }) => holds(equation));
  yield* likeliest(isSure ? claims.slice(1) : claims, rate.term, isSure);
}

function* ofPair(
  text: string,
  one: Quantity,
  rate: Quantity,
  earlier: readonly Quantity[],
  direction: 'up' | 'down',
  wholes: readonly Quantity[],
): Iterable<Stated> {
  const between = text.slice(one.end, rate.start);
  const isCompared = /(?:^|[.:] )(?:Compared (?:with|to)|Against) [^.;]{0,50}$/.test(
    text.slice(Math.max(0, one.start - 70), one.start),
  );
  if (between.length > 70 || (!isCompared && !/\b(?:so|which means|that is|this is|therefore|thus)\b/.test(between)))
    return;
  const last = earlier.filter((other) => comparable(other, one) && !other.term.value.eq(one.term.value)).slice(-4);
  const [whole, more] = wholes;
  const isTold = whole !== undefined && more === undefined;
  const others = isTold && !last.includes(whole) ? [whole, ...last] : last;
  const claims = others.map((other) => {
    const [low, high] = one.term.value.lt(other.term.value) ? [one.term, other.term] : [other.term, one.term];
    return direction === 'up' ? ratioOf(rate.term, high, low, 100) : ratioOf(rate.term, low, high, 100);
  });
  if (isTold && !claims.some(({ equation }) => holds(equation))) yield claims[others.indexOf(whole)]!;
  else yield* likeliest(claims, rate.term, others.length === 1);
}

/**
 * `The budget for 2026 is EUR 48.60 million. … In 2025 it was EUR 45.00 million, so that it grows by 8.0%.`: what the
 * sentences before say first of a later year than the one that `base` is of, where that is near `base`.
 */
function wholesOfLaterYears(passage: Passage, at: number, base: Quantity): Quantity[] {
  const sentences = sentencesIn(passage);
  const year = yearIn(passage, sentences[at]!);
  if (year === null) return [];
  const found = sentences.slice(0, at).flatMap((sentence): Quantity[] => {
    const own = yearIn(passage, sentence);
    if (own === null || own <= year) return [];
    const [first] = within(quantitiesIn(passage), sentence).filter((one) => comparable(one, base));
    if (first === undefined || first.bound) return [];
    const ratio = first.term.value.div(base.term.value);
    return ratio.gt('0.5') && ratio.lt(2) ? [first] : [];
  });
  return found.filter((one, index) => found.findIndex(({ term }) => term.value.eq(one.term.value)) === index);
}

/** The one year that a sentence names, the first of a fiscal year; null where it names none or several. */
function yearIn({ figures }: Passage, sentence: Span): number | null {
  const years = new Set(
    within(figures, sentence).flatMap(({ figure }) => (figure.kind === 'date' ? (figure.parts[0].year ?? []) : [])),
  );
  return years.size === 1 ? [...years][0]! : null;
}

const thisIsARise =
  /^(?:This|That|It) (?:is|was|means|represents|makes) (?:an? )?(increase|rise|growth|gain|cut|fall|decrease|drop|reduction) of (?:about )?$/;

/** `SEK 96.8 billion in 2026. In 2025 the figure was SEK 89.4 billion. This is an increase of SEK 7.4 billion, or 8.3%.` */
function* ofTwoSentences(passage: Passage, at: number): Iterable<Stated> {
  const sentences = sentencesIn(passage);
  const [one, other, own] = [sentences[at - 2], sentences[at - 1], sentences[at]!];
  const quantities = quantitiesIn(passage);
  const [stated, next] = within(quantities, own);
  if (one === undefined || other === undefined || stated === undefined || stated.bound) return;
  const noun = thisIsARise.exec(passage.text.slice(own.start, stated.start))?.[1];
  if (noun === undefined) return;
  const amounts = [one, other].map((sentence) => within(quantities, sentence).filter(isAmount));
  const [first, second] = [amounts[0]![0], amounts[1]![0]];
  const years = [yearIn(passage, one), yearIn(passage, other)];
  if (amounts.some(({ length }) => length !== 1) || first === undefined || second === undefined) return;
  if (!comparable(first, second) || first.bound || second.bound || years[0] === null || years[1] === null) return;
  if (years[0] === years[1]) return;
  const [to, from] = years[0]! > years[1]! ? [first, second] : [second, first];
  const direction = /^(?:increase|rise|growth|gain)$/.test(noun) ? 'up' : 'down';
  const rate = isPercent(stated) ? stated : next;
  if (!isPercent(stated) && comparable(stated, to)) {
    const rises = direction === 'up' && to.term.value.times(8).lt(from.term.value);
    yield differenceOf(stated.term, from.term, to.term, rises);
  }
  if (rate !== undefined && isPercent(rate) && rate.figure.unit === 'percent' && !rate.bound)
    yield growth(rate.term, to.term, from.term, direction);
}

/** `In 2025 the museum had 21,840 guests, after 19,500 in 2024. That is an increase of 12%.` */
function* ofAfterBefore(passage: Passage, at: number): Iterable<Stated> {
  const { text } = passage;
  const [before, own] = sentencesIn(passage).slice(at - 1, at + 1);
  const quantities = quantitiesIn(passage);
  const [rate] = within(quantities, own!);
  const [to, from, another] = within(quantities, before!);
  if (rate === undefined || !isPercent(rate) || rate.bound || rate.figure.unit !== 'percent') return;
  const noun = thisIsARise.exec(text.slice(own!.start, rate.start))?.[1];
  if (noun === undefined || to === undefined || from === undefined || another !== undefined) return;
  if (to.bound || from.bound || isPercent(to) || !comparable(to, from)) return;
  if (!/^(?: [a-z]+){0,3}, (?:after|following) $/.test(text.slice(to.end, from.start))) return;
  if (!/^(?: [a-z]+){0,3} in (?:19|20)\d\d\b/.test(text.slice(from.end, from.end + 50))) return;
  const isUp = /^(?:increase|rise|growth|gain)$/.test(noun);
  if (to.term.value.gt(from.term.value) === isUp) yield growth(rate.term, to.term, from.term, isUp ? 'up' : 'down');
}

/** `€104.0 million, up €6.5 million or 6.7% from €97.5 million`: the growth of the first on the last. */
export function* upFrom(passage: Passage): Iterable<Stated> {
  const { text, block } = passage;
  if (block.language === 'ko') return;
  const all = quantitiesIn(passage).filter((one) => !one.bound);
  for (let i = 0; i + 3 < all.length; i++) {
    const [to, gap, rate, from] = [all[i]!, all[i + 1]!, all[i + 2]!, all[i + 3]!];
    if (!isPercent(rate) || isPercent(gap) || !comparable(to, gap) || !comparable(gap, from)) continue;
    if (
      /^[^.;()\d]{0,30},? (?:up|down) (?:by )?$/.test(text.slice(to.end, gap.start)) &&
      /^,? \(?or $/.test(text.slice(gap.end, rate.start)) &&
      /^\)?,? (?:from|on|over|compared with) (?:the )?$/.test(text.slice(rate.end, from.start))
    )
      yield ratioOf(rate.term, to.term, from.term, 100);
  }
}

/** `The plan will cost EUR 480 million: … This is 60% more than the EUR 300 million of the last plan.` */
function* thisIs(
  text: string,
  sentence: Span,
  rate: Quantity,
  inside: readonly Quantity[],
  before: readonly Quantity[],
): Iterable<Stated> {
  if (!/^(?:This|That|It) (?:is|was|means) (?:about |some )?$/.test(text.slice(sentence.start, rate.start))) return;
  const base = inside[inside.indexOf(rate) + 1];
  if (
    base === undefined ||
    base.bound ||
    !/^ (?:more|less|higher|lower) than (?:the |in |last year’s )?$/.test(text.slice(rate.end, base.start))
  )
    return;
  const alike = before.filter((one) => !one.bound && !isPercent(one) && comparable(one, base));
  const claims = alike.map((one) => ratioOf(rate.term, one.term, base.term, 100));
  const fits = claims.find(({ equation }) => holds(equation));
  if (fits !== undefined) yield fits;
  else if (claims.length > 0) {
    const wanted = solvedExactly(claims[0]!.equation, placeOf(rate.term));
    if (wanted !== null && wanted.abs().lt(200)) yield claims[0]!;
  }
}

function* likeliest(claims: readonly Stated[], rate: Term, isSure = false): Iterable<Stated> {
  const fits = claims.find(({ equation }) => holds(equation));
  const slipped = claims.filter(({ equation }) => isSwapOfRate(equation, rate));
  if (fits !== undefined) yield fits;
  else if (slipped.length === 1) yield slipped[0]!;
  else if (isSure && claims.length === 1) yield claims[0]!;
}

/** Whether two swapped digits of the stated rate are what parts it from the one that follows. */
export function isSwapOfRate(equation: Equation, rate: Term): boolean {
  const wanted = solvedExactly(equation, placeOf(rate));
  if (wanted === null) return false;
  const step = rate.interval.high.minus(rate.interval.low);
  return step.gt(0) && slipFrom(rate, wanted.abs().div(rate.numeral.step).round().times(rate.numeral.step)) === 'swap';
}

function ratioOf(rate: Term, above: Term, below: Term, less: 0 | 100): Stated {
  const falls = less === 100 && above.value.lt(below.value);
  const rounded = roundedOrCut(rate);
  const result =
    falls && rounded.value.gt(0)
      ? {
          ...rounded,
          value: rounded.value.times(-1),
          interval: { low: rounded.interval.high.times(-1), high: rounded.interval.low.times(-1) },
        }
      : rounded;
  const equation: Equation = { kind: 'ratio', result, above, below, factor: 100, less };
  return {
    equation,
    says: (t) =>
      t(
        '{0} of {1} is {2}; the text says {3}.',
        above.text,
        below.text,
        computedText(equation, result) ?? '',
        rate.text,
      ),
  };
}
