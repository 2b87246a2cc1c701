import * as vscode from 'vscode';
import type { Finding, Severity } from '../checks/check';
import { ownDay } from '../figures/clock';
import { commitmentsOf } from '../outline/commitments';
import { headlineOf, numberOf } from '../outline/headline';
import { shortened } from '../outline/label';
import type { Node, OtherRole } from '../outline/outline';
import { shortTotals } from '../report/money';
import { figuresIn, type Entry } from './entry';
import { escaped, linkTo, linkedMarkdown, showing } from './reveal';
import { shownLanguage } from './shown-language';

/** How a row of that name is shown; `open` where what is under it matters, as when rows are filtered. */
export function itemOf(entry: Entry, label: string, open: boolean): vscode.TreeItem {
  const { id, node, children, findings, attention } = entry;
  const opens = open || node.kind === 'strategy' || node.kind === 'section';
  const item = new vscode.TreeItem(
    label,
    children.length === 0
      ? vscode.TreeItemCollapsibleState.None
      : opens
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed,
  );
  const { plan } = attention;
  const count = listedCount(findings);
  const date = nextDate(entry);
  const isSaid = label.includes(date); // `'26.3월: 설계` names it already
  const parts = [
    shortTotals(node.totals, shownLanguage(plan)),
    isSaid ? '' : date,
    count === 0 ? '' : findingsLabel(count),
  ];
  // the editor remembers what was opened and closed by the id
  item.id = open ? `${id}*` : id;
  item.description = parts.filter((part) => part !== '').join(' · ');
  item.tooltip = tooltipOf(entry);
  const icon = iconOf(node, findings);
  if (icon !== undefined) item.iconPath = icon;
  item.contextValue = node.kind;
  item.command = showing(attention.document, node.heading);
  item.accessibilityInformation = {
    label: [kindLabel(node), label, node.doubtful ? doubtfulLabel() : '', ...parts, errorsLabel(findings)]
      .filter((part) => part !== '')
      .join(', '),
  };
  return item;
}

/**
 * The first date in the row's part that is not over on the plan's own clock, in its words, where it is said in two
 * languages in those of the reader; empty where there is none.
 */
function nextDate(entry: Entry): string {
  const { plan } = entry.attention;
  const own = ownDay(plan);
  const isTheirs = (text: string) => /[가-힣]/.test(text) === (shownLanguage(plan) === 'ko');
  let next: { to: string; text: string } | undefined;
  for (const figure of figuresIn(entry)) {
    if (figure.kind !== 'date' || figure.to === null || own === null || figure.to < own) continue;
    if (figure.granularity === 'year' || figure.granularity === 'range') continue; // everything is in the plan's year
    const isBetter = next?.to === figure.to && isTheirs(figure.text) && !isTheirs(next.text);
    if (next === undefined || figure.to < next.to || isBetter) next = { to: figure.to, text: figure.text };
  }
  return next?.text ?? '';
}

/** Whether a row's own mark (`□`, `○`, `-`) already stands where its icon would. */
const isBullet = (number: string): boolean => number !== '' && !/[\p{L}\p{N}]/u.test(number);

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

/**
 * Where something is wrong, the sign for it; where the structure is doubtful, a question mark; else what the row is. A row
 * with a mark of its own needs no sign for what it is.
 */
function iconOf(node: Node, findings: readonly Finding[]): vscode.ThemeIcon | undefined {
  const worst = (['error', 'warning'] as const).find((one) => findings.some(({ severity }) => severity === one));
  if (worst !== undefined) return new vscode.ThemeIcon(worst, new vscode.ThemeColor(`list.${worst}Foreground`));
  if (node.doubtful) return new vscode.ThemeIcon('question', new vscode.ThemeColor('disabledForeground'));
  return isBullet(numberOf(node)) ? undefined : new vscode.ThemeIcon(icons[node.kind]);
}

/** Whether the Problems view lists the finding: hints, which are a matter of style, the editor only underlines. */
export const isListed = ({ severity }: Finding): boolean => severity !== 'hint';

/** How many of the findings the Problems view lists; numbers that differ would raise doubt. */
export const listedCount = (findings: readonly Finding[]): number => findings.filter(isListed).length;

const doubtfulLabel = (): string => vscode.l10n.t('The structure is doubtful here; its numbers are not checked.');

/** `2 findings`, in the interface's language. */
export const findingsLabel = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);

/** What a row's icon says to those who see it; empty where there is none. */
function errorsLabel(findings: readonly Finding[]): string {
  const count = findings.filter(({ severity }) => severity === 'error').length;
  if (count === 0) return '';
  return count === 1 ? vscode.l10n.t('{0} error', count) : vscode.l10n.t('{0} errors', count);
}

const severityIcons: Readonly<Record<Severity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(lightbulb)',
};

function tooltipOf(entry: Entry): vscode.MarkdownString {
  const { node, findings } = entry;
  const { document, plan } = entry.attention;
  const dates = figuresIn(entry).filter(({ kind }) => kind === 'date');
  const promised = commitmentsOf(dates, plan.blocks).filter(({ text }) => text !== node.lead);
  const lines = [
    `**${escaped(headlineOf(node))}**`,
    node.lead === '' || node.lead === node.title ? '' : escaped(node.lead),
    node.totals.length === 0 ? '' : `$(credit-card) ${escaped(shortTotals(node.totals, shownLanguage(plan)))}`,
    ...otherMoneyOf(node, shownLanguage(plan)).map((line) => `$(credit-card) ${escaped(line)}`),
    dates.length === 0 ? '' : `$(calendar) ${listed(dates.map(({ text }) => escaped(text)))}`,
    ...promised.slice(0, 4).map((one) => `$(target) ${linkTo(document, one, shortened(one.text, 100))}`),
    node.doubtful ? `$(question) ${escaped(doubtfulLabel())}` : '',
    ...findings
      .slice(0, 8)
      .map((finding) => `${severityIcons[finding.severity]} ${linkTo(document, finding, finding.message)}`),
    findings.length > 8 ? '…' : '',
  ];
  return linkedMarkdown(lines.filter((line) => line !== '').join('\n\n'));
}

/** `Loans: KRW 12 billion`: money that is no budget, a line a role. */
function otherMoneyOf({ otherTotals = [] }: Node, language: string): string[] {
  const labels: Readonly<Record<OtherRole, (money: string) => string>> = {
    loan: (money) => vscode.l10n.t('Loans: {0}', money),
    saving: (money) => vscode.l10n.t('Savings: {0}', money),
    target: (money) => vscode.l10n.t('Targets: {0}', money),
    result: (money) => vscode.l10n.t('Results: {0}', money),
    previous: (money) => vscode.l10n.t('The year before: {0}', money),
  };
  return [...new Set(otherTotals.map(({ role }) => role))].map((role) =>
    labels[role](
      shortTotals(
        otherTotals.filter((total) => total.role === role),
        language,
      ),
    ),
  );
}

/** The first few, each once. */
function listed(texts: readonly string[]): string {
  const different = [...new Set(texts)];
  return [...different.slice(0, 6), ...(different.length > 6 ? ['…'] : [])].join(' · ');
}
