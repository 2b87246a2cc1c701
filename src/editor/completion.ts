import * as vscode from 'vscode';
import { checks } from '../checks/index';
import { say } from '../language/say';
import { sameLabel, targetsOf } from '../outline/reference';
import { overlaps } from '../text/span';
import { candidates } from './candidate';
import { spanOf } from './place';
import type { Plans } from './plans';

const directives: readonly [name: string, says: () => string][] = [
  ['planlint-disable-next-line', () => vscode.l10n.t('Silences checks on the next line')],
  ['planlint-disable', () => vscode.l10n.t('Silences checks from here')],
  ['planlint-enable', () => vscode.l10n.t('Ends what planlint-disable silenced')],
];

/** Completes the comments that silence checks and the codes in them, and references to tasks, tables and figures. */
export const registerCompletion = (plans: Plans): vscode.Disposable =>
  vscode.Disposable.from(directiveCompletion(), referenceCompletion(plans));

/** After `Task ` or `표 `: the parts that bear such a label, with their titles. */
const referenceCompletion = (plans: Plans): vscode.Disposable =>
  vscode.languages.registerCompletionItemProvider(
    candidates,
    {
      async provideCompletionItems(document, position, token) {
        const before = document.lineAt(position).text.slice(0, position.character);
        const word = /([A-Za-z가-힣]+)(\s?)\d{0,2}$/.exec(before);
        const plan = word ? await plans.of(document, token) : undefined;
        if (plan === undefined || word === null) return [];
        const range = new vscode.Range(position.translate(0, -word[0].length), position);
        const targets = targetsOf(plan.blocks, plan.outline).filter(({ label }) =>
          sameLabel({ label: word[1]!.toLowerCase() }, { label }),
        );
        return targets
          .filter(({ start, end }) => !overlaps({ start, end }, spanOf(document, range)))
          .map(({ number, title }, index) => {
            const text = `${word[1]!}${word[2] === '' && /[A-Za-z]$/.test(word[1]!) ? ' ' : word[2]!}${number}`;
            const item = new vscode.CompletionItem(
              { label: text, description: title },
              vscode.CompletionItemKind.Reference,
            );
            item.sortText = String(index).padStart(4, '0');
            item.range = range;
            item.insertText = text;
            return item;
          });
      },
    },
    ' ',
  );

const directiveCompletion = (): vscode.Disposable =>
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
      item.detail = say(vscode.l10n.bundle, says);
      return item;
    });
