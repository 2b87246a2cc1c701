import type { Blockquote, List, ListItem, PhrasingContent, Root, RootContent, Table as MdTable } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { shiftBlock, type Block } from './block';
import { markAt } from './bullet';
import { addBlock, addHeading, addParagraph, addTable, trimEnd, type Found, type Lead } from './found';
import { allStrong, strandsOf } from './inline';
import type { Passage } from './passage';
import { readPlain } from './plain';
import { emptyReading } from './reading';
import { isLineEnd } from './space';
import type { Cell, Row, Table } from './table';
import { readUnmarked } from './unmarked';
import { readSpan, readStrands, wholeWords } from './wrap';

/** Longer passages than this are read as plain text: no plan has them, and a parser may take long over them. */
const LONGEST = 100_000;

/** The blocks of one passage of the source. `definitions` are those of the whole document. */
export function readMarkdownPassage(source: string, passage: Passage, definitions = ''): Block[] {
  const found: Found = { source, passage, blocks: [] };
  if (readUnmarked(found, definitions !== '')) return found.blocks;
  return readWithParser(source, passage, definitions);
}

/** The same by the parser, which knows all of Markdown. */
export function readWithParser(source: string, passage: Passage, definitions = ''): Block[] {
  const text = source.slice(passage.start, passage.end);
  if (isHeavy(text)) return readPlain(text).map((block) => shiftBlock(block, passage.start));
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

/** One tilde is a range in Korean plans (`2024~2028`), not a deletion. */
const gfm = { singleTilde: false };
const withoutMatter = unified().use(remarkParse).use(remarkGfm, gfm).freeze();
const withMatter = unified().use(remarkParse).use(remarkGfm, gfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** Whether a passage is markup beyond what anybody writes, on which parsing would take more than linear time. */
function isHeavy(text: string): boolean {
  if (text.length > LONGEST || deepLine.test(text)) return true;
  if (text.length < 2000) return false;
  let signs = 0;
  for (let i = 0; i < text.length; i++) if (heavySigns.includes(text[i]!)) signs++;
  return signs > 1000 && signs * 5 > text.length;
}
const heavySigns = '[]*_<>`~!&\\';
/** A line that begins with more lists and quotations inside each other than anybody writes. */
const deepLine = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){24}/m;

interface Reader extends Found {
  /** From the parser's offsets to the source's. */
  readonly shift: number;
}

/** What stands around a node: the depth of its list (-1 outside), whether it is quoted, the mark of its item. */
interface Around {
  readonly depth: number;
  readonly quoted: boolean;
  readonly mark: Lead | null;
}

function readNode(reader: Reader, node: RootContent, around: Around): void {
  const start = node.position!.start.offset! + reader.shift;
  const end = node.position!.end.offset! + reader.shift;
  switch (node.type) {
    case 'heading':
      return addHeading(
        reader,
        strandsOf(node.children, reader.source, reader.shift, { start, end }),
        start,
        end,
        node.depth,
        allStrong(node.children),
      );
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
        for (const block of readPlain(text)) reader.blocks.push(shiftBlock(block, start));
        return;
      }
      return addBlock(reader, 'code', start, end, 0, emptyReading(start));
    case 'html': {
      const directive = node.value.startsWith('<!-- planlint-') && node.value.includes('-->');
      const reading = directive ? readSpan(reader.source, { start, end }) : emptyReading(start);
      return addBlock(reader, directive ? 'directive' : 'code', start, end, 0, reading);
    }
    case 'yaml':
      return addBlock(reader, 'matter', start, end, 0, emptyReading(start));
    default:
      // `toml` front matter is not in the parser's own types; rules and definitions hold nothing to read.
      if ((node.type as string) === 'toml') addBlock(reader, 'matter', start, end, 0, emptyReading(start));
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
    const end = (first?.position!.start.offset ?? item.position!.end.offset!) + shift;
    // A date alone, all of which the parser took for marks.
    if (lead.text !== null) {
      const kind = lead.mark === null ? 'paragraph' : 'item';
      const to = Math.min(end, lineEnd(source, start));
      addParagraph(
        reader,
        [{ start: lead.text, end: to }],
        lead.text,
        to,
        kind,
        Math.max(inner.depth, 0),
        { ...lead, text: null },
        false,
      );
    }
    // An item without a text of its own still has its place in the count.
    else if (lead.mark !== null && (first === undefined || !own)) readEmpty(reader, lead, inner.depth);
    if (first !== undefined) readNode(reader, first, inner);
  }
  readInside(reader, { children: rest }, inner);
}

function readEmpty(reader: Reader, lead: Lead, depth: number): void {
  if (lead.mark !== null)
    addBlock(reader, 'item', lead.start, lead.mark.end, Math.max(depth, 0), emptyReading(lead.mark.end), lead.mark);
}

function readParagraph(
  reader: Reader,
  children: readonly PhrasingContent[],
  start: number,
  end: number,
  { mark, quoted, depth }: Around,
): void {
  const kind = mark?.mark ? 'item' : quoted ? 'quote' : 'paragraph';
  const strands = strandsOf(children, reader.source, reader.shift, { start, end });
  addParagraph(reader, strands, start, end, kind, Math.max(depth, 0), mark, allStrong(children));
}

function readTable(reader: Reader, node: MdTable, start: number, end: number): void {
  const { source, shift } = reader;
  const rows = node.children.map((row): Row => {
    const cells = row.children.map((cell, column): Cell => {
      const at = cell.position!.start.offset! + shift;
      const strands = strandsOf(cell.children, source, shift, { start: at, end: cell.position!.end.offset! + shift });
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
    const from = row.position!.start.offset! + shift;
    return { start: from, end: trimEnd(source, from, row.position!.end.offset! + shift), cells };
  });
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const named = rows[0]?.cells.some((cell) => cell.reading.text !== '') ?? false;
  const table: Table = { rows, columns, headerRows: named ? 1 : 0, origin: 'markdown' };
  addTable(reader, start, end, table);
}

function lineEnd(source: string, at: number): number {
  while (at < source.length && !isLineEnd(source.charCodeAt(at))) at++;
  return at;
}
