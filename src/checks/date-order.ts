import { redate, writtenDay } from '../edits/redate';
import { isoOf, weekdayOf, type Day } from '../figures/calendar';
import type { DateFigure, DateParts, Figure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import type { Around, Check, Draft, Fix, Translate } from './check';
import type { Block } from '../text/block';
import { gather } from '../text/gather';
import { readingOffset } from '../text/reading';
import { mayRest, type Steps } from '../text/steps';
import { namesStep } from './event';
import { figuresIn } from './figures-in';
import { datesIn, type Passage, type Placed } from './passage';
import { rankedSteps, stepsReversed } from './steps-in-order';

export const dateOrder: Check = {
  code: 'date-order',
  says: 'What comes first has the earlier date.',
  because: 'A deadline before its start, or a step out of turn in a timetable, cannot be kept.',
  severity: 'info',
  examples: [
    {
      wrong: 'Applications are taken from 26 April 2024 until 1 April 2024.',
      right: 'Applications are taken from 1 April 2024 until 26 April 2024.',
    },
    {
      wrong: '접수: 2024. 4. 26.부터 2024. 4. 1.까지',
      right: '접수: 2024. 4. 1.부터 2024. 4. 26.까지',
      language: 'ko',
    },
  ],
  reads: [
    'Two dates joined by “from … to” or “부터 … 까지”; the date column of a table, or dated list items, whose other rows all go forward; not where a row is out of turn in two columns.',
    'The rows of a table whose dates go forward from column to column in all rows but one.',
    'Work that is begun and, later in the sentence, done: `… 착공해 … 준공한다`, where both bear their years; steps of one purchase, `tenders … contract … delivered`, three or more in a sentence.',
    'Three list items or more whose labels are steps of a procedure (`서류심사: …`, `Award: …`).',
  ],
  *findIn(passage, plan, t) {
    yield* reversed(plan, passage, t);
    if (passage.cell === null) {
      const pairs = [...stepsOf(plan, passage, t)];
      yield* pairs;
      if (pairs.length === 0)
        yield* outOfTurn(
          rankedSteps(passage).map((dates) => ({ dates, steps: true })),
          t,
        );
      for (const [a, b] of stepsReversed(passage)) yield laterFirst(plan, a, b, t);
      yield* outOfTurn(chainsIn(passage), t);
    }
  },
  *find(plan, t) {
    for (const [index, block] of plan.blocks.entries()) {
      if (mayRest(index)) yield;
      if (block.table !== null) yield* outOfTurnInTable(figuresIn(plan, index), block.table.rows.length, t);
    }
    yield* outOfTurn(yield* listsOf(plan), t);
  },
};

const opens =
  /\b(?:opens?|opened|launch(?:es|ed)?|starts?|started|begins?|began|commences?|calls? for \w+|tenders?)\b[^.;:]{0,40}$/i;
const closes =
  /^[^.;:]{0,50}\b(?:close[sd]?|ends?|ended|award(?:s|ed)?|complet(?:e|es|ed|ion)|finish(?:es|ed)?|conclude[sd]?|signed)\b[^.;:]{0,24}$/i;

/** `The contract will be awarded in A, and building starts in B` */
const procures = /\b(?:awarded|signed|let|tendered|approved|chosen|selected|bought|acquired)\b[^.;:,]{0,24}$/i;
const builds =
  /^,? (?:(?:and|then|and then|before|after which) )?(?:the )?(?:building|construction|works?|drilling|installation|delivery|operation|service)s? (?:on site )?(?:will |is to |are to )?(?:starts?|begins?|commences?)\b[^.;:]{0,16}$/i;

/** `Applications open on A and close on B`, `launch in February, award in June`: the first step lies after the second. */
function* stepsOf(plan: Around, passage: Passage, t: Translate): Generator<Draft> {
  if (passage.block.language !== 'en') return;
  const dates = datesIn(passage);
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    if (next === undefined || !isDated(date.figure) || !isDated(next.figure)) continue;
    if (date.figure.granularity !== next.figure.granularity || startOf(date.figure) <= startOf(next.figure)) continue;
    const from = Math.max(dates[index - 1]?.end ?? 0, date.start - 60);
    const [before, between] = [passage.text.slice(from, date.start), passage.text.slice(date.end, next.start)];
    const areSteps = (opens.test(before) && closes.test(between)) || (procures.test(before) && builds.test(between));
    if (areSteps) yield laterFirst(plan, date.figure, next.figure, t);
  }
}

