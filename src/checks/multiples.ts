import { holds, solvedExactly, type Equation } from '../ledger/claim';
import { placeOf, sharpened, termOf, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import type { Comparison } from './comparison';
import { isLinked, nearestTo } from './linked';
import type { Passage } from './passage';
import { isPercent, type Quantity } from './quantity';

const multipleWords: Readonly<Record<string, number>> = {
  double: 2,
  doubles: 2,
  doubled: 2,
  doubling: 2,
  twice: 2,
  twofold: 2,
  triple: 3,
  triples: 3,
  tripled: 3,
  tripling: 3,
  threefold: 3,
  quadruple: 4,
  quadrupled: 4,
  fourfold: 4,
  halve: 0.5,
  halved: 0.5,
  halves: 0.5,
  '두 배': 2,
  '세 배': 3,
  '네 배': 4,
  절반: 0.5,
};

const timesWords = Object.fromEntries(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, index) => [
    `${word} times`,
    index + 2,
  ]),
);

const multiple = new RegExp(
  `(\\d+(?:\\.\\d+)?)(?:\\s?배|\\s?times|-fold|\\s?fold|x\\b)|\\b(?:${[
    ...Object.keys(multipleWords),
    ...Object.keys(timesWords),
  ]
    .filter((word) => /^[a-z]/.test(word))
    .join('|')})\\b|두 배|세 배|네 배|절반`,
  'gi',
);

/** `twice a year`, `three times per week`: how often, and not how much more. */
const howOften =
  /^ (?:(?:an?|per|each|every|in (?:a|one|each|every)) (?:school )?(?:hour|day|week|month|quarter|season|year|term)|daily|weekly|monthly|yearly|annually)\b/i;

/** `1.6 times the USD 7.8 billion`, `doubled from 40 to 80`, `3배 확대`. */
export function* multiples(passage: Passage, sentence: Span, comparisons: readonly Comparison[]): Iterable<Stated> {
  const words = passage.text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(multiple)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    if (howOften.test(words.slice(match.index + match[0].length))) continue;
    const pairs = comparisons.filter(
      ({ from, to }) =>
        !from.bound &&
        !to.bound &&
        !(from.start < end && start < from.end) &&
        !isMultiple(from, start, end) &&
        !isMultiple(to, start, end),
    );
    const nearest = nearestTo(
      pairs.filter((pair) => isLinked(passage.text, pair, { start, end })),
      { start, end },
    );
    if (nearest === null || isPercent(nearest.from)) continue;
    const span = passage.span(start, end);
    const word = match[1] === undefined;
    const lower = match[0].toLowerCase();
    const value = word ? (multipleWords[lower] ?? timesWords[lower]) : Number(match[1]);
    if (value === undefined || /퍼센트|%/.test(match[0])) continue;
    const digits = word ? match[0].replace(/ times$/i, '') : match[1]!;
    const numeral = {
      ...passage.span(start, start + digits.length),
      digits,
      exact: String(value),
      step: word
        ? value < 1
          ? '0.2'
          : '1'
        : digits.includes('.')
          ? `0.${'0'.repeat(digits.split('.')[1]!.length - 1)}1`
          : '1',
      written: !word ? ('digits' as const) : lower in timesWords ? ('words' as const) : ('mixed' as const),
      scale: null,
    };
    const stated = termOf({ ...span, text: match[0] }, numeral);
    const claim = multipleOf(stated, word ? nearest : asWritten(nearest), 0);
    // `2배 증가` may also mean three times; `4배로 늘린다`, `4배가 된다` and `doubled` may not.
    const isExact = /^(?:로|가|인|이\s?[된되])/.test(words.slice(match.index + match[0].length));
    const isWord = word && /^[a-z]/i.test(match[0]);
    const grown = multipleOf(stated, nearest, 1);
    if (holds(claim.equation) || isExact || isWord || !holds(grown.equation)) yield claim;
  }
}

/** `3만 톤에서 12만 톤으로 4배`: figures of one digit, of which a multiple is told in digits, are no rounder than a twentieth. */
function asWritten(pair: Comparison): Comparison {
  const capped = (one: Quantity): Quantity => ({ ...one, term: sharpened(one.term, one.term.value.abs().div(10)) });
  return { ...pair, from: capped(pair.from), to: capped(pair.to) };
}

const isMultiple = (quantity: Quantity, start: number, end: number): boolean =>
  quantity.start >= start && quantity.end <= end;

function multipleOf(stated: Term, { from, to }: Comparison, less: 0 | 1): Stated {
  const equation: Equation = { kind: 'ratio', result: stated, above: to.term, below: from.term, factor: 1, less };
  return {
    equation,
    says: (t) => {
      const value = solvedExactly(equation, placeOf(stated));
      return t(
        '{0} is {1} times {2}; the text says {3}.',
        to.term.text,
        value?.toFixed(2).replace(/\.?0+$/, '') ?? '',
        from.term.text,
        stated.text,
      );
    },
  };
}
