import { numberAt, wordsAt, type Anchors } from './anchors';
import { appended } from './appended';
import type { Count } from './figure';
import { bareCounts } from './count-bare';
import { koreanCounts } from './count-korean';
import { isUnmistakable } from './money-doubt';
import { isLatin, isSpace, numeralOf, skipCode, type NumberRead } from './number';
import { readSurrounding } from './qualifier';
import type { Draft, Recogniser } from './recogniser';
import { merged } from './settle';

/**
 * Numbers of things: `52 subjects` · `four major strategies` · `30,000 GPUs` · `1.33 crore women` · `431명` · `12개 기관`,
 * and bare numbers on both sides of an arrow or between `from` and `to` (`4 in 2025 → 7 in 2026`).
 *
 * Not: `Stage 2 starts`, `5G`, `20-qubit`, `2nd`, `10 to 14 days` (a range), `2024 targets`, `page 3`, `3.2 Goals`,
 * `제2차`, `4대보험`, `1인당`, `20~30명`, `3월`.
 */
export const counts: Recogniser = {
  kind: 'count',
  find: findCounts,
};

function findCounts(anchors: Anchors): readonly Draft<Count>[] {
  const english = merged(inDigits(anchors), inWords(anchors));
  const found = anchors.hasHangul ? merged(english, koreanCounts(anchors)) : english;
  if (anchors.joints === 0) return found;
  const starts = new Set(found.map(({ low }) => low.start));
  return merged(
    found,
    bareCounts(anchors).filter(({ low }) => !starts.has(low.start)),
  );
}

const none: readonly Draft<Count>[] = [];

function inDigits(anchors: Anchors): readonly Draft<Count>[] {
  const { text, digits } = anchors;
  let found: Draft<Count>[] | null = null;
  let from = 0;
  for (let i = 0; i < digits.length; i++) {
    const at = digits[i]!;
    if (at < from) continue;
    const number = numberAt(anchors, i);
    const draft = number === null || isLabelled(text, number) ? null : counted(text, number);
    if (draft !== null) found = appended(found, draft);
    from = number === null ? skipCode(text, at) : (draft?.end ?? number.digitsEnd);
  }
  return found ?? none;
}

function inWords(anchors: Anchors): readonly Draft<Count>[] {
  const { text, words } = anchors;
  if (words.length === 0) return none;
  const found: Draft<Count>[] = [];
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const at = words[i]!;
    const number = at < from ? null : wordsAt(anchors, i);
    if (number === null || /-$|\b(?:one|two|three) in $/.test(text.slice(Math.max(0, at - 9), at))) continue;
    const draft = counted(text, number);
    if (draft === null) continue;
    found.push(draft);
    from = draft.end;
  }
  return found;
}

/** The number with the noun that it counts, or null. */
export function counted(text: string, number: NumberRead): Draft<Count> | null {
  const isLetter = number.scale?.short === true && !isUnmistakable(number.scale.text);
  const noun = nounAfter(text, isLetter ? number.digitsEnd : number.end);
  if (noun === null) return null;
  const scale = isLetter ? null : number.scale;
  const low = numeralOf(number, scale);
  return {
    kind: 'count',
    node: null,
    block: -1,
    cell: null,
    start: number.start,
    end: noun.end,
    text: text.slice(number.start, noun.end),
    value: Number(low.exact),
    noun: text.slice(noun.start, noun.end),
    qualifier: qualifierOf(text, number, noun),
    low,
  };
}

/** `over five years`, `around four goals`, `under three headings`: no bounds but prepositions. */
function qualifierOf(text: string, number: NumberRead, noun: Noun): Count['qualifier'] {
  const { qualifier } = readSurrounding(text, number.start, noun.end);
  const loose = qualifier === 'over' || qualifier === 'under' || qualifier === 'about';
  if (
    !loose ||
    !/(?:over|around|under|about|above|below) $/.test(text.slice(Math.max(0, number.start - 8), number.start))
  )
    return qualifier;
  const time = /(?:years|months|weeks|days|hours|decades|quarters)$/.test(text.slice(noun.start, noun.end));
  return time || (number.written === 'words' && Number(number.base) <= 12) ? 'exact' : qualifier;
}

/** A number that names rather than counts, or that is a part of something else. */
function isLabelled(text: string, number: NumberRead): boolean {
  const { start, end, digits } = number;
  if (!isSpace(text.charCodeAt(end)) || !isNounPart(text, end + 1)) return true;
  const before = text.charCodeAt(start - 1);
  if (
    isLatin(before) ||
    before === 0x2e ||
    before === 0x3a ||
    before === 0x2f ||
    before === 0x23 ||
    before === 0x27 ||
    before === 0x2019
  )
    return true;
  if (isRangeEnd(text, start)) return true;
  if (digits.length === 4 && number.scale === null && /^(?:19|20)\d\d$/.test(digits)) return true;
  if (isSpace(before) && !number.grouped && number.scale === null) {
    const word = /([A-Za-z]+)\.? $/.exec(text.slice(Math.max(0, start - 18), start))?.[1];
    if (word !== undefined && labels.has(word.toLowerCase())) return true;
    if (word !== undefined && /^[A-Z]/.test(word) && !openers.has(word.toLowerCase()) && word.length > 1) return true;
  }
  // `3.2 Goals` at the start of a heading.
  return digits.includes('.') && start === 0 && /^ [A-Z]/.test(text.slice(end, end + 2));
}

