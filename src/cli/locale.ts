import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../language/say';
import type { Speaking, World } from './world';

/**
 * The language of the interface: `--locale`, else what the environment asks for, read as POSIX orders it. A language
 * without a bundle is English.
 */
export async function inLocale(world: World, locale: string | undefined): Promise<Speaking> {
  const { LC_ALL, LC_MESSAGES, LANG } = world.env;
  const asked = (locale ?? (LC_ALL || LC_MESSAGES || LANG) ?? '').slice(0, 2).toLowerCase();
  const messages = /^[a-z]{2}$/.test(asked) && asked !== 'en' ? await bundle(world.home, asked) : undefined;
  return { ...world, messages, t: (template, ...values) => say(messages, template, ...values) };
}

async function bundle(home: string, language: string): Promise<Record<string, string> | undefined> {
  try {
    return JSON.parse(await readFile(join(home, 'l10n', `bundle.l10n.${language}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
