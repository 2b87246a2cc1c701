import type { DateFigure } from '../figures/figure';
import type { Span } from '../text/span';
import { onceAsked } from '../text/once';
import { isOfEntries } from './event-words';
import { koreanOf } from './korean-event';
import { sentenceAt, type Passage, type Placed } from './passage';

/** What happens on a date, as far as its clause or its table row tells. */
export interface Event {
  /** Content words of what it happens to, in lower case; Korean: one entry, without spaces. */
  readonly subject: ReadonlySet<string>;
  readonly kind: EventKind | null;
  /** Names and numbers in the clause: two events with different ones are two events. */
  readonly names: ReadonlySet<string>;
  /** Words between verb and date (`for farmers`, `in Busan`). */
  readonly rest: ReadonlySet<string>;
  readonly korean: boolean;
  /** The clause names only `the work` or `it`; the subject is the heading's above. */
  readonly derived?: true;
  /** The head of the column says what happens on the day; the row is no more than its name. */
  readonly byColumn?: true;
  /** How the part in which it stands is called elsewhere: `action 1`. */
  readonly part?: string;
  /** Parts that the sentence names: `The call for Action 1`, `the tender (see Activity 1)`. */
  readonly refers?: ReadonlySet<string>;
  /** Content words of the paragraph up to the end of the sentence, and of the heading above: what `Applications close` is about. */
  readonly context?: () => ReadonlySet<string>;
}

export type EventKind = 'start' | 'end' | 'held' | 'issued' | 'awarded';

const verbs: readonly (readonly [EventKind, RegExp])[] = [
  [
    'start',
    /\b(?:starts?|started|starting|begins?|began|begun|commences?|launch(?:es|ed)?|(?:re)?opens?|(?:re)?opened|appl(?:y|ies)|applied|takes? effect|took effect|enters? into force|comes? into (?:force|effect|operation)|goes? live|goes? on sale|enters? service|introduced|takes? up (?:work|service)|inaugurated|commissioned|energi[sz]ed|switched on|set up)\b/i,
  ],
  [
    'end',
    /\b(?:finish(?:es|ed)?|complet(?:e|es|ed)|ends?|ended|closes?|closed|concludes?|concluded|expires?|expired|due|ready)\b/i,
  ],
  ['held', /\b(?:takes? place|took place|holds?|held|hosts?|hosted|convenes?|convened|meets?)\b/i],
  ['issued', /\b(?:submitted|published|released|presented|announced|reported|issued|unveiled|sent out|given)\b/i],
  ['awarded', /\b(?:awarded|signed|selected|chosen|appointed)\b/i],
];

/** Nouns that name a happening by themselves. */
const happenings: readonly (readonly [EventKind, RegExp])[] = [
  [
    'held',
    /\b(?:ceremony|ground-?breaking|forum|conference|summit|games|drill|fair|hearing|briefing|election|festival|congress|workshop|exhibition)\b/i,
  ],
  ['held', /\b[A-Z][a-z]+ (?:Day|Week|Night|Weekend|Games|Fair|Festival)\b/],
  ['start', /\b(?:opening|launch|start|inauguration|beginning)\b/i],
  ['end', /\b(?:deadline|closing date|completion|close)\b/i],
];

/** All of them in order of precedence, to be looked for from place to place. */
const signs = [...verbs, ...happenings].map(([kind, pattern], index) => ({
  kind,
  pattern: new RegExp(pattern, `${pattern.flags}g`),
  isNoun: index >= verbs.length,
}));

/** The clause's beginning: after a stop, a conjunction with a comma, a word that opens a subordinate clause. */
const boundary =
  /[;:(–—]|, (?:and|but|while|where|when|which|who|with|as|so|after|before)\b|\b(?:before|after|when|while|until|which|that|because|so that|where|once|although)\b/gi;
const stop = new Set(
  'the a an its their our his her this that these those of in on at by for to from and or will be is are was were has have been being shall would can may must it they we all also then there further first-ever new annual'.split(
    ' ',
  ),
);
const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|fy)$/i;
/** Words that any event may have and that tell none from another. */
const generic = new Set(
  'ceremony event official date project projects work works programme program scheme plan call applications application registration tender construction phase stage trial service services centre center measure measures second third fourth'.split(
    ' ',
  ),
);

/** Words that say what happens and not to what. */
const happeningWords = new Set(
  'start launch opening inauguration beginning deadline closing date completion close'.split(' '),
);

