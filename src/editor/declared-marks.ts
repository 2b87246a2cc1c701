import * as vscode from 'vscode';
import { soundLists } from '../checks/enumeration';
import { walk, type Declared } from '../outline/outline';
import type { Plan } from '../plan';
import { overlaps, type Span } from '../text/span';
import { rangeOf } from './place';
import type { Plans } from './plans';
import { setting } from './settings';

/** Behind `four strategies and twelve tasks`: a green tick where the document bears it out, a red cross where not. */
export function registerDeclaredMarks(plans: Plans): vscode.Disposable {
  const right = markOf('✓', 'planlint.countHolds');
  const wrong = markOf('✗', 'planlint.countFails');

  const draw = (editor: vscode.TextEditor) => {
    const plan = setting(editor.document, 'marks', true) ? plans.shown(editor.document) : undefined;
    const { held, failed } = plan ? judged(plan) : { held: [], failed: [] };
    const { document } = editor;
    editor.setDecorations(right, marked(document, held, vscode.l10n.t('As many as the plan has.')));
    editor.setDecorations(wrong, marked(document, failed, vscode.l10n.t('Not as many as the plan has.')));
  };
  const drawAll = () => vscode.window.visibleTextEditors.forEach(draw);

  return vscode.Disposable.from(
    right,
    wrong,
    plans.onDidPublish(({ document }) =>
      vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(draw),
    ),
    plans.settings.onDidChange(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
  );
}

/** A sign is drawn, not written: what it means is said where it is pointed at, and to who hears the text. */
const marked = (document: vscode.TextDocument, spans: readonly Span[], hoverMessage: string) =>
  spans.map((span) => ({ range: rangeOf(document, span), hoverMessage }));

const markOf = (sign: string, color: string): vscode.TextEditorDecorationType =>
  vscode.window.createTextEditorDecorationType({
    after: { contentText: sign, color: new vscode.ThemeColor(color), margin: '0 0 0 0.15em' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

/**
 * The declared numbers of strategies, tasks and listed things that the document bears out, and the numbers of strategies
 * and tasks that a finding explains. One that differs with no finding may be another plan's, or the outline may be
 * misread: it gets no mark.
 */
function judged(plan: Plan): { held: Span[]; failed: Span[] } {
  const { declared, findings, outline } = plan;
  const counts = { strategies: 0, tasks: 0 };
  walk(outline, ({ kind }) => {
    if (kind === 'strategy') counts.strategies++;
    if (kind === 'task') counts.tasks++;
  });
  const doubted = findings.some(({ code }) => code === 'declared-count' || code === 'task-sequence');
  const counted = declared.filter(({ what }) => what !== 'other');
  const holds = ({ what, value }: Declared) => what !== 'other' && counts[what] === value;
  const held = [...counted.filter(holds), ...soundLists(plan)].filter(
    (span, index, all) => all.findIndex((other) => overlaps(span, other)) === index,
  );
  return { held, failed: doubted ? counted.filter((one) => !holds(one)) : [] };
}
