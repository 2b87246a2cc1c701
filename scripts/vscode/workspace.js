// Throw-away folders for one run: short paths (sockets live in them), removed at exit.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const temporary = [];
process.once('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** @returns {string} a new empty folder that goes when the process ends */
export function temporaryFolder(name = 'planlint-') {
  const folder = mkdtempSync(join(tmpdir(), name));
  temporary.push(folder);
  return folder;
}

/** A workspace of several folders: copies of the given ones, each by itself. @returns {string} its file */
export function workspaceOfSeveral(...folders) {
  const home = temporaryFolder();
  for (const folder of folders) cpSync(folder, join(home, basename(folder)), { recursive: true });
  const file = join(home, 'plans.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map((folder) => ({ path: basename(folder) })), settings: {} }));
  return file;
}

/** A copy of the folders' files in a new folder, for tests that change them. */
export function workspaceOf(...folders) {
  const target = join(temporaryFolder(), 'plans');
  mkdirSync(target);
  for (const folder of folders) if (existsSync(folder)) cpSync(folder, target, { recursive: true });
  return target;
}
