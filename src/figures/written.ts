import { distanceOf, type Block } from '../text/block';
import { fromBothEnds } from '../text/both-ends';
import { packed } from '../text/packed';
import type { Steps } from '../text/steps';
import type { Figure } from './figure';
import { shiftFigure } from './place';
import { recognise } from './recognise';

/** Of each block, the figures that are written in it, spans in the source. */
export type Written = readonly (readonly Figure[])[];

/** What is known of the document as it was before an edit. */
export interface WrittenBefore {
  readonly blocks: readonly Block[];
  readonly written: Written;
}

/**
 * The figures of all blocks. Blocks that read as one did before an edit keep its figures: from the first on, and from the
 * last back, as far as the two documents agree.
 */
export function* readWritten(blocks: readonly Block[], region: string | null, before?: WrittenBefore): Steps<Written> {
  const written: (readonly Figure[])[] = new Array<readonly Figure[]>(blocks.length);
  const { first, last } =
    before === undefined ? { first: 0, last: blocks.length } : yield* keep(blocks, before, written);
  for (let index = first; index < last; index++) {
    written[index] = packed(recognise(blocks[index]!, index, region));
    yield;
  }
  return written;
}

/** Fills in what is kept; `[first, last)` is what is to be read. */
function* keep(
  blocks: readonly Block[],
  before: WrittenBefore,
  written: (readonly Figure[])[],
): Steps<{ readonly first: number; readonly last: number }> {
  const take = (from: number, to: number): boolean => {
    const by = distanceOf(before.blocks[from]!, blocks[to]!);
    if (by === null) return false;
    const figures = before.written[from]!;
    const isInPlace = by === 0 && from === to;
    written[to] = isInPlace ? figures : figures.map((figure) => shiftFigure(figure, by, to));
    return true;
  };
  return yield* fromBothEnds(before.blocks.length, blocks.length, take);
}
