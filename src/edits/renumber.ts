import type { Reference } from '../outline/reference';
import { overlaps } from '../text/span';
import type { Edit } from './edit';
import { readOrdinal, writeOrdinal, type Written } from './ordinal';

/** A number of a series, its span in the source, and what it is to become. */
export interface Renumbered {
  readonly number: Written;
  readonly to: number;
}

/**
 * The edits that write new numbers into a series, each in its own hand, and into the references that name a member by
 * its old number. Give the whole series, also what stays: a reference follows only where its old number stood once,
 * because of two members called `Task 7` nobody can tell which was meant. Null where a hand cannot write a number.
 */
export function renumber(
  series: readonly Renumbered[],
  references: readonly Pick<Reference, 'written' | 'numberSpan'>[] = [],
): Edit[] | null {
  const edits: Edit[] = [];
  const moved = new Map<number, number>();
  const often = new Map<number, number>();
  for (const { number, to } of series) {
    often.set(number.value, (often.get(number.value) ?? 0) + 1);
    if (number.value === to) continue;
    const newText = writeOrdinal(to, number);
    if (newText === null) return null;
    edits.push({ start: number.start, end: number.end, newText });
    moved.set(number.value, to);
  }
  for (const { written, numberSpan } of references) {
    const number = readOrdinal(written)[0];
    const to = number === undefined ? undefined : moved.get(number.value);
    if (number === undefined || to === undefined || often.get(number.value) !== 1) continue;
    const newText = writeOrdinal(to, number);
    if (newText !== null && !edits.some((edit) => overlaps(edit, numberSpan)))
      edits.push({ start: numberSpan.start, end: numberSpan.end, newText });
  }
  return edits.sort((a, b) => a.start - b.start);
}