/** The part of a plan in which a date stands: `Action 1`, `Shore-side electricity (EUR 49.0 million)`. */
export interface Part {
  readonly marker: string | null;
  readonly title: string;
}

/**
 * The event of a date in an English sentence, or null where the clause tells none. `part` is that in which it stands:
 * `Work … will be finished by` is about that.
 */
export function englishEvent(passage: Passage, date: Placed<DateFigure>, part: Part | null): Event | null {
  const heading = part?.title ?? null;
  const sentence = sentenceAt(passage, date.start);
  const { text } = passage;
  const ahead = withoutAsides(text.slice(sentence.start, date.start));
  const from = clauseStart(passage, ahead, sentence, date);
  const headOfSentence = ahead.slice(0, from - sentence.start);
  const clause = withoutMarker(ahead.slice(headOfSentence.length), from);
  const behind = /^[^.;,:()–—]{0,60}/.exec(text.slice(date.end, sentence.end))![0];
  const [marked] = namedParts(part?.marker ?? '');
  const own = marked === undefined ? {} : { part: marked };
  for (const { kind, pattern, isNoun } of signs) {
    const match = lastMatch(pattern, clause);
    if (match === null) continue;
    const after = clause.slice(match.index + match[0].length);
    let subject = contentOf(isNoun ? clause : clause.slice(0, match.index));
    // `Open the Withy Field café on …`: what an order is about stands behind its verb.
    const isOrder = !isNoun && subject.size === 0 && /^[A-Z]/.test(match[0]);
    if (isOrder) subject = contentOf(after);
    // `A rink at Coulter Park, which opens on`: what `which` stands for is said before.
    const relative = isNoun || subject.size > 0 ? null : /([^.;:]{3,70}?),? (?:which|that) ?$/.exec(headOfSentence);
    if (relative !== null) subject = contentOf(relative[1]!.replace(/^.*,\s/, ''));
    // `two years after its start on …`: whose start it is stands at the sentence's head.
    if (isNoun && [...subject].every((word) => happeningWords.has(word))) {
      const head = /^(.{3,60}?) (?:will|shall|is|are|was|were|has|have|had|can|must)\b/.exec(headOfSentence);
      if (head !== null) subject = contentOf(head[1]!);
    }
    // `Work on the terminal began in 2024 and will be completed by …`: the subject stands before the first verb.
    if (subject.size === 0 && !isNoun) subject = sharedSubject(headOfSentence);
    if ([...subject].every((word) => generic.has(word))) {
      const title = contentOf((heading ?? '').replace(/\([^()]*\d[^()]*\)/g, '').replace(amountIn, ''));
      if (title.size >= 2 && title.size <= 6 && !isNoun) {
        return { subject: title, kind, names: new Set(), rest: new Set(), korean: false, derived: true, ...own };
      }
      if (subject.size === 0) continue;
    }
    const rest = contentOf(isNoun || isOrder ? '' : after);
    const context = onceAsked(() => {
      const around =
        text.slice(Math.max(0, sentence.end - 400), sentence.start) + ahead + text.slice(date.start, sentence.end);
      return contentOf(`${heading ?? ''} ${around.slice(-400)}`);
    });
    const refers = new Set(namedParts(ahead));
    return { subject, kind, names: namesOf(`${clause} ${behind}`), rest, korean: false, context, refers, ...own };
  }
  return null;
}

/** `The rule, which pays for their upkeep, takes effect`: what is said in passing is blanked, at the same offsets. */
const withoutAsides = (text: string): string =>
  text.replace(/, (?:which|who|that) [^,;:.()]{3,90},(?= )/g, (aside) => ' '.repeat(aside.length));

/** `Northern transmission line, US$310 million`: what it costs is no part of the name. */
const amountIn =
  /(?:[A-Z]{1,3}[$€£¥₩₹]|[$€£¥₩₹]|\b(?:[A-Z]{3}|Rs\.?) ?)\d[\d.,]*(?: ?(?:thousand|million|billion|trillion|lakh|crore|bn|m)\b)?/g;

const namedParts = (text: string): string[] =>
  [...text.matchAll(/\b[A-Z][a-z]{3,} \d{1,2}(?![\d.,]*\d)/g)].map(([name]) => name.toLowerCase());

