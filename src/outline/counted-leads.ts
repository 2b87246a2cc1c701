import type { Block } from '../text/block';
import type { Part } from './part';
import { boldHead } from './run-in';
import { sentenceEnd } from './sentence';
import { cardinalOf } from './words';

/** The series key of parts that the heading above them counts. */
const countedLead = '|runin:counted';
/** How few are counted as a series. */
const least = 3;

/** Whether the heading above counts the part: `Four moves`. */
export const isCountedLead = ({ series }: Part): boolean => series === countedLead;

/**
 * The parts that a heading counts and that short words at the head of its paragraphs begin: under `Four moves` four times
 * `Win in marine. We are number three and …`, in bold or not. Empty where the number does not fit.
 */
export function countedLeads(parts: readonly Part[], blocks: readonly Block[]): Part[] {
  for (const [place, part] of parts.entries()) {
    const count = part.marker === null && part.heading ? countIn(part.title) : null;
    if (count === null || count < least) continue;
    const under = blocks.slice(part.block + 1, parts[place + 1]?.block ?? blocks.length);
    for (const leadOf of [boldHead, sentenceHead]) {
      const leads = under.flatMap((block, at): Part[] => {
        const title = leadOf(block);
        return title === null ? [] : [{ ...blank, block: part.block + 1 + at, title, indent: block.indent }];
      });
      if (leads.length === count) return leads;
    }
  }
  return [];
}

const blank = { marker: null, series: countedLead, heading: false, depth: 0, bare: false, echo: false } as const;

/** The number that a heading begins with: 4 of `Four moves` and of `Our four moves`; null where it begins with none. */
function countIn(title: string): number | null {
  const word = /^(?:(?:our|the|these) )?(\d{1,2}|[a-z]{3,9}) [a-z]/.exec(title.toLowerCase())?.[1];
  return word === undefined ? null : /^\d/.test(word) ? Number(word) : cardinalOf(word);
}

/** A first sentence of two to eight words that a paragraph goes on after; null where it has none. */
function sentenceHead({ kind, reading }: Block): string | null {
  if (kind !== 'paragraph' && kind !== 'item') return null;
  const text = reading.text.trim();
  const end = sentenceEnd(text);
  const title = text.slice(0, end).trim();
  const words = title.split(' ').length;
  const isHead = words >= 2 && words <= 8 && end < text.length - 20 && /^[A-Z].*\.$/.test(title);
  return isHead ? title.slice(0, -1) : null;
}
