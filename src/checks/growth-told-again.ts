import { alike } from '../ledger/plausible';
import type { PlanFacts } from '../plan';
import type { InTurns } from '../text/steps';
import type { Stated } from './check';
import { comparisonsIn, type Comparison } from './comparison';
import { directionNear } from './direction';
import { textWhere } from './of-text';
import { passagesWhere, sentencesIn, within, type Passage } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { growth } from './rate-claims';

const koreanYearBefore = /(?:지난해|전년도?|작년)(?:\s?대비|보다|에 비해)\s(?:약\s)?$/;
const englishChange =
  /\b(?:up|down|(?:increase|rise|growth|decrease|cut|fall|drop)s? of|by) (?:about |some |nearly )?$/;
const englishYearBefore =
  /^ (?:on|over|from|compared (?:with|to)|against) (?:last year|the (?:previous|year before)\b|(?:19|20)\d\d\b)/;

const speaksOfYearBefore = textWhere((text) =>
  /(?:지난해|전년|작년).{0,24}(?:대비|보다|비해)|\d ?(?:%|per ?cent) (?:on|over|from|compared|against) (?:last|the|(?:19|20)\d\d)|\b(?:than|over|on|from|against|with) (?:the )?[^.]{0,24}\d/.test(
    text,
  ),
);
const candidates = passagesWhere((passage) => passage.cell === null && speaksOfYearBefore(passage));

/** An amount and its growth over the year before, with no word of what it was then. */
interface Headline {
  readonly amount: Quantity;
  readonly rate: Quantity;
  readonly direction: 'up' | 'down';
}

/**
 * A headline tells an amount and its growth, and the text below what it was the year before:
 *
 *     10개 과제에 1,280억원 투입, 지난해보다 12.3% 증가
 *     …
 *     올해 예산은 총 1,280억원으로 지난해 1,140억원보다 140억원 늘었다.
 */
export function* growthToldAgain(plan: PlanFacts): InTurns<Stated> {
  const headlines: Headline[] = [];
  const pairs: Comparison[] = [];
  for (const passage of yield* candidates.inSteps(plan)) {
    yield;
    for (const sentence of sentencesIn(passage)) {
      const inside = within(quantitiesIn(passage), sentence);
      const own = comparisonsIn(passage.text, inside).filter(
        ({ from, to }) => isAmount(from) && !from.bound && !to.bound,
      );
      if (own.length > 0) pairs.push(...own);
      else headlines.push(...headlinesIn(passage, sentence, inside));
    }
  }
  for (const { amount, rate, direction } of headlines) {
    const same = pairs.filter(({ to }) => comparable(to, amount) && to.term.value.eq(amount.term.value));
    const [first] = same;
    if (first === undefined || same.some(({ from }) => !from.term.value.eq(first.from.term.value))) continue;
    const [later, former] = alike([amount.term, first.from.term]);
    if (later!.value.gt(former!.value) === (direction === 'up')) yield growth(rate.term, later!, former!, direction);
  }
}

/** The only amount of a sentence and the only rate of it, which is set against the year before. */
function headlinesIn(
  { text }: Passage,
  sentence: { start: number; end: number },
  inside: readonly Quantity[],
): Headline[] {
  const amounts = inside.filter(isAmount);
  const rates = inside.filter(isPercent);
  const [[amount, another], [rate, more]] = [amounts, rates];
  if (amount === undefined || rate === undefined || another !== undefined || more !== undefined) return [];
  if (amount.bound || rate.bound || rate.figure.unit !== 'percent' || amount.end > rate.start) return [];
  const before = text.slice(Math.max(sentence.start, rate.start - 24), rate.start);
  const isOfYear =
    koreanYearBefore.test(before) ||
    (englishChange.test(before) && englishYearBefore.test(text.slice(rate.end, rate.end + 40)));
  const direction = rate.figure.direction ?? directionNear(text, sentence, rate);
  return isOfYear && direction !== null ? [{ amount, rate, direction }] : [];
}
