import type { Block } from '../text/block';
import type { Reading } from '../text/reading';
import { amounts } from './amount';
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
  if (block.table === null) return inReading(block.reading, around, index, null);
  return block.table.rows.flatMap((row, r) =>
    row.cells.flatMap((cell) => inReading(cell.reading, around, index, { row: r, column: cell.column })),
  );
}

function inReading(reading: Reading, around: Surroundings, block: number, cell: Figure['cell']): Figure[] {
  const { text } = reading;
  if (text === '') return [];
  const drafts: Draft[] = [];
  for (const recogniser of recognisers) {
    if (recogniser.mayHold(text)) for (const draft of recogniser.find(text, around)) drafts.push(draft);
  }
  return settle(drafts).map((draft) => toSource(draft, reading, block, cell));
}
