import { analyzePlan } from '../../src/core';
import type { Figure } from '../../src/figures/figure';
import type { Node } from '../../src/outline/outline';
import type { AnalyseOptions, Plan } from '../../src/plan';
import { cutLines, stripped } from './damage';

/** A whole document and how it is to be read. */
export interface Document {
  readonly name: string;
  readonly text: string;
  readonly options: AnalyseOptions;
}

/** What a damaged document still gives of what the clean one gave: counts of parts and figures. */
export interface Kept {
  readonly parts: Share;
  readonly nodes: Share;
  readonly figures: Share;
  readonly lost: readonly string[];
  /** Warnings and errors on the damaged document, where the clean one gives none. */
  readonly alarms: readonly string[];
}

/** `all` in the clean document, `kept` of them in the damaged one, `more` that only the damaged one has. */
export interface Share {
  readonly all: number;
  readonly kept: number;
  readonly more: number;
}

/**
 * The document with each of its paragraphs on one line: how its author wrote it, as far as the clean reading tells, so
 * that it can be laid out anew.
 */
export function unwrapped(document: Document): Document {
  const { source, blocks } = analyzePlan(document.text, document.options);
  let text = source;
  for (const { start, end, table, reading } of [...blocks].reverse()) {
    const breaks = [...source.slice(start, end).matchAll(/[ \t]*\r?\n\s*/g)];
    const joins = reading.joins ?? [];
    if (table !== null || breaks.length === 0 || breaks.length !== joins.length) continue;
    let line = source.slice(start, end);
    for (const [index, found] of [...breaks.entries()].reverse()) {
      const space = reading.text[joins[index]!.at - 1] === ' ' ? ' ' : '';
      line = line.slice(0, found.index) + space + line.slice(found.index + found[0].length);
    }
    text = text.slice(0, start) + line + text.slice(end);
  }
  return { ...document, text };
}

type Damage = (document: Document) => Document;

const asText = (document: Document): Document =>
  document.options.format === 'markdown'
    ? { ...document, text: stripped(document.text), options: { ...document.options, format: 'text' } }
    : document;

const relaid =
  (lay: (text: string) => string): Damage =>
  (document) => ({ ...document, text: lay(document.text) });

/** The ways in which a document is damaged between its author and a text file. */
export const damages: Readonly<Record<string, Damage>> = {
  'a paragraph a line': (document) => document,
  'wrapped at 60': relaid((text) => inLines(text, 60, false, '\n')),
  'wrapped at 80': relaid((text) => inLines(text, 80, false, '\n')),
  'wrapped at 95': relaid((text) => inLines(text, 95, false, '\n')),
  'double-spaced': (document) => relaid((text) => spaced(inLines(text, 88, false, '\n')))(asText(document)),
  'words cut': (document) => relaid((text) => spaced(inLines(text, 88, true, '\n')))(asText(document)),
  'Markdown stripped': asText,
  'a cell a line': (document) => relaid((text) => text.replace(/\t/g, '\n'))(asText(document)),
};

