import { diffWordsWithSpace } from 'diff';
import type { Edit } from '../edits/edit';
import { difference } from './difference';

/** Milliseconds that the comparison may take; a text that differs everywhere is changed as a whole. */
const patience = 500;

/** The edits, word by word, that turn `before` into `after`: each can be looked at and left out. */
export function differences(before: string, after: string): Edit[] {
  const changes = diffWordsWithSpace(before, after, { timeout: patience });
  if (changes === undefined) return difference(before, after);
  const edits: Edit[] = [];
  let at = 0;
  for (const { added, removed, value } of changes) {
    const end = added ? at : at + value.length;
    if (added || removed) {
      const last = edits.at(-1);
      const newText = added ? value : '';
      if (last?.end === at) edits[edits.length - 1] = { start: last.start, end, newText: last.newText + newText };
      else edits.push({ start: at, end, newText });
    }
    at = end;
  }
  return edits;
}
