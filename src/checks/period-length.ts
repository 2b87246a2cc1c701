import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { flatMapped, rests, type InTurns } from '../text/steps';
import type { Check, Draft, Translate } from './check';
import { durationsIn, type Duration } from './duration';
import { lengthDraft, lengthDraftOf, yearsDraft, type PlacedSpan } from './length-drafts';
import { isYears, lengthIn } from './length-of-span';
import { passages, passagesWhere, type Passage } from './passage';
import { isBetween, isOf, isTerm, partnerOf } from './span-of-duration';
import { spreads, tableOf, yearTables } from './spread-years';
import { timeSpansIn } from './time-span';

export const periodLength: Check = {
  code: 'period-length',
  says: 'A stated length of time equals the time from its first to its last date.',
  because: 'A plan for five years that names four is short of a year of money or of work.',
  severity: 'warning',
  examples: [
    { wrong: 'The five-year plan (2024–2027) is under way.', right: 'The five-year plan (2024–2028) is under way.' },
    { wrong: '3개년 계획(2024~2025)에 따른다.', right: '3개년 계획(2024~2026)에 따른다.', language: 'ko' },
  ],
  reads: [
    'Years, months and days are counted with both ends: 2024 to 2028 are five years, 13 to 17 May are five days.',
    'Weeks and months from date to date are loose by a few days; a whole year may end on the last day or on the same day.',
    '2024 to 2025 may be one year or two; fiscal years count as years.',
  ],
  *find(plan, t) {
    yield* ofWholePlan(plan, t);
    yield* ofYearTables(plan, t);
    yield* ofListedYears(plan, t);
    yield* ofRows(plan, t);
  },
  *findIn(passage, plan, t) {
    const spans = timeSpansIn(passage);
    if (spans.length === 0) return;
    const durations = durationsIn(passage.text);
    for (const duration of durations) {
      const span = partnerOf(passage, duration, spans);
      // `for taxis aged 10 years, lasts 18 months, from …`: the dates belong to the nearer length.
      if (span === undefined || durations.some((other) => isBetween(other, duration, span))) continue;
      // `the four-year programme (2025–2028) into deliverables for one year`: the dates have their length before them.
      if (durations.some((other) => other !== duration && isOf(passage, other, span, spans))) continue;
      const real = lengthIn(span, duration);
      if (real === duration.value + 1 && isYears(span) && isTerm(passage.text, duration, span)) continue;
      if (real !== null && real !== 'fits') yield lengthDraft(plan, passage, duration, span, real, t);
    }
  },
};

/** Nouns by which a plan speaks of itself. */
const planNouns = '(?:plan|programme|program|strategy|framework|masterplan|budget)';
const namesPlan = new RegExp(`\\b${planNouns}\\b`);
const ownPlan = new RegExp(`^ ((?:[a-z]+ ){0,3}?)(${planNouns})\\b`);
/** `was replaced by a three-year programme` is of another plan. */
const leadIn = /(?<!\b(?:replaced|followed|succeeded|preceded) by )\b(?:this|the|our|a) $/i;

/** A title with the years of its plan. */
interface Title extends PlacedSpan {
  /** In lower case. */
  readonly words: string;
}

/**
 * `This six-year plan` under a title that says `Strategic Plan 2027–2031`, `the three-year capital plan` beside the
 * heading `Capital plan 2026–2028`: the headings of that plan must all agree on another length.
 */
function* ofWholePlan(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const all = passages(plan);
  const titles = yield* flatMapped(all, titleOf);
  if (titles.length === 0) return;
  const rest = rests();
  for (const passage of all) {
    if (rest()) yield;
    if (passage.cell !== null || !passage.text.includes('-year ') || timeSpansIn(passage).length > 0) continue;
    for (const duration of durationsIn(passage.text)) {
      const named = titlesOf(passage, duration, titles);
      const [first] = named;
      const real = first === undefined || !namesPlan.test(first.words) ? null : otherLength(named, duration);
      if (real !== null) yield lengthDraftOf(passage, duration, first!, real, t);
    }
  }
}

/** A heading, or one of the first lines, that states the years of a plan and no other dates. */
function titleOf(passage: Passage, at: number): readonly Title[] {
  const isTitle = passage.cell === null && (passage.block.kind === 'heading' || at < 3) && passage.text.length <= 90;
  const [span, more] = isTitle ? timeSpansIn(passage) : [];
  if (span === undefined || more !== undefined || !isYears(span)) return [];
  return [{ passage, span, words: passage.text.toLowerCase() }];
}

