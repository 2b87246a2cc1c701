import { isHangul, isLineEnd, isSpace } from './space';

/**
 * What may begin a line of a plan as its mark, in one place for both formats:
 *
 * - bullets        `□ ○ ㅇ ◦ ● ◆ ▪ ▶ ▲ • · ※ ☞ ↳ - – * ** ??`, the private-use bullets of word processors
 * - numbers        `1.` `1)` `(1)` `1.2` `1.2.3` `1A.` `#1` `1️⃣` `①` `➊` `⑴` `Ⅰ.` `II.` `(iv)`, boxed private-use numerals
 * - letters        `A.` `A.1` `a)` `(b)` `ⓐ` `가.` `가-1.` `가)` `(가)` `㉮` `ㄱ.`
 *
 * Not marks: dates (`2026. 2. 24.`, `5. 13.(월)`), decimals and quantities (`1.5배`, `1.2 million`), `3대 전략`, `5G`,
 * negative numbers (`-3`, `△ 3`), and words that the outline reads (`First,` `Task 3:` `전략 1.` `첫째,`).
 */
export interface MarkFound {
  /** Where the mark ends: after `1.`, before the space that follows. */
  readonly end: number;
  /** Marks of one style stand on one level of a list: `dot`, `paren`, `roman`, `hangul.`, or the bullet itself. */
  readonly style: string;
}

/** The mark at the beginning of `source.slice(start, end)`, or null. A mark alone on its line is one too. */
export function markAt(source: string, start: number, end: number): MarkFound | null {
  const code = source.charCodeAt(start);
  if (code < 0x80) return asciiMark(source, start, end, code);
  if (bullets.includes(source[start]!)) return bulletMark(source, start, end);
  if (code >= 0xac00 && code <= 0xd7a3) return hangulMark(source, start, end);
  const next = nextChar(source, start + 1, end);
  if (code >= 0x2460 && code <= 0x24ff) return { end: start + 1, style: 'circled' };
  if (code >= 0x2776 && code <= 0x2793) return { end: start + 1, style: 'circled' };
  if ((code >= 0x3200 && code <= 0x321e) || (code >= 0x3260 && code <= 0x327b)) {
    return { end: start + 1, style: 'circled-hangul' };
  }
  if (code >= 0x2160 && code <= 0x217f) {
    let at = start + 1;
    while (at < end && source.charCodeAt(at) >= 0x2160 && source.charCodeAt(at) <= 0x217f) at++;
    if ('.)'.includes(source[at] ?? ' ') && at < end) return { end: at + 1, style: 'roman' };
    return at === end || isBlank(source, at) ? { end: at, style: 'roman' } : null;
  }
  if (code >= 0xe000 && code <= 0xf8ff) return { end: start + 1, style: `bullet ${source[start]}` };
  if (code >= 0xdb80 && code <= 0xdbff && next !== '') return { end: start + 2, style: 'box' };
  if (code >= 0x3131 && code <= 0x314e && '.)'.includes(source[start + 1] ?? ' ') && start + 1 < end) {
    return { end: start + 2, style: 'jamo' };
  }
  return null;
}

/** Whether a mark counts (`1.`, `가.`, `②`) and so can stand alone before its title on the next line. */
export const isCounting = (mark: MarkFound): boolean => !mark.style.startsWith('bullet');

const bullets = '□■▢▣▤◻◼○●◦◯◎⊙◉ㅇㆍ◆◇◈❖▪▫▶▷▸▹►▻◀▲△▴▵▼▽▾◁•·․‧∙・‣⁃☐☑☒✓✔✅➢➣➤★☆✦✧❍❏❑※☞☛↳↪–—−¶§▬';
/** Bullets that are also signs before a number: a fall, a range, a minus. */
const signs = '△▲▼▽▴▵▾–—−↑↓';

function bulletMark(source: string, start: number, end: number): MarkFound | null {
  const sign = source[start]!;
  const style = `bullet ${sign}`;
  if (start + 1 >= end) return { end: start + 1, style };
  if (signs.includes(sign)) {
    if (/^[\s\u00a0\u3000]*[\d.]/.test(source.slice(start + 1, Math.min(end, start + 8)))) {
      return isBlank(source, start + 1) && '–—−'.includes(sign) ? afterDash(source, start, end, style) : null;
    }
    if ('–—−'.includes(sign) && !isBlank(source, start + 1)) return null;
  }
  if (sign === 'ㅇ' && !isBlank(source, start + 1) && !isHangulAt(source, start + 1)) return null;
  let at = start + 1;
  while (at < end && source[at] === sign && at - start < 4) at++;
  if (at - start > 1 && at < end && isHangulAt(source, at)) return null; // a name left open: `○○시`
  return { end: at, style: at - start > 1 ? `${style}${at - start}` : style };
}

