import { ARROW, FROM, GLUED, IN, type Anchors } from './anchors';
import type { Count } from './figure';
import { numeralOf, readDigits, readNumber } from './number';
import { readSurrounding } from './qualifier';
import type { Draft } from './recogniser';

/**
 * Numbers that bear no noun and are figures because another stands before or after them in a change:
 * `4 in 2025 → 7 in 2026` · `3 in 2023 5 in 2024` (an arrow was lost) · `from 1,200 to 1,800 a week` · `100m100km`.
 */
export function bareCounts({ text, joints }: Anchors): Draft<Count>[] {
  const found: Draft<Count>[] = [];
  const starts = new Set<number>();
  const add = (at: number, noun: string | null): void => {
    if (starts.has(at)) return;
    starts.add(at);
    const draft = bareAt(text, at, noun);
    if (draft !== null) found.push(draft);
  };
  for (const arrow of (joints & ARROW) !== 0 ? text.matchAll(/→|⇒|➔|➜|⟶|->|=>/g) : []) {
    const before = beforeArrow.exec(text.slice(Math.max(0, arrow.index - 40), arrow.index));
    const from = arrow.index + arrow[0].length;
    const after = afterArrow.exec(text.slice(from, from + 40));
    if (before === null || after === null) continue;
    add(arrow.index - before[0].length + before[0].indexOf(before[1]!), null);
    add(from + after[0].length - after[1]!.length, null);
  }
  for (const lost of (joints & IN) !== 0 ? text.matchAll(lostArrow) : []) {
    add(lost.index + lost[0].indexOf(lost[1]!), null);
    add(lost.index + lost[0].lastIndexOf(lost[2]!, lost[0].length - lost[3]!.length - 1), null);
  }
  for (const pair of (joints & FROM) !== 0 ? text.matchAll(fromTo) : []) {
    const second = pair.index + pair[0].length - pair[2]!.length;
    add(pair.index + pair[1]!.length, null);
    add(second, null);
  }
  for (const glued of (joints & GLUED) !== 0 && unitThenDigit.test(text) ? text.matchAll(gluedLengths) : []) {
    add(glued.index, glued[2]!);
    add(glued.index + glued[1]!.length + glued[2]!.length, glued[4]!);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A letter of a unit glued between digits. */
const unitThenDigit = /\d[kmctMGT][mgtWB]?\d/;
const date = '(?:(?:in|for|by|at|as of|at the end of) )?(?:FY ?)?(?:19|20)\\d\\d';
const beforeArrow = new RegExp(`(?:^|[\\s(（:])(\\d[\\d,.]*)(?: ${date}| ?[(（][’'‘]?\\d{2,4}[)）])?\\s?$`);
const afterArrow = /^\s?(?:[(（][’'‘]?\d{2,4}[)）] ?)?(\d[\d,.]*)(?![\d%])/;
const lostArrow =
  /(?<=^|[\s(])(\d{1,3}(?:,\d{3})*(?:\.\d+)?) in (?:FY ?)?(?:19|20)\d\d (\d{1,3}(?:,\d{3})*(?:\.\d+)?)( in (?:FY ?)?(?:19|20)\d\d)/g;
const fromTo =
  /(\bfrom (?:some |about |around |nearly |almost |more than |over )?)\d[\d,.]*(?: (?!to\b)[a-z-]{3,14}){0,2}(?: (?:in|for) (?:FY ?|the )?(?:19|20)?\d[\d/–-]*)? to (?:some |about |around |nearly |almost |more than |over |no more than |at least |under )?(\d[\d,.]*)/g;
const gluedLengths =
  /(?<=^|[\s(])(\d[\d,.]{0,12})(km|m|cm|kg|t|MW|GW|kW|GB|TB)(\d[\d,.]{0,12})(km|m|cm|kg|t|MW|GW|kW|GB|TB)\b/g;

/** The plain number at `at`; null where it is a year, a share, money or something with a noun of its own. */
function bareAt(text: string, at: number, noun: string | null): Draft<Count> | null {
  const number = noun === null ? readNumber(text, at) : readDigits(text, at);
  if (number === null || (number.scale === null && /^(?:19|20)\d\d$/.test(number.digits))) return null;
  const read = number.scale?.short ? { ...number, scale: null, end: number.digitsEnd } : number;
  const end = noun === null ? read.end : read.end + noun.length;
  if (noun === null && /^\s?[%％]|^ ?per ?cent|^[가-힣A-Za-z]/.test(text.slice(end, end + 9))) return null;
  const low = numeralOf(read);
  return {
    kind: 'count',
    node: null,
    block: -1,
    cell: null,
    start: read.start,
    end,
    text: text.slice(read.start, end),
    value: Number(low.exact),
    noun,
    qualifier: readSurrounding(text, read.start, end).qualifier,
    low,
  };
}
