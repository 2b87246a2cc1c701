import type { Block } from '../text/block';
import type { Part } from './part';
import { contentsTitles } from './words';

/**
 * Which parts are lines of a table of contents: a second view of the series that the body has. Either a title says so
 * (`Contents`, `목차`), or a run of bare lines names headings that all come again further on.
 */
export function contentsLines(parts: readonly Part[], blocks: readonly Block[]): boolean[] {
  const isLine = parts.map(() => false);
  const later = new Map<string, number>();
  parts.forEach((part, index) => later.set(plainTitle(part.title), index));
  for (let i = 0; i < parts.length;) {
    let end = i + 1;
    while (end < parts.length && parts[end]!.block === parts[end - 1]!.block + 1) end++;
    const run = parts.slice(i, end);
    const again = run.filter((part) => later.get(plainTitle(part.title))! >= end);
    const titled = contentsTitles.has(plainTitle(blocks[run[0]!.block]!.reading.text));
    const named = titled || contentsTitles.has(plainTitle(blocks[run[0]!.block - 1]?.reading.text ?? ''));
    const paged = run.filter((part) => pageNumber.test(part.title)).length;
    const body = run.length - (titled ? 1 : 0);
    if (body >= 2 && (again.length * 2 > body || (named && (paged * 2 > body || again.length > 0)))) {
      // The last line of a run may be the first heading of the body itself.
      for (let k = i; k < end; k++)
        isLine[k] = titled && k === i ? true : again.includes(parts[k]!) || paged * 2 > body;
    }
    i = end;
  }
  return isLine;
}

const pageNumber = /(?:\s|[.·…‥])\d{1,3}\s*$/;

/** A title as two views of it agree: lower case, no numbering, amount or page number. */
function plainTitle(title: string): string {
  const bare = title.replace(pageNumber, '').replace(/[.·…‥\s]+$/, '');
  const open = bare.lastIndexOf('(');
  return (open > 0 && bare.endsWith(')') ? bare.slice(0, open) : bare).trim().toLowerCase();
}
