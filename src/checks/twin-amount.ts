import Big from 'big.js';
import { numeralOf } from '../figures/number';
import { readWords } from '../figures/number-words';
import type { Equation } from '../ledger/claim';
import { exactly } from '../ledger/interval';
import { termOf, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Claimant, Stated } from './check';
import { isValued, termOfFigure, type Valued } from './figure-term';
import { plainNumeral } from './grid';
import { type Passage, type Placed } from './passage';

export const twinAmount: Claimant = {
  code: 'twin-amount',
  says: 'An amount written in figures and in words is the same twice.',
  because: 'Where the two differ the words bind in law, and the figures are what is paid.',
  severity: 'error',
  examples: [
    {
      wrong: 'The prize is 10,000,000 won (one million won).\n',
      right: 'The prize is 10,000,000 won (ten million won).\n',
      language: 'en',
    },
  ],
  reads: [
    'An amount in figures with the same in words in brackets behind it, or the other way round: `10,000,000 won (ten million won)`, `금234,580원(금이십삼만사천오백팔십원)`, `one hundred thousand (10,000) won`, `twelve (12) months`.',
  ],
  *claimsIn(passage) {
    if (!/[(（]/.test(passage.text)) return;
    yield* figuresInBrackets(passage);
    yield* wordsBeforeDigits(passage);
    yield* wordsInBrackets(passage);
    yield* letterInBrackets(passage);
  },
};

/** Two recognised amounts, the second alone in the bracket. */
function* figuresInBrackets(passage: Passage): Iterable<Stated> {
  const figures = passage.figures.filter(
    (placed): placed is Placed<Valued> => isValued(placed.figure) && placed.figure.kind === 'amount',
  );
  for (let i = 0; i + 1 < figures.length; i++) {
    const [a, b] = [figures[i]!, figures[i + 1]!];
    const between = passage.text.slice(a.end, b.start);
    if (!/^\s?[(（]\s?(?:금|₩|=)?\s?$/.test(between) || !/^\s?(?:정|整)?\s?[)）]/.test(passage.text.slice(b.end)))
      continue;
    if ((a.figure.low.written === 'words') === (b.figure.low.written === 'words')) continue;
    yield equalClaim(exact(termOfFigure(a.figure)), exact(termOfFigure(b.figure)));
  }
}

/** `one hundred thousand (10,000) won`, `twelve (12) months`: a number in words, the digits in the bracket. */
function* wordsBeforeDigits(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  for (const match of text.matchAll(/[(（](\d[\d,]*)[)）]/g)) {
    const before = /(?:[A-Za-z]+[\s-]){0,8}[A-Za-z]+\s?$/.exec(text.slice(Math.max(0, match.index - 90), match.index));
    if (before === null) continue;
    const words = lastNumberWords(before[0].trimEnd());
    if (words === null) continue;
    const end = match.index - (/\s$/.test(before[0]) ? 1 : 0);
    const span = passage.span(end - words.text.length, end);
    const at = match.index + 1;
    const digitSpan = passage.span(at, at + match[1]!.length);
    const numeral = plainNumeral(match[1]!, digitSpan);
    if (numeral === null) continue;
    yield equalClaim(exact(spokenTerm(span, words)), exact(termOf({ ...digitSpan, text: match[1]! }, numeral)));
  }
}

/** `₹25,000 (Rupees twenty-five thousand only)`: the currency before the words, as cheques are written. */
function* wordsInBrackets(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  for (const { figure, end } of passage.figures) {
    if (!isValued(figure) || figure.kind !== 'amount' || figure.low.written === 'words') continue;
    const bracket = /^\s?\(((?:[A-Z][A-Za-z]*\.? ){0,3})([a-z][a-z -]{2,90}?)(?: only)?\)/i.exec(
      text.slice(end, end + 130),
    );
    if (bracket === null || (bracket[1] === '' && !/ only\)$/i.test(bracket[0]))) continue;
    const words = lastNumberWords(bracket[0].slice(bracket[0].indexOf('(') + 1, -1).replace(/ only$/i, ''));
    if (words === null) continue;
    const at = end + bracket[0].indexOf(words.text);
    const span = passage.span(at, at + words.text.length);
    yield equalClaim(exact(spokenTerm(span, words)), exact(termOfFigure(figure)));
  }
}

/** `twenty-five thousand rand (R25 000)`: a letter that is a currency only beside the words. */
function* letterInBrackets(passage: Passage): Iterable<Stated> {
  const { text, figures } = passage;
  for (const { figure, end } of figures) {
    if (figure.kind !== 'amount' || figure.low.written !== 'words' || !isValued(figure)) continue;
    const bracket = /^\s?[(（]([A-Z]{1,3}\s?)(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+)[)）]/.exec(text.slice(end, end + 30));
    const at = bracket === null ? -1 : end + bracket[0].length - 1 - bracket[2]!.length;
    if (bracket === null || figures.some((other) => other.start <= at && at < other.end)) continue;
    const span = passage.span(at, at + bracket[2]!.length);
    const numeral = plainNumeral(bracket[2]!, span);
    if (numeral === null) continue;
    const sign = { ...passage.span(at - bracket[1]!.length, at + bracket[2]!.length), text: bracket[1]! + bracket[2]! };
    yield equalClaim(exact(termOfFigure(figure)), exact(termOf(sign, numeral)));
  }
}

/** The longest run of number words at the end of a text. */
function lastNumberWords(text: string): { text: string; value: string } | null {
  const words = [...text.matchAll(/[A-Za-z]+/g)];
  for (const word of words) {
    const tail = text.slice(word.index);
    const read = readWords(tail, 0);
    if (read !== null && read.end === tail.length) return { text: tail, value: numeralOf(read).exact };
  }
  return null;
}

const exact = (term: Term): Term => ({ ...term, interval: exactly(new Big(term.value)) });

function equalClaim(left: Term, right: Term): Stated {
  const equation: Equation = { kind: 'equal', left, right };
  return { equation, says: (t) => t('{0} and {1} stand for one amount, but differ.', left.text, right.text) };
}

/** A number in words as a term: exact to the unit. */
const spokenTerm = (span: Span, { text, value }: { readonly text: string; readonly value: string }): Term =>
  termOf({ ...span, text }, { ...span, digits: text, exact: value, step: '1', written: 'words', scale: null });
