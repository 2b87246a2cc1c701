import * as vscode from 'vscode';
import type { Plan } from '../plan';
import { isCandidate } from './candidate';
import type { Plans } from './plans';

/** The plan that the reader works on: that of the active editor. Views, status bar and context keys follow it. */
export interface Focus extends vscode.Disposable {
  readonly current: Attention | undefined;
  /** Another plan, a new analysis of the same one, or none. */
  readonly onDidChange: vscode.Event<void>;
  /** The cursor moved, or the plan changed under it. */
  readonly onDidMove: vscode.Event<void>;
}

export interface Attention {
  readonly document: vscode.TextDocument;
  readonly plan: Plan;
  /** Offset of the cursor. */
  readonly offset: number;
}

export function watchFocus(plans: Plans): Focus {
  const changed = new vscode.EventEmitter<void>();
  const moved = new vscode.EventEmitter<void>();
  let current: Attention | undefined;

  const look = () => {
    const active = vscode.window.activeTextEditor;
    const editor = active ?? stillVisible(current);
    const before = current;
    current = editor && attentionTo(editor, plans);
    if (before?.plan !== current?.plan || before?.document !== current?.document) changed.fire();
    moved.fire();
    tell(active?.document, current !== undefined);
  };

  const subscriptions = [
    changed,
    moved,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === current?.document) look();
    }),
    plans.onDidPublish(({ document }) => {
      if (document === current?.document || document === vscode.window.activeTextEditor?.document) look();
    }),
  ];
  look();
  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    onDidMove: moved.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** While a view or a web page has the keyboard the plan stays, as long as it is on the screen. */
const stillVisible = (attention: Attention | undefined): vscode.TextEditor | undefined =>
  attention && vscode.window.visibleTextEditors.find(({ document }) => document === attention.document);

function attentionTo({ document, selection }: vscode.TextEditor, plans: Plans): Attention | undefined {
  const plan = plans.shown(document);
  return plan && { document, plan, offset: document.offsetAt(selection.active) };
}

/** Context keys for the manifest's `when` clauses: `planlint.active`, and `planlint.candidate` where one click makes a plan. */
function tell(document: vscode.TextDocument | undefined, active: boolean): void {
  set('planlint.active', active);
  set('planlint.candidate', document !== undefined && isCandidate(document) && !active);
}

const set = (key: string, value: boolean) => void vscode.commands.executeCommand('setContext', key, value);
