import { fromBothEnds } from './both-ends';
import { shiftBlock, type Block } from './block';
import { readMarkdownPassage } from './markdown';
import { cutMarkdown, type Passage } from './passage';
import { withOwnText } from './own-text';
import type { Steps } from './steps';

/** A Markdown source as it was read: its passages, each with its blocks, and the definitions that hold for all. */
export interface ReadMarkdown {
  readonly source: string;
  readonly passages: readonly ReadPassage[];
  readonly definitions: string;
}

export interface ReadPassage extends Passage {
  readonly blocks: readonly Block[];
}

/** All blocks, in order. */
export const blocksOf = ({ passages }: ReadMarkdown): Block[] => passages.flatMap(({ blocks }) => blocks);

/**
 * Reads a Markdown source, passage by passage. Passages that stand in `before` too keep their blocks: from the first on,
 * and from the last back, as far as the two sources agree.
 */
export function* readPassages(source: string, before?: ReadMarkdown): Steps<ReadMarkdown> {
  const { passages, definitions } = yield* cutMarkdown(source);
  const read = new Array<ReadPassage>(passages.length);
  const known = before?.definitions === definitions ? before : { source: '', passages: [] };
  /** Front matter is read at the head of the source and nowhere else. */
  const isSame = (a: Passage, b: Passage): boolean =>
    a.end - a.start === b.end - b.start &&
    (a.start === 0) === (b.start === 0) &&
    known.source.slice(a.start, a.end) === source.slice(b.start, b.end);
  const keep = (from: number, to: number): boolean => {
    const kept = known.passages[from]!;
    const passage = passages[to]!;
    if (!isSame(kept, passage)) return false;
    const by = passage.start - kept.start;
    read[to] = by === 0 ? kept : { ...passage, blocks: kept.blocks.map((block) => shiftBlock(block, by)) };
    return true;
  };
  const { first, last } = yield* fromBothEnds(known.passages.length, passages.length, keep);
  for (let index = first; index < last; index++) {
    const passage = passages[index]!;
    const blocks = readMarkdownPassage(source, passage, definitions);
    read[index] = { blocks: before === undefined ? blocks : blocks.map(withOwnText), ...passage };
    yield;
  }
  return { source, passages: read, definitions };
}
