import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';

/** Severity by code of what is found in a text. */
const found = (text: string): Record<string, string> =>
  Object.fromEntries(analyzePlan(text, { year: 2026 }).findings.map(({ code, severity }) => [code, severity]));

describe('doubt', () => {
  it('a sum that a slip of the pen explains is an error', () => {
    const text =
      'A total of £53.4 million will be spent: £21.2 million on roads, £17.8 million on rail and £5.4 million on buses.';
    assert.deepEqual(found(text.replace('£53.4', '£44.4')), {});
    assert.equal(found(text.replace('£53.4', '£44.1'))['prose-total'], 'error');
  });

  it('a rate of two figures that nothing explains is worth a look', () => {
    assert.equal(found('Visits rose from 12,480 to 15,600, an increase of 52%.')['change-rate'], 'warning');
    assert.equal(found('Visits rose from 12,480 to 15,600, an increase of 13.8%.')['change-rate'], 'info');
  });

  it('two days of one event are in conflict where one number differs', () => {
    const days = (second: string): string =>
      `The forum in Harwick opens on 14 May 2026.\n\nWork goes on. The forum in Harwick opens on ${second} 2026.\n`;
    assert.equal(found(days('24 May'))['date-conflict'], 'warning');
    assert.equal(found(days('9 October'))['date-conflict'], 'info');
  });

  it('a direction is doubted where the figures are far apart', () => {
    assert.equal(found('The waiting time will be cut from 30 to 45 days.')['change-direction'], 'warning');
    assert.equal(found('The waiting time will be cut from 3 to 30 days.')['change-direction'], 'info');
  });
});
