import type { DateFigure } from '../figures/figure';
import { nodeAt } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { onceAsked } from '../text/once';
import { rests, type Steps } from '../text/steps';
import { numberedOnes, wordsOf } from './event-words';
import { kindsIn, withoutKinds, type Kind } from './happening';
import { deedInBracket, sidesBefore } from './korean-event';
import { parents } from './parent';
import { datesIn, passages, sentencesIn, type Passage, type Placed } from './passage';
import { beginningOf, endOf } from './stretches';
import { saidIn, type Said } from './said';

/** A day, or a month, and the words that tell what happens on it. */
export interface Told {
  /** The day alone, where a stretch of days names it. */
  readonly figure: DateFigure;
  /** The figure as it stands: two ends of a stretch have the same. */
  readonly whole: DateFigure;
  readonly edge: 'start' | 'end' | null;
  readonly kinds: ReadonlySet<Kind>;
  /** Telling words of what happens, stemmed. */
  readonly words: ReadonlySet<string>;
  /** Those of the paragraph’s head and of the heading above, where the sentence says no more than `It opens`. */
  readonly topic: ReadonlySet<string>;
  /** Those of the whole paragraph and of what it stands under. */
  readonly around: () => ReadonlySet<string>;
  /** Which of several: `2nd`, `round 2`, `1차`. */
  readonly marks: ReadonlySet<string>;
  /** A line or a row of a timetable is about its date alone. */
  readonly isLine: boolean;
  /** Block and row, or block and sentence: two days of one place are two on purpose. */
  readonly place: string;
  /** Index of its block. */
  readonly block: number;
  readonly said: Said;
}

/** More days than a plan names: what comes after them is not compared, so that the time stays bounded. */
const mostDays = 200;
/** In UTF-16 units: longer sentences tell of more than one thing, and what stands far down a paragraph of another. */
const longSentence = 300;
const longParagraph = 1200;

/** The days and months of the plan as far as they are compared, in order. */
export function* toldOf(plan: PlanFacts): Steps<Told[]> {
  const found: Told[] = [];
  const above = yield* parents.inSteps(plan);
  const labels = new Map<string, string>();
  const rest = rests();
  for (const { cell, index, figures, text } of passages(plan)) {
    if (rest()) yield;
    if (cell === null || !/\p{L}{2}/u.test(text) || figures.some(({ figure }) => figure.kind === 'date')) continue;
    const row = `${index}|${cell.row}`;
    if (!labels.has(row)) labels.set(row, text);
  }
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (found.length >= mostDays) break;
    const { text, cell, index } = passage;
    const compared = datesIn(passage).filter(({ figure }) => isCompared(figure));
    const dates = compared.filter((date, at) => !isMonthOf(date, compared[at + 1]));
    if (dates.length === 0 || isOfPage.test(text)) continue;
    const place = cell === null ? `${index}` : `${index}|${cell.row}`;
    const label = cell === null ? labelOf(passage, dates) : (labels.get(place) ?? null);
    if (label !== null && dates.length === 1) {
      const around = onceAsked(() => wordsOf(above.get(passage)?.text ?? ''));
      for (const end of endsOf(plan, dates[0]!.figure)) found.push(told(end, label, { isLine: true, place, around }));
    }
    if (cell !== null || label !== null) continue;
    const around = onceAsked(() => wordsOf(`${above.get(passage)?.text ?? ''} ${text.slice(0, longParagraph)}`));
    const heading = withoutKinds(wordsOf(`${above.get(passage)?.text ?? ''} ${partOf(plan, dates[0]!.figure)}`));
    const head = onceAsked(() => new Set([...heading, ...withoutKinds(wordsOf(headOf(text)))]));
    for (const sentence of sentencesIn(passage)) {
      if (sentence.end - sentence.start > longSentence) continue;
      const own = dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      for (const [at, date] of own.entries()) {
        const said = deedInBracket(text, date) ?? clauseOf(passage, sentence, own, at);
        if (said === null || isOfEarlierYear(text.slice(0, date.start), date.figure)) continue;
        const place = `${index}|${sentence.start}`;
        const setting = {
          place,
          around,
          topic: sentence.start === 0 ? heading : head(),
          edge: edgeOf(passage, date),
          sides: sidesBefore(passage, date),
        };
        for (const end of endsOf(plan, date.figure)) found.push(told(end, said, setting));
      }
    }
  }
  return found;
}

