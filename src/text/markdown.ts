import type { Blockquote, List, ListItem, PhrasingContent, Root, RootContent, Table as MdTable } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { detectLanguage } from '../language/detect';
import type { Block, BlockKind, Mark } from './block';
import { markAt } from './bullet';
import { allStrong, strandsOf } from './inline';
import { cutMarkdown, type Passage } from './passage';
import { readPlain } from './plain';
import { emptyReading, sourceSpan, verbatim, type Reading } from './reading';
import { columnsOf, isLineEnd, isSpace } from './space';
import type { Cell, Row, Table } from './table';
import { readStrands, wholeWords, type Strand } from './wrap';

/** Markdown → blocks. */
export function readMarkdown(source: string): Block[] {
  const { passages, definitions } = cutMarkdown(source);
  return passages.flatMap((passage) => readMarkdownPassage(source, passage, definitions));
}

/** Longer passages than this are read as plain text: no plan has them, and a parser may take long over them. */
const LONGEST = 400_000;

/** The blocks of one passage of the source. `definitions` are those of the whole document. */
export function readMarkdownPassage(source: string, passage: Passage, definitions = ''): Block[] {
  const text = source.slice(passage.start, passage.end);
  if (isHeavy(text)) return readPlain(text).map((block) => moved(block, passage.start));
  const prefix = definitions !== '' && text.includes('[') ? `${definitions}\n` : '';
  const processor = passage.start === 0 ? withMatter : withoutMatter;
  const tree = processor.parse(prefix + text) as Root;
  const reader: Reader = { source, shift: passage.start - prefix.length, passage, blocks: [] };
  for (const node of tree.children) {
    if ((node.position?.start.offset ?? 0) >= prefix.length)
      readNode(reader, node, { depth: -1, quoted: false, mark: null });
  }
  return reader.blocks;
}

const withoutMatter = unified().use(remarkParse).use(remarkGfm).freeze();
const withMatter = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** Whether a passage is markup beyond what anybody writes, on which parsing would take more than linear time. */
function isHeavy(text: string): boolean {
  if (text.length > LONGEST) return true;
  if (text.length < 4000) return false;
  let signs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (
      code === 0x5b ||
      code === 0x5d ||
      code === 0x2a ||
      code === 0x5f ||
      code === 0x3e ||
      code === 0x3c ||
      code === 0x60 ||
      code === 0x7e
    )
      signs++;
  }
  return signs > 2000 && signs * 4 > text.length;
}

interface Reader {
  readonly source: string;
  /** From the parser's offsets to the source's. */
  readonly shift: number;
  readonly passage: Passage;
  readonly blocks: Block[];
}

/** What stands around a node: the depth of its list (-1 outside), whether it is quoted, the mark of its item. */
interface Around {
  readonly depth: number;
  readonly quoted: boolean;
  readonly mark: Lead | null;
}

/** How an item begins: its mark, and where its text does when the parser took the text's first words for marks. */
interface Lead {
  readonly start: number;
  readonly mark: Mark | null;
  /** Start of words such as the `5.` of `- 5. 13.(Mon): …`; null where there are none. */
  readonly text: number | null;
}

function readNode(reader: Reader, node: RootContent, around: Around): void {
  const start = node.position!.start.offset! + reader.shift;
  const end = node.position!.end.offset! + reader.shift;
  switch (node.type) {
    case 'heading':
      return readText(reader, node.children, start, end, 'heading', node.depth, null);
    case 'paragraph':
      return readParagraph(reader, node.children, start, end, around);
    case 'list':
      return readList(reader, node, around);
    case 'blockquote':
    case 'footnoteDefinition':
      return readInside(reader, node as Blockquote, { ...around, quoted: around.quoted || node.type === 'blockquote' });
    case 'table':
      return readTable(reader, node, start, end);
    case 'code':
      // Four spaces make code in Markdown, and deep indentation in plans.
      if (!'`~'.includes(reader.source[start]!)) {
        const text = reader.source.slice(start, end);
        reader.blocks.push(...readPlain(text).map((block) => moved(block, start)));
        return;
      }
      return push(reader, 'code', start, end, 0, emptyReading(start));
    case 'html': {
      const directive = node.type === 'html' && node.value.startsWith('<!-- planlint-');
      return push(
        reader,
        directive ? 'directive' : 'code',
        start,
        end,
        0,
        directive ? verbatim(reader.source.slice(start, end), start) : emptyReading(start),
      );
    }
    case 'yaml':
      return push(reader, 'matter', start, end, 0, emptyReading(start));
    default:
      // `toml` front matter is not in the parser's own types; rules and definitions hold nothing to read.
      if ((node.type as string) === 'toml') push(reader, 'matter', start, end, 0, emptyReading(start));
  }
}

