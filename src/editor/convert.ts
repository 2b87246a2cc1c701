import * as vscode from 'vscode';
import type { Edit } from '../edits/edit';
import type { Amount } from '../figures/figure';
import { writeAmount, type NotationStyle } from '../figures/notation';
import type { Plan } from '../plan';
import { overlaps, type Span } from '../text/span';
import { candidates } from './candidate';
import { previewedEdit, spanOf, workspaceEdit } from './place';
import type { Plans } from './plans';

const styles: readonly NotationStyle[] = ['code', 'word', 'sign', 'korean', 'digits'];

/** Writes amounts in another notation, their value kept: one from the light bulb, the selected or all by a command. */
export const registerConvert = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      candidates,
      {
        async provideCodeActions(document, range, _, token) {
          const plan = await plans.of(document, token);
          const [amount, ...others] = plan ? amountsIn(plan, spanOf(document, range)) : [];
          return plan && amount && others.length === 0 ? actionsFor(document, plan, amount) : [];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] },
    ),
    vscode.commands.registerTextEditorCommand('planlint.convertNotation', async ({ document, selection }) => {
      const plan = await plans.of(document);
      if (plan === undefined) return;
      const whole = { start: 0, end: plan.source.length };
      const amounts = amountsIn(plan, selection.isEmpty ? whole : spanOf(document, selection));
      const picked = await vscode.window.showQuickPick(picksFor(amounts), {
        title: selection.isEmpty
          ? vscode.l10n.t('Write all amounts of the plan as')
          : vscode.l10n.t('Write the selected amounts as'),
      });
      if (picked) await vscode.workspace.applyEdit(previewedEdit(document, editsFor(amounts, picked.style)));
    }),
  );

/** The amounts that carry their own currency; a table cell under a unit line keeps the table's. */
const amountsIn = (plan: Plan, span: Span): Amount[] =>
  plan.figures.filter(
    (figure): figure is Amount =>
      figure.kind === 'amount' &&
      figure.notation.place !== 'unit-line' &&
      (overlaps(figure, span) || (figure.start <= span.start && span.start <= figure.end)),
  );

function actionsFor(document: vscode.TextDocument, plan: Plan, amount: Amount): vscode.CodeAction[] {
  const seen = new Set([amount.text]);
  const one = styles.flatMap((style) => {
    const [edit] = editsFor([amount], style);
    if (edit === undefined || seen.has(edit.newText)) return [];
    seen.add(edit.newText);
    const action = new vscode.CodeAction(
      vscode.l10n.t('Write as {0}', edit.newText),
      vscode.CodeActionKind.RefactorRewrite,
    );
    action.edit = workspaceEdit(document, [edit]);
    return [action];
  });
  const all = alike(document, plan, amount);
  return all ? [...one, all] : one;
}

/** Writes all amounts of the plan as this one is written. */
function alike(document: vscode.TextDocument, plan: Plan, amount: Amount): vscode.CodeAction | undefined {
  const style = styles.find((candidate) => writeAmount(amount, candidate) === amount.text);
  if (style === undefined) return undefined;
  const edits = editsFor(amountsIn(plan, { start: 0, end: plan.source.length }), style);
  if (edits.length === 0) return undefined;
  const title = vscode.l10n.t('Write all amounts like {0} ({1})', amount.text, changesLabel(edits.length));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  action.edit = previewedEdit(document, edits);
  return action;
}

/** Each style by what it makes of the plan's own amounts. */
const picksFor = (amounts: readonly Amount[]): (vscode.QuickPickItem & { style: NotationStyle })[] =>
  styles.flatMap((style) => {
    const edits = editsFor(amounts, style);
    if (edits.length === 0) return [];
    const examples = edits.slice(0, 3).map(({ newText }) => newText);
    return [{ style, label: examples.join(' · '), description: changesLabel(edits.length) }];
  });

const changesLabel = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 change') : vscode.l10n.t('{0} changes', count);

const editsFor = (amounts: readonly Amount[], style: NotationStyle): Edit[] =>
  amounts.flatMap((amount) => {
    const newText = writeAmount(amount, style);
    return newText === null || newText === amount.text ? [] : [{ start: amount.start, end: amount.end, newText }];
  });