/** The clause that begins at `from` without `Action 9` or `3.`, if that is the paragraph's head. */
const withoutMarker = (clause: string, from: number): string =>
  from > 0 ? clause : clause.replace(/^\s*(?:[A-Z][a-z]+ )?\(?\d+(?:\.\d+)*[.:)]{0,2}\s+/, '');

/** What stands before the first verb of a sentence's beginning; nothing where another clause lies between. */
function sharedSubject(text: string): Set<string> {
  if (/[;:]|, (?:and|but|while|which|who)\b/.test(text)) return new Set();
  const first = verbs
    .map(([, pattern]) => pattern.exec(text)?.index ?? -1)
    .filter((index) => index > 0)
    .sort((a, b) => a - b)[0];
  return first === undefined ? new Set() : contentOf(text.slice(0, first));
}

/** Where the clause of the date begins in its passage; `ahead` is what stands in the sentence before the date. */
function clauseStart({ figures }: Passage, ahead: string, sentence: Span, date: Placed<DateFigure>): number {
  let from = sentence.start;
  // What stands before an earlier date belongs to that date.
  for (const { figure, end } of figures) if (figure.kind === 'date' && end <= date.start && end > from) from = end;
  const stretch = ahead.slice(from - sentence.start);
  let last = 0;
  for (const match of stretch.matchAll(boundary))
    if (match.index + match[0].length < stretch.length - 8) last = match.index + match[0].length;
  return from + last;
}

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  let found: RegExpExecArray | null = null;
  for (const match of text.matchAll(pattern)) found = match;
  return found;
}

function contentOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'-]*|\d+(?:st|nd|rd|th)?/g)) {
    const lower = word.toLowerCase().replace(/[’']s$/, '');
    if (!stop.has(lower) && !months.test(lower) && lower.length > 1) found.add(lower.replace(/([a-z]{3})s$/, '$1'));
  }
  return found;
}

