import { createTwoFilesPatch } from 'diff';
import type { Finding } from '../checks/check';
import { analyzePlan } from '../core';
import { fixAll } from '../edits/fix-all';
import { encode } from './decode';
import type { Document } from './documents';
import { status } from './misuse';
import { analyseOptions, fails, paintFor, type CommonOptions } from './options';
import { newRun, plansAt } from './read';
import { replaceFile } from './replace-file';
import { write, type Speaking } from './world';

export interface FixOptions extends CommonOptions {
  /** Codes; empty: all. */
  readonly only: readonly string[];
  readonly dryRun?: boolean;
}

/** `planlint fix`: the preferred fix of every finding that has one, file by file. */
export async function fix(paths: readonly string[], options: FixOptions, world: Speaking): Promise<number> {
  const { stdout, t } = world;
  const run = newRun();
  const paint = paintFor(options, world);
  const wanted = ({ code }: Finding): boolean => options.only.length === 0 || options.only.includes(code);
  let fixed = 0;
  let files = 0;
  let left = false;
  for await (const read of plansAt(paths, options, world, run)) {
    const { document, settings } = read;
    const mended = fixAll(read.plan, wanted, (text) =>
      analyzePlan(text, analyseOptions(document.path, options, settings, world)),
    );
    left ||= mended.plan.findings.some((finding) => fails(finding.severity, options, settings));
    const text = mended.plan.source;
    if (options.dryRun === true) await write(stdout, coloured(diffOf(document, text), paint));
    else if (document.file === null) await write(stdout, text);
    else if (mended.fixed > 0 && !(await save(document, text, world))) {
      run.status = Math.max(run.status, status.misuse);
      continue;
    }
    if (mended.fixed === 0) continue;
    files++;
    fixed += mended.fixed;
  }
  if (options.quiet !== true) {
    const where = files === 1 ? t('in {0} file', files) : t('in {0} files', files);
    const what =
      options.dryRun === true
        ? fixed === 1
          ? t('{0} finding would be fixed', fixed)
          : t('{0} findings would be fixed', fixed)
        : fixed === 1
          ? t('{0} finding fixed', fixed)
          : t('{0} findings fixed', fixed);
    // The texts themselves may stand on standard output.
    await write(world.stderr, `${what} ${where}\n`);
  }
  return Math.max(run.status, left ? status.found : status.clean);
}

/** Writes the text back in the encoding in which it was read. */
async function save(document: Document, text: string, { stderr, t }: Speaking): Promise<boolean> {
  const bytes = encode(text, document.encoding);
  if (bytes === null) {
    await write(
      stderr,
      `planlint: ${t('“{0}” was left as it is: a fix needs a character that its encoding does not have. Save the file as UTF-8.', document.path)}\n`,
    );
    return false;
  }
  try {
    await replaceFile(document.file!, bytes);
    return true;
  } catch (error) {
    const { message } = error as Error;
    await write(
      stderr,
      `planlint: ${t('“{0}” was left as it is: it cannot be replaced ({1}). Check the permissions of its folder.', document.path, message)}\n`,
    );
    return false;
  }
}

/** What the fixes change, as `git apply` and `patch -p1` take it. */
function diffOf(document: Document, text: string): string {
  if (text === document.text) return '';
  const path = document.path.replace(/^\/+/, '');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, document.text, text, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}

function coloured(diff: string, paint: ReturnType<typeof paintFor>): string {
  return diff
    .split('\n')
    .map((line) => {
      if (/^(?:---|\+\+\+) /.test(line)) return paint.bold(line);
      if (line.startsWith('@@')) return paint.cyan(line);
      if (line.startsWith('+')) return paint.green(line);
      return line.startsWith('-') ? paint.red(line) : line;
    })
    .join('\n');
}
