import { rests, type Steps } from './steps';
import type { Span } from './span';

/**
 * A stretch of Markdown that reads the same wherever it stands: it begins at a line that nothing before it can reach
 * into, and ends where the next one begins. Passages tile the source.
 */
export type Passage = Span;

/** A Markdown source cut into passages, and the definitions that any of them may refer to. */
export interface MarkdownCut {
  readonly passages: readonly Passage[];
  /** Labels of link and footnote definitions as `[label]: #` lines; a passage reads the same while these are the same. */
  readonly definitions: string;
}

/**
 * Cuts at lines that begin in the first two columns after a blank line, where no fence, HTML block or front matter is
 * open: there every list, quotation, table and paragraph has ended. A list whose items begin in the first column is cut
 * before each of them too. (It is then read as several lists; their items are the same.) Blank lines lead the passage
 * that follows them.
 */
export function* cutMarkdown(source: string): Steps<MarkdownCut> {
  const passages: Passage[] = [];
  const labels = new Set<string>();
  let start = 0;
  let at = frontMatterEnd(source);
  if (at > 0) {
    passages.push({ start: 0, end: at });
    start = at;
  }
  /** Where the blank lines before this line begin, or the line itself. */
  let edge = at;
  let open: Open = null;
  let listed = false;
  /** The marker that begins this passage in the first column, while nothing but its list stands in the passage. */
  let list = '';
  const rest = rests();
  while (at < source.length) {
    if (rest()) yield;
    const end = lineEnd(source, at);
    const indent = indentOf(source, at, end);
    if (at + indent < end) {
      const blank = edge < at;
      // A fence inside a list item ends with the item.
      if (open !== null && open.nested && blank && indent < 2) open = null;
      const marker = indent === 0 && open === null ? markerAt(source, at, end) : '';
      const free = open === null && source.charCodeAt(at) !== 9;
      if (edge > start && free && ((blank && indent < 2) || (marker !== '' && marker === list))) {
        passages.push({ start, end: edge });
        start = edge;
        listed = false;
        list = '';
      }
      if (edge === start) list = marker;
      else if (indent < 2) list = '';
      if (open === null) {
        const label = definitionAt(source, at + indent, end);
        if (label !== null) labels.add(label);
        const content = afterMarkers(source, at + indent, end);
        if (content > at + indent) listed = true;
        open = opensAt(source, content, end, listed && (content > at + indent || indent >= 2));
      } else if (closesAt(source, at + indent, end, open)) open = null;
      edge = nextLine(source, end);
    }
    at = nextLine(source, end);
  }
  if (start < source.length) passages.push({ start, end: source.length });
  return { passages, definitions: [...labels].map((label) => `[${label}]: #\n`).join('') };
}

/** The kind of list marker with text after it that begins a line: `-`, `*`, `+`, `.` or `)`; empty where there is none. */
function markerAt(source: string, at: number, end: number): string {
  const match = /^(?:([-*+])|\d{1,9}([.)])) +\S/.exec(source.slice(at, Math.min(end, at + 20)));
  if (match === null || /^(?:[-*] *){3,}$/.test(source.slice(at, Math.min(end, at + 200)))) return '';
  return match[1] ?? match[2]!;
}

/** What holds over blank lines: a fence, or an HTML block of the kinds that end at a closing text. */
type Open = { readonly close: string; readonly fence: boolean; readonly nested: boolean } | null;

const htmlOpeners: readonly (readonly [opens: RegExp, close: string])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, '</'],
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[CDATA\[/, ']]>'],
  [/^<![A-Za-z]/, '>'],
];

function opensAt(source: string, at: number, end: number, nested: boolean): Open {
  const sign = source[at];
  if (sign === '`' || sign === '~') {
    let to = at;
    while (to < end && source[to] === sign) to++;
    if (to - at < 3 || (sign === '`' && source.slice(to, end).includes('`'))) return null;
    return { close: sign.repeat(to - at), fence: true, nested };
  }
  if (sign !== '<') return null;
  const line = source.slice(at, end);
  for (const [opens, close] of htmlOpeners) {
    const match = opens.exec(line);
    if (match !== null) return line.slice(match[0].length).includes(close) ? null : { close, fence: false, nested };
  }
  return null;
}

function closesAt(source: string, at: number, end: number, open: NonNullable<Open>): boolean {
  if (!open.fence) return source.slice(at, end).includes(open.close);
  let to = at;
  while (to < end && source[to] === open.close[0]) to++;
  return to - at >= open.close.length && source.slice(to, end).trim() === '';
}

/** Behind list markers and quotation signs: `- 1. ``` ` opens a fence too. */
function afterMarkers(source: string, at: number, end: number): number {
  for (let depth = 0; depth < 8; depth++) {
    const match = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(source.slice(at, Math.min(end, at + 24)));
    if (match === null) break;
    at += match[0].length;
  }
  return at;
}

/** The label that a line defines: `[label]: …`, `[^1]: …`. */
function definitionAt(source: string, at: number, end: number): string | null {
  if (source[at] !== '[') return null;
  return /^\[((?:[^\]\\[]|\\.){1,200})\]:/.exec(source.slice(at, Math.min(end, at + 210)))?.[1] ?? null;
}

/** The end of a front matter that closes, after its line; 0 where there is none. */
export function frontMatterEnd(source: string): number {
  const fence = source.slice(0, 3);
  if (fence !== '---' && fence !== '+++') return 0;
  let end = lineEnd(source, 0);
  if (source.slice(3, end).trim() !== '') return 0;
  for (let at = nextLine(source, end); at < source.length; at = nextLine(source, end)) {
    end = lineEnd(source, at);
    if (source.startsWith(fence, at) && source.slice(at + 3, end).trim() === '') return nextLine(source, end);
  }
  return 0;
}

function lineEnd(source: string, at: number): number {
  while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
  return at;
}

const nextLine = (source: string, end: number): number =>
  source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;

function indentOf(source: string, at: number, end: number): number {
  let to = at;
  while (to < end && (source.charCodeAt(to) === 0x20 || source.charCodeAt(to) === 9)) to++;
  return to - at;
}
