import type { Block } from '../text/block';
import { eachPiece } from '../text/reading';
import { gather } from '../text/gather';
import { mayRest, type Steps } from '../text/steps';
import type { Part } from './part';
import { isGeneric } from './words';

/** Begins the series keys of parts that words at the head of a paragraph begin. */
const runIn = '|runin';
/** How many of them make a series. */
const least = 4;

/** Whether words at the head of its paragraph begin the part. */
export const isRunIn = ({ series }: Part): boolean => series.startsWith(runIn);
/**
 * The parts that bold words at the head of a paragraph or list item begin: `**Open the data**: readings appear …`. Only in
 * Markdown whose headings of one kind nearly all have them and nothing else that is numbered; elsewhere bold words stress.
 */
export function* runInParts(parts: readonly Part[], blocks: readonly Block[]): Steps<Part[]> {
  const above = new Map<Part, Part[]>();
  let next = 0;
  let head: Part | null = null;
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    while (next < parts.length && parts[next]!.block <= index) {
      const part = parts[next++]!;
      if (part.depth > 0) head = part;
      else if (part.marker !== null && part.marker.style !== 'bullet') return []; // numbered in another way
    }
    const title = head === null || parts[next - 1]?.block === index ? null : boldHead(block);
    if (head === null || title === null) continue;
    const part: Part = { ...blank, block: index, title, indent: block.indent };
    gather(above, head, part);
  }
  const heads = [...above.keys()];
  const [first] = heads;
  if (first === undefined || heads.some(({ series }) => series !== first.series)) return [];
  const own = parts.filter((part) => part.series === first.series && !isGeneric(part.title));
  const found = [...above.values()].flat();
  return heads.length >= 2 && heads.length * 5 >= own.length * 3 && found.length >= least ? found : [];
}

const blank = { marker: null, series: runIn, heading: false, depth: 0, bare: false, echo: false } as const;

/** The bold words at the head of a paragraph or item, which goes on after them; null where there are none. */
export function boldHead({ kind, reading, mark, start, bold }: Block): string | null {
  if ((kind !== 'paragraph' && kind !== 'item') || bold) return null;
  const { text, base, pieces } = reading;
  const [first, second] = eachPiece(pieces.slice(0, 6));
  if (first === undefined || second === undefined || first[0] !== 0) return null;
  const before = base + first[1] - (mark === null ? start : mark.end);
  const opened = mark === null ? before : before - 1;
  const closed = second[1] - (first[1] + first[2]) - (second[0] - first[2]);
  // Two signs before and two after: `**`, `__`; one is a stress, more is something else.
  if (opened !== 2 || closed !== 2) return null;
  const title = text.slice(0, second[0]).trim();
  // `**Ineke Stavast**, chief executive, …`: a name in its sentence.
  if (text[second[0]] === ',' && title.split(' ').every((word) => /^[A-Z]/.test(word))) return null;
  return title.length >= 8 && title.length <= 90 && title.includes(' ') && !/^[a-z]/.test(title)
    ? title.replace(/[.:]$/, '')
    : null;
}
