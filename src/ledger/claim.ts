import Big from 'big.js';
import { common, exactly, meets, minus, over, plus, times, type Interval } from './interval';
import { at, movedTerm, placeOf, type Term } from './term';

/**
 * What a plan claims by writing its figures side by side: that parts make a total, that a rate follows from two
 * amounts, that two mentions of one thing are equal. Every claim is a linear equation or a quotient, so that any term
 * can be worked out from the others: that is how the faulty one is told from the sound ones.
 */
export type Equation =
  /** total = Σ parts (a deduction has sign −1). */
  | { readonly kind: 'sum'; readonly total: Term; readonly parts: readonly Part[] }
  /** of = Σ parts: shares that make a whole of 100. */
  | { readonly kind: 'whole'; readonly of: number; readonly parts: readonly Part[] }
  /** result = factor × above / below − less. Shares: factor 100, less 0; growth in per cent: 100, 100; multiples: 1, 0. */
  | {
      readonly kind: 'ratio';
      readonly result: Term;
      readonly above: Term;
      readonly below: Term;
      readonly factor: number;
      readonly less: number;
    }
  /** result = a × b × factor; `b` null where the factor alone multiplies (`for each of the three`). */
  | {
      readonly kind: 'product';
      readonly result: Term;
      readonly a: Term;
      readonly b: Term | null;
      readonly factor: number;
    }
  | { readonly kind: 'equal'; readonly left: Term; readonly right: Term };

export interface Part {
  readonly term: Term;
  readonly sign: 1 | -1;
}

/** The terms of an equation, the stated result first. */
export function termsOf(equation: Equation): readonly Term[] {
  switch (equation.kind) {
    case 'sum':
      return [equation.total, ...equation.parts.map((part) => part.term)];
    case 'whole':
      return equation.parts.map((part) => part.term);
    case 'ratio':
      return [equation.result, equation.above, equation.below];
    case 'product':
      return equation.b === null ? [equation.result, equation.a] : [equation.result, equation.a, equation.b];
    case 'equal':
      return [equation.left, equation.right];
  }
}

/** What the term at `place` must be for the equation to hold, the others as they are written; null: nothing follows. */
export function solved(equation: Equation, place: string): Interval | null {
  switch (equation.kind) {
    case 'sum':
      return solvedSum(equation.total.interval, equation.parts, place);
    case 'whole':
      return solvedSum(exactly(new Big(equation.of)), equation.parts, place);
    case 'equal':
      return placeOf(equation.left) === place ? equation.right.interval : equation.left.interval;
    case 'product': {
      const { result, a, b, factor } = equation;
      const scale = exactly(new Big(factor));
      if (placeOf(result) === place) {
        return times(scale, b === null ? a.interval : times(a.interval, b.interval));
      }
      const others = b === null ? scale : times(scale, placeOf(a) === place ? b.interval : a.interval);
      return over(result.interval, others);
    }
    case 'ratio': {
      const { result, above, below, factor, less } = equation;
      const scale = exactly(new Big(factor));
      const raised = plus(result.interval, exactly(new Big(less)));
      if (placeOf(result) === place) {
        const quotient = over(above.interval, below.interval);
        return quotient === null ? null : minus(times(scale, quotient), exactly(new Big(less)));
      }
      if (placeOf(above) === place) return over(times(raised, below.interval), scale);
      return over(times(scale, above.interval), raised);
    }
  }
}

/** The same with every other term taken at its printed digits: one value, or null. */
export function solvedExactly(equation: Equation, place: string): Big | null {
  if (equation.kind === 'sum') return exactlyFromSum(equation.total.value, equation.parts, place);
  if (equation.kind === 'whole') return exactlyFromSum(new Big(equation.of), equation.parts, place);
  const plain = mapped(equation, (term) => ({ ...term, interval: exactly(term.value) }));
  return solved(plain, place)?.low ?? null;
}

function exactlyFromSum(total: Big, parts: readonly Part[], place: string): Big {
  const { at } = sumOfAll(parts);
  const sum = printedSum(parts);
  const own = at.get(place);
  if (own === undefined) return sum;
  const rest = total.minus(sum).plus(own.term.value.times(own.sign));
  return own.sign === 1 ? rest : rest.times(-1);
}

const printed = new WeakMap<readonly Part[], Big>();

