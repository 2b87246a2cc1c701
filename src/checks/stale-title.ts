import type { DateFigure } from '../figures/figure';
import { koreanProse } from '../language/korean-prose';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { once } from '../text/once';
import { gathered, rests, type InTurns } from '../text/steps';
import type { Draft, Translate } from './check';
import { namesOther } from './other-editions';
import { datesIn, passages, sentencesIn, within, type Passage, type Placed } from './passage';
import { isPair, thisYear } from './year-fix';

/** Titles, headings, headers and footers that bear the number of the year before the plan's own. */
export function* staleTitles(plan: PlanFacts, year: number, t: Translate): InTurns<Draft> {
  const told = new Set<DateFigure>();
  for (const figure of [
    ...(yield* gathered(repeatedTitles(plan, year))),
    ...ownTitle(plan, year),
    ...lastLines(plan, year),
    ...inHead(plan, year),
    ...koreanHead(plan, year),
    ...signature(plan, year),
  ]) {
    if (told.has(figure) || namesOther(plan, figure.block)) continue;
    told.add(figure);
    yield {
      start: figure.start,
      end: figure.end,
      message: t('{0} stands in a line that repeats the title of the plan for {1}.', figure.text, year),
      fixes: thisYear(plan, figure, year, t),
    };
  }
}

/** Short lines with the title's words. */
function* repeatedTitles(plan: PlanFacts, year: number): InTurns<DateFigure> {
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null || passage.text.length > 120) continue;
    const date = datesIn(passage).find(({ figure }) => yearOf(figure) === year - 1);
    if (date !== undefined && isTitle(plan, passage, date, year)) yield date.figure;
  }
}

/** The year that a figure names by itself: the first of a pair (`2024/25`), that of `FY2025`, else the one that it lies in. */
const yearOf = ({ parts: [part], to, granularity }: DateFigure): number | null =>
  part.year !== undefined && (part.endYear !== undefined || granularity === 'year')
    ? part.year
    : to === null
      ? null
      : Number(to.slice(0, 4));

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
  if (plan.title === null || text.length > 120 || /[.!?다]["”)]?\s*$/.test(text)) return false;
  if (isPair(figure) ? !plan.title.includes(`${year} to ${year + 1}`) : figure.granularity !== 'year') return false;
  // Where one figure is a pair of years, so is that of the title.
  if (figure.parts[0].endYear !== undefined && !new RegExp(`${year}\\s?[-–/]\\s?\\d\\d`).test(plan.title)) return false;
  if (figures.filter(({ figure: other }) => other.kind === 'date').length > 1) return false;
  // `7. Milestones 2025` over the dates of the plan's own year.
  if (timetable.test(text) && text.length < 40) return true;
  if (koreanTimetable.test(text) && isOverDaysOf(plan, passage, year)) return true;
  const title = wordsOf(plan.title);
  const own = wordsOf(text);
  const shared = [...own].filter((word) => title.has(word)).length;
  const beside = headLines(plan).filter(({ start }) => start !== block.start);
  const known = [...own].filter((word) => title.has(word) || beside.some(({ words }) => words.has(word))).length;
  if (block.start === plan.blocks[0]?.start || !/\d{4}|\d\d/.test(plan.title)) return false;
  return own.size >= 2 && shared >= 2 && known * 4 >= own.size * 3;
}

/** The words of the lines at the head, among which who issued the plan may stand, and where the lines begin. */
const headLines = once(({ blocks }: PlanFacts) =>
  blocks
    .filter(isRead)
    .slice(0, 3)
    .flatMap(({ start, reading: { text } }) =>
      text.length > 100 || /[.!?]$/.test(text) ? [] : [{ start, words: wordsOf(text) }],
    ),
);

const timetable =
  /^(?:table \d{1,2}[.:]? ?[–—-]? ?)?(?:milestones|timetable|calendar|schedule|key dates|dates|timeline|work schedule)\s(?:for\s|in\s)?20\d\d$|^20\d\d년도?\s(?:추진\s?|주요\s?|행사\s?)?일정$/i;

/** `2025년 하반기 시행 일정`, whatever is to be done. */
const koreanTimetable = /^20\d\d년도?\s(?:[가-힣]{2,8}\s){0,3}[가-힣]{0,8}(?:일정표?|시간표|연간계획표)$/;

/** Whether all days below a heading, up to the next one, are of the year: three or more that bear it. */
function isOverDaysOf({ blocks, figures }: PlanFacts, { index }: Passage, year: number): boolean {
  const next = blocks.findIndex(({ kind }, at) => at > index && kind === 'heading');
  const years = figures.flatMap((figure) =>
    figure.kind === 'date' && figure.block > index && (next < 0 || figure.block < next)
      ? (figure.parts[0].year ?? [])
      : [],
  );
  return years.length >= 3 && years.every((own) => own === year);
}

const small = new Set('the a an of for in and to on fy fiscal year'.split(' '));

function wordsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}|[가-힣]{2,}/g))
    if (!small.has(word) && !/^년도?$/.test(word)) found.add(word);
  return found;
}

