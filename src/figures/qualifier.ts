import { languages } from '../language/index';
import type { Amount, Qualifier } from './figure';
import { wordFinder } from './word-finder';
import { isHangul, isLatin, isSpace } from './number';
import { Prefixes } from './prefixes';

/** What stands around a figure and bounds it or says how often it is due: `up to … per year`, `월 최대 …`, `… 이내`. */
export interface Surrounding {
  readonly qualifier: Qualifier;
  readonly per: Amount['per'];
}

/** Reads the words just before `start` and just after `end`; the figure itself is not looked at. */
export function readSurrounding(text: string, start: number, end: number): Surrounding {
  const before = readBefore(text, start);
  const after = readAfter(text, end);
  const qualifier = before.qualifier ?? after.qualifier ?? (isVague(text.slice(start, end)) ? 'about' : 'exact');
  return { qualifier, per: before.per ?? after.per ?? null };
}

/** `30여 명` */
const isVague = (mention: string): boolean => mention.includes('여') && /[\d십백천만억조]여 ?[가-힣]/.test(mention);

interface Partial {
  readonly qualifier: Qualifier | null;
  readonly per: Amount['per'];
}

const nothing: Partial = { qualifier: null, per: null };

function readBefore(text: string, start: number): Partial {
  let at = start;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  if (at === 0) return nothing;
  const last = text.charCodeAt(at - 1);
  if (isHangul(last) || last > 0x3000) return readBeforeHangul(text, at);
  if (at === start || !(isLatin(last) || last === 0x2e)) return nothing;
  return { qualifier: longestBefore(text, at), per: null };
}

/** The longest of the last one to four words that is in the table. */
function longestBefore(text: string, end: number): Qualifier | null {
  let found: Qualifier | null = null;
  let start = end;
  if (lastLetters.at(text.charCodeAt(end - 1), text.charCodeAt(end - 2), text.charCodeAt(end - 3)) === 0) return null;
  for (let count = 0; count < 4 && start > 0; count++) {
    let from = count === 0 ? start : start - 1;
    while (from > 0 && (isLatin(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === 0x2e) && end - from < 24)
      from--;
    if (from === start) break;
    start = from;
    const words = text.slice(start, end).toLowerCase();
    if (
      count > 1 &&
      words.endsWith(' up to') &&
      /^(?:add|adds|adding|added|sum|sums|goes|go|going|gone|went|comes|come|rises|rise|rose) up to$/.test(words)
    )
      return null;
    // `will hand over 14,000 boats`
    if (count === 1 && /^(?:hand|hands|handed|handing|turn|turns|turned|carry|carried|sign|signed) over$/.test(words))
      return null;
    // `an increase of KRW 41.5 billion (15.0%) over KRW 277 billion`: what it is an increase over.
    if (words === 'over' && behindFigure.test(text.slice(Math.max(0, start - 12), start))) return null;
    found = latin.before.get(words) ?? found;
    if (text.charCodeAt(start - 1) !== 32) break;
  }
  return found;
}

const behindFigure = /(?:%|\bper ?cent|\bpoints?|\b(?:million|billion|trillion|crore|lakh))\)? $/;

/** Korean and Japanese: up to three words before the figure, each a qualifier, a span of time or `…당`. */
function readBeforeHangul(text: string, start: number): Partial {
  let qualifier: Qualifier | null = null;
  let per: Amount['per'] = null;
  let end = start;
  for (let count = 0; count < 3 && end > 0; count++) {
    let from = end;
    while (
      from > 0 &&
      end - from < 8 &&
      !isSpace(text.charCodeAt(from - 1)) &&
      !isPunctuation(text.charCodeAt(from - 1))
    )
      from--;
    const mayTell = lastCharacters.has(text.charCodeAt(end - 1));
    const word = mayTell ? text.slice(from, end) : '';
    const bound = mayTell ? eastern.before.get(word) : undefined;
    const time = mayTell
      ? (eastern.per.get(word) ?? eastern.per.get(text.slice(Math.max(0, end - 3), end)))
      : undefined;
    if (bound !== undefined) qualifier ??= bound;
    else if (time !== undefined) per ??= time;
    else if (isEach(word)) per ??= 'unit';
    else if (count > 0) break;
    else {
      if (!hasEach(text, end)) break;
      const each = /[^\s,.;:()]당 [^\s,.;:()]{1,6}(?: [^\s,.;:()]{1,4})?(?<!모두|총|합계|전체|씩)[은는이가을를]?$/.exec(
        text.slice(Math.max(0, end - 18), end),
      );
      return { qualifier: null, per: each !== null && isEach(each[0].slice(0, 2)) ? 'unit' : null };
    }
    end = from;
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    if (end === from) break;
  }
  return { qualifier, per };
}