/** The titles of the plan that is said to last so many years: the first of all for `this six-year plan`. */
function titlesOf({ text }: Passage, duration: Duration, titles: readonly Title[]): readonly Title[] {
  const after = ownPlan.exec(text.slice(duration.end, duration.end + 60));
  const before = text.slice(Math.max(0, duration.start - 24), duration.start);
  if (after === null || duration.unit !== 'year' || !leadIn.test(before)) return [];
  const name = after[1]!.trim();
  return name === '' ? titles.slice(0, 1) : titles.filter(({ words }) => words.includes(`${name} ${after[2]!}`));
}

/** The years that all the titles agree on, where these are others than stated but near. */
function otherLength(titles: readonly Title[], duration: Duration): number | null {
  const lengths = new Set(titles.map(({ span }) => lengthIn(span, duration)));
  const [real] = lengths;
  if (lengths.size !== 1 || typeof real !== 'number' || Math.abs(real - duration.value) > 2) return null;
  // `2025–28` may be three fiscal years.
  const isShort = titles.some(({ passage, span }) => /\d{4}[–/-]\d{2}$/.test(passage.text.slice(span.start, span.end)));
  return isShort && real - 1 === duration.value ? null : real;
}

/** `£150 million over six years` where the table with that total has five years. */
function* ofYearTables(plan: PlanFacts, t: Translate): InTurns<Draft> {
  const tables = yearTables(plan);
  if (tables.length === 0) return;
  for (const spread of spreads(plan)) {
    if (spread === undefined) {
      yield;
      continue;
    }
    const table = tableOf(spread, tables);
    if (table === null || table.years === spread.years.value || Math.abs(table.years - spread.years.value) > 3)
      continue;
    yield yearsDraft(spread, table.years, t);
  }
}

/** `over four years (2025-26: Rs 540 crore, 2026-27: Rs 810 crore, 2027-28: Rs 810 crore)`: the years one by one. */
function* ofListedYears(plan: PlanFacts, t: Translate): InTurns<Draft> {
  for (const spread of spreads(plan)) {
    if (spread === undefined) {
      yield;
      continue;
    }
    const { passage, years } = spread;
    const list = /^ \(([^()]{12,160})\)/.exec(passage.text.slice(spread.end, spread.end + 170))?.[1];
    const items = list?.split(/,\s|\sand\s/) ?? [];
    const own = items.flatMap((item) => /(?<!\d)((?:19|20)\d\d)(?:[-–/]\d\d)?(?!\d)/.exec(item)?.[1] ?? []);
    const isRow = own.every((year, index) => index === 0 || Number(year) === Number(own[index - 1]) + 1);
    if (own.length < 2 || own.length !== items.length || !isRow || own.length === years.value) continue;
    yield yearsDraft(spread, own.length, t);
  }
}

/** `| 6. 1.(월) ~ 6. 5.(금) | 안전점검 주간(5일간) |`: the one stretch of time of a row, and the one length in another cell. */
function* ofRows(plan: PlanFacts, t: Translate): Iterable<Draft> {
  const rows = new Map<string, Passage[]>();
  for (const passage of inCells(plan)) gather(rows, `${passage.index}|${passage.cell!.row}`, passage);
  for (const cells of rows.values()) {
    const spans = cells.flatMap((passage) => timeSpansIn(passage).map((span) => ({ passage, span })));
    const lengths = cells.flatMap((passage) => durationsIn(passage.text).map((duration) => ({ passage, duration })));
    const [own, length] = [spans[0], lengths[0]];
    if (spans.length !== 1 || lengths.length !== 1 || own!.passage === length!.passage) continue;
    const { duration, passage } = length!;
    const isTold =
      /(?:^|[(（])\s*(?:총\s)?$/.test(passage.text.slice(0, duration.start)) &&
      /^\s*[)）]?\s*$/.test(passage.text.slice(duration.end)) &&
      duration.unit !== 'year';
    const real = isTold ? lengthIn(own!.span, duration) : null;
    if (real !== null && real !== 'fits') yield lengthDraftOf(passage, duration, own!, real, t);
  }
}

const inCells = passagesWhere(({ cell, text }) => cell !== null && /\d\s?[년월일주개]|\d\. ?\d/.test(text));
