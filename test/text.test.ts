import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { markAt } from '../src/text/bullet';
import { linesOf, offsetAt, placeAt } from '../src/text/lines';
import { readMarkdown } from './support/markdown';
import { readPlain } from '../src/text/plain';
import { contains, lastStartingBy, overlaps, shift } from '../src/text/span';
import { assertBlocks, drawn } from './support/blocks';
import { readCases } from './support/markers';

/** test/fixtures/text/*.txt: `--- is` gives the blocks, a line each (test/support/blocks.ts). */
const folder = 'test/fixtures/text';

for (const file of readdirSync(folder)) {
  describe(`text/${file}`, () => {
    for (const { title, text, settings, sections } of readCases(file, readFileSync(`${folder}/${file}`, 'utf8'))) {
      it(title, () => {
        const read = settings.format === 'md' ? readMarkdown : readPlain;
        const expected = sections.find(({ name }) => name === 'is')?.body ?? '';
        assert.equal(drawn(read(text)).join('\n').trimEnd(), expected.trimEnd());
        for (const twin of [text, text.replace(/\n/g, '\r\n'), text.replace(/\n/g, '\r')]) {
          const blocks = read(twin);
          assertBlocks(twin, blocks);
          assert.deepEqual(drawn(blocks), drawn(read(text)), 'line ends make no difference');
        }
      });
    }
  });
}

describe('marks', () => {
  const marks: readonly [text: string, mark: string | null][] = [
    ['1. Roads', '1.'],
    ['12) 도로', '12)'],
    ['(3) Roads', '(3)'],
    ['141.The fund', '141.'],
    ['1.2 Scope', '1.2'],
    ['1.2.3 Scope', '1.2.3'],
    ['2.1. 추진 방향', '2.1.'],
    ['Ⅳ. 예산', 'Ⅳ.'],
    ['IV. Money', 'IV.'],
    ['(iv) Money', '(iv)'],
    ['A. Money', 'A.'],
    ['b) Money', 'b)'],
    ['가. 예산', '가.'],
    ['(나) 예산', '(나)'],
    ['③ 예산', '③'],
    ['❷ Money', '❷'],
    ['󰊱 예산', '󰊱'],
    ['□ 예산', '□'],
    ['ㅇ예산', 'ㅇ'],
    ['o 예산', 'o'],
    ['** 주석', '**'],
    ['▲현장', '▲'],
    ['- Money', '-'],
    ['– Money', '–'],
    ['?? Money', '??'],
    ['1. 2월: 공모', '1.'],
    ['10. 2024년 계획', '10.'],
    ['3. 1.5배 증가', '3.'],
    ['2027. 2. 24. 시행', null],
    ['5. 13.(월): 개막', null],
    ['3.  4.(월)          발대식', null],
    ['3.  4.5톤 차량 구입', '3.'],
    ['3. 1.부터 시행', null],
    ['5. 13.', null],
    ['3대 전략', null],
    ['5G 전용망', null],
    ['1.5배', null],
    ['1.2 million people', null],
    ['2.4 GHz', null],
    ['12 billion won', null],
    ['-3%', null],
    ['○○시 안전과', null],
    ['○○ 예산', '○○'],
    ['△ 3', null],
    ['▼12.5', null],
    ['– 5 to 7', null],
    ['- 3 in 2024', null],
    ['(2024) text', null],
    ['(온라인) 신청', null],
    ['*emphasis* here', null],
    ['J. K. Lee', null],
    ['I am', null],
    ['on time', null],
    ['First, roads', null],
    ['전략 1. 도로', null],
  ];
  for (const [text, mark] of marks) {
    it(`${text} → ${mark ?? 'none'}`, () => {
      const found = markAt(text, 0, text.length);
      assert.equal(found === null ? null : text.slice(0, found.end), mark);
    });
  }
});

describe('lines', () => {
  const text = 'a\r\nbc\rd\n\n\ud83d\ude00e';
  const lines = linesOf(text);

  it('counts the three line ends', () => {
    assert.deepEqual(lines.starts, [0, 3, 6, 8, 9]);
  });

  it('goes there and back at every offset', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      assert.equal(offsetAt(lines, placeAt(lines, offset)), offset);
    }
  });

  it('takes what lies beyond for the end', () => {
    assert.deepEqual(placeAt(lines, 99), placeAt(lines, text.length));
    assert.deepEqual(placeAt(lines, -1), { line: 0, column: 0 });
    assert.equal(offsetAt(lines, { line: 9, column: 0 }), text.length);
    assert.equal(offsetAt(lines, { line: 4, column: 99 }), text.length);
  });

  it('reads an empty text as one line', () => {
    assert.deepEqual(linesOf('').starts, [0]);
    assert.deepEqual(placeAt(linesOf(''), 0), { line: 0, column: 0 });
  });
});

describe('spans', () => {
  it('are half-open', () => {
    assert.ok(contains({ start: 2, end: 5 }, { start: 2, end: 5 }));
    assert.ok(!contains({ start: 2, end: 5 }, { start: 1, end: 3 }));
    assert.ok(!overlaps({ start: 2, end: 5 }, { start: 5, end: 6 }));
    assert.ok(overlaps({ start: 2, end: 5 }, { start: 4, end: 6 }));
    assert.deepEqual(shift({ start: 2, end: 5, more: 1 }, 3), { start: 5, end: 8, more: 1 });
  });

  it('are found by their start', () => {
    const items = [
      { start: 1, end: 3 },
      { start: 5, end: 9 },
    ];
    assert.deepEqual(
      [0, 1, 4, 5, 99].map((at) => lastStartingBy(items, at)),
      [-1, 0, 0, 1, 1],
    );
  });
});
