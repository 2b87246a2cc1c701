import { walk, type Node } from '../outline/outline';
import type { Plan } from '../plan';
import { isRead, type Block } from '../text/block';
import { sourceSpan, type Reading } from '../text/reading';
import { contains, overlaps, type Span } from '../text/span';

/** Words that the plan uses as a name, and where they stand. */
export interface Named {
  readonly words: string;
  readonly span: Span;
}

/** The heading's title that stands at the offset, there or where it is quoted; the longest where several do. */
export function titleAt(plan: Plan, offset: number): Named | undefined {
  const titles = new Set<string>();
  walk(plan.outline, (node) => {
    if (hasHeading(plan, node)) titles.add(node.title);
  });
  return firstAt(plan, titles, offset);
}

/** The name of a programme, an Act, a body at the offset, or what an amount is for, in the plan's words. */
export function nameAt(plan: Plan, offset: number): Named | undefined {
  const names = readingsOf(plan).flatMap((reading) =>
    [...reading.text.matchAll(nameForms)].map((match) => match.slice(1).find((part) => part !== undefined) ?? ''),
  );
  const subjects = plan.figures.flatMap((figure) => (figure.kind === 'amount' ? (figure.subject ?? []) : []));
  return firstAt(plan, new Set([...names, ...subjects].filter((words) => words.length > 1)), offset);
}

/** Two words or more with capitals (`the Harbour Renewal Fund`), or anything in the marks that set off a name. */
const nameForms =
  /\b(?!(?:The|This|These|That|Our|Its|Their|In|On|For|By|From|Under|With|And|But|All|Task|Strategy|KRW|USD) )([A-Z][A-Za-z’'-]+(?: (?:(?:of|for|and|on) (?:the )?)?[A-Z][A-Za-z’'-]+){1,6})|[‘“「『]([^’”」』‘“「『]{2,60})[’”」』]/g;

function firstAt(plan: Plan, names: ReadonlySet<string>, offset: number): Named | undefined {
  const here = { start: offset, end: offset };
  for (const words of [...names].sort((a, b) => b.length - a.length)) {
    const span = occurrences(plan, words).find((candidate) => contains(candidate, here));
    if (span) return { words, span };
  }
  return undefined;
}

/** Whether the node's title stands in a heading of its own, and is no cut of a sentence. */
const hasHeading = (plan: Plan, node: Node): boolean => {
  const block = plan.blocks[node.blocks[0]];
  return node.title.length > 1 && block?.kind === 'heading' && block.reading.text.includes(node.title);
};

/** Every place where the words stand, whole, in order: across line breaks and markup. */
export function occurrences(plan: Plan, words: string): Span[] {
  const found: Span[] = [];
  for (const reading of readingsOf(plan)) {
    for (let at = reading.text.indexOf(words); at >= 0; at = reading.text.indexOf(words, at + words.length)) {
      if (!isWhole(reading.text, at, at + words.length)) continue;
      const span = sourceSpan(reading, at, at + words.length);
      if (!found.some((other) => overlaps(other, span))) found.push(span);
    }
  }
  return found;
}

const readingsOf = ({ blocks }: Plan): Reading[] => blocks.filter(isRead).flatMap(readingsIn);

const readingsIn = ({ table, reading }: Block): Reading[] =>
  table === null ? [reading] : table.rows.flatMap(({ cells }) => cells.map((cell) => cell.reading));

/** Not part of a longer word of Latin letters or digits; Korean particles may follow. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !(/[A-Za-z0-9]/.test(text.charAt(start)) && /[A-Za-z0-9]/.test(text.charAt(start - 1))) &&
  !(/[A-Za-z0-9]/.test(text.charAt(end - 1)) && /[A-Za-z0-9]/.test(text.charAt(end)));