/** The first of two steps lies after the second. */
function laterFirst(plan: Around, a: DateFigure, b: DateFigure, t: Translate): Draft {
  const fix = swapped(plan, a, b, t) ?? exchanged(plan, a, b, t);
  return {
    start: a.start,
    end: b.end,
    message: t('{0} lies after {1}.', a.text, b.text),
    fixes: fix === null ? [] : [fix],
  };
}

/** The two mentions as they are written, each in the other's place. */
function exchanged({ source }: Around, a: DateFigure, b: DateFigure, t: Translate): Fix | null {
  if (a.parts.length > 1 || b.parts.length > 1) return null;
  return {
    title: t('Swap the two dates'),
    preferred: true,
    edits: [
      { start: a.start, end: a.end, newText: source.slice(b.start, b.end) },
      { start: b.start, end: b.end, newText: source.slice(a.start, a.end) },
    ],
  };
}

const until =
  /^\s?(?:\([월화수목금토일](?:요일)?\))?,?\s?(?:to|until|till|through|부터|[-–—~∼〜～])\s?(?:[A-Z][a-z]{2,8},? )?$/;

/** A start that lies after its end. */
function* reversed(plan: Around, passage: Passage, t: Translate): Generator<Draft> {
  const dates = datesIn(passage);
  for (const [index, date] of dates.entries()) {
    const draft = reversedRange(plan, date.figure, t);
    if (draft !== null) yield draft;
    const next = dates[index + 1];
    if (next === undefined || !joins(passage.text, date, next)) continue;
    const [a, b] = [date.figure, next.figure];
    if (a.from === null || b.to === null || a.from <= b.to || a.parts.length > 1 || b.parts.length > 1) continue;
    // Over New Year the second year is simply not written.
    if (b.parts[0].year === undefined && a.parts[0].month !== undefined && a.parts[0].day === undefined) continue;
    const fix = swapped(plan, a, b, t);
    yield {
      start: a.start,
      end: b.end,
      message: t('{0} lies after {1}.', a.text, b.text),
      fixes: fix === null ? [] : [fix],
    };
  }
}

/** One expression with two full ends: `26 April 2024 until 1 April 2024`. */
function reversedRange(plan: Around, figure: DateFigure, t: Translate): Draft | null {
  const [first, last] = figure.parts;
  if (last === undefined || figure.from === null || figure.to === null || figure.from <= figure.to) return null;
  if (first.day === undefined || last.day === undefined || (last.year === undefined && first.year === undefined))
    return null;
  const [a, b] = [writtenDay(figure, 0), writtenDay(figure, 1)];
  const edits = a === null || b === null ? [] : [put(plan, first, b), put(plan, last, a)];
  const fixes =
    edits.length === 0 || edits.some((list) => list === null)
      ? []
      : [{ title: t('Swap the two dates'), preferred: true, edits: edits.flatMap((list) => list ?? []) }];
  const shown = (part: DateParts): string => plan.source.slice(part.start, part.end).replace(/\s+/g, ' ');
  return { start: figure.start, end: figure.end, message: t('{0} lies after {1}.', shown(first), shown(last)), fixes };
}

function joins(text: string, a: Placed, b: Placed): boolean {
  const gap = text.slice(a.end, b.start);
  if (gap.length > 20 || !until.test(gap)) return false;
  return (
    /부터|until|through|till/.test(gap) ||
    /(?:from|between)\s(?:[A-Z][a-z]+day,? )?(?:the )?$/.test(text.slice(Math.max(0, a.start - 24), a.start)) ||
    /[~∼〜～]/.test(gap)
  );
}

/** The two dates, each written in the other's place; a year that only the first bears stays there. */
function swapped(plan: Around, a: DateFigure, b: DateFigure, t: Translate): Fix | null {
  const [x, y] = [writtenDay(a, 0), writtenDay(b, 0)];
  if (x === null || y === null) return null;
  const edits = [put(plan, a.parts[0], y), put(plan, b.parts[0], x)];
  if (edits.some((list) => list === null)) return null;
  return { title: t('Swap the two dates'), preferred: true, edits: edits.flatMap((list) => list ?? []) };
}

