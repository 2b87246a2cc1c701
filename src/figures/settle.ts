import { byStart, overlaps } from '../text/span';
import type { Draft } from './recogniser';

/**
 * Settles overlaps: of two drafts that share words the longer stands, of two equal ones the earlier recogniser's.
 * A count stands only where nothing else does: `5 million won` is money, whatever noun comes after it.
 */
export function settle(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length < 2) return drafts;
  const sorted = isInOrder(drafts) ? drafts : [...drafts].sort(byStart);
  const kept: Draft[] = [sorted[0]!];
  for (let i = 1; i < sorted.length; i++) {
    const draft = sorted[i]!;
    const last = kept[kept.length - 1]!;
    if (!overlaps(last, draft)) kept.push(draft);
    else if (outranks(draft, last)) kept[kept.length - 1] = draft;
  }
  return kept;
}

function isInOrder(drafts: readonly Draft[]): boolean {
  for (let i = 1; i < drafts.length; i++) if (byStart(drafts[i - 1]!, drafts[i]!) > 0) return false;
  return true;
}

function outranks(later: Draft, earlier: Draft): boolean {
  if ((later.kind === 'count') !== (earlier.kind === 'count')) return earlier.kind === 'count';
  return later.end - later.start > earlier.end - earlier.start;
}
