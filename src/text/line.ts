import { markAt, type MarkFound } from './bullet';
import { columnsOf, isLineEnd, isSpace } from './space';
import type { Span } from './span';
import { mayRest, type Steps } from './steps';

/** A line that has text, from its first visible character to its last. */
export interface Line extends Span {
  /** Columns of white space before it; a full-width character counts two, a tab fills up to the next eighth column. */
  readonly indent: number;
  /** Columns of its text. */
  readonly width: number;
  /** Lines without text between this and the line of text before it. */
  readonly blanks: number;
  /** Whether one of those holds white space: pages saved as text mark paragraphs so. */
  readonly spacer: boolean;
  /** Whether white space stands between its last visible character and the line end. */
  readonly trailing: boolean;
  /** Whether a tab, two spaces in a row or an upright bar stand inside it: it may be a row of a table. */
  readonly columns: boolean;
  /** What begins it, or null. */
  readonly mark: MarkFound | null;
  /** Where its text begins, after the mark and the space. */
  readonly text: number;
}

/** The lines of a text that hold text. Line ends are `\n`, `\r\n` and `\r`. */
export function* textLines(source: string): Steps<Line[]> {
  const lines: Line[] = [];
  let at = 0;
  let blanks = 0;
  let spacer = false;
  while (at < source.length) {
    let end = at;
    let start = -1;
    let last = -1;
    let indent = 0;
    let wide = 0;
    let columns = false;
    let tab = false;
    for (; end < source.length; end++) {
      const code = source.charCodeAt(end);
      if (code > 0x20 && code < 0x80) {
        if (start < 0) start = end;
        else if (code === 0x7c || end - last > 2) columns = true;
        if (tab) columns = true;
        last = end;
        continue;
      }
      if (isLineEnd(code)) break;
      if (isSpace(code)) {
        if (start < 0) indent = code === 9 ? (indent | 7) + 1 : indent + columnsOf(code);
        else if (code === 9) tab = true;
        continue;
      }
      if (start < 0) start = end;
      else if (end - last > 2) columns = true;
      if (tab) columns = true;
      last = end;
      wide += columnsOf(code) - 1;
    }
    if (start < 0) {
      if (end > at) spacer = true;
      blanks++;
    } else {
      const trailing = last + 1 < end;
      const width = last + 1 - start + wide;
      const mark = markAt(source, start, last + 1);
      let text = start;
      if (mark !== null) for (text = mark.end; text <= last && isSpace(source.charCodeAt(text));) text++;
      lines.push({ start, end: last + 1, indent, width, blanks, spacer, trailing, columns, mark, text });
      blanks = 0;
      spacer = false;
      if (mayRest(lines.length)) yield;
    }
    at = end + (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}
