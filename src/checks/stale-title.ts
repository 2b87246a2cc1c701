import type { DateFigure } from '../figures/figure';
import { koreanProse } from '../language/korean-prose';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { once } from '../text/once';
import type { Draft, Translate } from './check';
import { datesIn, passages, sentencesIn, within, type Passage, type Placed } from './passage';
import { isPair, thisYear } from './year-fix';

/** Titles, headings, headers and footers that bear the number of the year before the plan's own. */
export function* staleTitles(plan: PlanFacts, year: number, t: Translate): Generator<Draft> {
  for (const passage of passages(plan)) {
    if (passage.cell !== null || passage.text.length > 120) continue;
    const date = datesIn(passage).find(({ figure }) => yearOf(figure) === year - 1);
    if (date !== undefined && isTitle(plan, passage, date, year)) yield left(plan, date.figure, year, t);
  }
  yield* ownTitle(plan, year, t);
  yield* inHead(plan, year, t);
}

/** The year that a figure names by itself: the first of a pair (`2024/25`), else the one that it lies in. */
const yearOf = ({ parts: [part], to }: DateFigure): number | null =>
  part.endYear !== undefined && part.year !== undefined ? part.year : to === null ? null : Number(to.slice(0, 4));

/** The days named in the first blocks. */
export const daysAtHead = once(({ figures }: PlanFacts) =>
  figures.filter(
    (figure): figure is DateFigure =>
      figure.kind === 'date' && figure.granularity === 'day' && figure.block <= 6 && !figure.inferred,
  ),
);

/**
 * A short line, no sentence, that has most of the title's words and one earlier year in place of the plan's: a header, a
 * footer, a heading left over.
 */
function isTitle(plan: PlanFacts, passage: Passage, date: Placed<DateFigure>, year: number): boolean {
  const { text, block, figures } = passage;
  const { figure } = date;
  if (plan.title === null || text.length > 120 || /[.!?다]["”)]?\s*$/.test(text) || figure.parts.length > 1)
    return false;
  if (figure.granularity !== 'year') return false;
  // Where one figure is a pair of years, so is that of the title.
  if (figure.parts[0].endYear !== undefined && !new RegExp(`${year}\\s?[-–/]\\s?\\d\\d`).test(plan.title)) return false;
  if (figures.filter(({ figure: other }) => other.kind === 'date').length > 1) return false;
  // `7. Milestones 2025` over the dates of the plan's own year.
  if (timetable.test(text) && text.length < 40) return true;
  const title = wordsOf(plan.title);
  const own = wordsOf(text);
  const shared = [...own].filter((word) => title.has(word)).length;
  const known = [...own].filter((word) => title.has(word) || headWords(plan).has(word)).length;
  if (block.start === plan.blocks[0]?.start || !/\d{4}|\d\d/.test(plan.title)) return false;
  return own.size >= 2 && shared >= 2 && known * 4 >= own.size * 3;
}

/** The words of the lines at the head, among which who issued the plan may stand. */
const headWords = once(
  ({ blocks }: PlanFacts): ReadonlySet<string> =>
    new Set(
      blocks
        .filter(isRead)
        .slice(0, 3)
        .flatMap(({ reading: { text } }) => (text.length > 100 || /[.!?]$/.test(text) ? [] : [...wordsOf(text)])),
    ),
);

const timetable =
  /^(?:milestones|timetable|calendar|schedule|key dates|dates|timeline|work schedule)\s(?:for\s)?20\d\d$|^20\d\d년도?\s(?:추진\s?|주요\s?|행사\s?)?일정$/i;

const small = new Set('the a an of for in and to on fy fiscal year'.split(' '));

function wordsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}|[가-힣]{2,}/g))
    if (!small.has(word) && !/^년도?$/.test(word)) found.add(word);
  return found;
}

function left(plan: PlanFacts, figure: DateFigure, year: number, t: Translate): Draft {
  return {
    start: figure.start,
    end: figure.end,
    message: t('{0} stands in a line that repeats the title of the plan for {1}.', figure.text, year),
    fixes: thisYear(plan, figure, year, t),
  };
}

/**
 * A plan, budget or speech that bears last year in its title, and this year in the day on which it was given or in all
 * that it says of its own year.
 */
