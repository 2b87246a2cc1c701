import type { Clause } from '../language/grammar';
import type { Node } from './outline';

/** Titles of this length need no shortening, in UTF-16 units; but beside `Keep …`, `We will set …` reads as an oversight. */
const short = 48;

/**
 * A short name for a node, to stand in a tree or a chart: verb and object of what it will do (`Strengthen the foundation
 * for global R&D cooperation`), or its title where that is short, is no English sentence or has no verb.
 * @param clauseOf of `language/grammar.ts`, which is heavy: whoever asks loads it.
 */
export async function labelOf(
  { title, heading, start, end }: Node,
  clauseOf: (sentence: string) => Promise<Clause | null>,
): Promise<string> {
  const isSentence = heading.end - heading.start < end - start || /[.!?]$/.test(title);
  const isShort = title.length <= short && !/ (?:will|shall) /.test(title);
  if (isShort || !isSentence || /[가-힣]/.test(title)) return plain(title);
  const clause = await clauseOf(title);
  if (clause === null || clause.object === null || clause.tense === 'past') return plain(title);
  const label = `${clause.verb} ${clause.object}`;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The title without its stop, cut at a word where it is long. */
const plain = (title: string): string => shortened(title.replace(/[.。]$/, ''), 80);

/** At most `most` UTF-16 units of the text, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, cut > most / 2 ? cut : most - 1)}…`;
}
