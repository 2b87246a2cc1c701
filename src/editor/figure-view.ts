import * as vscode from 'vscode';
import type { DateFigure, Figure, FigureKind } from '../figures/figure';
import { coverageOf } from '../outline/coverage';
import { nodeAt } from '../outline/outline';
import type { Attention, Focus } from './focus';
import { shortMoney, shortPeriod } from './money';
import { headlineOf } from './plan-view';
import { escaped, linkedMarkdown, revealing } from './reveal';

/** The views “Figures”, by kind in the order of the text, and “Dates”, by year in the order of time. */
export const registerFigureViews = (focus: Focus): vscode.Disposable =>
  vscode.Disposable.from(
    registerGroups('planlint.figures', focus, byKind),
    registerGroups('planlint.dates', focus, byYear),
  );

interface Group {
  readonly label: string;
  readonly icon: string;
  readonly rows: readonly Row[];
}

interface Row {
  readonly figure: Figure;
  readonly attention: Attention;
  /** Why it is not understood, in the group of those that are not. */
  readonly why?: string;
}

type Element = Group | Row;

function registerGroups(id: string, focus: Focus, group: (attention: Attention) => Group[]): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<Element>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (element) => {
        if (element === undefined) return focus.current ? group(focus.current) : [];
        return 'rows' in element ? [...element.rows] : [];
      },
      getTreeItem: (element) => ('rows' in element ? groupItem(element) : rowItem(element)),
    },
  });
  return vscode.Disposable.from(
    changed,
    view,
    focus.onDidChange(() => changed.fire(undefined)),
  );
}

function byKind(attention: Attention): Group[] {
  const kinds: readonly [FigureKind, string, string][] = [
    ['amount', vscode.l10n.t('Amounts'), 'credit-card'],
    ['percent', vscode.l10n.t('Percentages'), 'pie-chart'],
    ['count', vscode.l10n.t('Counts'), 'symbol-numeric'],
    ['change', vscode.l10n.t('Changes'), 'arrow-right'],
  ];
  const groups = kinds.map(([kind, label, icon]) => ({
    label,
    icon,
    rows: attention.plan.figures.filter((figure) => figure.kind === kind).map((figure) => ({ figure, attention })),
  }));
  return [...groups, notUnderstood(attention)].filter(({ rows }) => rows.length > 0);
}

/** What was found and not understood: a silent tool is not a clean plan. */
function notUnderstood(attention: Attention): Group {
  const { figures, outline } = attention.plan;
  return {
    label: vscode.l10n.t('Not understood'),
    icon: 'question',
    rows: coverageOf(figures, outline).open.flatMap(({ figure: index, why }) => {
      const figure = figures[index];
      return figure ? [{ figure, attention, why: reasonOf(why) }] : [];
    }),
  };
}

function reasonOf(why: 'currency' | 'year' | 'impossible'): string {
  switch (why) {
    case 'currency':
      return vscode.l10n.t('The currency is open');
    case 'year':
      return vscode.l10n.t('The year is open');
    case 'impossible':
      return vscode.l10n.t('There is no such day');
  }
}

function byYear(attention: Attention): Group[] {
  const years = new Map<string, Row[]>();
  const dates = attention.plan.figures.filter((figure): figure is DateFigure => figure.kind === 'date');
  for (const figure of dates.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))) {
    const first = firstDay(figure);
    const year = first === unknown ? vscode.l10n.t('Year not known') : first.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), { figure, attention }]);
  }
  return [...years].map(([label, rows]) => ({ label, icon: 'calendar', rows }));
}

const unknown = '9999';

const firstDay = ({ from, to }: DateFigure): string => from ?? to ?? unknown;

function groupItem({ label, icon, rows }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(rows.length);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${rows.length}` };
  return item;
}

function rowItem({ figure, attention, why }: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(figure.text);
  const node = figure.node && nodeAt(attention.plan.outline, figure.node);
  const value = valueOf(figure, attention.plan.language);
  item.description = [why ?? value, node ? headlineOf(node) : ''].filter((part) => part !== '').join(' · ');
  item.command = revealing(attention.document, figure);
  item.contextValue = figure.kind;
  item.tooltip = linkedMarkdown(
    [`**${escaped(figure.text)}**`, escaped(value), node ? escaped(headlineOf(node)) : ''].filter(Boolean).join('\n\n'),
  );
  item.accessibilityInformation = { label: [figure.text, item.description].filter(Boolean).join(', ') };
  return item;
}

/** What a figure stands for, short; empty where its text says it all. */
function valueOf(figure: Figure, language: string): string {
  switch (figure.kind) {
    case 'amount': {
      const ends = figure.value === undefined ? [figure.min, figure.max] : [figure.value];
      const value = ends.map((end) => (end === undefined ? '' : shortMoney(figure.currency, end, language))).join('–');
      return [figure.subject ?? '', value === figure.text ? '' : value].filter((part) => part !== '').join(' · ');
    }
    case 'date':
      return figure.from !== null && figure.to !== null ? shortPeriod({ from: figure.from, to: figure.to }) : '';
    case 'change':
      return figure.ratio === null ? '' : growth(figure.ratio);
    default:
      return '';
  }
}

/** A ratio as a signed percentage with one decimal: `+24.9%`. */
export const growth = (ratio: number): string =>
  `${ratio < 0 ? '−' : '+'}${Math.abs(ratio * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
