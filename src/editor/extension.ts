import * as vscode from 'vscode';
import type { Plan } from '../plan';
import { registerChoice } from './choice';
import { registerCodeLenses } from './code-lenses';
import { registerCompletion } from './completion';
import { registerConvert } from './convert';
import { registerDeclaredMarks } from './declared-marks';
import { registerDiagnostics } from './diagnostics';
import { registerExplain } from './explain';
import { registerExport } from './export';
import { registerFigureViews } from './figure-view';
import { registerFixWorkspace } from './fix-workspace';
import { registerFixes } from './fixes';
import { watchFocus } from './focus';
import { registerFolding } from './folding';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerMenu } from './menu';
import { registerPlanView } from './plan-view';
import { openParts } from './parts';
import { openPlans } from './plans';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerReveal } from './reveal';
import { registerRework } from './rework';
import { registerSample } from './sample';
import { registerSelectionRanges } from './selection';
import { registerSemanticTokens } from './semantic-tokens';
import { openSettings } from './settings';
import { registerSilenceCommands } from './silence-commands';
import { registerStatus } from './status';
import { registerSteps } from './steps';
import { registerSymbols } from './symbols';

/** What other extensions may ask of this one. */
export interface PlanlintApi {
  /** The plan of an open document as it stands; undefined where it is no plan. */
  planOf(uri: vscode.Uri): Promise<Plan | undefined>;
}

/** Everything that the extension adds to the editor, a line a feature; the editor disposes of all of it. */
export function activate(context: vscode.ExtensionContext): PlanlintApi {
  const parts = openParts(context.extensionUri);
  const settings = openSettings(context.workspaceState, parts);
  const plans = openPlans(settings, parts);
  const focus = watchFocus(plans);
  context.subscriptions.push(
    settings,
    plans,
    focus,
    registerChoice(settings),
    registerCodeLenses(plans),
    registerCompletion(plans),
    registerConvert(plans),
    registerDeclaredMarks(plans),
    registerDiagnostics(plans),
    registerExplain(context.extensionUri, parts),
    registerExport(plans),
    registerFigureViews(focus),
    registerFixes(plans),
    registerFixWorkspace(plans),
    registerFolding(plans),
    registerHover(plans),
    registerInlayHints(plans),
    registerMenu(focus),
    registerPlanView(plans, focus),
    registerReferences(plans),
    registerRename(plans),
    registerReveal(),
    registerRework(plans),
    registerSample(context.extensionUri),
    registerSelectionRanges(plans),
    registerSemanticTokens(plans),
    registerSilenceCommands(settings),
    registerStatus(focus),
    registerSteps(plans),
    registerSymbols(plans),
  );
  return { planOf: async (uri) => plans.of(await vscode.workspace.openTextDocument(uri)) };
}
