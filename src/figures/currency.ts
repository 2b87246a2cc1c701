import { currencies, currencyOfRegion } from '../language/currencies';
import { languages } from '../language/index';
import type { Span } from '../text/span';
import type { Known } from './figure';
import { isDigit, isHangul, isLatin, isSpace } from './number';
import { Prefixes } from './prefixes';
import { dashes, tildes } from './signs';

/**
 * Signs, codes and words of currencies beside a number: `KRW 5` · `US$5` · `US $5` · `GH¢1` · `Ksh.3.9` · `5 won` ·
 * `5 Swiss francs` · `5억 달러`.
 */
export interface CurrencyMention extends Span {
  readonly text: string;
  readonly meaning: Meaning;
}

/** What a sign or word may stand for. */
export interface Meaning {
  /** ISO 4217 codes. */
  readonly codes: readonly string[];
  /** The code where neither sign nor region decide, or null. */
  readonly otherwise: string | null;
  /** The code where a region is given that has none of `codes`. */
  readonly abroad: string | null;
  /** Also means other things: money only beside a scale or a large number. */
  readonly doubtful: boolean;
  /** `pence`, `cents`: a hundred of them make one of the currency. */
  readonly hundredths?: true;
}

/** The sign, code or word that ends just before the number at `at`, not before `floor`. */
export function currencyBefore(text: string, at: number, floor: number): CurrencyMention | null {
  let end = at;
  if (end > floor && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > floor && isSpace(text.charCodeAt(end - 1))) end--;
  if (end <= floor) return null;
  const last = text.charCodeAt(end - 1);
  const written = signsByLast.get(last);
  if (last >= 65 && last <= 90 && end - 3 >= floor) {
    const code = text.slice(end - 3, end);
    const meaning = codes.get(code);
    if (meaning !== undefined && startsWord(text, end - 3)) return { start: end - 3, end, text: code, meaning };
  }
  if (written === undefined) return null;
  for (const [sign, meaning] of written) {
    const start = end - sign.length;
    if (start < floor || !text.startsWith(sign, start)) continue;
    if (isLatin(sign.charCodeAt(0)) && !startsWord(text, start)) continue;
    return sign === '$' ? dollarWithCode(text, start, end, floor, meaning) : { start, end, text: sign, meaning };
  }
  return null;
}

/** The sign, code or word that follows the number which ends at `at`. */
export function currencyAfter(text: string, at: number): CurrencyMention | null {
  // `2만여원`, `10억여 원`
  const isRound = text.charCodeAt(at) === YEO;
  let start = isRound ? at + 1 : at;
  let joint = text.charCodeAt(start);
  if (isSpace(joint) || joint === 0x2d || joint === 0x2011) start++;
  else joint = 0;
  const first = text.charCodeAt(start);
  if (isRound && first < 0x3000) return null;
  if (first >= 0x3000) {
    const entries = hangulWords.get(first);
    const found = entries === undefined ? null : wordFrom(text, start, entries);
    if (found !== null || first < 0xff00) return found;
  }
  if (isLatin(first) || first > 0x7f) {
    const isName = first > 0x7f || latinNames.at(first, text.charCodeAt(start + 1), text.charCodeAt(start + 2)) !== 0;
    const named = isName ? nameFrom(text, start) : null;
    if (named !== null) return named;
  }
  if (joint === 0x2d) return null;
  const signs = signsByFirst.get(first);
  if (signs === undefined) return null;
  for (const [sign, meaning] of signs) {
    if (!text.startsWith(sign, start) || (meaning.doubtful && !afterNumbers.test(sign))) continue;
    const end = start + sign.length;
    const next = text.charCodeAt(end);
    if (isDigit(next) || (isSpace(next) && isDigit(text.charCodeAt(end + 1)))) continue;
    if (isLatin(text.charCodeAt(end - 1)) && isLatin(next)) continue;
    return { start, end, text: sign, meaning };
  }
  return null;
}

const YEO = '여'.charCodeAt(0);

/**
 * Whether anything beside the plain number `[start, end)` may make it money: a sign, code or name, or a joint to another
 * number that has one. Cheap, and mostly false.
 */
