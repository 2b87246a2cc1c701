import type { Block } from '../text/block';
import { gather } from '../text/gather';
import type { Parents } from './parents';
import type { Part } from './part';
import { isGathering } from './sections';
import { intentOf } from './telling';
import { isGeneric } from './words';

/** How many headings side by side make a plan's parts where nothing numbers, names or counts them. */
const least = 3;
/** How many blocks under a heading are looked at. */
const reach = 12;

/**
 * The headings without numbers that each say what will be done, the highest such row; empty where there is none. Headings
 * that any document has may stand among them, in the minority: `Background`, three aims, `Monitoring`.
 */
export function promisingHeadings(parts: readonly Part[], parents: Parents, blocks: readonly Block[]): number[] {
  const rows = new Map<string, number[]>();
  parts.forEach(({ marker, heading, echo, series }, index) => {
    if (marker !== null || !heading || echo) return;
    gather(rows, `${parents[index] ?? ''}|${series}`, index);
  });
  for (const row of rows.values()) {
    const own = row.filter((index) => !isGeneric(parts[index]!.title));
    if (own.length < least || own.length * 2 <= row.length) continue;
    const promising = own.filter((index) => isAim(parts[index]!.title) && promises(parts, index, blocks));
    if (promising.length * 4 >= own.length * 3) return own;
  }
  return [];
}

/** Ends the series key of headings that stand under one of the same look. */
export const underMark = '/under';

/**
 * Sets headings that nothing marks under the one of the same look that gathers them: `What we will do this year`, without text
 * of its own, and right after it three headings or more that each say what will be done. The first that does not, and that no
 * other follows which does, stands beside it again: `Our budget`, `How we report`.
 */
export function setUnder(parts: readonly Part[], blocks: readonly Block[]): readonly Part[] {
  const under = new Set<Part>();
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    if (!isUnmarked(part) || !isGathering(part.title) || parts[index + 1]?.block !== part.block + 1) continue;
    const own: Part[] = [];
    let [promising, last] = [0, 0];
    for (let at = index + 1; at < parts.length && !isGeneric(parts[at]!.title); at++) {
      if (parts[at]!.series !== part.series) continue;
      own.push(parts[at]!);
      if (isAim(parts[at]!.title) && promises(parts, at, blocks)) [promising, last] = [promising + 1, own.length];
    }
    if (promising >= least && promising * 4 >= last * 3) own.slice(0, last).forEach((one) => under.add(one));
  }
  return under.size === 0
    ? parts
    : parts.map((part) => (under.has(part) ? { ...part, series: part.series + underMark } : part));
}

const isUnmarked = ({ marker, heading, depth, echo }: Part): boolean =>
  marker === null && heading && depth === 0 && !echo;

/** `Cleaner buses`; one word names a field that money goes to: `Agriculture`. */
const isAim = (title: string): boolean => title.trim().includes(' ');

/** Whether the text right under a heading, up to the next part that is no line of a list, says what will be done. */
function promises(parts: readonly Part[], index: number, blocks: readonly Block[]): boolean {
  let next = index + 1;
  while (next < parts.length && !parts[next]!.heading) next++;
  const end = Math.min(parts[index]!.block + 1 + reach, parts[next]?.block ?? blocks.length);
  for (let at = parts[index]!.block + 1; at < end; at++)
    if (isPromise(blocks[at]!.reading.text.toLowerCase())) return true;
  return false;
}

/** A duty says so too: `must be replaced before winter`. */
const isPromise = (text: string): boolean =>
  intentOf(text) > 0 || /\b(?:must|needs? to|ha(?:s|ve) to) be [a-z]/.test(text);
