import { readOrdinal } from '../edits/ordinal';
import type { DateFigure } from '../figures/figure';
import { sumOf } from '../ledger/plausible';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import type { Stated } from './check';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { gridsOf, totalKind, type Grid } from './grid';
import { textWhere } from './of-text';
import { passagesWhere, sentencesIn, within, type Placed } from './passage';
import { claimOf } from './sum-claim';

/** The total row of a table with a column a year, and the years. */
interface YearRow {
  readonly first: number;
  readonly totals: readonly Term[];
}

const namesYears =
  /\b(?:over|during|in|for) (?:the|these|those|all|its) (two|three|four|five|six|seven|eight|ten|\d{1,2}) (?:fiscal |financial )?years\b/i;

/** `2024년부터 2028년까지 5년간`, `3개년`. */
const namesKoreanYears = /(?<![\d.])(\d{1,2})\s?(?:년간|개년)/;

const fromYearToYear = /((?:19|20)\d\d)년?(?:도)?\s?부터\s((?:19|20)\d\d)년?(?:도)?\s?까지/;

const isOverYears = textWhere(
  (text) =>
    namesYears.test(text) ||
    namesKoreanYears.test(text) ||
    /(?:19|20)\d\d년?\s?(?:부터|[~∼〜～])/.test(text) ||
    /\b(?:over|in|during|for|from|between)\b[^.;]{0,40}(?:19|20)\d\d/i.test(text),
);
const overYears = passagesWhere(
  (passage) =>
    passage.cell === null && passage.figures.some(({ figure }) => figure.kind === 'amount') && isOverYears(passage),
);

/**
 * `Over the three years from 2025/26 to 2027/28 the Department will spend R7 758.0 million`, beside a table of those very
 * years: the sum of its total row, or of its only one. Only what bears it out, or differs from it by a slip, is held to it.
 */
export function* yearsOfTables(plan: PlanFacts): Iterable<Stated> {
  const rows = gridsOf(plan).flatMap((grid) => yearRow(grid) ?? []);
  if (rows.length === 0) return;
  for (const passage of overYears(plan)) {
    for (const sentence of sentencesIn(passage)) {
      const inside = within(passage.figures, sentence);
      const span = yearsIn(passage.text.slice(sentence.start, sentence.end), inside);
      const amounts = inside.filter(
        (placed): placed is Placed<Valued> =>
          placed.figure.kind === 'amount' && isStated(placed.figure) && placed.figure.per === null,
      );
      if (span === null || amounts.length !== 1) continue;
      const own = rows.flatMap((row) => cellsFor(row, span) ?? []);
      if (own.length !== 1) continue;
      const total = termOfFigure(amounts[0]!.figure);
      const [{ totals: parts }] = own as [YearRow];
      const ratio = total.value.div(sumOf(parts.map((term) => ({ term, sign: 1 as const }))));
      const claim = ratio.gt('0.5') && ratio.lt(2) ? claimOf(total, [...parts], 'likely') : null;
      if (claim !== null) yield claim;
    }
  }
}

/** Some years on end; where the first of them is not told, null. */
interface Years {
  readonly first: number | null;
  readonly count: number;
}

/** The years that a sentence names: `from 2025/26 to 2027/28`, else `the three years`. */
function yearsIn(words: string, figures: readonly Placed[]): Years | null {
  const spans = figures.flatMap(({ figure }) => (figure.kind === 'date' ? (spanOf(figure) ?? []) : []));
  const number = (namesYears.exec(words) ?? namesKoreanYears.exec(words))?.[1];
  if (spans.length > 0) return spans.length === 1 ? spans[0]! : null;
  const [, first, last] = fromYearToYear.exec(words) ?? [];
  if (first !== undefined && first < last!) return { first: Number(first), count: Number(last) - Number(first) + 1 };
  const count =
    number === undefined
      ? undefined
      : readOrdinal(number).find(({ hand }) => hand === 'digits' || hand === 'cardinal')?.value;
  return count === undefined || count < 2 ? null : { first: null, count };
}

/** The part of a total row that is of those years; all of it where only their number is told. */
function cellsFor({ first, totals }: YearRow, years: Years): YearRow | null {
  const from = years.first === null ? 0 : years.first - first;
  const isWhole = years.first === null && totals.length !== years.count;
  if (from < 0 || from + years.count > totals.length || isWhole) return null;
  return { first: first + from, totals: totals.slice(from, from + years.count) };
}

/** The years of a span, counted inclusively: `2025/26 to 2027/28` is three from 2025. */
function spanOf({ parts: [first, last] }: DateFigure): { first: number; count: number } | null {
  if (first.year === undefined || last?.year === undefined) return null;
  if (first.month !== undefined || last.month !== undefined) return null;
  return { first: first.year, count: last.year - first.year + 1 };
}

const year = /^[^\d]{0,12}((?:19|20)\d\d)(?:[-–/](?:20)?\d\d)?[^\d]{0,16}$/;

/** The total row, or the only one, where every column but the first is a year, one after the other. */
function yearRow({ headers, rows }: Grid): YearRow | null {
  const columns = headers.flatMap((header, column) => {
    const match = totalKind(header) === null ? year.exec(header) : null;
    return match === null ? [] : [{ column, year: Number(match[1]) }];
  });
  const [first] = columns;
  const total = rows.find(({ label }) => totalKind(label) === 'total') ?? (rows.length === 1 ? rows[0] : undefined);
  if (first === undefined || columns.length < 2 || total === undefined) return null;
  if (columns.some((one, index) => one.year !== first.year + index)) return null;
  const totals = columns.flatMap(({ column }) => {
    const cell = total.cells[column];
    return cell?.term && cell.kind === 'amount' ? [cell.term] : [];
  });
  return totals.length === columns.length ? { first: first.year, totals } : null;
}
