import { gather } from './gather';
import { isDigit } from './space';
import type { Unit } from './unit';

/** Columns of the widest line that is looked at. */
const WIDEST = 110;

/** A page number set off at the end or the beginning of a line: `… 2026   8`, `… 2026 | Page 2 of 8`. */
const atEnd =
  /^(.*\S)(?: {2,}|\t| ?[|·] ?| [–—-] |(?= Page \d))\s?(?:Page |p\. ?)?(\d{1,3})(?: ?(?:of|\/) ?\d{1,3}| ?쪽)?$/i;
const atStart = /^(\d{1,3})(?: {2,}|\t| ?[|·] ?)(\S.*)$/;

/**
 * The heads and feet of pages: lines of three words or more that come again with the next page's number, set off from the
 * words: `Statement of Strategy 2023–2026    8`. Indices of units. A budget that stands under each task in one form has
 * numbers that do not count on; what the text begins with may be all that bears its title.
 */
export function runningHeads(source: string, units: readonly Unit[]): ReadonlySet<number> {
  const pages = new Map<string, { readonly index: number; readonly page: number }[]>();
  units.forEach((unit, index) => {
    const { start, end, width, table } = unit;
    if (unit.first !== unit.last || width > WIDEST || table !== null || end - start < 12) return;
    const last = source.charCodeAt(end - 1);
    if (!isDigit(source.charCodeAt(start)) && !isDigit(last) && source[end - 1] !== '쪽') return;
    const line = source.slice(start, end);
    const after = atEnd.exec(line);
    const before = after === null ? atStart.exec(line) : null;
    const words = after?.[1] ?? before?.[2];
    const page = after?.[2] ?? before?.[1];
    if (words === undefined || words.trim().split(/\s+/).length < 3 || !/[A-Za-z가-힣]{2}/.test(words)) return;
    gather(pages, words.replace(/\s+/g, ' '), { index, page: Number(page) });
  });
  const found = new Set<number>();
  for (const lines of pages.values()) {
    const counts = lines.every(({ page }, at) => at === 0 || isNext(page - lines[at - 1]!.page));
    if (lines.length >= 2 && counts) for (const { index } of lines) if (index > 0) found.add(index);
  }
  return found;
}

/** The next page, or the one after it where facing pages have two heads. */
const isNext = (step: number): boolean => step === 1 || step === 2;
