import { languages } from '../language/index';
import { rests, type Steps } from './steps';
import type { Line } from './line';
import { isDigit, isHangul, isLower } from './space';
import { cutsNumber } from './wrap';

/** Columns of the longest line that can be part of a wrapped paragraph. */
const WIDEST = 200;

/** How a plain text is laid out as a whole. */
export interface Layout {
  /** Every line is followed by an empty one; paragraphs are set apart by more, or by a line that holds a space. */
  readonly double: boolean;
  /** The columns at which its lines wrap, about; 0 where a line is a paragraph. */
  readonly wrap: number;
  /** Words that the document itself numbers its parts by: `Big Move` of `Big Move 3 – …`. */
  readonly labels: ReadonlySet<string>;
}

/** How many line ends are looked at to tell the layout: documents do not change it after hundreds of lines. */
const SAMPLE = 2000;

export function* layoutOf(source: string, lines: readonly Line[]): Steps<Layout> {
  const adjacent: number[] = [];
  const doubled: number[] = [];
  let parted = 0;
  for (let i = 1; i < lines.length && i < SAMPLE; i++) {
    const { blanks, spacer } = lines[i]!;
    if (blanks === 0) adjacent.push(i);
    else if (blanks === 1 && !spacer) doubled.push(i);
    else if (blanks >= 3 && spacer) parted++;
  }
  const labels = yield* ownLabels(source, lines);
  if ((doubled.length >= 3 || parted >= 3) && doubled.length > 2 * adjacent.length) {
    const wrap = wrapAt(source, lines, doubled, parted >= 2 ? 1 : 2);
    if (wrap > 0 || parted >= 2) return { double: true, wrap, labels };
  }
  return { double: false, wrap: wrapAt(source, lines, adjacent, 2), labels };
}

/** `Big Move 3 – …`, `KEY ACTIVITY 2  Warn`: a sign or a wide space sets the number off. */
const ownLabel = /^([A-Z][A-Za-z]{2,14}(?: [A-Z][A-Za-z]{2,14})?) (\d{1,2}(?:\.\d{1,2})?)(?: ?[:–—-] | {2,8}(?=[A-Z]))/;

/** The labels that begin lines with three numbers or more. */
function* ownLabels(source: string, lines: readonly Line[]): Steps<Set<string>> {
  const numbers = new Map<string, Set<string>>();
  const rest = rests();
  for (const { start, end } of lines) {
    if (rest()) yield;
    const found = ownLabel.exec(source.slice(start, Math.min(end, start + 40)));
    if (found === null) continue;
    const [, label = '', number = ''] = found;
    numbers.set(label, (numbers.get(label) ?? new Set()).add(number));
  }
  return new Set([...numbers].flatMap(([label, set]) => (set.size >= 3 ? [label] : [])));
}

/** Empty lines before a line as the layout means them: 0 is the next line. */
export function gapOf(line: Line, { double }: Layout): number {
  if (!double) return line.blanks;
  if (line.blanks === 0) return 0;
  return line.spacer || line.blanks > 1 ? Math.max(1, line.blanks >> 1) : 0;
}

/** Whether a line runs on in the next one: `next` follows it without a gap, or the words themselves show it. */
export function goesOn(source: string, line: Line, next: Line, last: boolean, layout: Layout): boolean {
  const gap = gapOf(next, layout);
  // A page end inside a paragraph.
  if (gap > 0 && (gap > 1 || layout.wrap === 0 || !startsLower(source, next))) return false;
  const says = evidence(source, line, next, layout.labels);
  if (gap > 0) return says === 'on' && isFull(line, next, layout.wrap);
  if (says === 'ends' || isNumberedTitle(source, line)) return false;
  if (layout.wrap === 0 || line.width > layout.wrap * 1.6) return says === 'on' && line.width >= 32;
  const full = isFull(line, next, layout.wrap);
  // The first line of a paragraph may be set in.
  if (says === 'open' && next.indent > line.indent && line.mark === null) return false;
  if (says === 'on') return full || line.width >= layout.wrap * 0.4;
  if (!full) return false;
  // A title under a full last line: the sentence before it is closed, and it is none itself.
  return !(last && closes(source, line.end) && !closes(source, next.end) && next.width < layout.wrap * 0.7);
}

