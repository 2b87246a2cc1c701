import type { Block } from '../text/block';
import { contactHeads, saidWords } from './words';

/**
 * The block at which the document's closing part begins, looking from `from` on: a quotation of the person in charge, the
 * contact line, what the site adds. It belongs to no task. The number of blocks where there is none.
 */
export function closingPart(blocks: readonly Block[], from: number): number {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (isContact(block) || isQuotation(block)) return index;
  }
  return blocks.length;
}

function isContact({ kind, reading, mark }: Block): boolean {
  if (kind === 'furniture') return false;
  const head = reading.text.slice(0, 60).trimStart().toLowerCase();
  const whole = mark === null ? head : `${mark.text} ${head}`;
  return contactHeads.some((words) => head.startsWith(words) || whole.startsWith(words));
}

/** `Notes to editors`: numbered remarks for the press come after it. */
export const isEditorsNotes = ({ reading }: Block): boolean =>
  reading.text.length < 40 &&
  editorsNotes.has(
    reading.text
      .replace(/[:：]\s*$/, '')
      .trim()
      .toLowerCase(),
  );

const editorsNotes = new Set([
  'notes to editors',
  'note to editors',
  'notes for editors',
  'editors’ notes',
  "editor's notes",
  'background notes',
  '편집자 참고',
  '기자 참고사항',
]);

/** A paragraph that is somebody's words: `"This year …," said Minister …`. */
function isQuotation({ kind, reading, mark }: Block): boolean {
  if (mark !== null || (kind !== 'paragraph' && kind !== 'quote')) return false;
  const text = reading.text.trimStart();
  return /^["“‘「]/.test(text) && saidWords.some((word) => text.includes(word));
}
