import type { Finding } from './check';
import { nodeAt, pathAt } from '../outline/outline';
import type { PlanFacts } from '../plan';

/**
 * A name for a finding that survives edits elsewhere in the document: its code, the headings above it and its own text,
 * without spaces, hashed to 16 hexadecimal digits. Equal findings under one heading are told apart by `ordinal`, which
 * counts from 0 in order of start. For baselines and for SARIF's partial fingerprints.
 */
export function fingerprints(plan: Pick<PlanFacts, 'source' | 'outline'>, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const path = pathAt(plan.outline, finding.start) ?? [];
    const titles = path.map((_, depth) => nodeAt(plan.outline, path.slice(0, depth + 1))?.title ?? '');
    const text = plan.source.slice(finding.start, finding.end);
    const name = [finding.code, ...titles, text].map((part) => part.replace(/[\s\u00a0]+/g, '')).join('\u0001');
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return hash(ordinal === 0 ? name : `${name}\u0001${ordinal}`);
  });
}

/** FNV-1a over UTF-16 code units, twice with different offsets: 64 bits, enough to name a few thousand findings. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) + (a >>> 24);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
