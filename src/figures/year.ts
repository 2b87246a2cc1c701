import { isRead, type Block } from '../text/block';
import { readingOffset, type Reading } from '../text/reading';
import type { Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import { isoOf } from './calendar';
import type { PlanClock } from './clock';
import type { DateFigure, Figure } from './figure';
import { fiscalYearOf, type FiscalYear } from './fiscal';
import { coveredBy } from './period';

/**
 * The plan's own clock. The year that the caller gives is the plan's; else the one that the title, the head, the dateline,
 * the file's name and the text's most frequent years speak for. The day of issue is a dateline's, or the day on which the
 * opening sentences say that the plan was announced.
 */
export function* readClock(
  blocks: readonly Block[],
  figures: readonly Figure[],
  options: {
    readonly year?: number | undefined;
    readonly region?: string | undefined;
    readonly path?: string | undefined;
  },
): Steps<PlanClock> {
  const dates = figures.filter((figure): figure is DateFigure => figure.kind === 'date');
  const told = options.year === undefined ? yield* tellYear(blocks, dates, options.path ?? '') : null;
  const year = options.year ?? told?.year ?? null;
  const region = options.region ?? null;
  yield;
  const issued = tellIssued(blocks, dates, year);
  yield;
  const fiscal = tellFiscal(blocks, dates);
  yield;
  const own = fiscal === null ? (region ?? regionByLanguage(blocks) ?? regionByCurrency(figures)) : null;
  yield;
  return {
    year,
    yearSpan: told?.span ?? null,
    issued,
    span: year === null ? null : tellSpan(blocks, dates, year, region),
    spoken: issued === null ? tellSpoken(blocks, year) : Number(issued.slice(0, 4)),
    region,
    fiscal: fiscal ?? fiscalYearOf(own),
    order: tellOrder(dates, region),
  };
}

/** Text in which a year is the plan's own: `Work Plan 2026`, `2026년 업무계획`. */
const planWords =
  /\b(?:plan|plans|budget|programme|program|strategy|report|agenda|roadmap|framework|blueprint|policy|priorities|statement|outlook)\b|계획|예산|업무|시책|방안|전략|로드맵|보고|計画|予算/i;
/** How many of the first blocks are the document's head. */
const headBlocks = 12;

/** The year for which most speaks, and where it stands first; null where no year is named. */
function* tellYear(
  blocks: readonly Block[],
  dates: readonly DateFigure[],
  path: string,
): Steps<{ readonly year: number; readonly span: Span | null } | null> {
  const votes = new Map<number, { score: number; span: Span | null; best: number }>();
  const vote = (year: number, score: number, span: Span | null) => {
    const entry = votes.get(year) ?? { score: 0, span: null, best: 0 };
    const isBetter = span !== null && score > entry.best;
    votes.set(year, {
      score: entry.score + score,
      span: isBetter ? span : entry.span,
      best: isBetter ? score : entry.best,
    });
  };
  const inName = /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(path.slice(path.lastIndexOf('/') + 1));
  if (inName) vote(Number(inName[1]), 3, null);
  let readBlocks = 0;
  const place = blocks.map((block) => (isRead(block) ? readBlocks++ : readBlocks));
  let firstHeading = blocks.findIndex((block) => block.kind === 'heading');
  if (firstHeading < 0) firstHeading = blocks.findIndex(isRead);
  for (const [at, figure] of dates.entries()) {
    if (mayRest(at)) yield;
    const [part] = figure.parts;
    const { year } = part;
    const block = blocks[figure.block];
    if (year === undefined || block === undefined || part.decade === true || year < 1950 || year > 2100) continue;
    const span = part.yearSpan ?? figure;
    const isYear = figure.granularity === 'year' || figure.granularity === 'range';
    const inHead = (place[figure.block] ?? 0) < headBlocks;
    vote(year, figure.relation === 'on' ? 0.25 : 0.05, span);
    if (!inHead) continue;
    const isTitle = figure.block === firstHeading || (place[figure.block] ?? 0) < 2;
    const isNamed = isYear && figure.relation === 'on' && planWords.test(block.reading.text.slice(0, 400));
    if (isNamed) vote(year, isTitle ? 10 : 3, span);
    else if (isTitle) vote(year, 2, span);
    else vote(year, 0.5, span);
  }
  let best: { year: number; score: number; span: Span | null } | null = null;
  for (const [year, { score, span }] of votes) {
    if (best === null || score > best.score || (score === best.score && year > best.year)) best = { year, score, span };
  }
  return best;
}

/** Words beside a dateline, and verbs of the sentence that says when the plan was made public. */
const issueWords =
  /\b(?:date|dated|issued|released?|published|posted|updated|embargo|announced|unveiled|presented|reported|delivered|press|news)\b|배포|보도|발표|일시|게시|등록|작성|시행|보고/i;

function tellIssued(blocks: readonly Block[], dates: readonly DateFigure[], planYear: number | null): string | null {
  let seen = 0;
  const place = blocks.map((block) => (isRead(block) ? seen++ : seen));
  for (const figure of dates) {
    const at = place[figure.block] ?? 0;
    if (at >= headBlocks) break;
    if (figure.granularity !== 'day' || figure.cell !== null) continue;
    const [{ year = planYear, month, day }] = figure.parts;
    const text = blocks[figure.block]?.reading.text ?? '';
    if (year === null || month === undefined || day === undefined) continue;
    const isDateline = figure.parts[0].year !== undefined && figure.text.length * 3 > text.length;
    const isLabelled = figure.parts[0].year !== undefined && text.length < 120 && issueWords.test(text);
    const isAnnounced = isAnnouncedIn(blocks[figure.block]?.reading, figure);
    if ((isDateline || isLabelled || isAnnounced) && !isInForce(blocks, figure)) return isoOf(year, month, day);
  }
  return null;
}

/** The fiscal year in the plan's own title, where it lies in two calendar years: `Annual Delivery Plan 2024/25`. */
function tellSpan(
  blocks: readonly Block[],
  dates: readonly DateFigure[],
  year: number,
  region: string | null,
): PlanClock['span'] {
  const almanac = { fiscal: fiscalYearOf(region), southern: false };
  for (const { block, parts } of dates) {
    if (block > 3) break;
    const [part, second] = parts;
    const text = blocks[block]?.reading.text ?? '';
    if (part.year !== year || part.endYear === undefined || part.month !== undefined || second !== undefined) continue;
    if (text.length > 100 || !planWords.test(text)) continue;
    const { from, to } = coveredBy(parts, almanac);
    return from === null || to === null || from.slice(0, 4) === to.slice(0, 4) ? null : { from, to };
  }
  return null;
}

/** `내년 예산 규모는`, `올해 본예산보다`: the budget of a year is spoken of in the year before. */
function tellSpoken(blocks: readonly Block[], year: number | null): number | null {
  const isBefore = blocks.slice(0, 40).some((block) => isRead(block) && ahead.test(block.reading.text));
  return isBefore && year !== null ? year - 1 : null;
}

const ahead =
  /내년도? ?(?:나라살림|본?예산(?:안|[ 은을의])|총지출|살림)|올해 ?본?예산(?:\([^()]{1,20}\))?(?: ?대비|보다|과 견|에 비)/;

/** `2026년 7월 1일 시행`: the day from which something is in force. */
function isInForce(blocks: readonly Block[], { block, end }: DateFigure): boolean {
  const reading = blocks[block]?.reading;
  return reading !== undefined && /^ ?(?:부터 )?시행/.test(reading.text.slice(readingOffset(reading, end)));
}

/** `announced its work plan for 2024 on February 13`, `2월 13일 업무계획을 발표했다`. */
function isAnnouncedIn(reading: Reading | undefined, figure: DateFigure): boolean {
  if (reading === undefined) return false;
  const at = readingOffset(reading, figure.start);
  const before = reading.text.slice(Math.max(0, at - 160), at);
  const after = reading.text.slice(at, at + 160);
  const verb =
    /\b(?:announced|unveiled|presented|reported|delivered|released|published|briefed|held|adopted|approved)\b/;
  if (/\bon\s(?:[A-Z][a-z]+day,?\s)?$/.test(before))
    return verb.test(before) || /^[^.]{0,80}/.exec(after)?.some((part) => verb.test(part)) === true;
  const said = /^[^.]{0,30}\)?[^다]{0,100}(?:발표|밝혔|개최했|확정했|공개)(?!하겠|할|될|하고자)/.exec(after)?.[0];
  return said !== undefined && !/다\.\s/.test(said) && figure.granularity === 'day';
}

