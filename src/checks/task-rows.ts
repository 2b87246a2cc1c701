import { isTelling } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import { plainTitle } from '../ledger/subject';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { termOfFigure, type Valued } from './figure-term';
import { gridsOf, type Grid, type GridRow } from './grid';
import type { NodeBudget } from './node-budget';

/** A row of a table, and the strategy or task that it names. */
interface NamedRow {
  readonly row: GridRow;
  readonly budget: NodeBudget;
}

/**
 * Rows that bear the name or the number of a strategy or task: its amount, and the cell in the column that agrees with
 * most of them. Pairs of the two terms, equal or not.
 */
export function* rowsOfTables(plan: PlanFacts, budgets: readonly NodeBudget[]): Iterable<[Term, Term]> {
  if (budgets.length === 0) return;
  const names = budgetsByName(plan, budgets);
  for (const grid of gridsOf(plan)) {
    const rows = grid.rows.flatMap((row) => {
      const budget =
        names.get(plainTitle(row.label)) ??
        names.get(`#${markerName(row.label)}`) ??
        names.get(`#${numberOf(grid, row)}`);
      return budget === undefined ? [] : [{ row, budget }];
    });
    const best = columnFor(grid, rows);
    if (best === null) {
      yield* slipsInRows(rows);
      continue;
    }
    for (const { row, budget } of rows) {
      const cell = row.cells[best]?.term;
      if (cell) yield [termOfFigure(budget.amount as Valued), cell];
    }
  }
}

/** What each is called in tables, without the markers that two of them bear. */
function budgetsByName(plan: PlanFacts, budgets: readonly NodeBudget[]): ReadonlyMap<string, NodeBudget> {
  const names = new Map<string, NodeBudget>();
  const twice = new Set<string>();
  for (const budget of budgets) {
    for (const name of namesOf(plan, budget)) names.set(name, budget);
    const { marker } = budget.node;
    // `I`, `Goal A`, `과제 4`: rows that bear the marker alone.
    if (marker === null || !/\p{L}/u.test(marker)) continue;
    const name = `#${markerName(marker)}`;
    if (names.has(name)) twice.add(name);
    names.set(name, budget);
  }
  for (const name of twice) names.delete(name);
  return names;
}

/** A row of a task's name none of whose amounts is the task's, and one of which a slip of the pen turns into it. */
function* slipsInRows(rows: readonly NamedRow[]): Iterable<[Term, Term]> {
  for (const { row, budget } of rows) {
    const own = termOfFigure(budget.amount as Valued);
    const cells = row.cells.flatMap((cell) => (cell?.term && cell.kind === 'amount' ? [cell.term] : []));
    if (cells.some(({ value }) => value.eq(own.value))) continue;
    const slips = cells.filter(({ value }) => slipFrom(own, value) === 'swap' && isTelling(own, value));
    if (slips.length === 1) yield [own, slips[0]!];
  }
}

/** `전략 1` for the row `1. 산림재난 대응` under the head `전략`; what the row is called besides may be shorter than the title. */
function numberOf({ headers }: Grid, { label }: GridRow): string {
  const number = /^(\d{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4})[.)]\s/.exec(label)?.[1];
  return number === undefined ? '' : markerName(`${headers[0] ?? ''}${number}`);
}

const markerName = (text: string): string => text.toLowerCase().replace(/[\s.:()–-]/g, '');

/** What a table may call a node: its title, with or without its number. */
function namesOf({ source }: PlanFacts, { node, amount }: NodeBudget): string[] {
  const title = plainTitle(node.title.replace(amount.text, ''));
  const whole = plainTitle(
    source
      .slice(node.heading.start, node.heading.end)
      .replace(amount.text, '')
      .replace(/^[#\s]+/, ''),
  );
  return [title, whole].filter((name) => name.length >= 3);
}

/** The column in which at least two rows, and more than half of them, say what the tasks say. */
function columnFor(grid: Grid, rows: readonly NamedRow[]): number | null {
  let best: { column: number; held: number } | null = null;
  for (const column of grid.headers.keys()) {
    let held = 0;
    let all = 0;
    for (const { row, budget } of rows) {
      const cell = row.cells[column];
      if (!cell?.term || cell.kind !== 'amount') continue;
      all++;
      if (cell.term.value.eq(termOfFigure(budget.amount as Valued).value)) held++;
    }
    if (held >= 2 && held * 2 > all && (best === null || held > best.held)) best = { column, held };
  }
  return best?.column ?? null;
}
