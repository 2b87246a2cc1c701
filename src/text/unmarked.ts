import type { Mark } from './block';
import { markAt } from './bullet';
import { addHeading, addParagraph, addTable, type Found } from './found';
import { isDigit, isHangul, isLatin, isLineEnd, isSpace } from './space';
import type { Span } from './span';
import type { Cell, Row } from './table';
import { readStrands, wholeWords, type Strand } from './wrap';

/**
 * Reads a passage that needs no parser: one heading, one paragraph, one item of one paragraph, or one table of plain
 * cells, without inline markup but for words in `**bold**`. Most of a plan is such. Gives the blocks that the parser
 * would give (a test compares the two), or adds nothing and returns false.
 */
export function readUnmarked(found: Found, defined: boolean): boolean {
  const { source, passage } = found;
  const lines = linesOf(source, passage);
  const first = lines[0];
  if (first === undefined) return true;
  if (first.indent > 0) return false;
  if (source[first.start] === '|') return readTable(found, lines, defined);
  const last = lines[lines.length - 1]!;
  const start = first.start;
  const heading = headingDepth(source, first);
  if (heading > 0) {
    if (lines.length > 1) return false;
    let text = start + heading;
    while (source[text] === ' ') text++;
    const inline =
      text < first.end && source[first.end - 1] !== '#'
        ? plainStrands(source, { start: text, end: first.end }, defined)
        : null;
    if (inline === null) return false;
    addHeading(found, inline.strands, start, first.end, heading, inline.bold);
    return true;
  }
  const mark = listMark(source, first);
  let text = start;
  if (mark !== null) {
    text = mark.end;
    while (source[text] === ' ') text++;
    if (text >= first.end || text - mark.end > 4) return false;
    if (mark.text.length > 1 && markAt(source, start, first.end) === null) return false;
  }
  const dated = mark !== null && lines.length === 1 && startsDate(source, text, first.end);
  if (source[text] === '[' || (!dated && !startsText(source, text))) return false;
  for (let i = 1; i < lines.length; i++) if (!startsText(source, lines[i]!.start)) return false;
  const strands: Strand[] = [];
  let bold = true;
  for (let i = 0; i < lines.length; i++) {
    const { start: from, end } = lines[i]!;
    const inline = plainStrands(source, { start: i === 0 ? text : from, end }, defined);
    if (inline === null) return false;
    if (i > 0) strands.push({ text: '\n', at: lines[i - 1]!.end });
    strands.push(...inline.strands);
    bold &&= inline.bold;
  }
  const lead = mark === null ? null : { start, mark, text: null };
  addParagraph(found, strands, text, last.end, mark === null ? 'paragraph' : 'item', 0, lead, bold);
  return true;
}

interface MarkdownLine extends Span {
  readonly indent: number;
}

