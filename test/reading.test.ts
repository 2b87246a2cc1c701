import { strict as assert } from 'node:assert';
import { isCommonEnglishWord, isEnglishWord } from '../src/language/words';
import { readMarkdown } from './support/markdown';
import { readingOffset, shiftReading, sourceSpan, verbatim } from '../src/text/reading';
import { readSpan, wholeWords, type WordSense } from '../src/text/wrap';

/** `|` is a line end; the reading is what stands on the right. */
const read = (text: string, sense: WordSense = wholeWords): string => {
  const source = text.replaceAll('|', '\n');
  return readSpan(source, { start: 0, end: source.length }, sense).text;
};

const cutting = (...words: string[]): WordSense => ({ cuts: true, holds: (word) => words.includes(word) });

describe('readings', () => {
  it('map both ways over a rejoined word', () => {
    const source = '(KRW 270.2 bill\n\nion)';
    const reading = readSpan(source, { start: 0, end: source.length });
    assert.equal(reading.text, '(KRW 270.2 billion)');
    assert.deepEqual(reading.pieces, [0, 0, 15, 15, 17, 4]);
    assert.deepEqual(reading.joins, [{ at: 15, kind: 'cut' }]);
    assert.deepEqual(sourceSpan(reading, 1, 18), { start: 1, end: 20 });
    assert.equal(readingOffset(reading, 17), 15);
    assert.equal(readingOffset(reading, 15), 15, 'a line end gives the next character');
  });

  it('move with their block', () => {
    const reading = shiftReading(verbatim('KRW 5', 10), 7);
    assert.deepEqual(sourceSpan(reading, 0, 5), { start: 17, end: 22 });
    assert.deepEqual(sourceSpan(reading, 3, 3), { start: 20, end: 20 });
  });

  it('have single spaces and no invisible characters', () => {
    assert.equal(read(' KRW\u00a05  bil\u00adlion \u200bwon\u3000in 2026 '), 'KRW 5 billion won in 2026');
  });

  it('know where an entity begins and ends', () => {
    const [block] = readMarkdown('about &#8361;5&percnt; of it');
    const at = block!.reading.text.indexOf('₩5%');
    assert.deepEqual(sourceSpan(block!.reading, at, at + 3), { start: 6, end: 22 });
    assert.deepEqual(sourceSpan(block!.reading, at, at + 1), { start: 6, end: 13 });
  });

  it('empty source is an empty reading', () => {
    assert.equal(read(''), '');
    assert.equal(read(' | \t|'), '');
    assert.deepEqual(sourceSpan(readSpan('   ', { start: 0, end: 3 }), 0, 0), { start: 0, end: 0 });
  });
});

describe('line ends', () => {
  const everywhere: readonly [wrapped: string, text: string][] = [
    ['KRW|410 billion', 'KRW 410 billion'],
    ['by 31|December 2025', 'by 31 December 2025'],
    ['13 February|2024', '13 February 2024'],
    ['next-|generation chips', 'next-generation chips'],
    ['the K-|Cloud project', 'the K-Cloud project'],
    ['low- and mid-|priced devices', 'low- and mid-priced devices'],
    ['low-|and mid-priced', 'low- and mid-priced'],
    ['a dash -|and more', 'a dash - and more'],
    ['2026–|2028', '2026–2028'],
    ['2026 –|2028', '2026 – 2028'],
    ['and/|or', 'and/or'],
    ['(see|below)', '(see below)'],
    ['the sum (|KRW 5 billion|)', 'the sum (KRW 5 billion)'],
    ['US$|5 million', 'US$5 million'],
    ['https://water.example/|plan', 'https://water.example/plan'],
    ['see https://water.example|for more', 'see https://water.example for more'],
    // Words cut in two: the halves tell.
    ['the gover|nment-funded labs', 'the government-funded labs'],
    ['expan|ding', 'expanding'],
    ["the gove|rnment's share", "the government's share"],
    ['stra|tegies', 'strategies'],
    ['bloc|ked', 'blocked'],
    ['KRW 270.2 bill|ion', 'KRW 270.2 billion'],
    ['KRW 1.2 tril|lion', 'KRW 1.2 trillion'],
    ['the fourth quar|ter', 'the fourth quarter'],
    ['infra-|structure', 'infrastructure'],
    ['govern-|ment', 'govern-ment'],
    ['bil-|lion', 'billion'],
    // Two words stay two.
    ['with|out', 'with out'],
    ['over|seas partners', 'over seas partners'],
    ['Nuriho|in May', 'Nuriho in May'],
    ['MSIT|will', 'MSIT will'],
    ['over-70s|will', 'over-70s will'],
    ['in|to', 'in to'],
    ['a billion|in 2024', 'a billion in 2024'],
    ['for|Mini', 'for Mini'],
    // Korean.
    ['정부|는', '정부는'],
    ['시장으|로 확대', '시장으로 확대'],
    ['2,702|억원', '2,702억원'],
    ['12|월까지', '12월까지'],
    ['지난해보|다 많은', '지난해보다 많은'],
    ['1,|200억원', '1,200억원'],
    ['우리|정부에', '우리 정부에'],
    ['높아질 |것으로', '높아질 것으로'],
    ['과학·|기술', '과학·기술'],
    ['OECD|의 권고', 'OECD의 권고'],
    ['지원|2026년', '지원 2026년'],
    ['日本の|予算', '日本の予算'],
  ];
  for (const [wrapped, text] of everywhere) it(`${wrapped} → ${text}`, () => assert.equal(read(wrapped), text));

  const inCuttingText: readonly [wrapped: string, text: string, sense: WordSense][] = [
    ['semi|conductors', 'semiconductors', cutting()],
    ['finte|ch', 'fintech', cutting()],
    ['Jaka|rta', 'Jakarta', cutting()],
    ['re|form', 'reform', cutting('the')],
    ['over|seas', 'overseas', cutting('overseas', 'over')],
    ['over|all', 'over all', cutting('over', 'all')],
    ['the|people', 'the people', cutting()],
    ['10,|000 flats', '10,000 flats', cutting()],
    ['활용|률을', '활용률을', cutting('활용률을')],
  ];
  for (const [wrapped, text, sense] of inCuttingText) {
    it(`${wrapped} → ${text} where words are cut`, () => assert.equal(read(wrapped, sense), text));
  }

  it('tell a cut from a wrap', () => {
    const joins = (text: string) =>
      readSpan(text, { start: 0, end: text.length }).joins?.map(({ at, kind }) => `${at} ${kind}`);
    assert.deepEqual(joins('the gover\nnment of\nthe next-\ngeneration'), ['9 cut', '18 wrap', '27 wrap']);
    assert.equal(joins('one line'), undefined);
  });
});

describe('the word list', () => {
  it('knows words and their forms', () => {
    for (const word of 'government strategies expanding semiconductors fintech blocked policies'.split(' ')) {
      assert.ok(isEnglishWord(word), word);
    }
    assert.ok(isCommonEnglishWord('the') && isCommonEnglishWord('people'));
  });

  it('knows few other strings', () => {
    let seed = 1;
    let wrong = 0;
    for (let i = 0; i < 10000; i++) {
      let word = '';
      for (let k = 0; k < 9; k++) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        word += String.fromCharCode(97 + ((seed >>> 16) % 26));
      }
      if (isEnglishWord(word)) wrong++;
    }
    assert.ok(wrong < 250, `${wrong} of 10000`);
  });
});
