import { mayRest, type Steps } from '../text/steps';
import { countedKind } from './count';
import type { DeclaredDraft } from './declared';
import type { NodeKind } from './outline';
import type { Parents } from './parents';
import type { Part } from './part';
import { isGeneric } from './words';

/** The headings without numbers that a count before them announces: `four priorities for ten years`, and four headings. */
export function* countedHeadings(
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
): Steps<{ members: number[]; kind: NodeKind } | null> {
  const headings = new Map<string, number[]>();
  for (const [index, { marker, heading, echo, series, title }] of parts.entries()) {
    if (mayRest(index)) yield;
    if (marker !== null || !heading || echo || isGeneric(title)) continue;
    const key = `${parents[index] ?? ''}|${series}`;
    const list = headings.get(key);
    if (list) list.push(index);
    else headings.set(key, [index]);
  }
  for (const [at, { noun, value, block }] of declared.entries()) {
    if (mayRest(at)) yield;
    const what = countedKind(noun);
    if (value < 3 || what === 'other') continue;
    for (const list of headings.values()) {
      // They stand in order: so many come after the count when the first of so many does, and none before it.
      const from = list.length - value;
      const isAfter = (place: number): boolean => list[place] !== undefined && parts[list[place]]!.block > block;
      if (isAfter(from) && !isAfter(from - 1))
        return { members: list.slice(from), kind: what === 'strategies' ? 'strategy' : 'task' };
    }
  }
  return null;
}
