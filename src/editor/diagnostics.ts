import * as vscode from 'vscode';
import type { Finding, Severity } from '../checks/check';
import type { Span } from '../text/span';
import { flatMapped } from '../text/steps';
import { explainCommand } from './explain';
import { rangeOf } from './place';
import type { Plans } from './plans';
import { setting } from './settings';
import { inSlices } from './slices';
import { watchTyping } from './typing';

/** The name under which the editor lists findings. */
export const source = 'Planlint';

/** Findings as problems, live while typing; a new one on the line being typed waits until the line is left. */
export function registerDiagnostics(plans: Plans): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('planlint');
  const typing = watchTyping();
  const shown = new Map<vscode.TextDocument, ReadonlySet<string>>();

  const clear = (document: vscode.TextDocument) => {
    shown.delete(document);
    collection.delete(document.uri);
  };

  const publish = async (document: vscode.TextDocument) => {
    const plan = await plans.of(document);
    if (plan === undefined || plans.shown(document) === undefined) return; // cleared when it was closed
    const { version } = document;
    const line = setting(document, 'quietWhileTyping', true) ? typing.lineIn(document) : undefined;
    const before = shown.get(document);
    const findings = plan.findings.filter(
      (finding) => line === undefined || before?.has(keyOf(finding)) || !touches(document, finding, line),
    );
    const isWanted = () => document.version === version && plans.shown(document) !== undefined;
    const diagnostics = await inSlices(
      flatMapped(findings, (finding) => [diagnosticOf(document, finding)]),
      isWanted,
    );
    if (diagnostics === undefined) return; // another version is published soon, or the document was closed
    shown.set(document, new Set(findings.map(keyOf)));
    collection.set(document.uri, diagnostics);
  };

  return vscode.Disposable.from(
    collection,
    typing,
    plans.onDidPublish(({ document, plan }) => {
      if (plan === undefined)
        clear(document); // at once: a new document may soon bear the same name
      else void publish(document);
    }),
    typing.onDidLeave((document) => void (plans.shown(document) && publish(document))),
  );
}

const keyOf = ({ code, message }: Finding): string => `${code} ${message}`;

/** Whether the finding stands on the line or was reckoned with a figure on it. */
const touches = (document: vscode.TextDocument, finding: Finding, line: number): boolean =>
  [finding, ...finding.related].some((span: Span) => {
    const { start, end } = rangeOf(document, span);
    return start.line <= line && line <= end.line;
  });

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, severities[finding.severity]);
  diagnostic.source = source;
  diagnostic.code = {
    value: finding.code,
    target: vscode.Uri.parse(`command:${explainCommand}?${encodeURIComponent(JSON.stringify([finding.code]))}`),
  };
  diagnostic.relatedInformation = finding.related.map(
    (related) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, related)),
        related.message,
      ),
  );
  return diagnostic;
}
