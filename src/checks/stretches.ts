import { contentWords, sharedWords } from '../ledger/subject';
import type { DateFigure, DateParts } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { edgeOfColumn } from './dated-columns';
import { datesIn, passages, sentenceAt, type Passage, type Placed } from './passage';

/** A stretch of days, and the words that tell what goes on in it. */
interface Stretch {
  /** Its first and its last day, as dates of their own. */
  readonly first: DateFigure;
  readonly last: DateFigure;
  readonly words: ReadonlySet<string>;
  /** Block and row, or block and sentence: two stretches of one place are two on purpose. */
  readonly place: string;
  /** Its two days stand in two columns, `Starts` and `Ends`. */
  readonly inColumns: boolean;
}

/**
 * Pairs of last days of two stretches that begin on one day, are told with the same words and end on different days of
 * one year: `동호회는 6월 16일(월)부터 7월 4일(금)까지 모집하며`, and a row `6. 16.(월) ~ 7. 11.(금) | 동호회 모집`. First days where
 * one of the stretches stands in two columns of a table: `| Summer school | 5 July | 30 July |`.
 */
export function stretchConflicts(plan: PlanFacts): [DateFigure, DateFigure][] {
  const all = stretchesOfPlan(plan);
  const ofLast = pairsBy(all, 'first').flatMap(([a, b]): [DateFigure, DateFigure][] =>
    areTwo(a.last, b.last) ? [[a.last, b.last]] : [],
  );
  const ofFirst = pairsBy(all, 'last').flatMap(([a, b]): [DateFigure, DateFigure][] =>
    a.inColumns !== b.inColumns && areTwo(a.first, b.first) ? [[a.first, b.first]] : [],
  );
  return [...ofLast, ...ofFirst];
}

/** The two stretches that share a first or a last day, where no third does, told with the same words. */
function pairsBy(all: readonly Stretch[], edge: 'first' | 'last'): [Stretch, Stretch][] {
  const byDay = new Map<string, Stretch[]>();
  for (const stretch of all) gather(byDay, stretch[edge].to!, stretch);
  return [...byDay.values()].flatMap(([a, b, more]): [Stretch, Stretch][] => {
    if (a === undefined || b === undefined || more !== undefined || a.place === b.place) return [];
    const shared = sharedWords(a.words, b.words);
    return shared >= 2 && shared * 2 >= Math.min(a.words.size, b.words.size) ? [[a, b]] : [];
  });
}

const areTwo = ({ to: a }: DateFigure, { to: b }: DateFigure): boolean => a !== b && a!.slice(0, 4) === b!.slice(0, 4);

function stretchesOfPlan(plan: PlanFacts): Stretch[] {
  const found: Stretch[] = [];
  const rows = new Map<string, string>();
  const all = passages(plan);
  for (const { cell, index, text } of all)
    if (cell !== null) rows.set(`${index}|${cell.row}`, `${rows.get(`${index}|${cell.row}`) ?? ''} ${text}`);
  let begun: { readonly place: string; readonly first: DateFigure } | null = null;
  for (const passage of all) {
    const { cell, index } = passage;
    const rowPlace = cell === null ? '' : `${index}|${cell.row}`;
    const edge = cell === null ? null : edgeOfColumn(passage);
    const day = edge === null ? undefined : onlyDay(passage);
    if (edge === 'start' && day !== undefined) begun = { place: rowPlace, first: day };
    const isWhole = edge === 'end' && day !== undefined && begun?.place === rowPlace;
    const inColumns = isWhole ? [{ first: begun!.first, last: day, start: 0 }] : [];
    for (const { first, last, start } of [
      ...wholeStretches(plan, passage),
      ...pairedStretches(passage),
      ...inColumns,
    ]) {
      const sentence = sentenceAt(passage, start);
      const place = cell === null ? `${index}|${sentence.start}` : rowPlace;
      const text = cell === null ? passage.text.slice(sentence.start, sentence.end) : rows.get(place)!;
      const words = contentWords(text.replace(calendar, ' '));
      found.push({ first, last, words, place, inColumns: inColumns.length > 0 });
    }
  }
  return found;
}

/** The one day that a cell holds. */
function onlyDay(passage: Passage): DateFigure | undefined {
  const [date, more] = datesIn(passage);
  const isDay = date !== undefined && more === undefined && isComparable(date.figure);
  return isDay && date.figure.granularity === 'day' ? date.figure : undefined;
}

/** Days and their weekdays tell nothing of what goes on. */
const calendar = /\d{1,2}월|\d{1,2}일|\([월화수목금토일]\)|(?:19|20)\d\d년/g;

type Ends = { readonly first: DateFigure; readonly last: DateFigure; readonly start: number };

/** `6. 16.(월) ~ 7. 11.(금)` read as one figure. */
const wholeStretches = (plan: PlanFacts, passage: Passage): Ends[] =>
  datesIn(passage).flatMap(({ figure, start }) => {
    const isStretch = figure.parts.length === 2 && figure.known !== 'open';
    const [first, last] = isStretch ? [beginningOf(plan, figure), endOf(plan, figure)] : [null, null];
    return first === null || last === null ? [] : [{ first, last, start }];
  });

const pairedStretches = (passage: Passage): Ends[] =>
  stretchesOf(passage).flatMap(([first, last]) =>
    first.figure.granularity === 'day' && last.figure.granularity === 'day' && first.figure.from !== null
      ? [{ first: first.figure, last: last.figure, start: first.start }]
      : [],
  );

/** Two dates that are the ends of one stretch: `2026. 2. 9.(월) 09:00 ~ 2. 27.(금)`, `2월 21일(수)부터 3월 15일(금)`. */
export function stretchesOf(passage: Passage): [Placed<DateFigure>, Placed<DateFigure>][] {
  const dates = datesIn(passage);
  return dates.flatMap((last, at): [Placed<DateFigure>, Placed<DateFigure>][] => {
    const first = dates[at - 1];
    const between = first === undefined ? '' : passage.text.slice(first.end, last.start);
    const joint = /^(?:\([^)]{1,6}\))?\s?(?:\d{1,2}:\d\d|(?:오전|오후)?\s?\d{1,2}시)?\s?(?:부터\s|[~∼〜～]\s?)$/.test(
      between,
    );
    return joint && first !== undefined && isComparable(last.figure) ? [[first, last]] : [];
  });
}

/** The last day of a stretch of time as a date of its own; null where it names no day. */
export const endOf = (plan: PlanFacts, figure: DateFigure): DateFigure | null =>
  (figure.from ?? '') > (figure.to ?? '') ? null : dayOfStretch(plan, figure, figure.parts.at(-1)!, figure.to);

/** Its first day. */
export const beginningOf = (plan: PlanFacts, figure: DateFigure): DateFigure | null =>
  (figure.from ?? '') > (figure.to ?? '') ? null : dayOfStretch(plan, figure, figure.parts[0], figure.from);

function dayOfStretch(
  { source }: PlanFacts,
  figure: DateFigure,
  part: DateParts,
  day: string | null,
): DateFigure | null {
  if (part.day === undefined || day === null) return null;
  const { start, end } = part;
  const text = source.slice(start, end);
  return { ...figure, start, end, text, parts: [part], from: day, to: day, granularity: 'day' };
}

/** A single day or month, surely dated. */
export const isComparable = (figure: DateFigure): boolean =>
  figure.parts.length === 1 &&
  (figure.granularity === 'day' || figure.granularity === 'month') &&
  figure.to !== null &&
  figure.known !== 'open' &&
  figure.approximate !== true;
