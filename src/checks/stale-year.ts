import type { DateFigure } from '../figures/figure';
import { endsInPresent, hasPastParticiple } from '../language/korean-ending';
import type { PlanFacts } from '../plan';
import type { Check, Draft, Fix, Translate } from './check';
import { englishPromise, isDay } from './english-promise';
import { once } from '../text/once';
import { rests, type InTurns } from '../text/steps';
import { datesIn, passages, sentenceAt, type Passage, type Placed } from './passage';
import { daysAtHead, staleTitles } from './stale-title';
import { thisYear } from './year-fix';

export const staleYear: Check = {
  code: 'stale-year',
  says: 'Nothing that is still to come is set in a year before the plan’s own.',
  because: 'Last year’s year, left over in a title or a promise, is the most common trace of copying.',
  severity: 'warning',
  examples: [
    {
      wrong: '# Work plan 2026\n\nThe centre will open in May 2025.\n',
      right: '# Work plan 2026\n\nThe centre will open in May 2026.\n',
      year: 2026,
    },
    {
      wrong: '# 2026년 업무계획\n\n센터는 2025년 5월에 개관할 예정이다.\n',
      right: '# 2026년 업무계획\n\n센터는 2026년 5월에 개관할 예정이다.\n',
      language: 'ko',
      year: 2026,
    },
  ],
  reads: [
    'A sentence is read with its tense: what was done in an earlier year, baselines and comparisons are left alone.',
    'Where `of` or `for` stands between the verb and the date (`will complete the purchase of the land in …`), the date may go with that: the finding is for information, but for one under a heading of the plan’s own year.',
    'A short line that repeats the words of the plan’s title under last year’s number is a title left over.',
    'Autumn of the year before may belong to the plan’s fiscal year; a citation of last year’s plan is right.',
  ],
  *find(plan, t) {
    const { year } = plan;
    if (year === null) return;
    yield;
    if (!isHorizon(plan, year)) yield* stalePromises(plan, year, t);
    yield* inColumns(plan, year, t);
    yield;
    yield* staleTitles(plan, year, t);
  },
};

/** What is promised for an earlier year. */
function* stalePromises(plan: PlanFacts, year: number, t: Translate): InTurns<Draft> {
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    const dates = datesIn(passage).filter(({ figure }) => isBefore(figure, year));
    for (const date of dates) {
      if (passage.cell === null && isPromise(plan, passage, date)) yield promised(plan, date.figure, t);
    }
    for (const date of dates) {
      const severity = passage.cell === null ? ofObject(plan, passage, date) : null;
      if (severity !== null) yield { ...promised(plan, date.figure, t), severity };
    }
    for (const date of dates)
      if (passage.cell === null && isToCome(plan, passage, date)) yield promised(plan, date.figure, t);
    for (const date of dates)
      if (passage.cell === null && mayBeToCome(plan, passage, date))
        yield { ...promised(plan, date.figure, t), severity: 'hint' };
  }
}

/**
 * Whether the plan's year, where nobody gave it, is written only as what is aimed at: `by 2030`, `Vision 2032`. Then an
 * earlier year is on the way there.
 */
const isHorizon = (plan: PlanFacts, year: number): boolean =>
  plan.options.year === undefined &&
  !plan.figures.some(
    (figure) =>
      figure.kind === 'date' &&
      !figure.inferred &&
      figure.relation === 'on' &&
      figure.parts[0].year === year &&
      !/\b(?:vision|agenda|horizon|ambition|goals?) $/i.test(
        plan.source.slice(Math.max(0, figure.start - 12), figure.start),
      ),
  );

/** How many years back one may forget to move on; a year before that is history: `1974년에 놓은 교량`. */
const longest = 10;

/** Wholly in a written year before the plan's own. */
const isBefore = (figure: DateFigure, year: number): boolean =>
  figure.to !== null &&
  Number(figure.to.slice(0, 4)) < year &&
  Number(figure.to.slice(0, 4)) >= year - longest &&
  figure.parts.every((part) => part.relative === undefined && part.decade !== true) &&
  figure.parts.some((part) => part.year !== undefined);

