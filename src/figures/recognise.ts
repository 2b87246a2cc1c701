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
import { merged, settle } from './settle';

/** In this order, so that `settle` may prefer the earlier of two that claim the same words. */
const recognisers: readonly Recogniser[] = [amounts, dates, percents, counts];

/** The figures of one block, spans in the source. Years, units and subjects from elsewhere are not yet filled in. */
export function recognise(block: Block, index: number, region: string | null): readonly Figure[] {
  const around = { language: block.language, region };
  if (block.table === null) return read(block.reading, around, index, null);
  const figures: Figure[] = [];
  const { rows } = block.table;
  for (let row = 0; row < rows.length; row++) {
    for (const { reading, column } of rows[row]!.cells) {
      const found = read(reading, around, index, { row, column });
      for (let i = 0; i < found.length; i++) figures.push(found[i]!);
    }
  }
  return figures;
}

const none: readonly Figure[] = [];

function read(reading: Reading, around: Surroundings, block: number, cell: Figure['cell']): readonly Figure[] {
  const anchors = anchorsIn(reading.text);
  if (anchors === null) return none;
  let drafts: readonly Draft[] = [];
  for (let i = 0; i < recognisers.length; i++) drafts = merged(drafts, recognisers[i]!.find(anchors, around));
  const settled = settle(drafts);
  for (let i = 0; i < settled.length; i++) toSource(settled[i]!, reading, block, cell);
  return settled;
}
