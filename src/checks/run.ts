import { diagnose, type Claim, type Diagnosis } from '../ledger/diagnose';
import { termsOf } from '../ledger/claim';
import type { PlanFacts } from '../plan';
import { byStart, type Span } from '../text/span';
import { gather } from '../text/gather';
import { SpanIndex } from '../text/span-index';
import { filtered, flatMapped, mayRest, rests, type Steps } from '../text/steps';
import { isClaimant, type Check, type Draft, type Finding, type Severity, type Stated, type Translate } from './check';
import { acceptances, accepts } from './directives';
import { homesOf } from './home';
import { look, type Found } from './looks';
import { draftOf, scaleCode } from './proof';
import { unusedDirective, unusedDirectives } from './unused-directive';

/** A check that threw: a defect of ours, named so that it can be told. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

const failureOf = (code: string, error: unknown): Failure => ({
  code,
  message: error instanceof Error ? error.message : String(error),
});

/** What all checks together said. */
export interface Checked {
  readonly findings: Finding[];
  readonly accepted: Finding[];
  /** Where the figures stand that a check set against others, by an equation that the plan states. */
  readonly compared: Span[];
  readonly failures: Failure[];
}

/** A stated equation and the check that states it. */
export interface CheckedClaim extends Claim, Stated {}

/**
 * The findings of all checks that the settings leave on, in order of start; those that the document or the settings
 * accept as they stand; and the checks that failed.
 *
 * 1. Finders look for what is wrong by itself.
 * 2. Claimants tell the equations that the plan states; those that fail are diagnosed together, so that one wrong
 *    figure gives one finding, at its root, under the first of the codes concerned.
 * 3. Of two findings on the same words the earlier check's stands.
 * 4. What the document or the settings accept is taken out; a directive that silenced nothing is reported.
 *
 * What checks find in passages by themselves is kept over an edit: `before` is the plan before it, checked too.
 *
 * It may be put down after every check and every few passages: see `text/steps.ts`.
 */
export function* runChecks(
  facts: PlanFacts,
  checks: readonly Check[],
  t: Translate,
  before?: PlanFacts,
): Steps<Checked> {
  const failures: Failure[] = [];
  if (facts.options.plan === false) return { findings: [], accepted: [], compared: [], failures };
  const severityOf = (check: Check): Severity | 'off' =>
    facts.options.checks?.[check.code] ?? (check.off ? 'off' : check.severity);
  const byCode = new Map(checks.map((check, order) => [check.code, { check, order }]));

  const placed: Placed[] = [];
  const place = (check: Check, draft: Draft): void => {
    const set = severityOf(check);
    if (set !== 'off')
      placed.push({
        order: byCode.get(check.code)?.order ?? checks.length,
        draft,
        finding: findingOf(check, set, draft),
      });
  };
  const claims: CheckedClaim[] = [];
  const isOn = (check: Check): boolean => isClaimant(check) || severityOf(check) !== 'off';
  yield* homesOf(facts, before);
  yield;
  const inPassages = new Map<Check, Found[]>();
  for (const found of yield* look(facts, checks.filter(isOn), t)) gather(inPassages, found.check, found);
  for (const check of checks) {
    for (const found of inPassages.get(check) ?? []) {
      if ('draft' in found) place(check, found.draft);
      else if ('stated' in found) claims.push({ code: check.code, ...found.stated });
      else if (!failures.some(({ code }) => code === check.code)) failures.push(failureOf(check.code, found.error));
    }
    try {
      if (isClaimant(check))
        for (const stated of check.claims?.(facts) ?? []) {
          if (stated !== undefined) claims.push({ code: check.code, ...stated });
          if (stated === undefined || mayRest(claims.length)) yield;
        }
      else if (severityOf(check) !== 'off')
        for (const draft of check.find?.(facts, t) ?? []) {
          if (draft !== undefined) place(check, draft);
          yield;
        }
    } catch (error) {
      failures.push(failureOf(check.code, error));
    }
    yield;
  }

  const explained = new SpanIndex<true>();
  for (const { draft } of placed) for (const span of draft.explains ?? []) explained.add(span, true);
  const isExplained = (claim: Claim): boolean =>
    termsOf(claim.equation).some((term) => explained.touches(term, () => true));
  const open = yield* filtered(claims, (claim) => !isExplained(claim));
  for (const diagnosis of yield* diagnosed(open, failures)) {
    yield;
    for (const code of codesOf(diagnosis)) {
      const check = byCode.get(code)?.check;
      if (check === undefined || severityOf(check) === 'off') continue;
      place(check, draftOf(diagnosis, facts, t));
      break;
    }
  }

  const findings = yield* withoutRepeats(placed);
  const accepting = acceptances(facts);
  yield;
  const used = new Set<number>();
  const left = yield* filtered(findings, (finding) => {
    const by = accepting.flatMap((acceptance, index) => (accepts(acceptance, finding, facts.source) ? [index] : []));
    for (const index of by) used.add(index);
    return by.length === 0;
  });
  const set = severityOf(unusedDirective);
  if (set !== 'off' && byCode.has(unusedDirective.code)) {
    const isOff = (code: string): boolean => {
      const check = byCode.get(code)?.check;
      return check !== undefined && severityOf(check) === 'off';
    };
    const unused = accepting.filter((_, index) => !used.has(index));
    for (const draft of unusedDirectives(unused, isOff, t)) left.push(findingOf(unusedDirective, set, draft));
  }
  const reported = new Set(left);
  const accepted = findings.filter((finding) => !reported.has(finding));
  const compared = yield* flatMapped(claims, ({ equation }) =>
    termsOf(equation).map(({ start, end }) => ({ start, end })),
  );
  return { findings: left.sort(byStart), accepted: accepted.sort(byStart), compared, failures };
}

