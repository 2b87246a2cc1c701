import type { Amount, Count, DateFigure, Figure, Percent } from './figure';

/** A figure as a recogniser gives it: spans in the reading, its place in the plan not yet known. */
export type Draft<T extends Figure = Amount | DateFigure | Percent | Count> = T extends Figure
  ? Omit<T, 'node' | 'block' | 'cell'>
  : never;

/** What a recogniser may know besides the reading. */
export interface Surroundings {
  /** ISO 639-1 code of the block's language. */
  readonly language: string;
  /** ISO 3166, or null: decides what a bare `$` means. */
  readonly region: string | null;
}

export interface Recogniser {
  readonly kind: Figure['kind'];
  /** Cheap: false only where no figure of the kind can stand in the text. */
  mayHold(text: string): boolean;
  /** Every figure of the kind, in order, spans in `text`. */
  find(text: string, around: Surroundings): Iterable<Draft>;
}