/** Whether the sentence promises something for that date. */
function isPromise(plan: PlanFacts, passage: Passage, date: Placed<DateFigure>): boolean {
  const { text, block } = passage;
  const { figure } = date;
  if (figure.inferred || inFiscalYear(plan, figure) || issuedBefore(plan, figure)) return false;
  const sentence = sentenceAt(passage, date.start);
  if (/^[“"‘「『]/.test(text.slice(Math.max(0, date.start - 1), date.start))) return false;
  // `2024년 3,200척이며 2026년에는 5,000척을 넘을 전망이다`: the verb speaks of the later date.
  const isOvertaken = passage.figures.some(
    ({ figure: other, start, end }) => other.kind === 'date' && start >= date.end && end <= sentence.end,
  );
  if (block.language === 'ko') {
    const before = text.slice(sentence.start, date.start);
    const after = text.slice(date.end, sentence.end);
    return isOvertaken
      ? isDay(figure) && isClausePromise(passage, date, after, before)
      : isKoreanPromise(after, before, isDay(figure) || isHalfAhead(figure, after));
  }
  return englishPromise(passage, sentence, date) === 'sure';
}

/**
 * `The council will complete the purchase of the land in November 2023`: the date may go with what stands behind `of`; under a
 * heading of the plan's own year it does not.
 */
function ofObject(plan: PlanFacts, passage: Passage, date: Placed<DateFigure>): 'warning' | 'info' | null {
  const { figure } = date;
  if (passage.block.language === 'ko' || figure.inferred || !isDay(figure)) return null;
  if (inFiscalYear(plan, figure) || issuedBefore(plan, figure)) return null;
  if (englishPromise(passage, sentenceAt(passage, date.start), date) !== 'perhaps') return null;
  const heading = headingAbove(plan, passage.index);
  const isTitle = plan.blocks.find(({ kind }) => kind === 'heading')?.reading.text === heading;
  const years = isTitle ? [] : (heading.match(/(?<!\d)20\d\d(?!\d)/g) ?? []);
  return years.length > 0 && years.every((year) => Number(year) >= plan.year!) ? 'warning' : 'info';
}

/** `2022년 하반기에 주문할 예정이다`: a half or a quarter of a year whose verb leaves no doubt. */
const isHalfAhead = ({ granularity }: DateFigure, after: string): boolean =>
  (granularity === 'half' || granularity === 'quarter') &&
  /^에\s[가-힣\s]{0,30}[가-힣]\s(?:예정|계획)(?:이다|입니다|임)/.test(after);

/**
 * `2025년 2월 중 설명회를 4회 열고, 결과는 5월 29일 공개할 예정이다`: a clause that goes on with `고` shares the tense of the verb
 * at the end. Not where a later date bears its own year.
 */
function isClausePromise(passage: Passage, date: Placed<DateFigure>, after: string, before: string): boolean {
  const clause = /^[^.]{4,48}?[가-힣](?<![았었했됐였]|으)(?:고|며|한 뒤|한 후),?\s/.exec(after)?.[0];
  if (
    clause === undefined ||
    isOfParticiple(after) ||
    koreanPast.test(clause.replace(/에서\s/g, ' ')) ||
    /(?:지난해|작년|전년|당초)/.test(before)
  )
    return false;
  const end = date.end + clause.length;
  const later = passage.figures.filter(
    ({ figure, start }) => figure.kind === 'date' && start >= date.end && start < date.end + after.length,
  );
  const isBare = later.every(
    ({ figure, start }) =>
      start >= end && figure.kind === 'date' && figure.parts.every(({ year }) => year === undefined),
  );
  return isBare && speaksOfFuture(after.trim(), true) && after.length < 140;
}

const present =
  /\b(?:opens?|starts?|begins?|closes?|takes? place|goes live|is held|are held|is due|are due|submits?|presents?|appears?|reopens?|enters? service|meets?|arrives?)\b(?: [a-z]+){0,5} (?:in|on|by|from) (?:the (?:end|beginning) of )?(?:[A-Z][a-z]+day,? )?$/;
const nextSteps =
  /\b(?:next steps|what (?:happens )?next|timetable|key dates|milestones|schedule|calendar|still to come|looking ahead)\b/i;

/** The text of the heading above a block, empty where there is none. */
function headingAbove({ blocks }: PlanFacts, index: number): string {
  for (let at = index - 1; at >= 0; at--) if (blocks[at]!.kind === 'heading') return blocks[at]!.reading.text;
  return '';
}

/** `The centre opens in November 2023`; `Faculties submit their plans by 31 October 2024` under `Next steps`: no past tense. */
function isToCome(plan: PlanFacts, passage: Passage, date: Placed<DateFigure>): boolean {
  const { text, block } = passage;
  const { figure } = date;
  if (block.language === 'ko' || figure.inferred || figure.parts.length > 1 || isPromise(plan, passage, date))
    return false;
  if (figure.granularity !== 'month' && figure.granularity !== 'day') return false;
  if (inFiscalYear(plan, figure) || issuedBefore(plan, figure)) return false;
  const sentence = sentenceAt(passage, date.start);
  const words = text.slice(sentence.start, sentence.end);
  if (
    /\b(?:was|were|had|has|have|did|since|after|which|who|that|when|ago|last|opened|started|began|closed|announced|published|adopted|signed|held|took|built|agreed|first)\b/i.test(
      words,
    )
  )
    return false;
  const before = text.slice(sentence.start, date.start);
  if (!present.test(before)) return false;
  // Elsewhere only what opens or begins: other verbs of the present may tell a history.
  return (
    (block.kind === 'item' && nextSteps.test(headingAbove(plan, passage.index))) ||
    /\b(?:opens?|starts?|begins?|reopens?|enters? service)\b[^.;]{0,30}$/.test(before)
  );
}

const lastsOn =
  /^(?:\([^)]{1,4}\))?\s?부터\s[^.]{2,24}(?:개방|운영|시행|제공|지급|적용|가동|실시|시작|운행)(?:한다|합니다)\.?$/;
const happens = /^\s?(?:준공|개관|개통|개장|개소|개원|완공|착공|개교|출범)\s?\)?$/;
const looksBack = /성과|실적|현황|경과|연혁|추진\s?결과|그간|그동안|지난해|작년|기추진|완료/;