function readInside(reader: Reader, node: { readonly children: readonly RootContent[] }, around: Around): void {
  for (const child of node.children) readNode(reader, child, around);
}

function readList(reader: Reader, list: List, around: Around): void {
  list.children.forEach((item, index) => readItem(reader, item, index === 0 ? around : { ...around, mark: null }));
}

/** `around.mark` is set where the item begins on the line of an item around it that has no text yet. */
function readItem(reader: Reader, item: ListItem, around: Around): void {
  const { source, shift } = reader;
  const start = item.position!.start.offset! + shift;
  const text = /^(?:[-*+]|\d{1,9}[.)])/.exec(source.slice(start, start + 10))?.[0] ?? '';
  const outer = around.mark;
  // A date at the beginning of a line is no mark, though Markdown makes a list of it.
  const counts =
    (outer === null || outer.text === null) &&
    (text.length < 2 || markAt(source, start, lineEnd(source, start)) !== null);
  const lead: Lead = counts
    ? { start, mark: { start, end: start + text.length, text }, text: null }
    : { start: outer?.start ?? start, mark: outer?.mark ?? null, text: outer?.text ?? start };
  const inner: Around = { ...around, depth: counts ? around.depth + 1 : around.depth, mark: null };
  const [first, ...rest] = item.children;
  const own = first !== undefined && first.position!.start.line === item.position!.start.line;
  if (own && first.type === 'paragraph') readNode(reader, first, { ...inner, mark: lead });
  else if (own && first.type === 'list' && first.ordered === true && first.children[0] !== undefined) {
    const at = first.position!.start.offset! + shift;
    const isMark = lead.text === null && markAt(source, at, lineEnd(source, at)) !== null;
    if (isMark && lead.mark !== null) readEmpty(reader, lead, inner.depth);
    readNode(reader, first, { ...inner, mark: isMark ? null : lead });
  } else {
    // An item without a text of its own still has its place in the count.
    if (lead.mark !== null && (first === undefined || !own)) readEmpty(reader, lead, inner.depth);
    if (first !== undefined) readNode(reader, first, inner);
  }
  readInside(reader, { children: rest }, inner);
}

function readEmpty(reader: Reader, lead: Lead, depth: number): void {
  if (lead.mark !== null)
    push(reader, 'item', lead.start, lead.mark.end, Math.max(depth, 0), emptyReading(lead.mark.end), lead.mark);
}

function readParagraph(
  reader: Reader,
  children: readonly PhrasingContent[],
  start: number,
  end: number,
  around: Around,
): void {
  const item = around.mark;
  const kind: BlockKind = item?.mark ? 'item' : around.quoted ? 'quote' : 'paragraph';
  const strands = strandsOf(children, reader.source, reader.shift);
  if (item !== null && item.text !== null) {
    strands.unshift({ start: item.text, end: start });
    start = item.text;
  }
  const bold = allStrong(children);
  const depth = Math.max(around.depth, 0);
  const parts = item === null || strands.length > 1 ? splitAtMarks(reader.source, strands) : [strands];
  parts.forEach((part, index) => {
    const from = index === 0 ? start : firstOffset(part, start);
    const to = index === parts.length - 1 ? end : firstOffset(parts[index + 1]!, end);
    const reading = readStrands(reader.source, from, part, wholeWords);
    const own = index === 0 ? item : null;
    pushText(
      reader,
      own?.start ?? from,
      trimEnd(reader.source, from, to),
      index === 0 ? kind : 'paragraph',
      depth,
      reading,
      own?.mark ?? null,
      bold,
    );
  });
}

function readText(
  reader: Reader,
  children: readonly PhrasingContent[],
  start: number,
  end: number,
  kind: BlockKind,
  depth: number,
  mark: Mark | null,
): void {
  const reading = readStrands(reader.source, start, strandsOf(children, reader.source, reader.shift), wholeWords);
  pushText(reader, start, end, kind, depth, reading, mark, allStrong(children));
}

/**
 * Takes a mark that Markdown does not know off the reading: `□`, `①`, `가.`, and in headings and paragraphs also
 * `1.` and `Ⅰ.`. A paragraph with such a mark is an item.
 */
function pushText(
  reader: Reader,
  start: number,
  end: number,
  kind: BlockKind,
  depth: number,
  reading: Reading,
  mark: Mark | null,
  bold: boolean,
): void {
  const found = mark === null && kind !== 'quote' ? markAt(reading.text, 0, reading.text.length) : null;
  if (found === null || found.end >= reading.text.length)
    return push(reader, kind, start, end, depth, reading, mark, bold);
  const span = sourceSpan(reading, 0, found.end);
  const text = reading.text.slice(0, found.end);
  let from = found.end;
  while (reading.text[from] === ' ') from++;
  push(reader, kind === 'paragraph' ? 'item' : kind, start, end, depth, tailOf(reading, from), { ...span, text }, bold);
}

