import { distanceToSource, sourceSpan, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { DateFigure, DateParts, Figure, Numeral } from './figure';
import type { Draft } from './recogniser';

/** Makes a draft the figure of the source that it is: every span in it goes from the reading to where it stands. */
export function toSource(draft: Draft, reading: Reading, block: number, cell: Figure['cell']): Figure {
  const figure: Mutable<Draft> = draft;
  figure.block = block;
  figure.cell = cell;
  // Most figures stand verbatim in the source.
  const by = isWithinItself(draft) ? distanceToSource(reading, draft.start, draft.end) : null;
  if (by !== 0) moveSpans(figure, by ?? 0, by === null ? reading : null);
  return figure;
}

/** Whether every span of it lies within it: a weekday may stand beside a date. */
const isWithinItself = (draft: Draft): boolean =>
  draft.kind !== 'date' || (draft.parts[0].weekdaySpan === undefined && draft.parts[1]?.weekdaySpan === undefined);

/** The same figure in another block, further on in the document: every span in it moves by `by` code units. */
export function shiftFigure(figure: Figure, by: number, block: number): Figure {
  if (by === 0) return figure.block === block ? figure : { ...figure, block };
  if (figure.kind === 'change') return { ...figure, start: figure.start + by, end: figure.end + by, block };
  const copy: Mutable<Draft> = copyOf(figure);
  copy.block = block;
  moveSpans(copy, by, null);
  return copy;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** Moves a span by `by` code units, or from a reading to where it stands in the source. */
function move(span: Mutable<Span>, by: number, reading: Reading | null): void {
  if (reading === null) {
    span.start += by;
    span.end += by;
    return;
  }
  const { start, end } = sourceSpan(reading, span.start, span.end);
  span.start = start;
  span.end = end;
}

/** Moves every span of a figure, each of which is its own alone. */
function moveSpans(figure: Draft, by: number, reading: Reading | null): void {
  move(figure, by, reading);
  if (figure.kind === 'date') {
    if (typeof figure.yearFrom === 'object') move(figure.yearFrom, by, reading);
    moveParts(figure.parts[0], by, reading);
    if (figure.parts[1] !== undefined) moveParts(figure.parts[1], by, reading);
    return;
  }
  moveNumeral(figure.low, by, reading);
  if (figure.kind === 'count') return;
  if (figure.high !== null) moveNumeral(figure.high, by, reading);
  if (figure.kind === 'amount' && figure.unitSpan !== undefined) move(figure.unitSpan, by, reading);
}

function moveNumeral(numeral: Numeral, by: number, reading: Reading | null): void {
  move(numeral, by, reading);
  if (numeral.scaleSpan !== undefined) move(numeral.scaleSpan, by, reading);
}

function moveParts(parts: DateParts, by: number, reading: Reading | null): void {
  move(parts, by, reading);
  const { yearSpan, monthSpan, daySpan, endYearSpan, weekdaySpan } = parts;
  if (yearSpan !== undefined) move(yearSpan, by, reading);
  if (monthSpan !== undefined) move(monthSpan, by, reading);
  if (daySpan !== undefined) move(daySpan, by, reading);
  if (endYearSpan !== undefined) move(endYearSpan, by, reading);
  if (weekdaySpan !== undefined) move(weekdaySpan, by, reading);
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
