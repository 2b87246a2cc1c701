import Big from 'big.js';
import { holds, type Equation } from '../ledger/claim';
import { roundedOrCut, type Term } from '../ledger/term';
import { mayRest, type InTurns } from '../text/steps';
import type { Stated } from './check';
import { computedText } from './equation-words';
import { areFunds } from './listed-figures';
import { type Passage, sentencesIn } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { share } from './rate-claims';

/** A figure and its share. */
interface Pair {
  readonly part: Quantity;
  readonly rate: Quantity;
}

/**
 * `(a) Education – N141.4 billion (22.0 percent of the budget);` and its fellows, one an item: the whole is the amount
 * of the plan that bears most of them out.
 */
export function* sharesInItems(all: readonly Passage[]): InTurns<Stated> {
  const amounts = new Map<string, Term>();
  for (let at = 0; at < all.length; at++) {
    if (mayRest(at)) yield;
    const pairs: Pair[] = [];
    let next = at;
    for (; next < all.length; next++) {
      const { block } = all[next]!;
      // What stands deeper belongs to the item above it.
      if (block.kind === 'item' && pairs.length > 0 && block.depth > all[at]!.block.depth) continue;
      const pair = block.kind === 'item' ? onlyPair(all[next]!) : null;
      if (pair === null) break;
      pairs.push(pair);
    }
    if (pairs.length >= 3) {
      if (amounts.size === 0) for (const one of amountsOf(all)) amounts.set(one.value.toString(), one);
      yield* sharesOf(pairs, [...amounts.values()]);
    }
    at = Math.max(at, next - 1);
  }
}

/**
 * `제설제 12,400톤을 비축한다. 소금 6,200톤(50%), 염화칼슘 4,960톤(40%), 친환경 제설제 1,240톤(10%)이다.`: figures each with a share,
 * and a figure before them that bears most of the shares out.
 */
export function* sharesInLists(passage: Passage, before: Passage | undefined): Iterable<Stated> {
  const quantities = quantitiesIn(passage);
  if (quantities.filter(isPercent).length < 3) return;
  const pairs = quantities.flatMap((rate, at): Pair[] => {
    const part = quantities[at - 1];
    const isPair =
      part !== undefined &&
      isPercent(rate) &&
      !rate.bound &&
      !part.bound &&
      !isPercent(part) &&
      rate.figure.unit === 'percent' &&
      rate.figure.direction === null &&
      !/(?:보다|대비)\s(?:약\s)?$/.test(passage.text.slice(Math.max(0, part.start - 8), part.start)) &&
      /^\S{0,4}\s?[(（]\s?$/.test(passage.text.slice(part.end, rate.start)) &&
      /^\s?[)）]/.test(passage.text.slice(rate.end));
    return isPair ? [{ part, rate }] : [];
  });
  const [first] = pairs;
  if (first === undefined || pairs.length < 3 || !pairs.every(({ part }) => comparable(part, first.part))) return;
  const own = quantities.filter((one) => one.end <= first.part.start);
  const wholes = [...own, ...(before === undefined ? [] : quantitiesIn(before))].filter(
    (one) => !one.bound && !isPercent(one) && comparable(one, first.part),
  );
  yield* sharesOf(
    pairs,
    wholes.map(({ term }) => term),
  );
}

