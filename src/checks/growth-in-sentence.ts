import { holds } from '../ledger/claim';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { comparisonsIn, isHundredfold, type Comparison } from './comparison';
import { differencesBy, statedDifference } from './differences';
import { directionNear, type Direction } from './direction';
import { provenBy, roundAside, sharpest } from './exact-pairs';
import { isLinked, nearestTo } from './linked';
import { multiples } from './multiples';
import type { Passage } from './passage';
import { comparable, isPercent, type Quantity } from './quantity';
import { growth, isTellingSlip } from './rate-claims';

/** A sentence, its quantities, those of the sentence before, and what it compares. */
interface Told {
  readonly text: string;
  readonly sentence: Span;
  readonly inside: readonly Quantity[];
  readonly earlier: readonly Quantity[];
  readonly comparisons: readonly Comparison[];
}

/**
 * The rates, multiples and differences that a sentence states of the figures that it compares; `earlier` are quantities
 * of the sentence before, which it may be said of.
 */
export function* growthInSentence(
  passage: Passage,
  sentence: Span,
  inside: readonly Quantity[],
  earlier: readonly Quantity[],
): Iterable<Stated> {
  const { text } = passage;
  const comparisons = comparisonsIn(text, inside, earlier);
  for (const comparison of comparisons)
    if (comparison.difference !== null) yield* statedDifference(text, comparison.difference, comparison);
  for (const rate of inside) yield* ofRate({ text, sentence, inside, earlier, comparisons }, rate);
  yield* multiples(passage, sentence, comparisons);
  yield* differencesBy(text, inside, comparisons);
}

/** The growth of the nearest two, or of any others of the sentence that bear the rate out. */
function* ofRate(told: Told, rate: Quantity): Iterable<Stated> {
  const { text, sentence, comparisons } = told;
  if (!isPercent(rate) || rate.bound || rate.figure.unit !== 'percent') return;
  if (comparisons.some(({ from, to }) => from === rate || to === rate) || isLevel(text, rate)) return;
  if (isOfOtherYears(text, sentence, rate) || isAgainstNoun(text, sentence, rate)) return;
  if (isRightBehindRates(text, comparisons, rate)) return;
  const direction =
    rate.figure.direction ?? directionNear(text, sentence, rate) ?? directionBy(text, comparisons, rate);
  if (direction === null) return;
  const pairs = comparisons.filter(({ from, to }) => !isPercent(from) && !from.bound && !to.bound);
  const nearest = nearestTo(
    pairs.filter((pair) => isLinked(text, ownPart(pair, sentence, rate), rate)),
    rate,
    sentence.start,
  );
  if (nearest === null) return;
  const claimed = growth(rate.term, ...provenBy(nearest), direction);
  if (holds(claimed.equation)) {
    yield claimed;
    yield* roundAside(rate, nearest, claimed);
    return;
  }
  const witness = witnessOf(told, pairs, nearest, rate, direction);
  if (witness !== undefined) yield witness;
  else if (!isOfAnother(told, nearest, rate, direction, claimed))
    yield isJoined(text, nearest, rate) ? { ...claimed, joined: true } : claimed;
}

/** Two other figures of the sentence or of the one before that bear the rate out. */
function witnessOf(
  { text, inside, earlier }: Told,
  pairs: readonly Comparison[],
  nearest: Comparison,
  rate: Quantity,
  direction: Direction,
): Stated | undefined {
  const others = [
    ...pairs.map(({ from, to }) => [from, to] as const),
    // Right behind two figures that words join the rate is of no others.
    ...(isRightBehind(text, nearest, rate) ? [] : allPairs([...earlier, ...inside])),
  ];
  return (
    others
      .filter(([from, to]) => from !== rate && to !== rate && !isPercent(from) && goes(from, to) === direction)
      // The same two once more, in words or elsewhere, are no other figures.
      .filter(([from, to]) => !areSame(from, nearest.from) || !areSame(to, nearest.to))
      .map(([from, to]) => growth(rate.term, ...sharpest(from, to)))
      .find(({ equation }) => holds(equation))
  );
}

/** Whether a rate that the nearest two do not bear out is said of something else. */
function isOfAnother(
  { text, inside }: Told,
  nearest: Comparison,
  rate: Quantity,
  direction: Direction,
  claimed: Stated,
): boolean {
  // What stands in the sentence before, set against a figure many times smaller or larger, is something else.
  const isBothInside = inside.includes(nearest.to) && inside.includes(nearest.from);
  if (nearest.joint === 'against' && !isBothInside && isFarApart(nearest) && !isTellingSlip(claimed)) return true;
  // A rise said of a fall is said of something else, where it is no slip of the scale.
  if (goes(nearest.from, nearest.to) !== direction && !isHundredfold(nearest)) return true;
  if (isShareBehind(text, nearest, rate)) return true;
  if (!isBesideAmount(text, inside, nearest, rate)) return false;
  return inside.some(
    (other) =>
      other !== rate && isPercent(other) && holds(growth(other.term, ...provenBy(nearest), direction).equation),
  );
}

