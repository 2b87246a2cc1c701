import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { arch, env, pid, platform, version } from 'node:process';
import { Script } from 'node:vm';

/**
 * Loads a CommonJS script so that what V8 compiles of it is kept for the next start: compiling takes a good
 * part of the time of a short command. From Node 22 on, Node does this itself. Before, the code compiled by the end of
 * the run is kept here, in a file of the user's own cache folder; it is made anew where the script, Node or the processor
 * is another. What cannot be read or written is done without.
 *
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off, and `NODE_COMPILE_CACHE` names another folder: Node's own words.
 *
 * @param use what the script is loaded for: each use compiles other functions, and has a file of its own.
 * @param keep whether this run may write the file.
 * @returns the script's exports.
 */
export function loadKept<Exports>(script: string, use: string, keep: boolean): Exports {
  const require = nodeModule.createRequire(script);
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => void };
  const home = folder();
  if (enableCompileCache !== undefined || env.NODE_DISABLE_COMPILE_CACHE || !home) {
    enableCompileCache?.();
    return require(script) as Exports;
  }
  const file = join(home, `${nameOf(script)}-${use}.bin`);
  const cachedData = read(file);
  const source = `(function (exports, require, module) { ${readFileSync(script, 'utf8')}\n})`;
  const compiled = new Script(source, { filename: script, ...(cachedData && { cachedData }) });
  if (keep && (cachedData === undefined || compiled.cachedDataRejected === true)) {
    process.once('exit', () => write(file, compiled));
  }
  const module = { exports: {} as Exports };
  (compiled.runInThisContext() as (exports: Exports, ...rest: unknown[]) => void)(module.exports, require, module);
  return module.exports;
}

/** Where programs of this user keep what they can make again; none where the environment names no home. */
function folder(): string | undefined {
  const { HOME, LOCALAPPDATA, NODE_COMPILE_CACHE, XDG_CACHE_HOME } = env;
  if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE;
  if (platform === 'win32') return LOCALAPPDATA && join(LOCALAPPDATA, 'planlint', 'Cache');
  if (platform === 'darwin') return HOME && join(HOME, 'Library', 'Caches', 'planlint');
  const caches = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  return caches && join(caches, 'planlint');
}

/** Another name for another script or Node; V8 itself sees to it that its version and flags are the same. */
function nameOf(script: string): string {
  const { size, mtimeMs } = statSync(script);
  return [version, arch, size, Math.floor(mtimeMs)].join('-');
}

/** Milliseconds. */
const month = 30 * 24 * 60 * 60 * 1000;

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Written beside and moved, so that no reader sees half of it; what has not been written for a month is cleared away. */
function write(file: string, compiled: Script): void {
  try {
    const home = dirname(file);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const beside = `${file}.${pid}`;
    writeFileSync(beside, compiled.createCachedData(), { mode: 0o600 });
    renameSync(beside, file);
    for (const name of readdirSync(home)) {
      const other = join(home, name);
      if (/^v\d+[^/]*\.bin$/.test(name) && Date.now() - statSync(other).mtimeMs > month) rmSync(other, { force: true });
    }
  } catch {
    // a folder that may not be written: the next start compiles again
  }
}
