import { holds, solvedExactly } from '../ledger/claim';
import { slipFrom } from '../ledger/slip';
import { placeOf } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { isHundredfold, type Comparison } from './comparison';
import { differenceOf } from './differences';
import { directionNear, type Direction } from './direction';
import { goesOnInKorean } from './korean-becoming';
import { comparable, isAmount, isPercent, type Quantity } from './quantity';
import { growth } from './rate-claims';

/**
 * Growth that a sentence tells of what the sentence before it names. `inside` are the quantities of the sentence itself,
 * `earlier` those that it may go on about, `before` what the sentence before compares, where it compares nothing itself.
 */
export function* growthOfSentenceBefore(
  text: string,
  sentence: Span,
  inside: readonly Quantity[],
  earlier: readonly Quantity[],
  before: readonly Comparison[],
): Iterable<Stated> {
  yield* saidOfEarlier(text, sentence, inside, before);
  yield* furtherThan(text, inside, earlier);
  yield* orMore(text, sentence, inside, earlier);
  yield* ofPronoun(text, inside, earlier);
  yield* afterATime(text, sentence, inside, earlier);
}

/**
 * What the next sentence may go on about. `지난 9월에 말씀드린 9,900억원보다는 60억원 적습니다.` of 9,840억원 in the sentence before: that is
 * what both sentences speak of, and not the amounts that it is set against.
 */
export function spokenOf(inside: readonly Quantity[], own: readonly Comparison[]): Quantity[] {
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

/** Whether the words tell of a rise where the figures fall to an eighth or less. */
const saysRise = (direction: Direction, { from, to }: Comparison): boolean =>
  direction === 'up' && to.term.value.times(8).lt(from.term.value);

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

/** `환자가 84명 발생하였다. 올겨울에는 이를 63명으로 25% 줄인다.`: the figure of the sentence before, taken up by a pronoun. */
function* ofPronoun(text: string, inside: readonly Quantity[], earlier: readonly Quantity[]): Iterable<Stated> {
  const [to, rate] = inside;
  if (to === undefined || rate === undefined || !isPercent(rate) || rate.bound || to.bound || isPercent(to)) return;
  if (!/(?:^|\s)(?:이를|이것을|그것을) $/.test(text.slice(Math.max(0, to.start - 6), to.start))) return;
  if (!/^\S{0,4}(?:으로|로|까지) $/.test(text.slice(to.end, rate.start)) || rate.figure.unit !== 'percent') return;
  const from = earlier.filter((one) => comparable(one, to) && !one.bound).at(-1);
  if (from !== undefined) yield growth(rate.term, to.term, from.term);
}

/** `지난해 응시자는 11,200명이었다. 올해는 12,600명으로 12.5% 늘어난다.`: what the sentence before ends with, a year on. */
function* afterATime(
  text: string,
  sentence: Span,
  inside: readonly Quantity[],
  earlier: readonly Quantity[],
): Iterable<Stated> {
  const from = earlier.at(-1);
  const [to, rate] = isPercent(inside[0]!) ? [inside[1], inside[0]] : inside;
  if (from === undefined || to === undefined || rate === undefined || !isPercent(rate) || rate.bound) return;
  if (isPercent(to) || to.bound || from.bound || !comparable(from, to) || rate.figure.unit !== 'percent') return;
  const direction = rate.figure.direction ?? directionNear(text, sentence, rate);
  const pair = { from, to, start: from.start, end: to.end };
  if (
    direction === null ||
    !goesOnInKorean(text, from, to) ||
    isHundredfold({ ...pair, joint: 'words', difference: null })
  )
    return;
  yield growth(rate.term, to.term, from.term, direction);
}

/** `예산은 총 17억 5,500만원으로 … 전체 예산은 2021년 15억원보다 17% 늘었다`: the total named before is what is compared. */
export function* totalAgainst(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
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
