import type { Translate } from '../checks/check';
import type { Figure } from '../figures/figure';
import { nodeAt } from '../outline/outline';
import { linesOf, placeAt } from '../text/lines';
import type { PlanReport } from '../plan';
import type { Paint } from './paint';
import { valueOf } from './value';
import { fit, padEnd, widthOf } from './width';

/** The figures of one plan for a person, in aligned columns. `columns` is the width of the screen. */
export function figureTable(
  plan: PlanReport,
  figures: readonly Figure[],
  paint: Paint,
  columns: number,
  t: Translate,
): string {
  const lines = linesOf(plan.source);
  const head = [t('Place'), t('Kind'), t('Figure'), t('Value'), t('Part')];
  const rows = figures.map((figure) => {
    const { line, column } = placeAt(lines, figure.start);
    return [
      `${line + 1}:${column + 1}`,
      kindName(figure.kind, t),
      fit(figure.text, 40),
      fit(valueOf(figure), 44),
      partOf(plan, figure),
    ];
  });
  const widths = head.map((_, index) => Math.max(...[head, ...rows].map((row) => widthOf(row[index]!))));
  const before = widths.slice(0, 4).reduce((sum, width) => sum + width + 2, 0);
  const print = (row: readonly string[]): string =>
    [
      ...row.slice(0, 4).map((cell, index) => padEnd(cell, widths[index]!)),
      fit(row[4]!, Math.max(16, columns - before)),
    ]
      .join('  ')
      .trimEnd();
  return `${[paint.bold(print(head)), ...rows.map(print)].join('\n')}\n`;
}

/** The name of a kind of figure in the interface's language. */
export function kindName(kind: Figure['kind'], t: Translate): string {
  switch (kind) {
    case 'amount':
      return t('amount');
    case 'date':
      return t('date');
    case 'percent':
      return t('percent');
    case 'count':
      return t('count');
    case 'change':
      return t('change');
  }
}

/** The part of the plan that a figure stands in: its innermost strategy, task or measure. Empty outside all. */
export function partOf({ outline }: PlanReport, { node }: Figure): string {
  const found = node === null ? undefined : nodeAt(outline, node);
  return found === undefined ? '' : [found.marker, found.title].filter(Boolean).join(' ');
}