function put(plan: Around, part: DateParts, { year, month, day }: Day): ReturnType<typeof redate> {
  return redate(plan.source, part, {
    ...(part.year === undefined ? {} : { year }),
    ...(part.month === undefined ? {} : { month }),
    day,
    ...(part.weekday === undefined ? {} : { weekday: weekdayOf(isoOf(year, month, day) ?? '')! }),
  });
}

/** One column or list of dates, in the order in which they stand; `steps`: their labels are steps of one procedure. */
interface Run {
  readonly dates: readonly DateFigure[];
  readonly steps: boolean;
}

/**
 * A single date out of turn among at least three that go forward, or two where these are steps; where either of two could
 * be it, the later one.
 */
function* outOfTurn(runs: readonly Run[], t: Translate): Generator<Draft> {
  for (const { dates: run, steps } of runs) {
    if (run.length < (steps ? 3 : 4)) continue;
    const drops = run.filter((figure, index) => index > 0 && startOf(figure) < startOf(run[index - 1]!));
    if (drops.length !== 1) continue;
    const at = run.indexOf(drops[0]!);
    const stray = [at, at - 1].find((index) => ascends(run.filter((_, other) => other !== index)));
    if (stray === undefined) continue;
    const figure = run[stray]!;
    const before = run[stray === at ? at - 1 : at]!;
    yield {
      start: figure.start,
      end: figure.end,
      message: t('{0} stands out of turn: the dates around it go forward.', figure.text),
      related: [{ start: before.start, end: before.end, message: before.text }],
    };
  }
}

/**
 * Where one row is out of turn in two columns or more, its dates agree with one another: the rows stand in another order.
 */
function* outOfTurnInTable(figures: readonly Figure[], height: number, t: Translate): Generator<Draft> {
  const drafts = [...outOfTurn(columnsOf(figures, height), t)];
  const along = [...outOfTurn(stepsAcross(figures), t)];
  for (const draft of along) if (!drafts.some(({ start }) => start === draft.start)) yield draft;
  const rows = new Map(figures.map(({ start, cell }) => [start, cell?.row]));
  for (const draft of drafts)
    if (!drafts.some((other) => other !== draft && rows.get(other.start) === rows.get(draft.start))) yield draft;
}

/**
 * Rounds with a row each, `회차 | 접수 | 시험 | 발표`, and their steps from column to column: the one row that does not go
 * forward, where two others or more do.
 */
function stepsAcross(figures: readonly Figure[]): Run[] {
  const rows = new Map<number, Map<number, DateFigure>>();
  for (const figure of figures) {
    if (figure.cell === null || figure.kind !== 'date' || !isDated(figure)) continue;
    const cells = rows.get(figure.cell.row) ?? new Map<number, DateFigure>();
    rows.set(figure.cell.row, cells);
    if (!cells.has(figure.cell.column)) cells.set(figure.cell.column, figure);
  }
  const runs = [...rows.values()].map((cells) => ({ dates: [...cells.values()], steps: true }));
  const most = Math.max(0, ...runs.map(({ dates }) => dates.length));
  const strays = runs.filter(({ dates }) => !ascends(dates));
  const isOrdered = most >= 3 && runs.length >= 3 && runs.every(({ dates }) => dates.length === most);
  return isOrdered && strays.length === 1 ? strays : [];
}

const startOf = (figure: DateFigure): string => figure.from ?? figure.to ?? '';

const ascends = (run: readonly DateFigure[]): boolean =>
  run.every((figure, index) => index === 0 || startOf(figure) >= startOf(run[index - 1]!));

/** The columns of a table whose cells hold one dated day, month or range each. */
function columnsOf(figures: readonly Figure[], height: number): Run[] {
  const columns = new Map<number, Map<number, DateFigure[]>>();
  for (const figure of figures) {
    if (figure.cell === null || figure.kind !== 'date' || !isDated(figure)) continue;
    const rows = columns.get(figure.cell.column) ?? new Map<number, DateFigure[]>();
    columns.set(figure.cell.column, rows);
    gather(rows, figure.cell.row, figure);
  }
  return [...columns.values()].flatMap((rows) => {
    const filled = [...rows.values()];
    // In half of the rows or more; otherwise the column is about something else.
    return filled.length * 2 >= height ? [{ dates: filled.map((row) => row[0]!), steps: false }] : [];
  });
}