function printedSum(parts: readonly Part[]): Big {
  let sum = printed.get(parts);
  if (sum === undefined) {
    sum = parts.reduce((all, { term, sign }) => all.plus(term.value.times(sign)), new Big(0));
    printed.set(parts, sum);
  }
  return sum;
}

/** Whether the equation can be true as written: the stated result and the computed one share a value. */
export function holds(equation: Equation): boolean {
  if (equation.kind === 'ratio' && isPositive(equation)) return ratioHolds(equation);
  const stated = termsOf(equation)[0]!;
  const computed = solved(equation, placeOf(stated));
  return computed === null || meets(stated.interval, computed);
}

type Ratio = Extract<Equation, { kind: 'ratio' }>;

const isPositive = ({ above, below, factor }: Ratio): boolean =>
  factor > 0 && below.interval.low.gt(0) && above.interval.low.gte(0);

/** Multiplied out: a quotient costs ten times as much as a product, and may not come to an end. */
function ratioHolds({ result, above, below, factor, less }: Ratio): boolean {
  const [a, b, r] = [above.interval, below.interval, result.interval];
  return (
    a.low.times(factor).lte(r.high.plus(less).times(b.high)) && a.high.times(factor).gte(r.low.plus(less).times(b.low))
  );
}

/** Whether the equation would hold if the term at `place` were `value`. */
export function holdsWith(equation: Equation, place: string, value: Big): boolean {
  return holds(mapped(equation, (term) => (placeOf(term) === place ? at(term, value) : term)));
}

/** What the term at `place` may be so that all the equations hold, or null where they disagree. */
export function solvedTogether(equations: readonly Equation[], place: string): Interval | null {
  let result: Interval | null = null;
  for (const equation of equations) {
    const here = solved(equation, place);
    if (here === null) continue;
    result = result === null ? here : common(result, here);
    if (result === null) return null;
  }
  return result;
}

/** One part, the others and the total given; the sum of the parts where `place` is none of them. */
function solvedSum(total: Interval, parts: readonly Part[], place: string): Interval {
  const { sum, at } = sumOfAll(parts);
  const own = at.get(place);
  if (own === undefined) return sum;
  // All but the one: its bounds are taken out again, so that a column of thousands is added up once.
  const signed = own.sign === 1 ? own.term.interval : negative(own.term.interval);
  const others = { low: sum.low.minus(signed.low), high: sum.high.minus(signed.high) };
  const rest = minus(total, others);
  return own.sign === 1 ? rest : negative(rest);
}

const negative = ({ low, high }: Interval): Interval => ({ low: high.times(-1), high: low.times(-1) });

interface Sum {
  readonly sum: Interval;
  readonly at: ReadonlyMap<string, Part>;
}

/** Worked out once for each list of parts; it goes with the list. */
const sums = new WeakMap<readonly Part[], Sum>();

function sumOfAll(parts: readonly Part[]): Sum {
  const known = sums.get(parts);
  if (known !== undefined) return known;
  let sum = exactly(new Big(0));
  const at = new Map<string, Part>();
  for (const part of parts) {
    sum = part.sign === 1 ? plus(sum, part.term.interval) : minus(sum, part.term.interval);
    const place = placeOf(part.term);
    if (!at.has(place)) at.set(place, part);
  }
  const made = { sum, at };
  sums.set(parts, made);
  return made;
}

/** The same equation, `by` code units further on. */
export const movedEquation = (equation: Equation, by: number): Equation =>
  mapped(equation, (term) => movedTerm(term, by));

function mapped(equation: Equation, change: (term: Term) => Term): Equation {
  switch (equation.kind) {
    case 'sum':
      return {
        ...equation,
        total: change(equation.total),
        parts: equation.parts.map((part) => ({ ...part, term: change(part.term) })),
      };
    case 'whole':
      return { ...equation, parts: equation.parts.map((part) => ({ ...part, term: change(part.term) })) };
    case 'equal':
      return { ...equation, left: change(equation.left), right: change(equation.right) };
    case 'product':
      return {
        ...equation,
        result: change(equation.result),
        a: change(equation.a),
        b: equation.b && change(equation.b),
      };
    case 'ratio':
      return {
        ...equation,
        result: change(equation.result),
        above: change(equation.above),
        below: change(equation.below),
      };
  }
}
