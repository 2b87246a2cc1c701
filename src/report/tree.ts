import type { Translate } from '../checks/check';
import type { Figure } from '../figures/figure';
import { walk, type Node } from '../outline/outline';
import type { PlanReport } from '../plan';
import type { Paint } from './paint';
import { fit, padEnd, widthOf } from './width';

/**
 * The outline of a plan for a person: an indented tree, under each node the amounts and dates that stand in it and in
 * none of its parts. `columns` is the width of the screen; Infinity cuts nothing.
 *
 *     Work plan for 2024
 *     4 strategies, 12 tasks · plan.md
 *
 *     1  Creating a research hub
 *        First   strengthen the foundation for cooperation
 *        Second  expand support for young researchers
 *                KRW 216.4 billion · KRW 270.2 billion   2023 · 2024
 */
export function outlineTree(plan: PlanReport, paint: Paint, columns: number, t: Translate): string {
  const own = figuresByNode(plan);
  const head = plan.title === null ? [] : [paint.bold(fit(plan.title, columns))];
  const lines = [...head, paint.dim(`${counts(plan, t)} · ${plan.path}`), ''];
  const print = (nodes: readonly Node[], indent: number, path: string): void => {
    const markers = Math.max(0, ...nodes.map((node) => widthOf(node.marker ?? '')));
    nodes.forEach((node, index) => {
      const here = `${path}/${index}`;
      const lead = ' '.repeat(indent);
      const marker = markers === 0 ? '' : `${padEnd(node.marker ?? '', markers)}  `;
      const title = fit(node.title, Math.max(20, columns - indent - widthOf(marker)));
      lines.push(
        `${lead}${paint.dim(marker)}${indent === 0 ? paint.bold(title) : title}${node.doubtful ? paint.dim(' (?)') : ''}`,
      );
      const figures = figureLine(own.get(here) ?? [], paint);
      const inside = indent + widthOf(marker);
      if (figures !== '') lines.push(`${' '.repeat(inside)}${figures}`);
      print(node.children, indent + 3, here);
      if (indent === 0 && index < nodes.length - 1) lines.push('');
    });
  };
  print(plan.outline, 0, '');
  if (plan.outline.length === 0) lines.push(t('No strategies or tasks were recognised.'));
  if (isDoubtful(plan))
    lines.push('', paint.dim(t('(?) The structure is doubtful here; its numbers are not checked.')));
  return `${lines.join('\n')}\n`;
}

function isDoubtful({ outline }: PlanReport): boolean {
  let found = false;
  walk(outline, ({ doubtful }) => (found ||= doubtful));
  return found;
}

/** `4 strategies, 12 tasks` */
function counts({ outline }: PlanReport, t: Translate): string {
  let strategies = 0;
  let tasks = 0;
  walk(outline, ({ kind }) => {
    if (kind === 'strategy') strategies++;
    else if (kind === 'task') tasks++;
  });
  return [
    strategies === 1 ? t('{0} strategy', strategies) : t('{0} strategies', strategies),
    tasks === 1 ? t('{0} task', tasks) : t('{0} tasks', tasks),
  ].join(', ');
}

/** Figures by the index path of their innermost node, written `/1/0`. */
function figuresByNode({ figures }: PlanReport): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.node === null) continue;
    const key = figure.node.map((index) => `/${index}`).join('');
    const list = found.get(key);
    if (list === undefined) found.set(key, [figure]);
    else list.push(figure);
  }
  return found;
}

/** Amounts, then dates, each mention once, in the text's own words. */
function figureLine(figures: readonly Figure[], paint: Paint): string {
  const mentions = (kind: Figure['kind']): string =>
    [...new Set(figures.filter((figure) => figure.kind === kind).map((figure) => figure.text))].join(' · ');
  return [paint.green(mentions('amount')), paint.cyan(mentions('date'))].filter((part) => part !== '').join('   ');
}
