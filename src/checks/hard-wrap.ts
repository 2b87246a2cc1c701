import { rewrapInSteps } from '../edits/rewrap';
import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import type { Check } from './check';

export const hardWrap: Check = {
  code: 'hard-wrap',
  says: 'A paragraph is one line; the editor wraps it.',
  because: 'Fixed line ends make every change ripple through the lines below, and comparisons with last year useless.',
  severity: 'hint',
  examples: [],
  reads: ['Plain text only, one finding a document: in Markdown a line end inside a paragraph is a matter of taste.'],
  *find(plan, t) {
    if (plan.format !== 'text') return;
    const wrapped = plan.blocks.filter(isWrapped);
    yield;
    const first = wrapped[0];
    if (first === undefined || wrapped.length < 3 || wrapped.length * 4 < prose(plan).length) return;
    const edits = yield* rewrapInSteps(plan);
    // Its first word only: what is wrong in the line itself has its own finding.
    const word = plan.source.slice(first.start, first.end).search(/\s/);
    yield {
      start: first.start,
      end: first.start + Math.max(1, word),
      message: t('{0} paragraphs are broken by fixed line ends.', wrapped.length),
      fixes: edits.length === 0 ? [] : [{ title: t('Put every paragraph on one line'), preferred: true, edits }],
      data: { paragraphs: wrapped.length },
    };
  },
};

const prose = ({ blocks }: PlanFacts): Block[] =>
  blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'item');

const isWrapped = (block: Block): boolean =>
  isRead(block) && block.table === null && (block.reading.joins?.length ?? 0) > 0;
