import { labelledBlocks } from '../outline/labelled';
import { eachNode } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import { sourceSpan } from '../text/reading';
import { finish, mayRest, rests, type Steps } from '../text/steps';
import type { Check } from './check';
import { codedParts } from './coded-parts';
import { inlineLists } from './inline-list';
import { toSeries, values, type Marker, type Series } from './series';
import { slipFindings, type Named } from './slip';
import { titledSeries } from './titled-series';

export const listSequence: Check = {
  code: 'list-sequence',
  says: 'The numbers of a list count on.',
  because: 'A step that is missing or numbered twice leaves the reader asking what was cut.',
  severity: 'info',
  examples: [
    {
      wrong: 'Steps:\n\n1. Survey the site.\n2. Call for tenders.\n4. Build.\n',
      right: 'Steps:\n\n1. Survey the site.\n2. Call for tenders.\n3. Build.\n',
    },
  ],
  reads: [
    'Lists that the outline does not take for tasks or sections; each depth by itself.',
    'A list of all “1.” is a style; a list may begin anywhere and may go on after a paragraph; a speech’s paragraphs count on under its headings.',
    'Lists within a paragraph (`①항로 안정, ②운임 경감`, `첫째, … 둘째, …`) and annexes (`붙임 1.`) that count from the first.',
  ],
  *find(plan, t) {
    for (const series of [...(yield* listsOf(plan)), ...(yield* inlineLists(plan))]) {
      const numbers = values(series.members);
      // All ones; or more slips than members that count on: not a list that means to count.
      if (numbers.every((value) => value === numbers[0])) continue;
      const slips = series.slips.filter(({ kind }) => kind !== 'start');
      // Of a list of two, the other lists of its kind show that it means to count.
      const isPair = numbers.length === 2 && numbers[0] === 1 && numbers[1] === 3;
      if (isPair ? !pairsCount(plan, series) : slips.length * 3 > numbers.length) continue;
      yield* slipFindings({ ...series, slips }, nothingNamed, t);
    }
    for (const series of [
      ...(yield* labelledSeries.inSteps(plan)),
      ...(yield* codedSeries(plan)),
      ...(yield* dottedSeries(plan)),
      ...(yield* titledSeries.inSteps(plan)).flatMap(({ isPart, isListed, series }) =>
        isPart || isListed ? [] : [series],
      ),
    ]) {
      const slips = series.slips.filter(({ kind }) => kind !== 'start');
      if (slips.length * 3 <= series.members.length) yield* slipFindings({ ...series, slips }, nothingNamed, t);
    }
  },
};

/** Whether three other lists or more in the same hand count on from one. */
function pairsCount(plan: PlanFacts, { members: [own] }: Series): boolean {
  const sound = finish(listsOf(plan)).filter(({ members, slips }) => {
    const [first] = members;
    return slips.length === 0 && members.length >= 2 && first!.number?.value === 1 && first!.marker === own!.marker;
  });
  return sound.length >= 3;
}

const nothingNamed: Named = { targets: [], references: [] };

/** The blocks with which the parts of the outline open. */
const openingBlocks = onceInSteps(function* ({ outline }: PlanFacts): Steps<ReadonlySet<number>> {
  const blocks = new Set<number>();
  yield* eachNode(outline, (node) => void blocks.add(node.blocks[0]));
  return blocks;
});

/** `B1`, `B2`, `B3` under one part each, where the outline does not have them. */
function* codedSeries(plan: PlanFacts): Steps<Series[]> {
  const inOutline = yield* openingBlocks.inSteps(plan);
  const byLetter = new Map<string, Marker[]>();
  for (const { numberSpan, letter, text, block } of yield* codedParts.inSteps(plan)) {
    if (inOutline.has(block)) return [];
    gather(byLetter, letter, { ...numberSpan, text: text.replace(/\D/g, ''), node: null });
  }
  return [...byLetter.values()].flatMap((markers) => (markers.length < 3 ? [] : (toSeries('item', markers) ?? [])));
}

/** `3.1`, `3.2`, `3.3` under each number, where the outline does not have them; `2-1.`, `2-2.` at the head of bullets. */
function* dottedSeries(plan: PlanFacts): Steps<Series[]> {
  const inOutline = yield* openingBlocks.inSteps(plan);
  const byPrefix = new Map<string, Marker[]>();
  for (const [index, block] of plan.blocks.entries()) {
    if (mayRest(index)) yield;
    const dashed = block.kind === 'item' && isRead(block) ? dashedHead.exec(block.reading.text) : null;
    if (dashed !== null && !/\d/.test(block.mark?.text ?? '')) {
      const [text, prefix = ''] = dashed;
      gather(byPrefix, prefix, { text, node: null, ...sourceSpan(block.reading, 0, text.length) });
      continue;
    }
    const match = /^(\d{1,2}\.)\d{1,2}\.?$/.exec(block.mark?.text ?? '');
    if (match === null || block.mark === null || inOutline.has(index)) continue;
    gather(byPrefix, match[1]!, { ...block.mark, node: null });
  }
  return [...byPrefix.values()].flatMap((markers) => {
    const series = markers.length < 3 ? null : toSeries('item', markers);
    return series === null ? [] : [series];
  });
}

