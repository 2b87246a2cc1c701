import type * as vscode from 'vscode';

/** The kinds of document that can be a plan, as editor features select them. */
export const candidates: vscode.DocumentSelector = [{ language: 'markdown' }, { language: 'plaintext' }];

/** Where documents live that nobody drafts in: logs, old versions, input boxes. */
const aside = new Set([
  'output',
  'git',
  'vscode-scm',
  'comment',
  'debug',
  'vscode-terminal',
  'vscode-settings',
  'search-editor',
  'walkThrough',
  'walkThroughSnippet',
  'vscode-chat-code-block',
  'chat-editing-text-model',
]);

/** Whether a document can be a plan at all: Markdown or plain text that somebody drafts, wherever it is kept. */
export const isCandidate = ({ languageId, uri }: vscode.TextDocument): boolean =>
  (languageId === 'markdown' || languageId === 'plaintext') && !aside.has(uri.scheme);
