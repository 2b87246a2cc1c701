import { withoutTail } from '../text/space';
import type { Head } from './head';
import { contentsTitles, hintOf } from './words';

/** What the head of a part is as a line of a table of contents. */
export interface ContentsLine {
  /** As two views of it agree. */
  readonly title: string;
  /** Its label and number in lower case, or empty. */
  readonly label: string;
  /** Whether it titles a table of contents. */
  readonly isContents: boolean;
  /** Whether it ends in a page number; in dots that lead to one. */
  readonly isPaged: boolean;
  readonly isDotted: boolean;
}

export function contentsLine({ title: whole, marker }: Head): ContentsLine {
  const title = plainTitle(whole);
  const tail = tailOf(whole);
  return {
    title,
    label: marker?.style === 'label' ? marker.text.toLowerCase() : '',
    isContents: isContentsTitle(title),
    isPaged: pageNumber.test(tail),
    isDotted: isDotted(whole),
  };
}

/** Whether a title in lower case is that of a table of contents. */
export const isContentsTitle = (title: string): boolean =>
  title.length < 40 && contentsTitles.has(title.replace(/[:：]$/, '').replace(/\s(?=[가-힣])/g, ''));

/** As much of a title as tells of a page number after it. */
const tailOf = (title: string): string => title.slice(-40);
/** Dots that lead to a page number, which may have got lost. */
const leaders = /[.·…‥․]{4,}\s?\d{0,3}\s*$/;
/** Whether a line ends in dots that lead to a page number. */
export const isDotted = (text: string): boolean => leaders.test(tailOf(text));
const pageNumber = /(?:\s|[.·…‥])\d{1,3}\s*$/;

/** In UTF-16 units: what is longer stands in no table of contents. */
const longTitle = 100;

/** A title as two views of it agree: lower case, no numbering, amount or page number. */
export function plainTitle(title: string): string {
  if (title.length > longTitle) return title.slice(0, longTitle).toLowerCase(); // a paragraph: two views have its beginning
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