/** What the document says of its fiscal year: `fiscal year (FY) 2025, which runs from October 1, 2024, to …`. */
function tellFiscal(blocks: readonly Block[], dates: readonly DateFigure[]): FiscalYear | null {
  for (let i = 0; i < dates.length; i++) {
    const span = dates[i]!;
    const reading = blocks[span.block]?.reading;
    const [first, second] = span.parts;
    if (reading === undefined || first.month === undefined || first.fiscal === true) continue;
    const at = readingOffset(reading, span.start);
    const before = reading.text.slice(Math.max(0, at - 60), at);
    if (
      !/\b(?:fiscal|financial|FY)\b|회계연도/.test(before) ||
      !/\b(?:runs?|begins?|starts?|covers?|from|beginning|starting|commences?)\b|\($/.test(before)
    )
      continue;
    const isWhole = second?.month !== undefined && (second.month % 12) + 1 === first.month;
    const isStart =
      second === undefined &&
      (first.day === 1 || first.day === undefined) &&
      /\b(?:begins?|starts?|commences?)\s(?:on\s)?(?:the\s)?$/.test(before);
    if (!isWhole && !isStart) continue;
    const named = dates[i - 1];
    const [name] = named?.block === span.block ? named.parts : [undefined];
    const startYear = first.year ?? (second?.year === undefined ? undefined : second.year - (first.month > 1 ? 1 : 0));
    const byStart = name?.fiscal === true && name.year !== undefined && name.year === startYear;
    return { start: first.month, named: byStart || first.month === 1 ? 'start' : 'end' };
  }
  return null;
}

/** The order of day and month in `03/04/2024`: from the document's own dates that leave no doubt, else the region's. */
function tellOrder(dates: readonly DateFigure[], region: string | null): PlanClock['order'] {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { text, parts } of dates) {
    const [{ day, month, daySpan, monthSpan, order }] = parts;
    if (day === month) continue;
    if (order !== undefined || daySpan === undefined || monthSpan === undefined || !/^\d{1,2}[/-]\d/.test(text))
      continue;
    if (daySpan.start < monthSpan.start) dayFirst++;
    else monthFirst++;
  }
  if (dayFirst > 0 !== monthFirst > 0) return dayFirst > 0 ? 'day-first' : 'month-first';
  if (dayFirst > 0 || region === null) return null;
  return region === 'US' || region === 'PH' ? 'month-first' : 'day-first';
}

