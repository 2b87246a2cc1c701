import { byStart, overlaps } from '../text/span';
import type { Draft } from './recogniser';

/** Two lists of drafts as one, each in order; of two that stand at the same place that of `first` comes first. */
export function merged<T extends Draft>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (second.length === 0) return first;
  if (first.length === 0) return second;
  const both: T[] = [];
  let at = 0;
  for (const draft of second) {
    while (at < first.length && byStart(first[at]!, draft) <= 0) both.push(first[at++]!);
    both.push(draft);
  }
  while (at < first.length) both.push(first[at++]!);
  return both;
}

/**
 * Settles overlaps of drafts in order: of two that share words the longer stands, of two equal ones the earlier
 * recogniser's. A count stands only where nothing else does: `5 million won` is money, whatever noun comes after it.
 */
export function settle(drafts: readonly Draft[]): readonly Draft[] {
  let apart = 1;
  while (apart < drafts.length && !overlaps(drafts[apart - 1]!, drafts[apart]!)) apart++;
  if (apart >= drafts.length) return drafts;
  const kept = drafts.slice(0, apart);
  for (let i = apart; i < drafts.length; i++) {
    const draft = drafts[i]!;
    const last = kept[kept.length - 1]!;
    if (!overlaps(last, draft)) kept.push(draft);
    else if (outranks(draft, last)) kept[kept.length - 1] = draft;
  }
  return kept;
}

function outranks(later: Draft, earlier: Draft): boolean {
  if ((later.kind === 'count') !== (earlier.kind === 'count')) return earlier.kind === 'count';
  return later.end - later.start > earlier.end - earlier.start;
}
