import { holds, type Part } from '../ledger/claim';
import type { Grid, GridRow } from './grid';
import type { TableSum } from './table-sums';

/** The rows that a label names as what it is made of, in the order in which readings are tried. */
type Reading = readonly { readonly at: number; readonly sign: 1 | -1 }[];

/**
 * Rows whose label says what they are made of, in the numbers or letters that the rows bear: `5. Revenue (1 to 4)`,
 * `Total receipts (A+B)`, `Net = 3 − 4`. Of several readings (`1-4` is a span or a difference) the one stands under
 * which most columns hold; where none holds in any column nothing is said.
 */
export function* formulaSums({ rows }: Grid): Iterable<TableSum> {
  const places = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const id = idOf(row);
    if (id !== null && !places.has(id)) places.set(id, at);
  }
  if (places.size < 2) return;
  for (const row of rows) {
    const formula = formulaIn(row.label);
    if (formula === null) continue;
    let best: { sums: TableSum[]; held: number } | null = null;
    for (const reading of readingsOf(formula, places)) {
      const sums = sumsOf(rows, row, reading);
      const held = sums.filter(({ total, parts }) => holds({ kind: 'sum', total, parts })).length;
      if (held > 0 && held * 2 >= sums.length && (best === null || held > best.held)) best = { sums, held };
    }
    if (best !== null) yield* best.sums;
  }
}

const idOf = (row: GridRow): string | null =>
  /^\(?([A-Z]|\d{1,2})[.)]\s/i.exec(row.label)?.[1]?.toUpperCase() ??
  /^\(?([A-Z]|\d{1,2})\)?\.?$/.exec(row.cells[0]?.text ?? '')?.[1]?.toUpperCase() ??
  null;

const formulaIn = (label: string): string | null =>
  /(?:[([]\s?=?|=)\s?((?:[A-Za-z]|\d{1,2})(?:\s?(?:\+|−|–|-|to|and|,)\s?(?:[A-Za-z]|\d{1,2})){1,9})\s?[)\]]?$/.exec(
    label,
  )?.[1] ?? null;

function* readingsOf(formula: string, places: ReadonlyMap<string, number>): Iterable<Reading> {
  const ids = formula.match(/\b(?:[A-Z]|\d{1,2})\b/gi) ?? [];
  const joints = formula
    .split(/\b(?:[A-Z]|\d{1,2})\b/gi)
    .slice(1, -1)
    .map((joint) => joint.trim());
  const at = ids.map((id) => places.get(id.toUpperCase()));
  if (at.length < 2 || joints.length !== at.length - 1 || at.some((place) => place === undefined)) return;
  const known = at as number[];
  if (joints.every((joint) => joint !== 'to'))
    yield known.map((place, index) => ({ at: place, sign: index > 0 && /[−–-]/.test(joints[index - 1]!) ? -1 : 1 }));
  const [first, last] = known;
  if (known.length === 2 && /^(?:to|–|-)$/.test(joints[0]!) && last! > first!)
    yield Array.from({ length: last! - first! + 1 }, (_, index) => ({ at: first! + index, sign: 1 as const }));
}

const sumsOf = (rows: readonly GridRow[], row: GridRow, reading: Reading): TableSum[] =>
  row.cells.flatMap((cell, column): TableSum[] => {
    const parts = reading.flatMap(({ at, sign }): Part[] => {
      const term = rows[at]!.cells[column]?.term;
      return term && rows[at] !== row ? [{ term, sign }] : [];
    });
    return cell?.term && cell.kind !== 'percent' && parts.length === reading.length
      ? [{ total: cell.term, parts, along: 'column' }]
      : [];
  });
