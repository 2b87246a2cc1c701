import * as vscode from 'vscode';
import type * as Grammar from '../language/grammar';
import type * as Features from './features';

/** The heavy parts of the extension, each a file of its own beside it: read when it is first needed, and then kept. */
export interface Parts {
  /** What the extension adds to the editor, and the core that reads plans. */
  features(): Promise<typeof Features>;
  /** What an English sentence says. */
  grammar(): Promise<typeof Grammar>;
}

export const openParts = (extension: vscode.Uri): Parts => ({
  features: onFirstNeed(vscode.Uri.joinPath(extension, 'dist', 'editor', 'features.js')),
  grammar: onFirstNeed(vscode.Uri.joinPath(extension, 'dist', 'editor', 'grammar.js')),
});

function onFirstNeed<Part>(file: vscode.Uri): () => Promise<Part> {
  let part: Promise<Part> | undefined;
  return () =>
    (part ??= load<Part>(file).catch((error: unknown) => {
      part = undefined; // the next who asks may have more luck: the host of a web editor may have been out of reach
      throw error;
    }));
}

/**
 * A web worker host has neither `require` for files nor modules at the extension's address: as the host itself does with
 * an extension, the file is read and run, in both hosts alike.
 */
async function load<Part>(file: vscode.Uri): Promise<Part> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${file.toString(true)}`);
  run(module, module.exports, () => vscode); // the one module that they share with the host
  return module.exports as Part;
}
