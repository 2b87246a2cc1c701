import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { readAnnotated, score, type Score } from './support/annotated';

/**
 * The forms in which other recognisers test dates, money and shares (chrono, Duckling, Recognizers-Text), in sentences of
 * our own: those of formal prose, that is calendar dates, ranges, halves and quarters, and money with scale words. Left out
 * are talk that counts from now (`next friday`, `in 3 minutes`), hours, holidays, numbers in slang (`42 bucks`), weeks
 * and weekdays of a month (`third Tuesday of September`), currencies that are no more (`DM 5 million`), Spanish numbers in
 * words, and `백원` by itself, which is a name as well. `MISSES=1` lists what differs.
 */
describe('forms that peers test', () => {
  it('are found, and read right', () => {
    const scores: Record<string, Score> = {};
    const misses = readAnnotated(readFileSync('test/peers/forms.txt', 'utf8')).flatMap((text) =>
      score(text, analyzePlan(text.text, text.options).figures, scores),
    );
    if (process.env.MISSES !== undefined) console.log(misses.join('\n'));
    const sum = (key: keyof Score): number => Object.values(scores).reduce((total, one) => total + one[key], 0);
    const [found, right] = [sum('span') / sum('gold'), sum('value') / sum('gold')];
    assert.ok(
      found >= 0.98 && right >= 0.98,
      `${found.toFixed(3)} found, ${right.toFixed(3)} right\n${misses.join('\n')}`,
    );
  });
});
