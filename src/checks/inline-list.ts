import { languages } from '../language/index';
import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import { rests, type Steps } from '../text/steps';
import { onceOfText } from './of-text';
import { passages, type Passage } from './passage';
import { toSeries, type Marker, type Series } from './series';

/**
 * Lists that count within one paragraph, and those that a label opens:
 *
 *     4대 분야는 ①항로 안정, ②운임 경감, ④안전 강화이며
 *     첫째, 제방을 높인다. 둘째, … 넷째, …
 *     붙임  1. 신청서 1부.⏎      2. 서식 1부.⏎      4. 평가표 1부.
 */
export function* inlineLists(plan: PlanFacts): Steps<Series[]> {
  const found: Marker[][] = [];
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    for (const family of countingIn(passage)) {
      const markers = markersOf(passage, family);
      if (markers !== null) found.push(markers);
    }
    if (passage.cell === null) found.push(linesOf(plan, passage.block), annexes(plan, passage.index));
  }
  return found.flatMap((markers) => (markers.length < 3 ? [] : (toSeries('item', markers) ?? [])));
}

const ordinals = languages
  .flatMap(({ numbers }) => Object.keys(numbers.ordinals))
  .filter((word) => /^[가-힣]{1,4}째$/.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A way to count within a text: each marker with what must follow it, so that references (`①과 ③`, `(a) to (c)`) are none. */
const families: readonly RegExp[] = [
  /[①-⑳](?=\s?[가-힣A-Za-z“‘「('])(?!\s?(?:과|와|및|의|을|를|은|는|번)(?:\s|[①-⑳]))/g,
  /(?<=^|[\s,;])\([1-9]\d?\)(?=\s?[가-힣A-Za-z])/g,
  /(?<=^|[\s,;])[1-9]\d?\)(?=\s?[가-힣A-Za-z])/g,
  /(?<=^|[\s,;])(?<!\([a-h]\) (?:and|to|or|through) )\([a-h]\)(?= [A-Za-z])(?! (?:and|to|or|through) \([a-h]\))/g,
  new RegExp(`(?<=^|[\\s,;.])(?:${ordinals})(?=[,는은로]|\\s)`, 'g'),
];

/** The families with two markers and more in a text: with the mark of an item they may be three. */
const countingIn = onceOfText((text): readonly RegExp[] => {
  const counting = families.filter((family) => {
    const markers = text.matchAll(family);
    return markers.next().done !== true && markers.next().done !== true;
  });
  return counting.length === 0 ? none : counting;
});

const none: readonly RegExp[] = [];

/** The markers of one family in a passage, its own mark among them; null where they do not count from the first. */
function markersOf(passage: Passage, family: RegExp): Marker[] | null {
  const { text, block } = passage;
  const found: Marker[] = [...text.matchAll(family)].map((match) => ({
    ...passage.span(match.index, match.index + match[0].length),
    text: match[0],
    node: null,
  }));
  const { mark } = block;
  if (found.length > 0 && passage.cell === null && mark !== null && isOf(family, mark.text))
    found.unshift({ ...mark, node: null });
  return found.length >= 3 && /^(?:①|\(?1\)|\(a\)|첫째)$/.test(found[0]!.text) ? found : null;
}

const isOf = (family: RegExp, mark: string): boolean => `${mark} 가`.match(family)?.[0] === mark;

/** Lines of one paragraph that each begin with a letter or a number: Markdown joins them. */
function linesOf({ source }: PlanFacts, block: Block): Marker[] {
  if (block.kind !== 'paragraph' || block.language !== 'ko') return [];
  const found: Marker[] = [];
  const text = source.slice(block.start, block.end);
  for (const match of text.matchAll(
    /(?<=^|\n)(?:[ \t]*)(?:붙임|별첨)?[ \t:]*((?:[가-하]|[1-9]\d?)\.)(?=[ \t]+[^\s\d])/g,
  )) {
    const start = block.start + match.index + match[0].length - match[1]!.length;
    found.push({ start, end: start + match[1]!.length, text: match[1]!, node: null });
  }
  const isOne = found.every(({ text: marker }) => /\d/.test(marker) === /\d/.test(found[0]!.text));
  return isOne && /^(?:가|1)\.$/.test(found[0]?.text ?? '') ? found : [];
}

/** `붙임  1. …` and the numbered items below it. */
function annexes({ blocks, source }: PlanFacts, index: number): Marker[] {
  const block = blocks[index]!;
  const head = /^(?:붙임|별첨|첨부)[ \t]*:?[ \t]*(1\.)(?=[ \t])/.exec(source.slice(block.start, block.start + 24));
  if (head === null) return [];
  const at = block.start + head[0].length - head[1]!.length;
  const found: Marker[] = [{ start: at, end: at + 2, text: '1.', node: null }];
  for (const next of blocks.slice(index + 1)) {
    if (next.kind !== 'item' || next.mark === null || !/^\d{1,2}\.$/.test(next.mark.text)) break;
    found.push({ ...next.mark, node: null });
  }
  return found;
}
