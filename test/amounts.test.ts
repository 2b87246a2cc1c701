import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyzePlan } from '../src/core';
import { amounts } from '../src/figures/amount';
import { anchorsIn } from '../src/figures/anchors';
import { counts } from '../src/figures/count';
import { compare, decimal, grouped, product, shifted, sum } from '../src/figures/decimal';
import { koreanNumber } from '../src/figures/notation';
import { percents } from '../src/figures/percent';
import { currencies } from '../src/language/currencies';

const only = (text: string, region?: string) => {
  const found = analyzePlan(text, region === undefined ? {} : { region }).figures.filter((f) => f.kind === 'amount');
  assert.equal(found.length, 1, text);
  const [figure] = found;
  assert.ok(figure?.kind === 'amount');
  return figure;
};

describe('amounts', () => {
  it('every code is read before and after a number, every name after it', () => {
    for (const { code, one, many } of currencies.values()) {
      const names = [one, many].filter((name) => /^[A-Za-zÀ-ž ]+$/.test(name)).map((name) => `5 billion ${name}`);
      for (const text of [`${code} 5 billion`, `5 billion ${code}`, ...names]) {
        assert.equal(only(`It costs ${text}.`).text, text);
        assert.equal(only(`It costs ${text}.`).currency, code, text);
      }
    }
  });

  it('a value keeps every digit, however it is written', () => {
    const scales = [
      ['', 0],
      [' million', 6],
      [' billion', 9],
      [' trillion', 12],
    ] as const;
    fc.assert(
      fc.property(
        fc.bigInt(1n, 99_999_999n),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...scales),
        (n, places, [word, power]) => {
          const value = shifted(String(n), -places);
          const [figure] = analyzePlan(`Budget: KRW ${grouped(value)}${word}.`).figures.filter(
            (f) => f.kind === 'amount',
          );
          assert.ok(figure?.kind === 'amount');
          assert.equal(figure.low.exact, shifted(value, power));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what is written in Korean units is read back', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 9_999_999_999_999_999n), (n) => {
        assert.equal(only(`예산은 ${koreanNumber(String(n))}원이다.`).low.exact, String(n));
      }),
      { numRuns: 200 },
    );
  });

  it('Japanese', () => {
    assert.equal(only('予算は約1兆2,000億円です。').value, 1_200_000_000_000);
    assert.equal(only('補助は500万円以内です。').qualifier, 'max');
    assert.equal(only('輸出は3億ドルです。').currency, 'USD');
  });

  it('time grows with the length of the worst texts', () => {
    const signs = [
      '1',
      ' ',
      ',',
      '(',
      '1,',
      '1 ',
      '1.',
      '123 ',
      '$',
      'KRW ',
      '5~',
      '5-',
      '%',
      '5% to ',
      '십백천',
      '1억 2',
      '→',
      '3 → ',
      'from 5 to ',
      '100m',
      'one hundred ',
      '(억원 ',
      'up to ',
      '당 ',
    ];
    for (const sign of signs) {
      const text = sign.repeat(Math.ceil(100_000 / sign.length));
      for (const recogniser of [amounts, percents, counts]) {
        const start = process.cpuUsage();
        const anchors = anchorsIn(text);
        if (anchors !== null) assert.ok(recogniser.find(anchors, { language: 'ko', region: 'US' }).length >= 0);
        const spent = process.cpuUsage(start).user / 1000;
        assert.ok(spent < 1500, `${recogniser.kind} ${JSON.stringify(sign)}: ${Math.round(spent)} ms`);
      }
    }
  });
});

describe('decimals', () => {
  const number = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
    .map(([n, places]) => shifted(String(n), -places));

  it('are exact', () => {
    assert.equal(sum('0.1', '0.2'), '0.3');
    assert.equal(product('216.4', '1000000000'), '216400000000');
    assert.equal(decimal('-007.50'), '-7.5');
    assert.equal(grouped('-1234567.5'), '-1,234,567.5');
    fc.assert(
      fc.property(number, fc.integer({ min: -12, max: 12 }), (a, power) =>
        assert.equal(shifted(shifted(a, power), -power), a),
      ),
    );
    fc.assert(fc.property(number, number, (a, b) => assert.equal(sum(a, b), sum(b, a))));
    fc.assert(
      fc.property(number, number, (a, b) => assert.equal(Math.sign(compare(a, b)), Math.sign(Number(a) - Number(b)))),
    );
  });
});
