import { isTelling } from '../ledger/plausible';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { lastStartingBy, type Span } from '../text/span';
import type { Steps } from '../text/steps';
import { gridsOf, totalKind, type Grid } from './grid';
import { passages, type Passage } from './passage';
import { isPercent, quantitiesIn, type Quantity } from './quantity';

/**
 * `제설 장비 456대를 배치한다.` and the grand total of the table below it, which counts the same things: the pairs that must
 * be equal. A number that stands in the table itself is another figure of it.
 */
export function* countsOfTables(plan: PlanFacts): Steps<(readonly [Term, Term])[]> {
  const found: (readonly [Term, Term])[] = [];
  const all = passages(plan).filter(({ cell }) => cell === null);
  const places = placesOf(all);
  for (const grid of yield* gridsOf.inSteps(plan)) {
    yield;
    const total = grandTotal(grid);
    if (total === null || total.kind !== 'number' || total.term === null) continue;
    const values = new Set(grid.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value)));
    const heads = grid.headers.join(' ');
    for (const passage of near(all, places, grid.index)) {
      const unit = /단위\s?[:：]\s?([가-힣]{1,3})\s?[)）]/.exec(passage.text)?.[1];
      for (const one of quantitiesIn(passage)) {
        if (one.bound || isPercent(one) || one.figure?.kind === 'amount' || unit !== undefined) continue;
        const value = Number(one.term.value.toString());
        const isOwn = value === total.value;
        if (!isOwn && (values.has(value) || !isTelling(one.term, total.term.value))) continue;
        if (countsSame(plan, grid, heads, one, passage)) found.push([one.term, total.term]);
      }
    }
  }
  return found;
}

/** `6개 성과목표, 14개 관리과제` and the total row of the table beside it whose columns are headed `성과목표` and `관리과제`. */
export function* countsOfColumns(plan: PlanFacts): Steps<(readonly [Term, Term])[]> {
  const found: (readonly [Term, Term])[] = [];
  const all = passages(plan).filter(({ cell }) => cell === null);
  const places = placesOf(all);
  for (const grid of yield* gridsOf.inSteps(plan)) {
    yield;
    const totals = grid.rows.filter(({ label }) => totalKind(label) === 'total');
    const [row] = totals;
    if (row === undefined || totals.length > 1) continue;
    for (const [column, header] of grid.headers.entries()) {
      const noun = /^([가-힣]{2,6}?)(?:\s?수)?(?:\s?[(（]개[)）])?$/.exec(header.trim())?.[1];
      const cell = row.cells[column];
      if (noun === undefined || !cell?.term || cell.kind !== 'number') continue;
      for (const passage of near(all, places, grid.index)) {
        for (const one of quantitiesIn(passage)) {
          if (
            one.bound ||
            !new RegExp(`^\\s?개\\s${noun}(?![가-힣]{2})`).test(passage.text.slice(one.start).replace(/^\d+/, ''))
          )
            continue;
          const [a, b] = [Number(one.term.value.toString()), cell.value];
          const isOther = /지난해|작년|전년|20\d\d년에는/.test(passage.text.replaceAll(`${plan.year}년에는`, ''));
          if (!isOther && Math.abs(a - b) <= Math.max(2, b / 5)) found.push([one.term, cell.term]);
        }
      }
    }
  }
  return found;
}

/** The cell where the total row meets the total column, or that of the only column of figures. */
function grandTotal({ rows, headers }: Grid): Grid['rows'][number]['cells'][number] {
  const totals = rows.filter(({ label }) => totalKind(label) === 'total');
  const [row] = totals;
  if (row === undefined || totals.length > 1) return null;
  const columns = headers.flatMap((header, column) => (totalKind(header) === 'total' ? [column] : []));
  if (columns.length === 1) return row.cells[columns[0]!] ?? null;
  const filled = row.cells.filter((cell) => cell?.term);
  return filled.length === 1 ? filled[0]! : null;
}

/** The passages of the three blocks before the table, and of the one behind it; `all` are in order of index. */
function near(all: readonly Passage[], places: readonly Span[], index: number): Passage[] {
  const first = lastStartingBy(places, index - 4) + 1;
  const last = lastStartingBy(places, index + 1);
  return all.slice(first, last + 1).filter(({ index: at }) => at !== index);
}

const placesOf = (all: readonly Passage[]): Span[] => all.map(({ index }) => ({ start: index, end: index }));

/** Whether the number's unit is the table's: its unit line or a heading names it. */
function countsSame({ blocks }: PlanFacts, grid: Grid, heads: string, one: Quantity, { text }: Passage): boolean {
  const counter = /^\s?([가-힣]{1,3}?)(?=에서|으로|로|을|를|이|가|은|는|의|까지|[\s,.)(]|$)/.exec(
    text.slice(one.start).replace(/^[\d,]+/, ''),
  )?.[1];
  if (counter === undefined) return false;
  const line = blocks[grid.index - 1]?.reading.text ?? '';
  const unit = /단위\s?[:：]\s?([가-힣]{1,3})\s?[)）]/.exec(line)?.[1];
  return unit === counter || new RegExp(`[(（]\\s?${counter}\\s?[)）]`).test(heads);
}
