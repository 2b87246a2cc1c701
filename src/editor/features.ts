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
import { openLabels } from './labels';
import { registerMenu } from './menu';
import { registerPlanView } from './plan-view';
import type { Parts } from './parts';
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

/** All that the extension does, once it is loaded. */
export interface Features extends vscode.Disposable {
  /** The plan of a document as it stands; undefined where it is no plan. */
  planOf(document: vscode.TextDocument): Promise<Plan | undefined>;
}

/** Everything that the extension adds to the editor, a line a feature. */
export function openFeatures(extension: vscode.Uri, memory: vscode.Memento, parts: Parts): Features {
  const settings = openSettings(memory);
  const plans = openPlans(settings, parts);
  const focus = watchFocus(plans);
  const label = openLabels(parts);
  const all = vscode.Disposable.from(
    settings,
    plans,
    focus,
    registerChoice(settings),
    registerCodeLenses(plans),
    registerCompletion(plans),
    registerConvert(plans),
    registerDeclaredMarks(plans),
    registerDiagnostics(plans),
    registerExplain(extension),
    registerExport(plans),
    registerFigureViews(focus, label),
    registerFixes(plans),
    registerFixWorkspace(plans),
    registerFolding(plans),
    registerHover(plans, label),
    registerInlayHints(plans),
    registerMenu(focus),
    registerPlanView(plans, focus, label),
    registerReferences(plans),
    registerRename(plans),
    registerReveal(),
    registerRework(plans),
    registerSample(extension),
    registerSelectionRanges(plans),
    registerSemanticTokens(plans),
    registerSilenceCommands(settings),
    registerStatus(focus),
    registerSteps(plans, label),
    registerSymbols(plans, label),
  );
  return { planOf: plans.of, dispose: () => all.dispose() };
}
