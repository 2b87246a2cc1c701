import type { DateFigure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import type { Check } from './check';
import { datesIn, passages, sentenceAt } from './passage';

export const beyondPlan: Check = {
  code: 'beyond-plan',
  says: 'What the plan promises falls into the time for which it is made.',
  because: 'A promise for the years after is for the next plan to keep, and nobody may be asked about it.',
  severity: 'hint',
  examples: [
    {
      wrong: '# Water Strategy 2024–2028\n\nThe dam will be finished by the end of 2031.\n',
      right: '# Water Strategy 2024–2028\n\nThe dam will be finished by the end of 2027.\n',
    },
  ],
  reads: [
    'The time is the span of years in the plan’s title; only promises (“will”, “예정”) are looked at, no targets of other plans.',
  ],
  *find(plan, t) {
    const period = periodOf(plan);
    if (period === null) return;
    for (const passage of passages(plan)) {
      if (passage.cell !== null || passage.block.kind === 'heading') continue;
      for (const { figure, start } of datesIn(passage)) {
        const begins = figure.from ?? figure.to;
        if (begins === null || begins <= period.to! || figure.inferred) continue;
        const sentence = sentenceAt(passage, start);
        // `Publish the atlas by 31 March 2037`: a deadline years after the plan's end.
        const isDeadline = figure.relation === 'by' && Number(begins.slice(0, 4)) > Number(period.to!.slice(0, 4)) + 1;
        if (!isDeadline && !promises.test(passage.text.slice(sentence.start, sentence.end))) continue;
        yield {
          start: figure.start,
          end: figure.end,
          message: t('{0} lies beyond the time of the plan, {1}.', figure.text, period.text),
          related: [{ start: period.start, end: period.end, message: period.text }],
        };
      }
    }
  },
};

const promises = /\b(?:will|shall)\b|예정|할 계획|하겠|(?:한다|된다)[.\s]*$/;

/** The span of years in the title or the first heading. */
function periodOf(plan: PlanFacts): DateFigure | null {
  const head = plan.blocks.findIndex((block) => block.kind === 'heading');
  const found = plan.figures.find(
    (figure): figure is DateFigure =>
      figure.kind === 'date' && figure.block === head && figure.parts.length === 2 && figure.to !== null,
  );
  return found ?? null;
}
