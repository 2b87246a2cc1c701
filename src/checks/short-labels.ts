import { eachNode } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import { sourceSpan } from '../text/reading';
import { rests, type Steps } from '../text/steps';
import { toSeries, type Marker, type Series } from './series';

/** Fewer labels are no series. */
const fewest = 4;

/** `WP1. Survey`, `SO 2: Clean rivers`, `KRA-3 – Staff`: letters of the plan's own and a number, set off from the title. */
const label = /^([A-Z]{2,4}|[I-Z])[ \u00a0-]?(\d{1,2})(?=\s?\([^()]{1,40}\)[.:]\s|[.:)]\s|\s[–—-]\s)/;

/** In a heading nothing needs to set it off: `## WP1 Survey`. */
const headingLabel = /^([A-Z]{2,4}|[I-Z])[ \u00a0-]?(\d{1,2})(?=\s[A-Z])/;

/** One label as it heads a block. */
interface Labelled {
  readonly value: number;
  readonly title: string;
  readonly marker: Marker;
}

/**
 * The labels that a plan has made of letters for its parts, where the outline does not have their numbers. They count from
 * the first to the last; a list that begins with a later one names some of them alone.
 */
export const shortLabels = onceInSteps(function* (plan: PlanFacts): Steps<readonly Series[]> {
  const inOutline = new Set<number>();
  yield* eachNode(plan.outline, ({ markerSpan }) => {
    if (markerSpan !== null) inOutline.add(markerSpan.start);
  });
  const runs = new Map<string, Labelled[][]>();
  const rest = rests();
  for (const block of plan.blocks) {
    if (rest()) yield;
    const found = labelOf(plan, block);
    if (found === null || inOutline.has(found.marker.start)) continue;
    const letters = found.marker.text.replace(/[^A-Z]/g, '');
    if (found.value === 1) gather(runs, letters, [found]);
    else runs.get(letters)?.at(-1)!.push(found);
  }
  return [...runs.values()].flat().flatMap((run) => {
    const series =
      run.length < fewest || isNamedAgain(run)
        ? null
        : toSeries(
            'task',
            run.map(({ marker }) => marker),
          );
    return series === null ? [] : [series];
  });
});

function labelOf({ source }: PlanFacts, block: Block): Labelled | null {
  if (block.table !== null || block.kind === 'furniture' || !isRead(block)) return null;
  const { text } = block.reading;
  const head = text.slice(0, 80);
  const match = label.exec(head) ?? (block.kind === 'heading' ? headingLabel.exec(head) : null);
  if (match === null) return null;
  const span = sourceSpan(block.reading, 0, match[0].length);
  return {
    value: Number(match[2]),
    title: text.slice(match[0].length, match[0].length + 40),
    marker: { text: source.slice(span.start, span.end), node: null, ...span },
  };
}

/** `SO1: …` under one heading and again under another: a part that is taken up once more. */
const isNamedAgain = (run: readonly Labelled[]): boolean =>
  new Set(run.map(({ value, title }) => `${value}${title}`)).size < run.length;
