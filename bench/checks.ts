import { checks } from '../src/checks/index';
import { isClaimant, type Check } from '../src/checks/check';
import { runChecks } from '../src/checks/run';
import type { Plan } from '../src/plan';
import { finish } from '../src/text/steps';

/** Milliseconds that each check takes on a plan, the slowest first; what several share counts for the first that asks. */
export function timePerCheck(plan: Plan, runs = 3): [code: string, time: number][] {
  const least = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    // A fresh object: what checks keep of a plan is kept with it.
    for (const [code, time] of timesOf({ ...plan })) least.set(code, Math.min(least.get(code) ?? Infinity, time));
  }
  return [...least].sort((a, b) => b[1] - a[1]);
}

function timesOf(plan: Plan): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const timed = <T>(code: string, said: () => Iterable<T>): T[] => {
    const from = performance.now();
    const all = [...said()];
    times.set(code, (times.get(code) ?? 0) + performance.now() - from);
    return all;
  };
  const watched = checks.map((check): Check => {
    const { code } = check;
    if (isClaimant(check)) {
      const { claims, claimsIn } = check;
      return {
        ...check,
        ...(claims && { claims: (facts) => timed(code, () => claims(facts)) }),
        ...(claimsIn && { claimsIn: (passage, facts) => timed(code, () => claimsIn(passage, facts)) }),
      };
    }
    const { find, findIn } = check;
    return {
      ...check,
      ...(find && { find: (facts, t) => timed(code, () => find(facts, t)) }),
      ...(findIn && { findIn: (passage, facts, t) => timed(code, () => findIn(passage, facts, t)) }),
    };
  });
  finish(runChecks(plan, watched, (template) => template));
  return times;
}
