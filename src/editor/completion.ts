import * as vscode from 'vscode';
import { checks } from '../checks/index';

const directives: readonly [name: string, says: () => string][] = [
  ['planlint-disable-next-line', () => vscode.l10n.t('Silences checks on the next line')],
  ['planlint-disable', () => vscode.l10n.t('Silences checks from here')],
  ['planlint-enable', () => vscode.l10n.t('Ends what planlint-disable silenced')],
];

/** Completes the comments that silence checks, and the codes in them. */
export const registerCompletion = (): vscode.Disposable =>
  vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems(document, position) {
        const before = document.lineAt(position).text.slice(0, position.character);
        const comment = before.lastIndexOf('<!--');
        if (comment < 0 || before.includes('-->', comment)) return [];
        const written = before.slice(comment + 4);
        return /^\s*planlint-[a-z-]+\s/.test(written)
          ? codeItems(written)
          : directiveItems(document, position, written);
      },
    },
    '<',
    '-',
    ' ',
  );

function directiveItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  written: string,
): vscode.CompletionItem[] {
  const word = /[a-z-]*$/.exec(written)?.[0] ?? '';
  const closed = document.lineAt(position).text.slice(position.character).includes('-->');
  return directives.map(([name, says], index) => {
    const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Keyword);
    item.detail = says();
    item.sortText = String(index);
    item.range = new vscode.Range(position.translate(0, -word.length), position);
    item.insertText = new vscode.SnippetString(
      `${written.endsWith(' ') || word !== '' ? '' : ' '}${name} $0${closed ? '' : ' -->'}`,
    );
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}

const codeItems = (written: string): vscode.CompletionItem[] =>
  checks
    .filter(({ code }) => !written.split(/\s+/).includes(code))
    .map(({ code, says }) => {
      const item = new vscode.CompletionItem(code, vscode.CompletionItemKind.EnumMember);
      item.detail = says;
      return item;
    });
