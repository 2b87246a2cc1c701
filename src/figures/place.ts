import { sourceSpan, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { DateFigure, DateParts, Figure, Numeral } from './figure';
import type { Draft } from './recogniser';

/** Makes a draft the figure of the source that it is: every span in it goes from the reading to where it stands. */
export function toSource(draft: Draft, reading: Reading, block: number, cell: Figure['cell']): Figure {
  const figure: Mutable<Draft> = draft;
  figure.block = block;
  figure.cell = cell;
  const [piece, more] = reading.pieces;
  if (piece === undefined || more !== undefined) {
    moveSpans(figure, (span) => {
      const { start, end } = sourceSpan(reading, span.start, span.end);
      span.start = start;
      span.end = end;
    });
  } else {
    // Most readings stand verbatim in the source.
    const by = reading.base + piece[1] - piece[0];
    if (by !== 0) moveSpans(figure, shiftBy(by));
  }
  return figure;
}

/** The same figure in another block, further on in the document: every span in it moves by `by` code units. */
export function shiftFigure(figure: Figure, by: number, block: number): Figure {
  if (by === 0) return figure.block === block ? figure : { ...figure, block };
  if (figure.kind === 'change') return { ...figure, start: figure.start + by, end: figure.end + by, block };
  const copy: Mutable<Draft> = copyOf(figure);
  copy.block = block;
  moveSpans(copy, shiftBy(by));
  return copy;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
type Move = (span: Mutable<Span>) => void;

const shiftBy =
  (by: number): Move =>
  (span) => {
    span.start += by;
    span.end += by;
  };

/** Moves every span of a figure, each of which is its own alone. */
function moveSpans(figure: Draft, move: Move): void {
  move(figure);
  switch (figure.kind) {
    case 'amount':
      if (figure.unitSpan !== undefined) move(figure.unitSpan);
      moveNumeral(figure.low, move);
      if (figure.high !== null) moveNumeral(figure.high, move);
      break;
    case 'percent':
      moveNumeral(figure.low, move);
      if (figure.high !== null) moveNumeral(figure.high, move);
      break;
    case 'count':
      moveNumeral(figure.low, move);
      break;
    case 'date':
      if (typeof figure.yearFrom === 'object') move(figure.yearFrom);
      moveParts(figure.parts[0], move);
      if (figure.parts[1] !== undefined) moveParts(figure.parts[1], move);
  }
}

function moveNumeral(numeral: Numeral, move: Move): void {
  move(numeral);
  if (numeral.scaleSpan !== undefined) move(numeral.scaleSpan);
}

function moveParts(parts: DateParts, move: Move): void {
  move(parts);
  const { yearSpan, monthSpan, daySpan, endYearSpan, weekdaySpan } = parts;
  if (yearSpan !== undefined) move(yearSpan);
  if (monthSpan !== undefined) move(monthSpan);
  if (daySpan !== undefined) move(daySpan);
  if (endYearSpan !== undefined) move(endYearSpan);
  if (weekdaySpan !== undefined) move(weekdaySpan);
}

/** A copy that shares no span with the figure. */
function copyOf(figure: Draft): Draft {
  switch (figure.kind) {
    case 'amount': {
      const { low, high, unitSpan } = figure;
      const copy = { ...figure, low: numeralCopy(low), high: high && numeralCopy(high) };
      return unitSpan === undefined ? copy : { ...copy, unitSpan: { ...unitSpan } };
    }
    case 'percent':
      return { ...figure, low: numeralCopy(figure.low), high: figure.high && numeralCopy(figure.high) };
    case 'count':
      return { ...figure, low: numeralCopy(figure.low) };
    case 'date': {
      const [first, second] = figure.parts;
      const parts: DateFigure['parts'] =
        second === undefined ? [partsCopy(first)] : [partsCopy(first), partsCopy(second)];
      const { yearFrom } = figure;
      return typeof yearFrom === 'object' ? { ...figure, parts, yearFrom: { ...yearFrom } } : { ...figure, parts };
    }
  }
}

const numeralCopy = (numeral: Numeral): Numeral =>
  numeral.scaleSpan === undefined ? { ...numeral } : { ...numeral, scaleSpan: { ...numeral.scaleSpan } };

function partsCopy(parts: DateParts): DateParts {
  const copy: Mutable<DateParts> = { ...parts };
  const { yearSpan, monthSpan, daySpan, endYearSpan, weekdaySpan } = parts;
  if (yearSpan !== undefined) copy.yearSpan = { ...yearSpan };
  if (monthSpan !== undefined) copy.monthSpan = { ...monthSpan };
  if (daySpan !== undefined) copy.daySpan = { ...daySpan };
  if (endYearSpan !== undefined) copy.endYearSpan = { ...endYearSpan };
  if (weekdaySpan !== undefined) copy.weekdaySpan = { ...weekdaySpan };
  return copy;
}
