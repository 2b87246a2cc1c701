import Big from 'big.js';
import { holds, solvedExactly, type Part } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { placeOf, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import type { Comparison } from './comparison';
import { inHandOf, sumText } from './equation-words';
import { comparable, isPercent, type Quantity } from './quantity';

/** to − from = difference. */
export function difference(stated: Term, parts: readonly Part[]): Stated {
  return {
    equation: { kind: 'sum', total: stated, parts },
    says: (t) => {
      const value = parts.reduce((sum, { term, sign }) => sum.plus(term.value.times(sign)), new Big(0));
      return t('{0} = {1}; the text says {2}.', sumText(parts), inHandOf(stated, value), stated.text);
    },
  };
}

/** `46억원` of `300억원보다 46억원 늘어`: told without its sign. */
export function* statedDifference(text: string, gap: Quantity, { from, to }: Comparison): Iterable<Stated> {
  if (gap.bound || from.bound || to.bound || isPercent(from)) return;
  if (isOfAnother(text, gap, from, to)) return;
  const isRise = /^\s?(?:[(（][^()]{1,14}[)）]\s?)?(?:이\s)?(?:더\s)?(?:많|늘|증가|증액|높|확대|인상)/.test(
    text.slice(gap.end, gap.end + 24),
  );
  yield differenceOf(gap.term, from.term, to.term, isRise && to.term.value.times(8).lt(from.term.value));
}

/**
 * `신규는 9,200명이다. 지난해 1만 2,000명보다 3,000명, 25% 늘었다.`: the rate told with the difference makes it of the figure that it is set
 * against, and what stands in the sentence before is something else, unless a slip of the pen explains it.
 */
function isOfAnother(text: string, gap: Quantity, from: Quantity, to: Quantity): boolean {
  const [first, last] = [Math.min(to.end, from.end), Math.max(to.start, from.start)];
  if (to.start > gap.end || !/[.!?]\s/.test(text.slice(first, last))) return false;
  const told = /^(?:명|원|건|곳|개)?[\s,(]{1,3}(?:약 |or |about )?(\d+(?:\.\d+)?)\s?(?:%|퍼센트|per ?cent)/.exec(
    text.slice(gap.end, gap.end + 24),
  );
  if (told === null || from.term.value.eq(0)) return false;
  const rate = gap.term.value.div(from.term.value).abs().times(100);
  const step = new Big(10).pow(-(told[1]!.split('.')[1]?.length ?? 0));
  if (rate.minus(told[1]!).abs().gt(step.times('0.51'))) return false;
  return ![from.term.value.plus(gap.term.value), from.term.value.minus(gap.term.value)].some((meant) =>
    isTelling(to.term, meant),
  );
}

/** `rises`: the words say that it grows though the figures fall to an eighth: one of them is a power of ten off. */
export function differenceOf(gap: Term, from: Term, to: Term, rises = false): Stated {
  const falls = !rises && to.value.lt(from.value);
  const parts: Part[] = falls
    ? [
        { term: from, sign: 1 },
        { term: to, sign: -1 },
      ]
    : [
        { term: to, sign: 1 },
        { term: from, sign: -1 },
      ];
  return difference(gap, parts);
}

/** `an increase of 53.8 billion`, `by 46억원` beside two figures joined by an arrow or `from … to`. */
export function* differencesBy(
  text: string,
  inside: readonly Quantity[],
  comparisons: readonly Comparison[],
): Iterable<Stated> {
  for (const comparison of comparisons) {
    if (isPercent(comparison.from) || comparison.from.bound || comparison.to.bound) continue;
    if (comparison.joint === 'against') {
      yield* toldBehind(text, inside, comparison);
      continue;
    }
    const gaps = inside.filter(
      (one) =>
        one !== comparison.from &&
        one !== comparison.to &&
        comparable(one, comparison.from) &&
        !one.bound &&
        !isLarger(one, comparison) &&
        !isTwin(text, comparison.to, one) &&
        saysDifference(text, one),
    );
    // `18 electric buses, bringing the fleet from 12 to 30`
    const ahead = inside.find(
      (one) =>
        one.end <= comparison.start &&
        !one.bound &&
        one.unit.startsWith('count') &&
        /^[^.;]{0,30},? (?:bringing|taking|raising|lifting) (?:the|its|our|their) [a-z ]{3,30} from $/.test(
          text.slice(one.end, comparison.start),
        ),
    );
    if (ahead !== undefined) {
      yield differenceOf(ahead.term, comparison.from.term, comparison.to.term);
      continue;
    }
    const near = gaps.filter(
      (gap) => Math.min(Math.abs(gap.start - comparison.end), Math.abs(comparison.start - gap.end)) < 60,
    );
    if (near.length !== 1) continue;
    const claim = differenceOf(near[0]!.term, comparison.from.term, comparison.to.term);
    const sum = solvedExactly(claim.equation, placeOf(near[0]!.term));
    if (
      holds(claim.equation) ||
      (sum !== null && isTelling(near[0]!.term, sum)) ||
      strongly(text, near[0]!, comparison)
    )
      yield claim;
  }
}

/** `R2.34 billion, against R2.08 billion in 2025/26 (an increase of R260 million)`: the difference right behind the two. */
function* toldBehind(text: string, inside: readonly Quantity[], comparison: Comparison): Iterable<Stated> {
  const { from, to, end, difference } = comparison;
  if (difference !== null || !inside.includes(to)) return;
  const gap = inside.find(
    (one) =>
      one.start >= end &&
      one.start - end < 60 &&
      comparable(one, from) &&
      !one.bound &&
      /^[^.;]{0,30}[(,–—]\s?(?:that is,? |or )?(?:an? (?:increase|decrease|rise|reduction|growth|cut|gain|drop|fall) of|up by|down by) $/i.test(
        text.slice(end, one.start),
      ),
  );
  if (gap === undefined) return;
  const claim = differenceOf(gap.term, from.term, to.term);
  const wanted = solvedExactly(claim.equation, placeOf(gap.term));
  if (holds(claim.equation) || (wanted !== null && isTelling(gap.term, wanted))) yield claim;
}

/** `to N75,000 (seventy-five thousand naira)`: the same amount once more. */
const isTwin = (text: string, to: Quantity, one: Quantity): boolean =>
  /^\s?[(（]\s?$/.test(text.slice(to.end, one.start)) &&
  (one.term.numeral.written === 'words') !== (to.term.numeral.written === 'words');

/** `from $95 to $70 ($34.5 million)`: no difference is larger than both sides, where no scale word was mistaken. */
const isLarger = (one: Quantity, { from, to }: Comparison): boolean =>
  one.term.numeral.scale !== from.term.numeral.scale &&
  one.term.value.gt(from.term.value.times(1000)) &&
  one.term.value.gt(to.term.value.times(1000)) &&
  from.term.numeral.scale === null;

const saysDifference = (text: string, { start, end }: Span): boolean =>
  /\b(?:by|of|up|down|plus|minus|extra|additional|another)\s+$|[+△▲(]\s*$/i.test(
    text.slice(Math.max(0, start - 14), start),
  ) ||
  /^\s?(?:more|less|higher|lower|fewer|증가|감소|증액|감액|증원|감원|늘|줄|인상|인하|확대|축소|상승|하락|신설|증설|추가|확충|증강|증차|감축)/i.test(
    text.slice(end, end + 8),
  );

/** The words leave no doubt: `an increase of D`, `rose by D from A to B`, `A에서 B로 D 확대`. */
const strongly = (text: string, { start }: Span, comparison: Span): boolean =>
  /\b(?:increase|decrease|rise|reduction|growth|cut|gain|drop|fall)\s+of\s+$/i.test(
    text.slice(Math.max(0, start - 22), start),
  ) ||
  /\b(?:increas\w+|rose|ris\w+|gr[eo]w\w*|cut|reduc\w+|fell|falls?|rais\w+|lower\w+)\b[^.;,]{0,16}\bby\s+$/i.test(
    text.slice(Math.max(0, start - 34), start),
  ) ||
  (start >= comparison.end &&
    /^[가-힣]{0,2}?(?:으로|로)?\s?(?:총\s|모두\s|[(（]\s?)?$/.test(text.slice(comparison.end, start)));
