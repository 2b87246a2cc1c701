import type { Clause } from '../language/grammar';
import type { Node } from './outline';

/** Titles of this length need no shortening, in UTF-16 units. */
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
  if (title.length <= short || !isSentence || /[가-힣]/.test(title)) return plain(title);
  const clause = await clauseOf(title);
  if (clause === null || clause.object === null || clause.tense === 'past') return plain(title);
  const label = `${clause.verb} ${clause.object}`;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The title without its stop, cut at a word where it is long. */
function plain(title: string): string {
  const text = title.replace(/[.。]$/, '');
  if (text.length <= 80) return text;
  const cut = text.lastIndexOf(' ', 79);
  return `${text.slice(0, cut > 40 ? cut : 79)}…`;
}
