import * as vscode from 'vscode';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import type { Span } from '../text/span';
import { shortTotals } from '../report/money';
import { nameOf, type Labels } from './labels';
import type { Plans } from './plans';
import { shownLanguage } from './shown-language';
import { goTo, nextSpan } from './reveal';

/** Next and previous task, figure and finding, and the list of tasks to choose from. */
export const registerSteps = (plans: Plans, label: Labels): vscode.Disposable =>
  vscode.Disposable.from(
    ...(
      [
        ['Task', (plan: Plan) => tasksOf(plan).map(({ heading }) => heading)],
        ['Figure', (plan: Plan) => plan.figures.filter(({ kind }) => kind !== 'change')],
        ['Finding', (plan: Plan) => plan.findings],
      ] as const
    ).flatMap(([name, spansOf]) => [
      stepping(plans, `planlint.next${name}`, spansOf, 1),
      stepping(plans, `planlint.previous${name}`, spansOf, -1),
    ]),
    vscode.commands.registerTextEditorCommand('planlint.goToTask', async (editor) => {
      const plan = await plans.of(editor.document);
      if (plan === undefined) return;
      const picked = await vscode.window.showQuickPick(picksOf(plan, label), {
        title: vscode.l10n.t('Go to task'),
        matchOnDescription: true,
      });
      if (picked) goTo(editor, picked.node.heading);
    }),
  );

const stepping = (plans: Plans, command: string, spansOf: (plan: Plan) => readonly Span[], step: 1 | -1) =>
  vscode.commands.registerTextEditorCommand(command, async (editor) => {
    const plan = await plans.of(editor.document);
    const offset = editor.document.offsetAt(editor.selection.start);
    const target = plan && nextSpan(spansOf(plan), offset, step);
    if (target) goTo(editor, target);
  });

/** The tasks of the plan in order. */
export function tasksOf(plan: Plan): Node[] {
  const tasks: Node[] = [];
  walk(plan.outline, (node) => {
    if (node.kind === 'task') tasks.push(node);
  });
  return tasks;
}

async function picksOf(plan: Plan, label: Labels): Promise<(vscode.QuickPickItem & { node: Node })[]> {
  const nodes: Node[] = [];
  walk(plan.outline, (node) => {
    if (node.kind === 'strategy' || node.kind === 'task') nodes.push(node);
  });
  return Promise.all(
    nodes.map(async (node) => {
      const icon = node.kind === 'strategy' ? '$(milestone)' : '$(tasklist)';
      const name = `${icon} ${await nameOf(node, plan, label)}`;
      const money = node.kind === 'task' ? shortTotals(node.totals, shownLanguage(plan)) : '';
      return { node, label: name, description: money };
    }),
  );
}
