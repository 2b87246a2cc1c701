import type { PlanFacts } from '../plan';
import { overlaps, type Span } from '../text/span';
import type { Finding } from './check';

/**
 * What the document and the settings accept as it stands:
 *
 *     <!-- planlint-disable table-total stale-year -->   …   <!-- planlint-enable -->
 *     <!-- planlint-disable-next-line prose-total -->
 *     front matter, or options: ignore: [{code: table-total, text: Total 2023}]
 *
 * A directive without codes is about all checks.
 */
export interface Acceptance {
  /** Empty: every check. */
  readonly codes: readonly string[];
  /** The stretch of the source in which findings are accepted; null: anywhere. */
  readonly where: Span | null;
  /** What the finding's own text must contain; null: nothing. */
  readonly text: string | null;
  /** Where it is written in the document; null where it comes from the settings. */
  readonly written: Span | null;
}

/** Everything that the document and the options accept. */
export function acceptances(plan: PlanFacts): Acceptance[] {
  const fromOptions = (plan.options.ignore ?? []).map(({ code, text }): Acceptance => ({
    codes: code === '*' ? [] : [code],
    where: null,
    text,
    written: null,
  }));
  return [...fromOptions, ...fromMatter(plan), ...fromDirectives(plan)];
}

/** Whether the acceptance covers the finding. */
export function accepts(acceptance: Acceptance, finding: Finding, source: string): boolean {
  const { codes, where, text } = acceptance;
  if (codes.length > 0 && !codes.includes(finding.code)) return false;
  if (where !== null && !overlaps(where, { start: finding.start, end: Math.max(finding.end, finding.start + 1) })) {
    return false;
  }
  return text === null || source.slice(finding.start, finding.end).includes(text);
}

function fromDirectives({ source, blocks }: PlanFacts): Acceptance[] {
  const found: Acceptance[] = [];
  let open: { codes: readonly string[]; from: number; written: Span }[] = [];
  const close = (codes: readonly string[], end: number): void => {
    const closing = open.filter((one) => codes.length === 0 || one.codes.some((code) => codes.includes(code)));
    for (const { codes: own, from, written } of closing) {
      found.push({ codes: own, where: { start: from, end }, text: null, written });
    }
    open = open.filter((one) => !closing.includes(one));
  };
  const code = blocks.filter((block) => block.kind === 'code' && block.end - block.start > 0);
  for (let at = source.indexOf(opening); at >= 0; at = source.indexOf(opening, at + 1)) {
    const end = source.indexOf('-->', at);
    if (end < 0) break;
    const written = { start: at, end: end + 3 };
    const isExample = code.some(
      (block) => overlaps(block, written) && !/^\s*<!--/.test(source.slice(block.start, block.start + 80)),
    );
    const [verb, ...codes] = source
      .slice(at + opening.length, end)
      .trim()
      .split(/[\s,]+/);
    if (isExample || verb === undefined) continue;
    if (verb === 'disable') open.push({ codes, from: written.end, written });
    else if (verb === 'enable') close(codes, written.start);
    else if (verb === 'disable-next-line') {
      found.push({ codes, where: nextLine(source, written.end), text: null, written });
    }
  }
  close([], source.length + 1);
  return found.sort((a, b) => (a.written?.start ?? 0) - (b.written?.start ?? 0));
}

const opening = '<!-- planlint-';

/** The next line that is not blank. */
function nextLine(source: string, from: number): Span {
  const lineEnd = source.indexOf('\n', from);
  let start = lineEnd < 0 ? source.length : lineEnd + 1;
  while (start < source.length && /\s/.test(source[start]!)) start++;
  const end = source.indexOf('\n', start);
  return { start, end: end < 0 ? source.length + 1 : end };
}

/**
 * `ignore:` in the front matter, in the two forms that people write:
 *
 *     ignore:                                       ignore:
 *       - code: table-total                           - {code: table-total, text: "Total"}
 *         text: Total 2023
 */
function fromMatter({ blocks, source }: PlanFacts): Acceptance[] {
  const matter = blocks.find((block) => block.kind === 'matter');
  if (matter === undefined) return [];
  const found: Acceptance[] = [];
  let current: { code: string; text: string; start: number; end: number } | null = null;
  const finish = (): void => {
    if (current !== null && (current.code !== '' || current.text !== '')) {
      const { code, text, start, end } = current;
      found.push({ codes: code === '' || code === '*' ? [] : [code], where: null, text, written: { start, end } });
    }
    current = null;
  };
  let inside = -1;
  let at = matter.start;
  for (const line of source.slice(matter.start, matter.end).split('\n')) {
    const indent = line.length - line.trimStart().length;
    const text = line.trim();
    const start = at + indent;
    at += line.length + 1;
    if (/^ignore:\s*$/.test(text)) inside = indent;
    else if (inside >= 0 && text !== '' && (indent > inside || text.startsWith('-'))) {
      if (text.startsWith('-')) finish();
      current ??= { code: '', text: '', start, end: start };
      current.end = start + text.length;
      for (const [, key, value] of text.matchAll(/\b(code|text):[ \t]*("[^"]*"|'[^']*'|[^,}\n]*)/g)) {
        current[key as 'code' | 'text'] = value!.trim().replace(/^(["'])(.*)\1$/, '$2');
      }
    } else if (text !== '') {
      finish();
      inside = -1;
    }
  }
  finish();
  return found;
}
