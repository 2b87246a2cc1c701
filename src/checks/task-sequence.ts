import type { PlanFacts } from '../plan';
import type { InTurns } from '../text/steps';
import type { Check, Draft, Translate } from './check';
import { partsInRows } from './parts-in-rows';
import type { Slip } from './sequence';
import { outlineSeries, type Series } from './series';
import { namedParts, slipFindings, standsElsewhere } from './slip';
import { shortLabels } from './short-labels';
import { titledSeries } from './titled-series';

export const taskSequence: Check = {
  code: 'task-sequence',
  says: 'The tasks of a plan are numbered one after another.',
  because: 'A number that is missing or stands twice makes every reference to a task doubtful.',
  severity: 'warning',
  examples: [
    {
      wrong:
        '# Work plan 2026\n\nThe plan has three tasks.\n\nFirst, the ministry will build roads.\n\nSecond, it will mend bridges.\n\nSecond, it will plant trees.\n',
      right:
        '# Work plan 2026\n\nThe plan has three tasks.\n\nFirst, the ministry will build roads.\n\nSecond, it will mend bridges.\n\nThird, it will plant trees.\n',
    },
  ],
  reads: [
    'Numbers are read in any style: “First”, “Task 3”, “3.”, “③”, “셋째”, “과제 3”, “Ⅲ.”.',
    'Labels of letters that the plan has made for its parts (`WP1`, `KA 2`); a gap among them is left alone.',
    'Tables that number the actions of a plan which has them nowhere else (`No. | Action`).',
    'A series may run through all strategies or begin anew in each; the document shows which.',
    '“Lastly” closes a series and has the number that its place gives.',
  ],
  *find(plan, t) {
    yield* inTitles(plan, t);
    yield* inShortLabels(plan, t);
    yield* inRows(plan, t);
    const series = (yield* outlineSeries.inSteps(plan)).filter(
      (one) => one.slips.length > 0 && isOfTasks(one) && !one.members.some((member) => goesOn(plan, member)),
    );
    if (series.length === 0) return;
    const named = yield* namedParts.inSteps(plan);
    for (const one of series) {
      if (!isSound(one)) continue;
      for (const draft of slipFindings(
        { ...one, slips: one.slips.filter((slip) => isTold(one, slip) && !standsElsewhere(plan, one, slip)) },
        named,
        t,
      ))
        yield draft.data?.kind === 'start' ? { ...draft, severity: 'info' } : draft;
    }
  },
};

/** Actions that stand in tables alone, each with its number. */
function* inRows(plan: PlanFacts, t: Translate): InTurns<Draft> {
  for (const { series } of yield* partsInRows.inSteps(plan)) {
    if (series === null || series.slips.length === 0 || !isSound(series)) continue;
    yield* slipFindings(series, yield* namedParts.inSteps(plan), t);
  }
}

/** `3.1 Action 4: …` under `3. Objective 2: …`: the label has a number of its own behind the section's. */
function* inTitles(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const all = yield* titledSeries.inSteps(plan);
  if (all.every(({ isPart, series }) => !isPart || series.slips.length === 0)) return;
  const named = yield* namedParts.inSteps(plan);
  for (const { isPart, isListed, series } of all)
    if (isPart && isSound(series)) {
      const told = series.slips.filter(({ kind }) => (isListed ? kind === 'wrong' : kind !== 'start'));
      yield* slipFindings({ ...series, slips: told }, named, t);
    }
}

/** `WP1. Survey`, `WP2. Repair`, `WP4. Laboratory`, `WP4. School`; a gap alone may be a choice: `SDG 1, 2, 4`. */
function* inShortLabels(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const isTold = ({ kind }: Slip): boolean => kind === 'wrong' || kind === 'repeat';
  const all = (yield* shortLabels.inSteps(plan)).filter((series) => series.slips.some(isTold) && isSound(series));
  if (all.length === 0) return;
  const named = yield* namedParts.inSteps(plan);
  for (const series of all) yield* slipFindings({ ...series, slips: series.slips.filter(isTold) }, named, t);
}

/** Tasks (but `2.3 Project 3`, numbered twice, is a section too), or measures that bear a label of their own: `Activity 3`. */
export const isOfTasks = ({ kind, members }: Series): boolean =>
  (kind === 'task' && !members.every(({ node }) => /^[A-Z][a-z]{2,} \d{1,2}\b/.test(node?.title ?? ''))) ||
  (kind === 'measure' && members.every(({ marker }) => /^[A-Z][a-z]{2,} \d/.test(marker)));

/** `Objective 1.A`: the number has a second part, which is what counts on. */
const goesOn = ({ source }: PlanFacts, { number }: Series['members'][number]): boolean =>
  number !== null && /^\.[A-Z\d]\b/.test(source.slice(number.end, number.end + 4));

/** A series that begins with its second number lacks its first; one that begins later is an excerpt. */
const isTold = ({ members }: Series, { kind, at }: Slip): boolean =>
  kind !== 'start' || (members[at[0]]?.number?.value === 2 && members.length >= 3);

/** A series with more slips than every third member is a selection of tasks, or no series at all. */
export function isSound({ members, slips }: Series): boolean {
  const inside = slips.filter(({ kind }) => kind !== 'start').length;
  return inside * 3 <= members.length || (inside === 1 && members.length === 2);
}