/** A reading without its first `from` characters. */
function tailOf(reading: Reading, from: number): Reading {
  const pieces = reading.pieces
    .filter(([at, , length]) => at + length > from || (length === 0 && at >= from))
    .map(([at, source, length]): [number, number, number] =>
      at >= from ? [at - from, source, length] : [0, source + from - at, at + length - from],
    );
  const joins = reading.joins?.filter(({ at }) => at >= from).map(({ at, kind }) => ({ at: at - from, kind }));
  const tail = { text: reading.text.slice(from), base: reading.base, pieces };
  return joins === undefined || joins.length === 0 ? tail : { ...tail, joins };
}

/** Cuts a paragraph at lines that begin with a bullet which Markdown takes for text: `○ …`, `※ …`, `① …`. */
function splitAtMarks(source: string, strands: readonly Strand[]): Strand[][] {
  const parts: Strand[][] = [[]];
  for (let i = 0; i < strands.length; i++) {
    const strand = strands[i]!;
    const next = strands[i + 1];
    const begins = 'text' in strand && strand.text === '\n' && next !== undefined && !('text' in next);
    if (begins && isForeignMark(source, next.start, next.end)) parts.push([]);
    else parts.at(-1)!.push(strand);
  }
  return parts.filter((part) => part.length > 0);
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

function readTable(reader: Reader, node: MdTable, start: number, end: number): void {
  const { source, shift } = reader;
  const rows = node.children.map((row): Row => {
    const cells = row.children.map((cell, column): Cell => {
      const at = cell.position!.start.offset! + shift;
      const strands = strandsOf(cell.children, source, shift);
      const first = cell.children[0]?.position?.start.offset;
      const last = cell.children.at(-1)?.position?.end.offset;
      const from = first === undefined ? Math.min(at + 1, cell.position!.end.offset! + shift) : first + shift;
      const to = last === undefined ? from : Math.max(from, last + shift);
      return {
        start: from,
        end: to,
        column,
        reading: readStrands(source, from, strands, wholeWords),
        bold: allStrong(cell.children),
      };
    });
    return { start: row.position!.start.offset! + shift, end: row.position!.end.offset! + shift, cells };
  });
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const named = rows[0]?.cells.some((cell) => cell.reading.text !== '') ?? false;
  const table: Table = { rows, columns, headerRows: named ? 1 : 0, origin: 'markdown' };
  push(reader, 'table', start, end, 0, emptyReading(start), null, false, table);
}

function push(
  reader: Reader,
  kind: BlockKind,
  start: number,
  end: number,
  depth: number,
  reading: Reading,
  mark: Mark | null = null,
  bold = false,
  table: Table | null = null,
): void {
  const { source, passage, blocks } = reader;
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
    gap: gapBefore(source, start, before === undefined ? 0 : before.end, passage.start === 0 && before === undefined),
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

function lineEnd(source: string, at: number): number {
  while (at < source.length && !isLineEnd(source.charCodeAt(at))) at++;
  return at;
}

/** Blank lines before a block; 0 for the document's first. */
function gapBefore(source: string, at: number, from: number, first: boolean): number {
  if (first) return 0;
  let ends = 0;
  for (let i = at - 1; i >= from; i--) {
    const code = source.charCodeAt(i);
    if (code === 10) ends++;
    else if (code === 13) ends += source.charCodeAt(i + 1) === 10 ? 0 : 1;
    else if (!isSpace(code) && code !== 0x3e) break;
  }
  return Math.max(0, ends - 1);
}

function trimEnd(source: string, from: number, to: number): number {
  while (to > from && (isLineEnd(source.charCodeAt(to - 1)) || isSpace(source.charCodeAt(to - 1)))) to--;
  return to;
}

/** The same block `by` code units further on. */
function moved(block: Block, by: number): Block {
  const shifted = (reading: Reading): Reading => ({ ...reading, base: reading.base + by });
  return {
    ...block,
    start: block.start + by,
    end: block.end + by,
    reading: shifted(block.reading),
    mark: block.mark === null ? null : { ...block.mark, start: block.mark.start + by, end: block.mark.end + by },
    table:
      block.table === null
        ? null
        : {
            ...block.table,
            rows: block.table.rows.map((row) => ({
              start: row.start + by,
              end: row.end + by,
              cells: row.cells.map((cell) => ({
                ...cell,
                start: cell.start + by,
                end: cell.end + by,
                reading: shifted(cell.reading),
              })),
            })),
          },
  };
}
