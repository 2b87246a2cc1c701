import type { Finding } from '../../src/checks/check';
import type { Figure } from '../../src/figures/figure';
import { walk } from '../../src/outline/outline';
import type { Plan } from '../../src/plan';
import { widthOf } from '../../src/report/width';
import { linesOf, placeAt } from '../../src/text/lines';
import type { Span } from '../../src/text/span';
import { brief } from './brief';

/**
 * What is made of a plan, to be read by a person and compared by a test: the outline, then every line of the source
 * that holds a figure or a finding, with carets under it. `…` after carets: the mention goes on in the next line.
 *
 *        9| Power lines cost KRW 3 billion in 2026.
 *                            ^^^^^^^^^^^^^ amount KRW 3000000000
 */
export function pictured(plan: Plan): string {
  const { year, language, isPlan, title, findings, figures } = plan;
  const head = `year ${year ?? '?'} · ${language} · ${isPlan ? 'a plan' : 'no plan'} · ${title ?? 'no title'}`;
  return `${[head, '', ...outlineLines(plan), '', ...markedLines(plan, [...figures, ...findings])].join('\n')}\n`;
}

function outlineLines({ outline, declared }: Plan): string[] {
  const lines = declared.map(({ what, value, noun }) => `declared: ${value} ${noun} (${what})`);
  walk(outline, ({ kind, ordinal, marker, title }, path) => {
    const number = ordinal === null ? '' : ` ${ordinal}`;
    lines.push(`${'  '.repeat(path.length - 1)}${kind}${number}: ${marker === null ? '' : `[${marker}] `}${title}`);
  });
  return lines;
}

function markedLines(plan: Plan, marks: readonly (Figure | Finding)[]): string[] {
  const lines = linesOf(plan.source);
  const lineOf = (span: Span): number => placeAt(lines, span.start).line;
  const shown: string[] = [];
  let last = -1;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const line = lineOf(mark);
    const from = lines.starts[line]!;
    const text = plan.source.slice(from, lines.starts[line + 1] ?? plan.source.length).replace(/[\r\n]+$/, '');
    if (line !== last) shown.push(`${String(line + 1).padStart(4)}| ${text}`);
    last = line;
    const before = widthOf(text.slice(0, mark.start - from));
    const goesOn = mark.end > from + text.length;
    const length = Math.max(1, widthOf(text.slice(mark.start - from, mark.end - from)));
    const carets = `${' '.repeat(6 + before)}${'^'.repeat(length)}${goesOn ? '…' : ''}`;
    if ('code' in mark) {
      shown.push(`${carets} ${mark.severity} ${mark.code}: ${mark.message}`);
      for (const fix of mark.fixes) shown.push(`${' '.repeat(6 + before)}${fix.preferred ? '→' : '–'} ${fix.title}`);
    } else shown.push(`${carets} ${mark.kind} ${brief(mark)}`);
  }
  return shown;
}
