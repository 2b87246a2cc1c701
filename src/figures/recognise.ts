import type { Block } from '../text/block';
import type { Reading } from '../text/reading';
import { amounts } from './amount';
import { anchorsIn } from './anchors';
import { counts } from './count';
import { dates } from './date';
import type { Figure } from './figure';
import { percents } from './percent';
import { toSource } from './place';
import type { Draft, Recogniser, Surroundings } from './recogniser';
import { settle } from './settle';

/** In this order, so that `settle` may prefer the earlier of two that claim the same words. */
const recognisers: readonly Recogniser[] = [amounts, dates, percents, counts];

/** The figures of one block, spans in the source. Years, units and subjects from elsewhere are not yet filled in. */
export function recognise(block: Block, index: number, region: string | null): Figure[] {
  const around = { language: block.language, region };
  const figures: Figure[] = [];
  if (block.table === null) readInto(figures, block.reading, around, index, null);
  else {
    block.table.rows.forEach((row, r) => {
      for (const { reading, column } of row.cells) readInto(figures, reading, around, index, { row: r, column });
    });
  }
  return figures;
}

function readInto(
  figures: Figure[],
  reading: Reading,
  around: Surroundings,
  block: number,
  cell: Figure['cell'],
): void {
  const anchors = anchorsIn(reading.text);
  if (anchors === null) return;
  let drafts: readonly Draft[] = [];
  for (let i = 0; i < recognisers.length; i++) {
    const more = recognisers[i]!.find(anchors, around);
    if (more.length > 0) drafts = drafts.length === 0 ? more : drafts.concat(more);
  }
  const settled = settle(drafts);
  for (let i = 0; i < settled.length; i++) figures.push(toSource(settled[i]!, reading, block, cell));
}
