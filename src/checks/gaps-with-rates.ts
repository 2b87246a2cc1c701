import type { Equation } from '../ledger/claim';
import { alike } from '../ledger/plausible';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { computedText } from './equation-words';
import { comparable, isPercent, type Quantity } from './quantity';

/**
 * `12,000명보다 400명(3.3%) 많다`, `Up KRW 420 billion (9.5%) from KRW 4.4 trillion`: the rate is the share that the difference
 * has in what it is a difference from.
 */
export function* gapsWithRates(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
  for (const [at, rate] of quantities.entries()) {
    const behind = quantities[at + 1];
    const [from, gap] =
      behind !== undefined &&
      isGapFrom(text, quantities[at - 1], rate, behind, quantities.slice(0, Math.max(0, at - 1)))
        ? [behind, quantities[at - 1]]
        : [quantities[at - 2], quantities[at - 1]];
    if (from === undefined || gap === undefined || !isPercent(rate) || rate.bound || from.bound || gap.bound) continue;
    if (rate.figure.unit !== 'percent' || isPercent(from) || !comparable(from, gap)) continue;
    if (from !== behind && !isGapOver(text, from, gap, rate)) continue;
    if (gap.term.value.gte(from.term.value)) continue;
    const [above, below] = alike([gap.term, from.term]);
    const equation: Equation = { kind: 'ratio', result: rate.term, above: above!, below: below!, factor: 100, less: 0 };
    yield {
      equation,
      says: (t) =>
        t(
          '{0} of {1} is {2}; the text says {3}.',
          gap.term.text,
          from.term.text,
          computedText(equation, rate.term) ?? '',
          rate.term.text,
        ),
    };
  }
}

/** `12,000명보다 400명(3.3%) 많다`, `280억원 증(5.0%)`: the earlier figure, the difference and its rate in a bracket. */
function isGapOver(text: string, from: Span, gap: Span, rate: Span): boolean {
  if (isGapFromBase(text, from, gap, rate)) return true;
  if (goesOnBy.test(text.slice(from.end, gap.start)) && isRateOf(text, gap, rate)) return true;
  if (!/^\S{0,4}\s?(?:보다|대비|에 비해)\s(?:약\s)?$/.test(text.slice(from.end, gap.start))) return false;
  const between = text.slice(gap.end, rate.start);
  return (
    /^\s?(?:증|감|증가|감소|증액|감액|인상|인하|확대|축소)\s?[(（]\s?$/.test(between) ||
    // `5,200억원보다 260억원, 5% 커졌습니다`
    (/^,\s(?:즉\s|약\s)?$/.test(between) &&
      /^(?:가?\s)?(?:커|작아|많|적|늘|줄|증가|감소|증액|감액)/.test(text.slice(rate.end, rate.end + 6))) ||
    (/^\S{0,4}\s?[(（]\s?$/.test(between) &&
      /^\s?[)）]\s?(?:이\s)?(?:많|적|늘|줄|높|낮|증가|감소|증액|감액|더)/.test(text.slice(rate.end, rate.end + 8)))
  );
}

/** `284억원에서 28억원 늘어 증가율은 10.0%`, `260명보다 13명 줄었다. 감소율은 5%`: a noun names the rate of what was just said. */
const isGapFromBase = (text: string, from: Span, gap: Span, rate: Span): boolean =>
  /^\S{0,4}\s?(?:에서|보다|대비|에 비해)\s(?:약\s)?$/.test(text.slice(from.end, gap.start)) &&
  /^(?:[이가을를])?\s?(?:더\s)?(?:늘|줄|증가|감소|올|내|오르|인상|인하|증액|감액|상승|하락|커|작아)[가-힣]{0,4}(?:,|다\.|다며)?\s(?:그\s)?(?:증가|감소|증감|인상|인하|상승|하락|신장|성장|삭감|절감)[율률]은\s(?:약\s)?$/.test(
    text.slice(gap.end, rate.start),
  );

/** `The budget was €48.8 million in 2025; it rises by` €3.8 million, or 7.8%. */
const goesOnBy =
  /^[^.;%()]{0,40}[;.,] (?:and )?(?:it|this|that|they) (?:will |has |have )?(?:rises?|rose|risen|grows?|grew|grown|increases?d?|goes up|went up|falls?|fell|fallen|drops?|dropped|decreases?d?|(?:is|was|be|been) (?:raised|cut|reduced|increased)) by (?:about )?$/i;

/** `€3.8 million, or 7.8%`, `€3.8 million (7.8%)`. */
const isRateOf = (text: string, gap: Span, rate: Span): boolean =>
  /^(?: [a-z]+)?,? ?(?:\(|or )(?:or |about )?$/.test(text.slice(gap.end, rate.start));

/** `(9.1%) more than in 2025, when spending reached` the earlier figure. */
const whenItWas =
  /^\)? (?:more|less|higher|lower|fewer|above|below)(?: than)?(?: in| for)? [^.;,%()]{2,24}, when [^.;%()]{3,70}$/;

/**
 * `up KRW 420 billion (9.5%) from`, `an increase of €3 million (4%) on`, `45,000 tonnes, or 12.4%, below the`: a difference,
 * its rate, the earlier figure.
 */
const isGapFrom = (
  text: string,
  gap: Quantity | undefined,
  rate: Span,
  from: Quantity,
  earlier: readonly Quantity[],
): boolean => {
  if (gap === undefined || !comparable(gap, from)) return false;
  const behind = text.slice(rate.end, from.start);
  const isSaid =
    /\b(?:up|down|increase of|rise of|gain of|growth of|decrease of|fall of|drop of|cut of|reduction of)(?: by)?(?: about)? $/i.test(
      text.slice(Math.max(0, gap.start - 24), gap.start),
    ) && /^\)?,? (?:from|on|over|compared with|against) (?:the )?$/.test(behind);
  // Where the later figure stands before them, the two are compared as such.
  const isLone = earlier.every((one) => one.bound || !comparable(one, from));
  const isSet =
    isLone &&
    /^\)?,? (?:below|above|under|less than|more than|fewer than|higher than|lower than) (?:the )?$/.test(behind);
  return (isSaid || isSet || whenItWas.test(behind)) && isRateOf(text, gap, rate);
};