/** `설계 ’26. 2. → 착공 ’26. 4. → 준공 ’26. 10.`, `4. 20.(월) 입찰 공고, 6. 5.(금) 계약, 11. 16.(월) 시범 운영`: steps in one line. */
function chainsIn(passage: Passage): Run[] {
  const { text } = passage;
  const all = datesIn(passage);
  if (all.length < 3) return [];
  const arrows = all.filter(({ figure }) => isDated(figure));
  const isArrowed = arrows.every(
    ({ start }, at) =>
      at === 0 || /^\.?[^.;→⇒]{0,30}(?:→|⇒|▶)[^.;→⇒]{0,24}$/.test(text.slice(arrows[at - 1]!.end, start)),
  );
  const isListed = arrows.every(
    ({ start }, at) => at === 0 || /^(?:\([^)]{1,6}\))? [가-힣 ]{2,16}, $/.test(text.slice(arrows[at - 1]!.end, start)),
  );
  // `2025. 2. 10.(월) 입찰을 공고해 2025. 3. 26.(수) 개찰하고 2025. 5. 19.(월) 착공한다`
  const isTold = arrows.every(
    ({ start }, at) =>
      at === 0 ||
      /^(?:\([^)]{1,6}\))?(?:에|까지)?\s[가-힣 ]{2,16}(?:해|하고|하며|하여|되고|[한된] [뒤후]|거쳐),? $/.test(
        text.slice(arrows[at - 1]!.end, start),
      ),
  );
  return arrows.length >= 3 && (isArrowed || isListed || isTold || isFollowed(text, arrows))
    ? [{ dates: arrows.map(({ figure }) => figure), steps: true }]
    : [];
}

const goesOn =
  /^,? (?:and )?(?:then )?[^.;:()\d]{3,60} (?:in|on|by|from) (?:early |mid-|late )?(?:[A-Z][a-z]+day,? )?$/;
const saysNext = /\b(?:follows?|following|then|next|after that|afterwards|later|finally)\b/;

/** `Track laying starts in April, test runs follow in July, and the line opens in September`: dates that are said to follow. */
function isFollowed(text: string, dates: readonly Placed[]): boolean {
  const gaps = dates.slice(1).map(({ start }, at) => text.slice(dates[at]!.end, start));
  return gaps.every((gap) => goesOn.test(gap)) && gaps.some((gap) => saysNext.test(gap));
}

/** Runs of list items that each begin with a date, or with a label and a date: `○ 서류심사: 2026. 3. 4.(수)`. */
function* listsOf(plan: PlanFacts): Steps<Run[]> {
  const runs: Run[] = [];
  let open: DateFigure[] = [];
  let labels: string[] = [];
  let last: Block | null = null;
  const close = (): void => {
    const steps = labels.filter((label) => namesStep.test(label)).length;
    if (open.length > 0) runs.push({ dates: open, steps: labels.length > 0 && steps * 2 > labels.length });
    [open, labels] = [[], []];
  };
  for (const [index, block] of plan.blocks.entries()) {
    if (mayRest(index)) yield;
    const first = block.kind === 'item' ? figuresIn(plan, index)[0] : undefined;
    const at = first?.kind === 'date' && isDated(first) ? readingOffset(block.reading, first.start) : null;
    const label = at === null ? null : labelOf(block.reading.text.slice(0, at));
    if (
      label === null ||
      (open.length > 0 && ((label === '') !== (labels.length === 0) || last?.depth !== block.depth))
    )
      close();
    if (label === null) continue;
    open.push(first as DateFigure);
    if (label !== '') labels.push(label);
    last = block;
  }
  close();
  return runs;
}

/** What stands before the date: nothing, or a label with its colon; null where it is a sentence. */
function labelOf(text: string): string | null {
  if (text.length <= 3) return '';
  return (
    /^\s?[(（]?([^.:：()]{2,20}?)\s?[)）]?\s?[:：]\s*$/.exec(text)?.[1] ??
    /^[(（]([^.:：()]{2,20})[)）]\s*$/.exec(text)?.[1] ??
    null
  );
}

const isDated = (figure: DateFigure): boolean =>
  figure.known !== 'open' &&
  (figure.granularity === 'day' || figure.granularity === 'month' || figure.parts.length === 2) &&
  startOf(figure) !== '';
