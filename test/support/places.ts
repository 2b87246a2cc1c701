import type { Node } from '../../src/outline/outline';
import type { Case, Marked } from './markers';

/** How many parts were to be found, were found, stand where they should, and are what they should be. */
export interface Tally {
  readonly gold: number;
  readonly found: number;
  readonly placed: number;
  readonly right: number;
  readonly misses: readonly string[];
}

/** Two places count as one up to this distance, in UTF-16 units: a mark and its title may both be called the beginning. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 8;

const depths: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

interface Placed extends Node {
  readonly ancestors: readonly Node[];
}

/**
 * Compares an outline with a case's marks: `strategy` and `task` ask for that kind (with `depth: 1` for the place
 * alone), `one`, `two`, `three` … for the right parent; `maybe` neither counts nor costs.
 */
export function tallyPlaces({ title, text, marks, settings }: Case, outline: readonly Node[]): Tally {
  const byDepth = marks.some(({ name }) => name !== null && name in depths);
  const nodes = placed(outline, []).filter(({ kind }) => byDepth || kind === 'strategy' || kind === 'task');
  const wanted = marks.filter(({ name }) => name !== 'maybe');
  const misses: string[] = [];
  const taken = new Set<Node>();
  let hits = 0;
  let right = 0;
  for (const mark of wanted) {
    const hit = nodes
      .filter((node) => near(node.start, mark.start) && !taken.has(node))
      .sort((a, b) => Math.abs(a.start - mark.start) - Math.abs(b.start - mark.start))[0];
    const said = `${title}: ${mark.name} ${JSON.stringify(text.slice(mark.start, mark.end + 30))}`;
    if (hit === undefined) misses.push(`${said} is missed`);
    else {
      hits++;
      taken.add(hit);
      const parent = byDepth ? parentOf(mark, wanted) : undefined;
      const fits = byDepth
        ? parent === undefined || hit.ancestors.some(({ start }) => near(start, parent.start))
        : settings.depth === '1' || hit.kind === mark.name;
      if (fits) right++;
      else misses.push(`${said} is a ${hit.kind}${parent === undefined ? '' : ' under another parent'}`);
    }
  }
  const free = nodes.filter(({ start }) => {
    const here = marks.filter((mark) => near(start, mark.start));
    return here.length > 0 && here.every(({ name }) => name === 'maybe');
  });
  const counted = nodes.filter((node) => !free.includes(node));
  for (const { start, kind } of counted) {
    if (!marks.some((mark) => near(start, mark.start)))
      misses.push(`${title}: ${kind} ${JSON.stringify(text.slice(start, start + 50))} is none`);
  }
  return { gold: wanted.length, found: counted.length, placed: hits, right, misses };
}

const placed = (nodes: readonly Node[], ancestors: readonly Node[]): Placed[] =>
  nodes.flatMap((node) => [{ ...node, ancestors }, ...placed(node.children, [...ancestors, node])]);

/** The nearest mark before that stands higher. */
const parentOf = (mark: Marked, marks: readonly Marked[]): Marked | undefined =>
  marks.slice(0, marks.indexOf(mark)).findLast(({ name }) => depths[name!]! < depths[mark.name!]!);

export const added = (tallies: readonly Tally[]): Tally => ({
  gold: sum(tallies, 'gold'),
  found: sum(tallies, 'found'),
  placed: sum(tallies, 'placed'),
  right: sum(tallies, 'right'),
  misses: tallies.flatMap(({ misses }) => misses),
});

const sum = (tallies: readonly Tally[], key: 'gold' | 'found' | 'placed' | 'right'): number =>
  tallies.reduce((total, tally) => total + tally[key], 0);

/** F1 of places, and of places with the right level. */
export const score = (hits: number, { gold, found }: Tally): number => (2 * hits) / (gold + found);
