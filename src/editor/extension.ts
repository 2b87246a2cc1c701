import * as vscode from 'vscode';
import type { Plan } from '../plan';
import type { Features } from './features';
import { openParts } from './parts';

/** What other extensions may ask of this one. */
export interface PlanlintApi {
  /** The plan of an open document as it stands; undefined where it is no plan. */
  planOf(uri: vscode.Uri): Promise<Plan | undefined>;
  /** Resolves when everything that the extension adds is there. */
  readonly ready: Promise<void>;
}

/** The commands that may be called where no plan is open: the first call may come before the features are there. */
const early = ['explainCheck', 'fixWorkspace', 'openSample', 'openSettings'];

/**
 * Holds the editor up for a moment only: the features, and the core that they stand on, are loaded after it. Until they
 * are there, others stand in for the commands.
 */
export function activate(context: vscode.ExtensionContext): PlanlintApi {
  const { extensionUri, workspaceState, subscriptions } = context;
  let asleep = false;
  let features: Features | undefined;
  const parts = openParts(extensionUri);
  const standIns = early.map((name) => standIn(`planlint.${name}`, () => opened));
  const open = async (): Promise<Features | undefined> => {
    const { openFeatures } = await parts.features();
    if (asleep) return undefined;
    standIns.forEach((one) => void one.dispose());
    return (features = openFeatures(extensionUri, workspaceState, parts));
  };
  const opened = open();
  subscriptions.push(...standIns, {
    dispose: () => {
      asleep = true;
      features?.dispose();
    },
  });
  return {
    planOf: async (uri) => (await opened)?.planOf(await vscode.workspace.openTextDocument(uri)),
    ready: opened.then(() => undefined),
  };
}

/** Waits for the true command, which takes its place, and calls that. */
const standIn = (command: string, opened: () => Promise<unknown>): vscode.Disposable =>
  vscode.commands.registerCommand(command, async (...values: unknown[]) => {
    await opened();
    return vscode.commands.executeCommand(command, ...values);
  });