/** The country whose money a document is all about, where the currency is one country's own. */
function regionByCurrency(figures: readonly Figure[]): string | null {
  const counts = new Map<string, number>();
  let amounts = 0;
  for (const figure of figures) {
    if (figure.kind !== 'amount' || figure.currency === null) continue;
    amounts++;
    counts.set(figure.currency, (counts.get(figure.currency) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < 3 || most[1] * 4 < amounts * 3) return null;
  return Object.hasOwn(regions, most[0]) ? (regions[most[0]] ?? null) : null;
}

/** Currencies of one country whose fiscal year is known; `$` and the euro tell nothing. */
const regions: Readonly<Record<string, string>> = {
  ...{ KRW: 'KR', JPY: 'JP', INR: 'IN', GBP: 'GB', SGD: 'SG', HKD: 'HK', AUD: 'AU', NZD: 'NZ', CAD: 'CA', ZAR: 'ZA' },
  ...{ KES: 'KE', UGX: 'UG', TZS: 'TZ', PKR: 'PK', BDT: 'BD', THB: 'TH', PHP: 'PH', MYR: 'MY', IDR: 'ID', GHS: 'GH' },
  ...{ CHF: 'CH', NOK: 'NO', SEK: 'SE', DKK: 'DK', NGN: 'NG', VND: 'VN', EGP: 'EG', RWF: 'RW', ETB: 'ET' },
};

/** The country of a document that is mostly in Korean or Japanese. */
function regionByLanguage(blocks: readonly Block[]): string | null {
  const lengths = { ko: 0, ja: 0, other: 0 };
  for (const { language, start, end } of blocks) {
    lengths[language === 'ko' || language === 'ja' ? language : 'other'] += end - start;
  }
  if (lengths.ko > lengths.ja + lengths.other) return 'KR';
  return lengths.ja > lengths.ko + lengths.other ? 'JP' : null;
}
