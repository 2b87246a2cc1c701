import { holds, solvedExactly, termsOf } from '../ledger/claim';
import type { Percent } from '../figures/figure';
import { healing, slipsInHand } from '../ledger/evidence';
import { placeOf } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { comparisonsIn } from './comparison';
import { directionNear, type Direction } from './direction';
import { isLinked } from './linked';
import { type Passage, sentencesIn, within } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { growth, share } from './rate-claims';
import { isDuration } from './unit-price';

/** Figures further off than these, in number, are of other statements. */
const mostFigures = 8;

/** How many sentences before its own a rate may speak of. */
const sentencesBack = 2;

/** How likely chance may be to heal a rate, whichever two of the figures around it are taken. */
const likely = 0.03;

/**
 * Rates that no wording joins to figures, but that two figures beside them nearly make: where no two of them bear the
 * rate out and one slip of the pen would let two do so, it was meant of these two.
 *
 *     Harwick owns 18,400 homes. A survey found that 5,152 of them (38%) are …      28 %, one digit
 *
 * `kind`: shares are rates without a word of growth beside them. `told`: what is claimed in other ways, which goes before.
 */
export function* impliedRates(
  passage: Passage,
  kind: 'share' | 'growth',
  before: readonly Quantity[],
  told: () => readonly Stated[],
): Iterable<Stated> {
  const quantities = quantitiesIn(passage);
  if (!quantities.some(isPercent)) return;
  const { text } = passage;
  const figures = quantities.filter((one) => isFigure(text, one));
  const sentences = sentencesIn(passage);
  const slips = slipsInHand();
  for (const [at, sentence] of sentences.entries()) {
    const rates = within(quantities, sentence).filter(isPercent);
    if (rates.length === 0) continue;
    const from = sentences[Math.max(0, at - sentencesBack)]!.start;
    const near = [...(at <= sentencesBack ? before : []), ...within(figures, { start: from, end: sentence.start })];
    const own = within(figures, sentence);
    if (own.length + near.length < 2) continue;
    for (const rate of rates) {
      if (rate.bound || rate.figure.unit !== 'percent' || isLevel(text, rates, rate)) continue;
      const direction = directionOf(text, sentence, rate, own);
      if ((direction === null) !== (kind === 'share')) continue;
      const candidates = [...near.slice(-mostFigures), ...nearest(own, rate)];
      if (bornOut(rate, [...candidates, ...nearest(figures, rate)])) continue;
      const isOfThings = /^ of (?:them|those|these)\b/.test(text.slice(rate.end, rate.end + 9));
      let best: { claim: Stated; chance: number } | null = null;
      let tried = 0;
      for (const [a, b] of pairsOf(candidates)) {
        const inside = [a, b].filter((one) => own.includes(one));
        // Where the sentence has figures of its own, one of them takes part.
        if (inside.length === 0 && own.length > 0) continue;
        if (inside.length > 0 && !isLinked(text, spanOf(inside), rate)) continue;
        if (kind === 'growth' && [a, b].some((one) => isLevelOfOther(text, one, rate))) continue;
        if (kind === 'share' && (areEnds(text, a, b) || (isOfThings && isAmount(a)))) continue;
        for (const claim of claimsOf(rate, a, b, direction)) {
          if (!isNearby(claim, rate)) continue;
          tried++;
          const healed = healing(claim.equation, slips);
          if (healed !== null && (best === null || healed.chance < best.chance))
            best = { claim, chance: healed.chance };
        }
      }
      if (best !== null && best.chance * tried <= likely && !isMadeOf(told(), rate)) yield best.claim;
    }
  }
}

/** `재활용률은 58.2%에서 61.0%로`: a rate that goes from one level to another is of its own kind, no share of figures near it. */
const isLevel = (text: string, rates: readonly Quantity[], rate: Quantity): boolean =>
  comparisonsIn(text, rates).some(({ from, to, joint }) => joint !== 'against' && (from === rate || to === rate));

/**
 * `grew by 2.2 per cent to 76,231 and … fell by 0.8 per cent to 75,506`: each level has a rate of its own right before it;
 * in `사과(37억원·6.2%↑), 배(34억원·6.1%↑)` right behind it, in its bracket.
 */
function isLevelOfOther(text: string, { start, end }: Quantity, rate: Quantity): boolean {
  const behind = /^\s?[·,/]\s?[△▲▽▼+-]?\s?[\d.]{1,8}\s?%[^()（）]{0,6}[)）]/.exec(text.slice(end, end + 24));
  if (behind !== null && (rate.start < end || rate.start > end + behind[0].length)) return true;
  const before = /(?:%|per ?cent)(?:,? to (?:about |around |some )?| \()$/i.exec(
    text.slice(Math.max(0, start - 24), start),
  );
  return before !== null && (rate.end < start - before[0].length || rate.start > start);
}

