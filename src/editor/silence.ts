import type { Finding } from '../checks/check';
import type { Edit } from '../edits/edit';
import type { Plan } from '../plan';

/**
 * The edits that silence a finding where it stands, by comments around its block; undefined where no comment may stand
 * (plain text, list items, quotations): there the finding is named in the settings.
 */
export function silencingEdits(plan: Plan, finding: Finding): Edit[] | undefined {
  if (plan.format !== 'markdown') return undefined;
  const block = plan.blocks.findLast(({ start }) => start <= finding.start);
  if (block === undefined || !['heading', 'paragraph', 'table'].includes(block.kind) || block.indent > 0) {
    return undefined;
  }
  const eol = plan.source.includes('\r\n') ? '\r\n' : '\n';
  const start = plan.source.lastIndexOf('\n', block.start - 1) + 1;
  if (!plan.source.slice(block.start, block.end).includes('\n')) {
    return [{ start, end: start, newText: `<!-- planlint-disable-next-line ${finding.code} -->${eol}` }];
  }
  const lineEnd = plan.source.indexOf('\n', block.end - 1);
  const end = lineEnd < 0 ? plan.source.length : lineEnd + 1;
  const before = lineEnd < 0 ? eol : '';
  return [
    { start, end: start, newText: `<!-- planlint-disable ${finding.code} -->${eol}${eol}` },
    { start: end, end, newText: `${before}${eol}<!-- planlint-enable ${finding.code} -->${eol}` },
  ];
}
