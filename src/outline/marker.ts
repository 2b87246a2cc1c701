import type { Block } from '../text/block';
import { once } from '../text/once';
import { sourceSpan } from '../text/reading';
import type { Span } from '../text/span';
import { asLetter, numeralSign, readNumeral, type Numeral } from './numeral';
import { cardinalOf, closings, hintOf, labels, ordinalOf, otherLabels } from './words';

export type Style =
  | 'word' // First, Second, 첫째
  | 'phrase' // The first aim is, 첫 번째 과제는
  | 'cardinal' // One, Two,
  | 'label' // Task 3, 전략 1, 제1장
  | 'bare' // Strategy:
  | 'decimal' // 1. 2) (3) 2.1
  | 'roman' // Ⅱ. II.
  | 'letter' // A. (b)
  | 'hangul' // 가. 나)
  | 'circled' // ① ➊
  | 'boxed'
  | 'bullet'; // □ ○ -

/** What a block begins with, where that makes it a part of a series. */
export interface Marker {
  /** As written, without the punctuation that parts it from the title: `First`, `Task 3`, `Ⅱ.`. */
  readonly text: string;
  readonly span: Span;
  readonly style: Style;
  /** Markers of one series have the same: style, label, punctuation and number of parts. */
  readonly series: string;
  /** The last number of the path; null for bullets, bare labels and words that close a series. */
  readonly ordinal: number | null;
  readonly path: readonly number[];
  /** `Lastly`: its number is the one that its place gives. */
  readonly closing: boolean;
  /** The label's words in lower case, or null. */
  readonly label: string | null;
  readonly hint: 'strategy' | 'task' | 'measure' | 'section' | null;
  /** Where the title begins in the reading. */
  readonly titleAt: number;
  /** The other reading of a letter that is also a Roman sign: `I.`, `C)`. */
  readonly otherwise: Numeral | null;
}

/** The marker at the head of a block, or null. Notes (`※`, `*`, arrows) have none. */
export const readMarker = (block: Block): Marker | null => markers(block).found;

const markers = once((block: Block) => ({ found: markerOf(block) }));