/** The lines of a passage that hold text; none where a blank line or a tab stands among them. */
function linesOf(source: string, { start, end }: Span): (MarkdownLine | undefined)[] {
  const lines: MarkdownLine[] = [];
  let ended = false;
  for (let at = start; at < end;) {
    let from = at;
    while (from < end && source.charCodeAt(from) === 0x20) from++;
    let to = from;
    while (to < end && !isLineEnd(source.charCodeAt(to))) to++;
    let trimmed = to;
    while (trimmed > from && source.charCodeAt(trimmed - 1) === 0x20) trimmed--;
    if (trimmed === from) ended = lines.length > 0;
    else if (ended) return tooMuch;
    else lines.push({ start: from, end: trimmed, indent: from - at });
    at = to + (source.charCodeAt(to) === 13 && source.charCodeAt(to + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** A line that no rule here accepts. */
const tooMuch: MarkdownLine[] = [{ start: 0, end: 0, indent: 1 }];

function headingDepth(source: string, line: Span): number {
  let depth = 0;
  while (source[line.start + depth] === '#') depth++;
  return depth > 0 && depth < 7 && source[line.start + depth] === ' ' ? depth : 0;
}

function listMark(source: string, line: Span): Mark | null {
  let end = line.start;
  if ('-*+'.includes(source[end]!)) end++;
  else {
    while (end - line.start < 9 && isDigit(source.charCodeAt(end))) end++;
    if (end === line.start || (source[end] !== '.' && source[end] !== ')')) return null;
    end++;
  }
  if (source[end] !== ' ') return null;
  return { start: line.start, end, text: source.slice(line.start, end) };
}

/** Whether what stands here begins no heading, list, quotation, table, fence or rule. */
function startsText(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (isDigit(code)) {
    let end = at + 1;
    while (isDigit(source.charCodeAt(end))) end++;
    return source[end] !== '.' && source[end] !== ')';
  }
  return !'#>-+*=:|<`~_\t'.includes(source[at]!) || (code === 0x2a && isStrong(source, at));
}

/** A date at the beginning of an item, which Markdown takes for lists in lists: `5. 13.(Mon): …`. */
function startsDate(source: string, at: number, end: number): boolean {
  const date = /^(?:\d{1,4}\. ?){1,3}/.exec(source.slice(at, Math.min(end, at + 16)));
  return (
    date !== null &&
    at + date[0].length < end &&
    markAt(source, at, end) === null &&
    startsText(source, at + date[0].length)
  );
}

/** Signs that may mean markup; `*`, `[`, `&` and `~` are looked at more closely. */
const markup = /[`_\\<\t\0]|~~|&#?[A-Za-z\d]{1,31};|\]\(|\[\^/;

/** The strands of text without markup but for words in bold; null where there is more. */
function plainStrands(
  source: string,
  { start, end }: Span,
  defined: boolean,
): { strands: Span[]; bold: boolean } | null {
  const text = source.slice(start, end);
  if (markup.test(text) || (defined && text.includes('['))) return null;
  let star = text.indexOf('*');
  if (star < 0) return { strands: [{ start, end }], bold: false };
  const strands: Span[] = [];
  let from = start;
  let bold = true;
  while (star >= 0) {
    const at = start + star;
    if (!isStrong(source, at) || !opensWord(source, at, start)) return null;
    const close = source.indexOf('*', at + 2);
    if (close < 0 || close >= end - 1 || !isStrong(source, close) || !closesWord(source, close, end)) return null;
    if (source.slice(from, at).trim() !== '') bold = false;
    if (at > from) strands.push({ start: from, end: at });
    strands.push({ start: at + 2, end: close });
    from = close + 2;
    star = text.indexOf('*', from - start);
  }
  if (source.slice(from, end).trim() !== '') bold = false;
  if (from < end) strands.push({ start: from, end });
  return { strands, bold };
}

/** Exactly two asterisks. */
const isStrong = (source: string, at: number): boolean =>
  source[at + 1] === '*' && source[at + 2] !== '*' && source[at - 1] !== '*';

/** `**` opens before what is visible, at the beginning or after a space; after a bracket, before a letter only. */
const opensWord = (source: string, at: number, start: number): boolean =>
  at === start || source[at - 1] === ' '
    ? isVisible(source.charCodeAt(at + 2))
    : source[at - 1] === '(' && isWord(source.charCodeAt(at + 2));

/** `**` closes after a letter or digit, and after any other sign before a space or the end. */
const closesWord = (source: string, at: number, end: number): boolean =>
  isWord(source.charCodeAt(at - 1)) ||
  (isVisible(source.charCodeAt(at - 1)) && (at + 2 === end || source[at + 2] === ' '));

const isVisible = (code: number): boolean => !isSpace(code) && !isLineEnd(code);
const isWord = (code: number): boolean => isLatin(code) || isDigit(code) || isHangul(code);

function readTable(found: Found, lines: readonly (MarkdownLine | undefined)[], defined: boolean): boolean {
  const { source } = found;
  const rows: Row[] = [];
  let columns = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.indent > 0 || source[line.start] !== '|' || source[line.end - 1] !== '|') return false;
    if (i === 1) {
      if (!/^\|(?: *:?-+:? *\|)+$/.test(source.slice(line.start, line.end))) return false;
      if (countOf(source, line) !== columns) return false;
      continue;
    }
    const cells = cellsOf(source, line, defined);
    if (cells === null || (i > 0 && cells.length !== columns)) return false;
    columns = cells.length;
    rows.push({ start: line.start, end: line.end, cells });
  }
  if (lines.length < 2 || columns === 0) return false;
  const headerRows = rows[0]!.cells.some((cell) => cell.reading.text !== '') ? 1 : 0;
  addTable(found, lines[0]!.start, lines[lines.length - 1]!.end, { rows, columns, headerRows, origin: 'markdown' });
  return true;
}

function countOf(source: string, line: Span): number {
  let bars = 0;
  for (let i = line.start; i < line.end; i++) if (source.charCodeAt(i) === 0x7c) bars++;
  return bars - 1;
}

function cellsOf(source: string, line: Span, defined: boolean): Cell[] | null {
  const cells: Cell[] = [];
  let bar = line.start;
  while (bar < line.end - 1) {
    const next = source.indexOf('|', bar + 1);
    let start = bar + 1;
    let end = next;
    while (start < end && source[start] === ' ') start++;
    while (end > start && source[end - 1] === ' ') end--;
    if (start === end) start = end = bar + 1;
    const inline = plainStrands(source, { start, end }, defined);
    if (inline === null) return null;
    const reading = readStrands(source, start, inline.strands, wholeWords);
    cells.push({ start, end, column: cells.length, reading, bold: inline.bold });
    bar = next;
  }
  return cells;
}
