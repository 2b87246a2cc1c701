import { gather } from '../text/gather';
import { once } from '../text/once';
import type { Part } from './part';

/** A tree of parts by index: each part's parent, or null at the top. */
export type Parents = readonly (number | null)[];

/** The parts that stand right under each. */
export const childrenOf = once((parents: Parents) => {
  const children = new Map<number, number[]>();
  parents.forEach((parent, index) => {
    if (parent !== null) gather(children, parent, index);
  });
  return children;
});

/** Whether other parts stand under the one with that index. */
export const holdsParts = (parents: Parents, index: number): boolean => childrenOf(parents).has(index);

/** The members of a series by the part that they stand under. */
export function runsOf(members: readonly number[], parents: Parents): number[][] {
  const runs = new Map<number | null, number[]>();
  for (const index of members) gather(runs, parents[index] ?? null, index);
  return [...runs.values()];
}

/** Members of each numbered series that can carry a plan, by its key. */
export function seriesOf(parts: readonly Part[]): Map<string, number[]> {
  const bySeries = new Map<string, number[]>();
  parts.forEach((part, index) => {
    if (part.marker === null || part.echo || part.marker.style === 'bullet' || part.marker.hint === 'section') return;
    gather(bySeries, part.series, index);
  });
  return bySeries;
}

/** Whether a part bears a numeral: `1.`, `Ⅱ.`, `(a)`. */
export const isNumeral = ({ marker }: Part): boolean =>
  marker !== null && !['word', 'phrase', 'cardinal', 'label', 'bare', 'bullet'].includes(marker.style);

/** Whether words name a part: `Task 3`, `Strategy:`, `The first aim is`. */
export const isLabel = ({ marker }: Part): boolean =>
  marker !== null && (marker.style === 'label' || marker.style === 'bare' || marker.style === 'phrase');
