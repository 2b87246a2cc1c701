/**
 * Half-open stretches of the source, `[start, end)`, in UTF-16 code units from the start of the text as given.
 * No other kind of position exists in the core.
 *
 *     'about KRW 9 billion'.slice(6, 19) === 'KRW 9 billion'     // { start: 6, end: 19 }
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the two share at least one code unit; empty spans share none. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The span moved by `by` code units. */
export const shift = <T extends Span>(span: T, by: number): T =>
  by === 0 ? span : { ...span, start: span.start + by, end: span.end + by };

/** Orders by start, then the longer first: containers come before what they contain. */
export const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/**
 * Index of the last item that starts at or before `offset`, or -1. `items` must be in order of start.
 */
export function lastStartingBy(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
