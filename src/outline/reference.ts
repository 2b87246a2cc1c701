import { english } from '../language/english';
import type { Block } from '../text/block';
import { isRead } from '../text/block';
import { sourceSpan, type Pieces, type Reading } from '../text/reading';
import { lastStartingBy, type Span } from '../text/span';
import { finish, mayRest, type Steps } from '../text/steps';
import { shorterLabels } from './about-parts';
import { captionsOf } from './caption';
import { labelledBlocks } from './labelled';
import { readMarker } from './block-facts';
import type { Marker } from './marker';
import { readNumeral } from './numeral';
import { eachNode, type Node } from './outline';

/** A part of the document that can be named by label and number: a task, a strategy, an annex, a table. */
export interface Target extends Span {
  /** In lower case: `task`, `performance goal`, `표`. */
  readonly label: string;
  /** The number in digits, its parts joined by full stops: `3`, `1.2`. */
  readonly number: string;
  /** The last part as written, and where it stands. */
  readonly written: string;
  readonly numberSpan: Span;
  readonly title: string;
  readonly block: number;
  readonly kind: Node['kind'] | 'caption';
}

/** A mention of a part by label and number in running text: `see Task 14`, `표 3에`, `Tasks 2 and 5` (two mentions). */
export interface Reference extends Span {
  /** The label as the document's own parts have it, lower case, singular. */
  readonly label: string;
  readonly number: string;
  readonly written: string;
  readonly numberSpan: Span;
  readonly block: number;
  /** The words after it, to tell what it belongs to (`of the 2023 plan`). */
  readonly before: string;
  readonly after: string;
}

/** Everything in the document that bears a label and a number. */
export const targetsOf = (blocks: readonly Block[], outline: readonly Node[]): Target[] =>
  finish(targetsInSteps(blocks, outline));

