import * as vscode from 'vscode';
import type { Span } from '../text/span';

/** The editor's range of a span of the document's text. */
export const rangeOf = (document: vscode.TextDocument, span: Span): vscode.Range =>
  new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));

/** The span of an editor's range in the document's text. */
export const spanOf = (document: vscode.TextDocument, range: vscode.Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

/** The editor's edits for edits that apply to the document's text as it stands. */
export const textEditsOf = (
  document: vscode.TextDocument,
  edits: readonly (Span & { readonly newText: string })[],
): vscode.TextEdit[] => edits.map((edit) => new vscode.TextEdit(rangeOf(document, edit), edit.newText));

/** The same as one change of the editor, undone in one step. */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: readonly (Span & { readonly newText: string })[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, textEditsOf(document, edits));
  return edit;
}
