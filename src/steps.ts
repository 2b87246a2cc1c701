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
