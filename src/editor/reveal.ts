import * as vscode from 'vscode';
import { byStart, type Span } from '../text/span';
import { rangeOf } from './place';

/**
 * The command behind every link and tree item that leads to a place in a plan. Arguments are the document, the span, and
 * whether the keyboard stays where it is, as in the Explorer after one click: the keys of a tree work on its rows.
 */
export const revealCommand = 'planlint.reveal';

export function registerReveal(): vscode.Disposable {
  return vscode.commands.registerCommand(
    revealCommand,
    async (uri: string, start: number, end: number, preserveFocus = false) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      const editor = await vscode.window.showTextDocument(document, {
        ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
        preserveFocus,
      });
      goTo(editor, { start, end });
    },
  );
}

/** Selects the span in the editor and shows it. */
export function goTo(editor: vscode.TextEditor, span: Span): void {
  const range = rangeOf(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The command of a tree item that leads to the span; the tree keeps the keyboard. */
export const showing = (document: vscode.TextDocument, { start, end }: Span): vscode.Command => ({
  command: revealCommand,
  title: vscode.l10n.t('Go to the text'),
  arguments: [document.uri.toString(), start, end, true],
});

/** The command of a code lens that leads to the span. */
export const revealing = (document: vscode.TextDocument, { start, end }: Span): vscode.Command => ({
  command: revealCommand,
  title: vscode.l10n.t('Go to the text'),
  arguments: [document.uri.toString(), start, end],
});

/** A Markdown link to the span, for a `MarkdownString` that trusts `revealCommand`. */
export function linkTo(document: vscode.TextDocument, span: Span, text: string): string {
  const query = encodeURIComponent(JSON.stringify([document.uri.toString(), span.start, span.end]));
  return `[${escaped(text)}](command:${revealCommand}?${query})`;
}

/** A Markdown string whose links may lead to places in plans, and nowhere else. */
export function linkedMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  markdown.isTrusted = { enabledCommands: [revealCommand] };
  return markdown;
}

/** Text of a plan so that Markdown shows it as it stands, on one line. */
export const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, (sign) => `\\${sign}`);

/** The first span that starts after the offset, or the last that starts before it; around the end when there is none. */
export function nextSpan<T extends Span>(spans: readonly T[], offset: number, step: 1 | -1): T | undefined {
  const sorted = [...spans].sort(byStart);
  return step > 0
    ? (sorted.find((span) => span.start > offset) ?? sorted[0])
    : (sorted.findLast((span) => span.start < offset) ?? sorted.at(-1));
}