/** The first amount of an item and the share in the bracket right behind it, where the item has no other share. */
function onlyPair(passage: Passage): Pair | null {
  const quantities = quantitiesIn(passage);
  const [part, rate] = [quantities.find(isAmount), quantities.find(isPercent)];
  if (part === undefined || rate === undefined || part.bound || rate.bound) return null;
  if (quantities.filter(isPercent).length !== 1 || rate.figure.direction !== null) return null;
  return /^\s?[(,]\s?(?:or )?$/.test(passage.text.slice(part.end, rate.start)) ? { part, rate } : null;
}

const amountsOf = (all: readonly Passage[]): Term[] =>
  all.flatMap((passage) =>
    quantitiesIn(passage)
      .filter((one) => isAmount(one) && !one.bound)
      .map(({ term }) => term),
  );

function* sharesOf(pairs: readonly Pair[], wholes: readonly Term[]): Iterable<Stated> {
  const held = (whole: Term): number =>
    pairs.filter(({ part, rate }) => holds(share(rate.term, part.term, whole).equation)).length;
  const largest = pairs.reduce((all, { part }) => (part.term.value.gt(all) ? part.term.value : all), new Big(0));
  const best = wholes
    .filter(({ value }) => value.gt(largest))
    .map((whole) => ({ whole, held: held(whole) }))
    .reduce<{ whole: Term; held: number } | null>(
      (top, one) => (top === null || one.held > top.held ? one : top),
      null,
    );
  if (best === null || best.held < 2 || best.held * 3 < pairs.length * 2) return;
  for (const { part, rate } of pairs) yield share(rate.term, part.term, best.whole);
}

/** `국비 840억원(60%), 지방비 560억원(40%)` beside a figure that is their sum. */
export function* sharesInBrackets(
  text: string,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  const pairs = percents.flatMap((rate) => {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || isPercent(part) || part.bound || rate.figure?.kind !== 'percent') return [];
    // `334억 원(6.1%) 증가`, `3,380억원보다 270억원(8.0%) 많다`: a growth, no share.
    if (rate.figure.direction !== null) return [];
    if (/(?:보다|대비)\s(?:약\s)?$/.test(text.slice(Math.max(0, part.start - 8), part.start))) return [];
    return (/^(?:\s(?:from|by) [^.;,()]{1,30})?\s?[(（[,]\s?(?:or )?$/.test(text.slice(part.end, rate.start)) &&
      /^\s?[)）\],;]/.test(text.slice(rate.end))) ||
      // `국비 17,010백만원 35%, 도비 7,290백만원 15%`
      (text.slice(part.end, rate.start) === ' ' && /^\s?[)）,]/.test(text.slice(rate.end)) && isAmount(part)) ||
      (/^(?:으로|로)\s(?:전체의?\s|총액의\s)?$/.test(text.slice(part.end, rate.start)) &&
        /^(?:[,를을이에의]|\s?차지)/.test(text.slice(rate.end)))
      ? [{ part, rate }]
      : [];
  });
  if (pairs.length < 2) return;
  const parts = pairs.map(({ part }) => part);
  if (!parts.every((part) => comparable(part, parts[0]!))) return;
  const sum = parts.reduce((all, part) => all.plus(part.term.value), new Big(0));
  const wholes = quantities.filter((one) => !parts.includes(one) && comparable(one, parts[0]!) && !one.bound);
  // The whole is the figure that bears most of the shares out.
  const scored = wholes
    .map((whole) => ({
      whole,
      held: pairs.filter(({ part, rate }) => holds(share(rate.term, part.term, whole.term).equation)).length,
    }))
    .sort((a, b) => b.held - a.held)[0];
  if (scored !== undefined && scored.held * 2 >= pairs.length) {
    for (const { part, rate } of pairs) {
      // `현원 200명 중 여성은 89명(44.5%), 보직자 25명 중 여성은 8명(32.0%)`: a part of the nearer whole.
      const isOfNearer = wholes.some(
        (one) =>
          one.start > scored.whole.start && one.end <= part.start && isRoundedShare(rate.term, part.term, one.term),
      );
      const isOfEarlier = scored.whole.start >= part.end && part.term.value.gt(scored.whole.term.value);
      if (!isOfNearer && !isOfEarlier) yield share(rate.term, part.term, scored.whole.term);
    }
    return;
  }
  const fitsSum = pairs.filter(({ part, rate }) =>
    part.term.value.times(100).div(sum).minus(rate.term.value).abs().lte(rate.term.numeral.step),
  );
  if (pairs.length === 2 && fitsSum.length === 1) yield* halfWrong(text, pairs, fitsSum[0]!);
  // Of two payers one fits what both give together: `₹154.20 crore (60%) comes from the Centre and ₹102.80 crore (40%) from`
  const areTwo =
    pairs.length === 2 && fitsSum.length === 1 && payers.test(text.slice(parts[0]!.start, pairs[1]!.rate.end + 24));
  const agreeing = areTwo || fitsSum.length * 2 > pairs.length ? fitsSum : proportioned(pairs);
  if (!areTwo && (agreeing.length < 2 || agreeing.length * 2 <= pairs.length)) return;
  const base = agreeing[0]!;
  for (const { part, rate } of pairs)
    if (part !== base.part) yield proportion(rate.term, part.term, base.rate.term, base.part.term);
}

