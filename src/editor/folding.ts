import * as vscode from 'vscode';
import { walk } from '../outline/outline';
import { candidates } from './candidate';
import type { Plans } from './plans';

/** Strategies, tasks and measures fold, in plain text as in Markdown. */
export const registerFolding = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerFoldingRangeProvider(candidates, {
    async provideFoldingRanges(document) {
      const plan = await plans.of(document);
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