export function mayBeMoney(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before > start - 3 && isSpace(text.charCodeAt(before))) before--;
  if (before >= 0 && mayEnd(text.charCodeAt(before - 1), text.charCodeAt(before))) return true;
  let after = end;
  let code = text.charCodeAt(after);
  if (isSpace(code) || code === 0x2d || code === 0x2011) code = text.charCodeAt(++after);
  if (!isLatin(code)) return mayStandAfter[code] === 1;
  return (
    latinNames.at(code, text.charCodeAt(after + 1), text.charCodeAt(after + 2)) !== 0 ||
    signsByFirst.has(code) ||
    text.startsWith('to ', after) ||
    text.startsWith('and ', after)
  );
}

/** `US dollars 5 million`, `Kenya Shillings 4,500,000`: a name with a capital that ends just before the number. */
export function nameBefore(text: string, at: number, floor: number): CurrencyMention | null {
  if (text.charCodeAt(at - 1) !== 0x20) return null;
  const end = at - 1;
  let found: CurrencyMention | null = null;
  let start = end;
  for (let count = 1; count <= 3; count++) {
    let from = start;
    while (from > floor && end - from < 40 && isLatin(text.charCodeAt(from - 1))) from--;
    if (from === start) break;
    if (count === 1 && !lastWords.has(text.slice(from, end).toLowerCase())) return null;
    start = from;
    const name = text.slice(start, end);
    const meaning = words.get(name.toLowerCase());
    const isNamed = meaning !== undefined && isCapital(name.charCodeAt(0)) && !(count === 1 && meaning.doubtful);
    if (isNamed && meaning.hundredths !== true) found = { start, end, text: name, meaning };
    if (text.charCodeAt(start - 1) !== 0x20) break;
    start--;
  }
  return found;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Doubtful abbreviations that are written after numbers too. */
const afterNumbers = /^(?:[Kk]r|Ft|TL|Br|Dhs?|Bs|[pc¢])$/;

/** Whether the region's own currency is among those that a sign may stand for. */
export function isOfRegion(meaning: Meaning, region: string | null): boolean {
  const own = region === null ? undefined : currencyOfRegion.get(region);
  return own !== undefined && meaning.codes.includes(own);
}

/** What a mention stands for in a region (ISO 3166), and how that is known. */
export function currencyIn(meaning: Meaning, region: string | null): { currency: string | null; known: Known } {
  if (meaning.codes.length === 1 && meaning.otherwise !== null)
    return { currency: meaning.codes[0]!, known: 'written' };
  const own = region === null ? undefined : currencyOfRegion.get(region);
  if (own !== undefined && meaning.codes.includes(own)) return { currency: own, known: 'inferred' };
  if (region !== null && meaning.abroad !== null) return { currency: meaning.abroad, known: 'inferred' };
  return meaning.otherwise === null
    ? { currency: null, known: 'open' }
    : { currency: meaning.otherwise, known: 'inferred' };
}

/** The meaning of a unit as a header or unit line writes it (`KRW`, `S$`, `won`, `원`), or null. */
export const meaningOfUnit = (unit: string): Meaning | null =>
  codes.get(unit) ?? signTable.get(unit) ?? words.get(unit.toLowerCase()) ?? null;

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase();

/** Every currency by the word in which its English name ends, in one and in many. */
const byLastWord = new Map<string, string[]>();
for (const { code, one, many } of currencies.values()) {
  for (const word of new Set([lastWord(one), lastWord(many)])) {
    const codes = byLastWord.get(word);
    if (codes === undefined) byLastWord.set(word, [code]);
    else codes.push(code);
  }
}

const world: Readonly<Record<string, string>> = { dollars: 'USD', dollar: 'USD', pounds: 'GBP', pound: 'GBP' };
const doubtful: ReadonlySet<string> = new Set(languages.flatMap(({ money }) => money.doubtful));

/** Codes of currencies that are no more or have no country of their own, and are still written of. */
const furtherCodes: readonly string[] = ['BGN', 'CNH', 'DEM', 'HRK'];
const isCode = (word: string): boolean => currencies.has(word) || furtherCodes.includes(word);

function meaningOf(token: string, value: string | null): Meaning {
  const parts = value === null ? [token] : value.split(' > ').join(' ').split(' ');
  const list = parts.flatMap((part) => (isCode(part) ? [part] : (byLastWord.get(part) ?? [])));
  const letter = token.length === 1 && isLatin(token.charCodeAt(0));
  return {
    codes: list,
    otherwise: value?.includes('>') || (list.length === 1 && !letter) ? list[0]! : null,
    abroad: parts.map((part) => world[part]).find((code) => code !== undefined) ?? null,
    doubtful: doubtful.has(token),
  };
}

type Entry = readonly [string, Meaning];

/** ISO codes. */
const codes: ReadonlyMap<string, Meaning> = new Map(
  [...currencies.keys(), ...furtherCodes].map((code) => [
    code,
    { codes: [code], otherwise: code, abroad: null, doubtful: doubtful.has(code) },
  ]),
);

const signTable: ReadonlyMap<string, Meaning> = new Map(
  languages.flatMap(({ money }) =>
    Object.entries(money.signs).map(([sign, value]) => [sign, meaningOf(sign, value)] as const),
  ),
);

/** `pence`, `cents`, `50p`: they stand after numbers only. */
const minor: readonly Entry[] = languages.flatMap(({ money }) =>
  Object.entries(money.minor).map(([word, value]) => {
    return [
      word,
      { ...meaningOf(word, value), doubtful: word.length === 1 && isLatin(word.charCodeAt(0)), hundredths: true },
    ] as const;
  }),
);

/** Names and words, lower case: `South Korean won`, `won`, `달러`. */
const words: ReadonlyMap<string, Meaning> = new Map([
  ...[...currencies.values()].flatMap(({ code, one, many }) =>
    [one, many].map((name) => [name.toLowerCase(), codes.get(code)!] as const),
  ),
  ...languages.flatMap(({ money }) =>
    Object.entries(money.currencies).map(([word, value]) => [word.toLowerCase(), meaningOf(word, value)] as const),
  ),
  ...minor.filter(([word]) => word.length > 1),
]);

const signsByLast = byCharacter(signTable, (sign) => sign.charCodeAt(sign.length - 1));
const signsByFirst = byCharacter(new Map([...signTable, ...minor.filter(([word]) => word.length === 1)]), (sign) =>
  sign.charCodeAt(0),
);
const hangulWords = byCharacter(new Map([...words].filter(([word]) => word.charCodeAt(0) >= 0x3000)), (word) =>
  word.charCodeAt(0),
);
/** Signs of a number that may stand between it and a currency. */
const signsOfNumbers: readonly string[] = ['-', '+', ...dashes, '△', '▵'];
/** By two ASCII codes: whether a currency or the sign of a number may end with them. */
const lastPairs = new Uint8Array(1 << 14);
for (let first = 0; first < 0x80; first++) {
  for (const sign of [...signsOfNumbers, ...signTable.keys()]) {
    const last = sign.charCodeAt(sign.length - 1);
    if (last < 0x80 && (sign.length === 1 || sign.charCodeAt(sign.length - 2) === first))
      lastPairs[(first << 7) | last] = 1;
  }
  for (let last = 65; last <= 90; last++) lastPairs[(first << 7) | last] = 1;
}
/** By any other code: the same of it alone. */
const lastCodes = new Uint8Array(0x10000);
for (const sign of [...signsOfNumbers, ...signTable.keys()]) lastCodes[sign.charCodeAt(sign.length - 1)] = 1;
for (let last = 65; last <= 90; last++) lastCodes[last] = 1;
const mayEnd = (first: number, last: number): boolean =>
  (first > 0x7f || last > 0x7f ? lastCodes[last] : lastPairs[(first << 7) | last]) === 1;

/** By code unit, Latin letters aside: whether a currency or a joint may begin with it. */
const mayStandAfter = new Uint8Array(0x10000);
for (const sign of [...signsByFirst.keys(), ...hangulWords.keys(), YEO]) mayStandAfter[sign] = 1;
for (const sign of `/${dashes}${tildes}0123456789`) mayStandAfter[sign.charCodeAt(0)] = 1;
for (const name of words.keys()) if (!isLatin(name.charCodeAt(0))) mayStandAfter[name.charCodeAt(0)] = 1;

/** Last words of names: only these are worth looking back from. */
const lastWords: ReadonlySet<string> = new Set([...words.keys()].map(lastWord));

/** How codes and names begin that are written in Latin letters. */
const latinNames = new Prefixes();
latinNames.mark([...codes.keys(), ...words.keys()], 1);

/** First words of names of several words. */
const firstWords: ReadonlySet<string> = new Set(
  [...words.keys()].filter((name) => name.includes(' ')).map((name) => name.slice(0, name.indexOf(' '))),
);

function byCharacter(table: ReadonlyMap<string, Meaning>, of: (sign: string) => number): Map<number, Entry[]> {
  const lists = new Map<number, Entry[]>();
  for (const entry of table) {
    const list = lists.get(of(entry[0]));
    if (list === undefined) lists.set(of(entry[0]), [entry]);
    else list.push(entry);
  }
  for (const list of lists.values()) list.sort((a, b) => b[0].length - a[0].length);
  return lists;
}

function wordFrom(text: string, start: number, entries: readonly Entry[]): CurrencyMention | null {
  const entry = entries.find(([word]) => text.startsWith(word, start));
  if (entry !== undefined && otherWords.some((word) => text.startsWith(word, start))) return null;
  return entry === undefined ? null : { start, end: start + entry[0].length, text: entry[0], meaning: entry[1] };
}

/** Words that begin as a currency does: `3원칙`, `2엔진`. */
const otherWords = [
  '원칙',
  '원색',
  '원소',
  '원격',
  '원룸',
  '원탁',
  '원형',
  '원통',
  '원심',
  '원화',
  '원년',
  '엔진',
  '엔지',
  '엔드',
  '엔터',
  '동안',
];

/** A code or a name of up to four words from `start`: the longest that is known. */
function nameFrom(text: string, start: number): CurrencyMention | null {
  let end = wordEnd(text, start);
  const first = text.slice(start, end);
  if (first.length === 3) {
    const meaning = codes.get(first);
    const next = text.charCodeAt(end);
    const isNext = isDigit(next) || (isSpace(next) && isDigit(text.charCodeAt(end + 1)));
    // `3 GBP 1 pence`
    if (meaning !== undefined && (!isNext || /^ \d\d? (?:pence|cents?)\b/.test(text.slice(end, end + 12)))) {
      return next === 0x24 ? null : { start, end, text: first, meaning };
    }
  }
  let best: CurrencyMention | null = null;
  let word = start;
  for (let count = 1; count <= 4 && end > start; count++) {
    if (lastWords.has(text.slice(word, end).toLowerCase())) {
      const name = text.slice(start, end);
      const meaning = words.get(name.toLowerCase());
      if (meaning !== undefined) best = { start, end, text: name, meaning };
    }
    if (text.charCodeAt(end) !== 32 || (count === 1 && !firstWords.has(text.slice(start, end).toLowerCase()))) break;
    const next = wordEnd(text, end + 1);
    if (next === end + 1) break;
    word = end + 1;
    end = next;
  }
  return best;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end - start < 24) {
    const code = text.charCodeAt(end);
    if (isLatin(code) || (code >= 0xc0 && code <= 0x17f)) end++;
    else if (code === 0x2e && end > start && isLatin(text.charCodeAt(end + 1)) && end - start <= 2) end++;
    else if (code === 0x2e && end - start === 3 && text.charCodeAt(start + 1) === 0x2e) end++;
    else break;
  }
  return end;
}

