import { movedEquation } from '../ledger/claim';
import type { PlanFacts } from '../plan';
import { shift, type Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import { isClaimant, type Check, type Draft, type Fix, type Stated, type Translate } from './check';
import { homesOf, type Home } from './home';
import { passagesByBlock, type Passage } from './passage';

/** What one check found in one passage, or how it failed there. */
export type Found = { readonly check: Check } & (
  { readonly draft: Draft } | { readonly stated: Stated } | { readonly error: unknown }
);

/** What was found in the passages of a home, in their own place, by these checks, in this language. */
interface Looked {
  readonly checks: readonly Check[];
  readonly messages: PlanFacts['options']['messages'];
  readonly found: readonly Found[];
}

const known = new WeakMap<Home, Looked>();

/**
 * What the checks find in each passage by itself, in order of the passages. A passage that reads and holds the same as
 * before an edit is not looked at again.
 */
export function* look(plan: PlanFacts, checks: readonly Check[], t: Translate): Steps<Found[]> {
  const local = checks.filter((check) => (isClaimant(check) ? check.claimsIn : check.findIn) !== undefined);
  const { messages } = plan.options;
  const all: Found[] = [];
  const emptyHanded: Looked = { checks: local, messages, found: nothing };
  const lookedWith = (found: readonly Found[]): Looked =>
    found === nothing ? emptyHanded : { checks: local, messages, found };
  const homes = yield* homesOf(plan);
  const passages = yield* passagesByBlock.inSteps(plan);
  for (let at = 0; at < homes.length; at++) {
    const home = homes[at]!;
    const by = plan.blocks[at]!.start - home.block.start;
    const own = passages[at]!;
    if (own.length === 0) continue;
    const before = known.get(home);
    const isKept = before !== undefined && before.messages === messages && areSame(before.checks, local);
    const looked = isKept ? before : lookedWith(foundIn(own, local, plan, t));
    for (const found of looked.found) all.push(moved(found, by));
    if (!isKept) known.set(home, looked);
    if (!isKept || mayRest(at)) yield;
  }
  return all;
}

const areSame = (a: readonly Check[], b: readonly Check[]): boolean =>
  a.length === b.length && a.every((check, at) => check === b[at]);

/** What the checks find in the passages; mostly nothing, which takes no room. */
function foundIn(...args: Parameters<typeof lookAt>): readonly Found[] {
  const found = [...lookAt(...args)];
  return found.length === 0 ? nothing : found;
}

const nothing: readonly Found[] = [];

function* lookAt(
  passages: readonly Passage[],
  checks: readonly Check[],
  plan: PlanFacts,
  t: Translate,
): Iterable<Found> {
  for (const check of checks) {
    try {
      for (const passage of passages) {
        if (isClaimant(check)) for (const stated of check.claimsIn!(passage, plan)) yield { check, stated };
        else for (const draft of check.findIn!(passage, plan, t)) yield { check, draft };
      }
    } catch (error) {
      yield { check, error };
    }
  }
}

/** The same, `by` code units further on. */
function moved(found: Found, by: number): Found {
  if (by === 0 || 'error' in found) return found;
  return 'draft' in found
    ? { check: found.check, draft: movedDraft(found.draft, by) }
    : { check: found.check, stated: movedStated(found.stated, by) };
}

const movedAll = <T extends Span>(spans: readonly T[], by: number): T[] => spans.map((span) => shift(span, by));

const movedFix = (fix: Fix, by: number): Fix => ({ ...fix, edits: movedAll(fix.edits, by) });

function movedDraft(draft: Draft, by: number): Draft {
  const { related, fixes, explains, covers } = draft;
  return {
    ...shift(draft, by),
    ...(related && { related: movedAll(related, by) }),
    ...(fixes && { fixes: fixes.map((fix) => movedFix(fix, by)) }),
    ...(explains && { explains: movedAll(explains, by) }),
    ...(covers && { covers: movedAll(covers, by) }),
  };
}

const movedStated = (stated: Stated, by: number): Stated => ({
  ...stated,
  equation: movedEquation(stated.equation, by),
  ...(stated.otherFixes && { otherFixes: (t: Translate) => stated.otherFixes!(t).map((fix) => movedFix(fix, by)) }),
});
