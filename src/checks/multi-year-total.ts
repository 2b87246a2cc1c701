import { holds, solvedExactly, type Equation } from '../ledger/claim';
import { alike, cappedAtTenth } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import { placeOf } from '../ledger/term';
import { languages } from '../language/index';
import type { DateFigure } from '../figures/figure';
import { rests } from '../text/steps';
import type { Claimant, Stated } from './check';
import { comparisonsIn } from './comparison';
import { worthALook } from './doubt';
import { computedText, sayTotal } from './equation-words';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { runsOf } from './listed-figures';
import { parents } from './parent';
import { passages, passagesWhere, sentencesIn, within, type Passage, type Placed } from './passage';
import { claimOf } from './sum-claim';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { totalOfMean, yearTables, type YearTable } from './spread-years';
import { isDuration } from './unit-price';
import { yearlySplits } from './yearly-splits';
import { yearsOfTables } from './years-of-table';

export const multiYearTotal: Claimant = {
  code: 'multi-year-total',
  says: 'An amount for several years is the sum of its years, or so many times its yearly amount.',
  because: 'A plan of several years is voted as one sum and paid year by year.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The fund has KRW 500 billion over five years (2026–2030) and will raise KRW 110 billion each year.\n',
      right: 'The fund has KRW 500 billion over five years (2026–2030) and will raise KRW 100 billion each year.\n',
      language: 'en',
    },
  ],
  reads: [
    'A total and a yearly amount (`a year`, `each year`, `annually`, `매년`, `연평균`) in one sentence or two, with the number of years stated in words or as a span of years.',
    'A total `spread over` its years with an amount for each of them; a total for the years of a table with a column for each.',
    'Where two numbers of years are stated, one that fits is enough.',
    worthALook,
  ],
  *claimsIn(passage) {
    if (passage.cell !== null || passage.figures.length === 0) return;
    yield* spread(passage);
    yield* yearByYear(passage);
    yield* yearlySplits(passage);
  },
  *claims(plan) {
    yield* yearsOfTables(plan);
    yield;
    const all = passages(plan);
    const tables = yearTables(plan);
    const period = periodOf(all);
    const whole = wholeOf(all);
    const above = yield* parents.inSteps(plan);
    for (const passage of yield* yearLists.inSteps(plan)) yield* ofLineAbove(passage, above.get(passage));
    const rest = rests();
    for (const passage of all) {
      if (rest()) yield;
      if (passage.cell !== null || passage.figures.length === 0) continue;
      yield* yearly(passage, period, whole, tables);
    }
  },
};

const yearlyAfter =
  /^\s*(?:\)|,)?\s*(?:a year|per year|each year|every year|yearly|annually|per annum|p\.a\.|씩|\/년)/i;
const yearlyBefore =
  /(?:\b(?:annual(?:ly)?|yearly|each year|every year|average of)\s+(?:[a-z]+\s){0,3}|(?:매년|연간|연평균|해마다|연\s?|매해|한 해(?:에|\s?평균)?|1년에|평균)\s*(?:(?:투자액|사업비|예산|지원액|투자|소요액|규모)?[은는이]?\s)?(?:약\s*)?)$/i;

/** total = yearly amount × years. */
function* yearly(
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
    const totals = quantities.filter(
      (one) =>
        one !== rate &&
        !rates.includes(one) &&
        !changed.some(({ from, to }) => (from === rate && to === one) || (from === one && to === rate)) &&
        comparable(one, rate) &&
        !isDuration(text, one) &&
        one.start >= near.start &&
        one.end <= near.end &&
        one.term.value.gt(rate.term.value),
    );
    const own = yearsIn(passage, near);
    // `over five years … A total of 6,840 crore: … This works out to an average of 1,368 crore a year.`
    const wider = own.length > 0 ? [] : [...new Set(yearsIn(passage, { start: 0, end: near.end }))];
    const stated = wider.length === 1 ? wider : own;
    // `S$12 million, or S$2.4 million a year`: over the years that the title names, where the text names none.
    const isBeside =
      totals.length === 1 &&
      /^[^.;()]{0,40}?,? (?:or |that is,? |i\.e\.,? )?(?:about )?$/.test(text.slice(totals[0]!.end, rate.start));
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
    const fits = claims.find((claim) => holds(claim.equation));
    // Of several the one that is called the total.
    const called = totals.filter(({ start }) =>
      /총\s?(?:사업비|예산|투자액)?[은는]?\s?$/.test(text.slice(Math.max(0, start - 8), start)),
    );
    if (fits !== undefined) yield fits;
    else if (totals.length > 1 && called.length === 1) {
      if (period === null || period === years[0]!) yield product(called[0]!, rate, years[0]!);
    } else if (totals.length === 1) {
      // `covered for ₹1,25,000. The premium of ₹436 a year is borne for two years.`: of a sentence before, and far off.
      if (totals[0]!.end > near.own || !isFarOff(totals[0]!, rate, years[0]!)) yield claims[0]!;
    } else {
      const slipped = claims.filter(({ equation }) => {
        const wanted = solvedExactly(equation, placeOf(rate.term));
        return wanted !== null && slipFrom(rate.term, wanted) === 'swap';
      });
      if (slipped.length === 1) yield slipped[0]!;
    }
  }
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

