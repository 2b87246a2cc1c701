import type { Span } from '../text/span';
import { english, hangulLetters, korean, signRuns } from '../language/series';

/** The hand in which a number of a series is written. */
export type Hand =
  'digits' | 'nth' | 'cardinal' | 'ordinal' | 'roman' | 'latin' | 'hangul' | 'sign' | 'native' | 'counter' | 'sino';

/** A number as written somewhere: `value` 3 in the hand `ordinal` at the span of `Third`. */
export interface Written extends Span {
  readonly value: number;
  readonly hand: Hand;
  readonly text: string;
}

/**
 * Every way to read one token as a number: `Third` → 3; `C` → the third letter or the Roman hundred; `넷째` → 4.
 * Spans are relative to the token. Empty when it is no number.
 */
export function readOrdinal(text: string): Written[] {
  const found: Written[] = [];
  for (const [hand, { read }] of hands) {
    const value = read(text);
    if (value !== null) found.push({ value, hand, text, start: 0, end: text.length });
  }
  return found;
}

/**
 * The number written as `like` is: the same hand, the same capitals, the same width of digits. Null where the hand
 * cannot write it (the fifteenth Hangul letter).
 *
 *     writeOrdinal(7, { hand: 'ordinal', text: 'SIXTH' })  →  'SEVENTH'
 */
export function writeOrdinal(value: number, like: Pick<Written, 'hand' | 'text'>): string | null {
  return writers.get(like.hand)!.write(value, like.text);
}

/**
 * The readings of the number that a marker bears, the last one where it has several parts: the `2` of `1.2.`, the
 * `II` of `Strategy II –`, the `first` of `The first aim is`. Spans are relative to the marker.
 */
export function ordinalsIn(marker: string): Written[] {
  const tokens = [...marker.matchAll(tokenPattern)];
  for (const token of tokens.reverse()) {
    const found = readOrdinal(token[0]).map((written) => ({
      ...written,
      start: token.index,
      end: token.index + token[0].length,
    }));
    if (found.length > 0) return found;
  }
  return [];
}

/** Numbers with their suffix, runs of letters (with a hyphen: `twenty-first`), runs of Hangul, single signs. */
const tokenPattern =
  /[0-9０-９]{1,6}(?:st|nd|rd|th|ST|ND|RD|TH)?(?![A-Za-z])|(?<![A-Za-z0-9])[A-Za-z]{1,24}(?:-[A-Za-z]{1,12})?|[가-힣]{1,8}|[\u2160-\u217b\u2460-\u24ff\u2776-\u2793\u320e-\u321b\u3251-\u32bf]|[\u{f02b1}-\u{f02ba}]/gu;

interface Writer {
  readonly read: (text: string) => number | null;
  readonly write: (value: number, like: string) => string | null;
}

const hands: readonly (readonly [Hand, Writer])[] = [
  ['digits', { read: readDigits, write: writeDigits }],
  ['nth', { read: readNth, write: writeNth }],
  ['cardinal', fromTable(englishTable(english.ones, english.tens, english.ones))],
  ['ordinal', fromTable(englishTable(english.ordinalOnes, english.ordinalTens, english.ordinalOnes))],
  ['native', fromTable(koreanOrdinals())],
  ['counter', fromTable(koreanCounters())],
  ['sino', fromTable(sinoNumbers())],
  ['roman', { read: readRoman, write: writeRoman }],
  ['latin', { read: readLatin, write: writeLatin }],
  [
    'hangul',
    {
      read: (text) => (text.length === 1 && hangulLetters.includes(text) ? hangulLetters.indexOf(text) + 1 : null),
      write: (value) => hangulLetters[value - 1] ?? null,
    },
  ],
  ['sign', { read: readSign, write: writeSign }],
];
const writers: ReadonlyMap<Hand, Writer> = new Map(hands);

function readDigits(text: string): number | null {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^[0-9]{1,6}$/.test(plain) ? Number(plain) : null;
}

function writeDigits(value: number, like: string): string {
  const padded =
    like.startsWith('0') || like.startsWith('０') ? String(value).padStart(like.length, '0') : String(value);
  return /[０-９]/.test(like)
    ? padded.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : padded;
}

function readNth(text: string): number | null {
  const match = /^([0-9]{1,4})(?:st|nd|rd|th)$/i.exec(text);
  return match ? Number(match[1]) : null;
}

function writeNth(value: number, like: string): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const suffix = (teen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th';
  return `${value}${/[A-Z]$/.test(like) ? suffix.toUpperCase() : suffix}`;
}