/**
 * `2025년 12월 1일부터 시범 개방한다`, `(2025. 11. 준공)` in the plan of 2026: the words fit what is to come as well as what has
 * begun; worth a hint where the passage and its heading do not look back.
 */
function mayBeToCome(plan: PlanFacts, passage: Passage, date: Placed<DateFigure>): boolean {
  const { figure } = date;
  const { text, block } = passage;
  if (block.language !== 'ko' || block.kind === 'heading' || figure.inferred || figure.parts.length > 1) return false;
  if (!isDay(figure) || Number(figure.to!.slice(0, 4)) !== plan.year! - 1) return false;
  if (inFiscalYear(plan, figure) || issuedBefore(plan, figure) || isPromise(plan, passage, date)) return false;
  const after = text.slice(date.end, sentenceAt(passage, date.start).end).trimEnd();
  if (!lastsOn.test(after) && !happens.test(after)) return false;
  return !looksBack.test(`${headingAbove(plan, passage.index)} ${text}`);
}

const koreanFuture =
  /(?:예정(?:이다|입니다|임|으로)?|할 계획(?:이다|입니다)?|될 것|할 것|하겠|겠습니다|겠다|전망(?:이다|된다|임)|(?:예산|계획)(?:안)?에? ?반영(?:함)?|예산(?:안)?을 [^.]{0,20}(?:감액|증액|조정|편성)(?:함)?)[.)\s]?$/;

/** What is done in a year; other verbs of the present may speak of the year itself: `2025년 평균과 견준다`. */
const isDone = /(?:한|합니|된|됩니|연|엽니|열린|열립니|짓는|짓습니)다[.)\s]?$/;

/** Whether the words behind a date end as what is to come does. */
const speaksOfFuture = (after: string, isDayOrMonth: boolean): boolean =>
  koreanFuture.test(after) ||
  (endsInPresent(after) && (isDayOrMonth || isDone.test(after) || /^\s?말?까지\s/.test(after)));

