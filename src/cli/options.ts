import type { Severity } from '../checks/check';
import { paintWith, type Paint } from '../report/paint';
import type { AnalyseOptions } from '../plan';
import { severities, type Settings } from '../settings';
import type { Speaking } from './world';

/** The cache where none is named. */
export const cacheName = '.planlintcache';

/** What every command takes. Absent: not said on the command line. */
export interface CommonOptions {
  readonly year?: number;
  readonly language?: string;
  readonly region?: string;
  readonly config?: string;
  /** Severity a code; empty where none was given. */
  readonly check: Readonly<Record<string, Severity | 'off'>>;
  readonly maxWarnings?: number;
  readonly failOn?: Severity | 'never';
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly stdinPath?: string;
  /** Reports of earlier runs: a file, or the usual one. */
  readonly cache?: string | true;
  /** How many threads analyse; absent: one a core, once a run turns out long. */
  readonly threads?: number;
  /** Named files too are read only where they read as plans. */
  readonly onlyPlans?: boolean;
}

/** How a document is analysed: what the command line says, else its settings. */
export function analyseOptions(
  path: string,
  options: CommonOptions,
  settings: Settings,
  { messages }: Pick<Speaking, 'messages'>,
): AnalyseOptions {
  const year = options.year ?? settings.year;
  const language = options.language ?? settings.language;
  const region = options.region ?? settings.region;
  return {
    path,
    ...(year === undefined ? {} : { year }),
    ...(language === undefined ? {} : { language }),
    ...(region === undefined ? {} : { region }),
    checks: { ...settings.checks, ...options.check },
    ...(settings.ignore === undefined ? {} : { ignore: settings.ignore }),
    ...(messages === undefined ? {} : { messages }),
  };
}

/** Whether a finding of this severity fails the run. */
export function fails(severity: Severity, options: CommonOptions, settings: Settings): boolean {
  const least = options.failOn ?? settings.failOn ?? 'warning';
  return least !== 'never' && severities.indexOf(severity) <= severities.indexOf(least);
}

/**
 * Colours as the user asked, else where the output is a terminal that shows them. `NO_COLOR` set to anything but
 * nothing turns them off, `FORCE_COLOR` on (no-color.org, force-color.org).
 */
export function paintFor(
  options: Pick<CommonOptions, 'color'>,
  { env, stdout }: Pick<Speaking, 'env' | 'stdout'>,
): Paint {
  if (options.color !== undefined) return paintWith(options.color);
  if (env.NO_COLOR) return paintWith(false);
  if (env.FORCE_COLOR) return paintWith(env.FORCE_COLOR !== '0');
  return paintWith(stdout.isTTY === true && env.TERM !== 'dumb');
}
