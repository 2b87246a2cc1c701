import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import { fixAll } from '../src/edits/fix-all';
import { ordinalsIn, readOrdinal, writeOrdinal } from '../src/edits/ordinal';

describe('ordinals', () => {
  const series: [string, number, string][] = [
    ['Sixth', 7, 'Seventh'],
    ['NINTH', 10, 'TENTH'],
    ['Twentieth', 21, 'Twenty-first'],
    ['twelve', 10, 'ten'],
    ['Nine', 21, 'Twenty-one'],
    ['9', 10, '10'],
    ['99', 100, '100'],
    ['09', 10, '10'],
    ['09', 8, '08'],
    ['2nd', 3, '3rd'],
    ['12th', 21, '21st'],
    ['아홉째', 10, '열째'],
    ['열째', 11, '열한째'],
    ['둘째', 1, '첫째'],
    ['세', 4, '네'],
    ['셋', 4, '넷'],
    ['Ⅲ', 4, 'Ⅳ'],
    ['ⅷ', 9, 'ⅸ'],
    ['VIII', 9, 'IX'],
    ['iv', 5, 'v'],
    ['⑳', 21, '㉑'],
    ['❿', 11, '⓫'],
    ['나', 3, '다'],
    ['B', 3, 'C'],
    ['c', 4, 'd'],
    ['\u{f02b1}', 2, '\u{f02b2}'],
  ];
  for (const [like, value, expected] of series) {
    it(`${like} becomes ${expected} for ${value}`, () => {
      const hands = readOrdinal(like).map((hand) => writeOrdinal(value, hand));
      assert.ok(hands.includes(expected), `${hands.join(', ')}`);
    });
  }

  it('what is written is read again, in every hand', () => {
    for (const like of ['First', 'first', 'ONE', 'two', '3rd', '7', '첫째', '두', 'IV', 'A', 'b', '가', '①', 'Ⅱ']) {
      for (const hand of readOrdinal(like)) {
        for (let value = 1; value < 100; value++) {
          const text = writeOrdinal(value, hand);
          if (text === null) continue;
          const again = readOrdinal(text).filter((other) => other.hand === hand.hand);
          assert.deepEqual(
            again.map((other) => other.value),
            [value],
            `${like} ${value} ${text}`,
          );
        }
      }
    }
  });

  it('finds the number of a marker', () => {
    const value = (marker: string): string =>
      ordinalsIn(marker)
        .map((n) => marker.slice(n.start, n.end) + n.value)
        .join();
    assert.equal(value('Task 3'), '33');
    assert.equal(value('Performance Goal 2.10'), '1010');
    assert.equal(value('The first aim is'), 'first1');
    assert.equal(value('제3장'), '33');
    assert.equal(value('Lastly'), '');
    assert.equal(value('5G'), '');
  });
});

describe('fixing everything', () => {
  it('settles, and leaves nothing that it could fix', () => {
    const text =
      '# Work plan 2026\n\nWe support four technologies (quantum, AI and biotechnology). The five-year plan (2024–2027) ends on 31 June 2027. The forum opens on Tuesday, 14 January 2026.\n';
    const analyse = (source: string) => analyzePlan(source, { format: 'markdown', year: 2026 });
    const { plan: after, fixed } = fixAll(analyse(text), () => true, analyse);
    assert.equal(fixed, 4);
    assert.deepEqual(
      after.findings.filter(({ fixes }) => fixes.some(({ preferred }) => preferred)),
      [],
    );
  });
});
