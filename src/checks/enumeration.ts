import { lastStartingBy, type Span } from '../text/span';
import { countedInEnglish, countedInKorean, englishCounts, type Counted } from './counted';
import { listingBefore, readListing, type Listing } from './listing';
import { passages, type Passage } from './passage';
import type { PlanFacts } from '../plan';

/** A stated number whose own list, in the same sentence, has another number of items. Offsets are in the passage. */
export interface Enumeration {
  readonly counted: Counted;
  readonly listing: Listing;
  readonly place: Span;
}

/** The counted lists of a passage that do not come out. */
export function* enumerationsIn(passage: Passage): Generator<Enumeration> {
  for (const one of countedLists(passage)) if (differs(one.counted.number.value, one.listing)) yield one;
}

/**
 * Where the plan counts what it lists and the count comes out: `three stations` of `three stations: North Gate, Ferry
 * Pier and Silo Quay`. Open lists are left out.
 */
export const soundLists = (plan: PlanFacts): Span[] =>
  passages(plan).flatMap((passage) =>
    [...countedLists(passage)]
      .filter(
        ({ counted, listing: { least, most, open } }) => !open && least === most && least === counted.number.value,
      )
      .map(({ counted }) => passage.span(counted.start, counted.end)),
  );

function* countedLists(passage: Passage): Generator<Enumeration> {
  const { text } = passage;
  const language = passage.block.language;
  const found = [...englishCounts(passage), ...(/[가-힣]/.test(text) ? countedInKorean(text) : [])];
  for (const counted of found) {
    if (isFigure(passage, counted)) continue;
    for (const read of [inParentheses, afterColon, asPredicate, afterDash, afterClause, afterComma, before]) {
      const hit = read(passage, counted, language);
      // `seven programmes in three sectors (…)`: the list belongs to the nearer number.
      if (hit === null || found.some(({ start }) => start >= counted.end && start < hit.place.start)) continue;
      yield { counted, ...hit };
      break;
    }
  }
}

/** Whether the number stands inside an amount, a date, a percentage. */
function isFigure({ figures }: Passage, { number }: Counted): boolean {
  const last = lastStartingBy(figures, number.end - 1);
  return [figures[last], figures[last - 1]].some(
    (placed) =>
      placed !== undefined &&
      placed.end > number.start &&
      placed.figure.kind !== 'count' &&
      placed.figure.kind !== 'change',
  );
}

/**
 * Whether the list contradicts the number. One that is far off was not meant to count it; an open list contradicts only
 * when more stands there than the number says.
 */
function differs(value: number, { least, most, open }: Listing): boolean {
  if (value >= least && value <= most) return false;
  if (open) return least > value && least - value <= 2;
  const off = value < least ? least - value : value - most;
  return off <= (value <= 4 ? 1 : 2) || (most >= 4 && off <= most / 2);
}

interface Listed {
  readonly listing: Listing;
  readonly place: Span;
}

type Reader = (passage: Passage, counted: Counted, language: string) => Listed | null;

