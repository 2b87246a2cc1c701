import type { Pieces } from '../text/reading';

/** What was worked out of one text alone. It stays with the text, wherever that stands after an edit. */
export interface OfText {
  /** By the number of the question, what was made of the text. */
  readonly made: (object | undefined)[];
  /** A bit for each test that was put to the text, and for each that it passed. */
  tested: number;
  passed: number;
}

/** A text, and what was worked out of it. */
interface WithText {
  readonly text: string;
  readonly ofText: OfText;
}

/** By a reading's `pieces`, which stay the same as long as it reads the same. */
const known = new WeakMap<Pieces, OfText>();

export function ofText(pieces: Pieces): OfText {
  let found = known.get(pieces);
  if (found === undefined) known.set(pieces, (found = { made: new Array(questions), tested: 0, passed: 0 }));
  return found;
}

/** Questions and tests, counted as the modules that put them are loaded. */
let questions = 0;
let tests = 0;

/** What is worked out of a text alone, and small: made once, and kept with the text. */
export function onceOfText<T extends object>(work: (text: string) => T): (of: WithText) => T {
  const question = questions++;
  return ({ text, ofText: { made } }) => (made[question] ??= work(text)) as T;
}

/** Whether a text passes a test that asks for nothing else: put once, and kept with the text. */
export function textWhere(test: (text: string) => boolean): (of: WithText) => boolean {
  if (tests === 31) throw new Error('more tests than a number has bits');
  const bit = 1 << tests++;
  return ({ text, ofText: own }) => {
    if ((own.tested & bit) === 0) {
      own.tested |= bit;
      if (test(text)) own.passed |= bit;
    }
    return (own.passed & bit) !== 0;
  };
}
