import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { walk } from '../src/outline/outline';
import { optionsOf, readCases } from './support/markers';
import { added, score, tallyPlaces } from './support/places';

/**
 * Where the parts of whole texts stand, and what they are: texts written before the analyser saw them, each kept with
 * the bar that is reached. `MISSES=1` prints every difference. First sight, before anything was mended for a file, is
 * told beside its bar.
 */
const bars: Readonly<Record<string, { span: number; level: number }>> = {
  'english-1.txt': { span: 0.99, level: 0.99 }, // at first sight 0.973 and 0.901
  'english-2.txt': { span: 0.99, level: 0.99 }, // 0.982 and 0.982
  'korean-1.txt': { span: 0.99, level: 0.99 }, // 0.982 and 0.945
  'korean-2.txt': { span: 0.99, level: 0.99 }, // 0.981 and 0.981
  'english-3.txt': { span: 0.99, level: 0.99 }, // 0.833 and 0.833
  'korean-3.txt': { span: 0.99, level: 0.99 }, // 1.000 and 1.000
  'english-7.txt': { span: 0.99, level: 0.99 }, // 0.963 and 0.963
  'korean-7.txt': { span: 0.99, level: 0.99 }, // 1.000 and 1.000
  'bilingual-1.txt': { span: 0.99, level: 0.99 }, // 1.000 and 1.000
  'english-6.txt': { span: 0.99, level: 0.99 }, // 0.745 and 0.745
  'english-5.txt': { span: 0.99, level: 0.99 }, // 0.903 and 0.903
  'korean-5.txt': { span: 0.99, level: 0.99 }, // 0.970 and 0.879
  'english-4.txt': { span: 0.99, level: 0.99 }, // 0.857 and 0.857
  'english-8.txt': { span: 0.99, level: 0.99 }, // 0.872 and 0.857
  'english-9.txt': { span: 0.99, level: 0.99 }, // 0.815 and 0.759
  'korean-9.txt': { span: 0.99, level: 0.99 }, // 0.550 and 0.400
  'english-10.txt': { span: 0.99, level: 0.99 }, // 0.867 and 0.867, of 196 parts
  'korean-10.txt': { span: 0.99, level: 0.99 }, // 0.994 and 0.988
  'english-11.txt': { span: 0.99, level: 0.99 }, // 0.962 and 0.962
  'english-12.txt': { span: 0.95, level: 0.93 }, // 0.700 and 0.629
  'english-13.txt': { span: 0.97, level: 0.97 }, // 0.920 and 0.920, most of its texts without parts
  'korean-11.txt': { span: 0.99, level: 0.99 }, // 0.826 and 0.826, with squares marked as strategies
  'korean-8.txt': { span: 0.99, level: 0.99 }, // 0.942 and 0.927, with sections that were left unmarked
};
const folder = 'test/fixtures/outline-places';

describe('places of parts', () => {
  for (const file of readdirSync(folder)) {
    it(file, () => {
      const bar = bars[file];
      assert.ok(bar, `${file} has no bar`);
      const tally = added(
        readCases(file, readFileSync(`${folder}/${file}`, 'utf8')).map((fixture) => {
          const { outline, isPlan } = analyzePlan(fixture.text, optionsOf(fixture.settings));
          if (fixture.settings.plan === 'false') assert.equal(isPlan, false, fixture.title);
          return tallyPlaces(fixture, outline);
        }),
      );
      const span = score(tally.placed, tally);
      const level = score(tally.right, tally);
      console.log(`    ${file}: ${tally.gold} parts, places ${span.toFixed(3)}, levels ${level.toFixed(3)}`);
      if (process.env.MISSES) tally.misses.forEach((miss) => console.log(`      ${miss}`));
      assert.ok(span >= bar.span, `places ${span.toFixed(3)}`);
      assert.ok(level >= bar.level, `levels ${level.toFixed(3)}`);
    });
  }

  it('every part of a plan in two languages has its other half', () => {
    const file = 'bilingual-1.txt';
    for (const { title, text, settings } of readCases(file, readFileSync(`${folder}/${file}`, 'utf8'))) {
      walk(analyzePlan(text, optionsOf(settings)).outline, ({ kind, title: name, twin }) => {
        if (kind === 'strategy' || kind === 'task') assert.ok(twin, `${title}: ${name}`);
      });
    }
  });
});
