import * as vscode from 'vscode';
import { pathAt } from '../outline/outline';
import { outlineAsMarkdown } from '../report/outline-list';
import { taskSheet } from '../report/task-sheet';
import { entriesOf, entryAt, type Entries, type Entry } from './entry';
import { chooseFilter, visible, type Filter } from './entry-filter';
import { orders, sorted, type Order } from './entry-order';
import type { Focus } from './focus';
import { nameOf, type Labels } from './labels';
import { movingByHand, registerMove } from './move';
import { findingsLabel, itemOf, listedCount } from './plan-item';
import type { Plans } from './plans';
import { halfOf, shownLanguage } from './shown-language';

/** The view “Plan”: strategies, tasks and measures, with what each of them says in figures. */
export function registerPlanView(plans: Plans, focus: Focus, label: Labels): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let known: Entries = new Map();
  let entries: readonly Entry[] = [];
  let order: Order = 'document';
  let filter: Filter | undefined;

  const provider: vscode.TreeDataProvider<Entry> = {
    onDidChangeTreeData: changed.event,
    getChildren: (entry) => [...sorted(visible(entry ? entry.children : entries, filter), order)],
    getParent: (entry) => entry.parent,
    getTreeItem: async (entry) =>
      itemOf(entry, await nameOf(entry.node, entry.attention.plan, label), filter !== undefined),
  };
  const view = vscode.window.createTreeView('planlint.plan', {
    treeDataProvider: provider,
    dragAndDropController: movingByHand(plans),
    canSelectMany: true,
    showCollapseAll: true,
  });

  const refresh = () => {
    const { current } = focus;
    const { all, uppermost } = current ? entriesOf(current, known) : { all: new Map(), uppermost: [] };
    known = all;
    entries = uppermost;
    const count = listedCount(current?.plan.findings ?? []);
    view.description = current ? halfOf(current.plan.title ?? '', current.plan) : '';
    view.badge = count === 0 ? undefined : { value: count, tooltip: findingsLabel(count) };
    view.message = current ? messageFor(entries, filter) : '';
    changed.fire(undefined);
    void follow();
  };

  let wanted: Entry | undefined;
  let moving = false;

  /** One after another, because a later reveal may otherwise be overtaken by an earlier one. */
  const follow = async () => {
    const { current } = focus;
    const path = current && pathAt(current.plan.outline, current.offset);
    wanted = path ? entryAt(entries, path) : undefined;
    if (wanted && visible([wanted], filter).length === 0) wanted = undefined;
    if (moving) return;
    moving = true;
    for (let last = view.selection[0]; view.visible && wanted !== undefined && wanted !== last;) {
      last = wanted;
      await Promise.resolve(view.reveal(last, { select: true, focus: false })).catch(() => undefined); // replaced meanwhile
    }
    moving = false;
  };

  const show = (chosen: Filter | undefined) => {
    filter = chosen;
    void vscode.commands.executeCommand('setContext', 'planlint.filtered', filter !== undefined);
    refresh();
  };

  /** What a copying command is about: the rows of the menu, the selected ones, or the whole plan. */
  const nodesFor = (entry: Entry | 'selected' | undefined, several: readonly Entry[] | undefined) => {
    const rows = entry === 'selected' ? view.selection : (several ?? (entry ? [entry] : []));
    const uppermost = rows.filter((row) => !isUnderOneOf(row, rows)).sort((a, b) => a.node.start - b.node.start);
    const plan = (uppermost[0]?.attention ?? focus.current)?.plan;
    return plan && { plan, nodes: uppermost.length > 0 ? uppermost.map(({ node }) => node) : plan.outline };
  };
  const copying = (command: string, write: (given: NonNullable<ReturnType<typeof nodesFor>>) => string) =>
    vscode.commands.registerCommand(command, async (entry?: Entry | 'selected', several?: readonly Entry[]) => {
      const given = nodesFor(entry, several);
      if (given) await vscode.env.clipboard.writeText(write(given));
    });

  refresh();
  return vscode.Disposable.from(
    changed,
    view,
    registerMove(plans, () => view.selection[0]),
    focus.onDidChange(refresh),
    focus.onDidMove(() => void follow()),
    view.onDidChangeVisibility(() => void follow()),
    vscode.commands.registerCommand('planlint.sortPlan', async () => {
      const picked = await vscode.window.showQuickPick(orders(order), { title: vscode.l10n.t('Sort the plan by') });
      if (picked === undefined) return;
      order = picked.order;
      refresh();
    }),
    vscode.commands.registerCommand('planlint.filterPlan', async () => {
      const chosen = await chooseFilter(filter);
      if (chosen !== undefined) show(chosen ?? undefined);
    }),
    vscode.commands.registerCommand('planlint.showAll', () => show(undefined)),
    copying('planlint.copyOutline', ({ plan, nodes }) => outlineAsMarkdown(nodes, shownLanguage(plan))),
    copying('planlint.copySheet', ({ plan, nodes }) => taskSheet(plan, nodes, vscode.l10n.t)),
  );
}

function isUnderOneOf({ parent }: Entry, rows: readonly Entry[]): boolean {
  return parent !== undefined && (rows.includes(parent) || isUnderOneOf(parent, rows));
}

/** Above the rows: that there are none, or why not all are there. */
function messageFor(entries: readonly Entry[], filter: Filter | undefined): string {
  if (entries.length === 0) return vscode.l10n.t('No strategies or tasks found.');
  if (filter === undefined) return '';
  return visible(entries, filter).length === 0
    ? vscode.l10n.t('No rows: {0}', filter.label)
    : vscode.l10n.t('Only rows: {0}', filter.label);
}