/** `제1과제 낡은 물양장 고치기`: a short line that such a label opens is a title. */
const isNumberedTitle = (source: string, { start, end, width }: Line): boolean =>
  width < 40 && /^제 ?\d{1,2} ?(?:전략|과제|목표|분야|부문) \S/.test(source.slice(start, Math.min(end, start + 14)));

/** Whether the next line's first word would not have fitted. */
function isFull(line: Line, next: Line, wrap: number): boolean {
  return line.width >= wrap * 0.8 || line.width + 1 + Math.min(next.width, 12) >= wrap * 0.95;
}

/** The columns at which lines wrap, from those that surely run on; 0 where fewer than `least` do. */
function wrapAt(source: string, lines: readonly Line[], joints: readonly number[], least: number): number {
  const widths: number[] = [];
  const all: number[] = [];
  let unmarked = 0;
  let closed = 0;
  for (const i of joints) {
    const line = lines[i - 1]!;
    const next = lines[i]!;
    if (next.mark !== null || line.width > WIDEST || line.columns || next.columns) continue;
    unmarked++;
    all.push(line.width);
    if (closes(source, line.end)) closed++;
    if (evidence(source, line, next) === 'on') widths.push(line.width);
  }
  const wrap = middleOf(widths);
  // Titles that end in `for` or `of` seem to run on; text much wider than they shows that it does not wrap there.
  const wider = all.filter((width) => width > wrap * 1.5).length;
  if (widths.length >= least && widths.length >= unmarked * 0.15 && wider * 5 <= all.length) return wrap;
  // No small letters tell in Korean: lines that nearly all end at one column are wrapped, unless they end sentences.
  if (all.length >= 3 && closed * 2 <= all.length) {
    const sorted = [...all].sort((a, b) => a - b);
    const edge = sorted[Math.floor(sorted.length * 0.9)]!;
    const near = all.filter((width) => width >= edge * 0.85).length;
    const few = all.length < 6;
    if (edge >= (few ? 60 : 40) && near >= all.length * (few ? 0.8 : 0.6)) return edge;
  }
  return 0;
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** What two lines say of themselves: `on` the first runs on, `ends` it does not, `open` nothing tells. */
function evidence(source: string, line: Line, next: Line, labels: ReadonlySet<string> = none): 'on' | 'ends' | 'open' {
  if (datesOn(source, line, next)) return 'on';
  if (partsNumber(source, line, next)) return 'on';
  if (next.mark !== null) return isRestOfSentence(source, line, next) ? 'on' : 'ends';
  const tail = source.slice(Math.max(line.start, line.end - 16), line.end);
  if (isDigit(source.charCodeAt(line.end - 1)) && leaders.test(tail)) return 'ends';
  if ((startsLabelled(source, next) || startsOwnLabel(source, next, labels)) && !endsOpen(tail)) return 'ends';
  if (startsDated(source, next) && startsDated(source, line) && !endsOpen(tail)) return 'ends';
  const isClosed = '.!?:;。'.includes(source[line.end - 1]!);
  if ((isClosed || line.mark !== null) && startsNumberedLabel(source, next) && !endsOpen(tail)) return 'ends';
  if (isClosed) return 'open';
  if (startsNumbered(source, next)) return 'ends';
  if (endsClause(tail)) return startsParticle(source, next) ? 'on' : 'ends';
  if (/[,，、]$/.test(tail) || /[A-Za-z]-$/.test(tail) || /[([{‘“]$/.test(tail)) return 'on';
  if (endsOpen(tail) || startsEnding(source, line, next)) return 'on';
  if (partsDate(source, line, next)) return 'on';
  // `1조` / `2,100억원`, `3월` / `20일`
  if (/\d ?[조억만년월]$/.test(tail) && isDigit(source.charCodeAt(next.start))) return 'on';
  if (startsLower(source, next)) return closes(source, line.end) ? 'open' : 'on';
  return 'open';
}

/** Dots that lead to a page number: `Strategic goals ........ 7`. */
const leaders = /[.·…‥․]{3,} ?\d{1,3}$/;

/** A Korean clause of the note style is closed by its noun ending: `…을 지원함`. */
const endsClause = (tail: string): boolean => /[가-힣](?:함|음|됨|임|짐|남)$/.test(tail);
const startsNumbered = (source: string, next: Line): boolean =>
  next.width < 40 && /^\d{1,2} [가-힣]/.test(source.slice(next.start, next.start + 4));
const startsParticle = (source: string, next: Line): boolean =>
  /^(?:[을를은는의에와과도로]|으로|에서|까지|부터|하여|하고)(?![가-힣])/.test(source.slice(next.start, next.start + 4));

/** `2,400만원으` / `로 25% 절감`, `계획에 따` / `라 …`: a syllable that begins no word of its own. */
const startsEnding = (source: string, line: Line, next: Line): boolean =>
  isHangul(source.charCodeAt(line.end - 1)) && /^[을를은는의에와로라] /.test(source.slice(next.start, next.start + 2));

/** `Goal 2: …`, `Key Task 1. …`, `Strategy: …`, `전략 1. …`, `[과제 2] …`: a word that names parts, with its number set off. */
function startsLabelled(source: string, next: Line): boolean {
  const head = source.slice(next.start, Math.min(next.end, next.start + 40));
  const found = labelled.exec(head);
  return found !== null && isPartLabel((found[1] ?? found[2]!).toLowerCase());
}

/**
 * `실행과제 1-2 중대재해 예방` after a closed sentence, `Objective 2.2 To have …` below an item: a label with a number of two
 * parts needs no sign after it, nor does one with a number in a circle on a short line (`과제 ⑧ 다문화 자료실`).
 */
function startsNumberedLabel(source: string, { start, end, width }: Line): boolean {
  const head = source.slice(start, Math.min(end, start + 24));
  const found =
    /^(?:([가-힣]{2,6}) ?\d{1,2}-\d{1,2} {1,3}[가-힣]|([A-Z][a-z]{3,12}) \d{1,2}\.\d{1,2} [A-Z])/.exec(head) ??
    (width < 40 ? /^([가-힣]{2,6}) ?[①-⑳] [가-힣]/.exec(head) : null);
  return found !== null && isPartLabel((found[1] ?? found[2]!).toLowerCase());
}

const none: ReadonlySet<string> = new Set();

const startsOwnLabel = (source: string, { start, end }: Line, labels: ReadonlySet<string>): boolean =>
  labels.size > 0 && labels.has(ownLabel.exec(source.slice(start, Math.min(end, start + 40)))?.[1] ?? '');

const partLabels: ReadonlySet<string> = new Set(languages.flatMap(({ outline }) => Object.keys(outline.labels)));
const isPartLabel = (word: string): boolean => partLabels.has(word);

const labelled =
  /^[[<【]?(?:(?:[A-Z][a-z]{2,11} )?((?![IVX]+\b)[A-Z][A-Za-z]{2,14})(?: (?:[\dIVX]{1,4}(?:\.\d{1,2})?|[A-Z][a-z]{2,4}))? ?[:.\])–—](?= |$)|([가-힣]{1,6}) ?\d{1,2}(?:-\d{1,2})?[.:\]】>)])/;

/** A number or letter that only happens to begin a line: the sentence before it is not closed and asks for more. */
function isRestOfSentence(source: string, line: Line, next: Line): boolean {
  if (closes(source, line.end)) return false;
  const style = next.mark!.style;
  const tail = source.slice(Math.max(line.start, line.end - 16), line.end);
  if (style === 'hangul.') return source[next.start] === '다' && cutsVerb(source, line, next);
  if (style === 'bullet -' || style === 'bullet –') return false;
  // `▲roads, ▲bridges and` goes on with `▲ferries`.
  if (style.startsWith('bullet ')) {
    const sign = source[next.start]!;
    return '▲▴△▶▸•·'.includes(sign) && source.slice(line.text, line.end).includes(sign);
  }
  const bracket = source.lastIndexOf('(', line.end - 1);
  const open = bracket >= line.text && !source.slice(bracket, line.end).includes(')');
  // `(part` / `1) …`
  if (style === 'paren') return open;
  // `과제` / `⑨에서 …`: a particle follows no mark of a list.
  if (style === 'circled')
    return /^.(?:[을를은는의와과로]|이|가|에서|에|부터|까지)(?![가-힣])/.test(startOf(source, next));
  // `2. … extended from 44 to` / `52. Saturday …`
  if (line.mark?.style === style) return style === 'dot' && isOtherNumber(source, line, next) && endsOpen(tail);
  if (!(style === 'dot' || style === 'roman' || style.endsWith('.'))) return false;
  // `…이 가장 많아` / `2. 404명에 이르렀다`: a figure with a space in it.
  const figure =
    style === 'dot' && isDigit(source.charCodeAt(next.text)) && /[가-힣](?:가|이|아|어|여|서|면|만|도|지)$/.test(tail);
  // `raised to R2` / `190. The child grant …`
  const group =
    style === 'dot' && /^\d{3}\./.test(source.slice(next.start, next.start + 4)) && /(?<!\d)\d{1,3}$/.test(tail);
  return open || figure || group || endsOpen(tail) || callsNumber.test(tail);
}

const startOf = (source: string, { start, end }: Line): string => source.slice(start, Math.min(end, start + 8));

/** Whether the number that begins the next line is not the one that comes after this line's. */
const isOtherNumber = (source: string, line: Line, next: Line): boolean =>
  Number.parseInt(startOf(source, next), 10) !== Number.parseInt(startOf(source, line), 10) + 1;

/**
 * `2026. 3.` / `4.(수)`, `2. 9. ~ 2.` / `27.(금)`, `4. 6.(월)부터 6.` / `26.(금)`, `2026.` / `3. 4.`: a date that a line end parts
 * after a full stop.
 */
function datesOn(source: string, line: Line, next: Line): boolean {
  if (source[line.end - 1] !== '.' || !isDigit(source.charCodeAt(line.end - 2))) return false;
  const tail = source.slice(Math.max(line.start, line.end - 16), line.end);
  const rest = source.slice(next.start, Math.min(next.end, next.start + 12));
  if (/(?:[12]\d{3}|[’‘']\d{2})\. ?\d{1,2}\.$/.test(tail)) return /^\d{1,2}\./.test(rest);
  if (/[~∼～] ?\d{1,2}\.$/.test(tail)) return /^\d{1,2}\./.test(rest);
  // `신청은 6.` / `26.(월)부터 7. 7.(금)까지`
  if (/[가-힣)] \d{1,2}\.$/.test(tail) && /^\d{1,2}\. ?\([월화수목금토일]\)/.test(rest)) return true;
  // `2026. 4. 6.(월)부터 6.` / `26.(금)까지`
  if (/부터 \d{1,2}\.$/.test(tail)) return /^\d{1,2}\. ?\([월화수목금토일]\)/.test(rest);
  return /[12]\d{3}\.$/.test(tail) && /^\d{1,2}\. ?(?:\d{1,2}\.|\()/.test(rest);
}

const months = new Set(languages.flatMap(({ calendar }) => Object.keys(calendar.months)));

/** `14 September 2027 – national drill`, below a line that begins with its date too: entries of a timetable. */
function startsDated(source: string, { start, end }: Line): boolean {
  const found = /^(?:\d{1,2} )?([A-Z][a-z]{2,8})(?: \d{1,2},?)?(?: [12]\d{3})? ?[:–—-] /.exec(
    source.slice(start, Math.min(end, start + 32)),
  );
  return found !== null && months.has(found[1]!.toLowerCase());
}

/** `October` / `2025`, `1` / `October`. */
function partsDate(source: string, line: Line, next: Line): boolean {
  const tail = source.slice(Math.max(line.start, line.end - 12), line.end);
  const head = source.slice(next.start, Math.min(next.end, next.start + 12));
  const year = /^(?:[12]\d{3}|\d{1,2})(?![\d.)])/.test(head);
  const month = year ? /([A-Za-z]{3,9})\.?,?$/.exec(tail)?.[1] : /^([A-Za-z]{3,9})\b/.exec(head)?.[1];
  return month !== undefined && (year || /\s\d{1,2}$/.test(tail)) && months.has(month.toLowerCase());
}

/** `하위 3` / `0%는`, `(총 1` / `75억원)`, `519억` / `원으로`, `1,24` / `8억원`: a number in a Korean text that a line end cuts. */
function partsNumber(source: string, line: Line, next: Line): boolean {
  const tail = source.slice(Math.max(line.start, line.end - 10), line.end);
  const head = source.slice(next.start, Math.min(next.end, next.start + 14));
  if (/\d[십백천만억조]{1,2}$/.test(tail)) return /^원(?:[^가-힣]|[을를은는이의에으과까씩]|$)/.test(head);
  if (/\d[조억만] ?\d$/.test(tail) && /^[십백천]만? ?원/.test(head)) return true;
  return cutsNumber(tail, head);
}

/** `…을 마련했` / `다. 이어서 …`: a line end before the last syllable of a verb. `다.` after `나.` counts. */
function cutsVerb(source: string, line: Line, next: Line): boolean {
  if (line.mark?.style === 'hangul.' || line.indent > next.indent) return false;
  return /[이하되니르없같많높낮좋크]/.test(source[line.end - 1]!) || endsVerb(source.charCodeAt(line.end - 1));
}

/** Whether a Hangul syllable closes with ㅆ (`했`, `있`, `였`) or ㄴ (`한`, `된`, `는`), as stems before `다` do. */
const endsVerb = (code: number): boolean => isHangul(code) && [20, 4].includes((code - 0xac00) % 28);

const englishOpen =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|is|are|was|were|be|been|will|would|can|that|which|who|its|their|our|this|these|under|over|into|than|about|between|through|per|such|not|up|after|before|until|within|without|during|since|against|among|least|nearly|some|only|each|every|KRW|USD|EUR|Rs\.?|US\$|S\$)$/;
const koreanOpen =
  /[가-힣](?:고|며|면서|거나|을|를|의|에|로|와|과|및|는|한|된|할|될|수|도록|하여|위해|위한|통해|따른|대한|관한|에서|부터)$/;

/** A word that wants a number after it: `see Annex` / `A. Annex B lists …`. */
const callsNumber =
  /(?:Annex|Appendix|Table|Figure|Section|Chapter|Article|Part|Phase|Task|Goal|Pillar|Step|Vote|Vol|No)\.?$/;

function endsOpen(tail: string): boolean {
  const last = tail.charCodeAt(tail.length - 1);
  if (isHangul(last)) return koreanOpen.test(tail) || /\s및$|\d[대개]$/.test(tail);
  return englishOpen.test(tail);
}

/** Whether a sentence is closed at `end`: a full stop, a question or exclamation mark, a colon, behind any brackets. */
export function closes(source: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && ')]"\'”’」』'.includes(source[at]!)) at--;
  return '.!?:;。．：'.includes(source[at] ?? ' ');
}

const startsLower = (source: string, line: Line): boolean => isLower(source.charCodeAt(line.start));

/** Whether the line is a number without a sign after it, such as stands alone before a title: `1`, `12`. */
export const isBareNumeral = (source: string, line: Line): boolean =>
  line.end - line.start <= 2 && isDigit(source.charCodeAt(line.start)) && isDigit(source.charCodeAt(line.end - 1));