/** `3월  2025. 3. 20.(목) 착공`: the month of a timetable in front of the day. */
const isMonthOf = ({ figure, end }: Placed<DateFigure>, day: Placed<DateFigure> | undefined): boolean =>
  figure.granularity === 'month' && day?.figure.granularity === 'day' && day.start - end <= 4;

/** The title of the part that the day stands in. */
const partOf = ({ outline }: PlanFacts, { node }: DateFigure): string =>
  node === null ? '' : (nodeAt(outline, node)?.title ?? '');

/** When a page was put up is told of no event. */
const isOfPage = /(?:등록|작성|게시|수정)일|조회|\b(?:[Uu]pdated|[Pp]osted|[Rr]etrieved)\b/;

const isCompared = ({ granularity, parts, to, known, approximate }: DateFigure): boolean =>
  to !== null &&
  known !== 'open' &&
  approximate !== true &&
  (parts.length === 2 || granularity === 'day' || granularity === 'month');

interface End {
  readonly figure: DateFigure;
  readonly whole: DateFigure;
  readonly edge: Told['edge'];
}

/** `2025년에는 …. 음악제는 4월 4일 문을 열었다`: a day whose year was named before. */
const isOfEarlierYear = (before: string, { to, inferred }: DateFigure): boolean =>
  inferred &&
  (/지난해|작년|전년|\blast year\b/i.test(before) ||
    (before.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).some((year) => year < to!.slice(0, 4)));

/** The day that a figure names, or the first and the last of a stretch. */
function endsOf(plan: PlanFacts, whole: DateFigure): End[] {
  if (whole.parts.length === 1) return [{ figure: whole, whole, edge: null }];
  const [first, last] = [beginningOf(plan, whole), endOf(plan, whole)];
  return [
    ...(first === null ? [] : [{ figure: first, whole, edge: 'start' as const }]),
    ...(last === null ? [] : [{ figure: last, whole, edge: 'end' as const }]),
  ];
}

/** Which end of a stretch the words beside a day make it: `3월 9일부터`, `until 3 May`. */
function edgeOf({ text }: Passage, { start, end }: Placed): Told['edge'] {
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 8)];
  if (/^(?:\([^)]{1,4}\))?\s?부터/.test(after) || /\bfrom (?:[A-Z][a-z]+day,? )?(?:the )?$/.test(before))
    return 'start';
  if (/^(?:\([^)]{1,4}\))?\s?까지/.test(after) || /\b(?:until|till|by) (?:[A-Z][a-z]+day,? )?(?:the )?$/.test(before))
    return 'end';
  return null;
}

/** What a line says that holds one date at its head or its end: `30 June 2026: Delivery of books`; null for running text. */
function labelOf({ text, block }: Passage, dates: readonly Placed<DateFigure>[]): string | null {
  const [date, more] = dates;
  if (date === undefined || more !== undefined || block.kind === 'heading') return null;
  const behind = /^(?:\([월화수목금토일]\))?\s?(?::|[–—-]\s|\s)\s?(\S.{2,90})$/.exec(text.slice(date.end))?.[1];
  if (/^(?:\d{1,2}월)?\s*$/.test(text.slice(0, date.start)) && behind !== undefined && !/[.!?。]\s/.test(behind))
    return behind;
  const before = /^([^:.]{3,60}):\s$/.exec(text.slice(0, date.start))?.[1];
  return before !== undefined && text.length - date.end <= 6 ? before : null;
}

