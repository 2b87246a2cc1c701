import { byStart, overlaps } from '../text/span';
import type { Draft } from './recognise';

/** Settles overlaps: of two drafts that share words the longer stands, of two equal ones the earlier recogniser's. */
export function settle(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of [...drafts].sort(byStart)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, draft)) kept.push(draft);
    else if (draft.end - draft.start > last.end - last.start) kept[kept.length - 1] = draft;
  }
  return kept;
}
