import { analyse } from '../../src/analyse';
import { applyEdits } from '../../src/edits/edit';
import type { Finding } from '../../src/checks/check';
import type { AnalyseOptions, Plan } from '../../src/plan';

/**
 * A sound document and single mistakes to put into it. `base` must stay silent (no warning, no error); each fault
 * replaces the `occurrence`-th `find` by `replace` and must be found by `code` or one of `also`, at one of the places
 * in `at`. Where `restores` is true one of its fixes must give back the sound text; `alternatives` are other right fixes.
 */
export interface FaultCase {
  readonly id: string;
  readonly lang: string;
  readonly format: string;
  readonly year?: number | null;
  readonly region?: string | null;
  readonly base: string;
  readonly faults: readonly Fault[];
}

interface Replacement {
  readonly find: string;
  readonly occurrence?: number;
  readonly replace: string;
}

interface Fault extends Replacement {
  readonly id: string;
  readonly code: string;
  readonly also?: readonly string[];
  readonly at?: readonly { readonly raw: string; readonly occurrence?: number }[];
  readonly restores?: boolean;
  readonly alternatives?: readonly Replacement[];
}

export interface Tally {
  readonly alarms: string[];
  readonly missed: string[];
  readonly unmended: string[];
  readonly noise: string[];
  faults: number;
  mendable: number;
}

const isLoud = (finding: Finding): boolean => finding.severity === 'warning' || finding.severity === 'error';

/** Puts each fault into its document, as an editor does, and tells what was found and mended. */
export function tallyOf(cases: readonly FaultCase[]): Tally {
  const tally: Tally = { alarms: [], missed: [], unmended: [], noise: [], faults: 0, mendable: 0 };
  for (const one of cases) {
    const options: AnalyseOptions = {
      format: one.format === 'md' ? 'markdown' : 'text',
      ...(typeof one.year === 'number' ? { year: one.year } : {}),
      ...(typeof one.region === 'string' ? { region: one.region } : {}),
      ...(one.lang === 'mixed' ? {} : { language: one.lang }),
    };
    const plan = analyse(one.base, options);
    const sound = plan.findings;
    tally.alarms.push(...sound.filter(isLoud).map((finding) => `${one.id} ${finding.code}: ${finding.message}`));
    const known = new Set(sound.map((finding) => `${finding.code}|${finding.message}`));
    for (const fault of one.faults) addFault(tally, one, fault, plan, known);
  }
  return tally;
}

function addFault(tally: Tally, one: FaultCase, fault: Fault, plan: Plan, known: Set<string>): void {
  const text = replaced(one.base, fault);
  if (text === null) throw new Error(`${fault.id}: ${JSON.stringify(fault.find)} is not in its document`);
  const name = `${fault.id} ${fault.code}: ${JSON.stringify(fault.find)} → ${JSON.stringify(fault.replace)}`;
  const fresh = analyse(text, plan.options, plan).findings.filter((f) => !known.has(`${f.code}|${f.message}`));
  const places = (fault.at ?? []).map(({ raw, occurrence }) => {
    const start = offsetOf(text, raw, occurrence);
    return { start, end: start + raw.length };
  });
  const touches = (span: { start: number; end: number }): boolean =>
    places.some((place) => span.start < place.end && place.start < Math.max(span.end, span.start + 1));
  const codes = [fault.code, ...(fault.also ?? [])];
  const hits = fresh.filter((f) => codes.includes(f.code) && (touches(f) || f.related.some(touches)));
  tally.faults++;
  if (hits.length === 0) tally.missed.push(name);
  tally.noise.push(
    ...fresh.filter((f) => isLoud(f) && !hits.includes(f)).map((f) => `${name}: ${f.code} ${f.message}`),
  );
  const right = [
    ...(fault.restores === true ? [one.base] : []),
    ...(fault.alternatives ?? []).flatMap((other) => replaced(text, other) ?? []),
  ];
  if (right.length === 0) return;
  tally.mendable++;
  const offered = hits.flatMap((f) => f.fixes).map((fix) => applyEdits(text, fix.edits));
  if (!offered.some((result) => right.includes(result))) tally.unmended.push(name);
}

function offsetOf(text: string, words: string, occurrence = 1): number {
  let at = -1;
  for (let i = 0; i < occurrence; i++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

function replaced(text: string, { find, occurrence, replace }: Replacement): string | null {
  const at = offsetOf(text, find, occurrence);
  return at < 0 ? null : text.slice(0, at) + replace + text.slice(at + find.length);
}
