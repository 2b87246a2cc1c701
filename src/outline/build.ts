import type { Amount, Figure } from '../figures/figure';
import type { Block } from '../text/block';
import { mayRest, type Steps } from '../text/steps';
import { factsOf } from './block-facts';
import { countedLeads } from './counted-leads';
import { declaredCounts, settleDeclared } from './declared';
import { isPlanText } from './is-plan';
import { sortsOf } from './kinds';
import { levelsOf } from './levels';
import { nodesOf } from './nodes';
import type { Declared, Node } from './outline';
import type { Parents } from './parents';
import { partsOf, type Part } from './part';
import { setUnder } from './promising';
import { realParts } from './real-parts';
import { runInParts } from './run-in';
import { titleBlock } from './title';
import { twinsOf } from './twins';

export interface Built {
  readonly outline: readonly Node[];
  /** In order of start. */
  readonly declared: readonly Declared[];
  readonly title: string | null;
  readonly isPlan: boolean;
}

/**
 * The plan's structure. Never fails: a text without any gives an empty outline.
 *
 * Passes, in this order because each needs the one before: every place where a part may begin; what of it is no part (a
 * table of contents, the title, inner lists, numbered paragraphs); which parts say one thing in two languages; their
 * levels; the tree; what each part is. `plan` overrules what the content says.
 */
export function* buildOutline(blocks: readonly Block[], figures: readonly Figure[], plan?: boolean): Steps<Built> {
  for (let at = 0; at < blocks.length; at++) {
    factsOf(blocks[at]!); // which all of the passes ask for
    if (mayRest(at)) yield;
  }
  const declared = yield* declaredCounts(blocks);
  yield;
  const all = yield* partsOf(blocks);
  yield;
  const titleIndex = titleBlock(blocks);
  const titled = all.find((part) => part.block === titleIndex);
  const title = titleIndex === null || titled?.marker ? null : blocks[titleIndex]!.reading.text.trim();
  yield;
  const counted = countedLeads(all, blocks);
  const runIns = counted.length > 0 ? counted : yield* runInParts(all, blocks);
  yield;
  const isPlan = plan ?? (yield* isPlanText(blocks, [...all, ...runIns], declared, figures, title));

  yield;
  const marked = yield* realParts(all, blocks, declared, title);
  const parts = isPlan ? setUnder(inPlaces([...marked, ...runIns]), blocks) : marked;
  yield;
  const twins = twinsOf(parts, blocks);
  const kept = parts.filter((_, index) => twins[index] === null);
  yield;
  const levels = withOtherHalf(yield* levelsOf(kept), kept, parts, twins, blocks);
  const parents = nest(levels);
  yield;
  const sorts = yield* sortsOf(kept, parents, isPlan, declared, blocks);
  yield;
  const twinOf = new Map(
    parts.flatMap((part, index) => (twins[index] === null ? [] : [[parts[twins[index]!]!, part] as const])),
  );
  const amounts = figures.filter(isAmount);
  const outline = yield* nodesOf({ parts: kept, levels, parents, sorts, twinOf, blocks, amounts });
  return { outline, declared: yield* settleDeclared(declared, outline), title, isPlan };
}

const inPlaces = (parts: readonly Part[]): Part[] => [...parts].sort((a, b) => a.block - b.block);

/** The title of a second half in another language stands beside the first half's parts, not under the last of them. */
function withOtherHalf(
  levels: number[],
  kept: readonly Part[],
  parts: readonly Part[],
  twins: readonly (number | null)[],
  blocks: readonly Block[],
): number[] {
  const first = parts[twins.findIndex((twin) => twin !== null)];
  if (first === undefined) return levels;
  const { language } = blocks[first.block]!;
  const top = levels.reduce((least, level) => Math.min(least, level), Infinity);
  return levels.map((level, index) => {
    const { marker, block } = kept[index]!;
    return marker === null && block < first.block && blocks[block]!.language === language ? top : level;
  });
}

const isAmount = (figure: Figure): figure is Amount => figure.kind === 'amount';

/** Each part's parent: the nearest before it that stands higher. */
function nest(levels: readonly number[]): Parents {
  const open: number[] = [];
  return levels.map((level, index) => {
    while (open.length > 0 && levels[open.at(-1)!]! >= level) open.pop();
    const parent = open.at(-1) ?? null;
    open.push(index);
    return parent;
  });
}
