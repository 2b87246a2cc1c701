import { readFile, readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import type { Translate } from '../checks/check';
import { linesOf, placeAt } from '../text/lines';
import { decode, type Encoding, type NoText } from './decode';
import { Misuse } from './misuse';
import type { Speaking } from './world';

/** A text to be read, from a file or from standard input. */
export interface Document {
  /** As the user names it: relative to the working folder where it lies inside it, with forward slashes. */
  readonly path: string;
  /** Absolute; null for standard input. */
  readonly file: string | null;
  /** Without byte-order mark, line ends as they are. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether it was named itself, rather than found in a folder or by a glob. */
  readonly named: boolean;
}

/** Something that was to be read and could not be: one sentence with the cause and the way out. */
export interface Unreadable {
  readonly path: string;
  readonly named: boolean;
  readonly unreadable: string;
}

/** What folders are searched for. */
const extensions = /\.(?:md|markdown|mdown|mkd|txt|text)$/i;
const skippedFolders = new Set(['node_modules', '.git']);

/**
 * The documents that `paths` mean, one after another, each once, in the order of the paths and within one by name.
 * `stdinPath` names standard input.
 * @throws Misuse where a path means nothing at all.
 */
export async function* documentsAt(
  paths: readonly string[],
  world: Speaking,
  stdinPath: string | undefined,
): AsyncGenerator<Document | Unreadable> {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-') {
      yield fromBytes(await everything(world), stdinPath ?? 'stdin', null, true, world.t);
      continue;
    }
    for await (const { file, named } of filesAt(path, world)) {
      if (seen.has(file)) continue;
      seen.add(file);
      yield await fromFile(file, named, world);
    }
  }
}

/** The path by which a user in `cwd` would name a file. */
export function shownPath(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return (inside.startsWith('..') || isAbsolute(inside) ? file : inside).split(sep).join('/');
}

async function* filesAt(path: string, world: Speaking): AsyncGenerator<{ file: string; named: boolean }> {
  const { cwd, t } = world;
  const file = resolve(cwd, path);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) {
    if (found.isDirectory()) for await (const inside of filesIn(file)) yield { file: inside, named: false };
    else yield { file, named: true };
    return;
  }
  if (found.code === 'ENOENT' && /[*?[\]{}!]/.test(path)) {
    const { glob } = await import('tinyglobby');
    const matches = await glob(path.split(sep).join('/'), {
      cwd,
      absolute: true,
      dot: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
      expandDirectories: false,
    });
    if (matches.length === 0)
      throw new Misuse(t('No file matches {0}. Check the pattern, and quote it.', quoted(path)));
    for (const match of matches.sort()) yield { file: normalize(match), named: false };
    return;
  }
  throw new Misuse(cannotRead(path, found, t));
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name)) yield* filesIn(path);
    } else if (extensions.test(entry.name)) yield path;
  }
}

async function fromFile(file: string, named: boolean, { cwd, t }: Speaking): Promise<Document | Unreadable> {
  const path = shownPath(file, cwd);
  try {
    return fromBytes(await readFile(file), path, file, named, t);
  } catch (error) {
    return { path, named, unreadable: cannotRead(path, error as NodeJS.ErrnoException, t) };
  }
}

function fromBytes(
  bytes: Uint8Array,
  path: string,
  file: string | null,
  named: boolean,
  t: Translate,
): Document | Unreadable {
  const decoded = decode(bytes);
  if ('why' in decoded) return { path, named, unreadable: noText(path, bytes, decoded, t) };
  return { path, file, named, ...decoded };
}

function noText(path: string, bytes: Uint8Array, reason: NoText, t: Translate): string {
  if (reason.why === 'binary') {
    return reason.looksLike === null
      ? t('{0} is not text: it holds zero bytes. Save the plan as Markdown or plain text.', quoted(path))
      : t('{0} is not text but a {1} file. Save the plan as Markdown or plain text.', quoted(path), reason.looksLike);
  }
  if (reason.why === 'utf-16') {
    return t('{0} begins as UTF-16 and does not go on so. Save the file as UTF-8.', quoted(path));
  }
  const { line, column } = placeAt(linesOf(Buffer.from(bytes).toString('latin1')), reason.at);
  return t(
    '{0} is not UTF-8: byte {1} at line {2}, byte {3} of it. Save the file as UTF-8.',
    quoted(path),
    `0x${(bytes[reason.at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
    line + 1,
    column + 1,
  );
}

function cannotRead(path: string, error: NodeJS.ErrnoException, t: Translate): string {
  switch (error.code) {
    case 'ENOENT':
      return t('{0} does not exist. Name a file, a folder or a glob.', quoted(path));
    case 'EACCES':
    case 'EPERM':
      return t('{0} may not be read. Check its permissions.', quoted(path));
    default:
      return t('{0} cannot be read: {1}.', quoted(path), error.message);
  }
}

const quoted = (path: string): string => `“${path}”`;

async function everything({ stdin }: Speaking): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array));
  return Buffer.concat(chunks);
}
