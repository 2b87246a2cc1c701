/** What counts as white space in a document, and how wide characters stand. */

/** Spaces of any width, tabs, form feeds and byte-order marks inside a text; not line feeds and carriage returns. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || code === 9 || code === 11 || code === 12;
  if (code > 0x3000) return code === 0xfeff;
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x1680 ||
    code === 0x85
  );
}

/** Characters without width that stand inside words: soft hyphen, zero-width space, word joiner, byte-order mark. */
export const isInvisible = (code: number): boolean =>
  code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff;

export const isLineEnd = (code: number): boolean => code === 10 || code === 13;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

export const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;

export const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;

export const isLatin = (code: number): boolean => isLower(code | 0x20) && code < 0x80;

export const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** Ideographs and kana: scripts that put no space between words. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x4e00 && code <= 0x9fff);

/** Columns that a code unit takes in a fixed-width face: Hangul, ideographs and full-width forms take two. */
export const columnsOf = (code: number): number =>
  code >= 0x1100 &&
  (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || isFullWidth(code))
    ? 2
    : 1;

const isFullWidth = (code: number): boolean =>
  (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6);

/**
 * The text without the characters of `signs` and the white space that end it. (A pattern such as `[.\s]+$` takes the square
 * of its time on a long row of them that does not stand at the end.)
 */
export function withoutTail(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && (signs.includes(text[end - 1]!) || text[end - 1]!.trim() === '')) end--;
  return text.slice(0, end);
}
