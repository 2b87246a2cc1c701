import { sourceSpan, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import type { DateFigure, DateParts, Figure, Numeral } from './figure';
import type { Draft } from './recogniser';

/** Where a span of one text stands in another. */
type Move = (start: number, end: number) => Span;

/** A draft as a figure of the source: every span in it goes from the reading to where it stands. */
export const toSource = (draft: Draft, reading: Reading, block: number, cell: Figure['cell']): Figure =>
  placed(draft, moveOf(reading), { node: null, block, cell });

/** The same figure in another block, further on in the document: every span in it moves by `by` code units. */
export function shiftFigure(figure: Figure, by: number, block: number): Figure {
  if (by === 0) return figure.block === block ? figure : { ...figure, block };
  const move: Move = (start, end) => ({ start: start + by, end: end + by });
  const place = { node: figure.node, block, cell: figure.cell };
  return figure.kind === 'change'
    ? { ...figure, ...move(figure.start, figure.end), block }
    : placed(figure, move, place);
}

/** Most readings stand verbatim in the source: there a span only moves. */
function moveOf(reading: Reading): Move {
  const [piece, more] = reading.pieces;
  if (piece === undefined || more !== undefined) return (start, end) => sourceSpan(reading, start, end);
  const by = reading.base + piece[1] - piece[0];
  return (start, end) => ({ start: start + by, end: end + by });
}

type Place = Pick<Figure, 'node' | 'block' | 'cell'>;

/** One copy, its fields always in the same order: what reads many figures reads like ones faster. */
function placed(draft: Draft, move: Move, { node, block, cell }: Place): Figure {
  const { start, end } = move(draft.start, draft.end);
  switch (draft.kind) {
    case 'amount': {
      const { low, high, unitSpan } = draft;
      const numerals = { low: movedNumeral(low, move), high: high && movedNumeral(high, move) };
      const figure = { ...draft, start, end, ...numerals, node, block, cell };
      return unitSpan === undefined ? figure : { ...figure, unitSpan: move(unitSpan.start, unitSpan.end) };
    }
    case 'percent': {
      const { low, high } = draft;
      const numerals = { low: movedNumeral(low, move), high: high && movedNumeral(high, move) };
      return { ...draft, start, end, ...numerals, node, block, cell };
    }
    case 'count':
      return { ...draft, start, end, low: movedNumeral(draft.low, move), node, block, cell };
    case 'date': {
      const [first, second] = draft.parts;
      const parts: DateFigure['parts'] =
        second === undefined ? [movedParts(first, move)] : [movedParts(first, move), movedParts(second, move)];
      const figure = { ...draft, start, end, parts, node, block, cell };
      const { yearFrom } = draft;
      return typeof yearFrom === 'object' ? { ...figure, yearFrom: move(yearFrom.start, yearFrom.end) } : figure;
    }
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
  const { start, end } = move(parts.start, parts.end);
  const moved: { -readonly [key in keyof DateParts]: DateParts[key] } = { ...parts, start, end };
  if (yearSpan !== undefined) moved.yearSpan = move(yearSpan.start, yearSpan.end);
  if (monthSpan !== undefined) moved.monthSpan = move(monthSpan.start, monthSpan.end);
  if (daySpan !== undefined) moved.daySpan = move(daySpan.start, daySpan.end);
  if (endYearSpan !== undefined) moved.endYearSpan = move(endYearSpan.start, endYearSpan.end);
  if (weekdaySpan !== undefined) moved.weekdaySpan = move(weekdaySpan.start, weekdaySpan.end);
  return moved;
}
