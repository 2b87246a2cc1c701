import * as vscode from 'vscode';
import type { Span } from '../text/span';
import { setting } from './settings';

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

/**
 * The same, shown in the refactor preview first where it changes more than one line: every change can be looked at and
 * left out. `previewEdits` turns that off.
 */
export function previewedEdit(
  document: vscode.TextDocument,
  edits: readonly (Span & { readonly newText: string })[],
): vscode.WorkspaceEdit {
  const edit = workspaceEdit(document, edits);
  const lines = new Set(edits.map(({ start }) => document.positionAt(start).line));
  if (lines.size > 1 && setting(document, 'previewEdits', true)) askForPreview(edit, document.uri);
  return edit;
}

/**
 * The editor shows the preview for an edit that needs confirmation, and leaves such an edit unticked. So what needs it
 * here is the removal of a file that does not exist, which the preview passes over; the true changes come ticked.
 */
export function askForPreview(edit: vscode.WorkspaceEdit, uri: vscode.Uri): void {
  const nothing = uri.with({ path: `${uri.path}.planlint-preview` });
  edit.deleteFile(nothing, { ignoreIfNotExists: true }, { needsConfirmation: true, label: 'Planlint' });
}
