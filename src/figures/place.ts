import { sourceSpan, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { DateParts, Figure, Numeral } from './figure';
import type { Draft } from './recogniser';

/** Where a span of one text stands in another. */
type Move = (start: number, end: number) => Span;

/** A draft as a figure of the source: every span in it goes from the reading to where it stands. */
export function toSource(draft: Draft, reading: Reading, block: number, cell: Figure['cell']): Figure {
  return movedBy({ ...draft, node: null, block, cell }, moveOf(reading));
}

/** The same figure in another block, further on in the document: every span in it moves by `by` code units. */
export function shiftFigure(figure: Figure, by: number, block: number): Figure {
  if (by === 0) return figure.block === block ? figure : { ...figure, block };
  return movedBy({ ...figure, block }, (start, end) => ({ start: start + by, end: end + by }));
}

/** Most readings stand verbatim in the source: there a span only moves. */
function moveOf(reading: Reading): Move {
  const [piece, more] = reading.pieces;
  if (piece === undefined || more !== undefined) return (start, end) => sourceSpan(reading, start, end);
  const by = reading.base + piece[1] - piece[0];
  return (start, end) => ({ start: start + by, end: end + by });
}

function movedBy<T extends Figure>(figure: T, move: Move): T;
function movedBy(figure: Figure, move: Move): Figure {
  const { start, end } = move(figure.start, figure.end);
  switch (figure.kind) {
    case 'amount': {
      const { low, high, unitSpan } = figure;
      const moved = { ...figure, start, end, low: movedNumeral(low, move), high: high && movedNumeral(high, move) };
      return unitSpan === undefined ? moved : { ...moved, unitSpan: move(unitSpan.start, unitSpan.end) };
    }
    case 'percent': {
      const { low, high } = figure;
      return { ...figure, start, end, low: movedNumeral(low, move), high: high && movedNumeral(high, move) };
    }
    case 'count':
      return { ...figure, start, end, low: movedNumeral(figure.low, move) };
    case 'date': {
      const [first, second] = figure.parts;
      const parts: [DateParts] | [DateParts, DateParts] =
        second === undefined ? [movedParts(first, move)] : [movedParts(first, move), movedParts(second, move)];
      const { yearFrom } = figure;
      const moved = { ...figure, start, end, parts };
      return typeof yearFrom === 'object' ? { ...moved, yearFrom: move(yearFrom.start, yearFrom.end) } : moved;
    }
    case 'change':
      return { ...figure, start, end };
  }
}

function movedNumeral(numeral: Numeral, move: Move): Numeral {
  const { start, end } = move(numeral.start, numeral.end);
  const { scaleSpan } = numeral;
  return scaleSpan === undefined
    ? { ...numeral, start, end }
    : { ...numeral, start, end, scaleSpan: move(scaleSpan.start, scaleSpan.end) };
}

function movedParts(parts: DateParts, move: Move): DateParts {
  const { yearSpan, monthSpan, daySpan, endYearSpan, weekdaySpan } = parts;
  const moved: { -readonly [key in keyof DateParts]: DateParts[key] } = { ...parts, ...move(parts.start, parts.end) };
  if (yearSpan !== undefined) moved.yearSpan = move(yearSpan.start, yearSpan.end);
  if (monthSpan !== undefined) moved.monthSpan = move(monthSpan.start, monthSpan.end);
  if (daySpan !== undefined) moved.daySpan = move(daySpan.start, daySpan.end);
  if (endYearSpan !== undefined) moved.endYearSpan = move(endYearSpan.start, endYearSpan.end);
  if (weekdaySpan !== undefined) moved.weekdaySpan = move(weekdaySpan.start, weekdaySpan.end);
  return moved;
}
