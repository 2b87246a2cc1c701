import { redate, redated, type Redate } from '../edits/redate';
import { dayOf, weekdayOf } from '../figures/calendar';
import type { DateFigure, DateParts } from '../figures/figure';
import { nodeAt } from '../outline/outline';
import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import { gather } from '../text/gather';
import { gathered, mayRest, rests, type InTurns, type Steps } from '../text/steps';
import type { Check, Draft, Fix, Translate } from './check';
import { bracketedEvent } from './bracketed-event';
import { edgeOfColumn } from './dated-columns';
import { datesInTwoLanguages } from './dates-in-two-languages';
import { englishEvent, handlesOf, labelEvent, likelySameEvent, sameEvent, type Event, type Part } from './event';
import { koreanDeadline, koreanDeed, koreanEvent, koreanEventsAfter, sidesBefore } from './korean-event';
import { likelyOneEvent } from './likely-dates';
import { namedAgain } from './named-again';
import { datesOfNamedCells } from './named-cells';
import { datesIn, passages, sentenceAt, type Passage, type Placed } from './passage';
import { endOf, isComparable, stretchConflicts, stretchesOf } from './stretches';
import { toldOfOneThing } from './told-dates';
import { mismatches } from './weekday-mismatch';

/** A date and what happens on it. */
interface Mention {
  readonly figure: DateFigure;
  readonly event: Event;
  /** Mentions of one sentence or row are two dates on purpose. */
  readonly place: string;
  /** Every date of a row that has several: each of its columns tells of another round or state of the thing. */
  readonly row: readonly DateFigure[];
}

export const dateConflict: Check = {
  code: 'date-conflict',
  says: 'One event has one date, wherever the plan names it.',
  because: 'Whoever reads only the summary, or only the timetable, comes on the wrong day.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The harbour shuttle starts on 14 May 2025.\n\nFares are free when the shuttle starts on 4 May 2025.',
      right: 'The harbour shuttle starts on 14 May 2025.\n\nFares are free when the shuttle starts on 14 May 2025.',
    },
  ],
  reads: [
    'Two dates are compared when the same thing begins, ends, takes place or is handed in; numbers, names and places must not tell them apart.',
    'A table’s row is compared with the sentence that has its label, a cell with the Korean sentence that names its row and its column right before a day; the halves of a bilingual text are compared paragraph by paragraph.',
    'Two stretches of days that begin on one day and are told with the same words end on one day too; the two days may stand in columns (`Starts`, `Ends`), whose heads say what happens on a day.',
    'A deadline and the day on which it is met, or a month and a day in it, agree.',
    'Of an English document the first 200 days are compared by the words that they share.',
    'Two days that the same telling words go with, and no third day, are worth a look: the finding is for information; so is the one day that a summary in another language has for itself.',
    'Days that differ in the month and the day may be those of two rounds: the finding is for information.',
  ],
  *find(plan, t) {
    const doubtful = new Set<DateFigure>((yield* gathered(mismatches(plan))).map(({ figure }) => figure));
    const told = new Set<DateFigure>();
    const accused = new Set([...doubtful].map(({ start }) => start));
    const mentions = (yield* mentionsOf(plan)).filter(({ figure }) => !doubtful.has(figure));
    const agreeing = byDays(mentions);
    for (const [cell, named] of yield* datesOfNamedCells(plan)) {
      if (told.has(named) || doubtful.has(cell) || doubtful.has(named)) continue;
      told.add(named);
      accused.add(cell.start).add(named.start);
      yield draftOf(plan, cell, named, agreeing, t);
    }
    for (const pair of conflictsAmong(mentions)) {
      if (pair === undefined) {
        yield;
        continue;
      }
      const [earlier, later] = pair;
      if (told.has(later.figure) || told.has(earlier.figure)) continue;
      told.add(later.figure);
      accused.add(earlier.figure.start).add(later.figure.start);
      yield draftOf(plan, earlier.figure, later.figure, agreeing, t);
    }
    const bilingual = bilingualConflicts(plan);
    yield;
    const others = [
      ...bilingual,
      ...(yield* toldOfOneThing(plan)),
      ...(yield* namedAgain(plan)),
      ...stretchConflicts(plan),
    ];
    for (const [first, second] of others) {
      if (told.has(first) || told.has(second) || doubtful.has(first) || doubtful.has(second)) continue;
      told.add(second);
      accused.add(first.start).add(second.start);
      yield draftOf(plan, first, second, agreeing, t);
    }
    for (const pair of [...datesInTwoLanguages(plan), ...(yield* gathered(likelyOneEvent(plan)))]) {
      const [first, second] = pair;
      if (accused.has(first.start) || accused.has(second.start)) continue;
      accused.add(first.start).add(second.start);
      yield { ...draftOf(plan, first, second, agreeing, t), severity: 'info' };
    }
  },
};

