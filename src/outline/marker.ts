import type { Block } from '../text/block';
import { sourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import type { Numeral } from './numeral';

export type Style =
  | 'word' // First, Second, 첫째
  | 'phrase' // The first aim is, 첫 번째 과제는
  | 'cardinal' // One, Two,
  | 'label' // Task 3, 전략 1, 제1장
  | 'bare' // Strategy:
  | 'decimal' // 1. 2) (3) 2.1
  | 'roman' // Ⅱ. II.
  | 'letter' // A. (b)
  | 'hangul' // 가. 나)
  | 'circled' // ① ➊
  | 'boxed'
  | 'bullet'; // □ ○ -

/** What a block begins with, where that makes it a part of a series. */
export interface Marker {
  /** As written, without the punctuation that parts it from the title: `First`, `Task 3`, `Ⅱ.`. */
  readonly text: string;
  readonly span: Span;
  readonly style: Style;
  /** Markers of one series have the same: style, label, punctuation and number of parts. */
  readonly series: string;
  /** The last number of the path; null for bullets, bare labels and words that close a series. */
  readonly ordinal: number | null;
  readonly path: readonly number[];
  /** `Lastly`: its number is the one that its place gives. */
  readonly closing: boolean;
  /** The label's words in lower case, or null. */
  readonly label: string | null;
  readonly hint: 'strategy' | 'task' | 'measure' | 'section' | null;
  /** Where the title begins in the reading. */
  readonly titleAt: number;
  /** The other reading of a letter that is also a Roman sign: `I.`, `C)`. */
  readonly otherwise: Numeral | null;
}

/** Where a marker stands. */
export interface Place {
  readonly text: string;
  readonly span: Span;
  readonly titleAt: number;
}

export const placeOf = (block: Block, start: number, end: number, titleAt: number): Place => ({
  text: block.reading.text.slice(start, end),
  span: sourceSpan(block.reading, start, end),
  titleAt,
});

/** A marker of one number or none, to which its kind may add. */
export function marker(place: Place, style: Style, series: string, ordinal: number | null): Marker {
  return {
    text: place.text,
    span: place.span,
    titleAt: place.titleAt,
    style,
    series,
    ordinal,
    path: ordinal === null ? [] : [ordinal],
    closing: false,
    label: null,
    hint: null,
    otherwise: null,
  };
}
