import * as vscode from 'vscode';
import type { Finding } from '../checks/check';
import { labelOf } from '../outline/label';
import { pathAt, type Node } from '../outline/outline';
import type { Attention, Focus } from './focus';
import { shortTotals } from './money';
import { movingByHand, registerMove } from './move';
import type { Plans } from './plans';
import { escaped, linkTo, linkedMarkdown, revealing } from './reveal';

/** The view “Plan”: strategies, tasks and measures, with what each of them says in figures. */
export function registerPlanView(plans: Plans, focus: Focus): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let entries: readonly Entry[] = [];
  let order: Order = 'document';

  const provider: vscode.TreeDataProvider<Entry> = {
    onDidChangeTreeData: changed.event,
    getChildren: (entry) => [...sorted((entry ? entry.children : entries) as Entry[], order)],
    getParent: (entry) => entry.parent,
    getTreeItem: itemOf,
  };
  const view = vscode.window.createTreeView('planlint.plan', {
    treeDataProvider: provider,
    dragAndDropController: movingByHand(plans),
    showCollapseAll: true,
  });

  const refresh = () => {
    const { current } = focus;
    entries = current ? entriesOf(current, current.plan.outline, undefined) : [];
    const count = current?.plan.findings.length ?? 0;
    view.description = current?.plan.title ?? '';
    view.badge = count === 0 ? undefined : { value: count, tooltip: findingsLabel(count) };
    view.message = current && entries.length === 0 ? vscode.l10n.t('No strategies or tasks found.') : '';
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
    if (moving) return;
    moving = true;
    for (let last = view.selection[0]; view.visible && wanted !== undefined && wanted !== last;) {
      last = wanted;
      await Promise.resolve(view.reveal(last, { select: true, focus: false })).catch(() => undefined); // replaced meanwhile
    }
    moving = false;
  };

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
    vscode.commands.registerCommand('planlint.copyOutline', async (entry?: Entry) => {
      const plan = (entry?.attention ?? focus.current)?.plan;
      if (plan === undefined) return;
      await vscode.env.clipboard.writeText(outlineAsMarkdown(entry ? [entry.node] : plan.outline, plan.language));
    }),
  );
}

/** One row: a node of the outline, where it stands in the tree, and what was found in it. */
export interface Entry {
  readonly node: Node;
  readonly path: readonly number[];
  readonly parent: Entry | undefined;
  readonly children: readonly Entry[];
  readonly attention: Attention;
  readonly findings: readonly Finding[];
}

function entriesOf(attention: Attention, nodes: readonly Node[], parent: Entry | undefined): Entry[] {
  return nodes.map((node, index) => {
    const entry: Entry & { children: readonly Entry[] } = {
      node,
      path: [...(parent?.path ?? []), index],
      parent,
      attention,
      children: [],
      findings: attention.plan.findings.filter(({ start }) => start >= node.start && start < node.end),
    };
    entry.children = entriesOf(attention, node.children, entry);
    return entry;
  });
}

function entryAt(entries: readonly Entry[], path: readonly number[]): Entry | undefined {
  const [first, ...rest] = path;
  const entry = first === undefined ? undefined : entries[first];
  return entry && (rest.length === 0 ? entry : entryAt(entry.children, rest));
}

async function itemOf({ node, path, children, findings, attention }: Entry): Promise<vscode.TreeItem> {
  const opens = node.kind === 'strategy' || node.kind === 'section';
  const label = numberOf(node) + (await labelOf(node));
  const item = new vscode.TreeItem(
    label,
    children.length === 0
      ? vscode.TreeItemCollapsibleState.None
      : opens
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed,
  );
  const { plan } = attention;
  const parts = [shortTotals(node.totals, plan.language), findings.length === 0 ? '' : findingsLabel(findings.length)];
  item.id = `${attention.document.uri.toString()}#${path.join('.')}`;
  item.description = parts.filter((part) => part !== '').join(' · ');
  item.tooltip = tooltipOf({ node, findings, attention });
  item.iconPath = iconOf(node, findings);
  item.contextValue = node.kind;
  item.command = revealing(attention.document, node.heading);
  item.accessibilityInformation = {
    label: [kindLabel(node), label, ...parts].filter((part) => part !== '').join(', '),
  };
  return item;
}

/** A node as one line, its number as written where that is short: `7. Digital health`, `Ⅱ. 추진 과제`. */
export const headlineOf = (node: Node): string => {
  const text = (node.title === '' ? node.lead : node.title).replace(/\s+/g, ' ');
  return numberOf(node) + (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);
};