interface Placed {
  readonly order: number;
  readonly draft: Draft;
  readonly finding: Finding;
}

function* diagnosed(claims: readonly CheckedClaim[], failures: Failure[]): Steps<Diagnosis<CheckedClaim>[]> {
  try {
    return (yield* diagnose(claims)).map((diagnosis) => ({
      ...diagnosis,
      failing: [...diagnosis.failing].sort((a, b) => Number(a.aside ?? false) - Number(b.aside ?? false)),
    }));
  } catch (error) {
    failures.push(failureOf('ledger', error));
    return [];
  }
}

/** The codes under which a diagnosis may be reported, first choice first. */
const codesOf = (diagnosis: Diagnosis<CheckedClaim>): string[] => [
  ...(scaleCode(diagnosis) === null ? [] : [scaleCode(diagnosis)!]),
  ...diagnosis.failing.map((claim) => claim.code),
];

function findingOf(check: Check, set: Severity, draft: Draft): Finding {
  return {
    code: check.code,
    severity: draft.severity === undefined ? set : weaker(set, draft.severity),
    message: draft.message,
    start: draft.start,
    end: draft.end,
    related: draft.related ?? [],
    fixes: draft.fixes ?? [],
    data: draft.data ?? {},
  };
}

const strength: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

const weaker = (a: Severity, b: Severity): Severity => (strength[a] < strength[b] ? a : b);

/** Drops a finding on words that an earlier check, no weaker, has already accused. */
function* withoutRepeats(placed: readonly Placed[]): Steps<Finding[]> {
  const kept: Finding[] = [];
  const covered = new SpanIndex<Placed>();
  const rest = rests();
  for (const next of [...placed].sort((a, b) => a.order - b.order)) {
    if (rest()) yield;
    const accuses = (one: Placed): boolean =>
      one.order !== next.order && strength[one.finding.severity] >= strength[next.finding.severity];
    if (covered.touches(next.finding, accuses)) continue;
    kept.push(next.finding);
    for (const span of [next.finding, ...(next.draft.covers ?? [])]) covered.add(span, next);
  }
  return kept;
}
