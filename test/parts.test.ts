import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import { mainRun } from '../src/outline/chain';
import { commitmentsOf } from '../src/outline/commitments';
import { clauseOf } from '../src/language/grammar';
import { labelOf } from '../src/outline/label';
import { readMarker } from '../src/outline/block-facts';
import { writeNumeral } from '../src/outline/numeral';
import type { Paint } from '../src/report/paint';
import { outlineTree } from '../src/report/tree';

/** What a line's marker is, in one line: `style ordinal`, or `-`. */
function marker(line: string): string {
  const { blocks } = analyzePlan(
    `${line}\n\nA sentence follows here, long enough to be running text and nothing else.`,
  );
  const found = readMarker(blocks[0]!);
  return found === null ? '-' : `${found.style} ${found.closing ? 'last' : found.path.join('.') || ''}`.trim();
}

describe('outline markers', () => {
  const markers: Record<string, string> = {
    'First, the Ministry will build.': 'word 1',
    'Secondly, the Ministry will build.': 'word 2',
    'Twenty-first, the Ministry will build.': 'word 21',
    'Lastly, the Ministry will build.': 'word last',
    'Last but not least, the Ministry will build.': 'word last',
    'One, the Ministry will build.': 'cardinal 1',
    'The first aim is to build.': 'phrase 1',
    'Our second priority will be schools.': 'phrase 2',
    'Third pillar: Skills': 'phrase 3',
    'The final goal is to build.': 'phrase last',
    'Task 3: Build': 'label 3',
    'TASK 3. BUILD': 'label 3',
    'Strategy II – Living coasts': 'label 2',
    'Pillar Two: Walking': 'label 2',
    '[Goal 1] A region': 'label 1',
    'Performance Goal 1.1: Charts': 'label 1.1',
    'Priority Area 3 (EUR 5 million): Water': 'label 3',
    'Theme 1 | Water': 'label 1',
    'Goal No. 4: Water': 'label 4',
    'Chapter 4 Money': 'label 4',
    'Strategy: To lay the ground': 'bare',
    '1. Introduction': 'decimal 1',
    '(2) Background': 'decimal 2',
    '1.2.3 Charts': 'decimal 1.2.3',
    'IV. Outlook': 'roman 4',
    'B. Buses': 'letter 2',
    '첫째, 장학생을 뽑는다.': 'word 1',
    '두 번째, 장학생을 뽑는다.': 'word 2',
    '열두째, 장학생을 뽑는다.': 'word 12',
    '마지막으로 봉사단을 꾸린다.': 'word last',
    '전략 1. 데이터 개방': 'label 1',
    '【전략 2】 데이터 개방': 'label 2',
    '< 전략 3. 데이터 개방 >': 'label 3',
    '추진과제 3-2. 데이터 개방': 'label 3.2',
    '제1장 총칙': 'label 1',
    '제2전략: 성장': 'label 2',
    'Ⅱ. 추진방향': 'roman 2',
    '나. 예방': 'hangul 2',
    '③ 과제': 'circled 3',
    '➋ 과제': 'circled 2',
    '󰊲 방향': 'boxed 2',
    '□ 항목': 'bullet',
    'ㅇ 항목': 'bullet',
  };
  for (const [line, expected] of Object.entries(markers)) it(line, () => assert.equal(marker(line), expected));

  const none = [
    'First of all, the Ministry will build.',
    'First quarter results rose again.',
    'Second-tier cities get a tram.',
    'Last week, the Ministry met.',
    'Finally the rain stopped.',
    'One, two, three steps.',
    'The first thing is to rest.',
    'Task 3 will be delivered by May.',
    'Table 3: Budget',
    'Article 5. Scope',
    'Agenda 2030: what is next',
    'Vision 2030: what is next',
    '3 in 2023 5 in 2024',
    '5G networks will grow',
    '2nd Summit of Ministers',
    '2024. 3. 1. 시행',
    '5. 13.(월): 화재 대피의 날',
    'A.B. Smith said no.',
    '과제 4에서 설치한 충전소',
    '제1조(목적) 이 조례는',
    '제2차 기본계획',
    '3대 전략 8개 과제',
    '※ 참고 사항',
  ];
  for (const line of none) it(`not: ${line}`, () => assert.equal(marker(line), '-'));
});

describe('the main run of a series', () => {
  /** `1 2 (1 2) 3`: ordinals in order, `L` closes, `/` is a heading between, brackets what must be left out. */
  const runs: Record<string, number | null> = {
    '1 2 3 4 L': null,
    '1 2 3 (1 2 3) 4 5': null,
    '1 2 3 4 (1 2) L': null,
    '1 2 3 / 4 5 / 6 L': null,
    '1 2 3 / 1 2 / 1 2 3': null,
    '1 2 4 4 5': null,
    '1 1 3': null,
    '1 3 2 4': null,
    '1 2 7 4 5': null,
    '1 2 3 (2) 4': null,
    '1 2 (L) 3 4': null,
    '1 2 3 (1 2 L)': 3,
    '1 2 3 / 4 5 / (1 2)': null,
  };
  for (const [run, expected] of Object.entries(runs)) {
    it(run, () => {
      const links = [];
      const wanted: boolean[] = [];
      let afterOther = false;
      let inside = true;
      for (const token of run.match(/[\dL]+|[/()]/g)!) {
        if (token === '/') afterOther = true;
        else if (token === '(' || token === ')') inside = token === ')';
        else {
          const closing = token === 'L';
          links.push({ ordinal: closing ? null : Number(token), closing, afterOther, loose: false });
          wanted.push(inside);
          afterOther = false;
        }
      }
      assert.deepEqual(mainRun(links, expected), wanted);
    });
  }
});

