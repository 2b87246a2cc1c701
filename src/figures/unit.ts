import { currencyAfter, currencyBefore, meaningOfUnit, type Meaning } from './currency';
import { isDigit, isLatin, isSpace, readScale } from './number';

/**
 * Units that stand apart from their numbers, in a table's header, a row's label, a caption or a unit line:
 * `Budget (KRW billion)` · `dollars in millions` · `S$ million` · `£'000` · `(단위: 억원, %)` · `Unit: KRW 100 million`.
 */
export type Unit =
  | {
      readonly kind: 'amount';
      readonly meaning: Meaning;
      /** The currency as written. */
      readonly currency: string;
      /** The written numbers are worth ten to this power. */
      readonly power: number;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'percent'; readonly points: boolean; readonly start: number; readonly end: number }
  /** People, pieces, hours: named, and no money. */
  | { readonly kind: 'other'; readonly start: number; readonly end: number };

/** Every unit that a unit line names (`단위: 백만원, 명, %`), or that a header or caption bears; spans in `text`. */
export function unitsIn(text: string): Unit[] {
  const found: Unit[] = [];
  for (const part of candidates(text)) {
    for (const piece of pieces(text, part)) {
      const unit = unitOf(text, piece);
      if (unit !== null) found.push(unit);
    }
    if (found.length > 0) return found;
  }
  return found;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Where a unit may stand, the surest first: after `단위`/`Unit`, in brackets, the whole, after a comma or `in`. */
function candidates(text: string): Part[] {
  const line = /(?:단\s?위|[Uu]nits?|単位)\s?[:：]?\s?/.exec(text);
  const parts: Part[] = [];
  if (line !== null) {
    const start = line.index + line[0].length;
    const close = text.slice(start).search(/[)\]）]/);
    parts.push({ start, end: close < 0 ? text.length : start + close });
  }
  for (const bracket of text.matchAll(/[([（]([^()[\]（）]{1,60})[)\]）]/g)) {
    parts.push({ start: bracket.index + 1, end: bracket.index + bracket[0].length - 1 });
  }
  if (text.length <= 60) {
    parts.push({ start: 0, end: text.length });
    const comma = text.lastIndexOf(',');
    if (comma > 0) parts.push({ start: comma + 1, end: text.length });
  }
  for (const within of text.matchAll(/\b(?:[Ii]n|IN) (?=\S)/g)) {
    const start = within.index + within[0].length;
    const stop = text.slice(start).search(/[.;()]/);
    if (text.length - start <= 60) parts.push({ start, end: stop < 0 ? text.length : start + stop });
  }
  return parts;
}

/** `억원, %` are two units; `dollars, millions` is one. */
function pieces(text: string, part: Part): Part[] {
  const whole = text.slice(part.start, part.end);
  if (!/[,·/、ㆍ]/.test(whole) || unitOf(text, part) !== null) return [part];
  const found: Part[] = [];
  let start = part.start;
  for (const separator of whole.matchAll(/[,·/、ㆍ]/g)) {
    found.push({ start, end: part.start + separator.index });
    start = part.start + separator.index + 1;
  }
  return [...found, { start, end: part.end }];
}

const filler =
  /^(?:in|of|all|are|is|the|figures|amounts?|values?|expressed|shown|stated|current|constant|real|nominal|prices|terms|and|at|기준|경상|불변|가격)$/i;
const otherUnit =
  /^(?:명|인|개|개소|개교|건|회|대|톤|천톤|㎡|km|시간|일|년|개월|가구|세대|곳|점|종|천명|만명|명\/년|hours?|days?|years?|months?|persons?|people|number|no\.?|numbers|tonnes?|MW|GW|GWh|TWh|kWh|MWh|units|FTEs?|positions|households|ha|hectares|Mt|kt|t|000 people)$/i;

/** The unit that the part consists of, and nothing else; null when anything else stands there. */
function unitOf(text: string, part: Part): Unit | null {
  let start = part.start;
  let end = part.end;
  while (start < end && /[\s'’:,]/.test(text[start]!)) start++;
  while (end > start && /[\s:,]/.test(text[end - 1]!)) end--;
  const written = text.slice(start, end);
  if (/^[%％]$|^(?:per ?cent|percent(?:age)?|퍼센트)$/i.test(written))
    return { kind: 'percent', points: false, start, end };
  if (/^[%％] ?(?:p|포인트)$|^percentage points?$/i.test(written)) return { kind: 'percent', points: true, start, end };
  if (otherUnit.test(written)) return { kind: 'other', start, end };
  return moneyUnit(text, start, end);
}

function moneyUnit(text: string, start: number, end: number): Unit | null {
  let at = start;
  let power = 0;
  let meaning: Meaning | null = null;
  let currency = '';
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || /[,:'’‘;.-]/.test(text[at]!)) {
      at++;
      continue;
    }
    if (isDigit(code)) {
      const digits = /^1?[0,]*0+s?(?![\d.])|^1(?![\d.])|^(?:19|20)\d\d(?= (?:prices|가격))/.exec(
        text.slice(at, end),
      )?.[0];
      if (digits === undefined) return null;
      if (!/^[12]\d[1-9]|^20/.test(digits)) power += digits.replace(/\D/g, '').replace(/^1/, '').length;
      at += digits.length;
      continue;
    }
    const scale = eastScale(text, at, end) ?? readScale(text, at);
    if (scale !== null && scale.end <= end && scale.start === at && !isCode(text, at)) {
      power += scale.power;
      at = scale.end;
      continue;
    }
    const mention: { meaning: Meaning; end: number } | null = meaning === null ? mentionAt(text, at, end) : null;
    if (mention !== null) {
      meaning = mention.meaning;
      currency = text.slice(at, mention.end);
      at = mention.end;
      continue;
    }
    const word = wordAt(text, at, end);
    if (word === '' || !(filler.test(word) || (meaning !== null && meaningOfUnit(word)?.codes[0] === meaning.codes[0])))
      return null;
    at += word.length;
  }
  return meaning === null ? null : { kind: 'amount', meaning, currency, power, start, end };
}

/** `KRW`, not the `K` of a thousand. */
const isCode = (text: string, at: number): boolean =>
  meaningOfUnit(text.slice(at, at + 3)) !== null && /^[A-Z]{3}$/.test(text.slice(at, at + 3));

function wordAt(text: string, at: number, end: number): string {
  let to = at;
  while (to < end && (isLatin(text.charCodeAt(to)) || text.charCodeAt(to) >= 0xac00)) to++;
  return text.slice(at, to);
}

const east: Readonly<Record<string, number>> = {
  십: 1,
  백: 2,
  천: 3,
  만: 4,
  억: 8,
  조: 12,
  千: 3,
  百: 2,
  万: 4,
  億: 8,
  兆: 12,
};

function eastScale(text: string, at: number, end: number): { start: number; end: number; power: number } | null {
  let power = 0;
  let to = at;
  while (to < end && east[text[to]!] !== undefined) power += east[text[to++]!]!;
  return to === at ? null : { start: at, end: to, power };
}

/** A currency's code, sign, word or name at `at`: one that ends a number (`won`) or begins one (`S$`, `Rs.`). */
function mentionAt(text: string, at: number, end: number): { meaning: Meaning; end: number } | null {
  const after = currencyAfter(text, at);
  if (after !== null && after.start === at && after.end <= end) return after;
  for (let to = Math.min(end, at + 6); to > at; to--) {
    const before = currencyBefore(text, to, at);
    if (before !== null && before.start === at && before.end === to) return before;
  }
  return null;
}