const romanValues: readonly (readonly [string, number])[] = [
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** Roman numerals up to 89 in capitals or small letters; `C` alone is a letter far more often than a hundred. */
function readRoman(text: string): number | null {
  if (!/^(?:[IVXL]{1,8}|[ivxl]{1,8})$/.test(text)) return null;
  for (let value = 1; value < 90; value++) if (roman(value) === text.toUpperCase()) return value;
  return null;
}

function writeRoman(value: number, like: string): string | null {
  if (value < 1 || value > 89) return null;
  return like === like.toLowerCase() ? roman(value).toLowerCase() : roman(value);
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [sign, worth] of romanValues) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

function readLatin(text: string): number | null {
  return /^[A-Za-z]$/.test(text) ? text.toLowerCase().charCodeAt(0) - 96 : null;
}

function writeLatin(value: number, like: string): string | null {
  if (value < 1 || value > 26) return null;
  return String.fromCharCode((like === like.toLowerCase() ? 96 : 64) + value);
}

function readSign(text: string): number | null {
  const run = runOf(text);
  return run === undefined ? null : text.codePointAt(0)! - run[0] + run[1];
}

/** The same kind of sign; where one run ends (⑳) the one that continues it (㉑). */
function writeSign(value: number, like: string): string | null {
  const own = runOf(like);
  if (own === undefined) return null;
  const chain = continued.find((runs) => runs.includes(own[0])) ?? [own[0]];
  for (const run of signRuns) {
    if (chain.includes(run[0]) && value >= run[1] && value < run[1] + run[2])
      return String.fromCodePoint(run[0] + value - run[1]);
  }
  return null;
}

/** Runs that continue each other. */
const continued: readonly (readonly number[])[] = [
  [0x2460, 0x3251, 0x32b1],
  [0x2776, 0x24eb],
];

function runOf(text: string): readonly [number, number, number] | undefined {
  const code = text.codePointAt(0);
  if (code === undefined || String.fromCodePoint(code) !== text) return undefined;
  return signRuns.find(([first, , count]) => code >= first && code < first + count);
}

/** A table of words by value; where several words stand for one value, the first is written. */
type WordTable = ReadonlyMap<number, readonly string[]>;

function fromTable(table: WordTable): Writer {
  const values = new Map<string, number>();
  for (const [value, words] of table) for (const word of words) values.set(word, value);
  return {
    read: (text) => values.get(text.toLowerCase().replace(/[ \u00a0]/g, '-')) ?? values.get(text) ?? null,
    write(value, like) {
      const words = table.get(value);
      if (words === undefined) return null;
      const old = table.get(values.get(like.toLowerCase().replace(/[ \u00a0]/g, '-')) ?? values.get(like) ?? -1);
      const which = Math.max(0, old?.indexOf(like) ?? 0);
      return capitalsOf(like, words[which] ?? words[0]!);
    },
  };
}

function englishTable(ones: readonly string[], tens: readonly string[], units: readonly string[]): WordTable {
  const table = new Map<number, readonly string[]>();
  for (let value = 1; value < 100; value++) {
    const rest = value % 10;
    const ten = Math.floor(value / 10);
    if (value < 20) table.set(value, [ones[value]!]);
    else if (rest === 0) table.set(value, [tens[ten]!]);
    else table.set(value, [`${english.tens[ten]!}-${units[rest]!}`]);
  }
  return table;
}

/** `첫째`, `열두째`; with `번째` the marker's own words stay outside. */
function koreanOrdinals(): WordTable {
  const table = new Map<number, readonly string[]>();
  for (let value = 1; value < 100; value++) {
    const rest = value % 10;
    const ten = Math.floor(value / 10);
    const tens = ten === 0 ? '' : ten === 2 && rest === 0 ? '스무' : korean.tens[ten]!;
    if (rest === 0) table.set(value, [`${tens}째`]);
    else if (ten === 0) table.set(value, [`${korean.ordinalOnes[rest]!}째`]);
    else table.set(value, [`${tens}${rest === 1 ? '한' : rest === 2 ? '두' : korean.ordinalOnes[rest]!}째`]);
  }
  return table;
}

/** `세` before a counter, `셋` alone; the second form of each entry is the one that stands alone. */
function koreanCounters(): WordTable {
  const table = new Map<number, readonly string[]>();
  for (let value = 1; value < 100; value++) {
    const rest = value % 10;
    const ten = Math.floor(value / 10);
    const tens = ten === 0 ? '' : korean.tens[ten]!;
    if (rest === 0) table.set(value, ten === 2 ? ['스무', '스물'] : [tens]);
    else table.set(value, [`${tens}${korean.determinerOnes[rest]!}`, `${tens}${korean.aloneOnes[rest]!}`]);
  }
  return table;
}

function sinoNumbers(): WordTable {
  const table = new Map<number, readonly string[]>();
  for (let value = 1; value < 100; value++) {
    const ten = Math.floor(value / 10);
    const tens = ten === 0 ? '' : `${ten === 1 ? '' : korean.sino[ten]!}십`;
    table.set(value, [`${tens}${value % 10 === 0 ? '' : korean.sino[value % 10]!}`]);
  }
  return table;
}

function capitalsOf(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase();
  if (/^[A-Z]/.test(like)) return word[0]!.toUpperCase() + word.slice(1);
  return word;
}
