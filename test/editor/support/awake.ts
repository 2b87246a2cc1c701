import * as vscode from 'vscode';
import { activate } from '../../../src/editor/extension';
import { instead } from './instead';

/** The extension, awake once more beside the installed one: its parts within reach, its commands under names of its own. */
export interface Awake {
  /** What the views were made of, by the view's id. */
  readonly views: ReadonlyMap<string, vscode.TreeViewOptions<unknown>>;
  /** The items of the status bar, by their id. */
  readonly items: ReadonlyMap<string, vscode.StatusBarItem>;
  /** Runs a command of this one, named without `planlint.`. */
  run(command: string, ...values: unknown[]): Promise<unknown>;
  /** What it has asked of the editor and not given back: names of functions of the API. */
  left(): readonly string[];
  /** What the editor does when it puts the extension to sleep. */
  sleep(): void;
}

let times = 0;

/** While it wakes, whatever the editor hands out is counted, and again when it is given back. */
export async function awaken(): Promise<Awake> {
  const suffix = `.again${++times}`;
  const left = new Map<object, string>();
  const items = new Map<string, vscode.StatusBarItem>();
  const views = new Map<string, vscode.TreeViewOptions<unknown>>();
  const counted = <T extends { dispose(): unknown }>(name: string, made: T): T => {
    const dispose = made.dispose.bind(made);
    const given = Object.isFrozen(made) ? (Object.create(made) as T) : made;
    left.set(given, name);
    return Object.defineProperty(given, 'dispose', {
      value: () => {
        left.delete(given);
        return dispose();
      },
    });
  };

  const restore: (() => void)[] = [];
  for (const space of [vscode.commands, vscode.languages, vscode.window, vscode.workspace]) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(space))) {
      if (typeof value !== 'function' || !/^(?:register|create|onDid|onWill)/.test(name)) continue;
      const original = value as (...values: unknown[]) => { dispose(): unknown };
      restore.push(
        instead(space, name, (first: unknown, ...rest: unknown[]) => {
          if (name === 'createTreeView') {
            views.set(first as string, rest[0] as vscode.TreeViewOptions<unknown>);
            return counted(name, hiddenView());
          }
          const named = space === vscode.commands || name === 'createLanguageStatusItem';
          const made = counted(name, original.call(space, named ? `${first as string}${suffix}` : first, ...rest));
          if (name === 'createStatusBarItem') items.set(first as string, made as vscode.StatusBarItem);
          return made;
        }),
      );
    }
  }
  const subscriptions: vscode.Disposable[] = [];
  try {
    const { ready } = activate({
      subscriptions,
      extensionUri: vscode.extensions.getExtension('planlint.planlint')!.extensionUri,
      workspaceState: memory(),
    } as unknown as vscode.ExtensionContext);
    await ready;
  } finally {
    restore.forEach((put) => put());
  }
  return {
    views,
    items,
    run: (command, ...values) =>
      vscode.commands.executeCommand(`planlint.${command}${suffix}`, ...values) as Promise<unknown>,
    left: () => [...left.values()],
    sleep: () => subscriptions.forEach((subscription) => void subscription.dispose()),
  };
}

/** A view that nobody sees: the editor has room for one of each id. */
const hiddenView = () => {
  const never = () => new vscode.Disposable(() => undefined);
  return {
    visible: false,
    selection: [],
    onDidChangeVisibility: never,
    onDidChangeSelection: never,
    dispose: () => undefined,
  };
};

/** A place to remember things in, empty at first. */
export function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
    update: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}