/** `2-1. 섬 숙소 개선`: a number of two parts; without its point it may be a score (`3-1 승리`). */
const dashedHead = /^(\d{1,2}-)\d{1,2}\.(?=\s[가-힣A-Za-z])/;

/** What asks numbers no part of a plan, though it may be a heading. */
const isQuestion = /^(?:question|문|질문)$/;

/** Blocks that begin with a label and a number, and are no part of the outline: `Question 1.`, `Result 2.1:`. */
export const labelledSeries = onceInSteps(function* (plan: PlanFacts): Steps<readonly Series[]> {
  const inOutline = yield* openingBlocks.inSteps(plan);
  yield;
  return [...(yield* labelledBlocks.inSteps(plan.blocks))].flatMap(([label, list]) => {
    if (
      !isQuestion.test(label) &&
      list.some(({ block }) => inOutline.has(block) || plan.blocks[block]!.kind === 'heading')
    )
      return [];
    const byChapter = new Map<string, Marker[]>();
    for (const { start, end, text, number } of list) {
      const chapter = number.slice(0, number.lastIndexOf('.') + 1);
      gather(byChapter, chapter, { start, end, text, node: null });
    }
    return [...byChapter.values()].flatMap((markers) => toSeries('item', markers) ?? []);
  });
});

/** The numbered lists of a document that are no part of the outline. */
function* listsOf(plan: PlanFacts): Steps<Series[]> {
  const inOutline = new Set<number>();
  yield* eachNode(plan.outline, (node) => {
    if (node.markerSpan !== null && node.kind !== 'measure') inOutline.add(node.markerSpan.start);
  });
  const open = new Map<string, List>();
  const done: Marker[][] = [];
  const close = (key: string): void => {
    const list = open.get(key);
    if (list !== undefined && list.markers.length > 1) done.push(list.markers);
    open.delete(key);
  };
  const rest = rests();
  for (const block of plan.blocks) {
    if (rest()) yield;
    if (block.kind === 'heading') {
      for (const list of open.values()) list.parted = true;
      continue;
    }
    const mark = numberOf(block);
    if (block.kind !== 'item' || block.mark === null || mark === null || inOutline.has(block.mark.start)) continue;
    // A new item at one depth ends what stood deeper.
    for (const key of [...open.keys()]) if (Number(key.split('|')[0]) > block.depth) close(key);
    const key = `${block.depth}|${mark.shape}`;
    const list = open.get(key);
    // A heading ends a list, unless its numbers have run on under headings before, as a speech's paragraphs do.
    if (list?.parted === true && mark.value === list.last + 1) list.through++;
    else if (list?.parted === true && list.through < 2) close(key);
    if (list !== undefined && mark.value === 1 && list.last !== 1) close(key);
    // `1. 개요` and right below it `1. Overview`: the same item in the text's other language.
    if (list !== undefined && mark.value === list.last && block.language !== list.language) continue;
    const current = open.get(key) ?? { markers: [], last: 0, language: '', parted: false, through: 0 };
    current.markers.push({ ...block.mark, node: null });
    current.last = mark.value;
    current.language = block.language;
    current.parted = false;
    open.set(key, current);
  }
  for (const key of [...open.keys()]) close(key);
  return done.flatMap((markers) => toSeries('item', markers) ?? []);
}

interface List {
  readonly markers: Marker[];
  last: number;
  /** The language of its last item. */
  language: string;
  /** Whether a heading has come since its last item. */
  parted: boolean;
  /** How often its numbers have gone on behind a heading. */
  through: number;
}

/** The number of a list mark in digits, and its punctuation; other marks (`①`, `가.`) by their kind. */
function numberOf({ mark }: Block): { value: number; shape: string } | null {
  const match = /^(\(?)(?:(\d{1,3})|([①-⑳])|([가-하])|([a-z]))([.)]?)$/.exec(mark?.text ?? '');
  if (match === null) return null;
  const [, open = '', digits, circled, hangul, letter, close = ''] = match;
  const kind = digits !== undefined ? 'n' : circled !== undefined ? 'c' : hangul !== undefined ? 'h' : 'l';
  const value =
    digits !== undefined
      ? Number(digits)
      : circled !== undefined
        ? circled.charCodeAt(0) - 0x245f
        : hangul !== undefined
          ? '가나다라마바사아자차카타파하'.indexOf(hangul) + 1
          : letter!.charCodeAt(0) - 96;
  return value === 0 ? null : { value, shape: `${kind}${open}${close}` };
}
