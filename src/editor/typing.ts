import * as vscode from 'vscode';

/** Which line is being typed: findings on it keep still until it is left. */
export interface Typing extends vscode.Disposable {
  /** The line of the document that is being typed, from 0, or undefined. */
  lineIn(document: vscode.TextDocument): number | undefined;
  /** The line that was being typed in the document has been left. */
  readonly onDidLeave: vscode.Event<vscode.TextDocument>;
}

export function watchTyping(): Typing {
  const left = new vscode.EventEmitter<vscode.TextDocument>();
  let at: { readonly document: vscode.TextDocument; readonly line: number } | undefined;

  const leave = () => {
    const before = at;
    at = undefined;
    if (before) left.fire(before.document);
  };

  const subscriptions = [
    left,
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length === 0) return;
      if (event.document !== vscode.window.activeTextEditor?.document) return;
      const line = typedLine(event);
      if (line === undefined) leave();
      else at = { document: event.document, line };
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document === at?.document && selections.every(({ active }) => active.line !== at?.line)) leave();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document !== at?.document) leave();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (document === at?.document) leave();
    }),
  ];
  return {
    lineIn: (document) => (at?.document === document ? at.line : undefined),
    onDidLeave: left.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** Longest text that one keystroke inserts: a bracket with its partner, a Hangul syllable being composed. */
const keystroke = 2;

/** The line of a change that a keystroke made; undefined for pasted text, new lines, undo and edits by programs. */
function typedLine({ contentChanges, reason }: vscode.TextDocumentChangeEvent): number | undefined {
  const [change, ...others] = contentChanges;
  if (change === undefined || others.length > 0 || reason !== undefined) return undefined;
  const typed = change.range.isSingleLine && change.text.length <= keystroke && !/[\r\n]/.test(change.text);
  return typed ? change.range.start.line : undefined;
}
