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
    const text = (rate: string): string =>
      `Visits rose from 12,480 to 15,600. Sales did well too, and the café was full. Visits grew by ${rate} in all.`;
    assert.equal(
      found('In 2026 visits rose by 52% to 15,600, compared with 12,480 in 2025.')['change-rate'],
      'warning',
    );
    assert.equal(found('In 2026 visits rose by 13.8% to 15,600, compared with 12,480 in 2025.')['change-rate'], 'info');
    assert.deepEqual(found(text('13.8%')), {});
  });

  it('a rate that words join to its two figures is a warning, though no slip explains it', () => {
    for (const text of [
      'Visits rose from 12,480 to 15,600, an increase of 13.8%.',
      'Visits rose from 12,480 in 2025 to 15,600 in 2026, a rise of 13.8%.',
      'Visits: 12,480 → 15,600 (+13.8%).',
      '방문객을 12,480명에서 15,600명으로 13.8% 늘린다.',
    ])
      assert.equal(found(text)['change-rate'], 'warning', text);
    assert.equal(found('Visits rose from 12,480 to 15,600, a rise of 13.8% a year.')['change-rate'], 'info');
  });

  it('a column of growth between columns of two years is a warning', () => {
    const table = (second: string): string =>
      `| Programme | 2025 | ${second} | Change (%) |\n|---|--:|--:|--:|\n| Roads | 120 | 150 | 25.0 |\n| Rail | 80 | 100 | 25.0 |\n` +
      '| Buses | 50 | 55 | 10.0 |\n| Ferries | 40 | 46 | 37.9 |\n';
    assert.equal(found(table('2026'))['change-rate'], 'warning');
    assert.equal(found(table('Plan'))['change-rate'], 'info');
  });

  it('a total in a table that nothing bears out is an error where a slip of the pen explains it', () => {
    const table = (total: string, second = ''): string =>
      `| Station | Visitors |${second && ' Staff |'}\n|---|--:|${second && '--:|'}\n| Harwick | 1,437 |${second && ' 12 |'}\n` +
      `| Thornby | 968 |${second && ' 9 |'}\n| Marlow | 625 |${second && ' 4 |'}\n| Total | ${total} |${second}\n`;
    assert.deepEqual(found(table('3,030')), {});
    assert.equal(found(table('3,300'))['table-total'], 'error');
    assert.equal(found(table('3,112'))['table-total'], 'error', 'near enough');
    assert.equal(found(table('9,412'))['table-total'], 'info');
    assert.equal(found(table('9,412', ' 25 |'))['table-total'], 'error', 'its rows add up in another column');
  });

  it('a price, and a yearly figure, that nothing explains are worth a look', () => {
    const homes = (total: string): string => `The city buys 37 homes at £214,000 each, £${total} million in all.`;
    assert.deepEqual(found(homes('7.918')), {});
    assert.equal(found(homes('7.981'))['product-total'], 'warning');
    assert.equal(found(homes('9.35'))['product-total'], 'warning', 'near enough');
    assert.equal(found(homes('19.35'))['product-total'], 'info');
    const pupils = (each: string): string => `Over five years 15 apprentices will be trained, ${each} a year.`;
    assert.deepEqual(found(pupils('three')), {});
    assert.notEqual(found(pupils('four'))['multi-year-total'], 'warning');
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
