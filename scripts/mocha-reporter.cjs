// A built-in reporter (`style`), and the totals as JSON in `file` for the script that adds up all suites.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class {
  constructor(runner, options) {
    const { style = 'dot', file } = options.reporterOptions ?? {};
    this.shown = new reporters[style === 'spec' ? 'Spec' : 'Dot'](runner, options);
    runner.once('end', () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
