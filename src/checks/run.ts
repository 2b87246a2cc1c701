import { byStart } from '../text/span';
import type { PlanFacts } from '../plan';
import type { Check, Finding, Translate } from './check';

/** The findings of all checks that the settings leave on, in order of start, and the checks that failed. */
export function runChecks(
  facts: PlanFacts,
  checks: readonly Check[],
  t: Translate,
): { findings: Finding[]; failures: { code: string; message: string }[] } {
  const findings: Finding[] = [];
  const failures: { code: string; message: string }[] = [];
  for (const check of checks) {
    const set = facts.options.checks?.[check.code] ?? (check.off ? 'off' : check.severity);
    if (set === 'off') continue;
    try {
      for (const draft of check.find(facts, t)) {
        findings.push({
          code: check.code,
          severity: draft.severity ?? set,
          message: draft.message,
          start: draft.start,
          end: draft.end,
          related: draft.related ?? [],
          fixes: draft.fixes ?? [],
          data: draft.data ?? {},
        });
      }
    } catch (error) {
      failures.push({ code: check.code, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { findings: findings.sort(byStart), failures };
}