/** What the plan costs in all, and over how many years. */
interface Whole {
  readonly total: Quantity;
  readonly years: number;
}

/** `총사업비: 4,150억 원` and `2026년부터 2030년까지 5년간`, each said once at the plan's head; null where one is missing. */
function wholeOf(all: readonly Passage[]): Whole | null {
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

/** The number of years in the plan's title, or null. */
function periodOf(all: readonly Passage[]): number | null {
  for (const { figures } of all.slice(0, 3))
    for (const { figure } of figures) if (figure.kind === 'date' && yearsOf(figure) !== null) return yearsOf(figure);
  // `The plan covers five years, from FY2026 to FY2030`
  for (const passage of all.slice(0, 24)) {
    const match =
      /\b(?:plan|strategy|programme|program|it) (?:covers|runs for|spans|lasts|is for) (?:the )?([a-z]+|\d{1,2}) (?:fiscal |financial )?years\b/i.exec(
        passage.text,
      );
    if (match === null) continue;
    const span = passage.figures.find(
      ({ start, figure }) => start > match.index && figure.kind === 'date' && yearsOf(figure) !== null,
    );
    if (span?.figure.kind === 'date') return yearsOf(span.figure);
    const count = match === null ? undefined : (english[match[1]!.toLowerCase()] ?? Number(match[1]));
    if (count !== undefined && count >= 2 && count <= 20) return count;
  }
  return null;
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

/** Whether a total is neither near what the years make nor so by a scale word. */
function isFarOff({ term }: Quantity, rate: Quantity, years: number): boolean {
  const made = rate.term.value.times(years);
  const times = term.value.div(made).toNumber();
  return slipFrom(term, made) === null && (times > 4 || times < 0.25);
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

const english = languages.find((language) => language.code === 'en')!.numbers.words;
const spans = /(\d{1,2}|\b[a-z]+)[\s-]year(?:s|\b)|(\d{1,2})\s?(?:개년|년간|년\s?동안)/gi;

/** The numbers of years that a stretch of text states, those of spans of years first. */
function yearsIn(passage: Passage, near: { start: number; end: number }): number[] {
  const found: number[] = [];
  for (const placed of passage.figures) {
    if (placed.figure.kind !== 'date' || placed.start < near.start || placed.end > near.end) continue;
    const count = yearsOf(placed.figure);
    if (count !== null) found.push(count);
  }
  for (const match of passage.text.slice(near.start, near.end).matchAll(spans)) {
    const word = (match[1] ?? match[2])!.toLowerCase();
    const count = /^\d/.test(word) ? Number(word) : english[word];
    if (count !== undefined && count >= 2 && count <= 50) found.push(count);
  }
  return [...new Set(found)];
}

function yearsOf({ parts }: DateFigure): number | null {
  const [first, last] = parts;
  if (
    last === undefined ||
    first.year === undefined ||
    last.year === undefined ||
    first.month !== undefined ||
    last.month !== undefined
  )
    return null;
  const count = (last.endYear ?? last.year) - first.year + (first.endYear === undefined ? 1 : 0);
  return count >= 2 && count <= 50 ? count : null;
}

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

/** `CHF 74.5 million, spread over three years: CHF 20.5 million in 2023, CHF 26.0 million in 2024 and …`. */
function* spread(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  for (const sentence of sentencesIn(passage)) {
    const inside = within(passage.figures, sentence).filter(
      (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
    );
    for (const run of runsOf(text, inside)) {
      const [total, ...all] = run;
      // `R540 million over three years (2025/26: …), or R45 million per harbour`: what stands in the bracket.
      const close = total === undefined ? -1 : closingOf(text, total.end);
      const within = all.filter(({ end }) => end <= close);
      const parts = close > 0 && within.length >= 2 ? within : all;
      if (total === undefined || parts.length < 2) continue;
      const years = parts.map((part) => yearBeside(text, part));
      if (years.some((year) => year === null) || new Set(years).size !== years.length) continue;
      const words = text.slice(sentence.start, parts[0]!.start);
      const isSpread =
        /\bspread\b|\bover (?:the )?\w+ (?:fiscal )?years\b|\b\w+-year\b|\btotal\b|개년|년간|연차별|연도별|총/i.test(
          words,
        );
      // `총사업비: 240억원(2024년 40억원, …)`: the bracket right behind names every year.
      const isBracket =
        /총|합계|\btotal\b/i.test(words) &&
        /^\s?[(（][^)）]*\d\s?[^\d\s)）]{0,4}[,，]/.test(text.slice(total.end, total.end + 40));
      if (!isSpread || (!isBracket && yearBeside(text, total) !== null)) continue;
      const whole = termOfFigure(total.figure);
      const claim = claimOf(
        whole,
        parts.map(({ figure }) => termOfFigure(figure)),
        isBracket && followOn(years) ? 'stated' : 'likely',
      );
      if (claim !== null)
        yield {
          ...claim,
          says: (t) =>
            sayTotal(
              t,
              whole,
              parts.map(({ figure }) => ({ term: termOfFigure(figure), sign: 1 as const })),
            ),
        };
    }
  }
}

/** `(KRW 420 billion, 2025–2028) … Over the four years, KRW 102.7 billion in 2025, …`: the total a sentence before. */
function* yearByYear(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  const sentences = sentencesIn(passage);
  for (const [at, sentence] of sentences.entries()) {
    const previous = sentences[at - 1];
    if (previous === undefined) continue;
    const amounts = passage.figures.filter(
      (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
    );
    const parts = within(amounts, sentence);
    const years = parts.map((part) => yearBeside(text, part));
    if (parts.length < 3 || years.includes(null) || !followOn(years)) continue;
    const before = within(amounts, previous).filter(({ figure }) => figure.kind === 'amount' && figure.per === null);
    if (before.length !== 1) continue;
    const [whole, ...terms] = alike([before[0]!, ...parts].map(({ figure }) => termOfFigure(figure)));
    // `2024년부터 2027년까지 4년간 총 24조원`: as many years as it is said to be for.
    const isFull =
      /별로는?\s/.test(text.slice(sentence.start, parts[0]!.start)) &&
      yearsIn(passage, previous).includes(parts.length);
    const claim = claimOf(whole!, terms, isFull ? 'stated' : 'likely');
    if (claim !== null) yield claim;
  }
}

const yearLists = passagesWhere(
  ({ cell, text, figures }) => cell === null && figures.length >= 6 && /^\s?(?:19|20)\d\d년/.test(text),
);

/** `총사업비 2조 5,000억원(2024~2028년)` / `2024년 3,000억원, 2025년 4,000억원, …`: the line below goes through all its years. */
function* ofLineAbove(passage: Passage, line: Passage | undefined): Iterable<Stated> {
  const parts = passage.figures.filter(isAmountPlaced);
  const years = parts.map((part) => yearBeside(passage.text, part));
  if (line === undefined || parts.length < 3 || years.includes(null) || !followOn(years)) return;
  const totals = line.figures.filter(isAmountPlaced);
  const counts = yearsIn(line, { start: 0, end: line.text.length });
  if (totals.length !== 1 || !counts.includes(parts.length)) return;
  const claim = claimOf(
    termOfFigure(totals[0]!.figure),
    parts.map(({ figure }) => termOfFigure(figure)),
    'stated',
  );
  if (claim !== null) yield claim;
}

const isAmountPlaced = (placed: Placed): placed is Placed<Valued> =>
  placed.figure.kind === 'amount' && isStated(placed.figure);

/** Where the first bracket behind the offset closes, or -1. */
function closingOf(text: string, from: number): number {
  const open = /^[^()]{0,60}\(/.exec(text.slice(from, from + 64));
  return open === null ? -1 : text.indexOf(')', from + open[0].length);
}

/** Years one after the other, none left out. */
const followOn = (years: readonly (string | null)[]): boolean =>
  years.every((year, index) => index === 0 || Number(year!.slice(-2)) === Number(years[index - 1]!.slice(-2)) + 1);

/** The one year that stands right beside an amount, or null. */
function yearBeside(text: string, { start, end }: { start: number; end: number }): string | null {
  return (
    /^\s?(?:\(|in |for |im )?\s?(?:FY\s?)?((?:19|20)\d\d|['’‘]\d\d)(?![\d–~-])/.exec(text.slice(end, end + 16))?.[1] ??
    /((?:19|20)\d\d|['’‘]\d\d)(?:[-–/]\d\d)?\s?년?(?:도)?[:\s]{0,2}$/.exec(
      text.slice(Math.max(0, start - 12), start),
    )?.[1] ??
    null
  );
}
