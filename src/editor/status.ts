import * as vscode from 'vscode';
import { contains } from '../text/span';
import { candidates } from './candidate';
import type { Attention, Focus } from './focus';
import { menuCommand } from './menu';
import { findingsLabel, listedCount } from './plan-item';
import { headlineOf } from '../outline/headline';
import { tasksOf } from './steps';

/** In the status bar, where the cursor is in the plan: `Task 7 of 12 · 2 findings`. A click shows what can be done. */
export function registerStatus(focus: Focus): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('planlint.place', vscode.StatusBarAlignment.Left, 10);
  item.name = vscode.l10n.t('Place in the plan');
  item.command = menuCommand;
  const show = () => {
    if (focus.current === undefined) return item.hide();
    const { text, tooltip } = placeOf(focus.current);
    item.text = `$(tasklist) ${text}`;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: [text, tooltip].filter(Boolean).join(', ') };
    item.show();
  };
  show();
  return vscode.Disposable.from(item, focus.onDidChange(show), focus.onDidMove(show), registerLanguageStatus(focus));
}

function placeOf({ plan, offset }: Attention): { text: string; tooltip: string } {
  const tasks = tasksOf(plan);
  const index = tasks.findIndex((task) => contains(task, { start: offset, end: offset }));
  const task = tasks[index];
  const place =
    task !== undefined
      ? placeAmong(task.ordinal, index + 1, tasks.length)
      : tasks.length === 1
        ? vscode.l10n.t('1 task')
        : vscode.l10n.t('{0} tasks', tasks.length);
  return {
    text: `${place} · ${findingsLabel(listedCount(plan.findings))}`,
    tooltip: task ? headlineOf(task) : (plan.title ?? ''),
  };
}

/** A task whose written number is not its place, because one before it is missing, bears both. */
const placeAmong = (written: number | null, place: number, count: number): string =>
  written === null || written === place
    ? vscode.l10n.t('Task {0} of {1}', place, count)
    : vscode.l10n.t('Task {0} ({1} of {2})', written, place, count);

/** Beside the language of the document, whether it is read as a plan, and the click that changes it. */
function registerLanguageStatus(focus: Focus): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('planlint.isPlan', candidates);
  item.name = 'Planlint';
  const show = () => {
    const active = focus.current !== undefined;
    item.text = active ? vscode.l10n.t('Read as a plan') : vscode.l10n.t('Not read as a plan');
    item.detail = active ? (focus.current?.plan.title ?? '') : '';
    item.command = active
      ? { command: 'planlint.treatAsOther', title: vscode.l10n.t('Not a plan') }
      : { command: 'planlint.treatAsPlan', title: vscode.l10n.t('Treat as plan') };
  };
  show();
  return vscode.Disposable.from(item, focus.onDidChange(show));
}
