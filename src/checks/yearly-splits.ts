import { holds } from '../ledger/claim';
import type { Stated } from './check';
import { type Passage, sentencesIn, within } from './passage';
import { comparable, isPercent, quantitiesIn, type Quantity } from './quantity';
import { claimOf } from './sum-claim';
import { isDuration } from './unit-price';

/**
 * A total and what it is in each of several years that follow one another, whatever words join them:
 *
 *     총사업비는 2,400만 달러이며 2024년 300만 달러, 2025년 800만 달러, 2026년 900만 달러, 2027년 400만 달러를 …
 *     5년간 모두 40명을 순증함(2027년 14명, 2028년 8명, 2029년 8명, 2030년 6명, 2031년 4명)
 *     the Programme 2026-2030 (AED 4.7 billion). Spending is AED 800 million in 2026, AED 940 million in 2027, …
 */
export function* yearlySplits(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  if (passage.cell !== null || !/20\d\d/.test(text)) return;
  const quantities = quantitiesIn(passage).filter(
    (one) => !isPercent(one) && !one.bound && !isDuration(text, one) && !/^(?:19|20)\d\d$/.test(one.term.text),
  );
  for (const [at, sentence] of sentencesIn(passage).entries()) {
    const inside = within(quantities, sentence);
    const run = longestRun(text, inside);
    if (run.length < 2) continue;
    const first = inside.indexOf(run[0]!);
    const before = sentencesIn(passage)[at - 1];
    const near = [...(before === undefined ? [] : within(quantities, before)), ...inside.slice(0, first)];
    const years = yearsOf(text, run);
    const most = run.reduce((all, { term }) => (term.value.gt(all) ? term.value : all), run[0]!.term.value);
    const totals = near.filter(
      (one) =>
        comparable(one, run[0]!) &&
        one.term.value.gt(most) &&
        (isBracketOf(text, one, run) || names(text, one, sentence, years, run.length > 2)),
    );
    const total = totals.at(-1);
    if (total === undefined) continue;
    const claim = claimOf(
      total.term,
      run.map(({ term }) => term),
      'stated',
    );
    if (claim === null) continue;
    const sum = run.reduce((all, { term }) => all + term.value.toNumber(), 0) / total.term.value.toNumber();
    // Two years are few: the total names them both, and no sentence lies between but this.
    const isEnclosed = isBracketOf(text, total, run) && sum > 0.5 && sum < 2;
    if (holds(claim.equation) || isEnclosed || (sum > 0.75 && sum < (run.length > 2 ? 1.35 : 1.15))) yield claim;
  }
}

/**
 * `2개년 18억원(2026년 8억원, 2027년 10억원)`, `US$ 24.6 million: US$ 11.8 million in 2026 and US$ 12.8 million in 2027.`: a bracket or
 * a colon right behind the total, and the years and nothing else up to its end.
 */
const isBracketOf = (text: string, total: Quantity, run: readonly Quantity[]): boolean =>
  /^\s?(?:[(（]\s?|: )(?:20\d\d년?\s)?$/.test(text.slice(total.end, run[0]!.start)) &&
  /^(?: in (?:FY ?)?20\d\d)?\s?(?:[)）;.]|$)/.test(text.slice(run.at(-1)!.end));

/** The quantities that have each their year, the years one after another. */
function longestRun(text: string, inside: readonly Quantity[]): readonly Quantity[] {
  let best: Quantity[] = [];
  let run: Quantity[] = [];
  let last = 0;
  for (const one of inside) {
    const year = yearOf(text, one);
    // `올해 60억원, 2027년 100억원`: the first written year tells which year `올해` is.
    const follows = year === last + 1 || (last < 0 && year !== null && year > 0);
    const goesOn = year !== null && run.length > 0 && follows && comparable(one, run[0]!);
    run = goesOn ? [...run, one] : year === null ? [] : [one];
    last = year ?? 0;
    if (run.length > best.length) best = run;
  }
  return best;
}

/** The year right before (`2026년 900만 달러`) or right behind (`AED 940 million in 2027`); `올해` is -2 and `내년` -1. */
function yearOf(text: string, { start, end }: Quantity): number | null {
  const before = /(20\d\d)년?(?:에는?)?\s$/.exec(text.slice(Math.max(0, start - 9), start))?.[1];
  const behind = /^ in (?:FY ?)?(20\d\d)(?!\d)/.exec(text.slice(end, end + 12))?.[1];
  const year = before ?? behind;
  if (year !== undefined) return Number(year);
  const word = /(?:^|[\s(])(올해|내년)(?:에는?|은|는)?\s(?:예산\s)?$/.exec(
    text.slice(Math.max(0, start - 10), start),
  )?.[1];
  return word === undefined ? null : word === '올해' ? -2 : -1;
}

const yearsOf = (text: string, run: readonly Quantity[]): readonly [number, number] => {
  const last = yearOf(text, run.at(-1)!)!;
  return [last - run.length + 1, last];
};

/** Whether a quantity is the total of just these years: they are named with it, or their number, or it is called so. */
function names(
  text: string,
  one: Quantity,
  sentence: { start: number },
  [from, to]: readonly [number, number],
  mayBeCalled: boolean,
): boolean {
  const around = text.slice(Math.max(0, one.start - 60), one.end + 24);
  const span = new RegExp(`${from}\\D{1,8}(?:${to}|${String(to).slice(2)})(?!\\d)`);
  const count = to - from + 1;
  const inWords = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][count - 2];
  const isCounted = new RegExp(`(?<!\\d)${count}\\s?개?년|\\b(?:${inWords}|${count})[- ]years?\\b`, 'i').test(around);
  const isCalled =
    mayBeCalled &&
    one.start >= sentence.start &&
    /총\s?(?:사업비|예산)?[은는]?\s?(?:미화\s)?$|\btotal(?: of)? $/i.test(
      text.slice(Math.max(0, one.start - 14), one.start),
    );
  // `NOK 2.48 billion is made available over the period: NOK 540 million in 2026, …`
  const isOfPeriod =
    mayBeCalled &&
    /^[^.;:()]{0,50} (?:over|for|in) the (?:whole )?period\s?[:(]/.test(text.slice(one.end, one.end + 80));
  return span.test(around) || isCounted || isCalled || isOfPeriod;
}
