import { isGeneric } from '../outline/words';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import type { Span } from '../text/span';
import { rests, type InTurns, type Steps } from '../text/steps';
import { englishCounts, type Counted } from './counted';
import { itemsAfter, type FollowingList } from './following-list';
import { passages, type Passage } from './passage';

/** A heading that is nothing but the name of what is listed under it: `The moves`, `Our seven guiding principles`. */
interface TitledList {
  /** In lower case, without the article and the number. */
  readonly name: readonly string[];
  readonly start: number;
  readonly items: readonly Span[];
}

/** Fewer items are no list of the plan's. */
const fewest = 3;

/** `It consists of six moves.`, and five numbered points or headings under `The moves`. */
export function* titledLists(plan: PlanFacts): InTurns<FollowingList> {
  const lists = yield* listsOf(plan);
  if (lists.length === 0) return;
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null || passage.block.language !== 'en') continue;
    for (const counted of englishCounts(passage)) {
      if (!countsAll(passage, counted)) continue;
      const words = counted.noun.toLowerCase().split(' ');
      const named = lists.filter(({ name }) => isNamed(name, words));
      const [list] = named;
      const isBefore = list !== undefined && passage.block.start <= list.start;
      if (list === undefined || named.length > 1 || !isBefore) continue;
      const off = Math.abs(list.items.length - counted.number.value);
      if (off > 0 && off <= (list.items.length <= 6 ? 1 : 2)) yield { passage, counted, items: list.items };
    }
  }
}

/** `moves` and `big moves` name `The moves`, and both name `The big moves`. */
function isNamed(name: readonly string[], words: readonly string[]): boolean {
  const [short, long] = name.length <= words.length ? [name, words] : [words, name];
  return short.every((word, at) => word === long[long.length - short.length + at]);
}

const whole =
  /(?:\b(?:(?:this|the|our|its) (?:[a-z-]+ ){0,2}[a-z]*(?:plan|strategy|programme|program|framework|roadmap|agenda|charter|vision)|we|it) (?:has|have|sets? out|contains?|consists? of|comprises?|rests? on|is (?:made up of|built on|built around|divided into|structured around|based on|guided by)|names?|pursues?|lists?|describes?|makes?|proposes?|takes?) |^(?:the|our|its|all) |[.:] (?:the|our|its|all) |\b(?:through|around|in|into|by|on|under) (?:the|our|its|these) )(?:following )?$/i;

/** Whether the number is that of all of them: `four moves begin this year` may be some. A heading counts what is under it. */
function countsAll({ text, block }: Passage, { start, end }: Counted): boolean {
  if (block.kind === 'heading') return start === 0 && end === text.trimEnd().length;
  return whole.test(text.slice(Math.max(0, start - 80), start));
}

function* listsOf({ blocks }: PlanFacts): Steps<TitledList[]> {
  const found: TitledList[] = [];
  const rest = rests();
  for (const [index, block] of blocks.entries()) {
    if (rest()) yield;
    const name = nameOf(block);
    if (name === null) continue;
    const items = pointsUnder(blocks, index);
    if (items.length >= fewest) found.push({ name, start: block.start, items });
  }
  return found;
}

/** The plural that a heading is, without its article and number; null where it says more than that. */
function nameOf(block: Block): readonly string[] | null {
  if (block.kind !== 'heading' || !isRead(block) || block.reading.text.length > 60) return null;
  const { text } = block.reading;
  const title = text.toLowerCase().replace(/^(?:\d{1,2}\.?\s|[ivx]{1,4}\.\s)?(?:(?:the|our|its) )?/, '');
  const words = title.trim().split(/\s+/);
  if (/^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})$/.test(words[0]!)) words.shift();
  const isPlural =
    words.length <= 3 && words.every((word) => /^[a-z-]{3,}$/.test(word)) && /[^s]s$/.test(words.at(-1) ?? '');
  return isPlural ? words : null;
}

/**
 * The points right under a heading, numbered from the first, also behind one paragraph that leads to them; else the numbered
 * headings under it. None where the numbers go on further down.
 */
function pointsUnder(blocks: readonly Block[], index: number): readonly Span[] {
  const { depth } = blocks[index]!;
  const under: Block[] = [];
  for (let at = index + 1; at < blocks.length; at++) {
    if (blocks[at]!.kind === 'heading' && blocks[at]!.depth <= depth) break;
    under.push(blocks[at]!);
  }
  const items = itemsAfter(blocks, under[0]?.kind === 'paragraph' ? index + 1 : index);
  if (items.length > 0) {
    const numbered = under.filter((block) => numberOf(block) > 0 && block.depth === items[0]!.depth);
    const isList = items.every((item, at) => numberOf(item) === at + 1) && numbered.length === items.length;
    return isList ? items : [];
  }
  const headings = under.filter((block) => block.kind === 'heading' && block.depth === depth + 1);
  return headings.every(({ reading: { text } }) => numberedHeading.test(text) && !isGeneric(text)) ? headings : [];
}

const numberedHeading = /^(?:[A-Z][a-z]+ )?(?:\d{1,2}|[A-H])[.:)]?\s/;

/** The number of an item; 0 for a bullet. */
const numberOf = ({ kind, mark }: Block): number =>
  kind === 'item' ? Number(/^\(?(\d{1,2})[.)]?$/.exec(mark?.text ?? '')?.[1] ?? 0) : 0;