/** Capitalised words and numbers, the first word of the clause left out. */
function namesOf(text: string): Set<string> {
  const found = new Set<string>();
  const trimmed = text.trimStart();
  for (const match of trimmed.matchAll(
    /[A-Z][A-Za-z’'-]+|\d+(?:st|nd|rd|th)?|\b(?:first|second|third|fourth|fifth|sixth)\b/g,
  )) {
    const word = match[0].toLowerCase();
    if (match.index > 0 && !months.test(word)) found.add(word);
  }
  return found;
}

/** Labels of the steps of a procedure, one of which follows the other. */
export const namesStep =
  /공고|접수|모집|신청|심사|심의|평가|선정|발표|협약|체결|계약|교부|착수|착공|준공|개관|개통|개소|완료|의결|확정|승인|제출|배정|설계|발주|입찰|정산|^(?:[1-9]차|최종)|\b(?:call|applications?|screening|review|interviews?|jury|shortlist|decision|selection|award|contracts?|signing|tenders?|construction|completion|opening|launch|results?|announcement|evaluation|consultation|draft|approval|adoption)\b/i;

/** The event that a table row's label names. */
export function labelEvent(label: string): Event | null {
  if (/[가-힣]/.test(label)) return koreanOf(label, '');
  const subject = contentOf(label);
  if (subject.size === 0 || subject.size > 8) return null;
  for (const { kind, pattern, isNoun } of signs) {
    const match = lastMatch(pattern, label);
    if (match === null) continue;
    const bare = isNoun ? subject : contentOf(label.replace(match[0], ' '));
    if (bare.size > 0) return { subject: bare, kind, names: new Set(), rest: new Set(), korean: false };
  }
  return subject.size < 2 ? null : { subject, kind: null, names: new Set(), rest: new Set(), korean: false };
}

/** Words of which two mentions of one event share at least one: Korean, the end of the subject. */
export function handlesOf({ korean, subject, kind, context, part, refers }: Event): string[] {
  if (korean)
    return [...subject].flatMap((word) => [
      word.slice(-4),
      ...((kind === 'end' || kind === 'issued') && word.length !== 2 ? [word.slice(-2)] : []),
    ]);
  const own = [...subject].filter((word) => !generic.has(word));
  const parts = [...(part === undefined ? [] : [part]), ...(refers ?? [])];
  // `Applications close`: what they are for is said around it.
  return [...parts, ...(own.length > 0 ? own : [...(context?.() ?? [])].filter((word) => !generic.has(word)))];
}

/** Whether two events are surely one: the same happening to the same thing, nothing that tells them apart. */
export function sameEvent(a: Event, b: Event): boolean {
  if (a.korean !== b.korean || (a.derived === true && b.derived === true)) return false;
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false;
  if (differ(a.names, b.names) || differ(a.rest, b.rest)) return false;
  if (a.korean) {
    const [x, y] = [[...a.subject][0]!, [...b.subject][0]!];
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    if (short.length === 2)
      return (
        a.kind !== null &&
        a.kind === b.kind &&
        !vague.has(short) &&
        (short === long || ((a.kind === 'end' || (a.kind === 'issued' && long.length > 3)) && long.endsWith(short)))
      );
    return short === long ? short.length >= 3 : short.length >= 4 && long.endsWith(short);
  }
  if (isOfPart(a, b) || isOfPart(b, a)) return true;
  const [small, large] = a.subject.size <= b.subject.size ? [a, b] : [b, a];
  const own = [...small.subject].filter((word) => !generic.has(word));
  if (own.length === 0 || ordinalsOf(a) !== ordinalsOf(b)) return false;
  // `Entries for the marathon close`, and a row `Marathon`: that is what they are for.
  if ((a.kind === null) !== (b.kind === null) && isEntry(a) !== isEntry(b)) return false;
  // Of unknown kind (a label), every word must be there.
  const isLabel = a.kind === null || b.kind === null || a.byColumn === true || b.byColumn === true;
  if (isLabel && small.subject.size < 2) return false;
  // `Voters' list posted` in a timetable, and `Registration closed` under the heading `Voters' list`: the row tells more.
  const [row, told] = a.kind === null ? [a, b] : [b, a];
  if (row.kind === null && told.derived === true)
    return [...row.subject].every((word) => generic.has(word) || told.subject.has(word));
  return own.every((word) => large.subject.has(word));
}

const isEntry = ({ subject }: Event): boolean => [...subject].some(isOfEntries);

/** `Call for Action 1 opens`, and `The call opens` under the heading `Action 1`: nothing else is named. */
function isOfPart(told: Event, { derived, subject, kind, part }: Event): boolean {
  if (derived !== true || !namesPart(told, kind, part)) return false;
  const words = new Set(part!.split(' '));
  return [...told.subject].every((word) => words.has(word) || generic.has(word) || subject.has(word));
}

/** `The tender (see Activity 1) opens`, and `a tender, which opens` in Activity 1. */
const isToldOfPart = (told: Event, { subject, kind, part }: Event): boolean =>
  namesPart(told, kind, part) && [...told.subject].some((word) => /\D/.test(word) && subject.has(word));

const namesPart = (told: Event, kind: EventKind | null, part: string | undefined): boolean =>
  part !== undefined && kind !== null && told.kind === kind && told.part !== part && told.refers?.has(part) === true;

/**
 * Whether two events are likely one, where their dates differ by a slip: the same kind of happening, most of the telling
 * words shared; a row of a timetable all of whose words the paragraph has.
 */
export function likelySameEvent(a: Event, b: Event): boolean {
  if (a.korean || b.korean || a.kind === null || a.kind !== b.kind) return false;
  if (isToldOfPart(a, b) || isToldOfPart(b, a)) return true;
  if (differ(a.names, b.names)) return false;
  const [x, y] = [ordinalsOf(a), ordinalsOf(b)];
  if (x !== y && x !== '' && y !== '') return false;
  const [small, large] = a.subject.size <= b.subject.size ? [a, b] : [b, a];
  const own = [...small.subject].filter((word) => !generic.has(word) && !happeningWords.has(word));
  const shared = own.filter((word) => large.subject.has(word)).length;
  if (shared >= 3 && shared * 2 > own.length) return true;
  const [row, told] = a.context === undefined ? [a, b] : [b, a];
  if (row.context !== undefined || told.context === undefined || row.subject.size < 2) return false;
  return (
    [...row.subject].some((word) => told.subject.has(word)) &&
    [...row.subject].every((word) => told.context!().has(word))
  );
}

const ordinalsOf = ({ subject }: Event): string =>
  [...subject]
    .filter((word) => /\d|^(?:first|second|third|next|last|final)$/.test(word))
    .sort()
    .join();

/** Korean subjects of two syllables that many things share. */
const vague = new Set([
  '사업',
  '계획',
  '기간',
  '일정',
  '행사',
  '공사',
  '회의',
  '교육',
  '시설',
  '평가',
  '보고',
  '공고',
  '시범',
]);

/** Both have some and share none. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
