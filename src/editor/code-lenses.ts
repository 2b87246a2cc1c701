import * as vscode from 'vscode';
import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import { candidates } from './candidate';
import { shortTotals } from '../report/money';
import { findingsLabel, isListed } from './plan-item';
import { rangeOf } from './place';
import type { Plans } from './plans';
import { revealing } from './reveal';
import { setting } from './settings';
import { shownLanguage } from './shown-language';

/** Above each strategy and task: its money, its dates, its findings. */
export function registerCodeLenses(plans: Plans): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      const plan = setting(document, 'codeLens', true) ? await plans.of(document, token) : undefined;
      return plan ? lensesOf(document, plan) : [];
    },
  };
  return vscode.Disposable.from(
    changed,
    plans.settings.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(candidates, provider),
  );
}

function lensesOf(document: vscode.TextDocument, plan: Plan): vscode.CodeLens[] {
  const lenses: vscode.CodeLens[] = [];
  walk(plan.outline, (node) => {
    if (node.kind !== 'strategy' && node.kind !== 'task') return;
    const range = rangeOf(document, { start: node.start, end: node.start });
    const inside = (span: { start: number }) => span.start >= node.start && span.start < node.end;
    const findings = plan.findings.filter((finding) => isListed(finding) && inside(finding));
    const [summary, first] = [summaryOf(plan, node), findings[0]];
    if (summary !== '') {
      lenses.push(new vscode.CodeLens(range, { ...revealing(document, node), title: summary }));
    }
    if (first) {
      const title = findingsLabel(findings.length);
      lenses.push(new vscode.CodeLens(range, { ...revealing(document, first), title }));
    }
  });
  return lenses;
}

function summaryOf(plan: Plan, node: Node): string {
  const days = plan.figures.flatMap((figure) =>
    figure.kind === 'date' && figure.start >= node.start && figure.start < node.end
      ? [`${figure.from ?? figure.text} ${figure.to ?? ''}`]
      : [],
  );
  const count = new Set(days).size; // one that is named again, perhaps in the other language, is one
  const label = count === 0 ? '' : count === 1 ? vscode.l10n.t('1 date') : vscode.l10n.t('{0} dates', count);
  return [shortTotals(node.totals, shownLanguage(plan)), label].filter((part) => part !== '').join(' · ');
}