describe('numerals', () => {
  const written: [number, string, string | null][] = [
    [7, '(3)', '(7)'],
    [4, 'II.', 'IV.'],
    [10, 'ix)', 'x)'],
    [3, 'B.', 'C.'],
    [4, '가.', '라.'],
    [12, '①', '⑫'],
    [21, '①', null],
    [2, 'Ⅰ', 'Ⅱ'],
  ];
  for (const [value, like, expected] of written) {
    it(`${value} like ${like}`, () => assert.equal(writeNumeral(value, like), expected));
  }
});

const same = (text: string): string => text;

const text = `Harbour Plan 2025

The plan has three tasks.

Task 1: Quays

The Authority will electrify the north quay by June 2026 (EUR 12 million). In 2023 it spent $4 million.

Task 2: Rail

A new siding will be opened on 1 March 2025.

Task 3: Fees

We will halve fees for clean ships from July 2025.
`;

describe('what follows from the outline', () => {
  const plan = analyzePlan(text);

  it('commitments', () => {
    const found = commitmentsOf(plan.figures, plan.blocks).map(({ verb, object, body, node }) => [
      verb,
      object,
      body,
      node,
    ]);
    assert.deepEqual(found, [
      ['electrify', 'the north quay', 'The Authority', [0]],
      ['opened', 'A new siding', null, [1]],
      ['halve', 'fees for clean ships', null, [2]],
    ]);
  });

  it('commitments in Korean', () => {
    const korean = analyzePlan(
      '첫째, 돌봄을 넓힌다.\n\n다온시는 2026년 9월에 통합센터를 개소한다. 지난해에는 문을 열지 못했다.\n',
    );
    const found = commitmentsOf(korean.figures, korean.blocks).map(({ verb, object, body }) => [verb, object, body]);
    assert.deepEqual(found, [['개소', '통합센터', '다온시']]);
  });

  it('coverage', () => {
    const { found, understood, compared, open, kinds } = plan.coverage;
    assert.equal(found, plan.figures.length);
    assert.equal(found - understood, open.length);
    assert.equal(compared, 0);
    assert.deepEqual(kinds.amount, { found: 2, understood: 1, compared: 0 });
    assert.deepEqual(
      open.map(({ why }) => why),
      ['currency'],
    );
  });

  it('coverage tells what a sum rests on', () => {
    const { coverage } = analyzePlan(
      '# Plan 2026\n\n| Task | KRW billion |\n| --- | --- |\n| Roads | 4 |\n| Trees | 5 |\n| Total | 9 |\n\nIn March, we will begin.\n',
      { format: 'markdown' },
    );
    assert.deepEqual(coverage.kinds.amount, { found: 3, understood: 3, compared: 3 });
  });

  it('an excerpt whose numbers begin late is doubtful, says so, and is not checked', () => {
    const doubtful = analyzePlan(
      'The plan for 2026 sets out the strategy, budget and goals of the Trust.\n\nSecond, the Trust will dredge a basin.\n\nFourth, the Trust will paint the sheds.\n',
    );
    assert.deepEqual(
      doubtful.outline.map(({ kind, ordinal, doubtful }) => [kind, ordinal, doubtful]),
      [
        ['task', 2, true],
        ['task', 4, true],
      ],
    );
    assert.deepEqual(doubtful.findings, []);
    const plain = { bold: same, dim: same, green: same, cyan: same } as unknown as Paint;
    const tree = outlineTree(doubtful, plain, 80, (template) => template);
    assert.match(tree, /^Fourth {2}The Trust will paint the sheds\. \(\?\)$/m);
    assert.match(tree, /The structure is doubtful here/);
  });

  it('labels', async () => {
    const label = async (sentence: string) => {
      const { outline } = analyzePlan(
        `The Ministry will carry out two key tasks under its plan.\n\nFirst, ${sentence}\n\nSecond, we will wait for rain and snow and then for the sun to come out again.`,
      );
      return labelOf(outline[0]!, clauseOf);
    };
    assert.equal(
      await label('the Ministry will strengthen the foundation for global cooperation by expanding joint research.'),
      'Strengthen the foundation for global cooperation',
    );
    assert.equal(
      await label('exports of digital services, which reached USD 12 billion, will be supported through export desks.'),
      'Support exports of digital services',
    );
    assert.equal(await label('we will build a dam.'), 'Build a dam');
    assert.equal(await label('the dam at the northern gate.'), 'The dam at the northern gate');
  });
});
