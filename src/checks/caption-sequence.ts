import { captionsOf, type Caption } from '../outline/caption';
import type { PlanFacts } from '../plan';
import type { Check } from './check';
import { onceInSteps } from '../text/once';
import type { Steps } from '../text/steps';
import { toSeries, type Series } from './series';
import { namedParts, slipFindings } from './slip';
import { isSound } from './task-sequence';

export const captionSequence: Check = {
  code: 'caption-sequence',
  says: 'The captions of tables and figures are numbered one after another.',
  because: 'References lead to the wrong table when a caption has the wrong number.',
  severity: 'info',
  examples: [
    {
      wrong: '**Table 1. Budget**\n\n| a | b |\n| - | - |\n\n**Table 3. Posts**\n\n| a | b |\n| - | - |\n',
      right: '**Table 1. Budget**\n\n| a | b |\n| - | - |\n\n**Table 2. Posts**\n\n| a | b |\n| - | - |\n',
    },
  ],
  reads: [
    'Tables, figures, charts, boxes, 표 and 그림 each have their own series; `Table 2-1` and `Table C1` begin anew with each chapter.',
  ],
  *find(plan, t) {
    const series = (yield* captionSeries.inSteps(plan)).filter(({ slips }) => slips.length > 0);
    if (series.length === 0) return;
    const named = yield* namedParts.inSteps(plan);
    for (const one of series) {
      if (!isSound(one)) continue;
      const slips = one.slips.filter(({ kind }) => kind !== 'start');
      yield* slipFindings({ ...one, slips }, named, t);
    }
  },
};

/** The captions of a document as series, one a label and chapter; the second language of a pair counts once. */
export const captionSeries = onceInSteps(function* (plan: PlanFacts): Steps<readonly Series[]> {
  const byLabel = new Map<string, Caption[]>();
  for (const caption of yield* captionsOf.inSteps(plan.blocks)) {
    const parts = /^(.+)[-.][^-.]*$|^([A-H])\d/.exec(caption.number);
    const key = `${caption.label}|${parts?.[1] ?? parts?.[2] ?? ''}`;
    const list = byLabel.get(key) ?? [];
    byLabel.set(key, list);
    list.push(caption);
  }
  return [...byLabel.values()].flatMap((captions) => {
    const markers = captions.map(({ start, end, text }) => ({ start, end, text, node: null }));
    return toSeries('caption', markers) ?? [];
  });
});
