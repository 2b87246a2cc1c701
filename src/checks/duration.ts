import { readOrdinal, type Written } from '../edits/ordinal';
import type { Span } from '../text/span';

/** A length of time in words: `five-year`, `for three days`, `3개년`, `4주간`. Spans are in the text it was read from. */
export interface Duration extends Span {
  readonly unit: 'year' | 'month' | 'week' | 'day';
  readonly value: number;
  /** The number as written, so that it can be written anew; null where number and unit are one word (`사흘`). */
  readonly number: Written | null;
}

/** The exact lengths of time that a text states; bounds (`up to five years`), ages and frequencies are left out. */
export function durationsIn(text: string): Duration[] {
  return [...english(text), ...korean(text)].sort((a, b) => a.start - b.start);
}

const englishUnit =
  /[- ](?:(?:consecutive|full|fiscal|financial|calendar|whole|successive) )?([Yy]ear|month|week|day)s?(?![A-Za-z]|-old)/g;
const boundBefore =
  /(?:\b(?:more than|less than|fewer than|at least|at most|up to|within|about|around|some|nearly|almost|over the (?:past|last)|the (?:past|last)|every|than|to|or|and)|[-–—~]) ?$/i;

/** `aged 10 years or above`, `three years or more`, `65 years old` */
const boundBehind =
  /^(?: or (?:more|less|fewer|above|below|over|under|older|younger|longer|shorter)| (?:old|of age)|\+)(?![a-z])/i;

function* english(text: string): Generator<Duration> {
  for (const match of text.matchAll(englishUnit)) {
    const before = /(?:[A-Za-z]{3,9}-)?[A-Za-z]{3,9}$|[0-9]{1,3}$/.exec(
      text.slice(Math.max(0, match.index - 20), match.index),
    );
    if (before === null) continue;
    const start = match.index - before[0].length;
    if (/[0-9.,/]/.test(text[start - 1] ?? '')) continue;
    const number = readOrdinal(before[0]).find(({ hand }) => hand === 'digits' || hand === 'cardinal');
    if (number === undefined || number.value === 0 || boundBefore.test(text.slice(Math.max(0, start - 20), start)))
      continue;
    if (boundBehind.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14))) continue;
    yield {
      unit: match[1]!.toLowerCase() as Duration['unit'],
      value: number.value,
      number: { ...number, start, end: match.index },
      start,
      end: match.index + match[0].length,
    };
  }
}

const koreanUnit =
  /(개년|년간|년 ?동안|년(?=[()])|개월간?|달간|달 ?동안|주간|주(?=\()|주 ?동안|일간|일 ?동안|일(?=\())/g;
const units: Readonly<Record<string, Duration['unit']>> = {
  개: 'month',
  년: 'year',
  달: 'month',
  주: 'week',
  일: 'day',
};
/** Words behind a length that make it a bound or a place in time: `5년 전에`; `5년간 전동차` has none. */
const koreanBound =
  /^ ?(?:이상|이내|이하|미만|초과|이후|마다|주기|단위|만에|정도|안팎|내외|(?:차|전|후)(?:에|의|부터|까지|로|는|인)?(?![가-힣]))/;
/** Days that have a name of their own. */
const namedDays: Readonly<Record<string, number>> = { 이틀: 2, 사흘: 3, 나흘: 4, 닷새: 5, 엿새: 6, 이레: 7, 열흘: 10 };

function* korean(text: string): Generator<Duration> {
  for (const match of text.matchAll(koreanUnit)) {
    const end = match.index + match[0].length;
    const before = /(?:[0-9]{1,3}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열) ?$/.exec(
      text.slice(Math.max(0, match.index - 4), match.index),
    );
    if (before === null || koreanBound.test(text.slice(end, end + 5))) continue;
    const start = match.index - before[0].length;
    // `2025년(`, `’25년(`, `5월 13일(`, `1.5년` are no lengths of time.
    if (/[0-9.,’‘'`가-힣]$/.test(text.slice(0, start)) || /(?:월|약|최대|최소|최장) ?$/.test(text.slice(0, start)))
      continue;
    const word = before[0].trimEnd();
    const number = readOrdinal(word).find(({ hand }) => hand === 'digits' || hand === 'counter');
    if (number === undefined || number.value === 0) continue;
    // `(25년)` may be the year.
    if (match[0] === '년' && text[end] === ')' && number.value > 15) continue;
    const unit = match[0].startsWith('개년') ? 'year' : units[match[0][0]!]!;
    yield { unit, value: number.value, number: { ...number, start, end: start + word.length }, start, end };
  }
  for (const match of text.matchAll(/이틀|사흘|나흘|닷새|엿새|이레|열흘/g)) {
    const end = match.index + match[0].length;
    if (!/^(?:간| ?동안)/.test(text.slice(end, end + 3))) continue;
    yield { unit: 'day', value: namedDays[match[0]]!, number: null, start: match.index, end };
  }
}
