import * as vscode from 'vscode';
import type { Finding } from '../checks/check';
import { analyzePlan } from '../core';
import { applyEdits, type Edit } from '../edits/edit';
import { disjointFixes, fixAll } from '../edits/fix-all';
import type { Plan } from '../plan';
import { contains, overlaps } from '../text/span';
import { silencingEdits } from './silence';
import { ignoreCommand, turnOffCommand } from './silence-commands';
import { candidates } from './candidate';
import { source } from './diagnostics';
import { differences } from './differences';
import { isListed } from './plan-item';
import { previewedEdit, rangeOf, spanOf, workspaceEdit } from './place';
import type { Plans } from './plans';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('planlint');

/** The ways out of findings: each one's fixes, all of a kind, all at once; and the ways to silence one. */
export function registerFixes(plans: Plans): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      const plan = await plans.of(document, token);
      if (plan === undefined) return [];
      if (context.only?.intersects(fixAllKind)) return fixAllActions(document, plan);
      if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      const here = spanOf(document, range);
      const touched = plan.findings.filter(
        (finding) => overlaps(finding, { start: here.start, end: here.end + 1 }) || finding.end === here.start,
      );
      return touched.flatMap((finding) => actionsFor(document, plan, finding, context.diagnostics));
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(candidates, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    }),
    vscode.commands.registerCommand('planlint.fixAll', async () => {
      const document = vscode.window.activeTextEditor?.document;
      const plan = document && (await plans.of(document));
      if (document && plan) await vscode.workspace.applyEdit(previewedEdit(document, everyFix(plan)));
    }),
  );
}

function fixAllActions(document: vscode.TextDocument, plan: Plan): vscode.CodeAction[] {
  const edits = everyFix(plan);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all findings of Planlint'), fixAllKind);
  action.edit = workspaceEdit(document, edits);
  return [action];
}

function actionsFor(
  document: vscode.TextDocument,
  plan: Plan,
  finding: Finding,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const range = rangeOf(document, finding);
  const diagnostics = shown.filter(
    (diagnostic) =>
      diagnostic.source === source && codeOf(diagnostic) === finding.code && diagnostic.range.isEqual(range),
  );
  const quickFix = (title: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnostics;
    return action;
  };

  const actions = finding.fixes.map(({ title, preferred, edits }) => {
    const action = quickFix(placed(document, finding, title, edits));
    action.isPreferred = preferred;
    action.edit = previewedEdit(document, edits);
    return action;
  });

  const alike = plan.findings.filter(({ code }) => code === finding.code);
  const together = preferredEdits(alike);
  if (alike.length > 1 && together.length > 1) {
    const all = quickFix(vscode.l10n.t('Fix all of “{0}” in this plan', finding.code));
    all.edit = previewedEdit(document, together);
    actions.push(all);
  }

  const ignore = quickFix(vscode.l10n.t('Ignore “{0}” here', finding.code));
  const silencing = silencingEdits(plan, finding);
  if (silencing) ignore.edit = workspaceEdit(document, silencing);
  else {
    const text = plan.source.slice(finding.start, finding.end);
    ignore.command = { command: ignoreCommand, title: ignore.title, arguments: [document.uri, finding.code, text] };
  }
  const off = quickFix(vscode.l10n.t('Turn off the check “{0}”', finding.code));
  off.command = { command: turnOffCommand, title: off.title, arguments: [document.uri, finding.code] };
  return [...actions, ignore, off];
}

/** A fix that changes another line than that of the finding says which. */
function placed(document: vscode.TextDocument, finding: Finding, title: string, edits: readonly Edit[]): string {
  const [first] = edits;
  if (first === undefined || overlaps(first, finding) || contains(finding, first)) return title;
  const { line } = document.positionAt(first.start);
  return line === document.positionAt(finding.start).line ? title : vscode.l10n.t('{0} (line {1})', title, line + 1);
}

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

/** The preferred fixes that can be made together. */
const preferredEdits = (findings: readonly Finding[]): Edit[] =>
  disjointFixes(findings.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))).flatMap(
    ({ edits }) => edits,
  );

/**
 * The edits of every preferred fix, until nothing changes: fix by fix where one round does it, else word by word. Matters
 * of style are left as they are: whoever wants them mended asks for that kind.
 */
export function everyFix(plan: Plan): Edit[] {
  const settled = fixAll(plan, isListed, (text) => analyzePlan(text, plan.options)).plan.source;
  const once = preferredEdits(plan.findings.filter(isListed));
  return applyEdits(plan.source, once) === settled ? once : differences(plan.source, settled);
}
