/**
 * Mocha inside an extension host. Its browser build runs in the Node host and in the web worker alike, so that one
 * bundle of specs serves both. Lines are finished here: the host forwards console arguments unformatted.
 */
import * as vscode from 'vscode';
import './location';
import 'mocha/mocha.js';

/** The harness prints the lines that begin so; what VS Code itself logs it keeps for `--verbose`. */
const say = (line: string) => line.split('\n').forEach((part) => console.log(`planlint| ${part}`));

interface Runnable {
  readonly title: string;
  readonly err?: Error;
  fullTitle(): string;
}

class LineReporter {
  constructor(runner: { on(event: string, listener: (test: Runnable, error?: Error) => void): void }) {
    const tally = { passed: 0, failed: 0, skipped: 0, failures: [] as { test: string; why: string }[] };
    runner.on('suite', (suite) => suite.title && say(suite.title));
    runner.on('pass', (test) => {
      tally.passed++;
      say(`  ✓ ${test.title}`);
    });
    runner.on('pending', (test) => {
      tally.skipped++;
      say(`  - ${test.title}`);
    });
    runner.on('retry', (test, error) => say(`  ↻ ${test.fullTitle()}: once more, since ${error?.message}`));
    runner.on('fail', (test, error) => {
      tally.failed++;
      const failure = { test: test.fullTitle(), why: error?.stack ?? error?.message ?? '' };
      // the host leaves out a line of more than 100,000 letters
      if (tally.failures.length < 40) tally.failures.push({ ...failure, why: failure.why.slice(0, 1500) });
      say(`  ✗ ${failure.test}\n${failure.why}`);
    });
    runner.on('end', () => console.log(`planlint-result ${JSON.stringify(tally)}`));
  }
}

const reporter = LineReporter as unknown as Mocha.ReporterConstructor;
// a machine that is busy may hold the workbench longer than a test waits; what needed a second try is said
mocha.setup({ ui: 'bdd', timeout: 120_000, retries: 1, reporter });

/** What VS Code calls: resolves when all specs have passed, rejects when one has failed. */
export async function run(): Promise<void> {
  await foldersAreThere();
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}

/**
 * The file of a workspace of several folders may be read after the host has started. Where the machine is so busy that
 * reading it failed, it is read when it is written again.
 */
async function foldersAreThere(): Promise<void> {
  const { workspaceFile, fs } = vscode.workspace;
  for (let tries = 1; tries <= 300; tries++) {
    if ((vscode.workspace.workspaceFolders ?? []).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (tries % 25 > 0 || workspaceFile === undefined) continue;
    say('  ↻ the folders of the workspace: its file is written once more');
    await fs.writeFile(workspaceFile, await fs.readFile(workspaceFile));
  }
  throw new Error('The workspace has no folders');
}
