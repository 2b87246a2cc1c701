import Big from 'big.js';
import { holds, solvedExactly, type Equation } from '../ledger/claim';
import { cappedAtTenth, isTelling } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import { placeOf } from '../ledger/term';
import type { Stated } from './check';
import { comparisonsIn } from './comparison';
import { computedText } from './equation-words';
import { datesIn, sentenceAt, sentencesIn, type Passage } from './passage';
import { yearMentions, yearsIn } from './plan-years';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { totalOfMean, type YearTable } from './spread-years';
import { isDuration } from './unit-price';

const yearlyAfter =
  /^\s*(?:\)|,)?\s*(?:a year|per year|each year|every year|yearly|annually|per annum|p\.a\.|씩|\/년)/i;
const yearlyBefore =
  /(?:\b(?:annual(?:ly)?|yearly|each year|every year|average of)\s+(?:[a-z]+\s){0,3}|(?:매년|연간|연평균|해마다|연\s?|매해|한 해(?:에|\s?평균)?|1년에|평균)\s*(?:(?:투자액|사업비|예산|지원액|투자|소요액|규모)?[은는이]?\s)?(?:약\s*)?)$/i;

/** total = yearly amount × years. `period`: the years of the plan's title; `whole`: what the plan costs in all. */
export function* yearly(
  passage: Passage,
  period: number | null,
  whole: Whole | null,
  tables: readonly YearTable[],
): Iterable<Stated> {
  const { text } = passage;
  const quantities = quantitiesIn(passage).filter((one) => !isPercent(one) && !one.bound);
  const rates = quantities.filter((one) => isYearly(text, one));
  // `연 1회에서 2회로`, `from 3 a year to 5`: the other side of a change is yearly too.
  const changed = rates.length === 0 ? [] : comparisonsIn(text, quantities);
  for (const rate of rates) {
    const near = sentencesAround(passage, rate);
    const named = quantities.filter(
      (one) =>
        one !== rate &&
        !rates.includes(one) &&
        !changed.some(({ from, to }) => (from === rate && to === one) || (from === one && to === rate)) &&
        areAlike(one, rate) &&
        !isDuration(text, one) &&
        one.start >= near.start &&
        one.end <= near.end &&
        !/^(?:19|20)\d\d$/.test(one.term.text),
    );
    const sum = sumOfOthers(named);
    const larger = named.filter(({ term }) => term.value.gt(rate.term.value));
    const totals = sum ?? larger;
    const own = yearsIn(passage, near);
    // `over five years … A total of 6,840 crore: … This works out to an average of 1,368 crore a year.`
    const wider = own.length > 0 ? [] : [...new Set(yearsIn(passage, { start: 0, end: near.end }))];
    const stated = wider.length === 1 ? wider : own;
    // `S$12 million, or S$2.4 million a year`: over the years that the title names, where the text names none.
    const isBeside =
      totals.length === 1 &&
      /^[^.;()]{0,40}?,? (?:or |that is,? |i\.e\.,? )?(?:about )?$|^\s?[(（](?:연\s?평균|연간|매년|연)\s(?:약\s)?$/.test(
        text.slice(totals[0]!.end, rate.start),
      );
    if (
      totals.length === 0 &&
      /(?:연평균|한 해 평균|해마다 평균)/.test(text.slice(Math.max(0, rate.start - 20), rate.start))
    )
      yield* ofPlan(rate, whole);
    const total = totals.length > 0 || stated.length !== 1 ? null : totalOfMean(text, rate, stated[0]!, tables);
    if (total !== null) yield product({ ...rate, term: total }, rate, stated[0]!);
    const years = stated.length === 0 && isBeside && period !== null ? [period] : stated;
    if (years.length === 0 || totals.length === 0) continue;
    const claims = totals.flatMap((total) =>
      years.map((count) => {
        const claim = product(total, rate, count);
        return isCounted(passage, total, count) ? claim : { ...claim, severity: 'info' as const };
      }),
    );
    const fits = [...claims, ...larger.flatMap((one) => years.map((count) => product(one, rate, count)))].find(
      ({ equation }) => holds(equation),
    );
    // Of several the one that is called the total.
    const called = totals.filter(({ start }) =>
      /총\s?(?:사업비|예산|투자액)?[은는]?\s?$/.test(text.slice(Math.max(0, start - 8), start)),
    );
    if (fits !== undefined) yield fits;
    else if (totals.length > 1 && called.length === 1) {
      if (period === null || period === years[0]!) yield product(called[0]!, rate, years[0]!);
    } else if (sum !== null && isMean(text, sum[0], rate)) {
      yield claims[0]!;
    } else if (totals.length === 1) {
      yield* meantOfEachOther(passage, totals[0]!, rate, claims[0]!);
    } else {
      const slipped = claims.filter(({ equation }) => {
        const wanted = solvedExactly(equation, placeOf(rate.term));
        return wanted !== null && slipFrom(rate.term, wanted) === 'swap';
      });
      if (slipped.length === 1) yield slipped[0]!;
    }
  }
}

/** `£92 million over its four years: £18 million in 2021-22, £26 million in …`: the total of a list alone, where it adds up. */
function sumOfOthers(quantities: readonly Quantity[]): readonly [Quantity] | null {
  const amounts = quantities.filter(isAmount);
  const [first, ...more] = [...amounts].sort((a, b) => b.term.value.cmp(a.term.value));
  if (first === undefined || more.length < 2) return null;
  const sum = more.reduce((all, { term }) => all.plus(term.value), new Big(0));
  return sum.eq(first.term.value) ? [first] : null;
}

/**
 * Whether a total is surely one of just so many years: money, or things said to be all, or named in one clause with the
 * years. `점검을 연 2회로 하고, 5회 위반하면 3년간 신청을 받지 않는다`: counts are of many matters.
 */
function isCounted(passage: Passage, total: Quantity, years: number): boolean {
  if (isAmount(total)) return true;
  const { text } = passage;
  const before = text.slice(Math.max(0, total.start - 80), total.start);
  if (/(?:총|모두|합계|전체|합쳐|\btotal(?: of)?|\bin all|\baltogether)\s*(?:약\s|about\s)?$/i.test(before))
    return true;
  if (/^\s?(?:in total|in all|altogether|overall)\b/i.test(text.slice(total.end, total.end + 16))) return true;
  const start = total.start - before.length + Math.max(0, ...[...before.matchAll(clauseEnds)].map(endOf));
  const after = text.slice(total.end, total.end + 80);
  const end = total.end + (after.search(clauseEnds) < 0 ? after.length : after.search(clauseEnds));
  return yearsIn(passage, { start, end }).includes(years);
}

/** Where one clause ends and another begins. */
const clauseEnds = /[,;:.](?=\s)|[가-힣](?:고|며|면|지만|는데)(?=\s)/g;
const endOf = (match: RegExpMatchArray): number => match.index! + match[0].length;

/** Whether a total can be made of the rate: `14 grounds` of no `five months a year`. */
const areAlike = (total: Quantity, rate: Quantity): boolean =>
  comparable(total, rate) && (!ofTime.test(rate.unit) || total.unit === rate.unit);

const ofTime = /^count (?:years?|months?|weeks?|days?|hours?|times|년|개월|월|주|주간|일|시간|회|번)$/;

/**
 * A claim that fails, where words join the total to the years, or the rate to the total, or a slip of the pen explains it.
 * `The Council owns 2,300 homes. It will build 150 homes a year over five years.`: two figures that have nothing to do with
 * one another.
 */
function* meantOfEachOther(passage: Passage, total: Quantity, rate: Quantity, claim: Stated): Iterable<Stated> {
  const { text } = passage;
  const between = text.slice(Math.min(total.end, rate.end), Math.max(total.start, rate.start));
  if (isPartOf.test(between) || isLimit.test(text.slice(Math.max(0, total.start - 12), total.start))) return;
  if (isOfOtherYears(passage, total, rate)) return;
  const isNear = isWithin(claim, 1.7);
  if (explains(claim, total) || explains(claim, rate)) yield claim;
  else if (isMean(text, total, rate)) yield claim;
  else if (isNear && isForYears(passage, total)) yield claim;
  else if (isNear && passage.block.language === 'ko' && isToCome(text, total)) yield { ...claim, severity: 'info' };
}

/** `이 중 국비는 매년 120억원`, `Of this, US$6 million a year`: a part, of which the whole is more. */
const isPartOf = /(?:이|그)\s?중|가운데|\b(?:of (?:this|that|it|which|these|them)|including|among)\b/i;

/** `대출 한도는 5,000만원`: what may be had at most. */
const isLimit = /(?:한도|상한|\b(?:limit|ceiling|cap) (?:is|of))[은는이가액]{0,3}\s?(?:총\s)?$/i;

/** `2024년까지는 매년 250명`, `from 2027 on, 550 hectares a year`: the rate is told of other years than the total. */
function isOfOtherYears(passage: Passage, total: Quantity, rate: Quantity): boolean {
  const { start, end } = sentenceAt(passage, rate.start);
  const spans = yearMentions(passage, { start, end });
  // What stands before the total in its sentence is told of both.
  const from = total.start >= start ? Math.min(total.end, rate.end) : start;
  return datesIn(passage).some(
    (date) =>
      date.start >= from &&
      date.end <= end &&
      date.figure.parts.some(({ year }) => year !== undefined) &&
      // `2030년까지 5년간`
      !spans.some((span) => span.start <= date.end + 3 && date.start <= span.end + 3),
  );
}

/** Whether one slip of the pen in that figure would explain why the equation fails. */
function explains({ equation }: Stated, { term }: Quantity): boolean {
  const value = solvedExactly(equation, placeOf(term));
  const step = new Big(term.numeral.step).abs();
  return value !== null && isTelling(term, value.div(step).round().times(step));
}

/** Whether what the years make and what is stated are so near that one may be meant for the other. */
function isWithin({ equation }: Stated, factor: number): boolean {
  if (equation.kind !== 'product') return false;
  const made = equation.a.value.times(equation.factor);
  const times = equation.result.value.div(made).toNumber();
  return times < factor && times > 1 / factor;
}

/** `or $30 million a year`, `averages …`, `연평균 투자액은 …`; or right behind the total: `3,000 km are built, 600 km a year`. */
function isMean(text: string, total: Quantity, { start, end }: Quantity): boolean {
  return (
    /(?:\b(?:average[sd]?|averaging|mean|or|that is|works out (?:at|to)|comes to|equals|equivalent to)[,\s](?:[a-z]+ ){0,3}|평균\s?(?:[가-힣]{1,6}\s){0,2})$/i.test(
      text.slice(Math.max(0, start - 40), start),
    ) ||
    /^[^.;]{0,20}(?:\bon average\b|꼴|셈)/.test(text.slice(end, end + 32)) ||
    /^[^.;:]{0,40}(?:, | \()(?:about )?$/.test(text.slice(total.end, Math.max(total.end, start)))
  );
}

/** `€60 million over six years`, `5년간 총 1,500억원`: nothing but a few words between the total and the years. */
const isForYears = (passage: Passage, total: Quantity): boolean =>
  yearMentions(passage, sentenceAt(passage, total.start)).some(({ start, end }) => {
    const gap = passage.text
      .slice(Math.min(end, total.end), Math.max(start, total.start))
      .replace(/(?:19|20)\d\d년?(?:부터|까지)?/g, '');
    return gap.length <= 50 && !/[.;:]\s|\d|가운데|\b(?:and|but|of|has|have|is|are|was|were|will) /.test(gap.slice(1));
  });

/** `1조원 규모의 펀드를 조성한다`, and no state of today (`직원은 48명이다`, `지금까지 620개 마을`). */
const isToCome = (text: string, { start, end }: Quantity): boolean =>
  !/^\s?(?:이다|입니다|임|이며|이고|였|이었|가운데|중\s)/.test(text.slice(end, end + 6)) &&
  !/(?:현재|지금|그동안|지난|작년|\d년 말|한도|누적)[^.]{0,24}$/.test(text.slice(Math.max(0, start - 30), start)) &&
  /^[^.]{0,30}(?:조성|투입|투자|확보|마련|출연|모은|모으|편성|지원|들여|들인|집행|공급|양성|육성)/.test(
    text.slice(end, end + 40),
  );

/** What the plan costs in all, and over how many years. */
export interface Whole {
  readonly total: Quantity;
  readonly years: number;
}

/** `총사업비: 4,150억 원` and `2026년부터 2030년까지 5년간`, each said once at the plan's head; null where one is missing. */
export function wholeOf(all: readonly Passage[]): Whole | null {
  const head = all.filter(({ cell }) => cell === null).slice(0, 16);
  const totals = head.flatMap((passage) =>
    quantitiesIn(passage).filter(
      (one) =>
        isAmount(one) &&
        !one.bound &&
        /(?:^|[\s(])총\s?(?:사업비|예산|투자액|투자비|소요액)?\s?[:은는]?\s?$/.test(
          passage.text.slice(Math.max(0, one.start - 10), one.start),
        ),
    ),
  );
  const years = new Set(head.flatMap((passage) => yearsIn(passage, { start: 0, end: passage.text.length })));
  const [total] = totals;
  const [count] = years;
  const isOne = total !== undefined && totals.every(({ term }) => term.value.eq(total.term.value));
  return isOne && count !== undefined && years.size === 1 ? { total, years: count } : null;
}

/** `연평균 투자액은 830억 원`, the whole said elsewhere: told where it fits, or where the difference is a slip. */
function* ofPlan(rate: Quantity, whole: Whole | null): Iterable<Stated> {
  if (whole === null || !comparable(whole.total, rate)) return;
  const mean = whole.total.term.value.div(whole.years);
  const claim = product(whole.total, rate, whole.years);
  const isNear = rate.term.value.gt(mean.times('0.7')) && rate.term.value.lt(mean.times('1.4'));
  if (holds(claim.equation) || isNear) yield claim;
}

function isYearly(text: string, quantity: Quantity): boolean {
  // `$310.5 million per year ongoing` begins where the years of the total end.
  if (
    /^[^.;]{0,40}\b(?:ongoing|thereafter|from then on|after that|afterwards)\b/i.test(
      text.slice(quantity.end, quantity.end + 60),
    )
  )
    return false;
  if (isAmount(quantity) && quantity.figure.per === 'year') return true;
  // `48 licences for $57.6 million, an average of $1.2 million each`: for one thing, not for one year.
  if (
    /^\s(?:each|apiece|per (?!year|annum)|for each|a (?:piece|head))\b(?! year)/i.test(
      text.slice(quantity.end, quantity.end + 16),
    )
  )
    return false;
  const before = text.slice(Math.max(0, quantity.start - 24), quantity.start);
  // `가구당 평균 1.4명`
  if (/(?<!연간?\s?)[가-힣]당\s평균\s?$/.test(before)) return false;
  const after = text.slice(quantity.end, quantity.end + 24);
  // `30,000 flats a year`: the noun may stand between.
  return (
    yearlyAfter.test(after) ||
    (!isAmount(quantity) && /^\s?[a-z]+\s(?:a|per|each|every) year\b/i.test(after)) ||
    yearlyBefore.test(before)
  );
}

/** The sentence of the rate and the one before it; `own` is where its own begins. */
function sentencesAround(passage: Passage, { start }: Quantity): { start: number; own: number; end: number } {
  const all = sentencesIn(passage);
  const at = all.findIndex((one) => start >= one.start && start < one.end);
  return {
    start: all[Math.max(0, at - 1)]?.start ?? 0,
    own: all[at]?.start ?? 0,
    end: all[at]?.end ?? passage.text.length,
  };
}

/** total = rate × years. */
function product(total: Quantity, rate: Quantity, years: number): Stated {
  const result = cappedAtTenth(total.term);
  const equation: Equation = { kind: 'product', result, a: rate.term, b: null, factor: years };
  return {
    equation,
    says: (t) =>
      t(
        '{0} × {1} years = {2}; the total says {3}.',
        rate.term.text,
        years,
        computedText(equation, total.term) ?? '',
        total.term.text,
      ),
  };
}
