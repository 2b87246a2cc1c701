import { languages } from '../language/index';
import type { Block } from '../text/block';
import type { Span } from '../text/span';
import { marker, placeOf, type Marker, type Place } from './marker';
import { asLetter, numeralSign, readNumeral, type Numeral } from './numeral';

/** The marker that a block's own mark is: a numeral in its punctuation, a bullet. */
export function ofMark(text: string, span: Span, titleAt: number): Marker | null {
  const bullet = bulletKind(text);
  if (bullet !== null) return marker({ text, span, titleAt }, 'bullet', `bullet:${bullet}`, null);
  const match = /^([([〔<【#]?)(.{1,15}?)([.)\]〕>】]?)$/u.exec(text);
  if (match === null) return null;
  const [, open = '', core = '', close = ''] = match;
  const numeral = readNumeral(core) ?? numeralSign(core);
  if (numeral === null || numeral.path.some((part) => part > 399)) return null;
  return ofNumeral(numeral, core, open + close, { text, span, titleAt });
}

const numeralHead =
  /(?:([(〔]?)(\d{1,2}[A-F](?=[.)])|[A-Z]\d{1,2}(?=\.\s)|\d{1,3}(?:\.\d{1,3}){0,4}|(?<=[(〔])[A-Z]\d{1,2}(?=[)〕])|[IVXL]{1,6}|[ivx]{1,5}|[A-Za-z]|[가-하])([.)〕]{1,2})|([A-Z]\.\d{1,2}(?=\s)|[A-Z]\d{1,2}(?=\s+(?:[·•|–—]\s)?[A-Z][A-Za-z]*\s)|\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}(?:-\d{1,2}){1,3}(?=[.)]?\s))|(\d\uFE0F?\u20E3|[Ⅰ-Ⅻ①-⑳➀-➓❶-❿ⅰ-ⅻ㉑-㉟]|[\u{F02B1}-\u{F02C4}])([.)]?)|(#?\d{1,2}))(?:(?<=-\d{1,2})[.)])?(?:\s+(?:[·•|]\s)?|(?=[^\s\d.,)%]))/uy;

/** `1. Introduction`, `Ⅰ. 추진배경`, `2.1 Charts`: numerals that the reading kept, as headings' do. */
export function numeralInText(block: Block, head: string): Marker | null {
  const at = /^\s*/.exec(head)![0].length;
  numeralHead.lastIndex = at;
  const match = numeralHead.exec(head);
  if (match === null || match.index + match[0].length >= block.reading.text.length) return null;
  const [whole, open = '', core, close = '', path, sign, signClose = '', plain] = match;
  // `5. 13.(월)` and `2024. 2. 13.` are days, `2 years` is prose.
  if (/^\d{1,4}\. ?\d{1,2}\.?[ (]/.test(head.slice(at)) && !/^\d+\.\d+(?:\.\d+)*\.? /.test(head.slice(at))) return null;
  if (block.kind !== 'heading' && (plain !== undefined || (path !== undefined && !/^\s/.test(whole.slice(-1)))))
    return null;
  if (plain !== undefined && !/\s$/.test(whole)) return null;
  // `17 May: deadline for images`
  if (plain !== undefined && isMonth(head.slice(at + whole.length))) return null;
  // `2 years`, `1.4 lakh groups`
  if ((plain ?? path) !== undefined && /^[a-z]/.test(head.slice(at + whole.length))) return null;
  if (/^[A-Za-z]$/.test(core ?? '') && close === '.' && /^[A-Z]\./.test(head.slice(at + whole.length))) return null;
  if (block.kind === 'paragraph' && /^[A-Za-z]/.test(core ?? '') && !/\s$/.test(whole)) return null;
  const hash = plain?.startsWith('#') ? '#' : '';
  const token = core ?? path ?? sign ?? plain?.slice(hash.length) ?? '';
  const numeral = readNumeral(token) ?? numeralSign(token);
  if (numeral === null || numeral.path.some((part) => part > 399)) return null;
  const end = at + whole.replace(/[\s·•|]+$/, '').length;
  return ofNumeral(numeral, token, open + hash + close + signClose, placeOf(block, at, end, at + whole.length));
}

const months = new Set(languages.flatMap(({ calendar }) => Object.keys(calendar.months)));

const isMonth = (text: string): boolean => months.has(/^[A-Z][a-z]{2,8}(?![a-z])/.exec(text)?.[0].toLowerCase() ?? '');

function ofNumeral(numeral: Numeral, core: string, punctuation: string, place: Place): Marker {
  const { look, path } = numeral;
  const otherwise = look === 'roman' ? asLetter(core) : null;
  const size = /[a-zⅰ-ⅻ]/.test(core) ? 'small' : '';
  // A path of several numbers closes with or without a full stop as the writer likes.
  const series =
    path.length > 1
      ? ((punctuation === '' || punctuation === '.') && /^[A-Z]\d/.test(core)) || /^\d+[A-Z]$/.test(core)
        ? lettered
        : `path:${path.length}`
      : `${look}:${size}${punctuation}`;
  return { ...marker(place, look, series, path.at(-1) ?? null), path, otherwise };
}

/** `A1 Bring …`: a series only where it counts on, since much else is called so (`G20`, `A4`). */
export const lettered = 'lettered';

/** Bullets by rank, not by glyph: typists use ㅇ, ○ and ● for one thing, and `??` is a square that was lost. */
const bullets: readonly (readonly [kind: string, signs: string])[] = [
  ['square', '□■◆◇▣▤◈❏❑❒☐▢⬜❖◻◼'],
  ['circle', '○ㅇ●◦◎⚪◯oㆁОО〇❍⊙◉'],
  ['small', '▶▷►▸▹▻▪▫◾◽▲△▴▵▼▽▾➢➣➤✓✔☑✅★☆✦✧‣⁃'],
  ['dash', '-–−―ㅡ‐—'],
  ['dot', '·•∙ㆍ‧・․'],
];

/** The kind of a bullet, or null: notes and arrows (`※`, `*`, `☞`, `↳`) begin no part. */
function bulletKind(text: string): string | null {
  if (/^\?{2,}$/.test(text)) return 'square';
  if (text.length > 2) return null;
  const code = text.charCodeAt(0);
  if (code >= 0xe000 && code <= 0xf8ff) return 'other';
  return bullets.find(([, signs]) => signs.includes(text[0]!))?.[0] ?? null;
}
