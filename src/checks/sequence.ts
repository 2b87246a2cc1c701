/**
 * Where a series of written numbers leaves the count, told so that one slip of the pen is one slip here.
 *
 * - `wrong`   one number (or two that changed places) stands out and the count goes on after it: 1 2 **2** 4 · 1 **3 2** 4
 * - `gap`     numbers are missing and the count goes on from there: 1 2 **4** 5
 * - `repeat`  a number comes again and the count goes on from there: 1 2 **2** 3
 * - `start`   the series does not begin at its start: **2** 3 4
 */
export interface Slip {
  readonly kind: 'wrong' | 'gap' | 'repeat' | 'start';
  /** Indices of the members that stand out, `[first, last]` inclusive. */
  readonly at: readonly [number, number];
  /** What the first of them would be if the count went on. */
  readonly expected: number;
}

/** The slips of a series, in order; empty when it counts on from `start` without a fault. */
export function slips(values: readonly number[], start = 1): Slip[] {
  const found: Slip[] = [];
  const offset = (index: number): number => values[index]! - index;
  let current = start;
  for (let i = 0; i < values.length; i++) {
    if (offset(i) === current) continue;
    const back = returns(values, i, current);
    const expected = current + i;
    if (back !== null) {
      found.push({ kind: 'wrong', at: [i, back - 1], expected });
      i = back - 1;
      continue;
    }
    found.push({ kind: i === 0 ? 'start' : offset(i) > current ? 'gap' : 'repeat', at: [i, i], expected });
    current = offset(i);
  }
  return found;
}

/**
 * The index at which the count is picked up again as if nothing had happened, or null. At most three members may stand
 * out, and the count must go on for at least as many members as stood out, or to the end.
 */
function returns(values: readonly number[], from: number, current: number): number | null {
  for (let j = from + 1; j <= from + 3 && j < values.length; j++) {
    if (values[j]! - j !== current) continue;
    const stray = j - from;
    // Two or three members that count on by themselves are a second count, not slips of the pen.
    if (stray > 1 && consecutive(values, from, j) && values.length - j < stray) return null;
    return j;
  }
  return null;
}

const consecutive = (values: readonly number[], from: number, to: number): boolean =>
  values.slice(from + 1, to).every((value, k) => value === values[from + k]! + 1);

/** The values that the series would have if every member counted on from `start`. */
export const counted = (length: number, start = 1): number[] => Array.from({ length }, (_, index) => start + index);
