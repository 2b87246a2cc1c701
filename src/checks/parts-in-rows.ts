import { languages } from '../language/index';
import { eachNode } from '../outline/outline';
import { singular, targetsInSteps, type Target } from '../outline/reference';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import { sourceSpan } from '../text/reading';
import type { Steps } from '../text/steps';
import { gridsOf, writtenRows, type Grid } from './grid';
import { toSeries, type Series } from './series';

/** Fewer rows are no list of a plan's parts. */
const fewest = 4;

/** Everything that bears a label and a number, the rows of tables left out. */
export const labelledParts = onceInSteps((plan: PlanFacts): Steps<readonly Target[]> =>
  targetsInSteps(plan.blocks, plan.outline),
);

/** Rows of tables that are numbered and head a column by what they are: the parts of a plan that has them in tables alone. */
export interface PartsInRows {
  /** What each row is, in the singular and lower case: `action`, `과제`. */
  readonly noun: string;
  readonly rows: readonly Target[];
  readonly series: Series | null;
}

/**
 * `| No. | Action | Lead |` over `| 1 | Plant … |`, `| 2 | Set up … |`, in one table or on through several, where the outline has
 * no task and nothing else bears such a label.
 */
export const partsInRows = onceInSteps(function* (plan: PlanFacts): Steps<readonly PartsInRows[]> {
  const byNoun = new Map<string, Target[][]>();
  for (const grid of yield* gridsOf.inSteps(plan)) {
    const noun = nounOf(grid);
    const rows = noun === null ? [] : rowsOf(grid, noun);
    if (noun === null || rows.length === 0) continue;
    // `1` again: another list, or the same once more.
    if (rows[0]!.number === '1' || !byNoun.has(noun)) gather(byNoun, noun, rows);
    else
      byNoun
        .get(noun)!
        .at(-1)!
        .push(...rows);
    yield;
  }
  if (byNoun.size === 0) return [];
  let hasTasks = false;
  yield* eachNode(plan.outline, ({ kind }) => void (hasTasks ||= kind === 'task'));
  if (hasTasks) return [];
  const named = yield* labelledParts.inSteps(plan);
  return [...byNoun].flatMap(([noun, [rows = [], ...others]]) => {
    if (rows.length < fewest || others.length > 0 || rows[0]!.number !== '1') return [];
    if (named.some(({ label }) => label === noun || label.endsWith(` ${noun}`))) return [];
    const markers = rows.map(({ start, end, written }) => ({ start, end, text: written, node: null }));
    return [{ noun, rows, series: toSeries('task', markers) }];
  });
});

const labels: ReadonlySet<string> = new Set(
  languages.flatMap(({ outline }) =>
    Object.entries(outline.labels).flatMap(([label, kind]) => (kind === 'task' || kind === 'measure' ? [label] : [])),
  ),
);

/** What the column of the rows' titles is headed by, behind a column of numbers. */
function nounOf({ headers: [first = '', second = ''] }: Grid): string | null {
  if (!/^(?:no\.?|nr\.?|n[°º]|#|number|번호|연번|순번|№)$/i.test(first.trim())) return null;
  const noun = singular(second.trim().toLowerCase());
  return labels.has(noun) ? noun : null;
}

/** The rows with a number, totals left out; none where a row has another mark. */
function rowsOf(grid: Grid, label: string): Target[] {
  const found: Target[] = [];
  for (const { cells } of writtenRows(grid)) {
    const [cell, title] = [0, 1].map((column) => cells.find((one) => one.column === column));
    const text = cell?.reading.text ?? '';
    if (text.trim() === '') continue;
    const number = /^\s*(\d{1,2})\.?\s*$/.exec(text)?.[1];
    if (cell === undefined || number === undefined) return [];
    const at = text.indexOf(number);
    const span = sourceSpan(cell.reading, at, at + number.length);
    found.push({
      ...span,
      label,
      number: String(Number(number)),
      written: number,
      numberSpan: span,
      title: title?.reading.text ?? '',
      block: grid.index,
      kind: 'task',
    });
  }
  return found;
}