/** Each mention with the first before it that it contradicts; only mentions that share a word of their event are compared. */
function* conflictsAmong(mentions: readonly Mention[]): InTurns<readonly [Mention, Mention]> {
  const byHandle = new Map<string, number[]>();
  for (const [index, later] of mentions.entries()) {
    if (mayRest(index)) yield;
    let first = index;
    const agrees = (at: number): boolean =>
      sameDay(mentions[at]!, later) && sameEvent(mentions[at]!.event, later.event);
    for (const handle of handlesOf(later.event)) {
      const alike = byHandle.get(handle) ?? [];
      // What a sentence says in passing agrees with one of several rounds of the same thing.
      if (later.event.derived === true && later.event.korean && alike.some(agrees)) first = -1;
      // `Fellowships must be applied for by 16 March`, where a row has that day for their deadline.
      const isTold = !later.event.korean && later.event.context !== undefined;
      if (isTold && alike.some((at) => mentions[at]!.event.context === undefined && isSameDate(mentions[at]!, later)))
        first = -1;
      first = Math.min(first, alike.find((at) => at >= first || conflict(mentions[at]!, later)) ?? first);
      byHandle.set(handle, alike);
      alike.push(index);
    }
    if (first >= 0 && first < index) yield [mentions[first]!, later];
  }
}