function markerOf(block: Block): Marker | null {
  const head = block.reading.text.slice(0, 160);
  const { mark } = block;
  if (mark === null) return inText(block, head) ?? numeralInText(block, head);
  const own = ofMark(mark.text, mark, 0);
  // `- 5. 13.(월): …`: Markdown reads a day and its month as a numbered item.
  if (own?.style === 'decimal' && /^\d{1,2}\.\s?(?:[(~～∼]|\d)/.test(head)) return null;
  // A bullet before `Task 3:` says less than the label does.
  const spoken = own === null || own.style === 'bullet' ? inText(block, head) : null;
  // `○ 목표 : 35개소`: under a bullet a bare label names a line and heads no group.
  return own !== null && (spoken === null || spoken.style === 'bare') ? own : spoken;
}

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

function ofMark(text: string, span: Span, titleAt: number): Marker | null {
  const bullet = bulletKind(text);
  if (bullet !== null) return marker({ text, span, titleAt }, 'bullet', `bullet:${bullet}`, null);
  const match = /^([([〔<【]?)(.{1,15}?)([.)\]〕>】]?)$/u.exec(text);
  if (match === null) return null;
  const [, open = '', core = '', close = ''] = match;
  const numeral = readNumeral(core) ?? numeralSign(core);
  if (numeral === null || numeral.path.some((part) => part > 399)) return null;
  return ofNumeral(numeral, core, open + close, { text, span, titleAt });
}

interface Place {
  readonly text: string;
  readonly span: Span;
  readonly titleAt: number;
}

function ofNumeral(numeral: Numeral, core: string, punctuation: string, place: Place): Marker {
  const { look, path } = numeral;
  const otherwise = look === 'roman' ? asLetter(core) : null;
  const size = /[a-zⅰ-ⅻ]/.test(core) ? 'small' : '';
  // A path of several numbers closes with or without a full stop as the writer likes.
  const series =
    path.length > 1
      ? punctuation === '' && /^[A-Z]\d/.test(core)
        ? lettered
        : `path:${path.length}`
      : `${look}:${size}${punctuation}`;
  return { ...marker(place, look, series, path.at(-1) ?? null), path, otherwise };
}

/** `A1 Bring …`: a series only where it counts on, since much else is called so (`G20`, `A4`). */
export const lettered = 'lettered';

function marker(place: Place, style: Style, series: string, ordinal: number | null): Marker {
  return {
    ...place,
    style,
    series,
    ordinal,
    path: ordinal === null ? [] : [ordinal],
    closing: false,
    label: null,
    hint: null,
    otherwise: null,
  };
}

/** Markers made of words. */
function inText(block: Block, head: string): Marker | null {
  const skip = /^[\s"'“”‘’]*/.exec(head)![0].length;
  return (
    wordMarker(block, head, skip) ??
    phraseMarker(block, head, skip) ??
    numberedLabel(block, head, skip) ??
    koreanLabel(block, head, skip) ??
    bareLabel(block, head, skip)
  );
}

const placeOf = (block: Block, start: number, end: number, titleAt: number): Place => ({
  text: block.reading.text.slice(start, end),
  span: sourceSpan(block.reading, start, end),
  titleAt,
});

const word = /[A-Za-z]{2,12}(?:-[A-Za-z]{3,8})?|[가-힣]{1,4}(?: ?번째|째)/y;

/** `First, …`, `Secondly, …`, `One, …`, `첫째, …`, `Lastly, …`. */
function wordMarker(block: Block, head: string, at: number): Marker | null {
  const closing = closings.find((it) => head.slice(at, at + it.length).toLowerCase() === it);
  if (closing !== undefined) {
    const end = at + closing.length;
    const after = /^(?:,|，|、|:)\s*|^\s+(?=[가-힣])/.exec(head.slice(end));
    // `last week`, `final` and so on are no markers: a closing word of one word needs its comma.
    if (after !== null && isCapital(head, at)) {
      const place = placeOf(block, at, end, end + after[0].length);
      return { ...marker(place, 'word', seriesOfWords(closing), null), closing: true };
    }
  }
  word.lastIndex = at;
  const found = word.exec(head)?.[0];
  if (found === undefined || !isCapital(head, at)) return null;
  const lower = found.toLowerCase();
  const ordinal = ordinalOf(lower) ?? (lower.endsWith('ly') ? ordinalOf(lower.slice(0, -2)) : null);
  const end = at + found.length;
  const after =
    /^(?:로|로는|는|은)?\s*[,，、:]\s*|^\s[–—]\s/.exec(head.slice(end)) ??
    // `첫 번째는 민생 회복입니다.`
    (/째$/.test(found) ? /^[는은] (?=[가-힣])/.exec(head.slice(end)) : null);
  if (after === null) return null;
  const place = placeOf(block, at, end, end + after[0].length);
  if (ordinal !== null) return marker(place, 'word', seriesOfWords(found), ordinal);
  const cardinal = cardinalOf(lower);
  // `One, two, three …` counts aloud; `One, the Ministry …` numbers.
  const next = /^[A-Za-z]+/.exec(head.slice(place.titleAt))?.[0].toLowerCase() ?? '';
  if (cardinal === null || cardinal > 20 || !after[0].startsWith(',') || cardinalOf(next) !== null) return null;
  return marker(place, 'cardinal', 'cardinal', cardinal);
}

const seriesOfWords = (text: string): string => (/[가-힣]/.test(text) ? 'word:ko' : 'word');

const isCapital = (text: string, at: number): boolean => !/[a-z]/.test(text[at] ?? '');

const englishPhrase =
  /(?:(?:The|Our|My|A|Its|This) )?(\d{1,2}(?:st|nd|rd|th)|[A-Za-z]{4,8}(?:-[a-z]{5,7})?)(?: and (?:last|final))?((?: [A-Za-z-]{2,16}){1,3}?)(?:,(?: [A-Za-z’'-]{1,16}){2,8},)?(?: (?:is|will|concerns|involves|covers|aims|focuses|seeks)\b|\s*[:–—]\s)/y;
const koreanPhrase = /([가-힣]{1,4}(?: ?번째|째)|마지막) ([가-힣 ]{2,8}?)(?:은|는|이|로|,|:)(?=\s)/y;

/** `The first aim is to …`, `My second priority, and the dearest to me, is …`, `Third pillar: …`, `1st Engine: …`, `첫 번째 과제는 …`. */
function phraseMarker(block: Block, head: string, at: number): Marker | null {
  for (const pattern of [englishPhrase, koreanPhrase]) {
    pattern.lastIndex = at;
    const match = pattern.exec(head);
    if (match === null || !isCapital(head, at)) continue;
    const [whole, ordinalWord = '', noun = ''] = match;
    const lower = ordinalWord.toLowerCase();
    const closing = lower === 'last' || lower === 'final' || lower === '마지막';
    const ordinal = /^\d/.test(lower) ? parseInt(lower, 10) : ordinalOf(lower);
    const label = noun.trim().toLowerCase();
    if ((ordinal === null && !closing) || label === 'is' || otherLabels.has(label)) continue;
    const hint = hintOf(label);
    if (hint === null || hint === 'section') continue;
    const end = at + whole.indexOf(noun) + noun.length;
    const separator = /^\s*[:–—]\s/.exec(head.slice(end));
    const place = placeOf(block, at, end, separator === null ? at : end + separator[0].length);
    const series = `phrase:${label.slice(label.lastIndexOf(' ') + 1)}`;
    return { ...marker(place, 'phrase', series, ordinal), closing, label, hint };
  }
  return null;
}

const numbered =
  /(?:[[(<【〔「〈《＜] ?)?([A-Z][A-Za-z'’&/-]{1,20}(?: (?:(?:of|and|for) )?[A-Za-z][A-Za-z'’&/-]{1,20}){0,3}?)[ \u00a0](?:[Nn]o\.? ?|#)?(\d{1,3}(?:[.-]\d{1,3}){0,3}|[A-Z]\.?\d{1,2}(?:\.\d{1,2})?|[IVXivx]{1,5}|[A-H]|[Ⅰ-Ⅻ①-⑳]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|one|two|three|four|five|six|seven|eight|nine|ten)(?![\w’'%])(?![.,]\d)/y;

/** `Task 3: …`, `[Goal 1] …`, `PILLAR II – …`, `Performance Goal 1.1: …`, `Pillar Two: …`. */
function numberedLabel(block: Block, head: string, at: number): Marker | null {
  numbered.lastIndex = at;
  const match = numbered.exec(head);
  if (match === null) return null;
  const [whole, name = '', core = ''] = match;
  const label = name.toLowerCase();
  const numeral = readNumeral(core) ?? cardinalNumeral(core);
  if (numeral === null) return null;
  const last = label.slice(label.lastIndexOf(' ') + 1);
  if (!labels.has(label) && otherLabels.has(last)) return null;
  if (/^(?:see|compare|under|from|after|before|with) /.test(label)) return null; // `See Task 3.` names another part
  const hint = hintOf(label);
  const end = at + whole.length;
  const after = /^(?:\s*\([^()]{1,40}\)\s*[:：–—]\s*|(?:\s*[:：.)\]】>〕」|]|\s*[–—]|\s-){1,3}\s*)/.exec(
    head.slice(end),
  );
  const open = /^[[(<【〔「〈《＜] ?/.exec(whole)?.[0].length ?? 0;
  if (
    after === null &&
    !standsAlone(block, head, end) &&
    !opensSentence(hint, core, head.slice(end)) &&
    !(hint !== null && isSetOff(block, end))
  )
    return null;
  // `Strategic objective 2:` and `Core responsibility 1:` are set off as `Objective 2:` is.
  if ((/ [a-z]{4}/.test(name) || /^[a-z]/.test(core)) && after === null && head.slice(end).trim() !== '') return null;
  // A word of the document's own must be marked off beyond doubt: `Workpackage 2: …`.
  if (hint === null && (!/^\d/.test(core) || open > 0 || !/^\s*[:–—]|^\s-\s/.test(head.slice(end)))) return null;
  const start = at + open;
  return labelled(placeOf(block, start, end, end + (after?.[0].length ?? 0)), label, hint, numeral);
}

/**
 * `Action 1.2 Three ferry links will …`, `Action 2 Replace 85 bins …`: a label known for its kind whose number has parts
 * heads the sentence itself; so does that of a task before a word with a capital.
 */
const opensSentence = (hint: Marker['hint'], core: string, rest: string): boolean =>
  hint !== null &&
  ((/^(?:\d+|[A-Z])\.\d/.test(core) && /^\s+(?:[A-Z][a-z]*|\d[\d,]*)\s/.test(rest)) ||
    ((hint === 'task' || hint === 'measure') && /^\d{1,2}$/.test(core) && /^\s+[A-Z][a-z]*\s/.test(rest)));

/** `**Action 1** Empty all bins …`: markup ends between the label and the words after it. */
function isSetOff({ reading }: Block, end: number): boolean {
  const spaces = /^\s+(?=\S)/.exec(reading.text.slice(end, end + 8))?.[0].length;
  if (spaces === undefined) return false;
  const next = sourceSpan(reading, end + spaces, end + spaces + 1).start;
  return next - sourceSpan(reading, end - 1, end).end > spaces;
}

function cardinalNumeral(text: string): Numeral | null {
  const value = cardinalOf(text.toLowerCase());
  return value === null || value > 20 ? null : { look: 'decimal', path: [value] };
}

/** `전략 1. …`, `과제 3-2 …`, `[추진과제 ①] …`, `제1장 …`. */
const hangulLabel =
  /(?:[[(<【〔「〈《＜] ?)?([가-힣]{1,6}(?: [가-힣]{1,6})?) ?((?:\d{1,2}-)?[①-⑳]|\d{1,3}(?:[.-]\d{1,3}){0,3}|[Ⅰ-Ⅻ]|[IVX]{1,5}|[A-H])(?![\w가-힣%,~∼])(?![.]\d)/y;
const hangulChapter = /(?:[[(<【〔「〈《＜] ?)?제 ?(\d{1,3}) ?([가-힣]{1,4})(?=[\s:.)\]】〕」]|$)/y;

function koreanLabel(block: Block, head: string, at: number): Marker | null {
  hangulChapter.lastIndex = at;
  const chapter = hangulChapter.exec(head);
  hangulLabel.lastIndex = at;
  const match = chapter ?? hangulLabel.exec(head);
  if (match === null) return null;
  const [whole, first = '', second = ''] = match;
  const [name, core] = chapter === null ? [first, second] : [second, first];
  const label = name.replace(/ /g, '');
  const numeral = readNumeral(core);
  if (numeral === null || otherLabels.has(label)) return null;
  const hint = hintOf(label);
  if (hint === null) return null;
  const end = at + whole.length;
  const after = /^\s*[:：.)\]】>〕」|]+\s*|^\s*[–—-]\s/.exec(head.slice(end));
  if (after === null && !standsAlone(block, head, end)) return null;
  const start = at + (/^[[(<【〔「〈《＜] ?/.exec(whole)?.[0].length ?? 0);
  return labelled(placeOf(block, start, end, end + (after?.[0].length ?? 0)), label, hint, numeral);
}

function labelled(place: Place, label: string, hint: Marker['hint'], numeral: Numeral): Marker {
  const { path, look } = numeral;
  const series = `label:${label}:${path.length}${look === 'letter' ? ':letter' : ''}`;
  const titleAt = place.titleAt + (/^\s*/.exec(place.text)?.[0].length ?? 0);
  return { ...marker({ ...place, titleAt }, 'label', series, path.at(-1) ?? null), path, label, hint };
}

/** Whether a label without punctuation after it is a heading (`과제 3 충전소 설치`) and not the head of a sentence. */
function standsAlone(block: Block, head: string, end: number): boolean {
  const rest = head.slice(end);
  if (rest.trim() === '') return true;
  if (!/^\s|^\(/.test(rest)) return false;
  if (block.kind === 'heading') return !/^\s[a-z]/.test(rest);
  return block.reading.text.length <= 60 && !/[.!?。]\s*$|다\.?$/.test(block.reading.text) && !/^\s[a-z]/.test(rest);
}

const bare = /([A-Z][A-Za-z]{3,12}|[가-힣]{2,4})\s?[:：]\s+(?=\S)/y;

/** `Strategy: To lay the ground …`: a label that numbers nothing. Only words that head a group of tasks. */
function bareLabel(block: Block, head: string, at: number): Marker | null {
  bare.lastIndex = at;
  const match = bare.exec(head);
  if (match === null) return null;
  const label = match[1]!.toLowerCase();
  // `Vision: …` says where the plan wants to go, not what it does.
  const hint = hintOf(label);
  // `## Project: Rain gardens`: as a heading, a task's too.
  const heads = hint === 'task' && block.kind === 'heading' && block.depth > 0;
  if ((hint !== 'strategy' && !heads) || label === 'vision' || label === 'mission') return null;
  const place = placeOf(block, at, at + match[1]!.length, at + match[0].length);
  return { ...marker(place, 'bare', `bare:${label}`, null), label, hint };
}

const numeralHead =
  /(?:([(〔]?)(\d{1,3}(?:\.\d{1,3}){0,4}|(?<=[(〔])[A-Z]\d{1,2}(?=[)〕])|[IVXL]{1,6}|[ivx]{1,5}|[A-Za-z]|[가-하])([.)〕]{1,2})|([A-Z]\.\d{1,2}(?=\s)|[A-Z]\d{1,2}(?=\s+[A-Z][A-Za-z]*\s)|\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}(?:-\d{1,2}){1,3}(?=[.)]?\s))|([Ⅰ-Ⅻ①-⑳➀-➓❶-❿ⅰ-ⅻ㉑-㉟]|[\u{F02B1}-\u{F02C4}])([.)]?)|(\d{1,2}))(?:(?<=-\d{1,2})[.)])?(?:\s+|(?=[^\s\d.,)%]))/uy;

/** `1. Introduction`, `Ⅰ. 추진배경`, `2.1 Charts`: numerals that the reading kept, as headings' do. */
function numeralInText(block: Block, head: string): Marker | null {
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
  // `2 years`, `1.4 lakh groups`
  if ((plain ?? path) !== undefined && /^[a-z]/.test(head.slice(at + whole.length))) return null;
  if (/^[A-Za-z]$/.test(core ?? '') && close === '.' && /^[A-Z]\./.test(head.slice(at + whole.length))) return null;
  if (block.kind === 'paragraph' && /^[A-Za-z]/.test(core ?? '') && !/\s$/.test(whole)) return null;
  const token = core ?? path ?? sign ?? plain ?? '';
  const numeral = readNumeral(token) ?? numeralSign(token);
  if (numeral === null || numeral.path.some((part) => part > 399)) return null;
  const end = at + whole.trimEnd().length;
  return ofNumeral(numeral, token, open + close + signClose, placeOf(block, at, end, at + whole.length));
}
