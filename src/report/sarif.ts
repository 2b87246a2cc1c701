import type { Log, PhysicalLocation, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Check, Finding, Severity } from '../checks/check';
import { linesOf, placeAt, type Lines } from '../text/lines';
import type { Span } from '../text/span';
import type { PlanReport } from '../plan';

/** One plan's findings as they go into a SARIF log. */
export interface SarifPlan {
  readonly plan: PlanReport;
  readonly findings: readonly SarifFinding[];
}

export interface SarifFinding {
  readonly finding: Finding;
  /** Survives edits elsewhere in the document: see `checks/fingerprint.ts`. */
  readonly fingerprint: string;
  /** Where it was accepted as it stands: in the document or its settings, or in a baseline; null where it was not. */
  readonly accepted: 'here' | 'baseline' | null;
}

/** A SARIF 2.1.0 log of one run over plans. `version` is the program's own. */
export function sarif(plans: readonly SarifPlan[], checks: readonly Check[], version: string): Log {
  const codes = checks.map((check) => check.code);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Planlint', semanticVersion: version, rules: checks.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: plans.flatMap(({ plan, findings }) => {
          const lines = linesOf(plan.source);
          return findings.map((one) => resultOf(one, plan, lines, codes));
        }),
      },
    ],
  };
}

const ruleOf = ({ code, says, because, severity, off, reads }: Check): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: says },
  fullDescription: { text: because },
  ...(reads.length === 0 ? {} : { help: { text: reads.join('\n') } }),
  defaultConfiguration: { level: levelOf(severity), enabled: off !== true },
});

function resultOf(
  { finding, fingerprint, accepted }: SarifFinding,
  plan: PlanReport,
  lines: Lines,
  codes: readonly string[],
): Result {
  const at = (span: Span): PhysicalLocation => ({
    artifactLocation: { uri: uriOf(plan.path) },
    region: regionOf(span, lines),
  });
  const index = codes.indexOf(finding.code);
  const fixes = finding.fixes.filter((fix) => fix.edits.length > 0); // SARIF knows no fix without a replacement
  return {
    ruleId: finding.code,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: levelOf(finding.severity),
    message: { text: finding.message },
    locations: [{ physicalLocation: at(finding) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            physicalLocation: at(related),
            message: { text: related.message },
          })),
        }),
    partialFingerprints: { 'planlint/v1': fingerprint },
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(plan.path) },
                replacements: edits.map((edit) => ({
                  deletedRegion: regionOf(edit, lines),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        }),
    // An empty list says that nothing was suppressed; its absence would say that nobody looked.
    suppressions: accepted === null ? [] : [suppressionOf(accepted)],
  };
}

const suppressionOf = (accepted: 'here' | 'baseline'): Suppression =>
  accepted === 'here'
    ? { kind: 'inSource', status: 'accepted' }
    : { kind: 'external', status: 'accepted', justification: 'Listed in the baseline.' };

/** Lines and columns count from 1 in SARIF; the end column is the one after the last character. */
function regionOf(span: Span, lines: Lines) {
  const from = placeAt(lines, span.start);
  const to = placeAt(lines, span.end);
  return {
    startLine: from.line + 1,
    startColumn: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** A path as a URI reference: relative stays relative, other letters than ASCII are percent-encoded. */
function uriOf(path: string): string {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${uri}` : uri;
}
