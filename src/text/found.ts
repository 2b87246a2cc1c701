import { detectLanguage } from '../language/detect';
import type { Block, BlockKind, Mark } from './block';
import { markAt } from './bullet';
import type { Passage } from './passage';
import { eachPiece, emptyReading, sourceSpan, type Reading } from './reading';
import { columnsOf, isLineEnd, isSpace } from './space';
import type { Span } from './span';
import type { Table } from './table';
import { readStrands, wholeWords, type Strand } from './wrap';

/** The blocks of one passage of Markdown, as they are found, in order. */
export interface Found {
  readonly source: string;
  readonly passage: Passage;
  readonly blocks: Block[];
}

/** How an item begins: its mark, and where its text does when Markdown takes the text's first words for marks. */
export interface Lead {
  readonly start: number;
  readonly mark: Mark | null;
  /** Start of words such as the `5.` of `- 5. 13.(Mon): …`; null where there are none. */
  readonly text: number | null;
}

export function addHeading(
  found: Found,
  strands: readonly Strand[],
  start: number,
  end: number,
  depth: number,
  bold: boolean,
): void {
  const reading = readStrands(found.source, start, strands, wholeWords);
  addText(found, start, trimEnd(found.source, start, end), 'heading', depth, reading, null, bold);
}

/**
 * A paragraph, or the first one of an item. Lines in it that begin with bullets of which Markdown knows nothing are
 * blocks of their own.
 */
export function addParagraph(
  found: Found,
  strands: readonly Strand[],
  start: number,
  end: number,
  kind: 'paragraph' | 'item' | 'quote',
  depth: number,
  lead: Lead | null,
  bold: boolean,
): void {
  const { source } = found;
  const text = lead?.text ?? null;
  const all = text === null ? strands : [{ start: text, end: start }, ...strands];
  const parts = splitAtMarks(source, all);
  parts.forEach((part, index) => {
    const from = index === 0 ? (text ?? start) : firstOffset(part, start);
    const to = trimEnd(source, from, index === parts.length - 1 ? end : firstOffset(parts[index + 1]!, end));
    const reading = readStrands(source, from, part, wholeWords);
    if (index === 0) addText(found, lead?.start ?? from, to, kind, depth, reading, lead?.mark ?? null, bold);
    else addText(found, from, to, 'paragraph', depth, reading, null, bold);
  });
}

export function addTable(found: Found, start: number, end: number, table: Table): void {
  addBlock(found, 'table', start, trimEnd(found.source, start, end), 0, emptyReading(start), null, false, table);
}

/**
 * Takes a mark that Markdown does not know off the reading: `□`, `①`, `가.`, and in headings and paragraphs also
 * `1.` and `Ⅰ.`. A paragraph with such a mark is an item.
 */
function addText(
  found: Found,
  start: number,
  end: number,
  kind: BlockKind,
  depth: number,
  reading: Reading,
  mark: Mark | null,
  bold: boolean,
): void {
  const begins = mark === null && kind !== 'quote' ? markAt(reading.text, 0, reading.text.length) : null;
  if (begins === null || begins.end >= reading.text.length)
    return addBlock(found, kind, start, end, depth, reading, mark, bold);
  const span = sourceSpan(reading, 0, begins.end);
  const text = found.source.slice(span.start, span.end);
  let from = begins.end;
  while (reading.text[from] === ' ') from++;
  addBlock(
    found,
    kind === 'paragraph' ? 'item' : kind,
    start,
    end,
    depth,
    tailOf(reading, from),
    { text, ...span },
    bold,
  );
}

/** A reading without its first `from` characters. */
function tailOf(reading: Reading, from: number): Reading {
  const pieces = eachPiece(reading.pieces)
    .filter(([at, , length]) => at + length > from || (length === 0 && at >= from))
    .flatMap(([at, source, length]) =>
      at >= from ? [at - from, source, length] : [0, source + from - at, at + length - from],
    );
  const joins = reading.joins?.filter(({ at }) => at >= from).map(({ at, kind }) => ({ at: at - from, kind }));
  const tail = { text: reading.text.slice(from), base: reading.base, pieces };
  return joins === undefined || joins.length === 0 ? tail : { ...tail, joins };
}

