import { createHash, randomUUID } from 'node:crypto';
import { access, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AnalyseOptions, PlanReport } from '../plan';
import { shownPath, type Document } from './documents';
import { cacheName } from './options';
import { readReport } from './report-text';
import { version } from './version';
import { write, type Speaking } from './world';

/**
 * The reports of earlier runs: of texts that are the same, read with the same options by the same version of Planlint.
 *
 * The file is a head and a line an entry, `key TAB path TAB report`: the key a hash of all that a report depends on, the
 * path as JSON, relative to the file's own folder, the report deflated, in base64.
 */
export interface Cache {
  /** The report of the document, or null. */
  find(document: Document, options: AnalyseOptions): PlanReport | null;
  /** Keeps a new report, or, where none is given, the one that was found. One at a time. */
  keep(document: Document, options: AnalyseOptions, report: string | null): Promise<void>;
  /** Writes what this run has used, and the entries of other files that still exist. */
  save(): Promise<void>;
}

const head = 'planlint cache 1 ';

/**
 * @param named the file that the user named; `true`: the usual one in the working folder.
 * A file that is no cache is left alone, with a note, and nothing is kept.
 */
export async function openCache(world: Speaking, named: string | true): Promise<Cache | null> {
  const file = resolve(world.cwd, named === true ? cacheName : named);
  const shown = `“${shownPath(file, world.cwd)}”`;
  const note = (text: string): Promise<void> => write(world.stderr, `planlint: ${text}\n`);
  const mine = `${head}${await version(world.home)}`;
  const before = await readFile(file).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : error));
  if (before instanceof Error) {
    await note(world.t('The cache {0} cannot be read ({1}); everything is read anew.', shown, before.message));
    return null;
  }
  if (before !== null && before.length > 0 && !before.toString('latin1', 0, head.length).startsWith(head)) {
    await note(world.t('{0} is no cache of Planlint and was left alone. Write --cache=FILE with another name.', shown));
    return null;
  }
  const entries = before === null ? new Map<string, Entry>() : entriesIn(before, mine);
  const seed = createHash('sha256')
    .update(mine)
    .update(JSON.stringify(world.messages ?? null))
    .digest();
  const keyOf = ({ text }: Document, options: AnalyseOptions): string =>
    createHash('sha256')
      .update(seed)
      .update(JSON.stringify({ ...options, messages: undefined }))
      .update(text)
      .digest('base64url');
  const dataOf = (entry: Entry | undefined): string | null =>
    entry === undefined ? null : before!.toString('latin1', entry.start, entry.end);

  const used = new Set<string>();
  const beside = `${file}.${randomUUID()}.tmp`;
  let next: FileHandle | null = null;
  let failure: Error | null = null;
  const add = async (key: string, path: string, data: string): Promise<void> => {
    if (failure !== null) return;
    used.add(path);
    try {
      if (next === null) {
        next = await open(beside, 'wx');
        await next.write(`${mine}\n`);
      }
      await next.write(`${key}\t${JSON.stringify(path)}\t${data}\n`);
    } catch (error) {
      failure = error as Error;
    }
  };
  let damaged = false;

  return {
    find(document, options) {
      if (document.file === null) return null;
      const data = dataOf(entries.get(keyOf(document, options)));
      const report = data === null ? null : inflated(data);
      damaged ||= data !== null && report === null;
      return report;
    },
    async keep(document, options, report) {
      if (document.file === null) return;
      const key = keyOf(document, options);
      const data = report === null ? dataOf(entries.get(key)) : deflated(report);
      if (data !== null) await add(key, relative(dirname(file), document.file), data);
    },
    async save() {
      const others = [...entries].filter(([, { path }]) => !used.has(path));
      for (const [key, entry] of others) {
        if (await exists(resolve(dirname(file), entry.path))) await add(key, entry.path, dataOf(entry)!);
      }
      await next?.close();
      if (failure === null && next !== null) await rename(beside, file).catch((error: Error) => (failure = error));
      if (failure !== null) {
        await rm(beside, { force: true });
        await note(world.t('The cache {0} cannot be written: {1}.', shown, failure.message));
      }
      if (damaged) await note(world.t('The cache {0} was damaged; what could not be used was read anew.', shown));
    },
  };
}

/** An entry: its document's path, and where in the file its report stands. */
interface Entry {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The entries by their key; none where another version wrote them. */
function entriesIn(bytes: Buffer, mine: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let from = bytes.indexOf('\n') + 1;
  if (bytes.toString('latin1', 0, from).trimEnd() !== mine) return entries;
  for (let end = bytes.indexOf('\n', from); end >= 0; from = end + 1, end = bytes.indexOf('\n', from)) {
    const first = bytes.indexOf('\t', from);
    const second = bytes.indexOf('\t', first + 1);
    if (first < 0 || second < 0 || second > end) continue;
    try {
      const path = JSON.parse(bytes.toString('utf8', first + 1, second)) as string;
      entries.set(bytes.toString('latin1', from, first), { path, start: second + 1, end });
    } catch {
      // half a line: as if it were not there
    }
  }
  return entries;
}

const deflated = (report: string): string => deflateRawSync(report, { level: 1 }).toString('base64');

function inflated(data: string): PlanReport | null {
  try {
    return readReport(inflateRawSync(Buffer.from(data, 'base64')).toString('utf8'));
  } catch {
    return null;
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
