import type { CalendarWords, Edge, Season } from '../language/language';
import type { Span } from '../text/span';
import type { DateParts } from './figure';
import { apostrophes, dashes, tildes } from './signs';

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
 * without a year, `number` a month and day as mere numbers, `day` a day of the month of issue,
 * `slashes` numbers between slashes.
 */
export type Doubt = 'year' | 'short-year' | 'month' | 'part' | 'number' | 'day' | 'slashes';

/** An apostrophe before a year's last two digits. */
export const apostrophe = `[${apostrophes}]`;
/** What joins two ends of a range, spaces around it included. */
export const dash = `[ \\u00a0]{0,2}[${dashes}${tildes}][ \\u00a0]{0,2}`;
/** Whether the code unit may begin `dash`. Cheap. */
export const mayBeDash = (code: number): boolean => beginnings[code] === DASH;
/** One of `apostrophe`. */
export const isApostrophe = (code: number): boolean => beginnings[code] === APOSTROPHE;

const [DASH, APOSTROPHE] = [1, 2];
/** By code unit: what may begin with it. */
const beginnings = new Uint8Array(0x10000);
for (const sign of ` \u00a0${dashes}${tildes}`) beginnings[sign.charCodeAt(0)] = DASH;
for (const sign of apostrophes) beginnings[sign.charCodeAt(0)] = APOSTROPHE;
/** A four-digit year that may be meant as one. */
export const fullYear = '(?:1[89]|2[01])\\d\\d(?!\\d)';
/** Space that may be missing, and space that may not. */
export const gap = '[ \\t\\u00a0\\n]{0,3}';
export const space = '[ \\t\\u00a0\\n]{1,3}';

/** A pattern that looks at one place, and what each of its groups is, in order. */
export interface Pattern {
  readonly expression: RegExp;
  readonly fields: readonly Field[];
}

/** What a group of a pattern is; an unnamed group has the name ''. */
interface Field {
  readonly name: string;
  /** Of the second end of a range: its name was written with a 2. */
  readonly isSecond: boolean;
}

/**
 * Names of groups (`(?<y>…)`) go into `fields`: a RegExp with names, or one that tells where its groups stand, costs several
 * times as much at every match.
 */
export function sticky(source: string): Pattern {
  const fields: Field[] = [];
  const plain = source.replace(
    /\\.|\[(?:\\.|[^\]])*\]|\((?:\?<(\w+)>|(?!\?))/g,
    (token: string, name: string | undefined) => {
      if (!token.startsWith('(')) return token;
      fields.push({ name: name?.replace(/2$/, '') ?? '', isSecond: name?.endsWith('2') ?? false });
      return '(';
    },
  );
  return { expression: new RegExp(plain, 'y'), fields };
}

/** What a pattern found at a place. */
export interface Match extends Span {
  readonly pattern: Pattern;
  /** The whole and the groups, as `RegExp` gives them. */
  readonly groups: readonly (string | undefined)[];
}

export function matchAt(pattern: Pattern, text: string, at: number): Match | null {
  const { expression } = pattern;
  expression.lastIndex = at;
  const groups = expression.exec(text);
  return groups === null ? null : { start: at, end: expression.lastIndex, pattern, groups };
}

