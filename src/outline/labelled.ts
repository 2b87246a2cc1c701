import type { Block } from '../text/block';
import { onceInSteps } from '../text/once';
import { sourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import { readNumeral } from './numeral';
import { otherLabels } from './words';

/**
 * A block that begins with a label and a number of its own: `Question 3. Is the balance right?`, `Output 2.1: Grants`,
 * `문 3. 언제 신청하나?`, also behind the number of its paragraph: `7. Scheme 4, Homes (Rs 720 crore).`
 */
export interface Labelled extends Span {
  /** Lower case: `question`, `output`. */
  readonly label: string;
  /** As written: `3`, `2.1`, `B`. */
  readonly number: string;
  readonly numberSpan: Span;
  /** Label and number as written. */
  readonly text: string;
  readonly title: string;
  /** Index of the block. */
  readonly block: number;
}

const head =
  /^[\s"“‘']*([A-Z][a-z]{3,15}(?: [a-z]{3,12})?) (\d{1,2}(?:\.\d{1,2})?|[A-H])(?=[.:)](?:\s|$)|, [A-Z]|\s[–—-]\s|$)[.:),]?\s*/;

/** `붙임 2  신청 서류 목록`, `<별첨 1> …`; not `붙임 2 참조`. */
const annexHead =
  /^[\s<[〔【(]*(붙임|별첨|별표|부록|부속서|첨부)[ \u00a0]?(\d{1,2})[>\]〕】)]?(?:[.:](?=\s)|(?=\s|$))\s*(?!참[조고]|같이|에|의|을|를|과|와)/;

/** `문 6. 부정하게 받은 사람은 어떻게 하나?`: the questions of a list of answers. */
const questionHead = /^\s*(문|질문) ?(\d{1,2})(?=[.:)]\s)[.:)]\s*(?=\S)/;

/** Days, months and the like bear numbers that count nothing of the plan. */
const others =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|week|day|page|year|group|line|route|stage|phase|lot|note|article|section|chapter|part|title|volume|version|room|building|gate|zone|level)$/;

const inline = /(?:^|[.;:] )([A-Z][a-z]{3,12}) (\d{1,2}\.\d{1,2})(?= \(|:|\. )/g;

/** `Output 1.1 ($6.4 million): tanks … Output 1.2 ($3.8 million): toilets`: labels within paragraphs. */
function* inlineLabels(blocks: readonly Block[]): Steps<Map<string, Labelled[]>> {
  const found = new Map<string, Labelled[]>();
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    if (block.table !== null || block.kind === 'furniture' || block.kind === 'heading') continue;
    const { reading } = block;
    for (const match of reading.text.matchAll(inline)) {
      const [whole, name = '', number = ''] = match;
      const label = name.toLowerCase();
      if (otherLabels.has(label) || others.test(label)) continue;
      const start = match.index + whole.indexOf(name);
      const at = start + name.length + 1;
      const end = at + number.length;
      const list = found.get(label) ?? [];
      found.set(label, list);
      list.push({
        ...sourceSpan(reading, start, end),
        label,
        number,
        numberSpan: sourceSpan(reading, at, end),
        text: reading.text.slice(start, end),
        title: reading.text.slice(end, end + 40),
        block: index,
      });
    }
  }
  return found;
}

/** The labelled blocks of a document whose label comes twice or more, by label, in order. */
export const labelledBlocks = onceInSteps(function* (
  blocks: readonly Block[],
): Steps<ReadonlyMap<string, readonly Labelled[]>> {
  const found = new Map<string, Labelled[]>();
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    if (block.table !== null || block.kind === 'furniture') continue;
    const { text } = block.reading;
    const match = [head, annexHead, questionHead].map((one) => one.exec(text.slice(0, 80))).find((one) => one !== null);
    if (match === undefined) continue;
    const [whole, name = '', number = ''] = match;
    const label = name.toLowerCase();
    if ((otherLabels.has(label) && label !== 'question') || others.test(label) || readNumeral(number) === null)
      continue;
    const start = whole.indexOf(name);
    const at = whole.indexOf(number, start + name.length);
    const end = at + number.length;
    const list = found.get(label) ?? [];
    found.set(label, list);
    list.push({
      ...sourceSpan(block.reading, start, end),
      label,
      number,
      numberSpan: sourceSpan(block.reading, at, end),
      text: text.slice(start, end),
      title: text.slice(whole.length),
      block: index,
    });
  }
  for (const [label, list] of yield* inlineLabels(blocks)) if (!found.has(label)) found.set(label, list);
  for (const [label, list] of found) if (list.length < 2) found.delete(label);
  return found;
});
