/** Letters that suffice to tell a language by. */
const ENOUGH = 1000;

/**
 * The language of a stretch of text, told from its letters: kana means Japanese, Hangul Korean, else English.
 * A few Latin names in a Korean sentence do not make it English.
 */
export function detectLanguage(text: string): string {
  let hangul = 0;
  let kana = 0;
  let latin = 0;
  for (let i = 0; i < text.length && i < ENOUGH; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
    else if (code >= 0xac00 && code <= 0xd7a3) hangul++;
    else if (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) kana++;
  }
  if (kana > hangul && kana * 8 > latin) return 'ja';
  return hangul * 4 > latin ? (hangul > 0 ? 'ko' : 'en') : 'en';
}