function numberOf({ ordinal, marker }: Node): string {
  const written = marker !== null && marker.length <= 4 && !/[A-Za-z]{2}|째/.test(marker);
  return written ? `${marker} ` : ordinal === null ? '' : `${ordinal}. `;
}

function kindLabel({ kind, ordinal }: Node): string {
  const number = ordinal ?? '';
  switch (kind) {
    case 'strategy':
      return vscode.l10n.t('Strategy {0}', number).trim();
    case 'task':
      return vscode.l10n.t('Task {0}', number).trim();
    case 'measure':
      return vscode.l10n.t('Measure {0}', number).trim();
    case 'section':
      return vscode.l10n.t('Section');
  }
}

const icons = {
  strategy: 'milestone',
  task: 'tasklist',
  measure: 'debug-stackframe-dot',
  section: 'list-tree',
} as const;

function iconOf({ kind }: Node, findings: readonly Finding[]): vscode.ThemeIcon {
  const color = findings.some(({ severity }) => severity === 'error')
    ? new vscode.ThemeColor('list.errorForeground')
    : findings.some(({ severity }) => severity === 'warning')
      ? new vscode.ThemeColor('list.warningForeground')
      : undefined;
  return new vscode.ThemeIcon(icons[kind], color);
}

/** `2 findings`, in the interface's language. */
export const findingsLabel = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);

function tooltipOf({
  node,
  findings,
  attention,
}: Pick<Entry, 'node' | 'findings' | 'attention'>): vscode.MarkdownString {
  const { document, plan } = attention;
  const figures = plan.figures.filter(({ start }) => start >= node.start && start < node.end);
  const dates = figures.filter(({ kind }) => kind === 'date').slice(0, 6);
  const lines = [
    `**${escaped(headlineOf(node))}**`,
    node.lead === '' || node.lead === node.title ? '' : escaped(node.lead),
    node.totals.length === 0 ? '' : `$(credit-card) ${escaped(shortTotals(node.totals, plan.language))}`,
    dates.length === 0 ? '' : `$(calendar) ${dates.map(({ text }) => escaped(text)).join(' · ')}`,
    ...findings.slice(0, 8).map((finding) => `$(warning) ${linkTo(document, finding, finding.message)}`),
  ];
  return linkedMarkdown(lines.filter((line) => line !== '').join('\n\n'));
}

/** The tree as a nested Markdown list, amounts included. */
export function outlineAsMarkdown(nodes: readonly Node[], language: string, depth = 0): string {
  return nodes
    .map((node) => {
      const totals = shortTotals(node.totals, language);
      const line = `${'  '.repeat(depth)}- ${headlineOf(node)}${totals === '' ? '' : ` (${totals})`}\n`;
      return line + outlineAsMarkdown(node.children, language, depth + 1);
    })
    .join('');
}

type Order = 'document' | 'amount' | 'date' | 'findings';

const orders = (chosen: Order): (vscode.QuickPickItem & { order: Order })[] =>
  (
    [
      ['document', vscode.l10n.t('Place in the document')],
      ['amount', vscode.l10n.t('Amount, largest first')],
      ['date', vscode.l10n.t('Date, earliest first')],
      ['findings', vscode.l10n.t('Findings, most first')],
    ] as const
  ).map(([order, label]) => ({ order, label: order === chosen ? `$(check) ${label}` : label }));

function sorted(entries: readonly Entry[], order: Order): readonly Entry[] {
  switch (order) {
    case 'document':
      return entries;
    case 'amount':
      return [...entries].sort((a, b) => largest(b.node) - largest(a.node));
    case 'date':
      return [...entries].sort((a, b) => (earliest(a) < earliest(b) ? -1 : earliest(a) > earliest(b) ? 1 : 0));
    case 'findings':
      return [...entries].sort((a, b) => b.findings.length - a.findings.length);
  }
}

const largest = ({ totals }: Node): number => Math.max(0, ...totals.map(({ value }) => value));

/** The first day that the node speaks of, as an ISO date; after all others where it names none. */
function earliest({ node, attention }: Entry): string {
  const days = attention.plan.figures.flatMap((figure) =>
    figure.kind === 'date' && figure.start >= node.start && figure.start < node.end
      ? [figure.from ?? figure.to ?? '9999']
      : [],
  );
  return days.sort()[0] ?? '9999';
}
