import * as vscode from 'vscode';
import { ownDay } from '../figures/clock';
import type { Figure } from '../figures/figure';
import { csvHead, csvLines } from '../report/csv';
import { shortMoney, shortPeriod } from '../report/money';
import { byQuarter, groupsBy, type Group, type Grouping, type Row } from './figure-group';
import { growth, wordsOf } from './figure-words';
import type { Attention, Focus } from './focus';
import { namesOf, type Labels } from './labels';
import { escaped, linkedMarkdown, showing } from './reveal';
import { shownLanguage } from './shown-language';

/** The views “Figures”, by kind, task or year, and “Dates”, by quarter. */
export function registerFigureViews(focus: Focus, label: Labels): vscode.Disposable {
  let grouping: Grouping = 'kind';
  const figures = registerGroups('planlint.figures', focus, label, (attention, names) =>
    groupsBy(grouping, attention, names),
  );
  const dates = registerGroups('planlint.dates', focus, label, byQuarter);
  return vscode.Disposable.from(
    figures,
    dates,
    vscode.commands.registerCommand('planlint.groupFigures', async () => {
      const picked = await vscode.window.showQuickPick(groupings(grouping), {
        title: vscode.l10n.t('Group the figures by'),
      });
      if (picked === undefined) return;
      grouping = picked.grouping;
      figures.refresh();
    }),
    vscode.commands.registerCommand('planlint.copyFigures', async (given?: Element, several?: readonly Element[]) => {
      const rows = (several ?? (given ? [given] : [])).flatMap((element) =>
        'rows' in element ? element.rows : [element],
      );
      const plan = (rows[0]?.attention ?? focus.current)?.plan;
      if (plan === undefined) return;
      const chosen = rows.length > 0 ? [...new Set(rows.map(({ figure }) => figure))] : plan.figures;
      await vscode.env.clipboard.writeText(csvHead('\t') + csvLines(plan, chosen, '\t'));
    }),
  );
}

type Element = Group | Row;

const groupings = (chosen: Grouping): (vscode.QuickPickItem & { grouping: Grouping })[] =>
  (
    [
      ['kind', vscode.l10n.t('Kind')],
      ['task', vscode.l10n.t('Task')],
      ['year', vscode.l10n.t('Year (amounts)')],
    ] as const
  ).map(([grouping, label]) => ({ grouping, label: grouping === chosen ? `$(check) ${label}` : label }));

function registerGroups(
  id: string,
  focus: Focus,
  label: Labels,
  group: typeof byQuarter,
): vscode.Disposable & { refresh(): void } {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = () => changed.fire(undefined);
  const view = vscode.window.createTreeView<Element>(id, {
    showCollapseAll: true,
    canSelectMany: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (element) => {
        if (element !== undefined) return 'rows' in element ? [...element.rows] : [];
        const { current } = focus;
        return current ? group(current, await namesOf(current.plan, label)) : [];
      },
      getTreeItem: (element) => ('rows' in element ? groupItem(element) : rowItem(element)),
    },
  });
  const all = vscode.Disposable.from(changed, view, focus.onDidChange(refresh));
  return { refresh, dispose: () => all.dispose() };
}

function groupItem({ label, icon, rows }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(rows.length);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${label}, ${rows.length}` };
  return item;
}

function rowItem({ figure, attention, why, part }: Row): vscode.TreeItem {
  const { plan, document } = attention;
  const item = new vscode.TreeItem(figure.text);
  const value = valueOf(figure, shownLanguage(plan));
  const needed = figure.kind === 'date' && figure.yearFrom === undefined ? '' : value; // `March 2026` says it itself
  const over = isOver(figure, plan);
  const details = [why ?? needed, over ? vscode.l10n.t('past') : '', part];
  item.description = details.filter((detail) => detail !== '').join(' · ');
  if (figure.kind === 'date') item.iconPath = new vscode.ThemeIcon(over ? 'history' : 'circle-outline');
  item.command = showing(document, figure);
  item.contextValue = figure.kind;
  const lines = [
    escaped(figure.text),
    ...wordsOf(plan, figure),
    ...details.filter((detail) => detail !== value).map(escaped),
  ];
  item.tooltip = linkedMarkdown(lines.filter((line) => line !== '').join('\n\n'));
  item.accessibilityInformation = { label: [figure.text, item.description].filter((part) => part !== '').join(', ') };
  return item;
}

/** Whether a date is over on the plan's own clock. */
function isOver(figure: Figure, plan: Attention['plan']): boolean {
  const own = ownDay(plan);
  return figure.kind === 'date' && figure.to !== null && own !== null && figure.to < own;
}

/** What a figure stands for, short; empty where its text says it all. */
function valueOf(figure: Figure, language: string): string {
  switch (figure.kind) {
    case 'amount': {
      const ends = figure.value === undefined ? [figure.min, figure.max] : [figure.value];
      const value = ends.map((end) => (end === undefined ? '' : shortMoney(figure.currency, end, language))).join('–');
      return [figure.subject ?? '', value === figure.text ? '' : value].filter((part) => part !== '').join(' · ');
    }
    case 'date': {
      const { from, to, text } = figure;
      const period = from !== null && to !== null ? shortPeriod({ from, to }) : '';
      return period === text ? '' : period;
    }
    case 'change':
      return figure.ratio === null ? '' : growth(figure.ratio);
    default:
      return '';
  }
}
