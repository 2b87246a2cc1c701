import { titleLabel, type TitleLabel } from '../outline/titled';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { onceInSteps } from '../text/once';
import { sourceSpan } from '../text/reading';
import { rests, type Steps } from '../text/steps';
import { toSeries, type Marker, type Series } from './series';

/** Fewer labels are no series. */
const fewest = 4;

/**
 * `2.1 Deliverable 1: …`, `3.1 Deliverable 4: …`: labels with numbers of their own behind a section's number. `isPart`: the
 * label names parts of a plan; `isListed`: they stand behind bullets, `- 과제 3 …`, where a list may name some of them only.
 */
export const titledSeries = onceInSteps(function* (
  plan: PlanFacts,
): Steps<readonly { readonly isPart: boolean; readonly isListed: boolean; readonly series: Series }[]> {
  const byLabel = new Map<string, Run[]>();
  const rest = rests();
  for (const block of plan.blocks) {
    if (rest()) yield;
    const mark = block.mark?.text ?? '';
    const isListed = /^[-*•○●◦▪■□]$/.test(mark);
    if ((!isListed && !/^\d{1,2}(?:\.\d{1,2})*\.?$/.test(mark)) || !isRead(block)) continue;
    const found = titleLabel(block.reading.text);
    if (found === null || !/\d/.test(found.number) || (isListed && !/^[가-힣]/.test(found.label))) continue;
    const span = sourceSpan(block.reading, 0, found.length);
    const marker = { text: plan.source.slice(span.start, span.end), node: null, ...span };
    const key = `${found.label}${isListed ? '|' : ''}`;
    const runs = byLabel.get(key) ?? [];
    byLabel.set(key, runs);
    // Labels may begin anew in each chapter.
    if (runs.length === 0 || found.number === '1') runs.push({ isPart: isPart(found), isListed, markers: [] });
    runs.at(-1)!.markers.push(marker);
  }
  return [...byLabel.values()].flat().flatMap(({ isPart, isListed, markers }) => {
    const series = markers.length < fewest ? null : toSeries('item', markers);
    return series === null ? [] : [{ isPart, isListed, series }];
  });
});

/** Labels that count on from the first. */
interface Run {
  readonly isPart: boolean;
  readonly isListed: boolean;
  readonly markers: Marker[];
}

const isPart = ({ kind }: TitleLabel): boolean => kind !== null && kind !== 'section';
