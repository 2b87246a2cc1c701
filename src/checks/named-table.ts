import { captionsOf } from '../outline/caption';
import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import type { Counted } from './counted';
import { totalKind, writtenRows, type Grid } from './grid';
import type { Passage } from './passage';

/** The tables by the label and number of their captions, in lower case: `table 2`. Those that bear the same are left out. */
export function* tablesByName(
  { blocks }: PlanFacts,
  grids: ReadonlyMap<number, Grid>,
): Steps<ReadonlyMap<string, Grid>> {
  const found = new Map<string, Grid | null>();
  for (const { label, number, block } of yield* captionsOf.inSteps(blocks)) {
    const name = `${label} ${number}`.toLowerCase();
    // A unit line may stand between the caption and its table.
    const grid = grids.get(block + 1) ?? (blocks[block + 1]?.table ? undefined : grids.get(block + 2));
    found.set(name, found.has(name) ? null : (grid ?? null));
  }
  return new Map([...found].flatMap(([name, grid]) => (grid === null ? [] : [[name, grid] as const])));
}

/**
 * The rows of the table that a count names, totals left out: `the five measures in Table 2`, `the six projects listed in
 * Table C1`. Nothing where the table has parts within parts, or rows without a label.
 */
export function rowsOfNamedTable(
  { text }: Passage,
  { end }: Counted,
  tables: ReadonlyMap<string, Grid>,
): readonly Span[] {
  const name =
    /^,? (?:\(?(?:see|as|which are) )?(?:(?:listed|shown|set out|given|named|described) )?(?:in|of) ([Tt]able [A-H]?\d{1,2})(?![\w.]*\w)/.exec(
      text.slice(end, end + 50),
    )?.[1];
  const grid = name === undefined ? undefined : tables.get(name.toLowerCase());
  if (grid === undefined) return [];
  const isPlain = grid.rows.every(
    ({ label, bold }) =>
      label !== '' &&
      totalKind(label) !== 'subtotal' &&
      (!bold || totalKind(label) === 'total') &&
      !/^of which\b/i.test(label),
  );
  const counted = writtenRows(grid).filter((_, at) => totalKind(grid.rows[at]!.label) === null);
  return isPlain ? counted.map(({ start, end: until }) => ({ start, end: until })) : [];
}
