import Big from 'big.js';
import type { Term } from '../ledger/term';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import type { Passage, Placed } from './passage';

/** Longest words between two figures of one equation. */
const farthest = 40;

/** The figures of equations that a text writes out and that hold: `$70,000 salary + $21,000 benefits = $91,000`. */
export function* writtenSums({ text, figures }: Passage): Iterable<Term> {
  if (!text.includes('+') || !text.includes('=')) return;
  const stated = figures.filter((placed): placed is Placed<Valued> => isStated(placed.figure));
  let run: Term[] = [];
  for (const [at, { figure, end }] of stated.entries()) {
    run.push(termOfFigure(figure));
    const next = stated[at + 1];
    if (next === undefined) return;
    const isBeside = next.start - end <= farthest && sameUnit(figure, next.figure);
    const between = isBeside ? text.slice(end, next.start) : '';
    if (/^[^.;()=+]*\+ ?$/.test(between)) continue;
    const total = termOfFigure(next.figure);
    const sum = run.reduce((all, { value }) => all.plus(value), new Big(0));
    if (run.length >= 2 && /^[^.;()=+]*= ?$/.test(between) && total.value.eq(sum)) yield* [...run, total];
    run = [];
  }
}
