import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';

/** What a task's text says, and the money that it is for, in won. */
const tasks: readonly (readonly [won: number, text: string])[] = [
  [
    9000000000,
    'A total of KRW 9 billion goes to new cycle paths: KRW 4.5 billion to the harbour route, KRW 3 billion to the river route and KRW 2.5 billion to the school routes.',
  ],
  [
    9000000000,
    'The city spends KRW 4.5 billion on the harbour route, KRW 3 billion on the river route and KRW 2.5 billion on the school routes, KRW 9 billion in all.',
  ],
  [9000000000, 'KRW 9 billion will be spent, of which KRW 4 billion on buses and KRW 3 billion on trams.'],
  [9000000000, 'KRW 9 billion will be spent. Of this, KRW 4 billion goes to buses and KRW 3 billion to trams.'],
  [21000000000, 'The city buys 40 electric buses at KRW 450 million each, KRW 21 billion in all.'],
  [9000000000, 'The budget is KRW 9 billion, including KRW 2 billion for training.'],
  [7000000000, 'KRW 4 billion goes to buses. KRW 3 billion goes to trams.'],
  [60000000000, 'The budget rises to KRW 60 billion, up from KRW 50 billion last year.'],
  [60000000000, 'The budget rises from KRW 50 billion in 2025 to KRW 60 billion.'],
  [5000000000, 'Grants of up to KRW 300 million are paid to firms. The scheme costs KRW 5 billion.'],
  [9000000000, '- KRW 4 billion for buses\n- KRW 5 billion for trams\n\nTotal: KRW 9 billion'],
  [9000000000, '- KRW 4 billion for buses\n- KRW 4 billion for trams\n- Total: KRW 9 billion'],
  [9000000000, 'Budget: KRW 9 billion\n\n- KRW 4 billion for buses\n- KRW 4.5 billion for trams'],
  [8000000000, 'Budget: KRW 8 billion. Households with an income below KRW 40 million may apply.'],
  [
    10000000000,
    'A total of KRW 9 billion goes to paths: KRW 4.5 billion to the harbour and KRW 4.5 billion to the river. In addition, KRW 1 billion goes to lamps.',
  ],
  [9000000000, 'KRW 9 billion (KRW 5 billion from the state, KRW 3 billion from the province) will be spent.'],
  [
    9000000000,
    'Spending of KRW 9 billion, split into KRW 5 billion for roads and KRW 3.9 billion for rails, begins in May.',
  ],
  [9000000000, '총 90억원을 들여 자전거길을 놓는다. 이 중 45억원은 항구, 30억원은 강변에 쓴다.'],
  [9000000000, '자전거길에 90억원(국비 45억원, 시비 40억원)을 쓴다.'],
  [9000000000, '- 항구길 45억원\n- 강변길 40억원\n- 합계 90억원'],
  [9000000000, '사업비: 90억원\n\n- 항구길 45억원\n- 강변길 40억원'],
  [6000000000, '예산은 지난해 50억원에서 60억원으로 늘어난다.'],
  [5000000000, '기업당 최대 3억원을 지원한다. 사업비는 50억원이다.'],
  [9000000000, '항구길에 45억원, 강변길에 40억원, 모두 90억원을 쓴다.'],
  [8500000000, '항구길에 45억원, 강변길에 40억원을 쓴다.'],
  [9000000000, '총사업비 90억원 가운데 국비가 45억원, 나머지 40억원은 시비이다.'],
  [5000000000, 'KRW 3 billion goes to lamps and KRW 2 billion to paths: both are due in May.'],
  [12000000000, 'KRW 9 billion (an increase on 2025) goes to paths. KRW 3 billion goes to lamps.'],
  [12000000000, 'Paths get KRW 9 billion, in all weathers. Lamps get KRW 3 billion.'],
];

describe('wholes and parts', () => {
  for (const [won, text] of tasks) {
    it(text.replace(/\n+/g, ' / '), () => {
      const korean = /[가-힣]/.test(text);
      const plan = korean
        ? `# 2026년 도시 계획\n\n## 과제 1. 하는 일\n\n${text}\n\n## 과제 2. 다른 일\n\n길을 고친다.\n`
        : `# City plan 2026\n\n## Task 1. Do a thing\n\n${text}\n\n## Task 2. Do another\n\nRoads will be mended.\n`;
      const [task] = analyzePlan(plan, { format: 'markdown', year: 2026 }).outline;
      assert.deepEqual(
        task!.totals.map(({ value, currency }) => [value, currency]),
        [[won, 'KRW']],
      );
    });
  }
});
