/** The numerals that number the parts of a document: what they look like and what they are worth. */
export interface Numeral {
  /** How it looks; two numerals of one series look alike. */
  readonly look: NumeralLook;
  /** Its parts from the highest: `[2, 1]` of `2.1`; one number for most. */
  readonly path: readonly number[];
}

export type NumeralLook = 'decimal' | 'roman' | 'letter' | 'hangul' | 'circled' | 'boxed';

const romanSigns: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const hangul = '가나다라마바사아자차카타파하';

/** First code point, last code point, look and the worth of the first. */
const ranges: readonly (readonly [first: number, last: number, look: NumeralLook, worth: number])[] = [
  [0x2160, 0x216b, 'roman', 1], // Ⅰ … Ⅻ
  [0x2170, 0x217b, 'roman', 1], // ⅰ … ⅻ
  [0x2460, 0x2473, 'circled', 1], // ① … ⑳
  [0x2474, 0x2487, 'circled', 1], // ⑴ … ⒇
  [0x2488, 0x249b, 'decimal', 1], // ⒈ … ⒛
  [0x24d0, 0x24e9, 'letter', 1], // ⓐ … ⓩ
  [0x24b6, 0x24cf, 'letter', 1], // Ⓐ … Ⓩ
  [0x3251, 0x325f, 'circled', 21], // ㉑ … ㉟
  [0x3260, 0x326d, 'hangul', 1], // ㉠ … ㉭
  [0x326e, 0x327b, 'hangul', 1], // ㉮ … ㉻
  [0x2776, 0x277f, 'circled', 1], // ❶ … ❿
  [0x2780, 0x2789, 'circled', 1], // ➀ … ➉
  [0x278a, 0x2793, 'circled', 1], // ➊ … ➓
  [0x24f5, 0x24fe, 'circled', 1], // ⓵ … ⓾
  [0xf02b1, 0xf02c4, 'boxed', 1], // boxed numerals of Korean word processors, in the private-use plane
];

/** What a sign that is a numeral by itself is worth (`①`, `Ⅱ`, a boxed numeral), or null. */
export function numeralSign(sign: string): Numeral | null {
  const code = sign.codePointAt(0) ?? 0;
  for (const [first, last, look, worth] of ranges) {
    if (code >= first && code <= last) return { look, path: [code - first + worth] };
  }
  return null;
}

/**
 * What the text between the punctuation of a marker is worth: `3`, `2.1`, `3-2`, `1-②`, `B2`, `B.2`, `1B`, `나-2`, `IV`, `b`, `나`, `⑪`. A single letter
 * that is also a Roman sign (`I`, `C`) is read as Roman; `asLetter` tells its other reading. Null for anything else.
 */
export function readNumeral(text: string): Numeral | null {
  if (/^\d{1,3}(?:[.-]\d{1,3}){0,4}$/.test(text)) return { look: 'decimal', path: text.split(/[.-]/).map(Number) };
  const keycap = /^(\d)\uFE0F?\u20E3$/.exec(text);
  if (keycap) return { look: 'circled', path: [Number(keycap[1])] };
  const circled = /^(\d{1,2})-([①-⑳])$/.exec(text);
  if (circled) return { look: 'decimal', path: [Number(circled[1]), circled[2]!.charCodeAt(0) - 0x245f] };
  const lettered = /^([A-Z])\.?(\d{1,2}(?:\.\d{1,2})?)$/.exec(text);
  if (lettered) {
    const path = [lettered[1]!.charCodeAt(0) - 64, ...lettered[2]!.split('.').map(Number)];
    return { look: 'decimal', path };
  }
  // `1A`, `가-1`
  const numberFirst = /^(\d{1,2})([A-F])$/.exec(text);
  if (numberFirst) return { look: 'decimal', path: [Number(numberFirst[1]), numberFirst[2]!.charCodeAt(0) - 64] };
  const syllable = /^([가-하])-(\d{1,2})$/.exec(text);
  if (syllable && hangul.includes(syllable[1]!))
    return { look: 'decimal', path: [hangul.indexOf(syllable[1]!) + 1, Number(syllable[2])] };
  // `Ⅱ-1`
  const parted = /^([Ⅰ-Ⅹ])-(\d{1,2})$/.exec(text);
  if (parted) return { look: 'decimal', path: [parted[1]!.charCodeAt(0) - 0x215f, Number(parted[2])] };
  const roman = romanValue(text);
  if (roman !== null) return { look: 'roman', path: [roman] };
  const letter = asLetter(text);
  if (letter !== null) return letter;
  const at = text.length === 1 ? hangul.indexOf(text) : -1;
  if (at >= 0) return { look: 'hangul', path: [at + 1] };
  return text.length <= 2 ? numeralSign(text) : null;
}

/** A single Latin letter as a place in the alphabet, or null. */
export function asLetter(text: string): Numeral | null {
  return /^[A-Za-z]$/.test(text) ? { look: 'letter', path: [text.toUpperCase().charCodeAt(0) - 64] } : null;
}

/** `XIV` → 14; null where the signs do not make a number up to 89 that is written as Romans wrote it. */
function romanValue(text: string): number | null {
  if (!/^(?:[IVXL]{1,7}|[ivxl]{1,7})$/.test(text)) return null;
  const signs = text.toUpperCase();
  if (!/^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(signs)) return null;
  let value = 0;
  for (let i = 0; i < signs.length; i++) {
    const here = romanSigns[signs[i]!]!;
    value += here < (romanSigns[signs[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return value;
}

/** The marker that the series would have with this ordinal, in the hand of `like`: `(7)` for 7 like `(3)`; or null. */
export function writeNumeral(value: number, like: string): string | null {
  const match = /^([^0-9A-Za-z가-힣]*)([0-9]+|[A-Za-z]+|[가-힣]|.)([^0-9A-Za-z가-힣]*)$/u.exec(like);
  if (match === null) return null;
  const [, before = '', core = '', after = ''] = match;
  const written = sameHand(value, core);
  return written === null ? null : before + written + after;
}

function sameHand(value: number, core: string): string | null {
  const numeral = readNumeral(core) ?? numeralSign(core);
  if (numeral === null || value < 1) return null;
  if (/^\d/.test(core)) return String(value);
  if (numeral.look === 'hangul' && core.length === 1 && hangul.includes(core)) return hangul[value - 1] ?? null;
  if (numeral.look === 'letter' && /[A-Za-z]/.test(core)) {
    const letter = value <= 26 ? String.fromCharCode(64 + value) : null;
    return core === core.toUpperCase() ? letter : (letter?.toLowerCase() ?? null);
  }
  if (numeral.look === 'roman' && /[A-Za-z]/.test(core)) {
    const roman = writeRoman(value);
    return core === core.toUpperCase() ? roman : roman.toLowerCase();
  }
  const code = core.codePointAt(0)!;
  for (const [first, last, , worth] of ranges) {
    const next = first + value - worth;
    if (code >= first && code <= last) return next >= first && next <= last ? String.fromCodePoint(next) : null;
  }
  return null;
}

function writeRoman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = value;
  let text = '';
  for (const [worth, sign] of parts) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}
