import Big from 'big.js';
import { rewritten } from '../edits/rewrite';
import { solvedExactly, type Equation, type Part } from '../ledger/claim';
import { placeOf, type Term } from '../ledger/term';
import type { Translate } from './check';

/** Equations as sentences: what the parts give, and what is said. */

/** `3,200 + 1,150 + 830 = 5,180; the total says 5,810`. */
export function sayTotal(t: Translate, total: Term, parts: readonly Part[]): string {
  const sum = parts.reduce((all, { term, sign }) => all.plus(term.value.times(sign)), new Big(0));
  return t('{0} = {1}; the total says {2}.', sumText(parts), inHandOf(total, sum), total.text);
}

/** `80 × 20 = 1,600; the text says 1,800`: what the equation makes of the two, and what is stated. */
export function sayProduct(t: Translate, equation: Equation, stated: Term, a: string, b: string | number): string {
  return t('{0} × {1} = {2}; the text says {3}.', a, b, computedText(equation, stated) ?? '', stated.text);
}

/** `3,200 + 1,150 + 830`; of more than eight parts the first and the last are named. */
export function sumText(parts: readonly Part[]): string {
  const texts = parts.map(({ term, sign }, index) => {
    const negative = (sign === -1) !== term.value.lt(0);
    const text = term.value.lt(0)
      ? term.text.replace(/^[△▲▽▼−–-]\s*|^\((.*)\)$/, '$1')
      : term.text.replace(/^[+＋]\s*/, '');
    return index === 0 ? (negative ? `−${text}` : text) : `${negative ? '−' : '+'} ${text}`;
  });
  return texts.length <= 8 ? texts.join(' ') : [...texts.slice(0, 3), '+ …', texts.at(-1)!].join(' ');
}

/** A value as the term's own hand would write it: `KRW 7 billion` for a term that reads `KRW 9 billion`. */
export function inHandOf(term: Term, value: Big): string {
  if (value.eq(term.value)) return term.text;
  if (value.eq(term.value.times(-1))) return value.lt(0) ? `−${term.text}` : term.text.replace(/^[△▲▽▼−–-]\s*/, '');
  const sign = value.lt(0) && !term.value.lt(0) ? '−' : '';
  return sign + (rewritten(term, value)?.mention ?? value.toString());
}

/** The value that the equation gives for its stated term, in that term's hand; null where nothing follows. */
export function computedText(equation: Equation, stated: Term, decimals?: number): string | null {
  const value = solvedExactly(equation, placeOf(stated));
  if (value === null) return null;
  const step = new Big(stated.numeral.step).abs();
  const places = decimals ?? Math.max(0, -exponent(step));
  return inHandOf(stated, value.round(places, Big.roundHalfUp));
}

const exponent = (step: Big): number => (step as unknown as { e: number }).e;