function asciiMark(source: string, start: number, end: number, code: number): MarkFound | null {
  if (code >= 0x30 && code <= 0x39) return numberMark(source, start, end);
  if (code === 0x28) return bracketMark(source, start, end);
  if (code === 0x23) return hashMark(source, start, end);
  if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return letterMark(source, start, end);
  if (code === 0x2d) {
    // - or --
    const at = source[start + 1] === '-' ? start + 2 : start + 1;
    if (at >= end) return at - start === 1 ? { end: at, style: 'bullet -' } : null;
    if (!isBlank(source, at)) return isHangulAt(source, at) ? { end: at, style: 'bullet -' } : null;
    return afterDash(source, start, end, 'bullet -');
  }
  if (code === 0x2a) {
    let at = start + 1;
    while (at < end && source[at] === '*') at++;
    if (at - start > 4 || at >= end) return null;
    const closes = !isBlank(source, at) && source.slice(at, Math.min(end, at + 400)).includes('*');
    if (!isBlank(source, at) && (closes || !startsText(source, at))) return null;
    return { end: at, style: `bullet ${source.slice(start, at)}` };
  }
  if (code === 0x3f && source[start + 1] === '?') {
    let at = start + 2;
    while (at < end && source[at] === '?') at++;
    return at < end && isBlank(source, at) ? { end: at, style: 'bullet ??' } : null;
  }
  if (code === 0x2b) {
    return isBlank(source, start + 1) && startsText(source, start + 2) ? { end: start + 1, style: 'bullet +' } : null;
  }
  return null;
}

/** A dash and a space: a bullet, unless what follows reads as the rest of a sentence (`- 3 in 2024`). */
function afterDash(source: string, start: number, end: number, style: string): MarkFound | null {
  const rest = source.slice(start + 1, Math.min(end, start + 40));
  return /^\s*\d[\d.,]*\s+(?:in|of|to|and|or|per|by|at|for|from)\b/.test(rest) ? null : { end: start + 1, style };
}

/** `#1 Fill the holes`; `#1 in the world` and `#budget` are none. */
const hashForm = /#\d{1,2}[.:)]?(?=[ \u00a0]+["'“‘(]?[A-Z가-힣])/y;

function hashMark(source: string, start: number, end: number): MarkFound | null {
  hashForm.lastIndex = start;
  const at = start + (hashForm.exec(source)?.[0].length ?? 0);
  return at > start && at < end ? { end: at, style: 'dot' } : null;
}

