import { readOrdinal, type Written } from '../edits/ordinal';
import type { Amount } from '../figures/figure';
import { holds } from '../ledger/claim';
import { slipFrom } from '../ledger/slip';
import { plainTitle } from '../ledger/subject';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import type { InTurns } from '../text/steps';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { gridsOf, totalKind, type Grid } from './grid';
import { textWhere } from './of-text';
import { passagesWhere, sentenceAt, type Passage, type Placed } from './passage';
import { isAmount, type Quantity } from './quantity';

/** An amount that is said to come over a number of years, and the number as written. */
export interface Spread {
  readonly passage: Passage;
  readonly placed: Placed<Amount>;
  readonly term: Term;
  readonly years: Written;
  /** Where `five fiscal years` ends. */
  readonly end: number;
}

/** A table with a column a year and the total of all of them. */
export interface YearTable {
  readonly years: number;
  readonly total: Term;
  /** Its other rows, by their labels, with what each comes to over the years. */
  readonly rows: readonly { readonly label: string; readonly total: Term }[];
}

const over =
  /^(?: (?:[a-z]+ ){0,3}|, )?(?:over|in|spread over|for) (?:the )?(?:next |coming |first )?([a-z]+|\d{1,2}) (?:fiscal |financial )?years\b/;

const saysYears = textWhere((text) => / years\b/.test(text));
const ofYears = passagesWhere((passage) => passage.cell === null && saysYears(passage));

/** `£150 million over five years`, wherever it stands. */
export function* spreads(plan: PlanFacts): InTurns<Spread> {
  for (const passage of yield* ofYears.inSteps(plan)) {
    for (const placed of passage.figures) {
      if (placed.figure.kind !== 'amount' || !isStated(placed.figure) || placed.figure.per !== null) continue;
      const match = over.exec(passage.text.slice(placed.end, placed.end + 60));
      const number =
        match === null
          ? undefined
          : readOrdinal(match[1]!).find(({ hand }) => hand === 'digits' || hand === 'cardinal');
      if (match === null || number === undefined) continue;
      const start = placed.end + match[0].lastIndexOf(match[1]!);
      yield {
        passage,
        placed: placed as Placed<Amount>,
        term: termOfFigure(placed.figure as Valued),
        years: { ...number, start, end: start + match[1]!.length },
        end: placed.end + match[0].length,
      };
    }
  }
}

/** The tables whose columns are years, with their grand totals in money. */
export function yearTables(plan: PlanFacts): YearTable[] {
  return gridsOf(plan).flatMap((grid) => {
    const years = grid.headers.filter((header) => isYear(header)).length;
    const total = years < 2 ? null : grandTotal(grid);
    return total === null ? [] : [{ years, total, rows: rowTotals(grid) }];
  });
}

/** What the rows that are no totals come to in the column of totals. */
function rowTotals({ headers, rows }: Grid): { label: string; total: Term }[] {
  const column = headers.findIndex((header) => totalKind(header) !== null);
  return rows.flatMap(({ label, cells }) => {
    const cell = cells[column];
    return cell?.term && cell.kind === 'amount' && totalKind(label) === null ? [{ label, total: cell.term }] : [];
  });
}

const isYear = (header: string): boolean =>
  totalKind(header) === null && /^[^\d]{0,12}(?:19|20)\d\d(?:[-–/](?:20)?\d\d)?[^\d]{0,16}$/.test(header);

function grandTotal({ headers, rows }: Grid): Term | null {
  const column = headers.findIndex((header) => totalKind(header) !== null);
  const row =
    rows.find(({ label }) => totalKind(label) === 'total') ?? (rows.at(-1)?.bold === true ? rows.at(-1) : undefined);
  const cell = row?.cells[column];
  return cell?.term && cell.kind === 'amount' ? cell.term : null;
}

/**
 * The row of a table of years that the amount is of: one that comes to it, or one that the heading above or the sentence
 * names and that a slip of the pen parts from it; else null, and it may be of all rows.
 */
export function rowOf({ term, passage, placed }: Spread, { rows }: YearTable, heading: string): Term | null {
  const same = rows.find(({ total }) => holds({ kind: 'equal', left: term, right: total }));
  if (same !== undefined) return same.total;
  const { start, end } = sentenceAt(passage, placed.start);
  const sentence = plainTitle(passage.text.slice(start, end));
  const title = plainTitle(heading);
  const named = rows.filter(({ label }) => {
    const name = plainTitle(label);
    return name.length >= 4 && (title === name || sentence.includes(name));
  });
  const [row] = named;
  return named.length === 1 && slipFrom(term, row!.total.value) !== null ? row!.total : null;
}

/** The one table whose total the amount is. */
export function tableOf({ term }: Spread, tables: readonly YearTable[]): YearTable | null {
  const same = tables.filter(({ total }) => holds({ kind: 'equal', left: term, right: total }));
  return same.length === 1 ? same[0]! : null;
}

/**
 * `Funding averages $287 million a year over the four years`, beside the one table of four years: the total of that table,
 * where it is near so many times the mean; else null.
 */
export function totalOfMean(text: string, mean: Quantity, years: number, tables: readonly YearTable[]): Term | null {
  const lead = text.slice(Math.max(0, mean.start - 30), mean.start);
  if (!isAmount(mean) || !/\baverag(?:es?|ed|ing)\b[^.;]{0,14}$/i.test(lead)) return null;
  const own = tables.filter((table) => table.years === years);
  const [table] = own;
  if (table === undefined || own.length > 1) return null;
  const ratio = mean.term.value.times(years).div(table.total.value);
  return ratio.gt('0.7') && ratio.lt('1.4') ? table.total : null;
}
