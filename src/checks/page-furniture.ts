import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import type { Check, Fix, Translate } from './check';

export const pageFurniture: Check = {
  code: 'page-furniture',
  says: 'The plan holds its own text and nothing of the page from which it was copied.',
  because: 'Menus, page numbers and licence lines end up in the printed plan.',
  severity: 'hint',
  examples: [],
  reads: ['Menus, breadcrumbs, licence lines and page numbers; they are read for nothing else.'],
  *find(plan, t) {
    for (const { start, end, lines } of runsOf(plan)) {
      yield {
        start,
        end,
        message: t('Lines of the page from which the text was copied: {0}.', lines.slice(0, 3).join(' · ')),
        fixes: waysOut(plan, { start, end }, t),
      };
    }
  },
};

/** Furniture that stands together is one finding. */
function runsOf(plan: PlanFacts): (Span & { lines: string[] })[] {
  const runs: { start: number; end: number; lines: string[]; last: number }[] = [];
  for (const [index, block] of plan.blocks.entries()) {
    if (block.kind !== 'furniture') continue;
    const shown = plan.source.slice(block.start, block.end).replace(/\s+/g, ' ').trim();
    if (shown === '') continue;
    const run = runs.at(-1);
    if (run !== undefined && run.last === index - 1) {
      run.end = block.end;
      run.last = index;
      run.lines.push(shown);
    } else runs.push({ start: block.start, end: block.end, lines: [shown], last: index });
  }
  return runs;
}

/** In Markdown a comment keeps the lines and hides them; elsewhere they can only go. */
function waysOut({ source, format }: PlanFacts, span: Span, t: Translate): Fix[] {
  let { start, end } = span;
  while (end < source.length && /\s/.test(source[end]!)) end++;
  // At the end of the text the space before goes with it.
  if (end === source.length) while (start > 0 && /\s/.test(source[start - 1]!)) start--;
  const remove = {
    title: t('Remove the lines'),
    preferred: format === 'text',
    edits: [{ start, end, newText: '' }],
  };
  const text = source.slice(span.start, span.end);
  if (format === 'text' || text.includes('-->')) return [{ ...remove, preferred: true }];
  const comment = {
    title: t('Set the lines apart in a comment'),
    preferred: true,
    edits: [
      { start: span.start, end: span.start, newText: '<!--\n' },
      { start: span.end, end: span.end, newText: '\n-->' },
    ],
  };
  return [comment, { ...remove, preferred: false }];
}
