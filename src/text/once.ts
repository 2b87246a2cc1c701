import { finish, type Steps } from './steps';

/** What several passes read of a block, a table, a plan is worked out when the first of them asks, and kept with it. */
export function once<K extends object, T extends object>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = work(of)));
    return found;
  };
}

/** What is costly to make and seldom needed: made when it is first asked for. */
export function onceAsked<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Long work that is done once: at one go by who asks for its result, in steps by who asks so. */
export interface OnceInSteps<K, T> {
  (of: K): T;
  inSteps(of: K): Steps<T>;
}

/** As `once`, where a whole plan is gone through. */
export function onceInSteps<K extends object, T extends object>(work: (of: K) => Steps<T>): OnceInSteps<K, T> {
  const known = new WeakMap<K, T>();
  function* inSteps(of: K): Steps<T> {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = yield* work(of)));
    return found;
  }
  return Object.assign((of: K): T => known.get(of) ?? finish(inSteps(of)), { inSteps });
}
