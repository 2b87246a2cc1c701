import { alike } from '../ledger/plausible';
import { rests } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { sayTotal } from './equation-words';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { runsOf } from './listed-figures';
import { parents } from './parent';
import { passages, passagesWhere, sentencesIn, within, type Passage, type Placed } from './passage';
import { claimOf } from './sum-claim';
import { periodOf, yearsIn } from './plan-years';
import { yearTables } from './spread-years';
import { wholeOf, yearly } from './yearly-amounts';
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
    'Where two numbers of years are stated, one that fits is enough. Where neither words join the total to the years, or the yearly amount to the total, nor a slip of the pen explains the difference, nothing is said.',
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

/** `CHF 74.5 million, spread over three years: CHF 20.5 million in 2023, CHF 26.0 million in 2024 and …`. */
function* spread(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  for (const sentence of sentencesIn(passage)) {
    const inside = within(passage.figures, sentence).filter(
      (placed): placed is Placed<Valued> =>
        placed.figure.kind === 'amount' && isStated(placed.figure) && !isMean(text, placed),
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
        ) ||
        // `It costs £46.5 million: £7.5 million in 2025, …`
        (parts.length >= 3 && followOn(years) && /:\s$/.test(words));
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

/** `£46.5 million, or £9.3 million a year on average:` what is no part of the list behind it. */
const isMean = (text: string, { start, end }: Placed): boolean =>
  /\bor (?:about )?$/.test(text.slice(Math.max(0, start - 9), start)) &&
  /^ (?:a|per|each) year\b/.test(text.slice(end, end + 10));

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
