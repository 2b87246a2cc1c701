import type { Block } from '../text/block';
import { rests, type Steps } from '../text/steps';
import { factsOf } from './block-facts';
import { isContentsTitle, plainTitle, type ContentsLine } from './contents-line';
import type { Part } from './part';

/**
 * Which parts are a second view of parts that the body has: `contents` for the lines of a table of contents, which its
 * title or the dots before the page numbers tell, `echo` for an overview that names what comes again further on, null for the body itself.
 */
export function* secondViews(parts: readonly Part[], blocks: readonly Block[]): Steps<('contents' | 'echo' | null)[]> {
  const views: ('contents' | 'echo' | null)[] = parts.map(() => null);
  const lines = parts.map(({ block }) => factsOf(blocks[block]!).line!);
  const last = new Map<string, number>();
  lines.forEach(({ title }, index) => last.set(title, index));
  // A line may name a part by its label alone: `Goal 1` for `Goal 1: Clean water`.
  lines.forEach(({ label }, index) => {
    if (label !== '') last.set(label, index);
  });
  const rest = rests();
  for (let i = 0; i < parts.length;) {
    if (rest()) yield;
    const end = runEnd(parts, lines, i);
    const titled = lines[i]!.isContents;
    const from = titled ? i + 1 : i;
    const size = end - from;
    const count = (is: (line: ContentsLine) => boolean): number => {
      let times = 0;
      for (let k = from; k < end; k++) if (is(lines[k]!)) times++;
      return times;
    };
    const isAgain = ({ title }: ContentsLine): boolean => last.get(title)! >= end;
    const again = size < 2 ? 0 : count(isAgain);
    const named = (): boolean => titled || isNamedContents(blocks[parts[i]!.block - 1]);
    const isContents =
      size >= 2 &&
      (count(({ isDotted }) => isDotted) * 2 > size ||
        ((again > 0 || count(({ isPaged }) => isPaged) * 2 > size) && named()));
    if (isContents) views.fill('contents', i, end);
    else if (again >= 2 && again * 2 > size) for (let k = from; k < end; k++) if (isAgain(lines[k]!)) views[k] = 'echo';
    i = Math.max(end, i + 1);
  }
  // Its title, and lines of it that stand alone between others which number nothing.
  if (views.includes('contents'))
    lines.forEach(({ isContents, isDotted }, index) => {
      if (isContents || isDotted) views[index] = 'contents';
    });
  return views;
}

const isNamedContents = (block: Block | undefined): boolean =>
  block !== undefined && isContentsTitle(plainTitle(block.reading.text));

/** The end of the run of lines from `start`: where text comes between, or where a title comes again: the body. */
function runEnd(parts: readonly Part[], lines: readonly ContentsLine[], start: number): number {
  const seen = new Set([lines[start]!.title, lines[start]!.label]);
  seen.delete('');
  let end = start + 1;
  for (; end < parts.length && parts[end]!.block === parts[end - 1]!.block + 1; end++) {
    const { title, label, isContents } = lines[end]!;
    if (seen.has(title) || seen.has(label) || isContents) break;
    seen.add(title);
    if (label !== '') seen.add(label);
  }
  return end;
}
