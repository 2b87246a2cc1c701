import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { pictured } from './support/picture';

/**
 * The plans in seeds/, read as a user would have them read. test/snapshots/<seed>.txt shows what is made of each: every
 * line that holds something, with carets under it. A picture that is missing or differs fails; UPDATE=1 writes them.
 */
const seeds = readdirSync('seeds').filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md');

describe('seeds', () => {
  for (const name of seeds) {
    const text = readFileSync(`seeds/${name}`, 'utf8');
    const plan = analyzePlan(text, { path: name });

    it(`${name} reads as a plan`, () => {
      assert.deepEqual(plan.failures, []);
      assert.equal(plan.isPlan, true);
    });

    if (!name.startsWith('first-try')) {
      it(`${name} agrees with itself`, () => {
        const loud = plan.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(
          loud.map(({ code, message }) => `${code}: ${message}`),
          [],
        );
      });
    }

    it(`${name} is read as its picture shows`, () => {
      const path = `test/snapshots/${name.replace(/\.\w+$/, '')}.txt`;
      const now = pictured(plan);
      if (process.env.UPDATE === '1') {
        mkdirSync('test/snapshots', { recursive: true });
        writeFileSync(path, now);
      }
      assert.ok(existsSync(path), `${path} is missing: look at it with UPDATE=1 npm run unit`);
      assert.equal(now, readFileSync(path, 'utf8'), 'look at the difference with UPDATE=1 npm run unit && git diff');
    });
  }
});
