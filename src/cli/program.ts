import { Command, InvalidArgumentError, Option, type CommanderError } from 'commander';
import type { Severity, Translate } from '../checks/check';
import { checks } from '../checks/index';
import type { FigureKind } from '../figures/figure';
import { isRegion, isSeverity, languages, severities, unknownName } from '../settings';
import { Misuse } from './misuse';
import { cacheName, type CommonOptions } from './options';
import type { Speaking } from './world';

/**
 * The commands and their options. Each command's code is loaded when it is called for.
 * @param done is told the exit status of the command that ran.
 */
export function program(world: Speaking, version: string, done: (status: number) => void): Command {
  const { t } = world;
  const root = new Command('planlint')
    .description(t('Reads policy plans and checks that they agree with themselves.'))
    .version(version, '-V, --version', t('Print the version.'))
    .helpOption('-h, --help', t('Print this help.'))
    .helpCommand('help [command]', t('Print the help of a command.'));

  command('check', t('Report where a plan does not agree with itself.'))
    .addOption(format(['stylish', 'json', 'sarif', 'github']))
    .option('--baseline <file>', t('Accept the findings listed in this file (planlint.baseline.json where it exists).'))
    .option('--update-baseline', t('Accept all findings of today: write them into the baseline file.'))
    .action(async (paths: string[], options) => done(await (await import('./check')).check(paths, options, world)));

  command('outline', t('Print the strategies, tasks and measures, with their amounts and dates.'))
    .addOption(format(['tree', 'table', 'json']))
    .action(async (paths: string[], options) => done(await (await import('./outline')).outline(paths, options, world)));

  command('figures', t('Print every amount, date, percentage, count and change.'))
    .addOption(format(['table', 'csv', 'json']))
    .option('--kind <kinds>', t('Only these kinds, separated by commas: {0}.', kinds.join(', ')), kindsOf(t), [])
    .option('--bom', t('Begin CSV with a byte-order mark, as spreadsheets need for Korean.'))
    .action(async (paths: string[], options) => done(await (await import('./figures')).figures(paths, options, world)));

  command('analyze', t('Print everything that is known of the plans, as JSON.'), false)
    .option('--ndjson', t('Read requests from standard input, one JSON object a line, and answer each with a line.'))
    .action(async (paths: string[], options: CommonOptions & { ndjson?: boolean }) => {
      if (options.ndjson === true) {
        if (paths.length > 0) {
          throw new Misuse(t('--ndjson reads from standard input and takes no path. Leave out “{0}”.', paths[0]!));
        }
        return done(await (await import('./stream')).stream(options, world));
      }
      if (paths.length === 0) throw noPath(t);
      return done(await (await import('./analyze')).analyze(paths, options, world));
    });

  command('fix', t('Apply the preferred fix of every finding that has one.'))
    .option('--only <code>', t('Only findings of this check. May be given several times.'), codesOf(t), [])
    .option('--dry-run', t('Print what would change as a unified diff, and write nothing.'))
    .action(async (paths: string[], options) => done(await (await import('./fix')).fix(paths, options, world)));

  return root;

  function command(name: string, description: string, needsPath = true): Command {
    const made = root
      .command(name)
      .description(description)
      .helpOption('-h, --help', t('Print this help.'))
      .argument(
        needsPath ? '<path...>' : '[path...]',
        t('A file, a folder (searched for .md, .markdown and .txt), a glob, or - for standard input.'),
      );
    for (const option of commonOptions(t)) made.addOption(option);
    return made;
  }

  function format(names: readonly [string, ...string[]]): Option {
    return new Option('--format <name>', t('How to print: {0}.', names.join(', ')))
      .default(names[0])
      .argParser((value) => {
        if (names.includes(value)) return value;
        throw new InvalidArgumentError(
          unknownName(t('{0} is not one of {1}.', `“${value}”`, names.join(', ')), value, names, t),
        );
      });
  }
}