/** `three technologies (quantum, AI, biotechnology)` */
const inParentheses: Reader = ({ text }, { end }, language) => {
  const gap = /^(?:[은는이가을를의])? ?[(（]/.exec(text.slice(end, end + 4));
  if (gap === null) return inParenthesesBehind(text, end, language);
  const start = end + gap[0].length;
  const close = closing(text, start);
  return close < 0 ? null : listed(text, start, close, language);
};

/** `The four airports in the far north (Hamnvik, Kallby, Nattby and Tornes)`: names, behind a few words of place. */
function inParenthesesBehind(text: string, end: number, language: string): ReturnType<Reader> {
  const gap =
    /^ (?:in|on|at|from|near|of|along) (?:the |our |its )?(?:[A-Za-z-]{2,14} ){0,3}[A-Za-z-]{2,14} \((?=[A-Z])/.exec(
      text.slice(end, end + 70),
    );
  if (gap === null) return null;
  const start = end + gap[0].length;
  const close = closing(text, start);
  const hit = close < 0 ? null : listed(text, start, close, language);
  return hit !== null && hit.listing.items.length >= 3 && hit.listing.items.every((item) => /^[A-Z]/.test(item))
    ? hit
    : null;
}

/** `two areas: A, B and C.` and `three pillars: …; …; and ….` */
const afterColon: Reader = ({ text }, { end }, language) => {
  const gap =
    /^(?:[은는이가을를])?\s?[:：]\s/.exec(text.slice(end, end + 5)) ??
    /^, each (?:with|of|in|having|led)(?: [a-z]{2,14}){1,6}:\s/.exec(text.slice(end, end + 80));
  if (gap === null) return null;
  const start = end + gap[0].length;
  const stop = sentenceEnd(text, start);
  // `Eighteen courses: six on drones, eight on mapping and four on law`
  const numbered = /[가-힣]/.test(gap[0]) ? null : numberedItems(text.slice(start, stop));
  if (numbered !== null) return { listing: numbered, place: { start, end: stop } };
  return listed(text, start, stop, language);
};

/** `The four new valleys are Calda, Fexa, Lumna and Sernt.`: names only, because other predicates list qualities. */
const asPredicate: Reader = ({ text }, { end }, language) => {
  const gap =
    /^ (?:are|were|will be|are named|are called|namely|are the following:)(?: as follows:)? |^, (?:namely|that is|i\.e\.,?|which are) |^(?:은|는) /.exec(
      text.slice(end, end + 24),
    );
  if (gap === null) return null;
  const start = end + gap[0].length;
  if (/[가-힣]/.test(gap[0])) return koreanPredicate(text, start, language);
  const all = listed(text, start, sentenceEnd(text, start), language);
  const hit = all === null ? null : namesBehind(text, all);
  if (hit === null) return null;
  if (gap[0].startsWith(',') || gap[0].includes('namely')) return hit;
  const names = hit.listing.items.filter((item) => /^(?:the |an? )?[A-Z0-9]|^(?:the|to|an?) /.test(item));
  return names.length * 3 >= hit.listing.items.length * 2 && hit.listing.items.length >= 3 ? hit : null;
};

/** `Two halls are being rebuilt, North Hall and South Hall`: what is said of them all stands before their names. */
function namesBehind(text: string, hit: Listed): Listed {
  const [first, ...names] = hit.listing.items;
  const isSaid =
    first !== undefined &&
    /^(?!the |an? |to )[a-z][^A-Z\d]*$/.test(first) &&
    names.length >= 2 &&
    names.every((name) => /^(?:the )?[A-Z][\w’'-]*(?: (?:of the |of |the |de |)[A-Z\d][\w’'-]*){0,4}$/.test(name));
  if (!isSaid) return hit;
  const { least, most, open } = hit.listing;
  return {
    listing: { least: least - 1, most: most - 1, open, items: names },
    place: { start: text.indexOf(names[0]!, hit.place.start), end: hit.place.end },
  };
}

/** `3대 원칙은 공정, 투명, 책임이다.` */
function koreanPredicate(text: string, start: number, language: string): ReturnType<Reader> {
  const sentence = /^([^.()]{3,80}?)(?:이다|입니다|이며|이고|임)(?=[.\s,]|$)/.exec(text.slice(start, start + 90));
  return sentence === null ? null : listed(text, start, start + sentence[1]!.length, language);
}

/** `three valleys – Calda, Fexa and Lumna – will …` */
const afterDash: Reader = ({ text }, { start: from, end }, language) => {
  const gap = /^ [–—] /.exec(text.slice(end, end + 3));
  // A dash that closes what an earlier one opened leads to no list.
  const opened =
    text
      .slice(Math.max(0, from - 200), from)
      .replace(/^.*[.!?]\s/, '')
      .match(/ [–—] /g)?.length ?? 0;
  if (gap === null || opened % 2 === 1) return null;
  const start = end + gap[0].length;
  const stop = sentenceEnd(text, start);
  const dash = text.slice(start, stop).search(/ [–—] /);
  return listed(text, start, dash < 0 ? stop : start + dash, language);
};

/** `Four stations measure the air: North Gate, Ferry Pier and Silo Quay.`: names only, and no other number between. */
const afterClause: Reader = ({ text }, counted, language) => {
  const { end } = counted;
  const gap = /^ [a-z][^.;:()0-9]{3,70}: (?=[A-Za-z])/.exec(text.slice(end, end + 80));
  if (gap === null || countedInEnglish(gap[0]).next().done !== true) return null;
  const start = end + gap[0].length;
  const stop = sentenceEnd(text, start);
  const numbered = numberedItems(text.slice(start, stop));
  if (numbered !== null) return { listing: numbered, place: { start, end: stop } };
  const split = shares.test(gap[0]) ? splitIn(text.slice(start, stop)) : null;
  if (split !== null) return { listing: split, place: { start, end: stop } };
  const hit = listed(text, start, stop, language);
  return hit !== null && hit.listing.items.length >= 3 && areNames(hit.listing.items, counted.noun) ? hit : null;
};

const shares = /^ (?:will )?(?:share|divide|split|make up|receive|get)\b/;

/** `water (KRW 31 billion), education (KRW 24 billion) and health (KRW 20 billion)`: each with what it gets, in a bracket. */
function splitIn(text: string): Listing | null {
  const items = text.split(/(?<=\)), (?:and )?|(?<=\)) and /);
  const areValued = items.every((item) => /^[A-Za-z][^,;:()]{1,50} \([^()]{0,40}\d[^()]{0,40}\)$/.test(item));
  return items.length >= 3 && areValued
    ? { least: items.length, most: items.length, open: /\b(?:others?|etc)\b/.test(text), items }
    : null;
}

