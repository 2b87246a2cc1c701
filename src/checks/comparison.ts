import type Big from 'big.js';
import { isTelling } from '../ledger/plausible';
import type { Span } from '../text/span';
import { becomesInKorean } from './korean-becoming';
import { comparable, isPercent, type Quantity } from './quantity';

/** Two quantities of one thing, before and after; the span is from the first to the last in the text. */
export interface Comparison extends Span {
  readonly from: Quantity;
  readonly to: Quantity;
  /** `arrow` and `words` (`from … to`, `에서 … 로`) name both sides; `against` sets one beside the other (`more than`). */
  readonly joint: 'arrow' | 'words' | 'against';
  /** The difference, where one is stated: `S$0.7 billion more than …`. */
  readonly difference: Quantity | null;
}

/**
 * The comparisons that a stretch of text states, in order. `earlier` are quantities of the sentence before, of which the
 * last can be what `That is $91.5 million above …` is said of.
 */
export function comparisonsIn(
  text: string,
  quantities: readonly Quantity[],
  earlier: readonly Quantity[] = [],
): Comparison[] {
  const found: Comparison[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const from = quantities[i]!;
    const joined = joinedPair(text, quantities, i);
    if (joined !== null) found.push(joined);
    const against = againstPair(text, quantities, i, earlier);
    if (against !== null && !areRounds(against) && !found.some((one) => one.from === from && one.to === against.to))
      found.push(against);
  }
  return found;
}

/** `A → B`, `from A to B`, `A에서 B로`, also with a year or a thing between. */
function joinedPair(text: string, quantities: readonly Quantity[], i: number): Comparison | null {
  const from = quantities[i]!;
  for (let j = i + 1; j <= i + 2 && j < quantities.length; j++) {
    const to = quantities[j]!;
    if (!comparable(from, to)) continue;
    const between = text.slice(from.end, to.start);
    if (between.length > 70 || /[;:]/.test(between)) return null;
    const nearer = quantities[i + 1]!;
    if (arrow.test(between)) {
      // `142억원을 증액(105 → 247억원)`, `1.4명 → 1.2명, 7.3명 → 6.5명`: the arrow belongs to the nearer figure.
      const isNearers = j > i + 1 && comparable(nearer, to) && !/[)）]/.test(text.slice(nearer.end, to.start));
      if (isNearers && !arrow.test(text.slice(from.end, nearer.start))) return null;
      return { ...pair(from, to), joint: 'arrow', difference: null };
    }
    const before = text.slice(Math.max(0, from.start - 26), from.start);
    const after = text.slice(to.end, to.end + 14);
    const isEnglish =
      !isOtherClause.test(between) &&
      /\bfrom\s+(?:(?:about|around|some|only|just|the|a|an|over|nearly|almost|at least|less than|more than|currently|now)\s+){0,2}$/i.test(
        before,
      ) &&
      /\bto\s+(?:(?:about|around|some|only|just|the|over|nearly|almost|at least|at most|no more than|no less than|no fewer than|up to|fewer than|less than|more than|a|an|as (?:many|much) as)\s+){0,2}$/i.test(
        between,
      );
    const isKorean =
      /^[^.。,]{0,30}에서/.test(between) &&
      !/[.。]/.test(between) &&
      /^[^\s,.)(]{0,6}(?:으로|로|까지|이?\s?상|$)/.test(after);
    // `100억 원이 생겼고, 14억 원에서 47억 원으로`: the nearer figure is the one that changes.
    if (isKorean && j === i + 2 && comparable(nearer, to) && /^\S{0,4}에서/.test(text.slice(nearer.end, to.start)))
      return null;
    if (isEnglish || isKorean || becomes.test(between) || isKoreanPair(text, from, to))
      return { ...pair(from, to), joint: 'words', difference: null };
    if (!/^\s*(?:\([^)]*\)\s*)?$/.test(between)) continue;
  }
  return null;
}

/** Joined by closing words and a time; what is five times as much, or a fifth, may be a whole and a part of it. */
const isKoreanPair = (text: string, from: Quantity, to: Quantity): boolean =>
  becomesInKorean(text, from, to) &&
  to.term.value.lt(from.term.value.times(5)) &&
  from.term.value.lt(to.term.value.times(5));

