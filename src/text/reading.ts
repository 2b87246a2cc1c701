import type { Span } from './span';

/**
 * The repaired reading of a stretch of source: line wraps joined, words that a wrap cut rejoined, inline markup
 * left out. Recognisers see only readings; their offsets go back to the source through `sourceSpan`.
 *
 * `pieces` are triples `at, from, length`, one after the other in one list, which takes a third of the room that lists of
 * three would: from offset `at` of the reading, `length` code units stand verbatim in the source from `base + from`. Reading characters covered by no piece (a space put for a line break) have no
 * source character of their own. What the source writes in another way (`₩` as `&#8361;`) stands between two pieces of
 * length 0, at the place where it begins and where it ends.
 *
 *     source  '(KRW 270.2 bill⏎⏎ion)'
 *     text    '(KRW 270.2 billion)'           pieces [0, 0, 15,  15, 17, 4]
 *     sourceSpan(reading, 1, 18)  →  { start: 1, end: 20 }    the line break included
 */
export interface Reading {
  readonly text: string;
  /** Where the source stretch begins, in the document. */
  readonly base: number;
  readonly pieces: Pieces;
  /** Where lines were joined, in order; absent where there was one line. */
  readonly joins?: readonly Join[];
}

/**
 * A line break that the reading bridges: `at` is the reading offset of the first character after it. `wrap`: between
 * words, after a hyphen, or where Korean wraps inside a word as a matter of course. `cut`: the line end cut an English
 * word without a hyphen, and the reading has it whole.
 */
export interface Join {
  readonly at: number;
  readonly kind: 'wrap' | 'cut';
}

export type Pieces = readonly number[];

export type Piece = readonly [at: number, from: number, length: number];

/** The pieces one by one. */
export const eachPiece = (pieces: Pieces): Piece[] =>
  Array.from({ length: pieces.length / 3 }, (_, i): Piece => [pieces[3 * i]!, pieces[3 * i + 1]!, pieces[3 * i + 2]!]);

export const emptyReading = (base: number): Reading => ({ text: '', base, pieces: [] });

/** The reading of source that needs no repair. */
export const verbatim = (text: string, base: number): Reading => ({
  text,
  base,
  pieces: text.length === 0 ? [] : [0, 0, text.length],
});

/**
 * The source span of the reading's `[start, end)`, from its first character to its last. An inserted character stands
 * at the end of the piece before it.
 */
export function sourceSpan(reading: Reading, start: number, end: number): Span {
  const from = sourceOffset(reading, start);
  if (end <= start) return { start: from, end: from };
  const { pieces, base } = reading;
  const i = pieceAt(pieces, end - 1, 0);
  // What is written in another way (`&#8361;`) ends where the source goes on.
  if (pieces[i + 2] === 0 && pieces[i + 3] !== undefined && pieces[i + 3]! <= end)
    return { start: from, end: base + pieces[i + 4]! };
  return { start: from, end: sourceOffset(reading, end - 1) + 1 };
}

/** How much further on the reading's `[start, end)` stands in the source, or null where no one piece holds it. */
export function distanceToSource({ pieces, base }: Reading, start: number, end: number): number | null {
  const i = pieces.length === 3 ? 0 : pieceAt(pieces, start, 0);
  const at = pieces[i];
  if (at === undefined || start < at || end > at + pieces[i + 2]!) return null;
  return base + pieces[i + 1]! - at;
}

/** The source offset of one character of the reading; the reading's end maps to just after its last character. */
export function sourceOffset({ pieces, base }: Reading, offset: number): number {
  const i = pieceAt(pieces, offset, 0);
  const at = pieces[i];
  return at === undefined ? base : base + pieces[i + 1]! + Math.min(offset - at, pieces[i + 2]!);
}

/** The reading offset of a source offset; one inside removed source (markup, a line break) gives the next character. */
export function readingOffset({ pieces, base }: Reading, offset: number): number {
  const inside = offset - base;
  const i = pieceAt(pieces, inside, 1);
  const at = pieces[i];
  if (at === undefined) return 0;
  const within = inside - pieces[i + 1]!;
  const length = pieces[i + 2]!;
  return within < length ? at + within : (pieces[i + 3] ?? at + length);
}

/**
 * The same reading for the same source further on in the document. It shares its `pieces`, which are a reading's own
 * otherwise: what is worked out of a text alone may be kept with them.
 */
export const shiftReading = (reading: Reading, by: number): Reading =>
  by === 0 ? reading : { ...reading, base: reading.base + by };

/** Whether `reading` is `before` for the same source `by` code units further on. */
export const isShifted = (before: Reading, reading: Reading, by: number): boolean =>
  reading.base - before.base === by &&
  (reading.pieces === before.pieces ||
    (reading.text === before.text &&
      reading.pieces.length === before.pieces.length &&
      reading.pieces.every((number, index) => number === before.pieces[index])));

/** Where in the list the last piece begins whose `field` is at most `value`; 0 when none is. */
function pieceAt(pieces: Pieces, value: number, field: 0 | 1): number {
  let low = 0;
  let high = pieces.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[3 * middle + field]! <= value) low = middle + 1;
    else high = middle;
  }
  return 3 * Math.max(0, low - 1);
}