/** Names, or what `three things` may be: a few words each. */
const areNames = (items: readonly string[], noun: string): boolean =>
  items.every((item) => /^[A-Z]/.test(item)) ||
  (plainNouns.test(noun) && items.every((item) => item.split(' ').length <= 6));
const plainNouns =
  /\b(?:things|points|steps|messages|questions|goals|aims|objectives|priorities|areas|themes|pillars|principles|elements|parts|reasons|topics|fields|conditions|challenges|tests|criteria|risks|factors|causes|lessons|obstacles|problems|needs|gaps|trends|sources|threats)$/i;

/** `one on peat (March), one on pesticides (June) and two on sealing`: as many things as the numbers say. */
function numberedItems(text: string): Listing | null {
  const items = text
    .replace(/\([^()]*\)/g, '')
    .split(
      /,\s+(?:and\s+)?|;\s+(?:and\s+)?|\s+and\s+(?=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)/,
    );
  const values = items.map((item) => numberWords.indexOf(item.split(' ')[0]!.toLowerCase()) + 1);
  if (items.length < 2 || values.some((value) => value === 0)) return null;
  const sum = values.reduce((all, value) => all + value, 0);
  return { least: sum, most: sum, open: false, items };
}

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `Three bridges, at Adoka, Buruku and Gbajimba, are part of it`; `Three universities will come up at Adoka, Buruku and …`. */
const afterComma: Reader = ({ text }, { end }, language) => {
  const gap =
    /^(?:,(?: (?:at|in|near|namely))?| [a-z][a-z ]{2,40},? at| at) (?=[A-Z])/.exec(text.slice(end, end + 50)) ??
    // A thing that is built stands in one place: `Four new laboratories will open in Hamilton, Nelson and Dunedin`.
    /^ (?:(?:will|are to|is to|to) )?(?:be )?(?:open|opens|opened|built|set up|established|located|founded|sited|created|planned|stand|start)(?: this year| next year)? in (?=[A-Z])/.exec(
      text.slice(end, end + 60),
    );
  if (gap === null || countedInEnglish(gap[0]).next().done !== true) return null;
  const start = end + gap[0].length;
  const list =
    /^(?:[A-Z][\w’'-]*(?: (?:of |the |de |el )?[A-Z][\w’'-]*){0,3}, ){1,12}[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3},? and [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?=[,.;)]| [a-z]|$)/.exec(
      text.slice(start, start + 400),
    );
  return list === null ? null : listed(text, start, start + list[0].length, language);
};

/** `체험, 훈련, 점검의 3개 분야` */
const before: Reader = ({ text }, { start, noun }) => {
  const arePlaces = /^(?:곳|개소)/.test(noun);
  if (!arePlaces && !/^(?:개|가지|대|종|단계|축|분야|방향|전략|과제|원칙|기관|부문|영역)/.test(noun)) return null;
  const from = Math.max(0, start - 120);
  const listing = listingBefore(text.slice(from, start));
  if (arePlaces && (listing === null || !areNamesOfPlaces(listing.items))) return null;
  return listing === null ? null : { listing, place: { start: from + listing.start, end: from + listing.end } };
};

/** `가람도, 나래도, 다솜도의 3곳`: names of one kind of place; `학교, 도서관, 공원의 12곳` are kinds themselves. */
function areNamesOfPlaces(items: readonly string[]): boolean {
  const kind = /[가-힣]{1,4}(도|동|읍|면|리|시|군|구|항|역|산|강|만|섬|포구|마을|저수지|시장)$/.exec(
    items[0] ?? '',
  )?.[1];
  return kind !== undefined && items.length >= 3 && items.every((item) => item.endsWith(kind) && item !== kind);
}

function listed(text: string, start: number, end: number, language: string): ReturnType<Reader> {
  const listing = readListing(text.slice(start, end), language);
  return listing === null ? null : { listing, place: { start, end } };
}

/** The offset of the parenthesis that closes, or -1; nested ones are passed over. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let i = start; i < text.length && i < start + 500; i++) {
    if (text[i] === '(' || text[i] === '（') depth++;
    else if ((text[i] === ')' || text[i] === '）') && --depth === 0) return i;
  }
  return -1;
}

function sentenceEnd(text: string, start: number): number {
  const stop = /[.!?](?=\s+[A-Z가-힣“"'(]|\s*$)/.exec(text.slice(start, start + 600));
  return stop === null ? Math.min(text.length, start + 600) : start + stop.index;
}
