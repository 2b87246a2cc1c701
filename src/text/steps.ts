/**
 * Work that may be put down and taken up again: it yields wherever the thread may turn to something else, and returns
 * its result at the end. What it has made so far is lost when nobody takes it up.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** All the work at one go. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Items of a list that are gone through between two places where work on them may be put down. */
const stretch = 32;

/** Whether work on a list of many small items may be put down at the one with this index. */
export const mayRest = (index: number): boolean => index % stretch === 0;
