import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { checks } from '../checks/index';
import { readSettings, type Settings } from '../settings';

/** The name of the file that the editor and the command line share. */
export const configurationFile = '.planlintrc.json';

/** The configuration files of the workspace, each read once until it changes. */
export interface ConfigurationFiles extends vscode.Disposable {
  /** What the nearest file at or above the document's folder says; empty where there is none. */
  of(uri: vscode.Uri): Promise<Settings>;
  /** The nearest file at or above the document's folder, or undefined. */
  nearest(uri: vscode.Uri): Promise<vscode.Uri | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

export function watchConfigurationFiles(): ConfigurationFiles {
  const changed = new vscode.EventEmitter<void>();
  const read = new Map<string, Promise<Settings | undefined>>();
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

  const contents = (uri: vscode.Uri): Promise<Settings | undefined> => {
    const key = uri.toString();
    const known = read.get(key);
    if (known !== undefined) return known;
    const loading = load(uri);
    read.set(key, loading);
    // that there is none is not kept: the watcher may tell of a new file later than somebody asks for it
    void loading.then((settings) => settings ?? read.delete(key));
    return loading;
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

async function load(uri: vscode.Uri): Promise<Settings | undefined> {
  let bytes;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined; // no such file, which is the usual case
  }
  const value: unknown = parse(new TextDecoder().decode(bytes), [], { allowTrailingComma: true });
  const codes = checks.map(({ code }) => code);
  // what is wrong with it, the editor shows by the file's JSON Schema
  return readSettings(value, codes, (template) => template).settings;
}
