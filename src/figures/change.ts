import { languageOf } from '../language/index';
import type { Block } from '../text/block';
import { readingOffset, type Reading } from '../text/reading';
import { byStart } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import type { Amount, Change, Count, DateFigure, Figure, Percent } from './figure';

/**
 * Pairs of figures that are one thing before and after:
 *
 *     5만원 → 7만원 · 50% to 60% · from KRW 12 billion to KRW 9.6 billion · 120억원에서 96억원으로 · 13%, up from 9%
 *     rises to 13% in 2026 from 9%
 *     KRW 216.4 billion in 2023 KRW 270.2 billion in 2024 · 3 in 2023 5 in 2024 · 100m100km        (an arrow was lost)
 *
 * The result is in order of start; the indices that changes hold are of the result.
 */
export function* withChanges(figures: readonly Figure[], blocks: readonly Block[]): Steps<Figure[]> {
  const pairs: Pair[] = [];
  for (let i = 0; i < figures.length; i++) {
    if (mayRest(i)) yield;
    const a = figures[i]!;
    if (!isMeasured(a)) continue;
    const dates: DateFigure[] = [];
    let j = i + 1;
    for (; j < figures.length; j++) {
      const next = figures[j]!;
      if (next.kind !== 'date') break;
      dates.push(next);
    }
    const b = figures[j];
    if (b === undefined || !isMeasured(b) || !comparable(a, b)) continue;
    const block = blocks[a.block];
    if (block === undefined) continue;
    const reading = readingOf(block, a);
    const pair = reading === null ? null : pairOf(a, b, dates, figures[j + 1], reading, block.language);
    if (pair !== null) pairs.push(pair);
  }
  yield;
  return yield* merged(figures, pairs);
}

type Measured = Amount | Percent | Count;

interface Pair {
  /** Before and after, as they follow in time. */
  readonly from: Measured;
  readonly to: Measured;
  readonly joint: Change['joint'];
  readonly direction: Change['direction'];
  readonly text: string;
}

const isMeasured = (figure: Figure): figure is Measured =>
  figure.kind === 'amount' || figure.kind === 'percent' || figure.kind === 'count';

function comparable(a: Measured, b: Measured): boolean {
  if (a.kind !== b.kind || a.block !== b.block || a.cell?.row !== b.cell?.row || a.cell?.column !== b.cell?.column)
    return false;
  if (a.kind === 'amount' && b.kind === 'amount')
    return a.currency === b.currency && a.value !== undefined && b.value !== undefined;
  if (a.kind === 'percent' && b.kind === 'percent')
    return a.unit === b.unit && a.value !== undefined && b.value !== undefined;
  return a.kind === 'count' && b.kind === 'count' && sameNoun(a.noun, b.noun);
}

const sameNoun = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b || lastWord(a) === lastWord(b) || (lengths.has(a) && lengths.has(b));
const lastWord = (noun: string): string => noun.slice(noun.lastIndexOf(' ') + 1).toLowerCase();
const lengths: ReadonlyMap<string, number> = new Map([
  ['cm', 0.01],
  ['m', 1],
  ['km', 1000],
  ['kg', 1],
  ['t', 1000],
  ['kW', 1],
  ['MW', 1e3],
  ['GW', 1e6],
  ['GB', 1],
  ['TB', 1000],
]);

function readingOf(block: Block, { cell }: Figure): Reading | null {
  if (cell === null) return block.reading;
  return block.table?.rows[cell.row]?.cells.find(({ column }) => column === cell.column)?.reading ?? null;
}

