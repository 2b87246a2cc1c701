import type { Span } from '../text/span';

/** Replace the span by `newText`; an empty span inserts. */
export interface Edit extends Span {
  readonly newText: string;
}

/**
 * The text with the edits done. Edits apply to the text as given, in any order.
 * @throws RangeError when two of them overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`Edits must be disjoint and inside the text; [${edit.start}, ${edit.end}) is not`);
    }
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
