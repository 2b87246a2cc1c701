import type { Block } from '../text/block';
import { onceInSteps } from '../text/once';
import { sourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';

/** A caption of a table, figure or box: `Table 3. Positions by region`, `[표 2] 연도별 예산`, `<그림 1> 추진체계`. */
export interface Caption extends Span {
  /** In lower case, singular: `table`, `figure`, `표`. */
  readonly label: string;
  /** As written: `Table 3`. Its span is the caption's own start and end. */
  readonly text: string;
  /** The number as written (`3`, `2-1`, `C3`) and where it stands. */
  readonly number: string;
  readonly numberSpan: Span;
  readonly title: string;
  /** Index in `plan.blocks`. */
  readonly block: number;
}

const captionHead =
  /^[\s[(<〈《【「＜]{0,3}(Table|Tab\.|Figure|Fig\.|Chart|Graph|Box|Map|Exhibit|TABLE|FIGURE|CHART|BOX|표|그림|도표|도|사진) ?(\d{1,2}(?:[-.]\d{1,2})?|[A-H]\.?\d{1,2}|[IVX]{1,5}|[A-H])(?![\w가-힣])([\])>〉》】」＞]?)(\s*[.:：|)–—-]\s*|\s+|$)/;

/** The captions of a document, in order. A sentence that begins with a reference (`Table 3 shows`) is none. */
export const captionsOf = onceInSteps(function* (blocks: readonly Block[]): Steps<readonly Caption[]> {
  const found: Caption[] = [];
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    if (block.table !== null || !['paragraph', 'heading', 'item', 'quote'].includes(block.kind)) continue;
    const { text } = block.reading;
    const match = captionHead.exec(text.slice(0, 60));
    if (match === null) continue;
    const [whole, name = '', number = '', closing = '', separator = ''] = match;
    const title = text.slice(whole.length).trim();
    if (closing === '' && !/[.:：|)–—-]/.test(separator) && !looksLikeTitle(title, block, nextAfterUnit(blocks, index)))
      continue;
    const start = whole.indexOf(name);
    const at = whole.indexOf(number, start + name.length);
    found.push({
      ...sourceSpan(block.reading, start, at + number.length),
      label: labelOf(name),
      text: text.slice(start, at + number.length),
      number,
      numberSpan: sourceSpan(block.reading, at, at + number.length),
      title,
      block: index,
    });
  }
  return found;
});

/** What stands below a line, a unit line (`(단위: 억원)`) left out. */
const nextAfterUnit = (blocks: readonly Block[], index: number): Block | undefined => {
  const next = blocks[index + 1];
  return next !== undefined && /^[(（[<]\s?단위\s?[:：]/.test(next.reading.text) ? blocks[index + 2] : next;
};

/** Without a mark between number and title, only a short title right above a table, or in bold, is a caption. */
function looksLikeTitle(title: string, block: Block, next: Block | undefined): boolean {
  if (title.length > 120 || /^[a-z은는이가을를의에와과]/.test(title) || /[.다]$/.test(title)) return false;
  return block.bold || block.kind === 'heading' || next?.kind === 'table';
}

const labelOf = (name: string): string => {
  const lower = name.toLowerCase().replace(/\.$/, '');
  return lower === 'fig' ? 'figure' : lower === 'tab' ? 'table' : lower;
};
