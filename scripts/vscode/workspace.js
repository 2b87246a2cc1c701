// Throw-away folders for one run: short paths (sockets live in them), removed at exit.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns {string} a new empty folder that goes when the process ends */
export function temporaryFolder(name = 'planlint-') {
  const folder = mkdtempSync(join(tmpdir(), name));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** A copy of the folders' files in a new folder, for tests that change them. */
export function workspaceOf(...folders) {
  const target = join(temporaryFolder(), 'plans');
  mkdirSync(target);
  for (const folder of folders) if (existsSync(folder)) cpSync(folder, target, { recursive: true });
  return target;
}
