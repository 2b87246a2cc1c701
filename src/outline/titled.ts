import { gather } from '../text/gather';
import type { NodeKind } from './outline';
import { isNumeral } from './parents';
import type { Part } from './part';
import { hintOf } from './words';

/** A label with a number of its own: the `Action 4` of `3.1 Action 4: Masts`, the `과제 2` of `- 과제 2 역사 정비`. */
export interface TitleLabel {
  /** Lower case. */
  readonly label: string;
  /** As written: `4`, `B`. */
  readonly number: string;
  /** In UTF-16 units, from the start of the title. */
  readonly length: number;
  readonly kind: NodeKind | null;
}

const english = /^([A-Z][A-Za-z]{3,14})[ \u00a0](\d{1,2}|[A-H])(?=[:.,)]\s|\s[–—-]\s)/;
const korean = /^([가-힣]{2,6})[ \u00a0]?(\d{1,2})(?=[:.,)]?\s|\s[–—-]\s)/;

/** The label and number with which a title or a text begins, or null. */
export function titleLabel(title: string): TitleLabel | null {
  const match = english.exec(title) ?? korean.exec(title);
  if (match === null) return null;
  const label = match[1]!.toLowerCase();
  return { label, number: match[2]!, length: match[0].length, kind: hintOf(label) };
}

/** So few parts of a label make no series. */
const fewest = { strategy: 2, task: 3 } as const;

/**
 * Parts that bear a section's number or a bullet, and a label with a number of its own in their titles: `3. OBJECTIVE 2: …` over `3.1
 * Action 4: …`. The label tells what they are. By index.
 */
export function titledParts(parts: readonly Part[]): Map<number, 'strategy' | 'task'> {
  const byLabel = new Map<
    string,
    { readonly index: number; readonly kind: 'strategy' | 'task'; readonly number: string }[]
  >();
  parts.forEach((part, index) => {
    const isMarked = isNumeral(part) || part.marker?.style === 'bullet';
    const found = isMarked && !part.echo ? titleLabel(part.title) : null;
    if (found === null || found.kind === null || found.kind === 'section') return;
    const kind = found.kind === 'strategy' ? 'strategy' : 'task';
    gather(byLabel, found.label, { index, kind, number: found.number });
  });
  const kinds = new Map<number, 'strategy' | 'task'>();
  const taken = new Set<string>();
  // Of two labels of a kind one is the other in the text's second language, or names something else.
  for (const members of [...byLabel.values()].sort((a, b) => b.length - a.length)) {
    const { kind } = members[0]!;
    const numbers = new Set(members.map(({ number }) => number));
    // `Article 3`, `Task 3` again and again: what comes back is no series.
    if (taken.has(kind) || numbers.size < fewest[kind] || numbers.size * 4 < members.length * 3) continue;
    taken.add(kind);
    for (const { index } of members) kinds.set(index, kind);
  }
  return kinds;
}
