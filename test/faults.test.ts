import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { tallyOf, type FaultCase } from './support/faults';

/**
 * Sound plans with one mistake each: what share is found and mended. The bars are what is reached today, to be raised
 * with it; `MISSES=1` prints every miss. A false alarm on a sound plan fails at once.
 */
const bars: Readonly<Record<string, { found: number; mended: number; noise: number }>> = {
  'en-1.json': { found: 0.92, mended: 0.9, noise: 0.03 },
  'en-2.json': { found: 0.81, mended: 0.81, noise: 0.03 },
  'en-3.json': { found: 0.97, mended: 0.96, noise: 0.03 },
  'en-4.json': { found: 0.86, mended: 0.86, noise: 0.03 },
  'en-5.json': { found: 0.9, mended: 0.9, noise: 0.03 },
  'ko-1.json': { found: 0.91, mended: 0.9, noise: 0.03 },
  'ko-2.json': { found: 0.92, mended: 0.92, noise: 0.03 },
  'ko-3.json': { found: 0.97, mended: 0.98, noise: 0.03 },
  'ko-4.json': { found: 0.94, mended: 0.92, noise: 0.03 },
  'en-6.json': { found: 0.91, mended: 0.92, noise: 0.03 },
  'en-7.json': { found: 0.9, mended: 0.84, noise: 0.03 },
  'en-8.json': { found: 0.95, mended: 0.93, noise: 0.03 },
  'ko-5.json': { found: 0.95, mended: 0.93, noise: 0.03 },
  'ko-6.json': { found: 0.91, mended: 0.9, noise: 0.03 },
  'ko-7.json': { found: 0.96, mended: 0.96, noise: 0.03 },
  'en-9.json': { found: 0.87, mended: 0.86, noise: 0.03 },
  'en-11.json': { found: 0.88, mended: 0.87, noise: 0.03 },
  'en-10.json': { found: 0.98, mended: 0.98, noise: 0.03 },
  'ko-8.json': { found: 0.94, mended: 0.94, noise: 0.03 },
  'ko-9.json': { found: 0.98, mended: 0.98, noise: 0.02 },
  'en-12.json': { found: 0.94, mended: 0.94, noise: 0.02 },
  'ko-11.json': { found: 0.91, mended: 0.91, noise: 0.02 },
  'ko-10.json': { found: 0.98, mended: 0.97, noise: 0.02 },
  'ko-12.json': { found: 1, mended: 1, noise: 0 },
  'ko-13.json': { found: 0.95, mended: 0.94, noise: 0.02 },
  'ko-14.json': { found: 0.97, mended: 0.97, noise: 0.02 },
  'ko-15.json': { found: 1, mended: 1, noise: 0 },
  'en-23.json': { found: 1, mended: 1, noise: 0 },
  'en-26.json': { found: 0.96, mended: 0.94, noise: 0 },
  'en-27.json': { found: 1, mended: 1, noise: 0 },
  'en-28.json': { found: 0.92, mended: 0.91, noise: 0 },
  'en-24.json': { found: 0.89, mended: 0.89, noise: 0 },
  'en-35.json': { found: 0.94, mended: 0.92, noise: 0.01 },
  'ko-34.json': { found: 0.89, mended: 0.89, noise: 0.03 },
  'en-34.json': { found: 1, mended: 1, noise: 0 },
  'ko-33.json': { found: 1, mended: 1, noise: 0 },
  'en-30.json': { found: 1, mended: 1, noise: 0 },
  'en-33.json': { found: 0.94, mended: 0.94, noise: 0.01 },
  'en-32.json': { found: 1, mended: 1, noise: 0 },
  'en-31.json': { found: 0.95, mended: 0.93, noise: 0.01 },
  'ko-28.json': { found: 0.93, mended: 0.93, noise: 0.02 },
  'ko-29.json': { found: 0.96, mended: 0.96, noise: 0.01 },
  'ko-30.json': { found: 1, mended: 1, noise: 0 },
  'ko-31.json': { found: 1, mended: 1, noise: 0 },
  'ko-32.json': { found: 0.97, mended: 0.97, noise: 0 },
  'en-29.json': { found: 0.96, mended: 0.96, noise: 0 },
  'ko-27.json': { found: 1, mended: 1, noise: 0 },
  'ko-26.json': { found: 0.94, mended: 0.94, noise: 0 },
  'ko-21.json': { found: 1, mended: 1, noise: 0 },
  'ko-24.json': { found: 0.89, mended: 0.88, noise: 0.02 },
  'ko-22.json': { found: 0.95, mended: 0.95, noise: 0 },
  'en-20.json': { found: 0.88, mended: 0.87, noise: 0.02 },
  'ko-18.json': { found: 0.88, mended: 0.87, noise: 0.02 },
  'en-21.json': { found: 1, mended: 1, noise: 0 },
  'en-22.json': { found: 1, mended: 1, noise: 0 },
  'ko-19.json': { found: 1, mended: 1, noise: 0 },
  'ko-20.json': { found: 1, mended: 1, noise: 0 },
  'ko-17.json': { found: 1, mended: 1, noise: 0 },
  'en-25.json': { found: 1, mended: 1, noise: 0 },
  'ko-23.json': { found: 1, mended: 1, noise: 0 },
  'ko-25.json': { found: 1, mended: 1, noise: 0 },
  'en-19.json': { found: 1, mended: 1, noise: 0 },
  'ko-16.json': { found: 0.94, mended: 0.94, noise: 0 },
  'en-13.json': { found: 1, mended: 1, noise: 0 },
  'en-14.json': { found: 1, mended: 1, noise: 0 },
  'en-15.json': { found: 1, mended: 1, noise: 0 },
  'en-17.json': { found: 0.95, mended: 0.95, noise: 0.01 },
  'en-16.json': { found: 0.98, mended: 0.98, noise: 0 },
  'en-18.json': { found: 0.97, mended: 0.97, noise: 0 },
};

describe('faults put into sound plans', () => {
  for (const file of readdirSync('test/cases').filter((name) => name.endsWith('.json'))) {
    it(file, function () {
      this.timeout(60_000);
      const bar = bars[file];
      assert.ok(bar, `${file} has no bar`);
      const tally = tallyOf(JSON.parse(readFileSync(`test/cases/${file}`, 'utf8')) as FaultCase[]);
      const found = 1 - shareOf(tally.missed.length, tally.faults);
      const mended = 1 - shareOf(tally.unmended.length, tally.mendable);
      const noise = shareOf(tally.noise.length, tally.faults);
      console.log(
        `    ${file}: ${tally.faults} faults, found ${percent(found)}, mended ${percent(mended)}, noise ${noise.toFixed(2)}`,
      );
      if (process.env.MISSES) [...tally.missed, ...tally.unmended, ...tally.noise].forEach((line) => console.log(line));
      assert.deepEqual(tally.alarms, []);
      assert.ok(found >= bar.found, `found ${percent(found)}`);
      assert.ok(mended >= bar.mended, `mended ${percent(mended)}`);
      assert.ok(noise <= bar.noise, `noise ${noise.toFixed(3)}`);
    });
  }
});

/** None of nothing: plans without a mistake are kept for their silence. */
const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
