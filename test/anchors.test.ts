import { strict as assert } from 'node:assert';
import { anchorsIn } from '../src/figures/anchors';

/** Where figures may begin is noted in one walk; what is in none of these lists no recogniser ever looks at. */
describe('anchors', () => {
  const placesIn = (text: string): Record<string, readonly string[]> => {
    const anchors = anchorsIn(text);
    if (anchors === null) return {};
    const { digits, dates, words, percents, hangulMoney, hangulCounts } = anchors;
    const wordAt = (at: number): string => /^(?:\d+|[A-Za-z]+|[가-힣]+|.)/.exec(text.slice(at))![0];
    const lists = { digits, dates, words, percents, hangulMoney, hangulCounts };
    return Object.fromEntries(
      Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [] : [[name, list.map(wordAt)]])),
    );
  };

  it('are digits, a run at a time', () => {
    assert.deepEqual(placesIn('12,345 and 6'), { digits: ['12', '345', '6'], dates: ['12', '345', '6'] });
  });

  it('are the words that dates begin with', () => {
    assert.deepEqual(placesIn('By March or early May, in fiscal’24'), {
      digits: ['24'],
      dates: ['March', 'early', 'May', 'fiscal', '’', '24'],
    });
    assert.deepEqual(placesIn('내년 상반기, 제1분기').dates, ['내년', '상반기', '제']);
  });

  it('are number words, English and Korean', () => {
    assert.deepEqual(placesIn('A hundred of them and twenty-five more').words, ['A', 'twenty', 'five']);
    assert.deepEqual(placesIn('학교 두 곳과 (세 곳), 모두 닫는다').hangulCounts, ['두', '세']);
  });

  it('are signs and words of percentages', () => {
    assert.deepEqual(placesIn('5% or ten per cent or 3pp or 2퍼센트').percents, ['%', 'per', 'pp', '퍼센트']);
  });

  it('are numbers in Hangul before a currency', () => {
    assert.deepEqual(placesIn('오백만 원과 백 달러를 지원한다').hangulMoney, ['만', '백']);
  });

  it('are none where no figure can stand', () => {
    for (const text of [
      '',
      'The ministry thanks all who took part.',
      'It may be this or that: nobody knows.',
      '정책을 점검한다.',
    ])
      assert.deepEqual(placesIn(text).digits ?? [], [], text);
    assert.equal(anchorsIn('The ministry works with all of us on safety.'), null);
    assert.equal(anchorsIn('정책을 점검하고 성과를 알린다.'), null);
  });
});
