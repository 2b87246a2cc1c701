import * as vscode from 'vscode';
import { instead } from './instead';
import { until } from './plan';

/** While `run` runs, picks what matches from every list it offers; waits for the first, as `saying` does. What was offered comes back. */
export async function picking(label: RegExp, run: () => PromiseLike<unknown>): Promise<string[]> {
  let offered: readonly vscode.QuickPickItem[] = [];
  const put = instead(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
    offered = items;
    return Promise.resolve(items.find((item) => label.test(item.label)));
  });
  try {
    await run();
    await until(
      () => offered,
      (items) => items.length > 0,
      'a list',
    );
  } finally {
    put();
  }
  return offered.map((item) => item.label);
}

/** What the extension tells the reader when `run` runs: waits for the first word, because not every command waits itself. */
export async function saying(run: () => PromiseLike<unknown>): Promise<string[]> {
  const said: string[] = [];
  const put = instead(vscode.window, 'showInformationMessage', (text: string) => {
    said.push(text);
    return Promise.resolve(undefined);
  });
  try {
    await run();
    return await until(
      () => said,
      (found) => found.length > 0,
      'a word',
    );
  } finally {
    put();
  }
}

/** While `run` runs, holds the clipboard. What was copied last comes back. */
export async function copying(run: () => PromiseLike<unknown>): Promise<string> {
  let copied = '';
  const put = instead(vscode.env, 'clipboard', {
    writeText: (text: string) => {
      copied = text;
      return Promise.resolve();
    },
  });
  try {
    await run();
  } finally {
    put();
  }
  return copied;
}
