import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { f1, readAnnotated, score, type Score } from './support/annotated';

/**
 * Whole texts in the manner of plans, budgets, speeches and releases from many countries, every figure annotated before
 * it was first read. What an amount, a date or a percentage is in them is measured like any reader of plans is: by F1 of
 * places and of values. `MISSES=1` lists what differs. The floors rise with what is reached.
 */
const folder = 'test/annotated';
const floors: Readonly<Record<string, readonly [span: number, value: number]>> = {
  'en amount': [0.995, 0.995],
  'en date': [0.995, 0.995],
  'en percent': [0.995, 0.995],
  'ko amount': [0.995, 0.995],
  'ko date': [0.995, 0.995],
  'ko percent': [0.995, 0.995],
};

describe('annotated texts', () => {
  for (const language of ['en', 'ko']) {
    it(`are read as annotated (${language})`, () => {
      const scores: Record<string, Score> = {};
      const misses = readdirSync(folder)
        .filter((name) => name.startsWith(language))
        .flatMap((name) => readAnnotated(readFileSync(`${folder}/${name}`, 'utf8')))
        .flatMap((text) => score(text, analyzePlan(text.text, text.options).figures, scores));
      if (process.env.MISSES !== undefined) console.log(misses.join('\n'));
      for (const [kind, total] of Object.entries(scores)) {
        const [span, value] = floors[`${language} ${kind}`]!;
        const reached = [f1(total.span, total), f1(total.value, total)];
        assert.ok(
          reached[0]! >= span && reached[1]! >= value,
          `${kind}: F1 of places ${reached[0]?.toFixed(3)}, of values ${reached[1]?.toFixed(3)}\n${misses.join('\n')}`,
        );
      }
    });
  }
});
