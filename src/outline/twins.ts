import type { Block } from '../text/block';
import type { Part } from './part';

/**
 * The parts that say in a second language what another part says: `Strategy 1. Open data` under `전략 1. 데이터 개방`.
 * Gives for each twin the index of the part that it belongs to, and null for all others. Two series are halves of one
 * when they stand in two languages, have about the same number of members, and either alternate or follow each other.
 * They are paired by place, not by number, so that a wrong number on one side stays visible.
 */
export function twinsOf(parts: readonly Part[], blocks: readonly Block[]): (number | null)[] {
  const twin: (number | null)[] = parts.map(() => null);
  const languages = new Set(parts.map((part) => blocks[part.block]!.language));
  if (languages.size < 2) return twin;
  const lanes = [...lanesOf(parts, blocks)].filter(([, lane]) => lane.members.length >= 2);
  const used = new Set<string>();
  for (const [key, first] of lanes) {
    for (const [otherKey, second] of lanes) {
      if (used.has(key) || used.has(otherKey) || first.language === second.language) continue;
      if (first.kind !== second.kind || first.members[0]! > second.members[0]!) continue;
      if (Math.abs(first.members.length - second.members.length) > 1) continue;
      if (!alternate(first.members, second.members) && !isHalf(first.members, second.members)) continue;
      pair(first.members, second.members, twin);
      used.add(key).add(otherKey);
    }
  }
  return twin;
}

interface Lane {
  readonly language: string;
  readonly kind: string;
  readonly members: number[];
}

function lanesOf(parts: readonly Part[], blocks: readonly Block[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  parts.forEach((part, index) => {
    const { language } = blocks[part.block]!;
    const { marker, depth } = part;
    const kind =
      marker === null
        ? `heading:${depth}`
        : `${marker.style === 'label' ? marker.hint : marker.style}:${marker.path.length}:${depth}`;
    const key = `${language}|${part.series}`;
    const lane = lanes.get(key);
    if (lane) lane.members.push(index);
    else lanes.set(key, { language, kind: kind.replace(/^(?:word|phrase):\d/, 'word'), members: [index] });
  });
  return lanes;
}

/** Whether after nearly every member of the first stands one of the second, before the next of the first. */
function alternate(first: readonly number[], second: readonly number[]): boolean {
  let well = 0;
  let k = 0;
  for (let i = 0; i < first.length; i++) {
    while (k < second.length && second[k]! < first[i]!) k++;
    if (k < second.length && second[k]! < (first[i + 1] ?? Infinity)) well++;
  }
  return well >= first.length - 1;
}

const isHalf = (first: readonly number[], second: readonly number[]): boolean =>
  first.length === second.length && first.at(-1)! < second[0]!;

function pair(first: readonly number[], second: readonly number[], twin: (number | null)[]): void {
  const halves = isHalf(first, second);
  second.forEach((index, place) => {
    const before = halves ? first[place] : first.findLast((candidate) => candidate < index);
    if (before !== undefined) twin[index] = before;
  });
}