/**
 * A plan, budget or speech that bears last year in its title, and this year in the day on which it was given or in all
 * that it says of its own year.
 */
function* ownTitle(plan: PlanFacts, year: number): Generator<DateFigure> {
  const head = plan.blocks
    .flatMap(({ kind }, at) => (kind === 'heading' || kind === 'paragraph' ? [at] : []))
    .slice(0, 3);
  const first = head.find((at) => planName.test(plan.blocks[at]!.reading.text)) ?? -1;
  const block = plan.blocks[first];
  const text = block?.reading.text ?? '';
  if (block === undefined || text.length > 110 || block.language === 'ko' || /[.!?]$/.test(text)) return;
  if (ofThePast.test(text)) return;
  const years = plan.figures.filter((figure): figure is DateFigure => figure.kind === 'date' && figure.block === first);
  const [only] = years;
  if (years.length !== 1 || only === undefined || only.parts[0].year !== year - 1) return;
  const isOfYear = speaksOf(plan, year) || names(plan, text, only, year) || pairsOf(plan, year);
  if (isPeriod(plan, only) && isOfYear) {
    yield only;
    return;
  }
  if (only.granularity !== 'year' || only.parts.length > 1) return;
  if (only.from?.slice(0, 4) !== `${year - 1}` || only.to?.slice(0, 4) !== `${year - 1}`) return;
  const given = daysAtHead(plan).filter(({ to }) => to !== null);
  if (given.length === 0 || !given.every(({ to }) => to!.startsWith(`${year}`))) return;
  yield only;
}

const planName = /\b(?:plan|programme|program|budget|strategy|seminar|agenda|priorities|expectations|estimates)\b/i;
const ofThePast =
  /\b(?:report|review|results?|accounts|outcome|evaluation|statistics|survey|audit|of last|progress|previous|former)\b/i;

/**
 * `the 2025–26 Departmental Plan` in the text under `2024–25 Departmental Plan`: the name of the plan stands with the later
 * year, and with the earlier one nowhere else. `line` has the name, and `figure` stands in it.
 */
function names({ source }: PlanFacts, line: string, figure: DateFigure, year: number): boolean {
  const name =
    /(?:[A-Z][A-Za-z]+ ){0,2}(?:Plan|Programme|Program|Budget|Strategy|Agenda|Estimates|Expectations)\b/.exec(
      line,
    )?.[0];
  if (name === undefined || !name.includes(' ')) return false;
  const own = figure.text.replace(/[^\d]+$/, '');
  const later = laterBy(own, year);
  const times = (of: string): number => source.split(`${name} ${of}`).length + source.split(`${of} ${name}`).length - 2;
  return times(later) > 0 && times(own) === 1;
}

/**
 * `Corporate Plan 2024–25 | Department of Fisheries` under a head that says `Corporate Plan 2025–26`: every word of the line
 * stands at the head, and so does the plan's name with the later year.
 */
