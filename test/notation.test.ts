import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { analyzePlan } from '../src/core';
import { describeFigure } from '../src/figures/describe';
import type { Amount } from '../src/figures/figure';
import { writeAmount, type NotationStyle } from '../src/figures/notation';
import { say } from '../src/language/say';
import type { AnalyseOptions } from '../src/plan';

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
  const korean = JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8')) as Record<string, string>;
  const cases: readonly {
    readonly text: string;
    readonly options?: AnalyseOptions;
    readonly at?: number;
    readonly en: readonly string[];
    readonly ko: readonly string[];
  }[] = [
    {
      text: '2,702억원 이내',
      en: [
        'KRW 270,200,000,000',
        '2,702억 원 · KRW 270.2 billion',
        'As it is rounded: from 270,150,000,000 to 270,250,000,000.',
        'At most this.',
      ],
      ko: [
        'KRW 270,200,000,000',
        '2,702억 원 · KRW 270.2 billion',
        '반올림을 감안하면 270,150,000,000에서 270,250,000,000까지입니다.',
        '이 값 이하입니다.',
      ],
    },
    { text: 'It pays US$5 a day.', en: ['USD 5 (each day)', '5 달러'], ko: ['USD 5 (매일)', '5 달러'] },
    {
      text: 'Grants of €5–7 million each.',
      en: ['EUR 5,000,000–7,000,000 (each unit)', '500만~700만 유로 · EUR 5–7 million'],
      ko: ['EUR 5,000,000–7,000,000 (단위당)', '500만~700만 유로 · EUR 5–7 million'],
    },
    {
      text: 'About $25 million is set aside.',
      en: [
        '25,000,000',
        'As it is rounded: from 24,500,000 to 25,500,000.',
        'An approximation.',
        'The currency is open: the sign stands for several, and no country is set.',
      ],
      ko: [
        '25,000,000',
        '반올림을 감안하면 24,500,000에서 25,500,000까지입니다.',
        '어림한 값입니다.',
        '통화가 정해지지 않았습니다. 여러 통화가 함께 쓰는 기호이며 국가가 설정되지 않았습니다.',
      ],
    },
    {
      text: 'About $25 million is set aside.',
      options: { region: 'CA' },
      en: [
        'CAD 25,000,000',
        '2,500만 캐나다 달러 · CAD 25 million',
        'As it is rounded: from 24,500,000 to 25,500,000.',
        'An approximation.',
        'Read as CAD, by the country or by custom.',
      ],
      ko: [
        'CAD 25,000,000',
        '2,500만 캐나다 달러 · CAD 25 million',
        '반올림을 감안하면 24,500,000에서 25,500,000까지입니다.',
        '어림한 값입니다.',
        '국가 설정 또는 관례에 따라 읽은 통화: CAD',
      ],
    },
    {
      text: '| Field | Budget (KRW billion) |\n| --- | --- |\n| Ports | 41.2 |',
      options: { format: 'markdown' },
      en: [
        'KRW 41,200,000,000',
        '412억 원 · KRW 41.2 billion',
        'As it is rounded: from 41,150,000,000 to 41,250,000,000.',
        'The unit stands in the table’s header, label or unit line.',
      ],
      ko: [
        'KRW 41,200,000,000',
        '412억 원 · KRW 41.2 billion',
        '반올림을 감안하면 41,150,000,000에서 41,250,000,000까지입니다.',
        '단위는 표의 머리글, 항목명 또는 단위 표시에 있습니다.',
      ],
    },
    { text: 'It opens on 13 February 2024.', en: ['2024-02-13 (Tuesday)'], ko: ['2024-02-13 (화요일)'] },
    {
      text: 'It opens in April.',
      en: ['2024-04-01 to 2024-04-30', 'The year is the plan’s own.'],
      ko: ['2024-04-01부터 2024-04-30까지', '연도는 계획의 기준 연도입니다.'],
    },
    {
      text: 'In 2023, two sites were built. One opened in June.',
      at: 2,
      en: ['2023-06-01 to 2023-06-30', 'The year comes from the text around.'],
      ko: ['2023-06-01부터 2023-06-30까지', '연도는 앞뒤 문맥에서 읽었습니다.'],
    },
    {
      text: 'Due by the end of March 2026.',
      en: ['until 2026-03-31 (Tuesday)'],
      ko: ['2026-03-31 (화요일)까지'],
    },
    {
      text: 'Hearings run 3–5 May 2024.',
      en: ['2024-05-03 (Friday) to 2024-05-05 (Sunday)'],
      ko: ['2024-05-03 (금요일)부터 2024-05-05 (일요일)까지'],
    },
    {
      text: 'Work starts in early 2025.',
      en: ['2025-01-01 to 2025-12-31', 'Somewhere in this time.'],
      ko: ['2025-01-01부터 2025-12-31까지', '이 기간 중 어느 때입니다.'],
    },
    {
      text: 'Offers came on 03/04/2024.',
      en: ['No day of the calendar follows from this.'],
      ko: ['이 표현만으로는 달력의 날짜를 알 수 없습니다.'],
    },
    {
      text: 'up 24.9%',
      en: ['24.9 per cent', 'An increase.', 'As it is rounded: from 24.85 to 24.95.'],
      ko: ['24.9퍼센트', '증가입니다.', '반올림을 감안하면 24.85에서 24.95까지입니다.'],
    },
    {
      text: 'at least 15 percentage points',
      en: ['15 percentage points', 'As it is rounded: from 14.5 to 15.5.', 'At least this.'],
      ko: ['15퍼센트포인트', '반올림을 감안하면 14.5에서 15.5까지입니다.', '이 값 이상입니다.'],
    },
    { text: 'It gains 2~3%.', en: ['2–3 per cent'], ko: ['2–3퍼센트'] },
    {
      text: 'It helps about 1.33 crore women.',
      en: ['13,300,000 women', '1,330만', 'An approximation.'],
      ko: ['13,300,000 women', '1,330만', '어림한 값입니다.'],
    },
    { text: '직원 2만 4,000명', en: ['24,000 명', '2만 4,000'], ko: ['24,000 명', '2만 4,000'] },
    {
      text: 'It rose from 45% to 60%.',
      en: ['45% → 60%', '15 percentage points more', '+33.3%'],
      ko: ['45% → 60%', '15퍼센트포인트 증가', '+33.3%'],
    },
    {
      text: 'Support (KRW 187.2 billion → KRW 224.6 billion) grows.',
      en: ['KRW 187.2 billion → KRW 224.6 billion', '37,400,000,000 more', '+20.0%'],
      ko: ['KRW 187.2 billion → KRW 224.6 billion', '37,400,000,000 증가', '+20.0%'],
    },
    {
      text: 'Support (KRW 216.4 billion in 2023 KRW 270.2 billion in 2024) grows.',
      en: [
        'KRW 216.4 billion → KRW 270.2 billion',
        '53,800,000,000 more',
        '+24.9%',
        'An arrow seems to have been lost between the two.',
      ],
      ko: [
        'KRW 216.4 billion → KRW 270.2 billion',
        '53,800,000,000 증가',
        '+24.9%',
        '두 수치 사이의 화살표가 빠진 것으로 보입니다.',
      ],
    },
  ];

  for (const { text, options, at = 0, en, ko } of cases) {
    it(text, () => {
      const { figures } = analyzePlan(text, { year: 2024, ...options });
      const lines = (messages?: Record<string, string>) =>
        describeFigure(figures[at]!, figures, (template, ...values) => say(messages, template, ...values));
      assert.deepEqual(lines(), en);
      assert.deepEqual(lines(korean), ko);
    });
  }
});