function* ownTitle(plan: PlanFacts, year: number, t: Translate): Generator<Draft> {
  const first = plan.blocks.findIndex(({ kind }) => kind === 'heading' || kind === 'paragraph');
  const block = plan.blocks[first];
  const text = block?.reading.text ?? '';
  if (block === undefined || text.length > 110 || block.language === 'ko') return;
  if (!/\b(?:plan|programme|program|budget|strategy|seminar|agenda|priorities)\b/i.test(text)) return;
  if (/\b(?:report|review|results?|accounts|outcome|evaluation|statistics|survey|audit|of last)\b/i.test(text)) return;
  const years = plan.figures.filter((figure): figure is DateFigure => figure.kind === 'date' && figure.block === first);
  const [only] = years;
  if (years.length !== 1 || only === undefined || only.parts[0].year !== year - 1) return;
  if (isPeriod(plan, only) && speaksOf(plan, year)) {
    yield left(plan, only, year, t);
    return;
  }
  if (only.granularity !== 'year' || only.parts.length > 1) return;
  if (only.from?.slice(0, 4) !== `${year - 1}` || only.to?.slice(0, 4) !== `${year - 1}`) return;
  const given = daysAtHead(plan).filter(({ to }) => to !== null);
  if (given.length === 0 || !given.every(({ to }) => to!.startsWith(`${year}`))) return;
  yield left(plan, only, year, t);
}

/** `Programme for 2025`, `Budget 2024-25`, `Plan 2024 to 2025`: what the document covers, not when it was made. */
const isPeriod = ({ source }: PlanFacts, figure: DateFigure): boolean =>
  figure.parts.length > 1
    ? isPair(figure)
    : figure.granularity === 'year' &&
      (figure.parts[0].endYear !== undefined ||
        /\b(?:for|in) (?:the (?:fiscal |financial )?year )?(?:FY ?)?$/i.test(
          source.slice(Math.max(0, figure.start - 26), figure.start),
        ));

/**
 * Whether a document speaks of a year as its own: it sets the budget of that year, or two things or more, against those of
 * the year before, and hardly sets any of the year before against one still earlier.
 */
function speaksOf(plan: PlanFacts, year: number): boolean {
  const compared = sentencesThatCompare(plan);
  const setAgainst = compared.filter(({ years }) => years[0] === year && years.includes(year - 1));
  const earlier = compared.filter(({ years }) => years[0] === year - 1 && years.includes(year - 2));
  const isOfBudget = setAgainst.some(({ words }) =>
    /\b(?:budget|estimates?|spend|spending|provision|allocation|plan)\b/i.test(words),
  );
  return setAgainst.length > earlier.length && (isOfBudget || setAgainst.length >= 2);
}

/** English sentences that set one year against another: the years in order, and the words. */
function sentencesThatCompare(plan: PlanFacts): { years: readonly number[]; words: string }[] {
  return passages(plan).flatMap((passage) => {
    const dates = datesIn(passage);
    if (passage.cell !== null || dates.length < 2 || !compares.test(passage.text)) return [];
    return sentencesIn(passage).flatMap((sentence) => {
      const words = passage.text.slice(sentence.start, sentence.end);
      const years = within(dates, sentence).flatMap(({ figure: { parts } }) => parts[0].year ?? []);
      return years.length < 2 || !compares.test(words) ? [] : [{ years, words }];
    });
  });
}

const compares = /\b(?:than|against|compared with|compared to|up from|down from|up on|down on)\b/;

/** `2026년도 예산안` in the title of a document that then speaks of its `2027년도 예산안`. */
function* inHead(plan: PlanFacts, year: number, t: Translate): Generator<Draft> {
  for (const passage of passages(plan).slice(0, 5)) {
    if (passage.cell !== null || passage.text.length > 80) continue;
    const kind = koreanProse.planNames.find((name) => passage.text.includes(name));
    const date = datesIn(passage).find(({ figure, start }) => figure.granularity === 'year' && start < 4);
    if (kind === undefined || date === undefined || Number(date.figure.to?.slice(0, 4)) !== year - 1) continue;
    if (
      datesIn(passage).length > 1 ||
      !new RegExp(`^\\s?${year - 1}년도?\\s(?:[가-힣]{2,12}\\s){0,2}(?:[가-힣]{0,6})${kind}`).test(passage.text)
    )
      continue;
    const spoken = (of: number): number =>
      plan.source.split(new RegExp(`${of}년도? (?:[가-힣]{2,10} )?${kind}`)).length - 1;
    if (spoken(year) > 0 && spoken(year - 1) <= 1) yield left(plan, date.figure, year, t);
  }
}
