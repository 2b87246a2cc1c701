import type { DateFigure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { onceAsked } from '../text/once';
import { rests, type Steps } from '../text/steps';
import { isSlipOfDay } from './day-slip';
import { isOfEntries, wordsOf } from './event-words';
import { deedInBracket, sidesBefore } from './korean-event';
import { parents } from './parent';
import { isAbout, thingNamed, type NamedThing } from './named-thing';
import { areDisjoint, areNamedApart, ends, saidIn, starts, type Said } from './said';
import { datesIn, passages, sentencesIn, type Passage, type Placed } from './passage';

/** One day and the words that tell what happens on it. */
interface Told {
  readonly figure: DateFigure;
  /** Telling words, stemmed. */
  readonly words: ReadonlySet<string>;
  /** Those of the whole paragraph and of what it stands under. */
  readonly context: () => ReadonlySet<string>;
  readonly text: string;
  /** What its sentence tells besides its words. */
  readonly says: () => Said;
  /** What a Korean sentence is about right before the day, in one word and in two: `합동 안전점검은 9월 17일`. */
  readonly topics: readonly string[];
  /** What an English sentence names right before the day, without a verb. */
  readonly thing: NamedThing | null;
  /** What tells one of a pair from the other in a Korean sentence: `동측`, `서측`. */
  readonly sides: readonly string[];
  /** A line of a timetable is about its date alone. */
  readonly isLine: boolean;
  /** The other cells of a row. */
  readonly cells: readonly string[];
  /** Index of the block, and the sentence's start in it. */
  readonly place: string;
}

/** In UTF-16 units: what stands further down in a paragraph tells nothing of its days. */
const longParagraph = 1200;

/** More days than a plan names: what comes after them is not compared, so that the time stays bounded. */
const mostDays = 200;

/**
 * Pairs of days in an English text that are told of one thing and differ by a slip: a line of key dates (`- June 20:
 * first voyage of the Saerom`) and the sentence that has its words; two sentences that share their rare words.
 */
export function* toldOfOneThing(plan: PlanFacts): Steps<[DateFigure, DateFigure][]> {
  const all = (yield* daysOf(plan)).slice(0, mostDays);
  const seen = new Map<string, number>();
  for (const { words, cells } of all)
    for (const word of [...words, ...cells.map(cellKey)]) seen.set(word, (seen.get(word) ?? 0) + 1);
  const found: [DateFigure, DateFigure][] = [];
  for (const [at, later] of all.entries()) {
    yield;
    const alike = all.filter(
      (other) => other !== later && other.place !== later.place && tellsSame(other, later, seen),
    );
    // Where one of them agrees, the day is right, or both are wrong.
    if (alike.some(({ figure }) => figure.to === later.figure.to)) continue;
    const others = alike.filter((other) => isSlipOfDay(other.figure, later.figure) || areFarApart(other, later, seen));
    const [own] = others;
    // A timetable and a sentence that agree speak with one voice.
    const isOneDay = others.every(({ figure }) => figure.to === own!.figure.to);
    if (own === undefined || !isOneDay || all.indexOf(own) > at) continue;
    const isKnown = (day: string | null): boolean =>
      all.some((other) => other.isLine && other !== own && other !== later && other.figure.to === day);
    // Two rounds in one sentence: the line is that of the other.
    const [line, prose] = own.isLine ? [own, later] : [later, own];
    const isSettled = all.some((other) => other.place === prose.place && other.figure.to === line.figure.to);
    if (isSettled || isKnown(own.figure.to) || (isKorean(own) && isKnown(later.figure.to))) continue;
    found.push([own.figure, later.figure]);
  }
  return found;
}

/** Two days of one year whose line and sentence share nearly all words, three rare ones or more: no slip, but a conflict. */
function areFarApart(a: Told, b: Told, seen: ReadonlyMap<string, number>): boolean {
  const [line, other] = a.isLine ? [a, b] : [b, a];
  const [one, two] = [a.figure, b.figure];
  if (!line.isLine || other.isLine || one.to!.slice(0, 4) !== two.to!.slice(0, 4)) return false;
  if (
    (one.relation === 'by' && two.relation !== 'by' && two.to! <= one.to!) ||
    (two.relation === 'by' && one.relation !== 'by' && one.to! <= two.to!)
  )
    return false;
  const shared = [...line.words].filter((word) => other.words.has(word));
  return shared.filter((word) => seen.get(word)! <= 3).length >= 3 && shared.length * 4 >= line.words.size * 3;
}

/** `1. The night clinics open on 1 July 2025.` under `Dates to note`: a short item that is there for its date. */
const isOfTimetable = ({ block, text }: Passage, above: Passage | undefined): boolean =>
  block.kind === 'item' &&
  text.length <= 100 &&
  above?.block.kind === 'heading' &&
  /\b(?:dates?|deadlines?|timetable|timeline|calendar|milestones?|diary)\b/i.test(above.text);

const apartFrom =
  /,? (?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several) (?:working )?(?:days?|weeks?|months?|years?) (?:after|before|ahead of|later than)\b[^.;]*/gi;

/** The days of the plan as far as they are compared, in order. */
function* daysOf(plan: PlanFacts): Steps<Told[]> {
  const found: Told[] = [];
  const above = yield* parents.inSteps(plan);
  const rest = rests();
  const rows = new Map<string, { passage: Passage; dates: DateFigure[]; text: string }>();
  for (const passage of passages(plan)) {
    if (found.length >= mostDays) break;
    if (rest()) yield;
    const { text, block, cell, index } = passage;
    if (block.kind === 'heading') continue;
    const isKorean = block.language === 'ko';
    const dates = datesIn(passage);
    if (cell !== null) {
      const key = `${index}|${cell.row}`;
      const row = rows.get(key) ?? { passage, dates: [], text: '' };
      rows.set(key, row);
      if (dates.length > 0) row.dates.push(...dates.map(({ figure }) => figure));
      else row.text += ` / ${text}`;
      continue;
    }
    if (dates.length === 0) continue;
    const [first] = dates;
    const line = /^(?:\([월화수목금토일]\))?\s?(?::|[–—-]\s)\s?(.{6,90})$/.exec(text.slice(first!.end));
    if (dates.length === 1 && first!.start <= 2 && line !== null) {
      if (isDay(first!.figure)) found.push(told(first!.figure, line[1]!, true, `${index}`));
      continue;
    }
    // `라. 새 노선 운행: 2026. 9. 7.(월)`
    const label = /^([^:.\d]{4,40}):\s$/.exec(text.slice(0, first!.start));
    if (isKorean && dates.length === 1 && label !== null && text.length - first!.end <= 4) {
      const under = onceAsked(() => wordsOf(above.get(passage)?.text ?? ''));
      if (isDay(first!.figure)) found.push(told(first!.figure, label[1]!, true, `${index}`, { context: under }));
      continue;
    }
    if (!isKorean && dates.length === 1 && isOfTimetable(passage, above.get(passage)) && isDay(first!.figure)) {
      found.push(told(first!.figure, text, true, `${index}`));
      continue;
    }
    const context = onceAsked(() => wordsOf(`${above.get(passage)?.text ?? ''} ${text.slice(0, longParagraph)}`));
    for (const sentence of sentencesIn(passage)) {
      const own = dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const thingOf = ({ start, end }: Placed<DateFigure>): NamedThing | null =>
        isKorean
          ? null
          : thingNamed(text.slice(sentence.start, sentence.end), start - sentence.start, end - sentence.start);
      if (own.length === 0 || sentence.end - sentence.start > 260) continue;
      // `4월 8일 주민설명회를 위한 홍보물`: no date of the meeting.
      if (
        isKorean &&
        /위한|위해|위하여|앞두|앞서|대비|관한|따른|한 (?:번|차례) 더|추가로/.test(
          text.slice(sentence.start, sentence.end),
        )
      )
        continue;
      if (own.length > 1) {
        for (const [at, { figure, end }] of own.entries()) {
          const from = own[at - 1]?.end ?? sentence.start;
          const to = own[at + 1]?.start ?? sentence.end;
          // What stands between two dates may belong to either: to the first by a comma or `and` behind it.
          const before = text.slice(from, own[at]!.start);
          const joint = at === 0 ? 0 : before.search(/,|;|\band\b/) + 1;
          const behind = /^[^,;]*?(?=,|;|\band\b|$)/.exec(text.slice(end, to))?.[0] ?? '';
          if (isDay(figure))
            found.push(
              told(
                figure,
                `${before.slice(joint)} ${behind}`,
                false,
                `${index}|${sentence.start}`,
                isKorean
                  ? { context, topics: topicsBefore(before), sides: sidesBefore(passage, own[at]!) }
                  : { context, thing: thingOf(own[at]!) },
              ),
            );
        }
        continue;
      }
      if (!isDay(own[0]!.figure)) continue;
      const owned = isKorean ? text.slice(sentence.start, sentence.end) : '';
      const deed = deedInBracket(text, own[0]!);
      if (deed !== null) {
        found.push(told(own[0]!.figure, deed, false, `${index}|${sentence.start}`, { context }));
        continue;
      }
      if (isKorean) {
        found.push(
          told(own[0]!.figure, clauseOf(owned, own[0]!.start - sentence.start), false, `${index}|${sentence.start}`, {
            context,
            topics: topicsBefore(text.slice(sentence.start, own[0]!.start)),
            sides: sidesBefore(passage, own[0]!),
          }),
        );
        continue;
      }
      const head = sentence.start === 0 ? '' : (/^(?:[A-Z][a-z]+ \d{1,2}[.:] )?[^.:]{0,60}[.:]/.exec(text)?.[0] ?? '');
      // `on 17 September, two days after the opening of the embassy`: the opening has another day.
      const words = text.slice(sentence.start, sentence.end).replace(apartFrom, '');
      found.push(
        told(
          own[0]!.figure,
          /^(?:It|They|This|These) /.test(words) ? `${head} ${words}` : words,
          false,
          `${index}|${sentence.start}`,
          { context, thing: thingOf(own[0]!) },
        ),
      );
    }
  }
  for (const [key, { dates, text }] of rows) {
    const [only, more] = dates;
    if (only !== undefined && more === undefined && isDay(only) && text.length < 100 && !/\d{2}/.test(text))
      found.push(told(only, text, true, key, { cells: text.split(' / ') }));
  }
  return found.sort((a, b) => a.figure.start - b.figure.start);
}

const told = (
  figure: DateFigure,
  text: string,
  isLine: boolean,
  place: string,
  around: Partial<Pick<Told, 'context' | 'topics' | 'sides' | 'thing' | 'cells'>> = {},
): Told => ({
  figure,
  words: wordsOf(text),
  context: () => new Set(),
  text,
  says: onceAsked(() => saidIn(text)),
  topics: [],
  thing: null,
  sides: [],
  isLine,
  cells: [],
  place,
  ...around,
});

function topicsBefore(lead: string): string[] {
  const match = /(?:^|[\s,.])(?:([가-힣]{2,8})\s)?([가-힣]{2,10})(?:은|는)\s$/.exec(lead.slice(-28));
  if (match === null) return [];
  const [, first, last = ''] = match;
  return first === undefined ? [last] : [last, `${first} ${last}`];
}

const isKorean = ({ text }: Told): boolean => /[가-힣]/.test(text);

/** The clause of a Korean sentence that holds the offset: verbs with `-고`, `-며`, `-되` and `뒤`, `후` end one. */
function clauseOf(sentence: string, at: number): string {
  let from = 0;
  for (const end of sentence.matchAll(/(?:[가-힣](?:고|며|되|지만|는데)[,\s]|\s(?:뒤|후|다음)[에,\s]+|,\s)/g)) {
    const next = end.index + end[0].length;
    if (next > at) return sentence.slice(from, next);
    from = next;
  }
  return sentence.slice(from);
}

const isDay = (figure: DateFigure): boolean =>
  figure.parts.length === 1 && figure.granularity === 'day' && figure.to !== null && figure.known !== 'open';

/** What happens once to a thing, by the stem of its word. */
const happens =
  /(?:착공|준공|완공|개관|개소|개통|개막|폐막|개장|개원|개교|개청|출범|발대|개강|수료|취항|상량|기공|현판|제막|출정|선포|발사|진수|위촉|해단|시상|취임|이임|보고회|설명회|공청회|토론회|간담회|발표회|박람회|전시회|음악회|경연대회|회의|축제|포럼|심포지엄)$/;

/**
 * Whether a happening of which the plan tells twice (`착공식은 4월 22일에`, `4월 12일 국가기후데이터센터 착공식`) is the same: what one
 * of them says that it happens to is named around the other, which says nothing else.
 */
function isOneHappening(a: Told, b: Told, word: string): boolean {
  if (!happens.test(word)) return false;
  if (isBareOf(a, b, word) || isBareOf(b, a, word)) return true;
  const [one, other] = [thingOf(a, word), thingOf(b, word)];
  if (one !== null && other !== null) return one === other;
  const [named, told] = one === null ? [other, a] : [one, b];
  return named !== null && (told.words.has(named) || told.context().has(named));
}

/** `2월 7일(금) 설명회에서 …` and a line `학교별 사업 설명회`, the only one: the bare word means that. */
const isBareOf = (told: Told, line: Told, word: string): boolean =>
  line.isLine &&
  !told.isLine &&
  line.text.endsWith(word) &&
  new RegExp(
    `(?:^|[은는이가] )[“‘"]?\\s*(?:\\([월화수목금토일]\\)\\s)?${word}(?:에서|에|를|을|까지|부터|는|은)\\s`,
  ).test(told.text);

/**
 * `면접은 3월 19일`, and a line `면접 심사`: what the sentence is about opens the only line that has the word, or is a whole cell of
 * the only row that has it.
 */
const isTopicOf = (
  { topics, isLine }: Told,
  { words, isLine: isOther, text, cells }: Told,
  seen: ReadonlyMap<string, number>,
): boolean =>
  !isLine &&
  isOther &&
  topics.some(
    (topic) =>
      (words.size <= 2 && text.startsWith(topic) && seen.get(topic) === 2) ||
      (cells.includes(topic) && seen.get(cellKey(topic)) === 1),
  );

/** Under which whole cells are counted beside words. */
const cellKey = (cell: string): string => `|${cell}`;

/** The thing named right before a happening: `해양치유센터` of `해양치유센터 개소`; null where a verb or a particle stands there. */
function thingOf({ text }: Told, word: string): string | null {
  const before = new RegExp(`([가-힣A-Za-z0-9]{3,})\\s${word}`).exec(text)?.[1];
  if (before === undefined) return null;
  const [bare] = wordsOf(before);
  return bare === before ? bare : null;
}

/** `the first crane is delivered on 3 August`, and `the crane (13 August)`: no other day of the plan is told of the thing. */
function isNamedBy(told: Told, { figure, thing, isLine, words }: Told, seen: ReadonlyMap<string, number>): boolean {
  if (thing === null || isLine || told.thing !== null) return false;
  // `write to residents of Fenton Street by 14 April`: nothing that happens to the street.
  if (figure.relation === 'by' && told.figure.relation !== 'by') return false;
  const shared = [...words].filter((word) => told.words.has(word));
  return shared.some((word) => seen.get(word) === 2) && isAbout(thing, told.text, told.isLine);
}

/** `The storm began on 12 November. It lasted until the evening of 14 November.` */
const lasts = /\b(?:lasts?|lasted|r[au]ns?|goes on|went on|continues?|continued) (?:until|till|through|to)\b/;

/** Whether the words of both are of one thing, nothing telling them apart. */
function tellsSame(a: Told, b: Told, seen: ReadonlyMap<string, number>): boolean {
  if (a.isLine && b.isLine) return false;
  if (isNamedBy(a, b, seen) || isNamedBy(b, a, seen)) return true;
  const [one, other] = [a.says(), b.says()];
  if (!a.isLine && !b.isLine && areNamedApart(one, other)) return false;
  if (areDisjoint(one.ordinals, other.ordinals) || areDisjoint(a.sides, b.sides)) return false;
  if (lasts.test(a.text) !== lasts.test(b.text)) return false;
  if (one.starts !== other.starts && one.ends !== other.ends) return false;
  if (a.isLine !== b.isLine && [...a.words].some(isOfEntries) !== [...b.words].some(isOfEntries)) return false;
  const shared = [...a.words].filter((word) => b.words.has(word));
  if (shared.some((word) => seen.get(word) === 2 && isOneHappening(a, b, word))) return true;
  if (isTopicOf(a, b, seen) || isTopicOf(b, a, seen)) return true;
  const rare = shared.filter((word) => seen.get(word)! <= 3);
  const line = a.isLine ? a : b.isLine ? b : null;
  if (line !== null) {
    if (rare.length >= 2 && shared.length * 20 >= line.words.size * 13) return true;
    const { context, thing } = line === a ? b : a;
    const around = [...line.words].filter((word) => context().has(word) || shared.includes(word));
    // `The marathon on 18 July will start` in the paragraph on teacher training is about the marathon.
    const isOther = thing !== null && !line.text.toLowerCase().includes(thing.words.at(-1)!);
    return (
      rare.some((word) => !isOther || (!starts.test(word) && !ends.test(word))) &&
      around.filter((word) => (seen.get(word) ?? 0) <= 3).length >= 2 &&
      around.length * 4 >= line.words.size * 3
    );
  }
  const smaller = Math.min(a.words.size, b.words.size);
  // `Ms Corrigan: write to residents by 14 April` and what she told a resident of the 28th: a deadline is for its own deed.
  const isDeadlineOfOne = (a.figure.relation === 'by') !== (b.figure.relation === 'by');
  if (isDeadlineOfOne && !(one.starts && other.starts) && !(one.ends && other.ends)) return false;
  return rare.length >= 3 && shared.length * 2 >= smaller;
}