/** A hundred times as much or more, or as little: one of the two bears a wrong scale. */
export const isHundredfold = ({ from, to }: Comparison): boolean =>
  to.term.value.gte(from.term.value.times(100)) || from.term.value.gte(to.term.value.times(100));

/** `2회 추경은 1회보다`: one round beside the one before it; their numbers are no amounts. */
const areRounds = ({ from, to }: Comparison): boolean =>
  from.unit === 'count 회' && to.unit === 'count 회' && to.term.value.minus(from.term.value).eq(1);

const arrow = /→|⇒|➔|➜|->|=>|⟶/;

/** `(130, up from 85), and the waiting time will be cut to 56 days`: behind the bracket, or a new subject, something else is told. */
const isOtherClause =
  /^[^(（]*[)）]|[,;] (?:and|but|while) (?:the|its|our|their|an?) [a-z][^,;]{0,40} (?:is|are|was|were|will|shall|has|have)\b/;

/**
 * `68% in March 2025, will reach` 79%; `4.2 lakh now and is to rise to` 5.1 lakh: a time, an auxiliary and a verb of
 * becoming, nothing else. Where a noun stands between, something else may be what becomes.
 */
const becomes = new RegExp(
  [
    String.raw`^(?:,? (?:now|today|currently|at present|last year|this year)| \(?(?:in |at |by |as of )?`,
    String.raw`(?:the |end |of |early |late |mid-?|[A-Z][a-z]{2,8} |FY ?){0,3}(?:19|20)\d\d(?:[-–/]\d{2,4}| to (?:19|20)\d\d)?\)?)?,?`,
    String.raw`(?: (?:and|but))?(?: (?:it|they|this|which|that))?(?: (?:is|are|was|were|has|have|will|shall|should|would|must))?`,
    String.raw`(?: (?:to|due to|expected to|planned to|set to|meant to))?(?: be)? `,
    String.raw`(?:reach(?:es|ed)?|(?:rises?|rose|risen|grows?|grew|grown|increased?s?|climbs?|go|goes|falls?|fell|fallen|drops?|dropped|shrinks?|`,
    String.raw`declines?|decreased?s?|raised|cut|lowered|reduced|brought|expanded|revised)(?: up| down| upwards?| downwards?)? to)`,
    String.raw`(?: (?:about|around|some|only|just|over|nearly|almost|at least))? $`,
  ].join(''),
);

/** `one quarter`, `half`, `twice as many`: by how much, in words. */
const fraction =
  /\b(?:(?:an?|one|two|three) (?:half|thirds?|quarters?|fifths?|sixth|eighth|tenths?)|half|twice)(?: as (?:many|much))?\s?$/i;

const isForSome =
  /\b(?:for|to|among|of) (?:those|people|persons|anyone|households|children|adults|men|women|all|everyone)\b/i;

/** How many quantities on either side are looked at: further ones belong to other statements. */
const reach = 16;

