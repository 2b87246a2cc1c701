import { walk, type Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import type { Check } from './check';

export const emptyTask: Check = {
  code: 'empty-task',
  says: 'Every task names an amount, a date or a body in charge.',
  because: 'A task without any of them can be neither begun nor judged.',
  severity: 'hint',
  off: true,
  examples: [
    {
      wrong:
        '# Work plan 2026\n\n## Task 1: Wells\n\nWe strive for better wells.\n\n## Task 2: Quays\n\nQuays are mended by May 2026.\n',
      right:
        '# Work plan 2026\n\n## Task 1: Wells\n\nWe map all wells by June 2026.\n\n## Task 2: Quays\n\nQuays are mended by May 2026.\n',
    },
  ],
  reads: ['A body in charge is told by words such as Ministry, Agency, Department, 부, 청, 과, 담당.'],
  *find(plan, t) {
    const tasks: Node[] = [];
    walk(plan.outline, (node) => {
      if (node.kind === 'task' && !node.doubtful) tasks.push(node);
    });
    for (const task of tasks) {
      if (isBacked(plan, task)) continue;
      yield {
        ...task.heading,
        message: t('“{0}” names no amount, no date and no body in charge.', task.title.slice(0, 60)),
      };
    }
  },
};

const body =
  /\b(?:Ministr(?:y|ies)|Agency|Department|Office|Bureau|Council|Commission|Board|Authority|Institute|Directorate|Secretariat|Unit|Division)\b|담당|주관|소관|[가-힣]{2,8}(?:부|처|청|실|국|과|원|센터|위원회|공단|진흥원)(?=[은는이가에의,)\s(]|$)/;

function isBacked(plan: PlanFacts, { start, end, heading }: Node): boolean {
  const figures = plan.figures.some(
    (figure) => figure.start >= start && figure.end <= end && (figure.kind === 'amount' || figure.kind === 'date'),
  );
  return figures || body.test(plan.source.slice(heading.end, end));
}
