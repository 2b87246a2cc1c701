import { mayRest, type Steps } from './steps';

/**
 * Goes through two versions of a list from both ends, as far as `keep` takes the item `from` the one for the item `to` of
 * the other: from the first on, and from the last back. What is left in the middle is `[first, last)` of the second.
 */
export function* fromBothEnds(
  before: number,
  now: number,
  keep: (from: number, to: number) => boolean,
): Steps<{ readonly first: number; readonly last: number }> {
  let first = 0;
  let last = now;
  let lastBefore = before;
  while (first < last && first < lastBefore && keep(first, first)) if (mayRest(++first)) yield;
  while (last > first && lastBefore > first && keep(lastBefore - 1, last - 1)) {
    last--;
    lastBefore--;
    if (mayRest(last)) yield;
  }
  return { first, last };
}
