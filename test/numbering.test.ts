import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import { walk, type Node } from '../src/outline/outline';

/** Every style of numbering, a little plan each: how three parts of one series begin. */
const styles: readonly (readonly [style: string, ...heads: string[]])[] = [
  ['ordinal words', 'First, ', 'Second, ', 'Lastly, '],
  ['adverbs', 'Firstly, ', 'Secondly, ', 'Thirdly, '],
  ['digits and full stops', '1. ', '2. ', '3. '],
  ['digits and brackets', '1) ', '2) ', '3) '],
  ['digits in brackets', '(1) ', '(2) ', '(3) '],
  ['digits in circles', '① ', '② ', '③ '],
  ['digits in black circles', '❶ ', '❷ ', '❸ '],
  ['digits in sans-serif circles', '➊ ', '➋ ', '➌ '],
  ['digits in brackets, one sign', '⑴ ', '⑵ ', '⑶ '],
  ['keys', '1️⃣ ', '2️⃣ ', '3️⃣ '],
  ['boxed numerals of the private-use area', '\u{F02B1} ', '\u{F02B2} ', '\u{F02B3} '],
  ['Roman signs', 'Ⅰ. ', 'Ⅱ. ', 'Ⅲ. '],
  ['Roman letters', 'I. ', 'II. ', 'III. '],
  ['small Roman letters', '(i) ', '(ii) ', '(iii) '],
  ['capital letters', 'A. ', 'B. ', 'C. '],
  ['small letters in brackets', '(a) ', '(b) ', '(c) '],
  ['small letters and brackets', 'a) ', 'b) ', 'c) '],
  ['a number with a hash sign', '#1 ', '#2 ', '#3 '],
  ['tasks', 'Task 1: ', 'Task 2: ', 'Task 3: '],
  ['strategies in Roman numerals', 'Strategy I – ', 'Strategy II – ', 'Strategy III – '],
  ['objectives in two numbers', 'Objective 2.1 – ', 'Objective 2.2 – ', 'Objective 2.3 – '],
  ['pillars', 'Pillar 1: ', 'Pillar 2: ', 'Pillar 3: '],
  ['pillars spelled out', 'Pillar One: ', 'Pillar Two: ', 'Pillar Three: '],
  ['priorities', 'Priority 1 – ', 'Priority 2 – ', 'Priority 3 – '],
  ['goals', 'Goal 1. ', 'Goal 2. ', 'Goal 3. '],
  ['actions', 'Action 1: ', 'Action 2: ', 'Action 3: '],
  ['goals in square brackets', '[Goal 1] ', '[Goal 2] ', '[Goal 3] '],
  ['numbered with No.', 'Measure No. 1: ', 'Measure No. 2: ', 'Measure No. 3: '],
  ['a label of the document’s own', 'Workpackage 1: ', 'Workpackage 2: ', 'Workpackage 3: '],
  ['Korean ordinal words', '첫째, ', '둘째, ', '마지막으로, '],
  ['Korean counted ordinals', '첫 번째, ', '두 번째, ', '세 번째, '],
  ['Korean syllables', '가. ', '나. ', '다. '],
  ['Korean syllables and brackets', '가) ', '나) ', '다) '],
  ['Korean syllables in brackets', '(가) ', '(나) ', '(다) '],
  ['Korean syllables in circles', '㉮ ', '㉯ ', '㉰ '],
  ['Korean strategies', '전략 1. ', '전략 2. ', '전략 3. '],
  ['Korean tasks in two numbers', '과제 3-1. ', '과제 3-2. ', '과제 3-3. '],
  ['Korean tasks in square brackets', '[과제 1] ', '[과제 2] ', '[과제 3] '],
  ['Korean tasks in circles', '추진과제 ① ', '추진과제 ② ', '추진과제 ③ '],
  ['Korean tasks, the number first', '제1과제 ', '제2과제 ', '제3과제 '],
  ['Korean digits', '1. ', '2. ', '3. '],
];

const titles = {
  en: ['Plant trees along the river', 'Mend the paths of all parks', 'Open the gardens to everyone'],
  ko: ['강변에 나무 심기', '공원 산책로 고치기', '정원 열어 주기'],
};
const bodies = {
  en: [
    'The city will plant 4,000 trees by November 2026, at a cost of $2 million.',
    'Crews will mend 31 km of paths, for which $1.4 million is set aside.',
    'Nine gardens will be open every day from May 2026.',
  ],
  ko: [
    '시는 2026년 11월까지 나무 4,000그루를 심는다(20억원).',
    '산책로 31km를 고치며 예산은 14억원이다.',
    '2026년 5월부터 정원 아홉 곳을 날마다 연다.',
  ],
};

const isWord = (head: string): boolean => /,\s$/.test(head);

/** The parts that the plan has, as kind, ordinal and title. */
function partsOf(text: string, format: 'text' | 'markdown'): string[] {
  const found: string[] = [];
  walk(analyzePlan(text, { format }).outline, (node: Node) => {
    if (node.kind === 'strategy' || node.kind === 'task')
      found.push(`${node.ordinal} ${text.slice(node.start, node.start + 4)}`);
  });
  return found;
}

describe('numbering', () => {
  for (const [style, ...heads] of styles) {
    const language = style.startsWith('Korean') || heads[0]!.startsWith('Ⅰ') ? 'ko' : 'en';
    const title = language === 'ko' ? '2026년 공원 녹지 추진계획' : 'Parks Plan 2026';
    const intro =
      language === 'ko'
        ? '시는 공원을 더 가깝고 푸르게 하는 사업을 추진한다.'
        : 'The city sets out what it will do for its parks in the coming year.';
    const starts = heads.map((head, index) => {
      const name = titles[language][index]!;
      const said = isWord(head) && language === 'en' ? bodies.en[index]!.replace('The city', 'the city') : null;
      return `${head}${said ?? (isWord(head) ? bodies.ko[index]! : name)}`;
    });
    const body = (index: number): string => (isWord(heads[index]!) ? '' : `\n\n${bodies[language][index]}`);
    const expected = (text: string): string[] =>
      starts.map((start, index) => `${index + 1} ${text.slice(text.indexOf(start), text.indexOf(start) + 4)}`);

    it(`${style}: over paragraphs, plain text`, () => {
      const text = [title, intro, ...starts.map((start, index) => start + body(index))].join('\n\n');
      assert.deepEqual(partsOf(text, 'text'), expected(text));
    });
    it(`${style}: line by line, plain text`, () => {
      const text = `${title}\n\n${intro}\n\n${starts.join('\n')}\n`;
      assert.deepEqual(partsOf(text, 'text'), expected(text));
    });
    // A word that begins a sentence heads no part of Markdown.
    if (isWord(heads[0]!)) continue;
    it(`${style}: headings in Markdown`, () => {
      const text = [`# ${title}`, intro, ...starts.map((start, index) => `## ${start}${body(index)}`)].join('\n\n');
      assert.deepEqual(
        partsOf(text, 'markdown').map((line) => line.split(' ')[0]),
        ['1', '2', '3'],
      );
    });
  }
});