function isFooter(plan: PlanFacts, line: string, figure: DateFigure, year: number): boolean {
  const head = plan.blocks
    .filter(isRead)
    .slice(0, 3)
    .map(({ reading }) => reading.text);
  const own = figure.text.replace(/[^\d]+$/, '');
  const name = line.includes(` ${own}`)
    ? /([A-Z][A-Za-z]+ [A-Z][A-Za-z]+) $/.exec(line.slice(0, line.indexOf(own)))?.[1]
    : undefined;
  if (name === undefined || !planName.test(name)) return false;
  const isNamed = head.some((text) => text.endsWith(`${name} ${laterBy(own, year)}`));
  return isNamed && [...wordsOf(line)].every((word) => headLines(plan).some(({ words }) => words.has(word)));
}

/**
 * `바다청 2024년 주요업무 추진계획` below a text that speaks of its `2025년 주요업무 추진계획`: what stands before the year stands at
 * the head, and the name stands nowhere else with that year.
 */
function isKoreanFooter(
  plan: PlanFacts,
  line: string,
  { figure, start, end }: Placed<DateFigure>,
  year: number,
): boolean {
  if (figure.granularity !== 'year' || figure.parts[0].year !== year - 1) return false;
  const name = /^(?:년도?)?\s([가-힣]{2,10}(?:\s[가-힣]{2,10}){0,2}(?:계획|예산안|전략|방안))$/.exec(
    line.slice(end).trimEnd(),
  )?.[1];
  const issuer = wordsOf(line.slice(0, start));
  if (name === undefined || ![...issuer].every((word) => isAtHead(plan, word))) return false;
  const timesOf = (own: number): number => plan.source.split(new RegExp(`${own}년도?\\s${name}`)).length - 1;
  return timesOf(year) > 0 && timesOf(year - 1) === 1;
}

/** Whether a line at the head begins with the word: `바다청(청장 …)은`. */
const isAtHead = ({ blocks }: PlanFacts, word: string): boolean =>
  blocks
    .filter(isRead)
    .slice(0, 5)
    .some(({ reading }) => reading.text.replace(/^[-–\s]+/, '').startsWith(word));

/** `2024–25` as the year writes it: `2025–26`. */
const laterBy = (years: string, year: number): string =>
  years.replace(/\d{2,4}/g, (digits, at) => String(year + (at === 0 ? 0 : 1)).slice(-digits.length));

/** Whether pairs of years (`2025/26`) are named that begin with the year, thrice or more, and of others hardly any. */
function pairsOf({ figures }: PlanFacts, year: number): boolean {
  const named = new Map<number, number>();
  for (const figure of figures) {
    if (figure.kind !== 'date' || figure.cell !== null || figure.parts.length > 1) continue;
    const [{ year: own, endYear }] = figure.parts;
    if (own !== undefined && endYear !== undefined) named.set(own, (named.get(own) ?? 0) + 1);
  }
  const own = named.get(year) ?? 0;
  return own >= 3 && [...named].every(([other, times]) => other === year || times * 2 <= own);
}

/** `…, published on Thursday, 31 March 2022`: a day that the line bears besides its name. */
const whenPublished = /,? (?:published|issued|released|adopted|approved)(?: on| in)? [^.;]{4,40}$/i;

/** A last line (`Port Authority - Action Plan 2026`) that has the plan's name with the year before. */
function* lastLines(plan: PlanFacts, year: number): Generator<DateFigure> {
  for (const passage of passages(plan).slice(-2)) {
    const { cell, block } = passage;
    const text = passage.text.replace(whenPublished, '');
    const [date, more] = datesIn(passage).filter(({ end }) => end <= text.length);
    if (cell !== null || date === undefined || more !== undefined || text.length > 90) continue;
    if (block.language === 'ko') {
      if (isKoreanFooter(plan, text, date, year)) yield date.figure;
      continue;
    }
    if (/[.!?:;]$/.test(text) || ofThePast.test(text) || date.figure.parts[0].year !== year - 1) continue;
    const isYear = date.figure.granularity === 'year' || isPair(date.figure);
    if (isYear && (names(plan, text, date.figure, year) || isFooter(plan, text, date.figure, year))) yield date.figure;
  }
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
    /\b(?:budget|estimates?|spend|spending|pay|pays|receives?|appropriation|funding|provision|allocation|plan)\b/i.test(
      words,
    ),
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
      if (years.length < 2 || !compares.test(words)) return [];
      return [{ years: goesFrom.test(words) && years[0]! < years[1]! ? [...years].reverse() : years, words }];
    });
  });
}

