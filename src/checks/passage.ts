import type { Figure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import { once, onceInSteps } from '../text/once';
import { readingOffset, sourceSpan, type Reading } from '../text/reading';
import { packed } from '../text/packed';
import type { Span } from '../text/span';
import { filtered, mayRest, type Steps } from '../text/steps';
import { figuresByBlock, figuresIn } from './figures-in';
import { ofText, onceOfText, type OfText } from './of-text';

/**
 * One stretch of repaired text with the figures in it: a block, or one cell of a table. Checks that look at the words
 * around figures work here, in the offsets of `text`, and go back to the source with `span`.
 */
export interface Passage {
  readonly block: Block;
  /** Index in `plan.blocks`. */
  readonly index: number;
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly text: string;
  /** What was worked out of the text alone. */
  readonly ofText: OfText;
  /** In order of start. */
  readonly figures: readonly Placed[];
  /** The source span of `text.slice(start, end)`. */
  readonly span: (start: number, end: number) => Span;
}

/** A figure and where it stands in its passage's text. */
export interface Placed<T extends Figure = Figure> extends Span {
  readonly figure: T;
}

/**
 * The passages of each block, in order; none of a block that is not read. They go with the plan, and are made anew after an
 * edit: to keep them would take four times the room of the text, and save nothing that can be measured.
 */
export const passagesByBlock = onceInSteps(function* (plan: PlanFacts): Steps<readonly (readonly Passage[])[]> {
  const { blocks } = plan;
  yield* figuresByBlock.inSteps(plan);
  const all = new Array<readonly Passage[]>(blocks.length);
  for (let at = 0; at < blocks.length; at++) {
    all[at] = isRead(blocks[at]!) ? packed(passagesOf(blocks[at]!, at, figuresIn(plan, at))) : none;
    if (mayRest(at)) yield;
  }
  return all;
});

const none: readonly Passage[] = [];

/** Every passage that is read, in order. */
export const passages: (plan: PlanFacts) => readonly Passage[] = once((plan) => passagesByBlock(plan).flat());

/** The passages of a block, the `index`th of the plan, with the figures in it. */
function passagesOf(block: Block, index: number, figures: readonly Figure[]): Passage[] {
  if (block.table === null) return [passageOf(block, index, null, block.reading, figures)];
  const found: Passage[] = [];
  let at = 0;
  for (const [row, { cells }] of block.table.rows.entries()) {
    for (const cell of cells) {
      const inCell: Figure[] = [];
      for (; figures[at] !== undefined && figures[at]!.start < cell.end; at++)
        if (figures[at]!.start >= cell.start) inCell.push(figures[at]!);
      found.push(passageOf(block, index, { row, column: cell.column }, cell.reading, inCell));
    }
  }
  return found;
}

function passageOf(
  block: Block,
  index: number,
  cell: Passage['cell'],
  reading: Reading,
  figures: readonly Figure[],
): Passage {
  return {
    block,
    index,
    cell,
    text: reading.text,
    ofText: ofText(reading.pieces),
    figures: figures.map((figure) => ({
      figure,
      start: readingOffset(reading, figure.start),
      end: readingOffset(reading, figure.end - 1) + 1,
    })),
    span: (start, end) => sourceSpan(reading, start, end),
  };
}

/** Some of the passages of a plan. */
export interface PassagesOf {
  (plan: PlanFacts): readonly Passage[];
  inSteps(plan: PlanFacts): Steps<readonly Passage[]>;
}

/** The passages that pass a test. */
export const passagesWhere = (test: (passage: Passage) => boolean): PassagesOf =>
  Object.assign((plan: PlanFacts) => passages(plan).filter(test), {
    inSteps: (plan: PlanFacts) => filtered(passages(plan), test),
  });

/** The passage's dates. */
export const datesIn = (passage: Passage): Placed<Extract<Figure, { kind: 'date' }>>[] =>
  passage.figures.filter(
    (placed): placed is Placed<Extract<Figure, { kind: 'date' }>> => placed.figure.kind === 'date',
  );

/**
 * The sentences of a text, as half-open offsets; a stop after a figure (`2024. 2. 14.`), an initial or a known
 * abbreviation ends none. What is doubtful stays in one sentence.
 */
export function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const stop of text.matchAll(/[.!?。]["'”’)\]]{0,3}(?=\s)/g)) {
    const end = stop.index + stop[0].length;
    if (stop[0][0] === '.' && !ends(text, stop.index, end)) continue;
    found.push({ start, end });
    start = end + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

const abbreviation =
  /(?:^|[^A-Za-z0-9])[A-Za-z]$|(?:^|[^A-Za-z])(?:St|Mr|Mrs|Ms|Dr|No|Nos|vs|etc|approx|cf|Art|Fig|para|Prof|Gen|Rs|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)$/;

/** Behind `Pathway C.` and `Annex A.` a word that no name begins with: the letter is no initial. */
const opensSentence =
  /^\s(?:The|This|That|These|Those|It|Its|They|There|A|An|In|On|At|By|For|From|To|With|We|Our|Each|All|Both|If|When|As|After|Before|Of|No|Some|More)\s/;

function ends(text: string, stop: number, end: number): boolean {
  const before = text.slice(Math.max(0, stop - 8), stop);
  const after = text.slice(end, end + 3).trimStart();
  if (/[0-9]$/.test(before)) return /^[A-Z“"‘'(]/.test(after);
  if (/[가-힣]$/.test(before)) return true;
  if (/[a-z] [A-Z]$/.test(before) && opensSentence.test(text.slice(end, end + 12))) return true;
  if (abbreviation.test(before)) return false;
  return !/^[a-z]/.test(after);
}

/** How far a sentence is looked for on either side; what is longer is a table or a list in disguise. */
const reach = 1200;

/** The sentence of the passage that holds the offset. */
export function sentenceAt(passage: Passage, offset: number): Span {
  const { text } = passage;
  if (text.length <= reach) return holder(sentencesIn(passage), offset) ?? { start: 0, end: text.length };
  const from = Math.max(0, offset - reach);
  const near = text.slice(from, offset + reach);
  const at = offset - from;
  const found = holder(sentencesOf(near), at) ?? { start: 0, end: near.length };
  return { start: from + found.start, end: from + found.end };
}

const holder = (sentences: readonly Span[], offset: number): Span | undefined =>
  sentences.find(({ start, end }) => offset >= start && offset <= end);

/** The sentences of a passage. */
export const sentencesIn: (passage: Passage) => readonly Span[] = onceOfText((text) => packed(sentencesOf(text)));

/** Those of `items`, which are in order of start, that lie inside the span. */
export function within<T extends Span>(items: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let i = firstIndex(items, (item) => item.start >= start); i < items.length && items[i]!.start <= end; i++)
    if (items[i]!.end <= end) found.push(items[i]!);
  return found;
}

/** Index of the first item from which on the test holds; the length where it never does. */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
