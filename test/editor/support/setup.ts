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
      tally.failures.push(failure);
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
  for (let tries = 0; vscode.workspace.workspaceFolders === undefined && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100)); // a workspace file may be read after the host has started
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
