import { childrenOf, isLabel, isNumeral, runsOf, seriesOf, type Parents } from './parents';
import type { Part } from './part';
import { gatheringWords, isGeneric } from './words';

/** Members of numbered series that number the document's sections: `1. Background`, `Ⅱ. 추진방향`. */
export function sectionsOf(parts: readonly Part[], parents: Parents): Set<number> {
  const sections = new Set<number>();
  const all = seriesOf(parts);
  const holders = aboveStrategies(all, parts, parents);
  for (const members of all.values()) {
    const isAbove = members.some((index) => holders.has(index)) && isNumeral(parts[members[0]!]!);
    for (const run of runsOf(members, parents))
      if (isAbove || isOfSections(run, parts) || isDated(run, parts) || gathersAlone(run, parts, parents))
        run.forEach((index) => sections.add(index));
  }
  return sections;
}

/**
 * What stands above strategies that are so by name, several of one series: `3.3 Pillars` above `Pillar One`. What is numbered
 * like it numbers the document.
 */
function aboveStrategies(
  all: ReadonlyMap<string, readonly number[]>,
  parts: readonly Part[],
  parents: Parents,
): ReadonlySet<number> {
  const above = new Set<number>();
  for (const members of all.values()) {
    const { style, hint } = parts[members[0]!]!.marker!;
    if (members.length < 2 || style !== 'label' || hint !== 'strategy') continue;
    for (const index of members)
      for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) above.add(up);
  }
  return above;
}

/** Whether a numbered series numbers the document's sections: `1. Background`, `Ⅱ. 추진방향`. */
function isOfSections(members: readonly number[], parts: readonly Part[]): boolean {
  if (!isNumeral(parts[members[0]!]!)) return false;
  const generic = members.filter((index) => isGeneric(parts[index]!.title)).length;
  return generic >= 2 || generic * 5 >= members.length * 2;
}

/** `1. March 2026: the bill`, `2. 2026년 5월: 접수`: a numbered timetable. */
function isDated(members: readonly number[], parts: readonly Part[]): boolean {
  if (members.length < 2 || !isNumeral(parts[members[0]!]!)) return false;
  const dated = members.filter((index) => dateHead.test(parts[index]!.title)).length;
  return dated * 4 >= members.length * 3;
}

const dateHead =
  /^(?:(?:by|in|on|until|from|early|mid|late|end of) )?(?:[’‘'(]?\d{2,4}(?:년|[.] ?\d{1,2}[.월])|\d{1,2}월|\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:Q[1-4]|H[12])[ ,:]|(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|(?:First|Second|Third|Fourth) quarter)(?:[ ,:–—-]|$))/i;

/** Whether one member alone, `2. Measures to be taken`, has the plan's parts under it: the others are sections beside. */
function gathersAlone(members: readonly number[], parts: readonly Part[], parents: Parents): boolean {
  if (!isNumeral(parts[members[0]!]!)) return false;
  const numbered = (parent: number): Part[] =>
    (childrenOf(parents).get(parent) ?? [])
      .map((index) => parts[index]!)
      .filter(({ marker }) => marker !== null && marker.style !== 'bullet' && marker.hint !== 'section');
  const holding = members.filter((index) => numbered(index).length > 0);
  const only = holding[0];
  if (only === undefined || holding.length > 1) return false;
  const { title } = parts[only]!;
  if (!isGathering(title) || title.split(/\s+/).length > 5) return false;
  const held = numbered(only);
  return held.every(isLabel) || (members.length > 1 && held.filter(({ bare }) => !bare).length * 2 > held.length);
}

/** Of a numeral series under numbered sections, the members under the section that gathers the tasks. */
export function gathered(
  members: readonly number[],
  parts: readonly Part[],
  parents: Parents,
  sections: ReadonlySet<number>,
): number[] {
  return members.filter((index) => {
    for (let up = parents[index] ?? null; up !== null; up = parents[up] ?? null) {
      const { marker, heading, title } = parts[up]!;
      if (sections.has(up) || marker?.hint === 'section') return isGathering(title);
      // `Notes`, `Related links`.
      if (marker === null && heading && isGeneric(title) && !isGathering(title)) return false;
    }
    return true;
  });
}

/** Whether a title says that the plan's parts stand under it: `Key measures`, `추진과제`. */
export function isGathering(title: string): boolean {
  const lower = title.toLowerCase();
  const joined = lower.replace(/\s/g, '');
  return gatheringWords.some((word) => (/[가-힣]/.test(word) ? joined.includes(word) : lower.includes(word)));
}