const compares = /\b(?:than|against|compared with|compared to|up from|down from|up on|down on|from)\b/;

/** `grows from R960 million in 2024/25 to R1,050 million in 2025/26`: the later year comes last. */
const goesFrom = /\b(?:grows?|rises?|increases?|goes|falls?|is raised|is cut)\b(?: [a-z]+){0,2} from\b/;

/** `2026년도 예산안` in the title of a document that then speaks of its `2027년도 예산안`. */
function* inHead(plan: PlanFacts, year: number): Generator<DateFigure> {
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
    // `2027년도 총지출은` in a document on an 예산안.
    const named = kind.includes('예산') ? `(?:${kind}|총지출|총수입|총예산)` : kind;
    const spoken = (of: number): number =>
      plan.source.split(new RegExp(`${of}년도? (?:[가-힣]{2,10} )?${named}`)).length - 1;
    if (spoken(year) > 0 && spoken(year - 1) <= 1) yield date.figure;
  }
}

const koreanPlan = /(?:계획|예산안|방안|대책|전략|로드맵|지침)(?:\([^()]*\))?$/;
const koreanPast = /결과|실적|성과보고|평가 ?보고|결산|백서|통계|감사|점검|회고/;

/**
 * `○○보건의료원 2024년도 성과관리 시행계획` over `작성: 2025. 2. 20.`: a plan for the year before, given in this one, where
 * every day at the head is of this year and nothing else speaks of last year's plan.
 */
function* koreanHead(plan: PlanFacts, year: number): Generator<DateFigure> {
  const [passage] = passages(plan);
  if (passage === undefined || passage.block.language !== 'ko' || passage.cell !== null) return;
  const { text } = passage;
  const [date, more] = datesIn(passage);
  if (date === undefined || more !== undefined || text.length > 60 || date.figure.granularity !== 'year') return;
  if (date.figure.parts.length > 1 || date.figure.parts[0].year !== year - 1) return;
  if (!koreanPlan.test(text) || koreanPast.test(text)) return;
  const days = daysAtHead(plan).filter(({ parts: [part] }) => part.year !== undefined);
  const isGiven = days.length > 0 && days.every(({ from, to }) => (from ?? to)?.startsWith(`${year}`) === true);
  const ofLastYear = new RegExp(`${year - 1}년도? (?:[가-힣]{2,10} ){0,2}[가-힣]*계획`);
  const isSpokenOf = passages(plan)
    .slice(1)
    .some((other) => ofLastYear.test(other.text));
  if (isGiven && !isSpokenOf) yield date.figure;
}

/** `2025년 1월 19일` above the name that signs, where the same day stands with the plan's year before. */
function* signature({ figures, blocks }: PlanFacts, year: number): Generator<DateFigure> {
  const days = figures.filter((figure): figure is DateFigure => figure.kind === 'date' && figure.granularity === 'day');
  const last = days.at(-1);
  if (last === undefined || last.block < blocks.length - 3 || last.parts.length > 1 || last.inferred) return;
  const block = blocks[last.block]!;
  const isAlone = isRead(block) && block.reading.text.startsWith(last.text) && block.reading.text.length < 60;
  if (!isAlone || last.parts[0].year !== year - 1 || /[.!?:]$|다\.?$/.test(block.reading.text.slice(last.text.length)))
    return;
  const own = `${year}${last.to!.slice(4)}`;
  if (days.some(({ from, to, inferred }) => from === own && to === own && !inferred)) yield last;
}
