import { mayRest, type Steps } from '../text/steps';
import type { Figure } from './figure';

/**
 * Whether a figure is another one, `by` code units further on: all of it but its node, and the index of its block. A year
 * that comes from elsewhere must stand as far off as before.
 */
export const isMovedFigure = (before: Figure, figure: Figure, by: number): boolean =>
  before === figure ? by === 0 : isMoved(before as unknown as Data, figure as unknown as Data, by);

/**
 * The figures with the node that each stands in. Those of which nothing changed since `before` an edit are the same
 * objects as then, and need not be compared again.
 */
export function* placeFigures(
  figures: readonly Figure[],
  pathOf: (offset: number) => Figure['node'],
  before: readonly Figure[] = [],
): Steps<readonly Figure[]> {
  const placed = new Array<Figure>(figures.length);
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at]!;
    const known = before[at];
    const node = pathOf(figure.start);
    placed[at] = known !== undefined && isSame(known, figure, node) ? known : { ...figure, node };
    if (mayRest(at)) yield;
  }
  return placed;
}

const isSame = (before: Figure, figure: Figure, node: Figure['node']): boolean =>
  before.start === figure.start &&
  before.block === figure.block &&
  samePath(before.node, node) &&
  isMovedFigure(before, figure, 0);

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