/** What follows a difference in Korean: `46억원 늘었다`, `46억원, 15.3% 증가`. */
const changesBehind =
  /^\s?(?:[,(]|증가|늘|감소|줄|많|적|증액|감액|증원|감원|인상|인하|확대|축소|상승|하락|더 |높|낮|올|내)/;

/** `B, D more than A` · `D above the level of A` · `A보다 D 늘어난 B` · `B(A 대비 …)` · `B, up from A`. */
function againstPair(
  text: string,
  quantities: readonly Quantity[],
  i: number,
  earlier: readonly Quantity[],
): Comparison | null {
  const from = quantities[i]!;
  if (isPercent(from) && from.figure.unit !== 'percent') return null;
  const before = text.slice(Math.max(0, from.start - 84), from.start);
  // `80% more than in the five years before`: a time is compared over, not with.
  if (
    /\b(?:in|over|during|within|for) (?:the |its |their )?(?:last |past |previous |next )?$/i.test(before) &&
    /^(?:count )?(?:years?|months?|weeks?|days?)/.test(from.unit.replace(/^count /, ''))
  )
    return null;
  const after = text.slice(from.end, from.end + 12);
  const previous = quantities.slice(Math.max(0, i - reach), i).filter((one) => comparable(one, from));
  const following = quantities.slice(i + 1, i + 1 + reach).filter((one) => comparable(one, from));
  const lastEarlier = earlier.filter((one) => comparable(one, from)).at(-1) ?? null;

  const direct =
    /\b(?:compared (?:with|to)|against|versus|vs\.?|up from|down from|instead of|times (?:the|that of|as much as)?|(?:up|down|increase|decrease|rise|growth|cut) (?:on|over|from)|(?:higher|lower|more|less|larger|smaller|greater) by [\d.,]+ ?(?:%|per ?cent) than|(?:up|down|rise|fall|increase|decrease|growth|cut|drop|gain)s?(?: by| of)? (?:about |some |nearly )?[\d.,]+ ?(?:%|per ?cent) (?:on|over|from|above|below))\b[^.;:]{0,45}$/i;
  const difference =
    /\b(?:(?<!\bnot? )(?:more|less|higher|lower|fewer|larger|smaller|greater) than|above|below|over(?! (?:(?:the|its|next|last|past|coming|first) ){0,2}(?:[a-z]+|\d+)[ -](?:[a-z]+ )?(?:years?|months?|weeks?|days?|decades?|period)\b))\b(?:(?!, |\b(?:and|was|were|is|which|profile|plan|target|it)\b)[^.;:]){0,50}$/i;
  if (/^\s?[)）]?\s?(?:보다|대비|에 비해|에 비하여|에 견주어|[와과] (?:견주|비교하|비하))/.test(after)) {
    // `65.0%(20개 중 13개)보다`: what stands before the bracket is compared.
    if (/[(（][^()（）]*\s중\s?[^()（）]*$/.test(before)) return null;
    // `2025년 300억원보다 46억원 늘었다`, `300억원보다 46억원 늘어난 346억원`
    const next = following[0];
    const isGap =
      next !== undefined &&
      next.start - from.end < 30 &&
      (changesBehind.test(text.slice(next.end, next.end + 12)) ||
        (following[1] !== undefined && isResult(text, from, next, following[1]))) &&
      // `2,350억 원보다 늘었고, 시설비는 60억 원 감액`: another clause about something else.
      !/고,|[가-힣](?:은|(?<!보다)는)\s/.test(text.slice(from.end, next.start));
    const gap = isGap ? next : null;
    // `A 대비 D(r%) 증가한 B`: B is named; what stands before may be another account.
    const result = following.find((one) => one !== gap)!;
    if (result !== undefined && isResult(text, from, gap, result))
      return { ...pair(from, result), joint: 'against', difference: gap };
    const rest = following.filter((one) => one !== gap && (gap === null || isSaidOf(text, gap, one)));
    const own = previous.filter((one) => !isBracketed(text, one, from)).reverse();
    const stated = gap === null || own.length === 0 ? own[0] : saidOf(from, gap, own);
    const to = stated ?? rest[0] ?? ofEarlier(from, gap, earlier);
    return to === null ? null : { ...pair(from, to), joint: 'against', difference: gap === to ? null : gap };
  }
  // `96억 달러로 2021년 60억 달러의 1.6배`
  if (
    /^의\s\d[\d.]{0,4}\s?배(?!\s?(?:가|를|에)?\s?(?:넘|못|가까|이상|이하|안팎|남짓))/.test(
      text.slice(from.end, from.end + 20),
    )
  ) {
    const to = previous.at(-1);
    const isBeside =
      to !== undefined && /^(?:으로|로|은|는|이|가),?\s[^.;,]{0,24}$/.test(text.slice(to.end, from.start));
    return isBeside ? { ...pair(from, to), joint: 'against', difference: null } : null;
  }
  // `KRW 2.73 trillion, an increase of KRW 130 billion from KRW 2.60 trillion`
  const stated = previous.at(-1);
  if (stated !== undefined && isDifferenceFrom(text, stated, from)) {
    const own = previous.slice(0, -1).reverse();
    const to = saidOf(from, stated, own.length > 0 ? own : earlier.filter((one) => comparable(one, from)));
    return to === null ? null : { ...pair(from, to), joint: 'against', difference: stated };
  }
  if (difference.test(before)) {
    const words = difference.exec(before)!;
    const at = from.start - (before.length - words.index);
    // `higher than the N514.0 billion of 2025 by N128.5 billion`
    const behind = following[0];
    if (behind !== undefined && /^[^.;:,()]{0,20} by $/.test(text.slice(from.end, behind.start))) {
      const to = previous.at(-1) ?? lastEarlier;
      return to === null ? null : { ...pair(from, to), joint: 'against', difference: behind };
    }
    // Of `25 fewer than the 2,365 of 2025, as two offices close` the two offices are no part.
    const gap = previous.filter((one) => one.end <= at).length === previous.length ? previous.at(-1) : undefined;
    // `2,400 children, one quarter more than the 1,920`: told as a fraction, in words.
    const told = previous.at(-1);
    if (told !== undefined && fraction.test(text.slice(told.end, at)))
      return { ...pair(from, told), joint: 'against', difference: null };
    // `12,000 trees, 30% more than the 10,000`: the rate stands between, and the figure is what is compared; so it is in
    // `$68.4 million, or 4.6% more than the $65.4 million`, which is no difference of the two.
    if (
      gap !== undefined &&
      /\d\s?(?:%|per ?cent)/i.test(text.slice(gap.end, at)) &&
      (!/\bor\b|\(/.test(text.slice(gap.end, at)) || gap.term.value.times(2).gte(from.term.value))
    ) {
      return { ...pair(from, gap), joint: 'against', difference: null };
    }
    const lead = gap === undefined ? '' : text.slice(gap.end, at);
    // `23.4 million visits, still fewer than the 26.1 million`: the level itself, and no difference.
    if (gap !== undefined && /^[^,]{0,20}, (?:still |even |far |much |slightly )?$/.test(lead))
      return { ...pair(from, gap), joint: 'against', difference: null };
    // `within 24 hours for those over 80`
    if (isForSome.test(lead)) return null;
    if (gap !== undefined && at - gap.end <= 30 && !/\bor [\d.]+ times/.test(lead)) {
      const own = previous.slice(0, -1).reverse();
      const to = saidOf(from, gap, own.length > 0 ? own : earlier.filter((one) => comparable(one, from)));
      return to === null ? null : { ...pair(from, to), joint: 'against', difference: gap };
    }
  }
  // `£1.5 million (2025: £1.2 million, up 25%)`, `rose to EUR 3,500, from EUR 3,200`
  const own = previous.at(-1);
  if (own !== undefined) {
    const between = text.slice(own.end, from.start);
    const isEarlier =
      /^(?:\s[a-z-]+){0,4}\s?[(（]\s?(?:in\s|FY\s?)?(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?|['’‘]\d\d|last year|previous year|전년|작년|지난해)년?도?\s?:?\s?$/i.test(
        between,
      );
    // `falls to 3.5% of GDP from 3.8%`
    const isFrom =
      /^[^.;]{0,14},?\sfrom\s$/.test(between) && /\bto\s$/.test(text.slice(Math.max(0, own.start - 4), own.start));
    if (isFrom) return { ...pair(from, own), joint: 'words', difference: null };
    if (isEarlier) return { ...pair(from, own), joint: 'against', difference: null };
  }
  if (direct.test(before)) {
    const to = previous.at(-1) ?? lastEarlier;
    return to === null || to === undefined ? null : { ...pair(from, to), joint: 'against', difference: null };
  }
  return null;
}

const attributive = String.raw`(?:이|가)?\s?(?:더\s)?(?:증가한|늘어난|늘린|감소한|줄어든|줄인|증액된|증액한|감액된|감액한|삭감된|삭감한|많은|적은|인상된|인상한|인하된|인하한|오른|상승한|하락한|확대된|확대한|축소된|축소한|높은|낮은|늘은)\s(?:약\s|총\s)?$`;
const resultOfGap = new RegExp(String.raw`^\s?(?:[(（][^()（）]{1,20}[)）]|,?\s?[\d.]{1,8}\s?%)?${attributive}`);
const resultOfRate = new RegExp(
  String.raw`^\s?[)）]?\s?(?:보다|대비|에 비해|에 비하여)\s(?:약\s)?[\d.]{1,8}\s?%(?:\s?[(（][^()（）]{1,20}[)）])?${attributive}`,
);

/**
 * Whether the words between lead from the difference, or the rate, to its result: `보다 46억원(15%) 늘어난 346억원`; not
 * `300억원보다 8% 늘어난 24억원이 더 쓰인다`, where what follows is the difference.
 */
const isResult = (text: string, from: Quantity, gap: Quantity | null, result: Quantity): boolean =>
  gap === null
    ? result.term.value.times(5).gte(from.term.value) && resultOfRate.test(text.slice(from.end, result.start))
    : gap.end <= result.start && resultOfGap.test(text.slice(gap.end, result.start));

/** `총 1,284억원(국비 512억원, …)으로 2024년 1,126억원보다`: what a bracket closed before says is a part of something. */
const isBracketed = (text: string, one: Span, from: Span): boolean =>
  /^[^()]{0,60}\)/.test(text.slice(one.end, from.start)) && !/\([^()]*$/.test(text.slice(one.end, from.start));

/**
 * `300억원보다 46억원 늘어난 346억원`; not `144억원 증액, 이 중 신규 사업비는 102억원`, nor `46억원 늘었지만 이익은 62억원에서`, which go on
 * about something else.
 */
const isSaidOf = (text: string, gap: Span, to: Span): boolean =>
  !/[,;]|\s(?:이|그)\s?중|[가-힣](?:지만|으나|는데|고|며)\s[^.]{0,30}[가-힣](?:은|는|이|가)\s/.test(
    text.slice(gap.end, to.start).replace(/[(（][^()（）]*[)）]/g, ''),
  );

/** `an increase of D from A`, `up by D on the A of last year`. */
const isDifferenceFrom = (text: string, gap: Quantity, from: Quantity): boolean =>
  /\b(?:increase|decrease|rise|reduction|growth|cut|gain|drop|fall|decline) of\s$|\b(?:up|down)(?: by)?\s$/i.test(
    text.slice(Math.max(0, gap.start - 16), gap.start),
  ) &&
  /^\s(?:\([^()]{1,20}\)\s)?(?:from|on|over|compared (?:with|to)|against)\s(?:[A-Za-z]+\s){0,4}$/.test(
    text.slice(gap.end, from.start),
  );

/**
 * What `46 more than 300` is said of: the candidate that makes the difference true, else the first, which a sentence that
 * goes into parts afterwards begins with, where the difference that it makes is in the order of the one stated.
 */
function saidOf(from: Quantity, gap: Quantity, candidates: readonly Quantity[]): Quantity | null {
  const made = (to: Quantity): Big => to.term.value.minus(from.term.value).abs();
  const stated = gap.term.value.abs();
  const first = candidates[0];
  const fitting = candidates.find((to) => made(to).eq(stated));
  if (fitting !== undefined || first === undefined) return fitting ?? null;
  const isNear = made(first).lte(stated.times(farthest)) && stated.lte(made(first).times(farthest));
  const isSlip =
    isTelling(gap.term, made(first)) ||
    [gap.term.value, gap.term.value.times(-1)].some(
      (step) => isTelling(first.term, from.term.value.plus(step)) || isTelling(from.term, first.term.value.plus(step)),
    );
  return isNear || isSlip ? first : null;
}

/** A difference so many times as large as the one stated was never meant. */
const farthest = 6;

/** Of the sentence before: what the difference is true of, else the first. */
function ofEarlier(from: Quantity, gap: Quantity | null, earlier: readonly Quantity[]): Quantity | null {
  const candidates = earlier.filter((one) => comparable(one, from));
  return gap === null ? (candidates[0] ?? null) : saidOf(from, gap, candidates);
}

const pair = (from: Quantity, to: Quantity): { from: Quantity; to: Quantity } & Span => ({
  from,
  to,
  start: Math.min(from.start, to.start),
  end: Math.max(from.end, to.end),
});