/**
 * Cuts a paragraph at lines that begin with a bullet which Markdown takes for text: `○ …`, `※ …`, `① …`; and, where its
 * first line begins with such a mark, at `나. …` (elsewhere `다. ` may be the end of a word that a wrap cut).
 */
function splitAtMarks(source: string, strands: readonly Strand[]): Strand[][] {
  const parts: Strand[][] = [[]];
  const first = strands.find((strand): strand is Span => !('text' in strand));
  const lettered = first === undefined ? null : hangulStyle(source, first);
  for (let i = 0; i < strands.length; i++) {
    const strand = strands[i]!;
    const next = strands[i + 1];
    const begins = 'text' in strand && strand.text === '\n' && next !== undefined && !('text' in next);
    const isLettered = begins && lettered !== null && hangulStyle(source, next) === lettered;
    if (begins && (isLettered || isForeignMark(source, next.start, next.end))) parts.push([]);
    else parts.at(-1)!.push(strand);
  }
  return parts.filter((part) => part.length > 0);
}

/** The style of a mark such as `가.` at the beginning of a strand, or null. */
function hangulStyle(source: string, { start, end }: Span): string | null {
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  const style = markAt(source, start, end)?.style;
  return style?.startsWith('hangul') === true ? style : null;
}

/** A mark that cannot be a word or number at the beginning of a wrapped line. */
function isForeignMark(source: string, start: number, end: number): boolean {
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  const found = markAt(source, start, end);
  return (
    found !== null && found.end < end && /^(?:bullet [^-*+–—−o]|bullet \*|circled|box|roman|\(hangul)/.test(found.style)
  );
}

function firstOffset(strands: readonly Strand[], otherwise: number): number {
  const first = strands[0];
  return first === undefined ? otherwise : 'text' in first ? first.at : first.start;
}

export function addBlock(
  found: Found,
  kind: BlockKind,
  start: number,
  end: number,
  depth: number,
  reading: Reading,
  mark: Mark | null = null,
  bold = false,
  table: Table | null = null,
): void {
  const { source, passage, blocks } = found;
  const before = blocks.at(-1);
  const words = table === null ? reading.text : source.slice(start, Math.min(end, start + 2000));
  blocks.push({
    kind,
    start,
    end,
    depth,
    indent: indentAt(source, start),
    mark,
    reading,
    table,
    bold,
    language: detectLanguage(words),
    gap: gapBefore(source, start, before?.end ?? null, passage.start),
  });
}

/** Columns before a character on its line. */
function indentAt(source: string, at: number): number {
  let from = at;
  while (from > 0 && !isLineEnd(source.charCodeAt(from - 1)) && at - from < 200) from--;
  let columns = 0;
  for (let i = from; i < at; i++) columns += columnsOf(source.charCodeAt(i));
  return columns;
}

/** Blank lines before a block: from the end of the one before it, or from where its passage begins, after a line end. */
function gapBefore(source: string, at: number, before: number | null, passageStart: number): number {
  const from = before ?? passageStart;
  let ends = 0;
  for (let i = at - 1; i >= from; i--) {
    const code = source.charCodeAt(i);
    if (code === 10) ends++;
    else if (code === 13) ends += source.charCodeAt(i + 1) === 10 ? 0 : 1;
  }
  return before === null ? (passageStart === 0 ? 0 : ends) : Math.max(0, ends - 1);
}

/** `to` without the white space before it. */
export function trimEnd(source: string, from: number, to: number): number {
  while (to > from && (isLineEnd(source.charCodeAt(to - 1)) || isSpace(source.charCodeAt(to - 1)))) to--;
  return to;
}
