import * as vscode from 'vscode';
import { analyseInSteps } from '../analyse';
import type { AnalyseOptions, Plan } from '../core';
import { isCandidate } from './candidate';
import type { Parts } from './parts';
import type { Settings } from './settings';
import { inSlices } from './slices';

/** The plans that are open in the editor: one analysis a document version, whoever asks. */
export interface Plans extends vscode.Disposable {
  /**
   * The plan of the document as it stands, analysed now if need be; undefined where the document is no plan, or where
   * nobody waits for the answer any more.
   */
  of(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Plan | undefined>;
  /** The plan last published for a document that is or was shown; it may be one debounce old. */
  shown(document: vscode.TextDocument): Plan | undefined;
  /** A shown document was analysed at its present version, became or ceased to be a plan, or was closed. */
  readonly onDidPublish: vscode.Event<Published>;
  readonly settings: Settings;
  readonly parts: Parts;
}

export interface Published {
  readonly document: vscode.TextDocument;
  /** Undefined: no plan, or closed. */
  readonly plan: Plan | undefined;
}

/** What is kept of one document. */
interface Kept {
  /** How it is to be read; a new promise when settings change. */
  options?: Promise<AnalyseOptions>;
  /** The analysis of its present version, while it goes on. */
  reading?: Promise<void>;
  /** The last analysis and the document version that it stands at; absent until there is one. */
  plan?: Plan;
  version?: number;
  /** What was published last and at what version. */
  published?: { readonly plan: Plan | undefined; readonly version: number };
  /** Set from when it was shown first: what nobody has seen is read only when it is asked for, and told to nobody. */
  timer?: ReturnType<typeof setTimeout>;
  /** How long the last analysis took, in milliseconds: typing in a slow document waits longer. */
  took: number;
}

/** Milliseconds of quiet after a keystroke before a document is analysed. */
const quiet = 120;

/** Milliseconds after which the reader is told that a document is still being read. */
const patience = 200;

export function openPlans(settings: Settings, parts: Parts): Plans {
  const kept = new Map<vscode.TextDocument, Kept>();
  const published = new vscode.EventEmitter<Published>();

  const keep = (document: vscode.TextDocument): Kept => {
    let state = kept.get(document);
    if (state === undefined) kept.set(document, (state = { took: 0 }));
    return state;
  };

  const of: Plans['of'] = async (document, token) => {
    if (document.isClosed || !isCandidate(document)) return undefined;
    const state = keep(document);
    const asked = (state.options ??= settings.of(document));
    const options = await asked;
    if (document.isClosed || kept.get(document) !== state) return undefined; // closed meanwhile
    if (token?.isCancellationRequested) return undefined;
    if (state.options !== asked) return of(document, token); // settings changed meanwhile
    if (options.plan === false) {
      state.version = document.version; // nothing of it need be read
      return undefined;
    }
    const { plan } = state;
    if (plan === undefined || state.version !== document.version) {
      await (state.reading ??= read(document, state, options));
      return kept.get(document) === state ? of(document, token) : undefined; // whatever has changed meanwhile
    }
    return plan.isPlan ? plan : undefined;
  };

  /** The analysis, which leaves the host free in between; given up when the document or its settings change. */
  const read = async (document: vscode.TextDocument, state: Kept, options: AnalyseOptions): Promise<void> => {
    const { version } = document;
    const { options: asked, plan: before } = state;
    const isWanted = () => kept.get(document) === state && document.version === version && state.options === asked;
    const from = Date.now();
    try {
      const steps = analyseInSteps(textOf(document), options, before);
      const plan = await toldWhenLong(inSlices(steps, isWanted));
      if (plan !== undefined) Object.assign(state, { plan, version, took: Date.now() - from });
    } finally {
      delete state.reading;
    }
  };

  const publish = async (document: vscode.TextDocument) => {
    const plan = await of(document);
    const state = kept.get(document);
    if (state === undefined) return;
    if (!isOpen(document)) return close(document); // its tab has gone while it was read
    if (state.version !== document.version) return schedule(document, quiet); // typed meanwhile
    state.published = { plan, version: document.version };
    published.fire({ document, plan });
  };

  const schedule = (document: vscode.TextDocument, delay: number) => {
    const state = keep(document);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void publish(document), delay);
  };

  const showing = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (isCandidate(document) && kept.get(document)?.published?.version !== document.version) schedule(document, 0);
    }
  };

  const close = (document: vscode.TextDocument) => {
    const state = kept.get(document);
    if (state === undefined) return;
    clearTimeout(state.timer);
    kept.delete(document);
    if (state.published?.plan !== undefined) published.fire({ document, plan: undefined });
  };

  /** The editor may keep a document for minutes after its last tab has gone. */
  const closeUnseen = () => {
    for (const [document, { timer }] of kept) if (timer !== undefined && !isOpen(document)) close(document);
  };

  const subscriptions = [
    published,
    vscode.window.onDidChangeVisibleTextEditors(() => {
      closeUnseen();
      showing();
    }),
    vscode.workspace.onDidOpenTextDocument(showing), // also when a document on the screen is given another language
    vscode.workspace.onDidCloseTextDocument(close),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) closeUnseen();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const state = kept.get(document);
      if (state?.timer !== undefined) schedule(document, Math.max(quiet, state.took));
    }),
    settings.onDidChange(() => {
      for (const [document, state] of kept) {
        delete state.options;
        delete state.plan;
        delete state.version;
        if (state.timer !== undefined) schedule(document, 0);
      }
    }),
  ];
  showing();

  return {
    of,
    shown: (document) => kept.get(document)?.published?.plan,
    onDidPublish: published.event,
    settings,
    parts,
    dispose() {
      for (const { timer } of kept.values()) clearTimeout(timer);
      kept.clear();
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

/** Whether the document is on the screen or behind a tab; a new one may be on the screen before its tab is there. */
export const isOpen = (document: vscode.TextDocument): boolean =>
  !document.isClosed && (isVisible(document) || hasTab(document));

const isVisible = (document: vscode.TextDocument): boolean =>
  vscode.window.visibleTextEditors.some((editor) => editor.document === document);

const hasTab = ({ uri }: vscode.TextDocument): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString() === uri.toString();
      return input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString();
    }),
  );

/** The core drops a leading byte-order mark; a space in its place keeps every offset that of the document. */
const textOf = (document: vscode.TextDocument): string => document.getText().replace(/^\ufeff/, ' ');

/** Says in the status bar that a document is being read, where that takes longer than a glance. */
async function toldWhenLong<T>(work: Promise<T>): Promise<T> {
  const location = vscode.ProgressLocation.Window;
  const timer = setTimeout(
    () => void vscode.window.withProgress({ location, title: vscode.l10n.t('Planlint is reading') }, () => work),
    patience,
  );
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
