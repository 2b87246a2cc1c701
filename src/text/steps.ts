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

/** The same for a loop without an index: true once in so many times. */
export function rests(): () => boolean {
  let times = 0;
  return () => mayRest(++times);
}

/** Items told one by one, and undefined wherever the work may be put down. */
export type InTurns<Item> = Iterable<Item | undefined>;

/** All of them in a list. */
export function* gathered<Item>(told: InTurns<Item>): Steps<Item[]> {
  const all: Item[] = [];
  for (const item of told) {
    if (item === undefined) yield;
    else all.push(item);
  }
  return all;
}

/** Those of a long list that pass a test. */
export function* filtered<Item>(list: readonly Item[], test: (item: Item) => boolean): Steps<Item[]> {
  const passed: Item[] = [];
  for (let at = 0; at < list.length; at++) {
    if (test(list[at]!)) passed.push(list[at]!);
    if (mayRest(at)) yield;
  }
  return passed;
}

/** What each of a long list gives, all in one. */
export function* flatMapped<Item, Given>(
  list: readonly Item[],
  give: (item: Item, at: number) => readonly Given[],
): Steps<Given[]> {
  const all: Given[] = [];
  for (let at = 0; at < list.length; at++) {
    for (const given of give(list[at]!, at)) all.push(given);
    if (mayRest(at)) yield;
  }
  return all;
}
