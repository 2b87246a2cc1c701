import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import type { Amount } from '../src/figures/figure';

/** What the first amount of a text is for, for what time, in what role. */
const first = (text: string, format: 'markdown' | 'text' = 'text'): Amount => {
  const figure = analyzePlan(text, { format, year: 2026, region: 'KR' }).figures.find(({ kind }) => kind === 'amount');
  assert.ok(figure?.kind === 'amount', text);
  return figure;
};

describe('bind', () => {
  const periods: readonly (readonly [string, string | null])[] = [
    ['Support of KRW 58 billion in 2024 begins.', '2024-01-01..2024-12-31'],
    ['The project (49 billion won, 2024–2028) goes on.', '2024-01-01..2028-12-31'],
    ['It gets KRW 500 billion over five years, 2026–2030.', '2026-01-01..2030-12-31'],
    ['A total of KRW 836 billion will be invested in 2026.', '2026-01-01..2026-12-31'],
    ['2025년 300억원보다 늘었다.', '2025-01-01..2025-12-31'],
    ['A plan under 25,000 won will be introduced in March.', null],
    ['It is to reach KRW 10 trillion by 2028.', null],
    ['재정투자 ’26 9.9조원, ’27 11.2조원이다.', '2026-01-01..2026-12-31'],
    ['발행규모는 15.3조원, 1~5월 누계 83.1조원이다.', null],
    ['Investment reaches KRW 115 billion (2024: KRW 74 billion).', null],
  ];
  for (const [text, expected] of periods) {
    it(`period: ${text}`, () => {
      const { period } = first(text);
      assert.equal(period === null ? null : `${period.from}..${period.to}`, expected);
    });
  }

  const subjects: readonly (readonly [string, string | null])[] = [
    ['The year brings KRW 98.6 billion for open data and more.', 'open data and more'],
    ['Open data: KRW 98.6 billion', 'Open data'],
    ['They set up the Data Growth Fund (KRW 500 billion) soon.', 'Data Growth Fund'],
    ['올해는 국비 138억원을 쓴다.', '국비'],
    ['- 바다 돌봄나눔터(110억)', '바다 돌봄나눔터'],
    ['Schools help children at the start of their lives (KRW 5 billion).', null],
    ['It costs KRW 5 billion.', null],
    ['총지출은 8.1% 늘어난 728조원이다.', null],
    ['관리재정수지는 △4.0%(△109조원)이다.', null],
    ['이에 따른 신탁기금 4천만불을 낸다.', '신탁기금'],
    ['KRW 100 billion for the Climate and Transformation Fund.', 'Climate and Transformation Fund'],
    ['KRW 5 billion for roads and KRW 2 billion for rail.', 'roads'],
    ['KRW 644 million for another 50 clinics.', '50 clinics'],
    ['KRW 2 billion for the coast road between 2026 and 2028.', 'coast road'],
    ['A record 115 billion won (KRW 74 billion before).', null],
  ];
  for (const [text, expected] of subjects) {
    it(`subject: ${text}`, () => assert.equal(first(text).subject, expected));
  }

  it('subject: a generic label takes the heading’s', () => {
    assert.equal(first('## 과제 2 공동배송 운영\n\n- **예산**: 72억원\n', 'markdown').subject, '공동배송 운영');
  });

  const roles: readonly (readonly [string, Amount['role']])[] = [
    ['The budget is KRW 5 billion.', 'budget'],
    ['The lowest fee is 9,900 won.', 'price'],
    ['Each pupil gets 50,000 won per person.', 'unit-cost'],
    ['It pays up to 3 million won.', 'ceiling'],
    ['예산은 120억원에서 96억원으로 준다.', 'previous'],
    ['1인당 50만원을 준다.', 'unit-cost'],
    ['There are KRW 5 billion.', null],
    ['총지출은 전년 대비 8.1% 늘어난 728조원이다.', null],
    ['Universal Credit goes up by KRW 92.', null],
    ['The old age grant rises by KRW 130 to KRW 2,315.', null],
  ];
  for (const [text, expected] of roles) {
    it(`role: ${text}`, () => assert.equal(first(text).role, expected));
  }

  it('a cell has its role from its column’s header, a unit in brackets left out', () => {
    const rolesIn = (header: string): (string | null)[] =>
      analyzePlan(`${header}\n${header.replace(/[^|]+/g, ' --- ')}\n| 항만 | 120 | 150 | 30 | 5,000 | 7 |\n`, {
        format: 'markdown',
        region: 'KR',
      }).figures.flatMap((figure) => (figure.kind === 'amount' ? [figure.role] : []));
    assert.deepEqual(rolesIn('| 구분 | 전년 예산(억원) | 예산안(억원) | 절감액(억원) | 단가(원) | 비고(억원) |'), [
      'previous',
      'budget',
      'saving',
      'unit-cost',
      null,
    ]);
    assert.deepEqual(
      rolesIn(
        '| Item | Last year (KRW million) | Budget (KRW million) | Loans (KRW million) | Unit cost (KRW) | Other (KRW) |',
      ),
      ['previous', 'budget', 'loan', 'unit-cost', null],
    );
  });

  it('a cell has its row for subject and its column’s year for period', () => {
    const { subject, period } = first(
      '(단위: 억원)\n\n| 구분 | 2026년 |\n| --- | ---: |\n| 과제 1 항만 | 40 |\n| 과제 2 도로 | 25 |\n',
      'markdown',
    );
    assert.equal(subject, '항만');
    assert.deepEqual(period, { from: '2026-01-01', to: '2026-12-31' });
  });
});
