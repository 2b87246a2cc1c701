import type { Edit } from '../../src/edits/edit';
import type { AnalyseOptions } from '../../src/plan';

/**
 * Reads fixture files: plain text that a policy officer can read and extend.
 *
 *     === the total disagrees with its parts {language: en, year: 2026, format: md}
 *     - Task 1: [[~|KRW 3 billion]]
 *     Total: [[KRW 9 billion]]
 *     --- says
 *     The tasks add up to KRW 3 billion; the total says KRW 9 billion.
 *     --- after: Write KRW 3 billion
 *     …
 *
 * `[[…]]` must be found, exactly, and nothing that is not marked; `[[name|…]]` says by which check or as which kind,
 * `[[~|…]]` marks a related span, `<|>` the cursor. Lines before the first `===` are a comment.
 */
export interface Case {
  readonly file: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly text: string;
  readonly marks: readonly Marked[];
  readonly cursor: number | null;
  /** Sections by name, in order: `says`, `is`, `after: title`. */
  readonly sections: readonly { readonly name: string; readonly body: string }[];
}

export interface Marked {
  readonly name: string | null;
  readonly start: number;
  readonly end: number;
}

export function readCases(file: string, content: string): Case[] {
  const cases: Case[] = [];
  for (const part of `\n${content}`.split(/\n===[ \t]+/).slice(1)) {
    const [head = '', ...lines] = part.split('\n');
    const header = /^(.*?)\s*(?:\{(.*)\})?\s*$/.exec(head);
    const sections: { name: string; lines: string[] }[] = [{ name: '', lines: [] }];
    for (const line of lines) {
      const section = /^--- ?([^-].*)$/.exec(line); // `-----` under a line is a heading of Markdown
      if (section) sections.push({ name: section[1]!.trim(), lines: [] });
      else sections.at(-1)!.lines.push(line);
    }
    const [body, ...rest] = sections.map(({ name, lines }) => ({ name, body: trimmed(lines) }));
    cases.push({
      file,
      title: header?.[1] ?? head,
      settings: readSettings(header?.[2] ?? ''),
      ...unmark(body!.body),
      sections: rest,
    });
  }
  return cases;
}

/** The analysis options that a case's settings ask for. */
export function optionsOf(settings: Case['settings']): AnalyseOptions {
  const { language, year, region, format, path } = settings;
  return {
    ...(language === undefined ? {} : { language }),
    ...(region === undefined ? {} : { region }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(format === undefined ? {} : { format: format === 'md' ? 'markdown' : 'text' }),
    ...(path === undefined ? {} : { path }),
  };
}

/** Takes the marks out of a text and says where they stood. Marks may nest. */
export function unmark(marked: string): { text: string; marks: Marked[]; cursor: number | null } {
  let text = '';
  let cursor: number | null = null;
  const open: { name: string | null; start: number; at: number }[] = [];
  const marks: (Marked & { at: number })[] = [];
  for (let i = 0; i < marked.length; i++) {
    if (marked.startsWith('[[', i)) {
      const name = /^\[\[([a-z~][a-z-]*|~)\|/.exec(marked.slice(i, i + 40));
      open.push({ name: name?.[1] ?? null, start: text.length, at: marks.length + open.length });
      i += (name?.[0].length ?? 2) - 1;
    } else if (marked.startsWith(']]', i) && open.length > 0) {
      const { name, start, at } = open.pop()!;
      marks.push({ name, start, end: text.length, at });
      i += 1;
    } else if (marked.startsWith('<|>', i)) {
      cursor = text.length;
      i += 2;
    } else text += marked[i];
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${marked.slice(0, 80)}`);
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, marks: marks.map(({ name, start, end }) => ({ name, start, end })), cursor };
}

/** The text with edits shown as marks, for messages of failed cases. */
export const shown = (text: string, spans: readonly (Pick<Edit, 'start' | 'end'> & { name?: string })[]): string =>
  [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, name }) =>
        `${result.slice(0, start)}[[${name === undefined ? '' : `${name}|`}${result.slice(start, end)}]]${result.slice(end)}`,
      text,
    );

function trimmed(lines: readonly string[]): string {
  let end = lines.length;
  while (end > 0 && lines[end - 1]!.trim() === '') end--;
  return lines.slice(0, end).join('\n');
}

export function readSettings(text: string): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const pair of text.split(/,\s*(?=[a-z]+:)/)) {
    const at = pair.indexOf(':');
    if (at > 0) settings[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return settings;
}
