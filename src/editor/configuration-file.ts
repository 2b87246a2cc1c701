import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Severity } from '../checks/check';
import type { AnalyseOptions } from '../plan';

/** The name of the file that the editor and the command line share. */
export const configurationFile = '.planlintrc.json';

/** What a configuration file can say; fields of another type are left out (the file's JSON Schema reports them). */
export type Configuration = Pick<AnalyseOptions, 'checks' | 'ignore' | 'year' | 'language' | 'region'>;

/** The configuration files of the workspace, each read once until it changes. */
export interface ConfigurationFiles extends vscode.Disposable {
  /** What the nearest file at or above the document's folder says; empty where there is none. */
  of(uri: vscode.Uri): Promise<Configuration>;
  /** The nearest file at or above the document's folder, or undefined. */
  nearest(uri: vscode.Uri): Promise<vscode.Uri | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

export function watchConfigurationFiles(): ConfigurationFiles {
  const changed = new vscode.EventEmitter<void>();
  const read = new Map<string, Promise<Configuration | undefined>>();
  const forget = (uri: vscode.Uri) => {
    read.delete(uri.toString());
    changed.fire();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${configurationFile}`);
  const subscriptions = [
    changed,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidCreate(forget),
    watcher.onDidDelete(forget),
  ];

  const contents = (uri: vscode.Uri): Promise<Configuration | undefined> => {
    const key = uri.toString();
    let known = read.get(key);
    if (known === undefined) read.set(key, (known = load(uri)));
    return known;
  };

  const nearest = async (uri: vscode.Uri): Promise<vscode.Uri | undefined> => {
    for (const candidate of placesFor(uri)) if ((await contents(candidate)) !== undefined) return candidate;
    return undefined;
  };

  return {
    onDidChange: changed.event,
    nearest,
    async of(uri) {
      const file = await nearest(uri);
      return (file && (await contents(file))) ?? {};
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/**
 * Where a file for the document may lie: its folder and those above it, up to the workspace folder that holds it. A
 * document outside every workspace folder looks in its own folder alone, an untitled one in the first workspace folder.
 */
function placesFor(uri: vscode.Uri): vscode.Uri[] {
  if (uri.scheme === 'untitled') {
    const first = vscode.workspace.workspaceFolders?.[0];
    return first === undefined ? [] : [vscode.Uri.joinPath(first.uri, configurationFile)];
  }
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
  const places: vscode.Uri[] = [];
  let folder = vscode.Uri.joinPath(uri, '..');
  for (;;) {
    places.push(vscode.Uri.joinPath(folder, configurationFile));
    if (top === undefined || folder.path === top || folder.path.length <= top.length) return places;
    folder = vscode.Uri.joinPath(folder, '..');
  }
}

async function load(uri: vscode.Uri): Promise<Configuration | undefined> {
  let bytes;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined; // no such file, which is the usual case
  }
  return configurationOf(parse(new TextDecoder().decode(bytes), [], { allowTrailingComma: true }) as unknown);
}

const severities = new Set(['error', 'warning', 'info', 'hint', 'off']);

function configurationOf(value: unknown): Configuration {
  if (!isObject(value)) return {};
  const { checks, ignore, year, language, region } = value;
  return {
    ...(isObject(checks) && {
      checks: Object.fromEntries(
        Object.entries(checks).filter((entry): entry is [string, Severity | 'off'] =>
          severities.has(entry[1] as string),
        ),
      ),
    }),
    ...(Array.isArray(ignore) && { ignore: ignore.filter(isIgnored) }),
    ...(typeof year === 'number' && { year }),
    ...(typeof language === 'string' && { language }),
    ...(typeof region === 'string' && { region }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIgnored = (value: unknown): value is { code: string; text: string } =>
  isObject(value) && typeof value.code === 'string' && typeof value.text === 'string';