/** `EUR 40 to EUR 65`, `30~50명`: from the one to the other; neither is part of the other. */
const areEnds = (text: string, a: Quantity, b: Quantity): boolean => {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return /^\s?(?:to|and|or|[-–—~∼〜～]|에서|부터)\s?$/.test(text.slice(first.end, Math.max(first.end, second.start)));
};

const spanOf = (figures: readonly Quantity[]): Span => ({
  start: Math.min(...figures.map(({ start }) => start)),
  end: Math.max(...figures.map(({ end }) => end)),
});

/** What the rate may say of two figures: a share; or the way from one to the other, or what a difference is of its base. */
function* claimsOf(rate: Quantity, a: Quantity, b: Quantity, direction: Direction | null): Iterable<Stated> {
  const [less, more] = a.term.value.lt(b.term.value) ? [a, b] : [b, a];
  if (direction === null) yield share(rate.term, less.term, more.term);
  else if (direction === 'up') yield growth(rate.term, more.term, less.term);
  else yield growth(rate.term, less.term, more.term);
  // `an increase of SEK 7.4 billion, or 8.3 per cent`
  const isGap = less.end <= rate.start && rate.start - less.end <= 12;
  if (direction !== null && isGap) yield share(rate.term, less.term, more.term);
}

/** A slip of the pen leaves a rate in its order of size: what two figures make far from it was never meant. */
function isNearby({ equation }: Stated, { term }: Quantity): boolean {
  const made = solvedExactly(equation, placeOf(term))?.abs();
  const stated = term.value.abs();
  return made !== undefined && made.gt(stated.div(5)) && made.lt(stated.times(5));
}

/** Whether other claims have the rate already. */
const isMadeOf = (claims: readonly Stated[], { term }: Quantity): boolean =>
  claims.some(({ equation }) => termsOf(equation).some((one) => placeOf(one) === placeOf(term)));

/** Whether the words at the rate, or at the difference that it is told beside, speak of growth or of a fall. */
function directionOf(
  text: string,
  sentence: Span,
  rate: Quantity & { figure: Percent },
  own: readonly Quantity[],
): Direction | null {
  const near = rate.figure.direction ?? directionNear(text, tight(sentence, rate), rate);
  if (near !== null) return near;
  const gap = own.find(({ end }) => /^(?:,? or |,? |\s?\()$/.test(text.slice(end, rate.start)));
  if (gap === undefined) return null;
  const around = { start: Math.max(sentence.start, gap.start - 16), end: gap.start };
  return directionNear(text, around, gap);
}

/** The words right around a rate, within its sentence. */
const tight = (sentence: Span, rate: Span): Span => ({
  start: Math.max(sentence.start, rate.start - 16),
  end: Math.min(sentence.end, rate.end + 12),
});

const isFigure = (text: string, one: Quantity): boolean =>
  !isPercent(one) && !one.bound && !isDuration(text, one) && one.term.value.gt(0) && !isYear(one);

const isYear = ({ term, figure }: Quantity): boolean => figure === null && /^(?:19|20)\d\d$/.test(term.text);

const nearest = (own: readonly Quantity[], rate: Span): readonly Quantity[] =>
  [...own].sort((a, b) => Math.abs(a.start - rate.start) - Math.abs(b.start - rate.start)).slice(0, mostFigures);

function* pairsOf(figures: readonly Quantity[]): Iterable<readonly [Quantity, Quantity]> {
  for (let i = 0; i < figures.length; i++)
    for (let j = i + 1; j < figures.length; j++)
      if (comparable(figures[i]!, figures[j]!) && !figures[i]!.term.value.eq(figures[j]!.term.value))
        yield [figures[i]!, figures[j]!];
}

/** Whether any two of the figures have the rate as their share, their growth or their fall. */
function bornOut(rate: Quantity, figures: readonly Quantity[]): boolean {
  for (const [a, b] of pairsOf(nearest(figures, rate))) {
    const [less, more] = a.term.value.lt(b.term.value) ? [a, b] : [b, a];
    if (
      holds(share(rate.term, less.term, more.term).equation) ||
      holds(growth(rate.term, more.term, less.term).equation) ||
      holds(growth(rate.term, less.term, more.term).equation)
    )
      return true;
  }
  return false;
}
