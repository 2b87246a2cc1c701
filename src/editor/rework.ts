import * as vscode from 'vscode';
import type { Edit } from '../edits/edit';
import { disjointFixes } from '../edits/fix-all';
import { rewrap } from '../edits/rewrap';
import type { Plan } from '../plan';
import { taskTableEdit } from '../report/task-table';
import { previewedEdit } from './place';
import type { Plans } from './plans';

/** The checks whose fixes write numbers anew. */
const numbering: ReadonlySet<string> = new Set([
  'task-sequence',
  'section-sequence',
  'list-sequence',
  'caption-sequence',
]);

/** Commands that work the whole document over: numbers in a row, pasted lines joined, the table of tasks. */
export const registerRework = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(
    reworking(plans, 'planlint.renumber', renumbered, () => vscode.l10n.t('All numbers are in a row.')),
    reworking(plans, 'planlint.rewrap', rewrap, () => vscode.l10n.t('Every paragraph is on one line already.')),
    reworking(plans, 'planlint.taskTable', tableEdits, () => vscode.l10n.t('The table of tasks is as it should be.')),
  );

function reworking(
  plans: Plans,
  command: string,
  editsOf: (plan: Plan, offset: number) => Edit[],
  nothing: () => string,
): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(command, async ({ document, selection }) => {
    const plan = await plans.of(document);
    if (plan === undefined) return;
    const edits = editsOf(plan, document.offsetAt(selection.active));
    if (edits.length === 0) void vscode.window.showInformationMessage(nothing());
    else await vscode.workspace.applyEdit(previewedEdit(document, edits));
  });
}

const renumbered = ({ findings }: Plan): Edit[] =>
  disjointFixes(
    findings.filter(({ code }) => numbering.has(code)).flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred)),
  ).flatMap(({ edits }) => edits);

function tableEdits(plan: Plan, offset: number): Edit[] {
  const edit = taskTableEdit(plan, offset);
  return edit === null ? [] : [edit];
}