/** What joins two neighbours, or null when they are not one thing before and after. */
function pairOf(
  a: Measured,
  b: Measured,
  dates: readonly DateFigure[],
  next: Figure | undefined,
  reading: Reading,
  language: string,
): Pair | null {
  const { text } = reading;
  const [startA, endA, startB, endB] = [a.start, a.end, b.start, b.end].map((offset) =>
    readingOffset(reading, offset),
  ) as [number, number, number, number];
  const between = text.slice(endA, startB);
  if (between.length > 70) return null;
  const gap = withoutDates(between, endA, dates, reading);
  const before = text.slice(Math.max(0, startA - 80), startA);
  const after = text.slice(endB, endB + 24);
  const pair = (
    from: Measured,
    to: Measured,
    joint: Change['joint'],
    direction = directionOf(before, after, language),
  ): Pair => ({
    from,
    to,
    joint,
    direction,
    text: text.slice(startA, endB),
  });
  if (arrow.test(gap)) return pair(a, b, 'arrow');
  if (backwards.test(gap))
    return pair(
      b,
      a,
      'words',
      /down|fall|cut|decrease/.test(gap) ? 'down' : /up|rise|increase/.test(gap) ? 'up' : undefined,
    );
  if (onwards.test(gap)) return pair(a, b, 'words', upwards.test(gap) ? 'up' : 'down');
  if (fromBefore.test(gap) && toBefore.test(before) && directionOf(before, '', language) !== null)
    return pair(b, a, 'words');
  if (words.test(gap) && isChange(a, before, language)) return pair(a, b, 'words');
  if (
    /^(?:§)?(?: ?수준)?에서 ?(?:§ ?)?(?:[가-힣]{1,4} ){0,2}$/.test(gap) &&
    /^ ?(?:[가-힣]{1,4} ?)?(?:으로|로|까지)/.test(after)
  )
    return pair(a, b, 'words');
  if (lost.test(gap) && inOrder(dates[0], next) && /^ ?(?:in|for|\() ?$/.test(afterUpTo(after, next, endB, reading)))
    return pair(a, b, 'lost');
  if (gap === '' && a.kind === 'count' && a.noun !== null) return pair(a, b, 'lost');
  return null;
}

const arrow = /^[^.;。→⇒]{0,40}(?:→|⇒|➔|➜|⟶|->|=>)[^.;。→⇒]{0,30}$/;
const words =
  /^(?: (?:in |for |by )?§)?(?: (?:now|currently|today|last year|this year|the year before|at present))?(?:,? (?:per|a) (?:year|month|week|day|head|person))?(?:,)? to (?:(?:about|around|nearly|almost|over|up|some|no|at|more|less|least|most|than|just|a|of|under|below|above) ){0,3}$/;
const backwards =
  /^(?: (?:in |for |by )?§)?,? ?\(?(?:(?:up|down|a rise|a fall|an increase|a decrease|a drop|rising|falling|increased|raised|reduced) from|compared (?:with|to)) (?:about |around |the |nearly )?$/;
/** `rises to KRW 5 billion in 2026 from KRW 4 billion` */
const fromBefore = /^(?: (?:in |for |by )?§)?,? from (?:about |around |just |nearly |only )?$/;
const toBefore = /\bto (?:(?:about|around|nearly|almost|over|some|more|than|just) ){0,2}$/;
const onwards =
  /^(?: (?:in |for |by )?§)?,? (?:(?:then|later|now|and|will|to|which) ){0,2}(?:raised|reduced|increased|cut|lowered|(?:rise|fall|grow|drop|increase|decrease|climb|shrink)s?|rose|fell|grew|dropped) to (?:about |around |just |nearly )?$/;
const upwards = /raise|increase|rise|rose|grow|grew|climb/;
const lost = /^ (?:in|for|\() ?§\)? $/;

/** `A to B` is a change after `from`, in brackets, or under a verb of change; `a price of $2 to $4` is a range. */
function isChange(a: Measured, before: string, language: string): boolean {
  // `rises by R130 to R2 315`: by how much, and to what.
  if (/\bby (?:[a-z]+ ){0,2}$/i.test(before)) return false;
  if (/\bfrom (?:[a-z]+ ){0,3}$/i.test(before)) return true;
  return a.kind !== 'count' && (/\($/.test(before) || directionOf(before, '', language) !== null);
}

function withoutDates(between: string, start: number, dates: readonly DateFigure[], reading: Reading): string {
  let gap = between;
  for (const date of [...dates].reverse()) {
    const from = readingOffset(reading, date.start) - start;
    const to = readingOffset(reading, date.end) - start;
    if (from >= 0 && to <= between.length) gap = `${gap.slice(0, from)}§${gap.slice(to)}`;
  }
  return gap;
}

/** What stands between the second figure and the date that follows it. */
function afterUpTo(after: string, next: Figure | undefined, end: number, reading: Reading): string {
  if (next?.kind !== 'date') return '.';
  return after.slice(0, readingOffset(reading, next.start) - end);
}

/** Whether the first figure's date comes before the second's. */
function inOrder(first: DateFigure | undefined, second: Figure | undefined): boolean {
  if (first === undefined || second?.kind !== 'date') return false;
  const [a] = first.parts;
  const [b] = second.parts;
  return a.year !== undefined && b.year !== undefined ? a.year < b.year : false;
}

/** The direction of the verb before the pair in its clause, or after it in Korean. */
function directionOf(before: string, after: string, language: string): Change['direction'] {
  const { up, down } = languageOf(language).prose;
  if (language === 'ko' || language === 'ja') {
    const upAt = firstOf(after, up);
    const downAt = firstOf(after, down);
    return upAt === downAt ? null : upAt < downAt ? 'up' : 'down';
  }
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1).toLowerCase();
  const words = clause.split(/[^a-z-]+/);
  for (const word of words.reverse()) {
    if (up.includes(word)) return 'up';
    if (down.includes(word)) return 'down';
  }
  return null;
}

function firstOf(text: string, list: readonly string[]): number {
  let first = Infinity;
  for (const word of list) {
    const at = text.indexOf(word);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}

/** Puts the changes among the figures, each before its first end, and turns ends into indices. */
function* merged(figures: readonly Figure[], pairs: readonly Pair[]): Steps<Figure[]> {
  if (pairs.length === 0) return [...figures];
  const placeholders: Change[] = [];
  for (const [at, pair] of pairs.entries()) {
    placeholders.push(changeOf(pair));
    if (mayRest(at)) yield;
  }
  const all: Figure[] = [...figures, ...placeholders].sort(byStart);
  yield;
  const ends = new Set<Figure>();
  for (const { from, to } of pairs) ends.add(from).add(to);
  const index = new Map<Figure, number>();
  for (let at = 0; at < all.length; at++) if (ends.has(all[at]!)) index.set(all[at]!, at);
  const pairOfChange = new Map<Figure, Pair>(placeholders.map((change, at) => [change, pairs[at]!]));
  yield;
  return all.map((figure) => {
    const pair = figure.kind === 'change' ? pairOfChange.get(figure) : undefined;
    return pair === undefined || figure.kind !== 'change'
      ? figure
      : { ...figure, from: index.get(pair.from)!, to: index.get(pair.to)! };
  });
}

function changeOf({ from, to, joint, direction, text }: Pair): Change {
  const [first, last] = from.start < to.start ? [from, to] : [to, from];
  return {
    kind: 'change',
    start: first.start,
    end: last.end,
    text,
    node: null,
    block: first.block,
    cell: first.cell,
    from: -1,
    to: -1,
    ratio: ratioOf(from, to),
    joint,
    direction,
  };
}

function ratioOf(from: Measured, to: Measured): number | null {
  const [a, b] = [from, to].map(
    (figure) => (figure.value ?? 0) * (figure.kind === 'count' ? (lengths.get(figure.noun ?? '') ?? 1) : 1),
  ) as [number, number];
  return a > 0 && b >= 0 ? b / a - 1 : null;
}
