import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import { describeFigure } from '../src/figures/describe';
import type { Amount } from '../src/figures/figure';
import { writeAmount, type NotationStyle } from '../src/figures/notation';
import { say } from '../src/language/say';

const amountIn = (text: string): Amount => {
  const [figure] = analyzePlan(text, { region: 'KR' }).figures;
  assert.ok(figure?.kind === 'amount', text);
  return figure;
};

describe('notation', () => {
  const styles: readonly NotationStyle[] = ['code', 'word', 'sign', 'digits', 'korean'];
  const forms: readonly (readonly string[])[] = [
    ['KRW 270.2 billion', '270.2 billion won', '₩270.2 billion', 'KRW 270,200,000,000', '2,702억 원'],
    ['KRW 9 billion', '9 billion won', '₩9 billion', 'KRW 9,000,000,000', '90억 원'],
    ['KRW 12.3456 trillion', '12.3456 trillion won', '₩12.3456 trillion', 'KRW 12,345,600,000,000', '12조 3,456억 원'],
    ['USD 2.0 million', '2.0 million US dollars', 'US$2.0 million', 'USD 2,000,000', '200만 달러'],
    ['EUR 5–7 million', '5–7 million euros', '€5–7 million', 'EUR 5,000,000–7,000,000', '500만~700만 유로'],
    ['THB 1,250', '1,250 baht', '฿1,250', 'THB 1,250', '1,250 바트'],
    ['PLN 12.5 million', '12.5 million zlotys', 'zł12.5 million', 'PLN 12,500,000', '1,250만 즈워티'],
  ];

  for (const row of forms) {
    it(row[0]!, () => {
      styles.forEach((style, at) => {
        assert.equal(writeAmount(amountIn(row[0]!), style), row[at], style);
      });
      for (const text of row) assert.equal(writeAmount(amountIn(text), 'digits'), row[3], text);
    });
  }

  it('writes nothing where the currency is open', () => {
    const [figure] = analyzePlan('It costs $5 million.').figures;
    assert.ok(figure?.kind === 'amount');
    for (const style of styles) assert.equal(writeAmount(figure, style), null);
  });
});

describe('describe', () => {
  const lines = (text: string): string[] => {
    const { figures } = analyzePlan(text, { year: 2024 });
    return describeFigure(figures[0]!, figures, (template, ...values) => say(undefined, template, ...values));
  };

  it('an amount: exact value, the other language, rounding, bounds', () => {
    assert.deepEqual(lines('2,702억원 이내'), [
      'KRW 270,200,000,000',
      '2,702억 원 · KRW 270.2 billion',
      'As it is rounded: from 270,150,000,000 to 270,250,000,000.',
      'At most this.',
    ]);
    assert.deepEqual(lines('It pays US$5 a day.'), ['USD 5 (each day)', '5 달러']);
  });

  it('a percentage and a change', () => {
    assert.equal(lines('up 24.9%')[0], '24.9 per cent');
    assert.deepEqual(lines('(50% to 60%)').slice(0, 3), ['50% → 60%', '10 percentage points more', '+20.0%']);
  });
});
