import { CommanderError } from 'commander';
import { inLocale } from './locale';
import { Misuse, status } from './misuse';
import { asMisuse, program } from './program';
import { version } from './version';
import { write, type World } from './world';

/**
 * Runs one command line, `args` without the program's name, to its exit status. Everything that goes wrong ends as one
 * line on standard error with the cause and the way out.
 */
export async function run(args: readonly string[], world: World): Promise<number> {
  const speaking = await inLocale(world, localeIn(args));
  const { t, stdout, stderr } = speaking;
  let exit: number = status.clean;
  try {
    const help: string[] = [];
    const root = program(speaking, await version(world.home), (code) => (exit = code));
    for (const command of [root, ...root.commands]) {
      command.exitOverride().configureOutput({ writeOut: (text) => help.push(text), writeErr: () => undefined });
    }
    if (args.length === 0) {
      await write(stderr, root.helpInformation());
      return status.misuse;
    }
    try {
      await root.parseAsync(args, { from: 'user' });
    } finally {
      await write(stdout, help.join(''));
    }
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return status.clean;
    const misuse = error instanceof CommanderError ? asMisuse(error, t) : error;
    if (misuse instanceof Misuse) {
      await write(stderr, `planlint: ${misuse.message}\n`);
      return status.misuse;
    }
    const message = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
    await write(stderr, `planlint: ${t('The program failed: {0}. Please report this.', message)}\n`);
    if (world.env.PLANLINT_TRACE && error instanceof Error) await write(stderr, `${error.stack ?? ''}\n`);
    return status.failed;
  }
}

/** The value of `--locale`, needed before the options are read because their help is in that language. */
function localeIn(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  return at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
}
