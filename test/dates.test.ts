import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { analyzePlan } from '../src/core';
import { addDays, dayOf, weekdayOf } from '../src/figures/calendar';
import { anchorsIn } from '../src/figures/anchors';
import { dates } from '../src/figures/date';
import type { DateFigure } from '../src/figures/figure';
import { languages } from '../src/language/index';

/** Any day on which a plan may set something. */
const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1990-01-01', days)!);

const english = Object.entries(languages[0]!.calendar.months);
const longName = (month: number): string =>
  capital(english.find(([name, value]) => value === month && name.length > 2)![0]);
const shortName = (month: number): string => capital(english.findLast(([, value]) => value === month)![0]);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Written {
  readonly iso: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Notations of one day, and sentences in which they stand. `~` is where the date is put. */
const notations: readonly {
  readonly language: string;
  readonly sentence: string;
  readonly write: (day: Written) => string;
}[] = [
  {
    language: 'en',
    sentence: 'It opens on ~ in Geneva.',
    write: ({ year, month, day }) => `${day} ${longName(month)} ${year}`,
  },
  {
    language: 'en',
    sentence: 'It opens on ~ in Geneva.',
    write: ({ year, month, day }) => `${longName(month)} ${day}, ${year}`,
  },
  {
    language: 'en',
    sentence: 'It closed by ~, as planned.',
    write: ({ year, month, day }) => `${shortName(month)}${month === 5 ? '' : '.'} ${day}, ${year}`,
  },
  {
    language: 'en',
    sentence: 'Signed (~) and sealed.',
    write: ({ year, month, day }) => `${day}-${shortName(month)}-${year}`,
  },
  { language: 'en', sentence: 'Version of ~ follows.', write: ({ iso }) => iso },
  { language: 'en', sentence: 'Version of ~ follows.', write: ({ iso }) => iso.replaceAll('-', '/') },
  {
    language: 'ko',
    sentence: '사업은 ~에 시작한다.',
    write: ({ year, month, day }) => `${year}년 ${month}월 ${day}일`,
  },
  { language: 'ko', sentence: '사업은 ~ 시작한다.', write: ({ year, month, day }) => `${year}. ${month}. ${day}.` },
  { language: 'ko', sentence: '사업(~)을 시작한다.', write: ({ year, month, day }) => `${year}.${month}.${day}` },
  { language: 'ko', sentence: '사업은 ~까지 마친다.', write: ({ iso }) => iso.replaceAll('-', '.') },
  { language: 'ja', sentence: '事業は~に始まる。', write: ({ year, month, day }) => `${year}年${month}月${day}日` },
];

const datesOf = (text: string, language: string): DateFigure[] =>
  analyzePlan(text, { language }).figures.filter((figure): figure is DateFigure => figure.kind === 'date');

describe('dates', () => {
  for (const { language, sentence, write } of notations) {
    it(`reads any day as ${write({ iso: '2024-03-21', year: 2024, month: 3, day: 21 })}`, () => {
      fc.assert(
        fc.property(anyDay, (iso) => {
          const mention = write({ iso, ...dayOf(iso)! });
          const text = sentence.replace('~', mention);
          const found = datesOf(text, language);
          assert.deepEqual(
            found.map((date) => [text.slice(date.start, date.end), date.from, date.to]),
            [[mention, iso, iso]],
          );
        }),
        { numRuns: 25 },
      );
    });
  }

  it('reads any span of days from the one to the other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 900 }), (from, days) => {
        const to = addDays(from, days)!;
        const [a, b] = [dayOf(from)!, dayOf(to)!];
        const weekday = '월화수목금토일'[weekdayOf(from)! - 1]!;
        const texts: [string, string][] = [
          [`Open ${a.day} ${longName(a.month)} ${a.year} to ${b.day} ${longName(b.month)} ${b.year}.`, 'en'],
          [`Open ${longName(a.month)} ${a.day}, ${a.year} – ${longName(b.month)} ${b.day}, ${b.year}.`, 'en'],
          [`기간: ${a.year}. ${a.month}. ${a.day}.(${weekday}) ~ ${b.year}. ${b.month}. ${b.day}. 동안`, 'ko'],
        ];
        for (const [text, language] of texts) {
          assert.deepEqual(
            datesOf(text, language).map((date) => [date.from, date.to, date.granularity]),
            [[from, to, 'range']],
            text,
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('reads the weekday beside a day, wherever it stands', () => {
    const texts: [string, string][] = [
      ['On Thursday, 21 March 2024, it met.', 'Thursday'],
      ['It met on 21 March 2024 (Thursday).', 'Thursday'],
      ['위원회는 2024년 3월 21일(목) 열렸다.', '목'],
      ['위원회는 2024년 3월 21일 목요일에 열렸다.', '목'],
    ];
    for (const [text, name] of texts) {
      const [date] = datesOf(text, /[가-힣]/.test(text) ? 'ko' : 'en');
      const span = date?.parts[0].weekdaySpan;
      assert.equal(date?.parts[0].weekday, 4, text);
      assert.equal(span && text.slice(span.start, span.end), name, text);
      assert.ok(span !== undefined && (span.end <= date!.start || span.start >= date!.end), 'outside the span');
    }
  });

  it('gives the parts as they are written, each with its own span', () => {
    const text = '기간은 2026. 3.19.(목) ～ 4.27.(월) 16시까지';
    const [date] = datesOf(text, 'ko');
    const [first, second] = date!.parts;
    const slice = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
    assert.deepEqual(
      [slice(first.yearSpan), slice(first.monthSpan), slice(first.daySpan), slice(first.weekdaySpan)],
      ['2026', '3', '19', '목'],
    );
    assert.deepEqual(
      [slice(second?.yearSpan), slice(second?.monthSpan), slice(second?.daySpan), slice(second?.weekdaySpan)],
      [undefined, '4', '27', '월'],
    );
  });

  it('keeps what cannot be as it is written', () => {
    const parts = datesOf('By 31 September 2025 and by the end of Q5 2025.', 'en').map((date) => date.parts[0]);
    assert.deepEqual([parts[0]?.month, parts[0]?.day, parts[1]?.quarter], [9, 31, 5]);
  });

  it('says where a year came from', () => {
    const text = 'The ministry set out its plan for 2024 on February 13.';
    const [, day] = datesOf(text, 'en');
    assert.equal(day?.known, 'inferred');
    assert.ok(typeof day?.yearFrom === 'object');
    assert.equal(text.slice(day.yearFrom.start, day.yearFrom.end), '2024');
    const [month] = analyzePlan('It opens in April.', { year: 2024 }).figures;
    assert.equal(month?.kind === 'date' && month.yearFrom, 'plan');
    const [open] = analyzePlan('It opens in April.').figures;
    assert.equal(open?.kind === 'date' && open.known, 'open');
  });

  it('never throws, and its spans slice to what is written', () => {
    const piece = fc.constantFrom(
      ...[
        '2024',
        '’24',
        '24',
        '.',
        ' ',
        '년',
        '월',
        '일',
        '3',
        '13',
        '~',
        '-',
        '(',
        ')',
        '월',
        '부터',
        '까지',
        'May',
        'of',
      ],
      ...[
        'Q3',
        'FY',
        '/',
        'end of ',
        'first half',
        ',',
        '하반기',
        '초',
        '말',
        "'",
        'fiscal year ',
        ' to ',
        '\n',
        '올해 ',
        '지난 ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('en', 'ko'), (pieces, language) => {
        const text = pieces.join('');
        for (const date of datesOf(text, language)) {
          assert.ok(date.start >= 0 && date.end <= text.length && date.end > date.start);
          for (const { yearSpan, monthSpan, daySpan } of date.parts) {
            for (const span of [yearSpan, monthSpan, daySpan]) {
              assert.ok(span === undefined || (span.start >= date.start && span.end <= date.end), text);
            }
          }
          if (date.from !== null) assert.ok(dayOf(date.from) !== null, date.from);
          if (date.to !== null) assert.ok(dayOf(date.to) !== null, date.to);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('takes a time that grows with the text alone', () => {
    for (const piece of [
      '1',
      '1 ',
      '12.',
      '1,',
      '(',
      ' ',
      '~',
      "'",
      '1.1.',
      '- ',
      'of ',
      'end of the ',
      '월',
      ') (월)',
      '2024-',
    ]) {
      const time = (length: number): number => {
        const text = piece.repeat(length / piece.length);
        const start = process.cpuUsage().user;
        const anchors = anchorsIn(text);
        if (anchors !== null) dates.find(anchors, { language: 'ko', region: null });
        return (process.cpuUsage().user - start) / 1000;
      };
      time(20_000);
      const [short, long] = [time(20_000), time(80_000)];
      assert.ok(long < 60 + short * 12, `${JSON.stringify(piece)}: ${short} ms, four times the length ${long} ms`);
    }
  });
});
