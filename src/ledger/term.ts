import Big from 'big.js';
import type { Numeral, Qualifier } from '../figures/figure';
import { shift, type Span } from '../text/span';
import { around, exactly, halved, type Interval } from './interval';

/**
 * A written number in its part in an equation. Its span is that of the whole mention, as a person would point at it;
 * `numeral` is what a fix rewrites.
 *
 *     'cut by △12.0%'    span of '△12.0%'   numeral of '12.0'   value −12   sign −1
 */
export interface Term extends Span {
  /** The mention as the repaired reading has it. */
  readonly text: string;
  readonly numeral: Numeral;
  /** With its sign, in the units of the equation (won, per cent, people). */
  readonly value: Big;
  /** What the value may stand for. */
  readonly interval: Interval;
  /** The sign that the words around give to the written digits: −1 in `cut by 12%`, `△12`, `(12)`. */
  readonly sign: 1 | -1;
  /** How many units of the equation one written unit is: 100000000 in a table of 억원, 1 elsewhere. */
  readonly unit: Big;
  /** A claim of many cells: the line that gives them their unit. Two cells of one unit line share its fate. */
  readonly unitLine?: Span | null;
}

export interface TermOptions {
  readonly qualifier?: Qualifier;
  readonly sign?: 1 | -1;
  readonly unit?: Big;
  readonly unitLine?: Span | null;
  /** Counted things are whole: no rounding. */
  readonly whole?: boolean;
}

const one = new Big(1);

/** Makes a term of a mention. */
export function termOf(mention: Span & { readonly text: string }, numeral: Numeral, options: TermOptions = {}): Term {
  const sign = options.sign ?? 1;
  const unit = options.unit ?? one;
  const written = new Big(numeral.exact);
  const value = sign === 1 ? written : written.times(sign);
  const wide = options.qualifier === 'about' ? 10 : 1;
  const isExact = options.whole === true && wide === 1;
  const read = (): Interval =>
    isExact ? exactly(value) : around(value, halved(new Big(numeral.step).abs().times(wide)));
  return new LazyTerm(mention, mention.text, numeral, value, sign, unit, options.unitLine ?? null, read);
}

/** Most terms are only ever compared by value: the interval is worked out when it is asked for. */
class LazyTerm implements Term {
  readonly start: number;
  readonly end: number;
  #interval: Interval | undefined;
  readonly #read: () => Interval;

  constructor(
    { start, end }: Span,
    readonly text: string,
    readonly numeral: Numeral,
    readonly value: Big,
    readonly sign: 1 | -1,
    readonly unit: Big,
    readonly unitLine: Span | null,
    read: () => Interval,
  ) {
    this.start = start;
    this.end = end;
    this.#read = read;
  }

  get interval(): Interval {
    return (this.#interval ??= this.#read());
  }
}

/** The same term, `by` code units further on. */
export function movedTerm(term: Term, by: number): Term {
  const { text, numeral, value, sign, unit, unitLine } = term;
  const moved = {
    ...shift(numeral, by),
    ...(numeral.scaleSpan === undefined ? {} : { scaleSpan: shift(numeral.scaleSpan, by) }),
  };
  const line = unitLine ? shift(unitLine, by) : null;
  return new LazyTerm(
    shift({ start: term.start, end: term.end }, by),
    text,
    moved,
    value,
    sign,
    unit,
    line,
    () => term.interval,
  );
}

/** What tells one term from another: where its digits stand. */
export const placeOf = (term: Term): string => `${term.numeral.start}-${term.numeral.end}`;

/** The same term, taken at another value, as wide as before. */
export function at(term: Term, value: Big): Term {
  const slack = halved(term.interval.high.minus(term.interval.low));
  return { ...term, value, interval: around(value, slack) };
}

/** The same term as a rate, which some round and others cut off: from half a last place below to a whole one above it. */
export function roundedOrCut(term: Term): Term {
  const step = new Big(term.numeral.step).abs();
  const { value } = term;
  const interval = value.lt(0)
    ? { low: value.minus(step), high: value.plus(halved(step)) }
    : { low: value.minus(halved(step)), high: value.plus(step) };
  return { ...term, interval };
}

/** The same term, no wider than `step` allows. */
export function sharpened(term: Term, step: Big): Term {
  return term.interval.high.minus(term.interval.low).lte(step)
    ? term
    : { ...term, interval: around(term.value, halved(step)) };
}
