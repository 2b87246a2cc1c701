import type { Block } from '../text/block';
import { withoutTail } from '../text/space';
import type { Part } from './part';
import { contentsTitles, hintOf } from './words';

/**
 * Which parts are a second view of parts that the body has: `contents` for the lines of a table of contents, which its
 * title or the dots before the page numbers tell, `echo` for an overview that names what comes again further on, null for the body itself.
 */
export function secondViews(parts: readonly Part[], blocks: readonly Block[]): ('contents' | 'echo' | null)[] {
  const views: ('contents' | 'echo' | null)[] = parts.map(() => null);
  const titles = parts.map((part) => plainTitle(part.title));
  const last = new Map<string, number>();
  titles.forEach((title, index) => last.set(title, index));
  // A line may name a part by its label alone: `Goal 1` for `Goal 1: Clean water`.
  parts.forEach(({ marker }, index) => {
    if (marker?.style === 'label') last.set(marker.text.toLowerCase(), index);
  });
  for (let i = 0; i < parts.length;) {
    const end = runEnd(parts, titles, i);
    const titled = isContentsTitle(titles[i]!);
    const named = titled || isContentsTitle(plainTitle(blocks[parts[i]!.block - 1]?.reading.text ?? ''));
    const from = titled ? i + 1 : i;
    const lines = parts.slice(from, end).map((_, k) => from + k);
    const again = lines.filter((k) => last.get(titles[k]!)! >= end);
    const paged = lines.filter((k) => pageNumber.test(tailOf(parts[k]!.title)));
    const dotted = lines.filter((k) => leaders.test(tailOf(parts[k]!.title)));
    const isContents =
      lines.length >= 2 &&
      (dotted.length * 2 > lines.length || (named && (again.length > 0 || paged.length * 2 > lines.length)));
    if (isContents) views.fill('contents', i, end);
    else if (again.length >= 2 && again.length * 2 > lines.length) again.forEach((k) => (views[k] = 'echo'));
    i = Math.max(end, i + 1);
  }
  return views;
}

/** The end of the run of lines from `start`: where text comes between, or where a title comes again: the body. */
function runEnd(parts: readonly Part[], titles: readonly string[], start: number): number {
  const labelOf = ({ marker }: Part): string => (marker?.style === 'label' ? marker.text.toLowerCase() : '');
  const seen = new Set([titles[start]!, labelOf(parts[start]!)]);
  seen.delete('');
  let end = start + 1;
  for (; end < parts.length && parts[end]!.block === parts[end - 1]!.block + 1; end++) {
    const label = labelOf(parts[end]!);
    if (seen.has(titles[end]!) || seen.has(label) || isContentsTitle(titles[end]!)) break;
    seen.add(titles[end]!);
    if (label !== '') seen.add(label);
  }
  return end;
}

const isContentsTitle = (title: string): boolean =>
  contentsTitles.has(title.replace(/[:：]$/, '').replace(/\s(?=[가-힣])/g, ''));

/** As much of a title as tells of a page number after it. */
const tailOf = (title: string): string => title.slice(-40);
/** Dots that lead to a page number, which may have got lost. */
const leaders = /[.·…‥․]{4,}\s?\d{0,3}\s*$/;
const pageNumber = /(?:\s|[.·…‥])\d{1,3}\s*$/;

/** A title as two views of it agree: lower case, no numbering, amount or page number. */
function plainTitle(title: string): string {
  const bare = withoutTail(withoutPage(title), '.·…‥');
  const open = bare.lastIndexOf('(');
  return (open > 0 && bare.endsWith(')') ? bare.slice(0, open) : bare).trim().toLowerCase();
}

function withoutPage(title: string): string {
  const found = pageNumber.exec(tailOf(title));
  if (found === null) return title;
  const rest = title.slice(0, title.length - found[0].length);
  return hintOf(rest.toLowerCase()) === null || rest.length > 40 ? rest : title; // `Goal 1` stands on no page 1
}