/** `US $5`, `U.S. $5`, `USD $5`, `SGD$5`: the code belongs to the sign, unless it is a place (`in the US $5 …`). */
function dollarWithCode(text: string, start: number, end: number, floor: number, meaning: Meaning): CurrencyMention {
  const plain = { start, end, text: '$', meaning };
  const gap = isSpace(text.charCodeAt(start - 1)) ? 1 : 0;
  for (const country of gap === 1 ? ['US', 'U.S.', 'NT', 'HK', 'hk'] : ['U.S.', 'hk']) {
    const from = start - gap - country.length;
    if (from < floor || !text.startsWith(country, from) || !startsWord(text, from)) continue;
    if (text.slice(Math.max(floor, from - 4), from).toLowerCase() === 'the ') return plain;
    const code = country.startsWith('U') ? 'USD' : country === 'NT' ? 'TWD' : 'HKD';
    return { start: from, end, text: text.slice(from, end), meaning: codes.get(code)! };
  }
  const from = start - gap - 3;
  const code = from < floor ? undefined : codes.get(text.slice(from, from + 3));
  if (
    code !== undefined &&
    startsWord(text, from) &&
    (meaning.codes.includes(code.codes[0]!) || code.codes[0] === 'USD')
  ) {
    return { start: from, end, text: text.slice(from, end), meaning: code };
  }
  return plain;
}

/** Whether a code may begin here: no letter, digit or joining sign glued before it; Hangul may stand before it. */
function startsWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (Number.isNaN(before)) return true;
  if (isHangul(before)) return true;
  return !(
    isLatin(before) || isDigit(before) || (before >= 0xc0 && before <= 0x24f) ||
    before === 0x26 || before === 0x5f || before === 0x40 || before === 0x23
  ); // prettier-ignore
}
