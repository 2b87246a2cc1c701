import type { Draft, Finder, Translate } from './check';
import type { Passage } from './passage';
import { comparable, isAmount, quantitiesIn } from './quantity';
import type { Span } from '../text/span';

export const missingArrow: Finder = {
  code: 'missing-arrow',
  says: 'An arrow stands between a figure before and the figure after.',
  because: 'Copying from a web page drops arrows; two figures then run together as if they were one list.',
  severity: 'info',
  examples: [
    {
      wrong: 'Research support grows (KRW 216.4 billion in 2023 KRW 270.2 billion in 2024).\n',
      right: 'Research support grows (KRW 216.4 billion in 2023 → KRW 270.2 billion in 2024).\n',
      language: 'en',
    },
  ],
  reads: [
    'Two figures of one kind with nothing between them but a year: `3 in 2023 5 in 2024`, `’23년 2,164억원 ’24년 2,702억원`, `(’23) 2,164억원 (’24) 2,702억원`, `2023년 38㎍/㎥ 2024년 32㎍/㎥`, `2023년 210일 2024년 270일`; measures that run into one another: `100m100km`.',
  ],
  *findIn(passage, { source }, t) {
    yield* yearsWithoutArrow(passage, source, t);
    yield* daysWithoutArrow(passage, source, t);
    if (passage.cell === null) yield* gluedMeasures(passage, t);
  },
};

const yearAfter =
  /^[^\S\n]*(?:\([^()]{0,12}\)\s?)?(?:[a-z]+\s){0,3}(?:in|by|for|as of|at the end of)\s+(?:FY\s?|fiscal year\s)?(?:19|20)\d\d(?:[-–/]\d{2,4})?/i;
const yearBefore = /(?:(?:19|20)\d\d|['’‘]\d\d)\s?(?:학년도|년도|년)?\s?$|[(（](?:(?:19|20)\d\d|['’‘]\d\d)년?[)）]\s?$/;

const yearBetween =
  /^\s+((?:(?:19|20)\d\d|['’‘]\d\d)\s?(?:학년도|년도|년)?\s?|[(（](?:(?:19|20)\d\d|['’‘]\d\d)년?[)）]\s?)$/;

function* yearsWithoutArrow(passage: Passage, source: string, t: Translate): Iterable<Draft> {
  const { text } = passage;
  const quantities = quantitiesIn(passage);
  for (let i = 0; i + 1 < quantities.length; i++) {
    const [from, to] = [quantities[i]!, quantities[i + 1]!];
    if (!comparable(from, to)) continue;
    const between = text.slice(from.end, to.start);
    const first = yearAfter.exec(between);
    const second = yearAfter.exec(text.slice(to.end));
    if (first !== null && second !== null && /^\s+$/.test(between.slice(first[0].length))) {
      yield draft(passage, source, from.start, to.end + second[0].length, to.start, from, to, t);
      continue;
    }
    // `is raised (KRW 1 million KRW 3 million)`
    if (
      between === ' ' &&
      isAmount(from) &&
      isAmount(to) &&
      to.figure.notation.currency !== '' &&
      to.figure.currency === from.figure.currency &&
      /[(（]\s?$/.test(text.slice(Math.max(0, from.start - 2), from.start)) &&
      /^\s?[)）]/.test(text.slice(to.end))
    ) {
      yield draft(passage, source, from.start, to.end, to.start, from, to, t);
      continue;
    }
    const lead = yearBefore.exec(text.slice(Math.max(0, from.start - 12), from.start));
    const next = yearBetween.exec(between);
    if (lead !== null && next !== null)
      yield draft(passage, source, from.start - lead[0].length, to.end, to.start - next[1]!.length, from, to, t);
  }
}

const days =
  /(?<!\d)(?:19|20)\d\d(?:학년도|년도?)\s(\d{1,3}일)\s((?:19|20)\d\d(?:학년도|년도?)\s(\d{1,3}일))(?=[\s),.]|$|로|까지)/g;

/** `2023년 210일 2024년 270일`: numbers of days, which are no dates. */
function* daysWithoutArrow(passage: Passage, source: string, t: Translate): Iterable<Draft> {
  for (const match of passage.text.matchAll(days)) {
    const end = match.index + match[0].length;
    const at = end - match[2]!.length;
    const told = (written: string, stop: number): Told => ({
      term: { ...passage.span(stop - written.length, stop), text: written },
    });
    yield draft(passage, source, match.index, end, at, told(match[1]!, at - 1), told(match[3]!, end), t);
  }
}

/** A figure as it is shown. */
interface Told {
  readonly term: Span & { readonly text: string };
}

function draft(
  passage: Passage,
  source: string,
  start: number,
  end: number,
  at: number,
  from: Told,
  to: Told,
  t: Translate,
): Draft {
  const span = passage.span(start, end);
  const place = passage.span(at, at + 1).start;
  const before = /\s*$/.exec(passage.text.slice(0, at))!.index;
  const lineEnd = before === 0 ? place : passage.span(before - 1, before).end;
  // at the end of a line, as the eye expects it
  const edit = /[\r\n]/.test(source.slice(lineEnd, place))
    ? { start: lineEnd, end: lineEnd, newText: ' →' }
    : { start: place, end: place, newText: '→ ' };
  return {
    ...span,
    message: t('{0} and {1} run together: an arrow is missing.', from.term.text, to.term.text),
    related: [from, to].map(({ term }) => ({ start: term.start, end: term.end, message: term.text })),
    fixes: [{ title: t('Insert “→”'), preferred: true, edits: [edit] }],
  };
}

const glued =
  /(?<![\d.,A-Za-z가-힣])\d{1,7}(?:\.\d{1,4})?(km|m|cm|mm|kg|t|ha|GW|MW|kW|TWh|GWh|%|명|곳|개|대|억원|억 원)(?=\d{1,7}(?:\.\d{1,4})?(km|m|cm|mm|kg|t|ha|GW|MW|kW|TWh|GWh|%|명|곳|개|대|억원|억 원)(?![\dA-Za-z]))/g;

function* gluedMeasures(passage: Passage, t: Translate): Iterable<Draft> {
  for (const match of passage.text.matchAll(glued)) {
    const at = match.index + match[0].length;
    const rest = /^\d+(?:\.\d+)?(?:[A-Za-z%]+|명|곳|개|대|억 ?원)/.exec(passage.text.slice(at));
    if (rest === null) continue;
    const span = passage.span(match.index, at + rest[0].length);
    const place = passage.span(at, at + 1).start;
    yield {
      ...span,
      message: t('{0} and {1} run together: an arrow is missing.', match[0], rest[0]),
      fixes: [{ title: t('Insert “→”'), preferred: true, edits: [{ start: place, end: place, newText: '→' }] }],
    };
  }
}
