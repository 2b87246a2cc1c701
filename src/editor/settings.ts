import * as vscode from 'vscode';
import type { Severity } from '../checks/check';
import type { AnalyseOptions } from '../plan';
import { watchConfigurationFiles, type ConfigurationFiles } from './configuration-file';

/** How documents are to be read: the editor's settings, the shared configuration file, the reader's own choice. */
export interface Settings extends vscode.Disposable {
  /** The options for the document as it stands. */
  of(document: vscode.TextDocument): Promise<AnalyseOptions>;
  /** The reader says that this document is a plan or is none, whatever its content. */
  choose(document: vscode.TextDocument, plan: boolean): Promise<void>;
  readonly files: ConfigurationFiles;
  /** Something changed that may bear on any document. */
  readonly onDidChange: vscode.Event<void>;
}

/** One setting of a document, in the scope of its folder and language. */
export const setting = <T>(document: vscode.TextDocument, name: string, otherwise: T): T =>
  vscode.workspace.getConfiguration('planlint', document).get<T>(name) ?? otherwise;

export function openSettings(memory: vscode.Memento): Settings {
  const changed = new vscode.EventEmitter<void>();
  const files = watchConfigurationFiles();
  const choices = openChoices(memory);
  const subscriptions = [
    changed,
    files,
    files.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planlint')) changed.fire();
    }),
  ];
  return {
    files,
    onDidChange: changed.event,
    async of(document) {
      const file = await files.of(document.uri);
      const year = file.year ?? setting<number | null>(document, 'year', null);
      const language = file.language ?? setting(document, 'language', 'auto');
      const region = file.region ?? setting(document, 'region', '');
      const plan = choices.of(document) ?? declared(document) ?? matched(document);
      return {
        path: document.uri.path,
        format: document.languageId === 'markdown' ? 'markdown' : 'text',
        checks: { ...setting<Record<string, Severity | 'off'>>(document, 'checks', {}), ...file.checks },
        ignore: [...setting<NonNullable<AnalyseOptions['ignore']>>(document, 'ignore', []), ...(file.ignore ?? [])],
        ...(year !== null && { year }),
        ...(language !== 'auto' && { language }),
        ...(region !== '' && { region }),
        ...(plan !== undefined && { plan }),
        ...(vscode.l10n.bundle !== undefined && { messages: vscode.l10n.bundle }),
      };
    },
    async choose(document, plan) {
      await choices.keep(document, plan);
      changed.fire();
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** What the reader chose: kept with the workspace, for an untitled document as long as it is open. */
function openChoices(memory: vscode.Memento) {
  const key = 'planlint.choices';
  const stored = () => memory.get<Record<string, boolean>>(key, {});
  const untitled = new WeakMap<vscode.TextDocument, boolean>();
  return {
    of: (document: vscode.TextDocument): boolean | undefined =>
      document.isUntitled ? untitled.get(document) : stored()[document.uri.toString()],
    async keep(document: vscode.TextDocument, plan: boolean): Promise<void> {
      if (document.isUntitled) untitled.set(document, plan);
      else await memory.update(key, { ...stored(), [document.uri.toString()]: plan });
    },
  };
}

/** What the document's own front matter says. */
function declared(document: vscode.TextDocument): boolean | undefined {
  if (document.lineAt(0).text.trim() !== '---') return undefined;
  const last = Math.min(document.lineCount, 60);
  for (let line = 1; line < last; line++) {
    const { text } = document.lineAt(line);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) return undefined;
    const said = /^planlint:\s*(true|false)\s*$/.exec(text)?.[1];
    if (said !== undefined) return said === 'true';
  }
  return undefined;
}

/** What the lists of globs say: a plan that is listed wins over files that are left alone. */
function matched(document: vscode.TextDocument): boolean | undefined {
  const matches = (patterns: readonly string[]) =>
    patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
  if (matches(setting<string[]>(document, 'plans.include', []))) return true;
  if (matches(setting<string[]>(document, 'plans.exclude', []))) return false;
  return undefined;
}
