/**
 * Ways in which a document is damaged on its way into a plain text file. All are pure; `random` gives numbers from 0 up
 * to 1 that are the same for the same seed.
 */

/** Breaks every paragraph (a line here) at spaces, so that no line is longer than `width`. */
export const wrapped = (paragraphs: readonly string[], width: number): string =>
  paragraphs.map((text) => cutLines(text, width, false).join('\n')).join('\n\n');

/** Wrapped, with an empty line after each line, and a line that holds a space between paragraphs; `cut`: inside words. */
export const doubled = (paragraphs: readonly string[], width: number, cut: boolean): string =>
  paragraphs.map((text) => cutLines(text, width, cut).join('\n\n')).join('\n\n\u00a0\n\n');

/**
 * Lines of at most `width`; `inside`: where a word of eight letters or more stands at the edge it is cut in two.
 * `columns` tells how wide a text is.
 */
export function cutLines(
  text: string,
  width: number,
  inside: boolean,
  columns: (text: string) => number = (written) => written.length,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - columns(line) - 1;
    if (line !== '' && room < columns(word)) {
      if (inside && /^[a-z]{8,}[.,)]*$/.test(word) && room >= 3 && word.length - room >= 3) {
        lines.push(`${line} ${word.slice(0, room)}`);
        line = word.slice(room);
        continue;
      }
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Markdown with its marks taken out, as copying from a rendered page does. */
export const stripped = (markdown: string): string =>
  markdown
    .replace(/^#{1,6} /gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/^\|[-:| ]+\|$\n?/gm, '')
    .replace(/^\| ?(.*?) ?\|$/gm, (_, row: string) => row.replace(/ ?\| ?/g, '\t'));

/** Cuts pieces out, doubles some, joins and breaks lines, drops stray characters in. */
export function mangled(text: string, random: () => number): string {
  let result = text;
  const strays = [
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\u00a0',
    '\n\n',
    '|',
    '*',
    '`',
    '```\n',
    '<',
    '[',
    '- ',
    '> ',
    '\ud800',
    '\u200b',
    '&amp;',
    '~',
    '# ',
    '1. ',
  ];
  for (let i = 0; i < 6; i++) {
    const at = Math.floor(random() * (result.length + 1));
    const length = Math.floor(random() * 40);
    const what = random();
    if (what < 0.3) result = result.slice(0, at) + result.slice(at + length);
    else if (what < 0.5) result = result.slice(0, at) + result.slice(at, at + length) + result.slice(at);
    else if (what < 0.6)
      result = result.slice(0, at) + result.slice(at, at + 400).replace(/\n/g, ' ') + result.slice(at + 400);
    else result = result.slice(0, at) + strays[Math.floor(random() * strays.length)]! + result.slice(at);
  }
  return result;
}

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}
