/** Abbreviations after which a full stop ends no sentence. */
const abbreviations = new Set(
  'mr mrs ms dr prof st no nos vol art sec fig gov gen sen rep rs approx est inc ltd co corp dept jan feb mar apr jun jul aug sep sept oct nov dec vs cf sq etc e.g i.e u.s u.k u.n p pp ca min max'.split(
    ' ',
  ),
);

const stop = /[.!?。]/g;

/** Where the first sentence of `text` from `start` ends: just after its full stop, or at the text's end. */
export function sentenceEnd(text: string, start = 0): number {
  stop.lastIndex = start;
  for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
    const i = found.index;
    const sign = found[0];
    let end = i + 1;
    while (end < text.length && /["'”’)\]」』]/.test(text[end]!)) end++;
    if (end >= text.length) return text.length;
    if (sign === '。') return end;
    if (!/\s/.test(text[end]!)) continue;
    if (sign === '.' && isInner(text, i, end)) continue;
    return end;
  }
  return text.length;
}

/** Whether the full stop at `at` stands inside a sentence: after an abbreviation, a number or before a small letter. */
function isInner(text: string, at: number, end: number): boolean {
  const next = text.slice(end).trimStart()[0] ?? '';
  if (/[a-z,;0-9]/.test(next) && !/[다요음함됨임]/.test(text[at - 1] ?? '')) {
    if (/[a-z,;]/.test(next) || /\d/.test(text[at - 1] ?? '')) return true;
  }
  // `2026. 3. 2. 계획 확정`: a date, not three sentences.
  if (/(?:^|\D)\d{1,4}\. ?\d{1,2}$/.test(text.slice(Math.max(0, at - 10), at)) && /[가-힣]/.test(next)) return true;
  const word = /[A-Za-z](?:\.?[A-Za-z]){0,6}$/.exec(text.slice(Math.max(0, at - 8), at))?.[0].toLowerCase();
  return word !== undefined && (abbreviations.has(word) || (word.length === 1 && /[A-Z]/.test(text[at - 1]!)));
}
