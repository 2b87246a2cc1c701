import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { fingerprints } from '../checks/fingerprint';
import type { Finding } from '../checks/check';
import type { PlanReport } from '../plan';
import { shownPath, type Document } from './documents';
import { Misuse } from './misuse';
import { replaceFile } from './replace-file';
import type { Speaking } from './world';

export const baselineName = 'planlint.baseline.json';

/** A finding that was accepted as it stood on some day. */
export interface Entry {
  /** Relative to the baseline's own folder, with forward slashes. */
  readonly path: string;
  readonly code: string;
  /** See `checks/fingerprint.ts`. */
  readonly fingerprint: string;
  /** For the reader of the file; nothing is matched by it. */
  readonly message: string;
}

/** The findings that a team has decided to live with, and what became of them in this run. */
export interface Baseline {
  /** As the user names it. */
  readonly shown: string;
  /** The plan's findings with their fingerprints, and whether the baseline lists them. */
  judge(document: Document, plan: PlanReport, findings: readonly Finding[]): Judged[];
  /** Entries of documents that were read and have no such finding any more. */
  stale(): readonly Entry[];
  /** Writes the findings of the documents that were read; entries of others stay. Gives how many it now holds. */
  save(): Promise<number>;
}

export interface Judged {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly listed: boolean;
}

/**
 * The baseline that holds for a run: the named file, else `planlint.baseline.json` in the working folder, else none.
 * @param mayBeNew whether a named file need not exist yet.
 */
export async function openBaseline(
  world: Speaking,
  named: string | undefined,
  mayBeNew: boolean,
): Promise<Baseline | null> {
  const file = resolve(world.cwd, named ?? baselineName);
  const before = await readEntries(file, world);
  if (before === null && !mayBeNew) {
    if (named === undefined) return null;
    throw new Misuse(
      world.t('The baseline {0} does not exist. Write it with --update-baseline.', `“${shownPath(file, world.cwd)}”`),
    );
  }
  const entries = before ?? [];
  const found: Entry[] = [];
  const read = new Set<string>();
  const keys = new Set(entries.map(keyOf));

  return {
    shown: shownPath(file, world.cwd),
    judge(document, plan, findings) {
      const path = document.file === null ? document.path : relative(dirname(file), document.file).split(sep).join('/');
      read.add(path);
      const names = fingerprints(plan, findings);
      return findings.map((finding, index) => {
        const entry = { path, code: finding.code, fingerprint: names[index]!, message: finding.message };
        found.push(entry);
        return { finding, fingerprint: entry.fingerprint, listed: keys.has(keyOf(entry)) };
      });
    },
    stale() {
      const now = new Set(found.map(keyOf));
      return entries.filter((entry) => read.has(entry.path) && !now.has(keyOf(entry)));
    },
    async save() {
      const kept = entries.filter((entry) => !read.has(entry.path));
      const all = [...kept, ...found].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
      const bytes = Buffer.from(`${JSON.stringify({ version: 1, findings: all }, null, 2)}\n`);
      if (before === null) await writeFile(file, bytes);
      else await replaceFile(file, bytes);
      return all.length;
    },
  };
}

const keyOf = ({ path, code, fingerprint }: Entry): string => JSON.stringify([path, code, fingerprint]);

/** The entries of a file; null where it does not exist. */
async function readEntries(file: string, { cwd, t }: Speaking): Promise<readonly Entry[] | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Misuse(t('The baseline {0} cannot be read: {1}.', `“${shownPath(file, cwd)}”`, (error as Error).message));
  }
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    if (version === 1 && Array.isArray(findings) && findings.every(isEntry)) return findings;
  } catch {
    // told below
  }
  throw new Misuse(
    t('{0} is not a baseline. Delete it and write it again with --update-baseline.', `“${shownPath(file, cwd)}”`),
  );
}

function isEntry(value: unknown): value is Entry {
  const { path, code, fingerprint } = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return typeof path === 'string' && typeof code === 'string' && typeof fingerprint === 'string';
}