/** Whether the rate is that share to its last digit, rounded and not cut off. */
const isRoundedShare = (rate: Term, part: Term, whole: Term): boolean =>
  part.value.times(100).div(whole.value).minus(rate.value).abs().times(2).lte(new Big(rate.numeral.step).abs());

/** `국비 483억원(60%), 지방비 207억원(30%)`: who pays, two in all, one of whom has the share that the sum of both gives. */
function* halfWrong(text: string, pairs: readonly Pair[], sound: Pair): Iterable<Stated> {
  const parts = pairs.map(({ part }) => part);
  const shares = pairs.reduce((all, { rate }) => all.plus(rate.term.value), new Big(0));
  if (!parts.every(isAmount) || shares.eq(100) || !areFunds(text, Math.max(0, parts[0]!.start - 12), parts)) return;
  const other = pairs.find((pair) => pair !== sound)!;
  yield proportion(other.rate.term, other.part.term, sound.rate.term, sound.part.term);
}

const payers = /\b(?:comes? from|is paid by|provided by|financed by|funded by|borne by)\b/;

/** The pairs that stand in proportion to the largest number of others: one false amount spoils the sum, but not these. */
function proportioned(pairs: readonly Pair[]): readonly Pair[] {
  const shares = pairs.reduce((all, { rate }) => all.plus(rate.term.value), new Big(0));
  if (shares.minus(100).abs().gt(1)) return [];
  const fits = (base: Pair): Pair[] =>
    pairs.filter(
      (one) => one === base || holds(proportion(one.rate.term, one.part.term, base.rate.term, base.part.term).equation),
    );
  return pairs
    .filter(({ part, rate }) => part.term.value.gt(0) && rate.term.value.gt(0))
    .map(fits)
    .reduce<readonly Pair[]>((best, one) => (one.length > best.length ? one : best), []);
}

/** `국비 138억원, 시비 173억원, 민간 35억원이며 비중은 각각 39.9%, 50.0%, 10.1%`: share by share. */
export function* sharesAlongside(
  passage: Passage,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  if (percents.length < 2 || !/각각|respectively|shares?\b|비중|비율|구성비/i.test(passage.text)) return;
  for (const sentence of sentencesIn(passage)) {
    const rates = percents.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const amounts = quantities.filter(
      (one) => isAmount(one) && !one.bound && one.start >= sentence.start && one.end <= sentence.end,
    );
    if (rates.length < 2 || amounts.length !== rates.length || amounts.at(-1)!.end > rates[0]!.start) continue;
    const sum = amounts.reduce((all, part) => all.plus(part.term.value), new Big(0));
    const earlier = quantities.filter(
      (one) => isAmount(one) && !one.bound && one.end <= sentence.start && comparable(one, amounts[0]!),
    );
    const whole =
      earlier.find((one) => one.term.value.eq(sum)) ?? earlier.find((one) => holdsForMost(one.term, amounts, rates));
    if (whole === undefined) continue;
    for (const [index, rate] of rates.entries()) yield share(rate.term, amounts[index]!.term, whole.term);
  }
}

const holdsForMost = (whole: Term, amounts: readonly Quantity[], rates: readonly Quantity[]): boolean =>
  rates.filter((rate, index) => holds(share(rate.term, amounts[index]!.term, whole).equation)).length * 2 >
  rates.length;

/** Two shares of one whole stand to each other as their amounts do. */
function proportion(rate: Term, part: Term, baseRate: Term, basePart: Term): Stated {
  const ratio = baseRate.value.div(basePart.value);
  const result = roundedOrCut(rate);
  const equation: Equation = { kind: 'product', result, a: part, b: null, factor: Number(ratio.toString()) };
  return {
    equation,
    says: (t) =>
      t(
        '{0} is {1} where {2} is {3}; the text says {4}.',
        part.text,
        computedText(equation, result) ?? '',
        basePart.text,
        baseRate.text,
        rate.text,
      ),
  };
}