/** Syllables closed with ㅆ, which end the stem of a past tense: `마쳤`, `열렸`; not those of `있다` and `하겠다`. */
const pastSyllables = Array.from({ length: 399 }, (_, index) => String.fromCharCode(0xac00 + 28 * index + 20))
  .filter((syllable) => syllable !== '있' && syllable !== '겠')
  .join('');

const koreanPast = new RegExp(
  `[${pastSyllables}]|(?:완료|실적|성과|대비|기준|수준|지난해|작년|전년|올해|금년|내년|지금|이전|이후|부터|보다|대로|따라|통해|당시|제정|수립|발표|도입한|시작한|체결한|개정된|마친|이어|에서 |따르면|조사|통계|현재|못한|않은|던\\s|미뤄진|밀린)`,
);

/**
 * `2025년에 침수된 저지대에 설치한다`: the date goes with the participle behind it; not that of `2025년에는`, which the sentence
 * speaks of, and of `2025년까지`, by which the verb at its end is done, unless a number is what was done by then: `2024년까지 만든
 * 472곳`.
 */
function isOfParticiple(after: string): boolean {
  if (/^(?:\([^)]{1,4}\))?\s?(?:중|말|초)?에?\s/.test(after))
    return hasPastParticiple(/^[^,.]{0,26}\s/.exec(after)?.[0] ?? '');
  const done = /^(?:\([^)]{1,4}\))?\s?말?까지\s((?:[가-힣]{1,8}\s){1,2})(?=\d)/.exec(after)?.[1];
  return done !== undefined && hasPastParticiple(done);
}

function isKoreanPromise(after: string, before: string, isDayOrMonth: boolean): boolean {
  if (after.length > 60 || !speaksOfFuture(after.trim(), isDayOrMonth)) return false;
  // `2024학년도 겨울 운영 결과를 보완한다`
  if (!isDayOrMonth && /^[^,.]{0,24}결과/.test(after)) return false;
  return (
    !isOfParticiple(after) &&
    !isCause.test(after) &&
    !isState.test(after) &&
    !koreanPast.test(isDayOrMonth ? after.replace(/에서\s/g, ' ') : after) &&
    // `48대는 지난해 주문했고, 나머지 84대는`: what was done stands in a clause of its own.
    !/(?:지난해|작년|전년|당초)/.test(before.replace(/^.*[았었했됐였쳤]고,\s/, '')) &&
    /^(?:\([^)]{1,4}\))?\s?(?:에|까지|중에?|말까지|경|,|\s)/.test(after)
  );
}

/** `소방서는 2023년 말 9개이고 내년에 10개가 된다`: how many there were on the day. */
const isState = /^(?:\s?(?:말|초|현재|기준))*\s\d[\d,.]*\s?[가-힣%]{1,6}(?:이고|이며|이지만|인데|으로)[,\s]/;

/** `2021년 11월 제도가 바뀌어 번호를 쓰지 않는다`, `2024년에 설계를 마쳐 먼저 착공한다`: what came about, and what follows from it to this day. */
const isCause =
  /^에\s[^.,]{1,16}[을를]\s(?:마쳐|마치고|끝내|끝내고|완료해|완료하여|완료하고)\s|[이가]\s(?:[가-힣]{1,6}\s)?(?:바뀌어|생겨|없어져|끝나)서?\s|(?:개정|폐지|제정|신설|변경|통합|확정|시행|전환|이관)(?:되어|돼)서?\s/;

const fiscalYears = once(({ source }: PlanFacts) => ({
  spokenOf: /fiscal|financial year|\bFY ?\d|회계연도/i.test(source),
}));

/** Autumn of the year before, in a document that speaks of fiscal years. */
function inFiscalYear(plan: PlanFacts, figure: DateFigure): boolean {
  const month = Number(figure.to?.slice(5, 7));
  return (
    Number(figure.to?.slice(0, 4)) === plan.year! - 1 &&
    month >= 4 &&
    figure.granularity !== 'year' &&
    fiscalYears(plan).spokenOf
  );
}

/** Whether the document itself was issued before that date: a plan for 2026 may come out in October 2025. */
function issuedBefore(plan: PlanFacts, figure: DateFigure): boolean {
  return daysAtHead(plan).some(
    (other) =>
      other.to !== null && other !== figure && Number(other.to.slice(0, 4)) < plan.year! && other.to <= figure.to!,
  );
}

