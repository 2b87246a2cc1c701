import type { Amount, Count, Figure, Numeral, Percent } from '../figures/figure';
import { termOf, type Term, type TermOptions } from '../ledger/term';

/** A figure that has one number. */
export type Valued = Amount | Percent | Count;

/** Whether the figure states one number: no range, no date. */
export const isValued = (figure: Figure): figure is Valued =>
  (figure.kind === 'amount' || figure.kind === 'percent' || figure.kind === 'count') &&
  !('high' in figure && figure.high !== null) &&
  figure.value !== undefined;

/** Whether the figure states a value, not a bound: `up to`, `at least`, `이내` fix nothing. */
export const isStated = (figure: Figure): figure is Valued =>
  isValued(figure) && (figure.qualifier === 'exact' || figure.qualifier === 'about');

/** The term that a figure is in an equation. Counted things are whole. */
export function termOfFigure(figure: Valued, options?: TermOptions): Term {
  const numeral = unsigned(figure.low);
  const isNegative = numeral !== figure.low;
  return termOf(figure, numeral, {
    qualifier: figure.qualifier,
    whole: figure.kind === 'count' && numeral.scale === null && numeral.written !== 'mixed',
    sign: isNegative ? -1 : 1,
    ...(figure.kind === 'amount' && figure.unitSpan !== undefined ? { unitLine: figure.unitSpan } : {}),
    ...options,
  });
}

/** What makes two figures of one kind of thing: money of one currency, per cent, things of one name. */
export function unitOf(figure: Valued): string {
  switch (figure.kind) {
    case 'amount':
      return `money ${figure.currency ?? figure.notation.currency}`;
    case 'percent':
      return 'percent';
    case 'count':
      return `count ${figure.noun ?? ''}`;
  }
}

/** Whether the two can be added and compared. A count without a noun goes with any other. */
export function sameUnit(a: Valued, b: Valued): boolean {
  if (a.kind === 'count' && b.kind === 'count')
    return (
      a.noun === null || b.noun === null || stem(a.noun) === stem(b.noun) || isCounterOf(a, b) || isCounterOf(b, a)
    );
  return unitOf(a) === unitOf(b);
}

/** `10개` beside `24개 기업`: the counter alone. */
const isCounterOf = ({ noun }: Count, whole: Count): boolean =>
  noun !== null &&
  /^[가-힣]{1,2}$/.test(noun) &&
  whole.text
    .slice(whole.low.end - whole.start)
    .trimStart()
    .startsWith(`${noun} `);

const stem = (noun: string): string => noun.toLowerCase().replace(/(?:e?s)$/, '');

const unsigned = (numeral: Numeral): Numeral =>
  numeral.exact.startsWith('-') ? { ...numeral, exact: numeral.exact.slice(1) } : numeral;
