import type { Block } from '../text/block';
import type { Part } from './part';
import { contentsTitles } from './words';

/**
 * Which parts are lines of a table of contents: a second view of the series that the body has. Either a title says so
 * (`Contents`, `목차`), or a run of bare lines names headings that all come again further on.
 */
export function contentsLines(parts: readonly Part[], blocks: readonly Block[]): boolean[] {
  const isLine = parts.map(() => false);
  const titles = parts.map((part) => plainTitle(part.title));
  const last = new Map<string, number>();
  titles.forEach((title, index) => last.set(title, index));
  for (let i = 0; i < parts.length;) {
    const end = runEnd(parts, titles, i);
    const named =
      isContentsTitle(titles[i]!) || isContentsTitle(plainTitle(blocks[parts[i]!.block - 1]?.reading.text ?? ''));
    const from = isContentsTitle(titles[i]!) ? i + 1 : i;
    const lines = end - from;
    let again = 0;
    let paged = 0;
    for (let k = from; k < end; k++) {
      if (last.get(titles[k]!)! >= end) again++;
      if (pageNumber.test(parts[k]!.title)) paged++;
    }
    if (lines >= 2 && (again * 2 > lines || (named && (again > 0 || paged * 2 > lines)))) isLine.fill(true, i, end);
    i = Math.max(end, i + 1);
  }
  return isLine;
}

/** The end of the run of lines from `start`: where text comes between, or where a title comes again: the body. */
function runEnd(parts: readonly Part[], titles: readonly string[], start: number): number {
  const seen = new Set([titles[start]!]);
  let end = start + 1;
  for (; end < parts.length && parts[end]!.block === parts[end - 1]!.block + 1; end++) {
    if (seen.has(titles[end]!) || isContentsTitle(titles[end]!)) break;
    seen.add(titles[end]!);
  }
  return end;
}

const isContentsTitle = (title: string): boolean =>
  contentsTitles.has(title.replace(/[:：]$/, '').replace(/\s(?=[가-힣])/g, ''));

const pageNumber = /(?:\s|[.·…‥])\d{1,3}\s*$/;

/** A title as two views of it agree: lower case, no numbering, amount or page number. */
function plainTitle(title: string): string {
  const bare = title.replace(pageNumber, '').replace(/[.·…‥\s]+$/, '');
  const open = bare.lastIndexOf('(');
  return (open > 0 && bare.endsWith(')') ? bare.slice(0, open) : bare).trim().toLowerCase();
}