/** `20–`, `10 to ` before the number: the end of a range; `from 5 to ` is a change and keeps its ends. */
function isRangeEnd(text: string, start: number): boolean {
  const last = text.charCodeAt(start - 1) === 0x20 ? text.charCodeAt(start - 2) : text.charCodeAt(start - 1);
  const mayJoin = last === 0x6f || last === 0x72 || last === 0x2d || last === 0x7e || last > 0x7f;
  if (!mayJoin) return false;
  const before = text.slice(Math.max(0, start - 34), start);
  const joint = /\d(?: ?[–—~∼-] ?| (?:to|or) )$/.exec(before);
  if (joint === null) return false;
  return !/\bfrom [^.;]{1,24}$/.test(before.slice(0, joint.index + 1));
}

/** What names a numbered thing. */
const labels = new Set(
  'table figure fig chart box annex appendix chapter section part article act no nos number version page pages line level type class phase stage step item task goal target objective pillar priority strategy measure action activity initiative thrust field vote route road highway room block floor unit module grade year week day age aged lot lock title rule schedule paragraph para clause question note resolution circular order group cluster sdg covid windows'.split(
    ' ',
  ),
);
/** Words that open a sentence or stand with a capital before a number and do not name it. */
const openers = new Set(
  'the these those all some its our their in of for from by with to at over about around more than a an another other only just nearly almost up and or but as on under within after before some approximately roughly every each below above across among between including cover covers build create open support provide train hire recruit establish install plant help give fund bring set see add'.split(
    ' ',
  ),
);

interface Noun {
  readonly start: number;
  readonly end: number;
}

/** The counted noun: a plural after at most four words that may describe it. */
function nounAfter(text: string, at: number): Noun | null {
  if (!isSpace(text.charCodeAt(at))) return null;
  let start = at + 1;
  const first = start;
  for (let word = 0; word < 5; word++) {
    let end = start;
    while (end - start < 24 && isNounPart(text, end)) end++;
    if (end === start) return null;
    const written = text.slice(start, end);
    const lower = written.toLowerCase();
    if (stops.has(lower)) return null;
    if (isPlural(lower) && !/^[A-Z]{2,}S$/.test(written)) return { start: first, end };
    if (/ly$/.test(lower) && word > 2) return null;
    if (text[end] === ',' && text[end + 1] === ' ' && word < 2 && /(?:ed|ing|al|ic|ive|ous)$/.test(lower)) end++;
    if (text[end] !== ' ') return null;
    start = end + 1;
    if (text.startsWith('and ', start) && word > 0 && word < 3) start += 4;
  }
  return null;
}

function isNounPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLatin(code) || (code >= 0xc0 && code <= 0x24f)) return true;
  return (code === 0x2d || code === 0x26 || code === 0x2019 || code === 0x27) && isLatin(text.charCodeAt(at + 1));
}

const irregular = new Set(
  'people women men children persons staff personnel police consortia criteria media feet aircraft hovercraft cattle sheep species series alumni fishermen policemen firemen youth lives'.split(
    ' ',
  ),
);
/** Words that end in s and are no plural nouns. */
const singular = new Set(
  'is was has does its this as us less yes plus gas bus perhaps towards besides across whereas versus minus thus always process business overseas previous various sales sports arts news goods savings analysis basis crisis status focus campus bonus virus corpus census consensus whose ones times'.split(
    ' ',
  ),
);

const isPlural = (word: string): boolean =>
  irregular.has(word) ||
  (word.length > 2 && word.endsWith('s') && !/(?:ss|ous|'s|’s)$/.test(word) && !singular.has(word));

/** Words over which a number does not reach: what follows is not counted by it. */
const stops = new Set(
  'of in the a an and or to for from by with per at on is are was were be been will would shall can could may might must have has had that which who whom whose when where while if than then but not no as into onto over under about after before until since during through within between against it they we he she you this these those there here also only such both either each every percent per-cent cent won dollars dollar euros euro pounds yen yuan francs rupees baht pesos rand naira million billion trillion thousand hundred crore lakh crores lakhs months-old january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m p.m o’clock gbp usd eur krw km kg mw gw gwh twh kwh ha tonne degrees out up down off were does did do came comes went goes takes took makes made gives gave shows showed'.split(
    ' ',
  ),
);