/** Whether `…당 ` stands in the last few words. Cheap. */
function hasEach(text: string, end: number): boolean {
  for (let at = end - 2; at >= 0 && at >= end - 18; at--)
    if (text.charCodeAt(at) === DANG && text[at + 1] === ' ') return true;
  return false;
}
const DANG = '당'.charCodeAt(0);

/** `톤당`, `1인당`, `기업당`; not `해당`, `상당`, `담당`. */
const isEach = (word: string): boolean =>
  word.length > 1 && word.endsWith('당') && !'해상담배정합타부식사성마수강일'.includes(word.at(-2)!);

function readAfter(text: string, end: number): Partial {
  const first = text.charCodeAt(end);
  if (isHangul(first) || first > 0x3000) return { qualifier: easternAfter(text, end), per: null };
  if (first === 0x2f && isHangul(text.charCodeAt(end + 1))) {
    return { qualifier: null, per: eastern.per.get(text[end + 1]!) ?? (text[end + 1] === '년' ? 'year' : 'unit') };
  }
  if (first === 0x2f && isLatin(text.charCodeAt(end + 1))) {
    const word = text.slice(end + 1, wordEnd(text, end + 1)).toLowerCase();
    return {
      qualifier: null,
      per: latin.per.get(`per ${word}`) ?? (latin.per.has(`a ${word}`) ? latin.per.get(`a ${word}`)! : 'unit'),
    };
  }
  if (!isSpace(first)) return nothing;
  const from = end + 1;
  if (isHangul(text.charCodeAt(from)) || text.charCodeAt(from) > 0x3000)
    return { qualifier: easternAfter(text, from), per: null };
  const one = wordEnd(text, from);
  if (one === from) return nothing;
  const word = text.slice(from, one).toLowerCase();
  const two = text.charCodeAt(one) === 32 ? wordEnd(text, one + 1) : one;
  const pair = text.slice(from, two).toLowerCase();
  const per = latin.per.get(pair) ?? latin.per.get(word) ?? (word === 'per' && two > one + 1 ? 'unit' : null);
  return { qualifier: latin.after.get(pair) ?? null, per };
}

function easternAfter(text: string, at: number): Qualifier | null {
  const word = easternWordAt(text, at);
  return word === undefined ? null : (eastern.after.get(word) ?? null);
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (
    end - start < 16 &&
    (isLatin(text.charCodeAt(end)) || (text.charCodeAt(end) === 0x2e && isLatin(text.charCodeAt(end + 1))))
  )
    end++;
  return end;
}

const isPunctuation = (code: number): boolean =>
  code === 0x28 || code === 0x29 || code === 0x2c || code === 0x3a || code === 0x5b || code === 0xb7;

interface Tables {
  readonly before: ReadonlyMap<string, Qualifier>;
  readonly after: ReadonlyMap<string, Qualifier>;
  readonly per: ReadonlyMap<string, Amount['per']>;
}

function tables(codes: readonly string[]): Tables {
  const packs = languages.filter(({ code }) => codes.includes(code)).map(({ money }) => money);
  return {
    before: new Map(packs.flatMap(({ qualifiersBefore }) => Object.entries(qualifiersBefore) as [string, Qualifier][])),
    after: new Map(packs.flatMap(({ qualifiersAfter }) => Object.entries(qualifiersAfter) as [string, Qualifier][])),
    per: new Map(packs.flatMap(({ per }) => Object.entries(per) as [string, Amount['per']][])),
  };
}

const eastern = tables(['ko', 'ja']);
/** Last characters of what tells anything before a figure, 당 of `톤당` included. */
const lastCharacters: ReadonlySet<number> = new Set(
  [...eastern.before.keys(), ...eastern.per.keys(), '당'].map((word) => word.charCodeAt(word.length - 1)),
);
const easternWordAt = wordFinder(eastern.after.keys());
const latin = tables(['en']);
/** The last letters of what `latin.before` has, from the last back; a point counts for any. */
const lastLetters = new Prefixes();
lastLetters.mark(
  [...latin.before.keys()].map((phrase) => [...phrase.slice(phrase.lastIndexOf(' ') + 1)].reverse().join('')),
  1,
);
