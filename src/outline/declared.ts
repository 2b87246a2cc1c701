import type { Block } from '../text/block';
import { lastStartingBy } from '../text/span';
import { flatMapped, type Steps } from '../text/steps';
import { factsOf } from './block-facts';
import { pathAt, eachNode, type Declared, type Node } from './outline';

/** A declared count before the outline is known, with the block that it stands in. */
export interface DeclaredDraft extends Declared {
  readonly block: number;
}

/** Every declared count, in order: `four major strategies`, `twelve key tasks`, `12대 과제`, `과제 12개`. */
export const declaredCounts = (blocks: readonly Block[]): Steps<DeclaredDraft[]> =>
  flatMapped(blocks, (block, index) => factsOf(block).counts.map((count) => ({ ...count, block: index })));

/** Nouns that in a plan mean its parts; others do so only where the outline has them by that name or number. */
const strong = /(?:strateg(?:y|ies)|pillars|thrusts|tasks|initiatives|measures|actions|전략|과제)$/;

/**
 * What each count is about, now that the outline is known. A count within a task is about that task (`four strategic
 * fields`); a noun that labels the tasks counts tasks (`eight performance goals` over `Performance Goal 1.1`).
 */
export function* settleDeclared(drafts: readonly DeclaredDraft[], outline: readonly Node[]): Steps<Declared[]> {
  const named = new Map<string, Declared['what']>();
  const numbers = { strategies: 0, tasks: 0 };
  yield* eachNode(outline, ({ kind, marker, style }) => {
    if (kind !== 'strategy' && kind !== 'task') return;
    const what = kind === 'strategy' ? 'strategies' : 'tasks';
    numbers[what]++;
    if (style === 'label' && marker !== null) named.set(plural(marker), what);
    if (style === 'phrase' && marker !== null) named.set(plural(marker.slice(marker.lastIndexOf(' ') + 1)), what);
  });
  const names = [...named];
  yield;
  return yield* flatMapped(drafts, ({ block: _, ...declared }): readonly Declared[] => {
    const noun = declared.noun.toLowerCase();
    const byName = named.get(noun) ?? names.find(([name]) => noun.endsWith(name))?.[1];
    if (byName !== undefined && !isWithin(declared, outline, byName)) return [{ ...declared, what: byName }];
    const fits =
      declared.what !== 'other' &&
      (strong.test(noun) || numbers[declared.what] === declared.value || isPaired(declared, drafts, named));
    return [fits && !isWithin(declared, outline, 'tasks') ? declared : { ...declared, what: 'other' }];
  });
}

/** `4대 분야 10개 과제`, `three outcomes and ten projects` over `Outcome A`: the two numbers told in one breath. */
function isPaired(
  { what, start, end }: Declared,
  drafts: readonly Declared[],
  named: ReadonlyMap<string, Declared['what']>,
): boolean {
  const at = lastStartingBy(drafts, start);
  const near = drafts.slice(Math.max(0, at - 3), at + 4);
  return near.some(
    (other) =>
      (what === 'strategies' && other.what === 'tasks' && other.start > end && other.start - end <= 3) ||
      (what === 'tasks' &&
        other.what === 'strategies' &&
        other.end < start &&
        start - other.end <= (named.get(other.noun.toLowerCase()) === 'strategies' ? ' with '.length : 3)),
  );
}

/** `Performance Goal 1.1` → `performance goals`, `Outcome A` → `outcomes`, `전략 1` → `전략`. */
function plural(marker: string): string {
  const label = marker
    .replace(/[\s\d.#ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳-]+$/, '')
    .replace(/ (?:[A-H]|[IVX]{1,5})$/, '')
    .trim()
    .toLowerCase();
  if (/[가-힣]$/.test(label)) return label;
  return label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
}

/** Whether the count stands within a part of the plan, where it can only be about that part. */
function isWithin(declared: Declared, outline: readonly Node[], what: 'strategies' | 'tasks' | 'other'): boolean {
  const path = pathAt(outline, declared.start);
  if (path === null) return false;
  let nodes = outline;
  for (const index of path) {
    const node = nodes[index]!;
    if (node.kind === 'task' || (node.kind === 'strategy' && what === 'strategies')) return true;
    nodes = node.children;
  }
  return false;
}
