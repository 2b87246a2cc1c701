import { endsInVerb } from '../language/korean-ending';
import type { Block } from '../text/block';
import { mayRest, type Steps } from '../text/steps';
import { factsOf } from './block-facts';
import { look, type Head } from './head';
import { isGeneric } from './words';

/** A place where a part of the document may begin: a heading, or a block with a marker. */
export interface Part extends Head {
  /** Index in the blocks. */
  readonly block: number;
  /** Whether nothing of its own follows it: neither text nor a list that is set under it. */
  readonly bare: boolean;
  /** Whether it is none of the plan's parts, though it is numbered: of an overview of what comes again, a speech's paragraph. */
  readonly echo: boolean;
}

/** Every block that may begin a part, in order. */
export function* partsOf(blocks: readonly Block[]): Steps<Part[]> {
  const parts: Part[] = [];
  const nested = blocks.some(({ kind, depth }) => kind === 'heading' && depth > 0);
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    const { head } = factsOf(block);
    if (head === null) continue;
    const { marker, series, heading, depth, indent, title } = head;
    parts.push({
      block: index,
      marker,
      series: nested && marker?.style === 'bullet' ? `${series}:${block.depth}` : series,
      heading,
      depth,
      indent,
      title,
      bare: !hasOwn(block, blocks[index + 1]),
      echo: false,
    });
  }
  yield;
  return withRefrains(parts);
}

/** Headings that come again and again (`How this will be done`) stand under what changes, whatever they look like. */
function withRefrains(parts: readonly Part[]): Part[] {
  const times = new Map<string, number>();
  for (const { marker, title } of parts) if (marker === null) times.set(title, (times.get(title) ?? 0) + 1);
  return parts.map((part) => {
    if (part.marker !== null || part.depth > 0) return part;
    if (times.get(part.title)! > 1) return { ...part, series: '|heading:refrain' };
    return isGeneric(part.title) && look(part.title) === 'plain' ? { ...part, series: genericHeading } : part;
  });
}

/** The series of unmarked headings that any document has. */
export const genericHeading = '|heading:generic';

/** Whether the next block belongs to this one: text, or a list with another mark than its own. */
function hasOwn(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.mark === null)
    return (next.kind === 'paragraph' && !isRest(block, next)) || next.kind === 'table' || next.kind === 'quote';
  return (
    next.kind === 'item' && (next.depth > block.depth || block.kind === 'heading' || isPunctuation(next.mark.text))
  );
}

/** Whether the paragraph is the end of a long Korean item that a wrap parted from it: its sentence is not closed. */
const isRest = (block: Block, next: Block): boolean =>
  block.kind === 'item' &&
  next.gap === 0 &&
  block.language === 'ko' &&
  block.reading.text.length >= 25 &&
  !/[.!?:함음임됨)]\s*$/.test(block.reading.text) &&
  !endsInVerb(block.reading.text);

const isPunctuation = (mark: string): boolean => !/[\p{L}\p{N}]/u.test(mark);
