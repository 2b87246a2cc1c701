/** Finds the longest of a list of words that stands at a place of a text; undefined where none does. */
export type WordFinder = (text: string, at: number) => string | undefined;

/** Only words with the same first character are compared, so that a long list costs no more than a short one. */
export function wordFinder(words: Iterable<string>): WordFinder {
  const byFirst = new Map<number, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const first = word.charCodeAt(0);
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [word]);
    else same.push(word);
  }
  return (text, at) => {
    const candidates = byFirst.get(text.charCodeAt(at));
    if (candidates !== undefined) for (const word of candidates) if (text.startsWith(word, at)) return word;
    return undefined;
  };
}
