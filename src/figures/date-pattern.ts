import type { Edge, Season } from '../language/language';
import type { Span } from '../text/span';
import type { DateParts } from './figure';

/**
 * What the notations of dates share: source strings of which their patterns are made, and the reading of a match by the
 * names of its groups. Every repeat in these strings is bounded, and all patterns are sticky: they look at one place.
 */

/** A calendar expression found at one place, before it is joined to a range and before its surroundings are looked at. */
export interface Expression extends Span {
  readonly parts: readonly [DateParts] | readonly [DateParts, DateParts];
  /** What the surroundings have to confirm; null where the words are enough. */
  readonly doubt: Doubt | null;
}

/**
 * `year` a bare number, `short-year` two digits, `month` a name that is also a word, `part` a half, quarter or season
 * without a year, `number` a month and day as mere numbers.
 */
export type Doubt = 'year' | 'short-year' | 'month' | 'part' | 'number';

/** An apostrophe before a year's last two digits, in any of the forms that keyboards and converters leave. */
export const apostrophe = "['’‘′`＇´]";
/** What joins two ends of a range, spaces around it included. */
export const dash = '[ \\u00a0]{0,2}[-‐‑–—−‒~∼〜～˜][ \\u00a0]{0,2}';
/** A four-digit year that may be meant as one. */
export const fullYear = '(?:1[89]|2[01])\\d\\d(?!\\d)';
/** Space that may be missing, and space that may not. */
export const gap = '[ \\t\\u00a0\\n]{0,3}';
export const space = '[ \\t\\u00a0\\n]{1,3}';

/** A pattern that looks at one place and tells where its groups stand. */
export const sticky = (source: string): RegExp => new RegExp(source, 'dy');

export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** An alternation of words, the longest first, spaces in them as wide as a text may have them. */
export const oneOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, space))
    .join('|');

/** How an expression begins: four digits, one or two, an apostrophe before two, or a word. Other numbers begin none. */
export type Opening = 'year' | 'digits' | 'apostrophe' | 'word' | 'number';

/** Cheap, so that only patterns that can fit are tried. */
export function openingAt(text: string, at: number): Opening {
  if (!isDigit(text.charCodeAt(at))) return isApostrophe(text.charCodeAt(at)) ? 'apostrophe' : 'word';
  let end = at + 1;
  while (end < at + 5 && isDigit(text.charCodeAt(end))) end++;
  return end - at === 4 ? 'year' : end - at < 3 ? 'digits' : 'number';
}

/** One of `apostrophe`. */
export const isApostrophe = (code: number): boolean =>
  code === 0x27 ||
  code === 0x2019 ||
  code === 0x2018 ||
  code === 0x2032 ||
  code === 0x60 ||
  code === 0xff07 ||
  code === 0xb4;

/** `0` to `9`. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What the words in a match mean. */
export interface Meanings {
  readonly months: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly seasons: Readonly<Record<string, Season>>;
  readonly edges: Readonly<Record<string, Edge>>;
  readonly relativeYears: Readonly<Record<string, number>>;
}

/**
 * The parts of a match, by the names of its groups: `y` four digits, `yy` two, `e` a pair's second year, `m` month, `d` day,
 * `q` quarter, `h` half, `s` season, `edge`, `rel` a word for a year, `near` last or next, `fy` the mark of a fiscal
 * year, `dec` the mark of a decade. With a `2` after the name they belong to the second end.
 */
export function partsOf(match: RegExpExecArray, meanings: Meanings): Expression['parts'] {
  const groups = match.groups ?? {};
  const whole = { start: match.index, end: match.index + match[0].length };
  const isRange = secondGroups.some((name) => groups[name] !== undefined);
  if (!isRange) return [{ ...whole, ...endOf(match, '', meanings) }];
  const first = endOf(match, '', meanings);
  const second = endOf(match, '2', meanings);
  return [
    { ...hull(first, whole.start), ...first },
    { ...hull(second, whole.end), ...second },
  ];
}

const secondGroups = ['y2', 'yy2', 'm2', 'd2', 'q2', 'h2'];

function endOf(match: RegExpExecArray, suffix: '' | '2', meanings: Meanings): Omit<DateParts, 'start' | 'end'> {
  const group = (name: string) => match.groups?.[name + suffix];
  const span = (name: string): Span | undefined => {
    const at = match.indices?.groups?.[name + suffix];
    return at && { start: at[0], end: at[1] };
  };
  const number = (name: string): number | undefined => {
    const text = group(name);
    return text === undefined ? undefined : Number(text);
  };
  const yearName = ['y', 'yy', 'rel'].find((name) => group(name) !== undefined);
  const year =
    number('y') ?? (group('yy') === undefined ? undefined : century(Number(group('yy')), group('dec') !== undefined));
  const month = valueOf(group('m'), meanings.months);
  const day = valueOf(group('d'), meanings.ordinals);
  const quarter = valueOf(group('q'), meanings.ordinals);
  const half = valueOf(group('h'), meanings.ordinals);
  const season = look(meanings.seasons, group('s'));
  const modifier = look(meanings.edges, group('edge'));
  const relative = look(meanings.relativeYears, group('rel'));
  const nearest = group('near');
  const endText = group('e');
  const endYear =
    endText === undefined || year === undefined
      ? undefined
      : endText.length === 4
        ? Number(endText)
        : year - (year % 100) + Number(endText) + (Number(endText) < year % 100 ? 100 : 0);
  return {
    ...(year === undefined ? {} : { year }),
    ...(yearName === undefined ? {} : { yearSpan: span(yearName)! }),
    ...(month === undefined ? {} : { month, monthSpan: span('m')! }),
    ...(day === undefined ? {} : { day, daySpan: span('d')! }),
    ...(quarter === undefined ? {} : { quarter }),
    ...(half === undefined ? {} : { half }),
    ...(season === undefined ? {} : { season }),
    ...(group('fy') !== undefined || endYear !== undefined || /fiscal|financial/.test(group('rel') ?? '')
      ? { fiscal: true }
      : {}),
    ...(endYear === undefined ? {} : { endYear, endYearSpan: span('e')! }),
    ...(group('dec') === undefined ? {} : { decade: true }),
    ...(relative === undefined ? {} : { relative }),
    ...(nearest === undefined ? {} : { nearest: nearestOf(nearest) }),
    ...(modifier === undefined ? {} : { modifier }),
  };
}

/** A two-digit year's century: plans look ahead some decades, and back some. A decade (`'90s`) is seldom far ahead. */
const century = (digits: number, decade: boolean): number => digits + (digits > (decade ? 40 : 60) ? 1900 : 2000);

const nearestOf = (word: string): 'last' | 'next' | 'this' =>
  /^(?:last|past|지난|昨)/i.test(word) ? 'last' : /^(?:this|이번)/i.test(word) ? 'this' : 'next';

function valueOf(text: string | undefined, table: Readonly<Record<string, number>>): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : look(table, text);
}

/** A word's meaning; words are kept in lower case, without the dot of an abbreviation and with single spaces. */
function look<T>(table: Readonly<Record<string, T>>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' ');
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** From the first to the last of an end's own sub-spans, drawn out to `edge`, the expression's start or end. */
function hull(end: Omit<DateParts, 'start' | 'end'>, edge: number): Span {
  const spans = [end.yearSpan, end.monthSpan, end.daySpan, end.endYearSpan].filter((span) => span !== undefined);
  return {
    start: Math.min(edge, ...spans.map((span) => span.start)),
    end: Math.max(edge, ...spans.map((span) => span.end)),
  };
}
