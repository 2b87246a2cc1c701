import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

/** The TextMate grammar, by its patterns alone: what it takes and what it leaves. Each keeps to one line. */
interface Pattern {
  readonly match: string;
}
const { repository } = JSON.parse(readFileSync('syntaxes/figures.tmLanguage.json', 'utf8')) as {
  repository: Record<string, { patterns: Pattern[] }>;
};

/** As the editor reads a line: the match that starts first, of two the one whose pattern stands first, and on from its end. */
function taken(kind: string, line: string): string[] {
  const found: string[] = [];
  const patterns = repository[kind]!.patterns.map(({ match }) => new RegExp(match, 'g'));
  for (let at = 0; ;) {
    const next = patterns.reduce<RegExpExecArray | undefined>((best, pattern) => {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      return match && (best === undefined || match.index < best.index) ? match : best;
    }, undefined);
    if (next === undefined) return found;
    found.push(next[1] ?? next[0]);
    at = next.index + Math.max(next[0].length, 1);
  }
}

const takes: Record<string, string[]> = {
  amount: [
    'KRW 216.4 billion',
    'US$500m',
    '£1.2bn',
    'Rs 1,200 crore',
    '15 billion won',
    '€ 3.5 million',
    '2조 7,024억 원',
    '5백만원',
    '300만 달러',
  ],
  date: [
    '13 February 2024',
    'February 2024',
    'March 31',
    'second half of 2025',
    'Q3 2026',
    '2024-02-13',
    '2024. 2. 13.',
    '2024년 3월 21일',
    '2026년 상반기',
    "'24.2월",
    "'24~'28",
    '2024–2028',
  ],
  percent: ['24.9%', '3.5 per cent', '△4.0%', '2%p', '12퍼센트'],
  marker: ['First', 'Lastly', 'Task 3', 'Strategy II', 'PILLAR 2', '셋째', '과제 3-2', '□', '①'],
};
const leaves: Record<string, string[]> = {
  amount: ['He has won', 'in 2024 won', 'Section 3', '3만 명', '20억 어절', 'A4', 'v1.2.3'],
  date: ['May we', 'Section 2.1', '1,2024', '2024 households', '010-2024-1234', 'version 2024.1.3.4'],
  percent: ['50 percentile', '5 persons'],
  marker: ['At First, he', 'a Task 3: b', 'ACTIONS 3: b', 'Firstly'],
};

describe('grammar', () => {
  for (const [kind, samples] of Object.entries(takes)) {
    for (const sample of samples) {
      it(`${kind}: ${sample}`, () => {
        const line =
          kind === 'marker' ? `${sample}${/[a-zA-Z]t$|y$|째$/.test(sample) ? ',' : ' '}x` : `is ${sample} here`;
        assert.deepEqual(taken(kind, line), [sample], line);
      });
    }
  }
  for (const [kind, samples] of Object.entries(leaves)) {
    for (const sample of samples) it(`no ${kind}: ${sample}`, () => assert.deepEqual(taken(kind, `${sample} x`), []));
  }

  it('a marker leaves out what Markdown puts before it', () => {
    assert.deepEqual(taken('marker', '## Task 3: roads'), ['Task 3']);
    assert.deepEqual(taken('marker', '  - **First**, roads'), []);
    assert.deepEqual(taken('marker', '- **Lastly, roads**'), ['Lastly']);
  });

  it('reads a long line of digits, spaces and brackets in no time', () => {
    for (const line of ['1'.repeat(5000), ' '.repeat(5000), '1,'.repeat(2500), '1 '.repeat(2500), "'24".repeat(2000)]) {
      const from = performance.now();
      for (const kind of Object.keys(repository)) taken(kind, line);
      assert.ok(performance.now() - from < 300, line.slice(0, 4));
    }
  });
});
