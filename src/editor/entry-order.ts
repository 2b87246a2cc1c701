import * as vscode from 'vscode';
import type { Node } from '../outline/outline';
import { figuresIn, type Entry } from './entry';

/** How rows of one level follow each other. */
export type Order = 'document' | 'amount' | 'date' | 'findings';

/** The orders to choose from, the chosen one ticked. */
export const orders = (chosen: Order): (vscode.QuickPickItem & { order: Order })[] =>
  (
    [
      ['document', vscode.l10n.t('Place in the document')],
      ['amount', vscode.l10n.t('Amount, largest first')],
      ['date', vscode.l10n.t('Date, earliest first')],
      ['findings', vscode.l10n.t('Findings, most first')],
    ] as const
  ).map(([order, label]) => ({ order, label: order === chosen ? `$(check) ${label}` : label }));

export function sorted(entries: readonly Entry[], order: Order): readonly Entry[] {
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

/** The first day that the row speaks of, as an ISO date; after all others where it names none. */
function earliest(entry: Entry): string {
  const days = figuresIn(entry).flatMap((figure) =>
    figure.kind === 'date' ? [figure.from ?? figure.to ?? '9999'] : [],
  );
  return days.sort()[0] ?? '9999';
}
