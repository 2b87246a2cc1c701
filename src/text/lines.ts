/** Offset ↔ line and column, for the two doors (editor and command line) only. Lines and columns count from 0. */
export interface Lines {
  /** Start offset of each line. Line ends are `\n`, `\r\n` and `\r`. */
  readonly starts: readonly number[];
  readonly length: number;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return { starts, length: text.length };
}

/** The place of an offset; an offset beyond the text is its end. */
export function placeAt(lines: Lines, offset: number): Place {
  const at = Math.max(0, Math.min(offset, lines.length));
  let low = 0;
  let high = lines.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (lines.starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return { line: low, column: at - lines.starts[low]! };
}

/** The offset of a place; one beyond the text is its end. */
export function offsetAt(lines: Lines, { line, column }: Place): number {
  const start = lines.starts[line];
  return start === undefined ? lines.length : Math.min(start + column, lines.length);
}
