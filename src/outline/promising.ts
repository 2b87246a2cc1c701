import type { Block } from '../text/block';
import { gather } from '../text/gather';
import type { Parents } from './parents';
import type { Part } from './part';
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

/** `Cleaner buses`; one word names a field that money goes to: `Agriculture`. */
const isAim = (title: string): boolean => title.trim().includes(' ');

/** Whether the text right under a heading, up to the next part that is no line of a list, says what will be done. */
function promises(parts: readonly Part[], index: number, blocks: readonly Block[]): boolean {
  let next = index + 1;
  while (next < parts.length && !parts[next]!.heading) next++;
  const end = Math.min(parts[index]!.block + 1 + reach, parts[next]?.block ?? blocks.length);
  for (let at = parts[index]!.block + 1; at < end; at++)
    if (intentOf(blocks[at]!.reading.text.toLowerCase()) > 0) return true;
  return false;
}
