import Big from 'big.js';
import { languages } from '../language/index';
import { solvedExactly, type Equation } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import { placeOf, sharpened, termOf, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { sayProduct } from './equation-words';
import type { Passage } from './passage';
import type { Quantity } from './quantity';

/** What units, prices and totals have about them, whatever the language. */

/** `over five years`, `12개월` counts no units. */
export const isDuration = (text: string, { end, term }: Quantity): boolean =>
  /\d\s?(?:개월|년|주|일|시간|분)간?$/.test(term.text) ||
  /^\s?(?:개월|시간|년간|주간|일간|분간)/.test(text.slice(end, end + 4)) ||
  /^[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?)\b/i.test(text.slice(end)) ||
  /(?:years?|months?|weeks?|days?|hours?|minutes?)$/i.test(term.text);

/** Whether the price or the number of units, one slip put right, would make the product. */
export function isSlipOfFactor(total: Term, price: Term, units: Term): boolean {
  const stepOf = ({ numeral }: Term): Big => new Big(numeral.step).abs();
  const fits = (factor: Term, other: Term): boolean =>
    !other.value.eq(0) &&
    isTelling(factor, total.value.div(other.value).div(stepOf(factor)).round().times(stepOf(factor)));
  return fits(price, units) || fits(units, price);
}

/** Whether what is stated is what the equation gives but for a slip of the pen. */
export function isSlipOfResult({ equation }: Stated, stated: Term): boolean {
  const value = solvedExactly(equation, placeOf(stated));
  const step = new Big(stated.numeral.step).abs();
  return value !== null && slipFrom(stated, value.div(step).round().times(step)) !== null;
}

/** `1인당`, `1대당`: what the price is for. */
export const isEach = (text: string, { end }: Span): boolean =>
  /^\s?[가-힣]{0,3}당(?![가-힣])/.test(text.slice(end, end + 6));

/** A total that says so. */
export const isStatedTotal = (text: string, total: Quantity): boolean =>
  /(?:\btotal(?:ling)?(?: of)?\s*|총\s*|모두\s*|합계\s*|=\s*)$/i.test(
    text.slice(Math.max(0, total.start - 14), total.start),
  ) || /^\s?(?:in total|altogether|in all|all told)\b/i.test(text.slice(total.end, total.end + 14));

const words = languages.find((language) => language.code === 'en')!.numbers.words;

/** What may stand behind an amount that several get: `for each of the three`, with the number. */
export const toEach =
  /^\s+(?:\w+\s){0,2}?(?:to|for|in|at|on) each (?:of )?(?:the |its |our |these )?(?:(?:next|following|other|last|first|remaining|coming) )?(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d[\d,]*|[a-z]+)\b/i;

/** `340 vehicles at J$6.5 million each`, `1곳당 40억원씩`, `300만원짜리 50대`: a price is no part of a sum. */
export const isForEach = (text: string, { start, end }: Span): boolean =>
  /^\s?(?:씩|짜리|each\b|apiece\b)/.test(text.slice(end, end + 8)) ||
  /[가-힣]당\s?$/.test(text.slice(Math.max(0, start - 4), start));

/** `two prizes of` before what each of them gets. */
const ofSeveral = /(?:^|[\s(])(\d{1,2}|[a-z]{3,6}) [^.,;:()\d]{2,30} (?:of|at) (?:about )?$/i;

/** How many get the amount: `for each of two prizes`, `two prizes of KRW 15 million each`; 1 for other amounts, null: not said. */
export function shareholders(text: string, amount: Span): number | null {
  const { start, end } = amount;
  const behind = toEach.exec(text.slice(end, end + 60))?.[1];
  if (behind === undefined && !isForEach(text, amount)) return 1;
  const named = behind ?? ofSeveral.exec(text.slice(Math.max(0, start - 50), start))?.[1];
  const value = named === undefined ? undefined : numberOf(named);
  return value === undefined || value < 2 ? null : value;
}

const numberOf = (written: string): number | undefined =>
  /^\d/.test(written) ? Number(written.replace(/[,\s]/g, '')) : words[written.toLowerCase()];

/** The number after `each of the`, in digits or in words. */
export function unitsNamed(passage: Passage, at: number, written: string): Term | null {
  const value = numberOf(written);
  if (value === undefined || value < 2) return null;
  const span = passage.span(at, at + written.length);
  const numeral = {
    ...span,
    digits: written,
    exact: String(value),
    step: '1',
    written: /^\d/.test(written) ? ('digits' as const) : ('words' as const),
    scale: null,
  };
  return termOf({ ...span, text: written }, numeral, { whole: true });
}

/** What is paid for each is no round figure where Korean writes it in full: `1천만원` is ten million won. */
const asPrice = (term: Term): Term =>
  /[조억만천]/.test(term.text) && !/[.약]/.test(term.text) ? sharpened(term, new Big(1)) : term;

/** `4만 대`, of which each costs so much, is no rounder than a fiftieth of it; `약 4만 대` is. */
const asNumber = (term: Term): Term =>
  /\d\s?[만천억]/.test(term.text) && term.interval.high.minus(term.interval.low).lte(new Big(term.numeral.step).abs())
    ? sharpened(term, term.value.abs().div(25))
    : term;

/** So many at so much each make the result. */
export function product(result: Term, price: Term, units: Term): Stated {
  const a = asPrice(price);
  const b = asNumber(units);
  const equation: Equation = { kind: 'product', result, a, b, factor: 1 };
  return { equation, says: (t) => sayProduct(t, equation, result, a.text, b.text) };
}
