// A built-in reporter (`style`), and totals and failures as JSON in `file` for the script that adds up all suites.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class {
  constructor(runner, options) {
    const { style = 'dot', file } = options.reporterOptions ?? {};
    this.shown = new reporters[style === 'spec' ? 'Spec' : 'Dot'](runner, options);
    const failed = [];
    runner.on('retry', (test, error) => console.log(`  ↻ ${test.fullTitle()}: once more, since ${error?.message}`));
    runner.on('fail', (test, error) => failed.push({ test: test.fullTitle(), why: String(error?.stack ?? error) }));
    runner.once('end', () => {
      const { passes: passed = 0, failures = 0, pending: skipped = 0 } = runner.stats ?? {};
      if (file) writeFileSync(file, JSON.stringify({ passed, failed: failures, skipped, failures: failed }));
    });
  }
};
