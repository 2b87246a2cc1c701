import type { Span } from '../text/span';
import type { Comparison } from './comparison';

/**
 * Whether what stands at `rate` may be said of the two figures: it is near, and no other clause and no other subject
 * begins between them.
 *
 *     12만 명에서 8만 명으로 35.2% 줄고, 65세 이상은 50.9%로 …       35.2% yes, 50.9% no
 *     1,053억원 대비 1,056억원, 기금은 350억원 대비 2.1%       no: a level of its own stands before the rate
 *     3.3조원에서 10.1조원으로, 연구개발은 19.3% 늘어난 …            no: research is another subject
 */
export function isLinked(text: string, { start, end }: Span, rate: Span): boolean {
  const between =
    rate.start >= end ? text.slice(end, rate.start) : rate.end <= start ? text.slice(rate.end, start) : '';
  if (rate.start >= end && otherLevel.test(between)) return false;
  return between.length <= 70 && !clauseEnds.test(between) && !hasOwnSubject(between, rate.start >= end);
}

const clauseEnds =
  /;|\b(?:and|while|whereas|but|although)\b|[가-힣](?:하고|하며|이며|이고|으며|지만|으나|었고|았고|였고)[,\s]|[가-힣](?:고|며|면서|는데|은데|ㄴ데),/;

/** `348억 4천여만 원 대비 7억원(2.1%)`: what stands behind is said of that level; not `2024년 대비 8%`. */
const otherLevel = /\d[\d,.조억만천백여\s]{0,16}(?!년|월|분기|일)[가-힣]{1,2}\s?(?:보다|대비|에 비해)\s/;

/** `증가율은 24%` names the rate itself; `연구개발은 24%` another thing. */
const ownSubject = /(?:^|[\s,])(?!이는|그는)([가-힣]{1,12})(?:은|는)\s(?:약\s|각각\s)?$/;
const rateNames =
  /(?:증가|감소|인상|인하|상승|하락|성장|신장|증감|확대|삭감|절감|변동)(?:율|률|폭|분)$|보다$|대비$|에서$|까지$/;

function hasOwnSubject(between: string, isBehind: boolean): boolean {
  if (!isBehind) return /[,.]\s[가-힣]{2,12}(?:은|는)\s/.test(between);
  const noun = ownSubject.exec(between)?.[1];
  return noun !== undefined && !rateNames.test(noun);
}

/** The nearest two; of two in the sentence before, only where the sentence from `from` has none. */
export function nearestTo(pairs: readonly Comparison[], rate: Span, from = 0): Comparison | null {
  const distance = ({ start, end }: Span): number =>
    (rate.start >= end ? rate.start - end : rate.end <= start ? start - rate.end + 20 : 0) + (start < from ? 200 : 0);
  return [...pairs].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