/** `1A. Stock …`, `1️⃣ 월세 지원`. */
const letteredNumber = /\d{1,2}[A-F][.)](?=[ \u00a0]+["'“‘(]?[A-Z가-힣])/y;
const keycap = /\d\uFE0F?\u20E3/y;

const numberForm = /(\d{1,3})(?:\.\d{1,2}){0,5}[.)]?/y;
const dateAfterMonth =
  /\d{1,2}\.[ \u00a0]?\d{1,2}(?!\d)\.?[ \u00a0]?(?:\(|[~∼～〜–-](?! ?\d{1,2} ?월)|[:;,]|(?:부터|까지|에|자|기준|현재)(?![가-힣]))/y;
/** `3.  4.(월)`: aligned in columns, the weekday tells. */
const dateAligned = /\d{1,2}\.[ \u00a0]{2,4}\d{1,2}\.[ \u00a0]?\([월화수목금토일]\)/y;
const dateAtEnd = /\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]*(?:$|[\r\n])/y;
const quantity =
  /^[ \u00a0]?(?:%|조|억|만|천|백|배|점|명|개|건|톤|년|월|일|원|회|곳|호|[kKMGT]?(?:W|Wh|Hz|B|t|m)\b|[ckm]m\b|million|billion|trillion|percent|per\b|times\b|crore|lakh|bn\b|mn\b)/;

function numberMark(source: string, start: number, end: number): MarkFound | null {
  for (const [form, style] of [
    [keycap, 'circled'],
    [letteredNumber, 'levels2'],
  ] as const) {
    form.lastIndex = start;
    const at = start + (form.exec(source)?.[0].length ?? 0);
    if (at > start && at < end) return { end: at, style };
  }
  numberForm.lastIndex = start;
  const match = numberForm.exec(source);
  if (match === null) return null;
  let at = Math.min(start + match[0].length, end);
  const written = source.slice(start, at);
  const closing = written.at(-1)!;
  const levels = written.split('.').filter((part) => part !== '').length;
  if (at >= end) {
    // Alone on its line: `3.`, `1.2`; a bare `3` is for the layout to judge.
    return closing === '.' || closing === ')' ? { end: at, style: styleOf(levels, closing) } : null;
  }
  const blank = isBlank(source, at);
  if (closing === ')') {
    return levels === 1 && (blank || startsText(source, at)) ? { end: at, style: 'paren' } : null;
  }
  for (const form of [dateAfterMonth, dateAligned, dateAtEnd]) {
    form.lastIndex = start;
    if (form.test(source)) return null;
  }
  if (levels === 1) {
    if (closing !== '.') return null;
    return blank || startsText(source, at) ? { end: at, style: 'dot' } : null;
  }
  // `1.2 Scope`, `1.2. 추진배경`, not `1.2 million` nor `2.5배`.
  if (closing !== '.') {
    if (!blank) return null;
    const rest = source.slice(at, Math.min(end, at + 24));
    if (quantity.test(rest) || !/^\s+["'“‘(<[]?[A-Z가-힣]/.test(rest)) return null;
    if (levels === 2 && (match[1]!.length > 2 || match[1] === '0')) return null;
  } else if (!blank && !startsText(source, at)) return null;
  if (closing === '.' && !blank) at = start + written.length;
  return { end: at, style: styleOf(levels, '.') };
}

const styleOf = (levels: number, closing: string): string =>
  levels > 1 ? `levels${levels}` : closing === ')' ? 'paren' : 'dot';

const bracketForm = /\((?:(\d{1,2})|([ivx]{1,5})|([a-z])|([A-Z])|([가-힣ㄱ-ㅎ]))\)/y;
function bracketMark(source: string, start: number, end: number): MarkFound | null {
  bracketForm.lastIndex = start;
  const match = bracketForm.exec(source);
  if (match === null || start + match[0].length > end) return null;
  const at = start + match[0].length;
  if (at < end && !isBlank(source, at) && !startsText(source, at)) return null;
  if (match[5] !== undefined && !hangulOrder.includes(match[5])) return null;
  const kind = match.slice(1).findIndex((group) => group !== undefined);
  return { end: at, style: `(${['number', 'roman', 'letter', 'capital', 'hangul'][kind]})` };
}

const letterForm = /(?:([IVX]{1,5})|([ivx]{2,5})|([A-Z])|([a-z]))([.)])/y;
/** `A.1 Inspect …` */
const letteredForm = /([A-Z]\.\d{1,2}\.?)[ \u00a0]+["'“‘(]?[A-Z가-힣]/y;
function letterMark(source: string, start: number, end: number): MarkFound | null {
  // Word processors of Korea write the small circle bullet as a letter.
  if (source[start] === 'o' && isBlank(source, start + 1) && isHangulAfter(source, start + 1, end)) {
    return { end: start + 1, style: 'bullet o' };
  }
  letteredForm.lastIndex = start;
  const lettered = letteredForm.exec(source);
  if (lettered !== null && start + lettered[0].length < end)
    return { end: start + lettered[1]!.length, style: 'levels2' };
  letterForm.lastIndex = start;
  const match = letterForm.exec(source);
  if (match === null) return null;
  const at = start + match[0].length;
  if (at > end) return null;
  if (at < end && !isBlank(source, at)) return null;
  const roman = match[1] ?? match[2];
  if (roman !== undefined && (roman.length > 1 || roman === 'I' || roman === 'V' || roman === 'X')) {
    return { end: at, style: match[1] === undefined ? 'small-roman' : 'roman' };
  }
  // Initials are not letters of a list: `J. K. Lee`.
  if (match[3] !== undefined && match[5] === '.' && /^\s+[A-Z]\.(?:\s|$)/.test(source.slice(at, at + 6))) return null;
  return { end: at, style: `${match[3] === undefined ? 'letter' : 'capital'}${match[5]}` };
}

/** `가-1. 대피소` */
const pathForm = /[가-하]-\d{1,2}[.)](?=[ \u00a0])/y;
const hangulOrder = '가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ';
function hangulMark(source: string, start: number, end: number): MarkFound | null {
  pathForm.lastIndex = start;
  const path = pathForm.exec(source)?.[0].length ?? 0;
  if (path > 0 && start + path < end && hangulOrder.includes(source[start]!))
    return { end: start + path, style: 'levels2' };
  const closing = source[start + 1];
  if ((closing !== '.' && closing !== ')') || start + 2 > end) return null;
  if (!hangulOrder.includes(source[start]!)) return null;
  if (start + 2 < end && !isBlank(source, start + 2) && !isHangulAt(source, start + 2)) return null;
  return { end: start + 2, style: `hangul${closing}` };
}

const isBlank = (source: string, at: number): boolean =>
  at >= source.length || isSpace(source.charCodeAt(at)) || isLineEnd(source.charCodeAt(at));
const isHangulAt = (source: string, at: number): boolean => isHangul(source.charCodeAt(at));
const isHangulAfter = (source: string, at: number, end: number): boolean =>
  /^\s+["'“‘(<[「『]?[가-힣]/.test(source.slice(at, Math.min(end, at + 6)));
/** Whether text (not a digit or a closing sign) begins here. */
const startsText = (source: string, at: number): boolean => /[A-Za-z가-힣("'“‘<[「『*]/.test(source[at] ?? ' ');
const nextChar = (source: string, at: number, end: number): string => (at < end ? source[at]! : '');
