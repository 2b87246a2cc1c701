import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';

/** Money of the only task of a plan, in billions. */
const moneyOf = (text: string): (number | undefined)[] => {
  const { outline } = analyzePlan(`# Plan 2026 · 2026년 계획\n\n## Strategy 1. Rooms · 전략 1. 방\n\n${text}`, {
    path: 'plan.md',
    plan: true,
  });
  return outline[0]!.children.map(({ totals }) => totals[0] && totals[0].value / 1e9);
};

const heading = '### Task 1. Learning rooms · 과제 1. 배움터';

describe('the money of a part', () => {
  it('is added up once where a paragraph says it again in the other language', () => {
    assert.deepEqual(moneyOf(`${heading}\n\nThe rooms cost KRW 1.8 billion.\n\n사업비는 18억 원이다.\n`), [1.8]);
  });

  it('is added up where the paragraph in the other language names other money', () => {
    assert.deepEqual(moneyOf(`${heading}\n\nThe rooms cost KRW 1.8 billion.\n\n비품에 2억 원을 쓴다.\n`), [2]);
    assert.deepEqual(
      moneyOf(`${heading}\n\nThe rooms cost KRW 1.8 billion.\n\n방에 18억 원, 비품에 2억 원을 쓴다.\n`),
      [3.8],
    );
  });

  it('is added up where the same is said in the same language', () => {
    assert.deepEqual(
      moneyOf(`${heading}\n\nThe north receives KRW 2 billion.\n\nThe south receives KRW 2 billion.\n`),
      [4],
    );
  });

  it('is told by role where it is no budget, once where it is said again', () => {
    const { outline } = analyzePlan(
      '# Plan 2026\n\n## Task 1. Small firms\n\nThe ministry will spend KRW 4 billion. Firms receive loans of KRW 9 billion and ' +
        'guarantees of KRW 3 billion. Loans of KRW 9 billion are new. A ticket will cost KRW 5,000. ' +
        'The goal is exports of USD 2 billion.\n\n## Task 2. Parks\n\nThe city will spend KRW 1 billion.\n',
      { path: 'plan.md', plan: true },
    );
    const [firms, parks] = outline;
    assert.deepEqual(firms!.totals, [{ currency: 'KRW', value: 4e9, period: null }]);
    assert.deepEqual(firms!.otherTotals, [
      { role: 'loan', currency: 'KRW', value: 12e9, period: null },
      { role: 'target', currency: 'USD', value: 2e9, period: null },
    ]);
    assert.equal(parks!.otherTotals, undefined);
  });
});
