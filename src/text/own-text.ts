import type { Block } from './block';
import type { Reading } from './reading';

/**
 * The block with texts of its own. V8 keeps what is cut out of a string as a view of the whole: blocks that are read after
 * an edit would hold that version of the source for as long as they stand, one version for each place that was edited.
 */
export const withOwnText = (block: Block): Block => ({
  ...block,
  reading: ownReading(block.reading),
  table: block.table && {
    ...block.table,
    rows: block.table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, reading: ownReading(cell.reading) })),
    })),
  },
});

const ownReading = (reading: Reading): Reading => ({ ...reading, text: copied(reading.text) });

/** What is joined is written anew; shorter strings than 13 code units are never views. */
const copied = (text: string): string => (text.length < 13 ? text : [text.slice(0, 1), text.slice(1)].join(''));
