import type { Check } from './check';
import type { PlanFacts } from '../plan';
import { outlineSeries, type Series } from './series';
import { namedParts, slipFindings, standsElsewhere } from './slip';
import { isOfTasks, isSound } from './task-sequence';

/** Measures in list items are a list (`list-sequence`), not headings; `3.2` is a section, headed or not. */
export const isList = ({ blocks }: PlanFacts, { kind, members }: Series): boolean =>
  kind === 'measure' &&
  (members.some(({ prefix }) => prefix === '') || new Set(members.map(({ prefix }) => prefix)).size > 1) &&
  members.every(({ node }) => node !== null && blocks[node.blocks[0]]?.kind !== 'heading');

export const sectionSequence: Check = {
  code: 'section-sequence',
  says: 'Numbered headings count on without a gap or a repeat.',
  because: 'A reader who meets 1.4 after 1.2 looks for what was taken out.',
  severity: 'warning',
  examples: [
    {
      wrong: '# Plan 2026\n\n## 1. Aims\n\nText.\n\n## 2. Means\n\nText.\n\n## 4. Outlook\n\nText.\n',
      right: '# Plan 2026\n\n## 1. Aims\n\nText.\n\n## 2. Means\n\nText.\n\n## 3. Outlook\n\nText.\n',
    },
  ],
  reads: [
    'Headings of any style: “1.2”, “Strategy 2”, “Ⅱ.”, “나.”, “제3장”. Numbers begin anew under each parent.',
    'A document that begins with a later section is an excerpt and no fault.',
  ],
  *find(plan, t) {
    const series = (yield* outlineSeries.inSteps(plan)).filter(
      (one) => one.slips.length > 0 && !isOfTasks(one) && !isList(plan, one),
    );
    if (series.length === 0) return;
    const named = yield* namedParts.inSteps(plan);
    for (const one of series) {
      if (!isSound(one)) continue;
      const slips = one.slips.filter((slip) => slip.kind !== 'start' && !standsElsewhere(plan, one, slip));
      yield* slipFindings({ ...one, slips }, named, t);
    }
  },
};
