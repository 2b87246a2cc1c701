import type { Span } from '../text/span';

/** `1분기 30%`, `계약금 10%`: the name of a part right before its share. */
const quarter = /(?:^|[\s(:,])([1-4])(?:\/4)?분기(?:에는|에|는|은)?\s$/;
const payment = /(?:^|[\s(:,])(?:선금|선급금|착수금|계약금|중도금|기성금|잔금|준공금)(?:은|으로)?\s$/;

/** `4분기 15%를 집행한다`, `4분기 15%이다`: what is spent, paid or handed out, and no level that is reached by then. */
const isSpent =
  /^(?:[을를씩]|로)?\s?(?:나누어\s|나눠\s|각각\s)?(?:집행|배정|지급|지출|투입|교부|지원|배분|발주)(?:한다|합니다|하며|하고|할|함|해|$)/;

/** `분기별 집행률`, `누적`, `까지`: levels of one thing, which need not make a whole. */
const isLevel = /누적|누계|까지|이상|목표율|[가-힣]률|[가-힣]율|보다|대비|증가|감소/;

/**
 * `사업비는 1분기 30%, 2분기 30%, 3분기 25%, 4분기 15%를 집행한다`, `계약금 10%, 중도금 60%, 잔금 30%를 지급한다`: shares of one sum, quarter by
 * quarter or instalment by instalment.
 */
export function dividesOverTime(text: string, sentence: Span, run: readonly Span[]): boolean {
  const leads = run.map(({ start }) => text.slice(Math.max(sentence.start, start - 12), start));
  const tail = text.slice(run.at(-1)!.end, run.at(-1)!.end + 20);
  if (isLevel.test(text.slice(sentence.start, sentence.end))) return false;
  if (leads.every((lead, at) => quarter.exec(lead)?.[1] === String(at + 1)))
    return run.length === 4 && isSpent.test(tail);
  return run.length >= 2 && leads.every((lead) => payment.test(lead)) && /(?:잔금|준공금)/.test(leads.at(-1)!);
}