/** `자전거 22억원(4.6%)이며, 지난해 400억원보다 80억원(20.0%)`: right behind a figure that is neither of the two. */
function isBesideAmount(text: string, inside: readonly Quantity[], nearest: Comparison, rate: Quantity): boolean {
  const before = inside.findLast(({ end }) => end <= rate.start);
  if (before === undefined || before === nearest.from || before === nearest.to) return false;
  return /^\s?[(（]\s?$/.test(text.slice(before.end, rate.start));
}

/** `a decline from the 79 per cent recorded last year`: a level that something comes from, and no change. */
const isLevel = (text: string, { start }: Span): boolean =>
  /\b(?:from|against|compared (?:with|to)) (?:the |a |an |its |our )?$/i.test(
    text.slice(Math.max(0, start - 24), start),
  );

/**
 * `연평균 9.5% 늘었다`: of each of several years; `2024년 …에서 2025년 …으로 2020년 대비 15% 늘었다`: of a year that the sentence tells no figure
 * of.
 */
function isOfOtherYears(text: string, sentence: Span, { start }: Span): boolean {
  const before = text.slice(Math.max(sentence.start, start - 24), start);
  if (/(?:연평균|해마다|매년|매달|매월|월평균)\s(?:평균\s|약\s)?$/.test(before)) return true;
  const year = /(?:^|\s)((?:19|20)\d\d)년도?(?:\s?말)?\s?(?:보다|대비|에 비해)\s(?:약\s)?$/.exec(before);
  if (year === null) return false;
  const [told, written] = [text.slice(sentence.start, start - before.length + year.index), year[1]!];
  return !told.includes(written) && !told.includes(`’${written.slice(2)}`) && !told.includes(`'${written.slice(2)}`);
}

/** `간격을 5분에서 4분으로 좁혀, 혼잡도를 168%에서 140%로 28% 낮춘다`: it tells how far the two rates right before it are apart. */
const isRightBehindRates = (text: string, comparisons: readonly Comparison[], rate: Span): boolean =>
  comparisons.some(
    ({ from, joint, end }) =>
      isPercent(from) &&
      joint !== 'against' &&
      end <= rate.start &&
      /^(?:으로|로)\s(?:약\s)?$/.test(text.slice(end, rate.start)),
  );

/** `1만 4,400명보다 2.8%, 수료 인원보다 6.8% 많다`: more than something whose figure stands elsewhere. */
const isAgainstNoun = (text: string, sentence: Span, { start }: Span): boolean =>
  /(?:^|\s)(?!(?:전년|지난해|작년|올해|금년|현재|기존|종전|당초|그때|이전)도?\s?(?:보다|대비|에))[가-힣]{2,12}\s?(?:보다|대비|에 비해)\s(?:약\s)?$/.test(
    text.slice(Math.max(sentence.start, start - 24), start),
  );

/**
 * What a rate must be linked to. `비중은 복구 16.7%이고, 지난해 1,190억원보다 …`, with 1,284억원 in the sentence before: of the two that
 * lie around the rate only the one in its own sentence tells whether another clause begins between.
 */
const ownPart = ({ start, end, from, to }: Comparison, sentence: Span, rate: Span): Span => {
  if (start >= sentence.start || end <= rate.start) return { start, end };
  return from.start > to.start ? from : to;
};

/** `from 900 cases to 600 cases, by 33%`: the rate right behind says of the two how far they are apart. */
function directionBy(text: string, comparisons: readonly Comparison[], rate: Quantity): Direction | null {
  const own = comparisons.find(
    ({ end }) =>
      end <= rate.start &&
      /^(?:[^.;%]|\.(?=\d)){0,40}\b(?:by|or)\s+(?:about |some |nearly )?$/.test(text.slice(end, rate.start)) &&
      !/^\sof\b/.test(text.slice(rate.end, rate.end + 4)),
  );
  return own === undefined ? null : goes(own.from, own.to);
}

/** Every two comparable figures: one pair that bears a rate out silences it. */
function allPairs(quantities: readonly Quantity[]): (readonly [Quantity, Quantity])[] {
  const some = quantities.slice(-12);
  return some.flatMap((from) =>
    some.filter((to) => to !== from && comparable(from, to)).map((to) => [from, to] as const),
  );
}

const areSame = (a: Quantity, b: Quantity): boolean => a.term.value.eq(b.term.value);

const isFarApart = ({ from, to }: Comparison): boolean =>
  to.term.value.gte(from.term.value.times(5)) || from.term.value.gte(to.term.value.times(5));

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

const goes = (from: Quantity, to: Quantity): Direction => (to.term.value.lt(from.term.value) ? 'down' : 'up');
