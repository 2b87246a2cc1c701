import { countedKind } from './count';
import type { DeclaredDraft } from './declared';
import type { NodeKind } from './outline';
import type { Parents } from './parents';
import type { Part } from './part';
import { isGeneric } from './words';

/** The headings without numbers that a count before them announces: `four priorities for ten years`, and four headings. */
export function countedHeadings(
  parts: readonly Part[],
  parents: Parents,
  declared: readonly DeclaredDraft[],
): { members: number[]; kind: NodeKind } | null {
  const headings = new Map<string, number[]>();
  parts.forEach(({ marker, heading, echo, series, title }, index) => {
    if (marker !== null || !heading || echo || isGeneric(title)) return;
    const key = `${parents[index] ?? ''}|${series}`;
    const list = headings.get(key);
    if (list) list.push(index);
    else headings.set(key, [index]);
  });
  for (const { noun, value, block } of declared) {
    const what = countedKind(noun);
    if (value < 3 || what === 'other') continue;
    for (const list of headings.values()) {
      const members = list.filter((index) => parts[index]!.block > block);
      if (members.length === value) return { members, kind: what === 'strategies' ? 'strategy' : 'task' };
    }
  }
  return null;
}
