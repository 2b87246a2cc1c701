import type { Block } from '../text/block';
import { bareLabel, koreanLabel, numberedLabel } from './label-marker';
import type { Marker } from './marker';
import { numeralInText, ofMark } from './numeral-marker';
import { phraseMarker, wordMarker } from './word-marker';

/** The marker at the head of a block, or null. Notes (`※`, `*`, arrows) have none. */
export function markerOf(block: Block): Marker | null {
  const head = block.reading.text.slice(0, 160);
  const { mark } = block;
  if (mark === null) return inText(block, head) ?? numeralInText(block, head);
  const own = ofMark(mark.text, mark, 0);
  // `- 5. 13.(월): …`: Markdown reads a day and its month as a numbered item.
  if (own?.style === 'decimal' && /^\d{1,2}\.\s?(?:[(~～∼]|\d)/.test(head)) return null;
  // A bullet before `Task 3:` says less than the label does.
  const spoken = own === null || own.style === 'bullet' ? inText(block, head) : labelAfter(block, own, head);
  // `○ 목표 : 35개소`: under a bullet a bare label names a line and heads no group.
  return own !== null && (spoken === null || spoken.style === 'bare') ? own : spoken;
}

/** `18. Subcomponent 1.1: …`: a label of two numbers after the number of a paragraph says which part it is. */
function labelAfter(block: Block, own: Marker, head: string): Marker | null {
  const label = own.style === 'decimal' ? numberedLabel(block, head, 0) : null;
  return label !== null && label.hint !== null && label.hint !== 'section' && label.path.length === 2 ? label : null;
}

/** Markers made of words. */
function inText(block: Block, head: string): Marker | null {
  const skip = /^[\s"'“”‘’]*/.exec(head)![0].length;
  return (
    wordMarker(block, head, skip) ??
    phraseMarker(block, head, skip) ??
    numberedLabel(block, head, skip) ??
    koreanLabel(block, head, skip) ??
    bareLabel(block, head, skip)
  );
}