/** The words of a sentence that belong to the `at`th of its dates; null where it only prepares for the day. */
function clauseOf(
  { text, block }: Passage,
  sentence: { readonly start: number; readonly end: number },
  dates: readonly Placed<DateFigure>[],
  at: number,
): string | null {
  const date = dates[at]!;
  // `모집 기간은 2월 21일부터 3월 15일까지`: the last day of a stretch is told with the first.
  const isLast =
    at > 0 &&
    /^(?:\([^)]{1,4}\))?\s?부터\s$|^ (?:to|until) (?:[A-Z][a-z]+day,? )?$/.test(
      text.slice(dates[at - 1]!.end, date.start),
    );
  const from = dates[isLast ? at - 2 : at - 1]?.end ?? sentence.start;
  const to = dates[at + 1]?.start ?? sentence.end;
  const before = text.slice(from, (isLast ? dates[at - 1]! : date).start);
  const after = text.slice(date.end, to);
  if (/위한|위해|위하여|앞두|앞서|대비/.test(before + after)) return null;
  if (/\b(?:days?|weeks?|months?) (?:before|after)\b/.test(after)) return null;
  if (block.language === 'ko' && dates.length === 1)
    return `${before.slice(before.search(lastClause) + 1)} ${after.split(clauseEnd)[0]}`;
  if (dates.length === 1) {
    const own = before.replace(/^.*\b(?:days?|weeks?|months?) (?:before|after)\b/, '');
    // `the first results at the Expo, which will open on`; `the first report, on 10 February, shows`
    const relative = /((?:\S+ ){1,5}\S+, (?:which|that) [^,]*)$/.exec(own)?.[1];
    if (relative !== undefined) return relative;
    if (/, on $/.test(own) && /^,/.test(after)) return own;
    return `${own} ${after}`;
  }
  // What stands between two dates may belong to either: to the first as far as a comma or `and`.
  const joint = at === 0 || isLast ? 0 : before.search(/,|;|\band\b|[고며],?\s/) + 1;
  const behind = at === dates.length - 1 ? after : (/^.*?(?=,|;|\band\b|[고며]\s|$)/.exec(after)?.[0] ?? '');
  return `${before.slice(joint)} ${behind}`;
}

const takesUp = /^(?:It|They|This|These|The (?:work|works|project|scheme)) /;

/** Where a Korean clause ends: at a verb with `-고` or `-며`, behind `뒤` and `후`. */
const clauseEnd = /(?<=[가-힣](?:고|며|되|지만|는데))[,\s]|\s(?:뒤|후|다음)[에,\s]/;
/** The last such place of a text. */
const lastClause = new RegExp(`(?:${clauseEnd.source})(?!.*(?:${clauseEnd.source}))`);

/** What is known of a day besides the words that belong to it. */
interface Setting extends Pick<Told, 'place' | 'around'> {
  readonly isLine?: true;
  readonly topic?: ReadonlySet<string>;
  readonly edge?: Told['edge'];
  readonly sides?: readonly string[];
}

function told({ figure, whole, edge }: End, said: string, setting: Setting): Told {
  const { place, around, isLine = false, topic = new Set(), edge: beside = null, sides = [] } = setting;
  const words = withoutKinds(wordsOf(said));
  const marks = (said.match(whichOfSeveral) ?? []).map((mark) => mark.toLowerCase().replace(/\s/g, ''));
  return {
    figure,
    whole,
    edge: edge ?? beside,
    kinds: kindsIn(said),
    words,
    topic: words.size <= 1 || takesUp.test(said.trim()) ? topic : new Set(),
    around,
    marks: new Set([...marks, ...sides]),
    isLine,
    place,
    block: whole.block,
    said: saidIn(said),
  };
}

/** What a paragraph begins with: its first sentence, and the next where that only numbers it. */
const headOf = (text: string): string => /^(?:[^.:]{0,40}[.:]\s){0,2}[^.:]{0,80}/.exec(text)![0];

const whichOfSeveral = new RegExp(
  String.raw`\b(?:first|second|third|fourth|fifth|last|final|next|interim)\b|\b[A-Z][a-z]+ \d{1,2}\b(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|${numberedOnes.source}|(?<!\d)\d{1,2}\s?(?:차|기|회|호|단계|공구|분기)`,
  'g',
);
