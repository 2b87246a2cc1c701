import type { Amount } from '../figures/figure';
import { holds } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { plainTitle } from '../ledger/subject';
import type { Term } from '../ledger/term';
import { gather } from '../text/gather';
import type { Placed } from './passage';
import type { Grid, GridRow } from './grid';

/** An amount in a sentence and the phrase right before it that says what it is. */
export interface NamedAmount {
  readonly text: string;
  readonly placed: Placed<Amount>;
  readonly term: Term;
  readonly years: ReadonlySet<string>;
}

/**
 * `중앙정부 이전수입은 2조 7,720억원`, and the table's row of that name: the cell that says the same bears it out; one that
 * differs by a slip of the pen alone contradicts it. Pairs of the two terms, equal or not.
 */
export function* labelledRows(grids: readonly Grid[], mentions: readonly NamedAmount[]): Iterable<[Term, Term]> {
  const rows = new Map<string, { grid: Grid; row: GridRow }[]>();
  for (const grid of grids) {
    for (const row of grid.rows) {
      const name = plainTitle(row.label);
      if (name.length >= 3) gather(rows, name, { grid, row });
    }
  }
  if (rows.size === 0) return;
  for (const mention of mentions) {
    if (mention.placed.figure.per !== null) continue;
    const own = namesBefore(mention.text, mention.placed.start).flatMap((name) => rows.get(name) ?? []);
    if (own.length === 0) continue;
    const cells = own.flatMap(({ grid, row }) =>
      row.cells.flatMap((cell, column) =>
        cell?.term && cell.kind === 'amount' && isOfYears(grid.headers[column]!, mention.years) ? [cell.term] : [],
      ),
    );
    const same = cells.find((cell) => holds({ kind: 'equal', left: mention.term, right: cell }));
    if (same !== undefined) {
      yield [mention.term, same];
      continue;
    }
    const near = cells.filter((cell) => isTelling(mention.term, cell.value));
    if (near.length === 1) yield [mention.term, near[0]!];
  }
}

/** The phrases that end right before the amount, as a row may be called: `표 1에서 보듯 하천 정비가`, `하천 정비`, `정비`. */
function namesBefore(text: string, start: number): string[] {
  const before = text.slice(Math.max(0, start - 40), start).replace(/(?:[은는이가에]\s|\s?[:：(（]?\s?)$/, '');
  const words = before
    .slice(before.search(/[^,·:;.(（]*$/))
    .trim()
    .split(/\s+/);
  return words.map((_, at) => plainTitle(words.slice(at).join(' '))).filter((name) => name.length >= 3);
}

const isOfYears = (header: string, years: ReadonlySet<string>): boolean => {
  const own = header.match(/(?:19|20)\d\d/g) ?? [];
  return own.length === 0 || years.size === 0 || own.some((year) => years.has(year));
};
