import type { Anchors } from './anchors';
import type { Amount, Count, DateFigure, Figure, Percent } from './figure';

/**
 * A figure as a recogniser gives it: spans in the reading, its block and cell not yet filled in. It is nobody else's, nor
 * is any span in it: `toSource` makes it the figure itself.
 */
export type Draft<T extends Figure = Amount | DateFigure | Percent | Count> = T;

/** What a recogniser may know besides the reading. */
export interface Surroundings {
  /** ISO 639-1 code of the block's language. */
  readonly language: string;
  /** ISO 3166, or null: decides what a bare `$` means. */
  readonly region: string | null;
}

export interface Recogniser {
  readonly kind: Figure['kind'];
  /** Every figure of the kind, in order (`byStart`), spans in the text that the anchors are of. */
  find(anchors: Anchors, around: Surroundings): readonly Draft[];
}