/** Where what the pattern finds at a place ends, or -1 where it finds nothing. */
export function endAt({ expression }: Pattern, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** The text of the first group of a name. */
export function groupOf({ pattern, groups }: Match, field: string): string | undefined {
  const index = pattern.fields.findIndex(({ name }) => name === field);
  return index < 0 ? undefined : groups[index + 1];
}

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

/** `0` to `9`. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What the words in a match mean. */
export interface Meanings {
  readonly months: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly seasons: ReadonlyMap<string, Season>;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly relativeYears: ReadonlyMap<string, number>;
}

type Table<T> = Readonly<Record<string, T>>;

/** The words of a language as texts write them: small, with a capital, in capitals. */
export const meaningsOf = (words: CalendarWords, ordinals: Table<number>): Meanings => ({
  months: inAnyCase(words.months),
  ordinals: inAnyCase(ordinals),
  seasons: inAnyCase(words.seasons),
  edges: inAnyCase(words.edges),
  relativeYears: inAnyCase(words.relativeYears),
});

const inAnyCase = <T>(table: Table<T>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(table).flatMap(([word, value]) =>
      [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].map((written) => [written, value]),
    ),
  );

/**
 * The parts of a match, by the names of its groups: `y` four digits, `yy` two, `tens` those of a decade, `e` a pair's second year, `m` month, `d` day,
 * `q` quarter, `h` half, `s` season, `edge`, `rel` a word for a year, `near` last or next, `fy` the mark of a fiscal
 * year, `dec` the mark of a decade. With a `2` after the name they belong to the second end.
 *
 * A group stands where its text is next found behind the one before it: between two groups of these patterns there is
 * nothing that could be taken for the second.
 */
export function partsOf(match: Match, meanings: Meanings): Expression['parts'] {
  const { fields } = match.pattern;
  const { groups } = match;
  const whole = groups[0]!;
  const first: Part = { start: match.start, end: match.end };
  let second: Part | null = null;
  let at = 0;
  for (let i = 0; i < fields.length; i++) {
    const { name, isSecond } = fields[i]!;
    const text = groups[i + 1];
    if (text === undefined || name === '') continue;
    let from = at;
    while (!text.startsWith(whole.charAt(from)) || !whole.startsWith(text, from)) from++;
    at = from + text.length;
    if (isSecond) second ??= { start: match.end, end: match.end };
    const span = { start: match.start + from, end: match.start + at };
    fill(isSecond ? second! : first, name, text, span, meanings);
  }
  if (second === null) return [first];
  first.end = first.start;
  drawOut(first);
  drawOut(second);
  return [first, second];
}

/** A part while its expression is being read. */
export type Part = { -readonly [key in keyof DateParts]: DateParts[key] };

/** Puts what one group says into the part. */
function fill(part: Part, field: string, text: string, span: Span, meanings: Meanings): void {
  switch (field) {
    case 'y':
      part.year = Number(text);
      part.yearSpan = span;
      break;
    case 'yy':
      part.year = century(Number(text));
      part.yearSpan = span;
      break;
    case 'rel': {
      const relative = look(meanings.relativeYears, text);
      if (relative !== undefined) part.relative = relative;
      part.yearSpan = span;
      if (/fiscal|financial/.test(text)) part.fiscal = true;
      break;
    }
    case 'm': {
      const month = valueOf(text, meanings.months);
      if (month !== undefined) {
        part.month = month;
        part.monthSpan = span;
      }
      break;
    }
    case 'd': {
      const day = valueOf(text, meanings.ordinals);
      if (day !== undefined) {
        part.day = day;
        part.daySpan = span;
      }
      break;
    }
    case 'q': {
      const quarter = valueOf(text, meanings.ordinals);
      if (quarter !== undefined) part.quarter = quarter;
      break;
    }
    case 'h': {
      const half = valueOf(text, meanings.ordinals);
      if (half !== undefined) part.half = half;
      break;
    }
    case 's': {
      const season = look(meanings.seasons, text);
      if (season !== undefined) part.season = season;
      break;
    }
    case 'edge': {
      const modifier = look(meanings.edges, text);
      if (modifier !== undefined) part.modifier = modifier;
      break;
    }
    case 'near':
      part.nearest = nearestOf(text);
      break;
    case 'fy':
      part.fiscal = true;
      break;
    case 'dec':
      part.decade = true;
      break;
    case 'tens':
      // `'90s` is seldom far ahead.
      part.year = Number(text) + (Number(text) > 40 ? 1900 : 2000);
      part.yearSpan = span;
      part.decade = true;
      break;
    case 'e':
      if (part.year === undefined) break;
      part.fiscal = true;
      part.endYear = text.length === 4 ? Number(text) : yearAfter(part.year, Number(text));
      part.endYearSpan = span;
  }
}

/** The next year after `year` with these last two digits. */
const yearAfter = (year: number, digits: number): number =>
  year - (year % 100) + digits + (digits < year % 100 ? 100 : 0);

/** A two-digit year's century: plans look ahead some decades, and back some. */
const century = (digits: number): number => digits + (digits > 60 ? 1900 : 2000);

const nearestOf = (word: string): 'last' | 'next' | 'this' =>
  /^(?:last|past|지난|昨)/i.test(word) ? 'last' : /^(?:this|이번)/i.test(word) ? 'this' : 'next';

const valueOf = (text: string, table: ReadonlyMap<string, number>): number | undefined =>
  isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1)) ? Number(text) : look(table, text);

/** A word's meaning; words are kept without the dot of an abbreviation and with single spaces. */
const look = <T>(table: ReadonlyMap<string, T>, text: string): T | undefined =>
  table.get(text) ?? table.get(text.toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' '));

/** Draws an end of a range, so far empty at the edge of the expression, out over its own sub-spans. */
function drawOut(part: Part): void {
  for (const span of [part.yearSpan, part.monthSpan, part.daySpan, part.endYearSpan]) {
    if (span === undefined) continue;
    part.start = Math.min(part.start, span.start);
    part.end = Math.max(part.end, span.end);
  }
}