/** The same, for a thread that may not be held. */
export function* targetsInSteps(blocks: readonly Block[], outline: readonly Node[]): Steps<Target[]> {
  const found: Target[] = [];
  const taken = new Set<number>();
  yield* eachNode(outline, (node) => {
    const index = node.blocks[0];
    const block = blocks[index];
    const marker = block === undefined ? null : readMarker(block);
    if (block === undefined || marker === null || marker.label === null || marker.ordinal === null) return;
    if (node.marker === null) return;
    taken.add(index);
    const target = targetOf(block, index, marker.label, marker, node.kind, node.title);
    if (target !== null) found.push(target);
  });
  const parts = new Set(found.map(({ label, number }) => `${label} ${number}`));
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    if (taken.has(index) || block.kind !== 'heading') continue;
    const marker = readMarker(block);
    if (marker === null || marker.label === null || marker.ordinal === null) continue;
    const title = block.reading.text.slice(marker.titleAt);
    const target = targetOf(block, index, marker.label, marker, 'section', title);
    // `Timetable for Project 1`, `Project 1 (continued)`: of a part that stands elsewhere.
    const isPart = (label: string): boolean => parts.has(`${label} ${target?.number}`);
    if (target === null || isPart(target.label) || shorterLabels(target.label).some(isPart)) continue;
    found.push(target);
  }
  for (const [index, block] of blocks.entries()) if (block.kind === 'heading') taken.add(index);
  const named = new Set(found.map(({ label, number }) => `${label} ${number}`));
  for (const one of [...(yield* labelledBlocks.inSteps(blocks)).values()].flat()) {
    const path = readNumeral(one.number)?.path;
    const { start, end, label, title, block } = one;
    // `Output 1.1 (…): … Output 1.2 (…): …`: the first heads a part, the second is named within it.
    if (path === undefined || (taken.has(block) && named.has(`${label} ${path.join('.')}`))) continue;
    const written = lastPart(one.number, one.numberSpan.start);
    found.push({ start, end, label, number: path.join('.'), ...written, title, block, kind: 'section' });
  }
  yield;
  found.push(...(yield* numberedTasks(outline, found)));
  yield;
  for (const caption of yield* captionsOf.inSteps(blocks)) {
    const path = readNumeral(caption.number)?.path;
    if (path === undefined) continue;
    found.push({
      start: caption.start,
      end: caption.end,
      label: caption.label,
      number: path.join('.'),
      ...lastPart(caption.number, caption.numberSpan.start),
      title: caption.title,
      block: caption.block,
      kind: 'caption',
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * `#### 1-3. 소단위 학위과정`: tasks that bear a number of two parts and no label, which a text calls `과제 1-3`. None where
 * the document labels its tasks so itself.
 */
function* numberedTasks(outline: readonly Node[], labelled: readonly Target[]): Steps<Target[]> {
  const found: Target[] = [];
  if (labelled.some(({ label }) => label.endsWith('과제'))) return found;
  yield* eachNode(outline, (node) => {
    const written = /^(\d{1,2})[-.](\d{1,2})(?=\.?$)/.exec(node.marker ?? '');
    if (written === null || node.markerSpan === null || !/[가-힣]/.test(node.title) || node.kind === 'section') return;
    // `### 2.1 목표 1` over tasks is none itself.
    if (node.children.some(({ kind }) => kind === 'task')) return;
    found.push({
      ...node.markerSpan,
      label: '과제',
      number: `${Number(written[1])}.${Number(written[2])}`,
      ...lastPart(written[0], node.markerSpan.start),
      title: node.title,
      block: node.blocks[0],
      kind: node.kind,
    });
  });
  return found.length < 3 ? [] : found;
}

function targetOf(
  block: Block,
  index: number,
  label: string,
  { span, titleAt }: Marker,
  kind: Target['kind'],
  title: string,
): Target | null {
  const { reading } = block;
  const text = reading.text;
  const start = text.search(/\S/);
  const match =
    /([Ⅰ-Ⅹ]-\d{1,2}|(?<![A-Za-z])[A-H]\.?\d{1,2}|\d{1,3}(?:[.-]\d{1,3}){0,3}|(?<![A-Za-z])(?:[IVX]{1,5}|[A-H])|[Ⅰ-Ⅻ①-⑳])(?![\w’'])/.exec(
      text.slice(start, Math.max(start, titleAt)),
    );
  const path = match === null ? undefined : readNumeral(match[1]!)?.path;
  if (match === null || path === undefined) return null;
  const at = start + match.index;
  const place = sourceSpan(reading, at, at + match[1]!.length);
  return { label, number: path.join('.'), title, block: index, kind, ...span, ...lastPart(match[1]!, place.start) };
}

/** The last of a number's parts, the one that counts on: `2` of `1.2`, `3` of `C3`. */
function lastPart(number: string, start: number): { written: string; numberSpan: Span } {
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf('-'), /^[A-H]\d/.test(number) ? 0 : -1) + 1;
  return { written: number.slice(at), numberSpan: { start: start + at, end: start + number.length } };
}

/** Readings without a mention, by their pieces, which go with their text: what they were looked through for. */
const without = new WeakMap<Pieces, string>();

/** The mentions of labelled parts, wherever they stand outside the parts' own heads. */
export const referencesTo = (targets: readonly Target[], blocks: readonly Block[]): Reference[] =>
  finish(referencesInSteps(targets, blocks));

/** The same, for a thread that may not be held. */
export function* referencesInSteps(targets: readonly Target[], blocks: readonly Block[]): Steps<Reference[]> {
  const pattern = patternOf(targets);
  if (pattern === null) return [];
  const isHead = headsOf(targets);
  const names = new Set(targets.map(({ label }) => label).filter((label) => /^[가-힣]{2}/.test(label)));
  const found: Reference[] = [];
  for (const [index, block] of blocks.entries()) {
    if (mayRest(index)) yield;
    if (!isRead(block)) continue;
    const readings =
      block.table === null
        ? [block.reading]
        : block.table.rows.flatMap(({ cells }) => cells.map(({ reading }) => reading));
    for (const reading of readings) {
      if (without.get(reading.pieces) === pattern.source) continue;
      let none = true;
      for (const reference of [...inReading(reading, index, pattern), ...numbersFirst(reading, index, names)]) {
        none = false;
        if (!isHead(reference.start)) found.push(reference);
      }
      if (none) without.set(reading.pieces, pattern.source);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether an offset lies where one of the targets bears its own number. `targets` are in order of start. */
function headsOf(targets: readonly Target[]): (offset: number) => boolean {
  let end = 0;
  /** How far the targets up to each one reach. */
  const reach = targets.map((target) => (end = Math.max(end, target.end, target.start + 1)));
  return (offset) => (reach[lastStartingBy(targets, offset)] ?? 0) > offset;
}

const number = String.raw`[Ⅰ-Ⅹ]-\d{1,2}|[A-H]\.?\d{1,2}|\d{1,3}(?:[.-]\d{1,3}){0,3}|[IVX]{1,5}|[A-H]|[Ⅰ-Ⅻ①-⑳]`;
/** What may follow a number in Korean without a space: a particle that ends the word, or the copula; a counter (`22기`) may not. */
const particle = String.raw`(?:(?:에서|으로|부터|까지|처럼|보다|에|로|과|와|이나|나|및|번|호)?(?:의|은|는|이|가|을|를|도|만)?(?![가-힣])|이[다며고라]|입니다)`;

/** `for the other actions` / `30 November 2026: last day`: the number begins a date. */
const month = ` (?:${Object.keys(english.calendar.months)
  .map((name) => name[0]!.toUpperCase() + name.slice(1))
  .join('|')})\\b`;

/** Further numbers of one list: `Tasks 2, 3 and 14`. */
const further = new RegExp(
  String.raw`(?:, | and | or | & |, and | to |와 |과 |·|, ?)(${number})(?![\w%]|\.\w)(?=${particle})`,
  'y',
);

/** One pattern for all labels of the document, its own words only. */
function patternOf(targets: readonly Target[]): RegExp | null {
  const words = new Set<string>();
  for (const { label } of targets) {
    words.add(label);
    if (/^[a-z]/.test(label)) words.add(label.slice(label.lastIndexOf(' ') + 1));
  }
  if (words.size === 0) return null;
  const alternatives = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const escaped = word.replace(/[^\p{L}\p{N} ]/gu, String.raw`\$&`);
      // `목표 22기` ends as a table's label does; `핵심과제 3` is a task.
      if (!/^[a-z]/.test(word)) return word.length === 1 ? `(?<![가-힣])${escaped}` : escaped;
      const first = `[${escaped[0]!}${escaped[0]!.toUpperCase()}]`;
      return `${first}${manyOf(escaped.slice(1))}|${escaped.toUpperCase()}`;
    });
  return new RegExp(
    String.raw`(?<![A-Za-z])(${alternatives.join('|')})[ \u00a0]?(${number})(?![\w%])(?![.,]\d)(?!${month})(?=${particle})`,
    'g',
  );
}

/** The end of a word for one thing or several: `activit(?:y|ies)`, `annex(?:es)?`. */
function manyOf(end: string): string {
  if (end.endsWith('y')) return `${end.slice(0, -1)}(?:y|ies)`;
  if (end.endsWith('ppendix')) return `${end.slice(0, -1)}(?:x|xes|ces)`;
  return /(?:x|ch|sh)$/.test(end) ? `${end}(?:es)?` : `${end}s?`;
}

function* inReading(reading: Reading, block: number, pattern: RegExp): Generator<Reference> {
  const { text } = reading;
  for (const match of text.matchAll(pattern)) {
    const [whole, name = '', first = ''] = match;
    const english = /^[A-Za-z]/.test(name);
    if (english && !/[ \u00a0]/.test(whole[name.length] ?? '')) continue;
    let at = match.index + whole.length - first.length;
    const label = singular(name.toLowerCase());
    const make = (written: string, start: number): Reference | null => {
      const path = readNumeral(written)?.path;
      if (path === undefined) return null;
      const place = sourceSpan(reading, start, start + written.length);
      const from = start === at && written === first ? match.index : start;
      const span = sourceSpan(reading, from, start + written.length);
      const part = lastPart(written, place.start);
      return {
        start: span.start,
        end: span.end,
        label,
        number: path.join('.'),
        written: part.written,
        numberSpan: part.numberSpan,
        block,
        before: text.slice(Math.max(0, from - 40), from),
        after: text.slice(start + written.length, start + written.length + 60),
      };
    };
    const own = make(first, at);
    if (own !== null) yield own;
    if (!/s$/i.test(name) && english) continue;
    further.lastIndex = at + first.length;
    for (let next = further.exec(text); next !== null; next = further.exec(text)) {
      const start = next.index + next[0].length - next[1]!.length;
      at = -1;
      const other =
        /^\d/.test(next[1]!) === /^\d/.test(first) && (english || isAlike(first, next[1]!))
          ? make(next[1]!, start)
          : null;
      if (other === null) break;
      yield other;
      further.lastIndex = start + next[1]!.length;
    }
  }
}

/** `⑧번 과제의`, `3번째 전략은`; not `한 해 12번 과제 점검`, where something is done so many times. */
const numberFirst =
  /(?<![\d.,:~∼〜～–-])(?:제\s?)?(\d{1,2}|[①-⑳])(?:번|번째)\s?([가-힣]{2,8}?)(?=(?:에서|으로|부터|까지|처럼|보다|에|과|와)?(?:의|은|는|이|가|을|를|도|만)?[\s.,)·])/g;

function* numbersFirst(reading: Reading, block: number, names: ReadonlySet<string>): Generator<Reference> {
  const { text } = reading;
  if (names.size === 0 || !text.includes('번')) return;
  for (const match of text.matchAll(numberFirst)) {
    const [whole, written = '', label = ''] = match;
    const path = readNumeral(written)?.path;
    const end = match.index + whole.length;
    if (path === undefined || !names.has(label) || (/^\d/.test(written) && text[end] === ' ')) continue;
    const at = match.index + whole.indexOf(written);
    yield {
      ...sourceSpan(reading, match.index, end),
      label,
      number: path.join('.'),
      written,
      numberSpan: sourceSpan(reading, at, at + written.length),
      block,
      before: text.slice(Math.max(0, match.index - 40), match.index),
      after: text.slice(end, end + 60),
    };
  }
}

/** `1-1` and `3-7`, `4` and `5`: numbers of as many parts. */
const isAlike = (a: string, b: string): boolean => a.split(/[.-]/).length === b.split(/[.-]/).length;

/** The word for one of the things: `action` of `actions`. */
export const singular = (name: string): string =>
  name.endsWith('ies')
    ? `${name.slice(0, -3)}y`
    : name.replace(/(?<=ppendi)ces$/i, 'x').replace(/(?<=x|ch|sh)es$|(?<=[a-z])s$/i, '');

/** Whether a reference's label can mean a target's: the whole label or its last word. */
export const sameLabel = (reference: Pick<Reference, 'label'>, target: Pick<Target, 'label'>): boolean =>
  target.label === reference.label || target.label.endsWith(` ${reference.label}`);
