import { wordsAt, type Anchors } from './anchors';
import { shifted } from './decimal';
import type { Numeral, Percent } from './figure';
import { isDigit, isSpace, numeralOf, readDigits, type NumberRead } from './number';
import { unitAt, type PercentUnit } from './percent-unit';
import { readSurrounding } from './qualifier';
import type { Draft, Recogniser } from './recogniser';
import { dashes, tildes } from './signs';

/**
 * Shares and rates: `24.9%` · `-8.22%` · `△4.0%` · `+7.8%` · `3.5 per cent` · `five percent` · `24.9퍼센트` · `2%p` ·
 * `7 percentage points` · `half a percentage point` · `25 basis points` · `2~3%` · `10%–15%` · `10 to 15 percent`.
 *
 * Not: `percentage`, `100 % sure?` is; `5% to 12.5%` is two; in `50 percent from 30` only the first.
 */
export const percents: Recogniser = {
  kind: 'percent',
  find: findPercents,
};

const none: readonly Draft<Percent>[] = [];

function findPercents(anchors: Anchors): readonly Draft<Percent>[] {
  const { text, percents: places } = anchors;
  if (places.length === 0) return none;
  const found: Draft<Percent>[] = [];
  let floor = 0;
  for (const at of places) {
    const unit = at < floor ? null : unitAt(text, at);
    if (unit === null) continue;
    const number = numberBefore(anchors, at, floor);
    if (number === null) continue;
    const draft = draftOf(text, number, unit, floor, found.at(-1) ?? null);
    if (draft.low.start === found.at(-1)?.low.start) found.pop();
    found.push(draft);
    floor = draft.end;
  }
  return found;
}

/** The number that ends just before the sign, one space or hyphen between. */
function numberBefore(anchors: Anchors, at: number, floor: number): NumberRead | null {
  const { text } = anchors;
  let end = at;
  if (isSpace(text.charCodeAt(end - 1))) end--;
  else if (text[end - 1] === '-' && text[at] !== '%') end--;
  if (!isDigit(text.charCodeAt(end - 1)))
    return end < at ? (fractionBefore(text, end, floor) ?? wordsBefore(anchors, end, floor)) : null;
  return digitsBefore(text, end, floor);
}

/** The digits that end at `end`. */
function digitsBefore(text: string, end: number, floor: number): NumberRead | null {
  let start = end;
  while (start > floor && end - start < 24 && isNumberPart(text, start - 1)) start--;
  while (start < end && !isDigit(text.charCodeAt(start))) start++;
  const number = readDigits(text, start);
  return number !== null && number.digitsEnd === end ? number : null;
}

function isNumberPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || ((code === 0x2e || code === 0x2c) && isDigit(text.charCodeAt(at + 1)));
}

const fraction = /\b(?:([Hh]alf)|[Aa] (quarter)|([Tt]hree)[ -]quarters)(?: of)? (?:an?|one)$/;

/** `half a percentage point`, `a quarter of a per cent`, `half of one percent`. */
function fractionBefore(text: string, end: number, floor: number): NumberRead | null {
  const match = fraction.exec(text.slice(Math.max(floor, end - 24), end));
  if (match === null) return null;
  const start = end - match[0].length;
  const base = match[1] !== undefined ? '0.5' : match[2] !== undefined ? '0.25' : '0.75';
  const digits = match[0];
  return { start, end, digits, digitsEnd: end, base, baseStep: '0.1', scale: null, written: 'words', grouped: false };
}

/** `five percent`, `twenty-five per cent`. */
function wordsBefore(anchors: Anchors, end: number, floor: number): NumberRead | null {
  const { words } = anchors;
  const from = Math.max(floor, end - 40);
  for (let i = 0; i < words.length && words[i]! < end; i++) {
    const number = words[i]! < from ? null : wordsAt(anchors, i);
    if (number?.end === end) return number;
  }
  return null;
}

function draftOf(
  text: string,
  number: NumberRead,
  unit: PercentUnit,
  floor: number,
  previous: Draft<Percent> | null,
): Draft<Percent> {
  const mark = signBefore(text, number.start, floor);
  const first = lowerEnd(text, mark?.start ?? number.start, floor, previous);
  const last = scaledTo(numeralOf(number, null, mark?.negative), unit.power);
  const low: Numeral = first === null ? last : scaledTo(first.low, unit.power);
  const high = first === null ? null : last;
  const start = first?.start ?? mark?.start ?? number.start;
  const { qualifier } = readSurrounding(text, start, unit.end);
  const draft: { -readonly [key in keyof Percent]: Percent[key] } = {
    kind: 'percent',
    node: null,
    block: -1,
    cell: null,
    start,
    end: unit.end,
    text: text.slice(start, unit.end),
    unit: unit.points ? 'percentage-point' : 'percent',
    qualifier,
    direction: mark !== null ? (mark.negative ? 'down' : 'up') : directionOf(text, start, unit.end),
    low,
    high,
  };
  if (high === null) draft.value = Number(low.exact);
  else {
    draft.min = Number(low.exact);
    draft.max = Number(high.exact);
  }
  return draft;
}

