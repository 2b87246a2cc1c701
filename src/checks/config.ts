import type { AnalyseOptions } from '../plan';
import type { Check, Severity } from './check';

/** What `.planlintrc.json` and the editor's settings may say of checks. */
export type CheckSettings = Required<Pick<AnalyseOptions, 'checks' | 'ignore'>>;

export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * Reads settings that came as JSON. What is wrong with them is told in sentences that name the way out, and the rest
 * still holds.
 */
export function readCheckSettings(
  value: unknown,
  checks: readonly Check[],
): { settings: CheckSettings; problems: readonly string[] } {
  const problems: string[] = [];
  const settings: { checks: Record<string, Severity | 'off'>; ignore: { code: string; text: string }[] } = {
    checks: {},
    ignore: [],
  };
  const known = new Set(checks.map((check) => check.code));
  const object = isObject(value) ? value : {};
  if (value !== undefined && !isObject(value)) problems.push('Settings must be an object, such as {"checks": {}}');

  if (object.checks !== undefined && !isObject(object.checks)) {
    problems.push('"checks" must be an object, such as {"table-total": "warning"}');
  } else {
    for (const [code, severity] of Object.entries(object.checks ?? {})) {
      if (!known.has(code)) problems.push(`There is no check "${code}"${nearest(code, known)}`);
      else if (severity === 'off' || severities.includes(severity as Severity)) {
        settings.checks[code] = severity as Severity | 'off';
      } else problems.push(`"${code}" must be one of ${[...severities, 'off'].map((one) => `"${one}"`).join(', ')}`);
    }
  }

  if (object.ignore !== undefined && !Array.isArray(object.ignore)) {
    problems.push('"ignore" must be a list, such as [{"code": "stale-year", "text": "2023 survey"}]');
  } else {
    for (const entry of (object.ignore as readonly unknown[] | undefined) ?? []) {
      const { code, text } = isObject(entry) ? entry : {};
      if (typeof code !== 'string' || typeof text !== 'string') {
        problems.push(
          'An "ignore" entry needs "code" and "text", such as {"code": "stale-year", "text": "2023 survey"}',
        );
      } else if (code !== '*' && !known.has(code)) {
        problems.push(`There is no check "${code}"${nearest(code, known)}`);
      } else settings.ignore.push({ code, text });
    }
  }
  return { settings, problems };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** ` (did you mean "…"?)` where one known code shares a word with the unknown one; else nothing. */
function nearest(code: string, known: ReadonlySet<string>): string {
  const words = code.toLowerCase().split('-');
  const best = [...known]
    .map((candidate) => ({ candidate, shared: candidate.split('-').filter((word) => words.includes(word)).length }))
    .sort((a, b) => b.shared - a.shared)[0];
  return best !== undefined && best.shared > 0 ? ` (did you mean "${best.candidate}"?)` : '';
}