/** What went wrong in the words of the user's language: commander's own complaints become a Misuse. */
export function asMisuse(error: CommanderError, t: Translate): Misuse {
  const [, name = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const meant = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1];
  const perhaps = meant === undefined ? t('See planlint --help.') : t('Did you mean “{0}”?', meant);
  switch (error.code) {
    case 'commander.unknownOption':
      return new Misuse(`${t('There is no option “{0}”.', name)} ${perhaps}`);
    case 'commander.unknownCommand':
      return new Misuse(`${t('There is no command “{0}”.', name)} ${perhaps}`);
    case 'commander.optionMissingArgument':
      return new Misuse(t('The option “{0}” needs a value. See planlint --help.', name));
    case 'commander.missingArgument':
      return noPath(t);
    case 'commander.invalidArgument': {
      const [, reason = ''] = /is invalid\. ?([\s\S]*)$/.exec(error.message) ?? [];
      return new Misuse(`${name.split(' ')[0] ?? ''}: ${reason}`);
    }
    default:
      return new Misuse(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '));
  }
}

const noPath = (t: Translate): Misuse =>
  new Misuse(t('Nothing to read. Name a file, a folder or a glob, or - for standard input.'));

function commonOptions(t: Translate): Option[] {
  return [
    new Option('--year <year>', t('The plan’s reference year.')).argParser((value) =>
      wholeNumber(value, 1900, 2200, t),
    ),
    new Option('--language <code>', t('The language of the text: {0}.', languages.join(', '))).argParser((value) => {
      if (languages.includes(value)) return value;
      throw new InvalidArgumentError(t('{0} is not one of {1}.', `“${value}”`, languages.join(', ')));
    }),
    new Option('--region <code>', t('The country whose money a bare $ or “rupees” means, such as KR.')).argParser(
      (value) => {
        if (isRegion(value.toUpperCase())) return value.toUpperCase();
        throw new InvalidArgumentError(t('{0} is not a country code of two letters, such as KR.', `“${value}”`));
      },
    ),
    new Option('--config <file>', t('Settings for all documents, instead of the nearest .planlintrc.json.')),
    new Option(
      '--check <code=severity>',
      t('Set a check to {0}. May be given several times.', [...severities, 'off'].join(', ')),
    )
      .argParser(severityOf(t))
      .default({}, 'none'),
    new Option('--max-warnings <number>', t('Fail where there are more warnings than this.')).argParser((value) =>
      wholeNumber(value, 0, 1_000_000_000, t),
    ),
    new Option(
      '--fail-on <severity>',
      t('The least severity that fails: {0}.', [...severities, 'never'].join(', ')),
    ).argParser((value) => {
      if (value === 'never' || isSeverity(value)) return value;
      throw new InvalidArgumentError(t('{0} is not one of {1}.', `“${value}”`, [...severities, 'never'].join(', ')));
    }),
    new Option('--only-plans', t('Pass over named files that do not read as plans, as in folders.')),
    new Option(
      '--stdin-path <path>',
      t('The name of what is read from standard input; its extension gives the format.'),
    ),
    new Option(
      '--cache [file]',
      t('Keep reports in this file, and read only what has changed ({0} where none is named).', cacheName),
    ),
    new Option('--threads <number>', t('How many threads analyse; otherwise one a core in long runs.')).argParser(
      (value) => wholeNumber(value, 1, 64, t),
    ),
    new Option('--locale <code>', t('The language of these messages, such as en or ko.')),
    new Option('-q, --quiet', t('Only findings that fail the run, and no summary.')),
    new Option('--color', t('Colours, even where the output is no terminal.')),
    new Option('--no-color', t('No colours.')),
  ];
}

const kinds: readonly FigureKind[] = ['amount', 'date', 'percent', 'count', 'change'];

const kindsOf =
  (t: Translate) =>
  (value: string, before: readonly string[]): readonly string[] => [
    ...before,
    ...value.split(',').map((kind) => {
      if ((kinds as readonly string[]).includes(kind)) return kind;
      throw new InvalidArgumentError(
        unknownName(t('{0} is not one of {1}.', `“${kind}”`, kinds.join(', ')), kind, kinds, t),
      );
    }),
  ];

const codesOf =
  (t: Translate) =>
  (value: string, before: readonly string[]): readonly string[] => [
    ...before,
    ...value.split(',').map((code) => knownCode(code, t)),
  ];

const severityOf =
  (t: Translate) =>
  (value: string, before: Readonly<Record<string, Severity | 'off'>>): Record<string, Severity | 'off'> => {
    const [code = '', severity] = value.split('=');
    if (severity === undefined)
      throw new InvalidArgumentError(t('Write it as CODE=SEVERITY, such as table-total=off.'));
    if (severity !== 'off' && !isSeverity(severity)) {
      const allowed = [...severities, 'off'];
      throw new InvalidArgumentError(
        unknownName(t('{0} is not one of {1}.', `“${severity}”`, allowed.join(', ')), severity, allowed, t),
      );
    }
    return { ...before, [knownCode(code, t)]: severity };
  };

function knownCode(code: string, t: Translate): string {
  const codes = checks.map((check) => check.code);
  if (codes.includes(code)) return code;
  throw new InvalidArgumentError(unknownName(t('There is no check “{0}”.', code), code, codes, t));
}

function wholeNumber(value: string, least: number, most: number, t: Translate): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidArgumentError(t('“{0}” is not a whole number from {1} to {2}.', value, least, most));
}