const scaledTo = (numeral: Numeral, power: number): Numeral =>
  power === 0 ? numeral : { ...numeral, exact: shifted(numeral.exact, power), step: shifted(numeral.step, power) };

/** `+`, `-`, `−`, `–`, `△`, `▽`, `▼` glued to the number, where they are no dash between two numbers. */
function signBefore(text: string, at: number, floor: number): { start: number; negative: boolean } | null {
  if (at - 1 < floor) return null;
  const character = text[at - 1]!;
  if ('△▵▽▼'.includes(character)) return { start: at - 1, negative: true };
  if (!'+-−–＋'.includes(character)) return null;
  const before = text[at - 2];
  const free = before === undefined || /[\s(（[:,;|≈=]/.test(before) || (/[가-힣]/.test(before) && character !== '-');
  return free ? { start: at - 1, negative: character !== '+' && character !== '＋' } : null;
}

const joints = new RegExp(`\\s?[${dashes.slice(1)}${tildes}]\\s?$|-$| - $|\\s(?:to|and)\\s$`);

/** The first end of a range: `2~`, `10%–`, `10 to `, `between 5 and `. */
function lowerEnd(
  text: string,
  at: number,
  floor: number,
  previous: Draft<Percent> | null,
): { start: number; low: Numeral } | null {
  const window = text.slice(Math.max(0, at - 8), at);
  const joint = joints.exec(window);
  if (joint === null) return null;
  const end = at - joint[0].length;
  const word = /[a-z]/.test(joint[0]);
  if (previous !== null && previous.end === end && previous.high === null && !word) {
    return { start: previous.start, low: previous.low };
  }
  if (!isDigit(text.charCodeAt(end - 1)) || joint[0] === ' - ') return null;
  const number = digitsBefore(text, end, floor);
  if (number === null || number.grouped || /^(?:19|20)\d\d$/.test(number.digits)) return null;
  const before = text.slice(Math.max(0, number.start - 9), number.start);
  if (/[A-Za-z가-힣]-?$/.test(before) && !/\s$/.test(before)) return null;
  // `from 41% in 2023/24 to 25%`
  if (/\d[/–-]$/.test(before)) return null;
  if (/\band\s$/.test(joint[0]) && !/[Bb]etween $/.test(before)) return null;
  const mark = signBefore(text, number.start, floor);
  return { start: mark?.start ?? number.start, low: numeralOf(number, null, mark?.negative) };
}

const upBefore =
  /\b(?:(?<!\bma(?:ke|kes|de|king) )up(?! to)|rise|rose|rises|risen|rising|grew|grow|grown|growth|growing|increase[ds]?|increasing|gain(?:ed)?|expand(?:ed)?|raise[ds]?|climb(?:ed|s)?|jump(?:ed)?)(?: (?:of|by|at|about|around|over|nearly|almost|some|another|a further|more than|roughly|approximately|at least)){0,3} $/;
const downBefore =
  /\b(?:down|fell|fall|fallen|falls|falling|drop(?:ped|s)?|decrease[ds]?|decreasing|cut|cuts|cutting|reduce[ds]?|reducing|reduction|decline[ds]?|lower(?:ed)?|shr[aiu]nk)(?: (?:of|by|at|about|around|over|nearly|almost|some|another|a further|more than|roughly|approximately|at least)){0,3} $/;
const upAfter =
  /^\)?\s?(?:↑|더 |증(?:가|\)|$)|상승|증액|인상|늘|성장|확대|올|높|급증|많아|above|more|higher|increase|growth|rise)/;
const downAfter =
  /^\)?\s?(?:↓|감(?:소|\)|$)|하락|감액|인하|줄|절감|축소|내[렸린리]|낮|급감|적어|움츠|below|less|lower|decrease|reduction|decline|cut)/;

/** The direction that the words beside the figure give. */
function directionOf(text: string, start: number, end: number): Percent['direction'] {
  const before = text.slice(Math.max(0, start - 40), start).toLowerCase();
  if (upBefore.test(before)) return 'up';
  if (downBefore.test(before)) return 'down';
  const after = text.slice(end, end + 14);
  return upAfter.test(after) ? 'up' : downAfter.test(after) ? 'down' : null;
}
