import { strict as assert } from 'node:assert';
import type { Block } from '../../src/text/block';
import { eachPiece, readingOffset, sourceOffset, sourceSpan, type Reading } from '../../src/text/reading';

/**
 * Blocks as fixtures write them, a line each: kind, depth where it is not 0, mark in `‹›`, `*` where all is bold, the
 * reading. Where a cut word was rejoined stands a `~`. Tables give their cells between bars, rows between slashes.
 */
export const drawn = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    [
      block.kind + (block.depth > 0 ? ` ${block.depth}` : ''),
      block.mark === null ? '' : `‹${block.mark.text}›`,
      block.bold ? '*' : '',
      block.table === null
        ? withCuts(block.reading)
        : block.table.rows.map((row) => row.cells.map((cell) => cell.reading.text).join(' | ')).join(' / '),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

function withCuts(reading: Reading): string {
  const cuts = (reading.joins ?? []).filter(({ kind }) => kind === 'cut').map(({ at }) => at);
  return cuts.reduceRight((text, at) => `${text.slice(0, at)}~${text.slice(at)}`, reading.text);
}

/** What must hold of the blocks of any source. */
export function assertBlocks(source: string, blocks: readonly Block[]): void {
  let at = 0;
  for (const block of blocks) {
    assert.ok(block.start >= at && block.end >= block.start && block.end <= source.length, 'blocks lie in order');
    at = block.end;
    if (block.mark !== null) {
      assert.ok(block.mark.start >= block.start && block.mark.end <= block.end, 'a mark lies inside its block');
      assert.equal(source.slice(block.mark.start, block.mark.end), block.mark.text);
    }
    assertReading(source, block.reading, block.start, block.end);
    let cellAt = block.start;
    for (const row of block.table?.rows ?? []) {
      assert.ok(row.start >= block.start && row.end <= block.end, 'a row lies inside its table');
      for (const cell of row.cells) {
        assert.ok(cell.start >= cellAt && cell.end >= cell.start && cell.end <= block.end, 'cells lie in order');
        cellAt = cell.end;
        assertReading(source, cell.reading, cell.start, cell.end);
      }
    }
  }
}

function assertReading(source: string, reading: Reading, start: number, end: number): void {
  const { text, base, pieces } = reading;
  let read = 0;
  let written = 0;
  for (const [at, from, length] of eachPiece(pieces)) {
    assert.ok(at >= read && from >= written, 'pieces lie in order');
    assert.equal(text.slice(at, at + length), source.slice(base + from, base + from + length), 'a piece is verbatim');
    read = at + length;
    written = from + length;
    if (length === 0) continue;
    for (const offset of [at, at + length - 1]) {
      const there = sourceOffset(reading, offset);
      assert.equal(source[there], text[offset], 'a character maps to itself');
      assert.equal(readingOffset(reading, there), offset, 'and back');
    }
  }
  assert.ok(read <= text.length);
  const span = sourceSpan(reading, 0, text.length);
  assert.ok(span.start >= start && span.end <= end, 'a reading lies inside its block');
  assert.ok(!/\s\s|^\s|\s$|[\n\r\t]/.test(text), `white space is single: ${JSON.stringify(text.slice(0, 80))}`);
}

/** All words that are read, in order. */
export const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap((block) => [
      block.mark?.text ?? '',
      block.reading.text,
      ...(block.table?.rows.flatMap((row) => row.cells.map((cell) => cell.reading.text)) ?? []),
    ])
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '');
