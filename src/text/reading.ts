import type { Span } from './span';

/**
 * The repaired reading of a stretch of source: line wraps joined, words that a wrap cut rejoined, inline markup
 * left out. Recognisers see only readings; their offsets go back to the source through `sourceSpan`.
 *
 * `pieces` are triples `[at, from, length]`: from offset `at` of the reading, `length` code units stand verbatim in the
 * source from `base + from`. Reading characters covered by no piece (a space put for a line break) have no
 * source character of their own. What the source writes in another way (`₩` as `&#8361;`) stands between two pieces of
 * length 0, at the place where it begins and where it ends.
 *
 *     source  '(KRW 270.2 bill⏎⏎ion)'
 *     text    '(KRW 270.2 billion)'           pieces [[0, 0, 15], [15, 17, 4]]
 *     sourceSpan(reading, 1, 18)  →  { start: 1, end: 20 }    the line break included
 */
export interface Reading {
  readonly text: string;
  /** Where the source stretch begins, in the document. */
  readonly base: number;
  readonly pieces: readonly Piece[];
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

export type Piece = readonly [at: number, from: number, length: number];

export const emptyReading = (base: number): Reading => ({ text: '', base, pieces: [] });

/** The reading of source that needs no repair. */
export const verbatim = (text: string, base: number): Reading => ({
  text,
  base,
  pieces: text.length === 0 ? [] : [[0, 0, text.length]],
});

/**
 * The source span of the reading's `[start, end)`, from its first character to its last. An inserted character stands
 * at the end of the piece before it.
 */
export function sourceSpan(reading: Reading, start: number, end: number): Span {
  const from = sourceOffset(reading, start);
  if (end <= start) return { start: from, end: from };
  const { pieces, base } = reading;
  const index = pieceAt(pieces, end - 1, 0);
  const next = pieces[index + 1];
  // What is written in another way (`&#8361;`) ends where the source goes on.
  if (pieces[index]?.[2] === 0 && next !== undefined && next[0] <= end) return { start: from, end: base + next[1] };
  return { start: from, end: sourceOffset(reading, end - 1) + 1 };
}

/** How much further on the reading's `[start, end)` stands in the source, or null where no one piece holds it. */
export function distanceToSource({ pieces, base }: Reading, start: number, end: number): number | null {
  const piece = pieces[pieces.length === 1 ? 0 : pieceAt(pieces, start, 0)];
  if (piece === undefined || start < piece[0] || end > piece[0] + piece[2]) return null;
  return base + piece[1] - piece[0];
}

/** The source offset of one character of the reading; the reading's end maps to just after its last character. */
export function sourceOffset(reading: Reading, offset: number): number {
  const { pieces, base } = reading;
  const index = pieceAt(pieces, offset, 0);
  const piece = pieces[index];
  if (piece === undefined) return base;
  return base + piece[1] + Math.min(offset - piece[0], piece[2]);
}

/** The reading offset of a source offset; one inside removed source (markup, a line break) gives the next character. */
export function readingOffset(reading: Reading, offset: number): number {
  const { pieces, base } = reading;
  const inside = offset - base;
  const index = pieceAt(pieces, inside, 1);
  const piece = pieces[index];
  if (piece === undefined) return 0;
  const within = inside - piece[1];
  if (within < piece[2]) return piece[0] + within;
  const next = pieces[index + 1];
  return next === undefined ? piece[0] + piece[2] : next[0];
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
      reading.pieces.every((piece, index) => {
        const other = before.pieces[index]!;
        return piece[0] === other[0] && piece[1] === other[1] && piece[2] === other[2];
      })));

/** Index of the last piece whose `field` is at most `value`; 0 when none is. */
function pieceAt(pieces: readonly Piece[], value: number, field: 0 | 1): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]![field] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