const writtenYears = once(
  ({ figures }: PlanFacts) =>
    new Set(
      figures.flatMap((figure) =>
        figure.kind === 'date' && figure.to !== null && !figure.inferred ? [figure.to.slice(0, 4)] : [],
      ),
    ),
);

function promised(plan: PlanFacts, figure: DateFigure, t: Translate): Draft {
  return {
    start: figure.start,
    end: figure.end,
    message: t('{0} is past in a plan for {1}, but the sentence speaks of what is to come.', figure.text, plan.year!),
    fixes: [
      ...nextYear(plan, figure, t),
      ...afterIssue(plan, figure, t),
      ...otherYear(plan, figure, t),
      ...thisYear(plan, figure, plan.year!, t),
    ],
  };
}

/** What is learnt goes into next year's plan: `2025년 시행계획에 반영한다`. */
function nextYear(plan: PlanFacts, figure: DateFigure, t: Translate): Fix[] {
  const isFedBack =
    /^\s?(?:년도?)?\s?[가-힣·\s]{0,14}(?:예산|계획)(?:안)?[가-힣]{0,2}\s[가-힣\d%\s]{0,14}(?:반영|감액|증액|조정|편성)/.test(
      plan.source.slice(figure.end, figure.end + 40),
    );
  return isFedBack ? thisYear(plan, figure, plan.year! + 1, t) : [];
}

/** `결과보고서는 2021년 4월에 낼 예정이다` in a plan of 10 November 2022: April of that year is past too, and the next one is meant. */
function afterIssue(plan: PlanFacts, figure: DateFigure, t: Translate): Fix[] {
  if (figure.granularity !== 'day' && figure.granularity !== 'month') return [];
  const issued = daysAtHead(plan)
    .flatMap(({ to }) => to ?? [])
    .filter((day) => day.startsWith(`${plan.year!}`))
    .sort()[0];
  const own = `${plan.year!}${figure.to!.slice(4)}`;
  return issued !== undefined && own < issued ? thisYear(plan, figure, plan.year! + 1, t) : [];
}

/** `2018년까지` beside `2028년`: a year of the document that is one digit off, where the plan's own is more. */
function otherYear(plan: PlanFacts, figure: DateFigure, t: Translate): Fix[] {
  const stale = figure.to!.slice(0, 4);
  const digitsOff = (year: string): number => [...year].filter((digit, at) => digit !== stale[at]).length;
  if (digitsOff(`${plan.year!}`) < 2) return [];
  const near = [...writtenYears(plan)].filter((year) => Number(year) >= plan.year! && digitsOff(year) === 1);
  return near.length === 1 ? thisYear(plan, figure, Number(near[0]), t) : [];
}

/** One date of an earlier year in a column of the plan's own year, where the plan's year puts it in its turn. */
function* inColumns(plan: PlanFacts, year: number, t: Translate): Generator<Draft> {
  const columns = new Map<string, DateFigure[]>();
  for (const figure of plan.figures) {
    if (figure.kind !== 'date' || figure.cell === null || figure.from === null || figure.granularity !== 'day')
      continue;
    const key = `${figure.block}|${figure.cell.column}`;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [figure]);
    else column.push(figure);
  }
  for (const column of columns.values()) {
    const old = column.filter((figure) => figure.from!.startsWith(`${year - 1}`) && !figure.inferred);
    const stray = old[0];
    if (stray === undefined || old.length > 1 || column.length < 4) continue;
    if (!column.every((figure) => figure === stray || figure.from!.startsWith(`${year}`))) continue;
    const at = column.indexOf(stray);
    const moved = `${year}${stray.from!.slice(4)}`;
    // The first row may well be of the year before.
    if (at === 0 || column[at - 1]!.from! > moved || (column[at + 1] !== undefined && column[at + 1]!.from! < moved))
      continue;
    yield {
      start: stray.start,
      end: stray.end,
      message: t('{0} stands among dates of {1}.', stray.text, year),
      fixes: thisYear(plan, stray, year, t),
    };
  }
}
