import * as vscode from 'vscode';
import { walk } from '../outline/outline';
import { candidates } from './candidate';
import type { Plans } from './plans';
import { tasksOf } from './steps';

/** Strategies, tasks and measures fold, in plain text as in Markdown; a command folds all tasks. */
export const registerFolding = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerTextEditorCommand('planlint.foldTasks', async ({ document }) => {
      const plan = await plans.of(document);
      const selectionLines = plan ? tasksOf(plan).map(({ start }) => document.positionAt(start).line) : [];
      await vscode.commands.executeCommand('editor.fold', { selectionLines, levels: 1 });
    }),
    foldingRanges(plans),
  );

const foldingRanges = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerFoldingRangeProvider(candidates, {
    async provideFoldingRanges(document, _, token) {
      const plan = await plans.of(document, token);
      const ranges: vscode.FoldingRange[] = [];
      if (plan) {
        walk(plan.outline, ({ start, end }) => {
          const [first, last] = [document.positionAt(start).line, document.positionAt(end).line];
          if (last > first) ranges.push(new vscode.FoldingRange(first, last));
        });
      }
      return ranges;
    },
  });
