import type { Severity, Translate } from './checks/check';
import { nearest } from './nearest';

/** What a `.planlintrc.json` may say. Absent: not decided here. */
export interface Settings {
  /** Severity a code, or `off`. */
  readonly checks?: Readonly<Record<string, Severity | 'off'>>;
  /** Findings of `code` (`*`: of any) whose text contains `text` are accepted as they stand. */
  readonly ignore?: readonly { readonly code: string; readonly text: string }[];
  /** The plans' reference year. */
  readonly year?: number;
  /** ISO 639-1, or `auto`. */
  readonly language?: string;
  /** ISO 3166: what a bare `$`, `rupees` or `francs` means, and when the fiscal year starts. */
  readonly region?: string;
  /** The least severity that fails a run of the command line; `never` fails none. */
  readonly failOn?: Severity | 'never';
  /** More warnings than this fail a run of the command line. */
  readonly maxWarnings?: number;
}

/** One mistake in the settings; `path` leads to it from the root: `['checks', 'tabel-total']`. */
export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  /** Whether the key itself is wrong, rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
}

export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
export const languages: readonly string[] = ['en', 'ko', 'ja', 'auto'];

/**
 * Reads parsed JSON as settings. What is right is taken, what is wrong is told, one sentence a mistake.
 * `codes` are the codes of all checks.
 */
export function readSettings(
  value: unknown,
  codes: readonly string[],
  t: Translate,
): { settings: Settings; problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  if (!isRecord(value)) {
    problems.push({ path: [], atKey: false, message: t('The settings must be an object: { … }.') });
    return { settings: {}, problems };
  }
  const settings: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '$schema') continue;
    const read = Object.hasOwn(readers, key) ? readers[key as keyof Settings] : undefined;
    const wrong = (message: string, path: readonly (string | number)[] = [], atKey = false): undefined => {
      problems.push({ path: [key, ...path], atKey, message });
    };
    if (read === undefined) {
      wrong(unknownName(t('There is no setting “{0}”.', key), key, Object.keys(readers), t), [], true);
      continue;
    }
    const taken = read(item, { codes, t, wrong });
    if (taken !== undefined) settings[key] = taken;
  }
  return { settings, problems };
}

/** `sentence`, with the name that was probably meant, if there is one. */
export function unknownName(sentence: string, name: string, known: Iterable<string>, t: Translate): string {
  const meant = nearest(name, known);
  return meant === undefined ? sentence : `${sentence} ${t('Did you mean “{0}”?', meant)}`;
}

interface Around {
  readonly codes: readonly string[];
  readonly t: Translate;
  /** Tells a mistake, at `path` below the setting; gives undefined. */
  readonly wrong: (message: string, path?: readonly (string | number)[], atKey?: boolean) => undefined;
}

const readers: { readonly [K in keyof Settings]-?: (value: unknown, around: Around) => Settings[K] | undefined } = {
  checks(value, { codes, t, wrong }) {
    if (!isRecord(value)) return wrong(t('“checks” must be an object of codes and severities.'));
    const taken: Record<string, Severity | 'off'> = {};
    for (const [code, severity] of Object.entries(value)) {
      if (!codes.includes(code)) wrong(unknownName(t('There is no check “{0}”.', code), code, codes, t), [code], true);
      else if (severity === 'off' || isSeverity(severity)) taken[code] = severity;
      else wrong(oneOf(severity, [...severities, 'off'], t), [code]);
    }
    return taken;
  },
  ignore(value, { codes, t, wrong }) {
    if (!Array.isArray(value)) return wrong(t('“ignore” must be a list of objects { "code": …, "text": … }.'));
    const taken: { code: string; text: string }[] = [];
    value.forEach((item: unknown, index) => {
      if (!isRecord(item) || typeof item.code !== 'string' || typeof item.text !== 'string') {
        wrong(t('An entry of “ignore” must be an object { "code": …, "text": … }.'), [index]);
      } else if (item.code !== '*' && !codes.includes(item.code)) {
        wrong(unknownName(t('There is no check “{0}”.', item.code), item.code, codes, t), [index, 'code']);
      } else taken.push({ code: item.code, text: item.text });
    });
    return taken;
  },
  year: (value, { t, wrong }) =>
    isWhole(value) && value >= 1900 && value <= 2200
      ? value
      : wrong(t('“year” must be a whole number between 1900 and 2200.')),
  language: (value, { t, wrong }) =>
    typeof value === 'string' && languages.includes(value) ? value : wrong(oneOf(value, languages, t)),
  region: (value, { t, wrong }) =>
    isRegion(value) ? value : wrong(t('“region” must be a country code of two capital letters, such as "KR".')),
  failOn: (value, { t, wrong }) =>
    value === 'never' || isSeverity(value) ? value : wrong(oneOf(value, [...severities, 'never'], t)),
  maxWarnings: (value, { t, wrong }) =>
    isWhole(value) && value >= 0 ? value : wrong(t('“maxWarnings” must be a whole number, 0 or more.')),
};

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(readers);

export const isSeverity = (value: unknown): value is Severity =>
  typeof value === 'string' && (severities as readonly string[]).includes(value);

/** Whether it is an ISO 3166 code in form. */
export const isRegion = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{2}$/.test(value);

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneOf = (value: unknown, allowed: readonly string[], t: Translate): string =>
  unknownName(
    t('{0} is not one of {1}.', JSON.stringify(value) ?? String(value), allowed.join(', ')),
    String(value),
    allowed,
    t,
  );