/** The figures of the mentions by the days that they name. */
function byDays(mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<DateFigure>> {
  const found = new Map<string, Set<DateFigure>>();
  for (const { figure } of mentions) {
    const own = found.get(keyOf(figure));
    if (own === undefined) found.set(keyOf(figure), new Set([figure]));
    else own.add(figure);
  }
  return found;
}

function* mentionsOf(plan: PlanFacts): Steps<Mention[]> {
  const found: Mention[] = [];
  const labels = new Map<string, string>();
  const dated = new Map<string, DateFigure[]>();
  const all = passages(plan);
  const rest = rests();
  for (const passage of all) {
    if (rest()) yield;
    const row = passage.cell === null ? '' : `${passage.index}|${passage.cell.row}`;
    if (passage.cell !== null && datesIn(passage).length === 0 && /\p{L}{2}/u.test(passage.text) && !labels.has(row))
      labels.set(row, passage.text);
    if (passage.cell !== null) for (const { figure } of datesIn(passage)) gather(dated, row, figure);
  }
  // `Home Energy Team` in two rows is who does it, not what is done.
  const rowsOf = new Map<string, number>();
  const named = (row: string, label: string): string => `${row.slice(0, row.indexOf('|'))}|${label}`;
  for (const [row, label] of labels) rowsOf.set(named(row, label), (rowsOf.get(named(row, label)) ?? 0) + 1);
  for (const [row, label] of labels) if (rowsOf.get(named(row, label))! > 1) labels.delete(row);
  for (const passage of all) {
    if (rest()) yield;
    const { cell, index, text } = passage;
    const row = cell === null ? '' : `${index}|${cell.row}`;
    const dates = datesIn(passage).filter(({ figure }) => isComparable(figure));
    const bracketed = dates.length === 1 ? bracketedEvent(passage, dates[0]!) : null;
    if (bracketed !== null)
      found.push({ figure: dates[0]!.figure, event: bracketed, place: cell === null ? `${index}` : row, row: [] });
    if (cell !== null) {
      const label = labels.get(row);
      const event = label === undefined || datesIn(passage).length !== 1 ? null : inColumn(passage, labelEvent(label));
      const stretch = datesIn(passage)[0]?.figure;
      const inRow = event === null ? [] : (dated.get(row) ?? []);
      const end =
        event?.korean === true &&
        stretch?.parts.length === 2 &&
        /(?:접수|모집|신청|공모)(?:기간)?$/.test([...event.subject][0]!)
          ? endOf(plan, stretch)
          : null;
      if (event !== null && end !== null)
        found.push({ figure: end, event: { ...event, kind: 'end' }, place: row, row: inRow });
      if (event !== null && dates.length === 1 && isWhole(text, dates[0]!))
        found.push({ figure: dates[0]!.figure, event, place: row, row: inRow });
      continue;
    }
    if (passage.block.language === 'ko') {
      for (const { figure, start } of datesIn(passage)) {
        const end = figure.parts.length === 2 && figure.known !== 'open' ? endOf(plan, figure) : null;
        const event = end === null ? null : koreanDeadline(passage, start);
        if (event !== null)
          found.push({ figure: end!, event, place: `${index}|${sentenceAt(passage, start).start}`, row: [] });
      }
      for (const [start, last] of stretchesOf(passage)) {
        const event = koreanDeadline(passage, start.start);
        if (event !== null)
          found.push({
            figure: last.figure,
            event,
            place: `${index}|${sentenceAt(passage, start.start).start}`,
            row: [],
          });
      }
    }
    for (const date of dates)
      for (const event of eventsOf(passage, date, partOf(plan, date.figure)))
        found.push({ figure: date.figure, event, place: `${index}|${sentenceAt(passage, date.start).start}`, row: [] });
  }
  return found;
}

/** `Summer school` under `Starts`: the row names what it is that starts. */
function inColumn(passage: Passage, event: Event | null): Event | null {
  const edge = event === null || event.korean || event.kind !== null ? null : edgeOfColumn(passage);
  return edge === null ? event : { ...event!, kind: edge, byColumn: true };
}

/** What happens on a date of the passage, by its clause or by the heading above. */
function eventsOf(passage: Passage, date: Placed<DateFigure>, part: Part | null): readonly Event[] {
  const told =
    passage.block.language === 'ko'
      ? [...koreanEventsAfter(passage, date), koreanDeed(passage, date), koreanEvent(passage, date)]
      : [englishEvent(passage, date, part)];
  const sides = passage.block.language === 'ko' ? sidesBefore(passage, date) : [];
  return told.flatMap((event) =>
    event === null ? [] : [sides.length === 0 ? event : { ...event, names: new Set([...event.names, ...sides]) }],
  );
}

/** The innermost part that holds the date. */
const partOf = ({ outline }: PlanFacts, { node }: DateFigure): Part | null =>
  node === null ? null : (nodeAt(outline, node) ?? null);

/** A cell that holds the date and little else. */
const isWhole = (text: string, { start, end }: Placed): boolean => text.length - (end - start) <= 12;

const isSameDate = ({ figure: x }: Mention, { figure: y }: Mention): boolean =>
  x.start !== y.start && x.granularity === 'day' && y.granularity === 'day' && x.to === y.to;

const sameDay = ({ figure: x }: Mention, { figure: y }: Mention): boolean =>
  (x.from ?? x.to!) <= y.to! && (y.from ?? y.to!) <= x.to!;

/** `Call for volunteers` and `Deadline for volunteers`, two rows of one timetable: labels that differ name two things. */
function areOtherRows({ event: a, place: one }: Mention, { event: b, place: other }: Mention): boolean {
  if (a.korean || b.korean || a.context !== undefined || b.context !== undefined) return false;
  const isOneTable = one.slice(0, one.indexOf('|')) === other.slice(0, other.indexOf('|'));
  return isOneTable && (a.subject.size !== b.subject.size || [...a.subject].some((word) => !b.subject.has(word)));
}

/** `제2회 필기시험은 9월 5일`, and a row `필기시험 | 3. 7. | 9. 5.`: another of its columns says the same. */
const isInRow = ({ figure }: Mention, { row }: Mention): boolean => row.some(({ to }) => to === figure.to);

function conflict(a: Mention, b: Mention): boolean {
  const [x, y] = [a.figure, b.figure];
  if (a.place === b.place || areOtherRows(a, b) || isInRow(a, b) || isInRow(b, a)) return false;
  const [xFrom, yFrom] = [x.from ?? x.to!, y.from ?? y.to!];
  if (xFrom <= y.to! && yFrom <= x.to!) return false;
  // Another year is another round, or a fault that shows elsewhere.
  if (x.to!.slice(0, 4) !== y.to!.slice(0, 4)) return false;
  if (isMetInTime(x, y) || isMetInTime(y, x)) {
    const isRow = (x.relation === 'by' ? b : a).event.context === undefined;
    return !a.event.korean && isRow && isTenOff(x, y) && sameEvent(a.event, b.event);
  }
  return sameEvent(a.event, b.event) || (isSlip(x, y) && likelySameEvent(a.event, b.event));
}

/** `by 28 November`, and the 18th in the timetable: in time, and yet a digit off. */
const isMetInTime = (deadline: DateFigure, day: DateFigure): boolean =>
  deadline.relation === 'by' && day.relation !== 'by' && day.to! <= deadline.to!;

/** Two days of one month with one digit in common, the last. */
const isTenOff = (a: DateFigure, b: DateFigure): boolean =>
  isSlip(a, b) && a.to!.slice(5, 7) === b.to!.slice(5, 7) && a.to!.at(-1) === b.to!.at(-1);

/** Two days of one year that differ in the day or in the month, not in both. */
function isSlip({ to: a, granularity: one }: DateFigure, { to: b, granularity: other }: DateFigure): boolean {
  if (one !== 'day' || other !== 'day' || a === null || b === null) return false;
  return a.slice(0, 4) === b.slice(0, 4) && (a.slice(5, 7) === b.slice(5, 7)) !== (a.slice(8) === b.slice(8));
}

function draftOf(
  plan: PlanFacts,
  first: DateFigure,
  second: DateFigure,
  agreeing: ReadonlyMap<string, ReadonlySet<DateFigure>>,
  t: Translate,
): Draft {
  const agrees = (figure: DateFigure): number => {
    const same = agreeing.get(keyOf(figure));
    return same === undefined ? 0 : same.size - (same.has(figure) ? 1 : 0);
  };
  const ways = [take(plan, second, first, t), take(plan, first, second, t)].filter((fix) => fix !== null);
  if (agrees(second) > agrees(first)) ways.reverse();
  return {
    start: second.start,
    end: second.end,
    // A day that no slip of the pen made out of the other may be that of another round, and one before a deadline is met.
    ...(isSlip(first, second) && !isMetInTime(first, second) && !isMetInTime(second, first)
      ? {}
      : { severity: 'info' as const }),
    message: t('“{0}” here, “{1}” elsewhere for the same event.', second.text, first.text),
    related: [{ start: first.start, end: first.end, message: first.text }],
    fixes: ways.map((fix, index) => ({ ...fix, preferred: index === 0 })),
  };
}

/** The fix that writes the other date here, in the hand of this one; null where a part that differs is not written. */
function take(plan: PlanFacts, here: DateFigure, other: DateFigure, t: Translate): Fix | null {
  const ends: [DateParts | undefined, string | null][] =
    here.parts.length === 1
      ? [[here.parts[0], other.to]]
      : [
          [here.parts[0], other.from],
          [here.parts[1], other.to],
        ];
  const edits = [];
  let title = '';
  for (const [part, iso] of ends) {
    const day = iso === null ? null : dayOf(iso);
    if (part === undefined || day === null) return null;
    const to: Redate = {
      ...(part.year === undefined ? {} : { year: day.year }),
      ...(part.month === undefined ? {} : { month: day.month }),
      ...(part.day === undefined ? {} : { day: day.day }),
      ...(part.weekday === undefined ? {} : { weekday: weekdayOf(iso!)! }),
    };
    const changed = redate(plan.source, part, to);
    if (changed === null) return null;
    if (changed.length > 0) title = redated(plan.source, part, changed);
    edits.push(...changed);
  }
  return edits.length === 0 ? null : { title: t('Write {0}', title), preferred: false, edits };
}

/** Paragraphs that stand side by side in two languages, and name the same dates but for one. */
function bilingualConflicts(plan: PlanFacts): [DateFigure, DateFigure][] {
  const all = [...passages(plan)].filter(({ cell }) => cell === null);
  const adjacent = all.flatMap((passage, index): [Passage, Passage][] => {
    const next = all[index + 1];
    return next !== undefined && areHalves(passage.block, next.block) ? [[passage, next]] : [];
  });
  // One language comes first throughout.
  const koreanFirst = adjacent.filter(([first]) => first.block.language === 'ko').length * 2 >= adjacent.length;
  const pairs = adjacent.filter(([first]) => (first.block.language === 'ko') === koreanFirst);
  const dated = pairs.map(([a, b]) => [surely(a), surely(b)] as const).filter(([a, b]) => a.length + b.length > 0);
  // Only where the text is bilingual throughout are two paragraphs on end translations.
  if (pairs.length < 3 || dated.filter(([a, b]) => a.length === b.length).length * 2 < dated.length) return [];
  return dated.flatMap(([a, b]): [DateFigure, DateFigure][] => {
    if (a.length !== b.length) return [];
    const onlyA = a.filter((date) => !b.some((other) => keyOf(other) === keyOf(date)));
    const onlyB = b.filter((date) => !a.some((other) => keyOf(other) === keyOf(date)));
    const [one, other] = [onlyA[0], onlyB[0]];
    const single = onlyA.length === 1 && onlyB.length === 1 && one?.granularity === other?.granularity;
    return single ? [[one!, other!]] : [];
  });
}

const areHalves = (a: Block, b: Block): boolean =>
  a.kind === b.kind && a.language !== b.language && (a.language === 'ko' || b.language === 'ko');

const surely = (passage: Passage): DateFigure[] =>
  datesIn(passage)
    .map(({ figure }) => figure)
    .filter((figure) => figure.to !== null && figure.known !== 'open');

const keyOf = ({ from, to }: DateFigure): string => `${from ?? ''}/${to ?? ''}`;
