import { languageOf } from '../language/index';
import type { Expression } from './date-pattern';
import type { DateFigure, DateParts } from './figure';
import { isLatin } from './number';
import { Prefixes } from './prefixes';

/* What stands beside a date and says more of it: its weekday, and the words that bound it. */

const english = languageOf('en').calendar;
const korean = languageOf('ko').calendar;
const japanese = languageOf('ja').calendar;
const weekdayBefore = /([A-Z][a-z]{2,8})\.?,?[ \u00a0\n]{1,2}(?:the[ \u00a0])?$/;
const weekdayAfter =
  /^[ \u00a0]?(?:[(（](?:([월화수목금토일])(?:요일)?|([A-Z][a-z]{2,8}))\.?[)）]|([월화수목금토일])요일|, (?:a )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)/;

/** The weekdays written beside each end. They stand outside the span, but for that of a range's first end after it. */
export function withWeekdays(text: string, { parts }: Expression): DateFigure['parts'] {
  const [first, second] = parts;
  if (first.day === undefined && second?.day === undefined) return parts;
  return second === undefined ? [withWeekday(text, first)] : [withWeekday(text, first), withWeekday(text, second)];
}

function withWeekday(text: string, part: DateParts): DateParts {
  if (part.day === undefined) return part;
  const mayFollow = isBracketNear(text, part.end) || text[part.end] === ',';
  const after = mayFollow ? weekdayAfter.exec(text.slice(part.end, part.end + 16)) : null;
  const nameAfter = after?.slice(1).find((name) => name !== undefined);
  const numberAfter = nameAfter === undefined ? undefined : weekdayNumber(nameAfter);
  if (after && nameAfter !== undefined && numberAfter !== undefined) {
    const start = part.end + after[0].indexOf(nameAfter);
    return onWeekday(part, numberAfter, start, nameAfter);
  }
  if (!isGap(text.charCodeAt(part.start - 1))) return part;
  const from = Math.max(0, part.start - 16);
  if (!mayNameDay(text, part.start, from)) return part;
  const before = weekdayBefore.exec(text.slice(from, part.start));
  const nameBefore = before?.[1];
  const numberBefore = nameBefore === undefined ? undefined : weekdayNumber(nameBefore);
  if (!before || nameBefore === undefined || numberBefore === undefined) return part;
  const start = from + before.index;
  return onWeekday(part, numberBefore, start, nameBefore);
}

const onWeekday = (part: DateParts, weekday: number, start: number, name: string): DateParts =>
  Object.assign({}, part, { weekday, weekdaySpan: { start, end: start + name.length } });

/** Whether a word with the initial of a weekday stands before `at`, or `the`. Cheap. */
function mayNameDay(text: string, at: number, from: number): boolean {
  let start = at - 1;
  while (start > from && !isLatin(text.charCodeAt(start))) start--;
  while (start > from && isLatin(text.charCodeAt(start - 1))) start--;
  return 'MTWFSt'.includes(text.charAt(start));
}

/** `(`, `（` or a Korean weekday at `at` or behind a space. */
const isBracketNear = (text: string, at: number): boolean => {
  const code = isGap(text.charCodeAt(at)) ? text.charCodeAt(at + 1) : text.charCodeAt(at);
  return code === 0x28 || code >= 0x3000;
};

const weekdayNumber = (name: string): number | undefined =>
  english.weekdays[name.toLowerCase()] ?? korean.weekdays[name];

const afterDate =
  /^[ \u00a0]?(?:\([^)]{1,4}\)[ \u00a0]?)?(이전까지|이후부터|까지|부터|이전|이후|이래|경|쯤|무렵|전후|께|내|までに|まで|から|以降|頃)(?![가-힣]{3})/;

/** First characters of what `afterDate` takes. */
const bounding: ReadonlySet<number> = new Set([...'이까부경쯤무전께내まか以頃'].map((one) => one.charCodeAt(0)));

/** How the preposition before it, or the particle after it, bounds what is said; a whole range is simply `on`. */
export function relationOf(text: string, { start, end, parts }: Expression): DateFigure['relation'] {
  const code = isGap(text.charCodeAt(end)) ? text.charCodeAt(end + 1) : text.charCodeAt(end);
  const mayBound = code === 0x28 || (code >= 0x3000 && bounding.has(code));
  const particle = mayBound ? afterDate.exec(text.slice(end, end + 14))?.[1] : undefined;
  if (particle !== undefined) return korean.relations[particle] ?? japanese.relations[particle] ?? 'on';
  const preposition = prepositionBefore(text, start);
  return parts.length === 2 && preposition !== 'by' ? 'on' : preposition;
}

/** What the last words before a date say of it, `the` and `year` left out: the longest phrase that is known. */
function prepositionBefore(text: string, start: number): DateFigure['relation'] {
  let relation: DateFigure['relation'] | null = null;
  let phrase = prepositions;
  let second = '';
  let end = start - 1;
  for (let count = 0; count < 4 && isGap(text.charCodeAt(end)); count++) {
    if (phrase === prepositions && !mayBePreposition(text, end)) return 'on';
    let from = end;
    while (isLatin(text.charCodeAt(from - 1))) from--;
    if (from === end) break;
    const word = text.slice(from, end).toLowerCase();
    end = from - 1;
    if (word === 'the' || word === 'year') continue;
    if (phrase !== prepositions && second === '') second = word;
    const longer = phrase.before.get(word);
    if (longer === undefined) break;
    phrase = longer;
    relation = phrase.relation ?? relation;
  }
  return relation === null || (relation === 'until' && comparing.has(second)) ? 'on' : relation;
}

/** The end of a phrase, and by the word that may stand before it what is longer by that word. */
interface Phrase {
  relation: DateFigure['relation'] | null;
  readonly before: Map<string, Phrase>;
}

const prepositions: Phrase = { relation: null, before: new Map() };
for (const [words, relation] of Object.entries(english.relations)) {
  let phrase = prepositions;
  for (const word of words.split(' ').reverse()) {
    const longer = phrase.before.get(word) ?? { relation: null, before: new Map() };
    phrase.before.set(word, longer);
    phrase = longer;
  }
  phrase.relation = relation;
}

/** By the last three letters of the word that ends at `end`. */
const mayBePreposition = (text: string, end: number): boolean =>
  lastLetters.at(text.charCodeAt(end - 1), text.charCodeAt(end - 2), text.charCodeAt(end - 3)) !== 0;

const lastLetters = new Prefixes();
lastLetters.mark(
  ['the', 'year', ...prepositions.before.keys()].map((word) => [...word].reverse().join('')),
  1,
);
/** `compared to 2023`: no end of a time. */
const comparing: ReadonlySet<string> = new Set([
  'compared',
  'relative',
  'according',
  'close',
  'similar',
  'equal',
  'early',
  'due',
]);

const isGap = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x0a;