/** Wraps the lines of a text where they stand; tables, headings and fences of Markdown stay as they are. */
const inLines = (text: string, width: number, cut: boolean, end: string): string =>
  text
    .split('\n')
    .flatMap((line) => (/^\s*(?:\||#{1,6} |```|<!--)|\t|\S {2,}\S/.test(line) ? [line] : laid(line, width, cut)))
    .join(end);

function laid(line: string, width: number, cut: boolean): string[] {
  const indent = /^\s*/.exec(line)![0];
  const lines: string[] = [];
  // A line of nothing but `150.` would be an item of a Markdown list.
  for (const one of cutLines(line.slice(indent.length), Math.max(24, width - indent.length), cut, columns))
    if (lines.length > 0 && /^\d{1,3}[.)]$/.test(one)) lines[lines.length - 1] += ` ${one}`;
    else lines.push(one);
  const [first = '', ...rest] = lines;
  return [indent + first, ...rest];
}

/** Korean letters take two columns. */
const columns = (text: string): number => text.length + (text.match(/[ㄱ-힣]/g)?.length ?? 0);

/** An empty line after each line, and where one stood before a line that holds a space. */
const spaced = (text: string): string => text.replace(/\n{2,}/g, '\n\u00a0\n').replace(/\n/g, '\n\n');

/** A document with what is read of it while it is clean. */
export interface Reference {
  readonly document: Document;
  readonly clean: ReturnType<typeof keysOf>;
  /** Whether the clean document gives no warning and no error. */
  readonly isSound: boolean;
}

export function referenceOf(document: Document): Reference {
  const plan = analyzePlan(document.text, document.options);
  return { document: unwrapped(document), clean: keysOf(plan), isSound: loudIn(plan).length === 0 };
}

const loudIn = ({ source, findings }: Plan): string[] =>
  findings
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(({ code, message, start, end }) => `${code} on ${JSON.stringify(source.slice(start, end))}: ${message}`);

/** Compares what is read of a damaged document with what is read of the clean one. */
export function keptUnder({ document, clean, isSound }: Reference, damage: Damage): Kept {
  const { text, options } = damage(document);
  const plan = analyzePlan(text, options);
  const damaged = keysOf(plan);
  return {
    parts: shareOf(clean.parts, damaged.parts),
    nodes: shareOf(clean.nodes, damaged.nodes),
    figures: shareOf(clean.figures, damaged.figures),
    lost: [
      ...differences(document.name, clean.nodes, damaged.nodes),
      ...differences(document.name, clean.figures, damaged.figures),
    ],
    alarms: isSound ? loudIn(plan).map((alarm) => `${document.name}: ${alarm}`) : [],
  };
}

type Keys = ReadonlyMap<string, string>;

const differences = (name: string, clean: Keys, damaged: Keys): string[] => [
  ...[...clean].flatMap(([key, said]) => (damaged.has(key) ? [] : [`${name}: lost ${said}`])),
  ...[...damaged].flatMap(([key, said]) => (clean.has(key) ? [] : [`${name}: new ${said}`])),
];

const shareOf = (clean: Keys, damaged: Keys): Share => {
  const kept = [...clean.keys()].filter((key) => damaged.has(key)).length;
  return { all: clean.size, kept, more: damaged.size - kept };
};

/** Nodes and figures by what they say and where: letters and digits before them, which no damage to the layout changes. */
function keysOf({ source, outline, figures }: Plan): { parts: Keys; nodes: Keys; figures: Keys } {
  const before = lettersBefore(source);
  const parts = new Map<string, string>();
  const nodes = new Map<string, string>();
  const visit = (list: readonly Node[]): void => {
    for (const { kind, ordinal, start, title, children } of list) {
      const key = `${kind} ${ordinal ?? '-'} at ${before[start]}`;
      if (kind === 'strategy' || kind === 'task') parts.set(key, title);
      nodes.set(key, `${kind} ${ordinal ?? '-'} ${title.slice(0, 60)}`);
      visit(children);
    }
  };
  visit(outline);
  const said = new Map(
    figures.map((figure) => [
      `${figure.kind} ${before[figure.start]}-${before[figure.end]} ${worth(figure)}`,
      `${figure.kind} ${source.slice(figure.start, figure.end)} ${worth(figure)}`,
    ]),
  );
  return { parts, nodes, figures: said };
}

function worth(figure: Figure): string {
  switch (figure.kind) {
    case 'amount':
      return [figure.value, figure.min, figure.max, figure.currency].join(' ');
    case 'date':
      return [figure.from, figure.to].join(' ');
    case 'percent':
      return [figure.value, figure.min, figure.max].join(' ');
    default:
      return '';
  }
}

/** For every offset the number of letters and digits before it. */
function lettersBefore(source: string): Uint32Array {
  const before = new Uint32Array(source.length + 1);
  for (let i = 0; i < source.length; i++) before[i + 1] = before[i]! + (/[\p{L}\p{N}]/u.test(source[i]!) ? 1 : 0);
  return before;
}

export const sumOf = (shares: readonly Share[]): Share => ({
  all: shares.reduce((sum, { all }) => sum + all, 0),
  kept: shares.reduce((sum, { kept }) => sum + kept, 0),
  more: shares.reduce((sum, { more }) => sum + more, 0),
});
