import { readOrdinal } from '../edits/ordinal';
import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import type { Span } from '../text/span';
import { rests, type InTurns } from '../text/steps';
import { countedInKorean, englishCounts, type Counted } from './counted';
import { textWhere } from './of-text';
import { passages, type Passage } from './passage';

/** A stated number and the list right below it, which has another number of items. */
export interface FollowingList {
  readonly passage: Passage;
  readonly counted: Counted;
  readonly items: readonly Span[];
}

const leadsOn =
  /[:：]\s*$|(?:다음과 같(?:다|이)|아래와 같(?:다|이)|다음의?|the following|as follows)[^.]{0,40}[.:]?\s*$/;

const hasKinds = /\d\s?(?:단계|유형|등급|권역|그룹)/;
const counts = /\d\s?(?:종|개|가지|건|곳|단계|항목)\s?[)）]\s?[:：]?$/;

/** Whether a text says one of the things that a list below it may answer to. */
const mayLeadOn = textWhere(
  (text) => leadsOn.test(text) || counts.test(text) || hasKinds.test(text) || text.includes('가지'),
);

/** `The plan rests on three principles:` with four items below. */
export function* followingLists(plan: PlanFacts): InTurns<FollowingList> {
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    const { text, block, index } = passage;
    if (passage.cell !== null || !mayLeadOn(passage)) continue;
    const titled = countInBracket(passage, plan.blocks);
    if (titled !== null) yield titled;
    const labelled = labelledAfter(passage, plan.blocks);
    if (labelled !== null) yield labelled;
    const ordinals = ordinalsAfter(passage, plan.blocks);
    if (ordinals !== null) yield ordinals;
    if (labelled !== null || !leadsOn.test(text)) continue;
    const items = itemsAfter(plan.blocks, index);
    if (items.length < 2) continue;
    const all = [...englishCounts(passage), ...(/[가-힣]/.test(text) ? countedInKorean(text) : [])];
    // Only the last number of the sentence that leads on; of several nobody can tell which is meant.
    const near = all.filter(({ start }) => !/[.!?]\s/.test(text.slice(start).replace(/[.:]\s*$/, '')));
    const counted = near.at(-1);
    if (counted === undefined || near.length > 1 || block.kind === 'heading') continue;
    const off = Math.abs(counted.number.value - items.length);
    if (off === 0 || off > (items.length <= 4 ? 1 : 2) || isOpen(text, items, plan)) continue;
    yield { passage, counted, items };
  }
}

const isOpen = (text: string, items: readonly Span[], { source }: PlanFacts): boolean =>
  /such as|including|among|for example|e\.g\.|some of|등/.test(text) ||
  /\betc\.?\s*$|등\s*$/.test(source.slice(items.at(-1)!.start, items.at(-1)!.end));

/** The items right below a block, of one depth; what stands deeper belongs to them. */
export function itemsAfter(blocks: readonly Block[], index: number): Block[] {
  const first = blocks[index + 1];
  if (first?.kind !== 'item') return [];
  const lead = blocks[index]!;
  if (lead.kind === 'item' && first.depth <= lead.depth) return [];
  const items: Block[] = [];
  for (let i = index + 1; i < blocks.length; i++) {
    const block = blocks[i]!;
    const goesOn = block.kind === 'item' || (block.kind === 'paragraph' && block.indent > first.indent);
    if (!goesOn || (block.kind === 'item' && block.depth < first.depth)) break;
    if (block.kind !== 'item' || block.depth !== first.depth) continue;
    if (sameKindOfMark(first, block)) items.push(block);
    else break;
  }
  return items;
}

const sameKindOfMark = (a: Block, b: Block): boolean =>
  /\d/.test(a.mark?.text ?? '') === /\d/.test(b.mark?.text ?? '') &&
  (/\d/.test(a.mark?.text ?? '') ||
    a.mark?.text === b.mark?.text ||
    /[①-⑳가-하]/.test(a.mark?.text ?? '') ||
    (isLetter(a) && isLetter(b)));

const isLetter = ({ mark }: Block): boolean => /^\(?[a-z][.)]$/.test(mark?.text ?? '');

/** `기상 상황에 따라 3단계로 운영한다.` with `1단계(…)`, `2단계(…)`, `3단계(…)` below: the items bear the name of what is counted. */
function labelledAfter(passage: Passage, blocks: readonly Block[]): FollowingList | null {
  if (!hasKinds.test(passage.text)) return null;
  const items = itemsAfter(blocks, passage.index);
  if (items.length < 2) return null;
  for (const counted of countedInKorean(passage.text)) {
    const word = /^(?:개\s?)?(단계|유형|등급|권역|그룹)/.exec(counted.noun)?.[1];
    if (word === undefined || counted.number.value === items.length) continue;
    const isLabelled = items.every(({ reading: { text } }, at) => new RegExp(`^\\(?${at + 1}\\s?${word}`).test(text));
    if (isLabelled && Math.abs(counted.number.value - items.length) <= 2) return { passage, counted, items };
  }
  return null;
}

/** `라. 제출 서류(5종)` with so many numbered items right below: what a short title counts in its bracket. */
function countInBracket(passage: Passage, blocks: readonly Block[]): FollowingList | null {
  const { text, index } = passage;
  if (text.length > 40 || !counts.test(text) || /[.!?。]/.test(text.slice(0, -1).replace(/^[가-하]\./, '')))
    return null;
  const bracket = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
  const [, word = '', counter = ''] =
    /^[(（]\s?(?:총\s?)?(\d{1,2})\s?([가-힣]{1,2})\s?[)）]/.exec(text.slice(bracket)) ?? [];
  const number = readOrdinal(word).find(({ hand }) => hand === 'digits');
  const items = itemsAfter(blocks, index);
  if (number === undefined || items.length < 3 || Math.abs(number.value - items.length) !== 1) return null;
  // Items with numbers of such things of their own add up to them.
  const isPlain = items.every(
    ({ mark, reading }) => /[\d①-⑳가-하]/.test(mark?.text ?? '') && !new RegExp(`\\d\\s?${counter}`).test(reading.text),
  );
  if (!isPlain || /등\s*$/.test(items.at(-1)!.reading.text)) return null;
  const start = text.indexOf(word, bracket);
  const end = start + word.length;
  const shown = /^\s?[가-힣]{1,2}/.exec(text.slice(end))?.[0] ?? '';
  return {
    passage,
    counted: { number: { ...number, start, end }, noun: counter, start, end: end + shown.length },
    items,
  };
}

const nth = /^(?:첫째|둘째|셋째|넷째|다섯째|여섯째|일곱째|여덟째|아홉째|열째|마지막으로|끝으로)[,는\s]/;

/** `이번 예산안은 네 가지에 무게를 두었다.` and the paragraphs right below that begin with 첫째, 둘째, … */
function ordinalsAfter(passage: Passage, blocks: readonly Block[]): FollowingList | null {
  const next = blocks[passage.index + 1];
  if (!passage.text.includes('가지') || next === undefined || !next.reading.text.startsWith('첫째')) return null;
  const all = [...countedInKorean(passage.text)].filter(({ noun }) => noun.startsWith('가지'));
  const counted = all.at(-1);
  if (counted === undefined || all.length > 1) return null;
  const items: Block[] = [];
  for (const block of blocks.slice(passage.index + 1)) {
    if (block.kind === 'heading') break;
    if (nth.test(block.reading.text)) items.push(block);
  }
  const off = Math.abs(counted.number.value - items.length);
  return items.length >= 2 && off > 0 && off <= 2 ? { passage, counted, items } : null;
}
