import { mayRest, type Steps } from '../text/steps';
import type { Figure } from './figure';

/**
 * Whether a figure is another one, `by` code units further on: all of it but its node, and the index of its block. A year
 * that comes from elsewhere must stand as far off as before.
 */
export const isMovedFigure = (before: Figure, figure: Figure, by: number): boolean =>
  before === figure ? by === 0 : isMoved(before as unknown as Data, figure as unknown as Data, by);

/**
 * The figures of an edited document as those before the edit, as far as nothing of them changed: from the first on. What
 * is the same object need not be compared again.
 */
export function* keepFigures(figures: readonly Figure[], before: readonly Figure[]): Steps<readonly Figure[]> {
  let same = 0;
  while (same < figures.length && same < before.length && isSame(before[same]!, figures[same]!))
    if (mayRest(++same)) yield;
  return same === 0 ? figures : [...before.slice(0, same), ...figures.slice(same)];
}

const isSame = (before: Figure, figure: Figure): boolean =>
  before.block === figure.block && samePath(before.node, figure.node) && isMovedFigure(before, figure, 0);

const samePath = (a: Figure['node'], b: Figure['node']): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((step, at) => step === b[at]));

/** Plain data: the values of figures, and the objects and lists of them. */
type Data = Readonly<Record<string, unknown>>;

function isMoved(before: Data, now: Data, by: number): boolean {
  for (const field in before) {
    const a = before[field];
    const b = now[field];
    if (field === 'start' || field === 'end') {
      if ((b as number) - (a as number) !== by) return false;
    } else if (a !== b && field !== 'node' && field !== 'block') {
      if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
      if (!isMoved(a as Data, b as Data, by)) return false;
    }
  }
  for (const field in now) if (!(field in before)) return false;
  return true;
}
