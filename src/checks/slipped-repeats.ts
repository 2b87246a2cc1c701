import { meantValues, significantDigits, slipFrom } from '../ledger/slip';
import { contentWords, sharedWords } from '../ledger/subject';
import { placeOf, type Term } from '../ledger/term';
import { nodeAt } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { onceAsked } from '../text/once';
import { lastStartingBy, type Span } from '../text/span';
import { gathered, rests, type InTurns, type Steps } from '../text/steps';
import { gridsOf } from './grid';
import { provenIn } from './listed-figures';
import { passages, sentenceAt, type Passage } from './passage';
import { isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { isDuration } from './unit-price';

/** One place where a value stands; few are ever compared, so the words around it are read when they are. */
interface Occurrence {
  readonly term: Term;
  /** Money of a currency, or things of a name; `number` in a cell of a table. */
  readonly unit: string;
  words(): ReadonlySet<string>;
  /** Those close to it. */
  near(): ReadonlySet<string>;
  years(): ReadonlySet<string>;
  /** Those of the whole sentence. */
  sentenceYears(): ReadonlySet<string>;
  /** `of which`, `이 가운데`: a part of what is named. */
  isPart(): boolean;
  /** Where it stands: values of one sentence are set side by side on purpose. */
  place(): string;
  isProven(): boolean;
  /** It stands in the title of a part: two parts have two amounts. */
  readonly isHead: boolean;
  /** The words right behind it, where they are of four words or more up to a stop: `schools in the high-risk zones`. */
  phrase(): string | null;
  /** `the last of the 3,150 homes`: so many of which the plan has told before. */
  isKnown(): boolean;
  /** `“$4.21 million is a great deal,” said the mayor`: a speaker repeats what the plan says. */
  isQuoted(): boolean;
  /** What is so many: as it stands, or raised from it. */
  level(): Level | null;
  /** The text that it stands in; null in a table. */
  readonly passage: Passage | null;
}

/** `사서는 46명이다`; as `isBase`, `사서를 64명에서`. */
interface Level {
  readonly noun: string;
  readonly isBase: boolean;
}

/** A passage of so few UTF-16 units is about one thing. */
const shortPassage = 320;

/** More values than a plan has. */
const mostValues = 4000;

/** Two values of which one was likely meant to be the other. */
export interface SlippedRepeat {
  readonly written: Term;
  readonly meant: Term;
  /** Whether the two have enough in common that nothing else is likely; otherwise they are worth a look. */
  readonly isSure: boolean;
}

/**
 * A value that stands nowhere else, and that two swapped digits turn into one that the plan names elsewhere, of one unit:
 * `Sales of ¥231 billion are our promise`, where ¥213 billion stand in the text and in the table. Surely where that one
 * stands twice or more and has a telling word in common, or once with three; perhaps with fewer, or digits.
 */
export function* slippedRepeats(plan: PlanFacts): InTurns<SlippedRepeat> {
  const prose = yield* inProse(plan);
  const all = [...prose, ...(yield* gathered(inTables(plan)))];
  if (all.length > mostValues) return;
  const byValue = new Map<string, Occurrence[]>();
  for (const one of all) gather(byValue, one.term.value.toString(), one);
  const isRare = rareAmong(all);
  const rest = rests();
  for (const own of prose) {
    if (rest()) yield;
    if (significantDigits(own.term.numeral.digits) < 2) continue;
    if (byValue.get(own.term.value.toString())!.some((other) => other !== own && goesWith(own, other))) continue;
    const meant = meantValues(own.term)
      .filter((value) => byValue.has(value.toString()) && slipFrom(own.term, value) === 'swap')
      .flatMap((value) => {
        // `농촌 (321억원)`, of which 231억원 and 90억원: a part of it.
        if (byValue.has(value.minus(own.term.value).abs().toString())) return [];
        const same = (byValue.get(value.toString()) ?? []).filter((other) => goesWith(own, other));
        if (same.some((other) => areBeside(own, other))) return [];
        return repeatAmong(own, same, isRare) ?? [];
      });
    if (meant.length === 1 && !own.isProven()) yield meant[0]!;
  }
}

/** Those of the same value that have most in common with one that differs from it by two digits. */
function repeatAmong(
  own: Occurrence,
  same: readonly Occurrence[],
  isRare: (word: string) => boolean,
): SlippedRepeat | null {
  const alike = same.filter((other) => shareYear(own.years(), other.years()));
  const digits = significantDigits(own.term.numeral.digits);
  const needed = same.length >= 2 || own.term.numeral.digits.replace(/[^\d]/g, '').length >= 5 ? 1 : 3;
  const sure =
    digits < 3
      ? alike.find((other) => own.phrase() !== null && own.phrase() === other.phrase())
      : alike.find((other) => sharedWords(own.words(), other.words()) >= needed);
  const other = sure ?? alike.find((one) => perhapsMeant(own, one, digits, isRare));
  return other === undefined ? null : { written: own.term, meant: other.term, isSure: sure !== undefined };
}

/**
 * A rare word close to both; of two digits, money alone; three in Korean and English, whose words nothing compares; three of money
 * in what somebody is quoted with.
 */
function perhapsMeant(own: Occurrence, other: Occurrence, digits: number, isRare: (word: string) => boolean): boolean {
  if (digits === 2 && areOneLevel(own, other)) return true;
  if ((digits < 3 && !own.unit.startsWith('money')) || (own.isHead && other.isHead)) return false;
  if (own.isPart() || !shareYear(own.sentenceYears(), other.sentenceYears())) return false;
  if (areOfTwoLanguages(own, other)) return digits >= 3;
  if (digits >= 3 && own.unit.startsWith('money') && own.isQuoted()) return true;
  if (digits >= 3 && own.unit === other.unit && own.isKnown() !== other.isKnown()) return true;
  return [...own.near()].some((word) => other.near().has(word) && isRare(word));
}

/** `사서는 46명이다` and `사서를 64명에서 88명으로 늘린다`: what there is, and what it is raised from. */
function areOneLevel(own: Occurrence, other: Occurrence): boolean {
  const [one, two] = [own.level(), other.level()];
  return one !== null && two !== null && one.noun === two.noun && one.isBase !== two.isBase;
}

function levelOf(text: string, { start, end }: Quantity): Level | null {
  const noun = /(?:^|[.:)]\s)([가-힣]{2,8})[은는이가을를]\s$/.exec(text.slice(Math.max(0, start - 14), start))?.[1];
  const behind = text.slice(end, end + 4);
  if (noun === undefined) return null;
  const isBase = /^에서\s/.test(behind);
  return isBase || /^(?:이다|이며|이고|입니다|으로)/.test(behind) ? { noun, isBase } : null;
}

const areOfTwoLanguages = ({ passage: a }: Occurrence, { passage: b }: Occurrence): boolean =>
  a !== null && b !== null && (a.block.language === 'ko') !== (b.block.language === 'ko');

/** Whether a word stands close to values in three sentences or rows at most; counted when it is first asked. */
function rareAmong(all: readonly Occurrence[]): (word: string) => boolean {
  const places = onceAsked(() => {
    const found = new Map<string, Set<string>>();
    for (const { near, place } of all)
      for (const word of near()) found.set(word, (found.get(word) ?? new Set()).add(place()));
    return found;
  });
  return (word) => (places().get(word)?.size ?? 0) <= 3;
}

/** In one sentence, or close together in one paragraph: two values that were set side by side on purpose. */
const areBeside = (own: Occurrence, other: Occurrence): boolean =>
  own.place() === other.place() ||
  (own.passage !== null &&
    own.passage === other.passage &&
    Math.abs(own.term.numeral.start - other.term.numeral.start) < besides);
const besides = 200;

/** Money goes with money of its currency, things with things of their name; a number in a cell with any things. */
const goesWith = (own: Occurrence, other: Occurrence): boolean =>
  own.unit === other.unit || (own.unit.startsWith('count') && other.unit === 'number');

/** Whether the years named beside two values have one in common, or none is named beside one of them. */
const shareYear = (years: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  years.size === 0 || others.size === 0 || [...years].some((year) => others.has(year));

const yearsOf = (text: string): ReadonlySet<string> => new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []);

function* inProse(plan: PlanFacts): Steps<Occurrence[]> {
  const found: Occurrence[] = [];
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null || passage.figures.length === 0) continue;
    for (const one of quantitiesIn(passage)) {
      if (!isTold(passage.text, one)) continue;
      found.push({
        term: one.term,
        unit: one.unit,
        words: () => contentWords(wordsAround(plan, passage, one)),
        near: () => contentWords(wordsClose(plan, passage, one)),
        isHead: titleOf(plan, one).includes(one.term.text),
        years: () => yearsOf(passage.text.slice(Math.max(0, one.start - 26), one.end + 26)),
        sentenceYears: () => yearsOf(textOf(passage.text, sentenceAt(passage, one.start))),
        isPart: () => ofWhich.test(passage.text.slice(Math.max(0, one.start - 40), one.start)),
        place: () => `${passage.index}|${sentenceAt(passage, one.start).start}`,
        isProven: () => provenIn(passage).has(placeOf(one.term)),
        phrase: () => phraseBehind(passage.text, one),
        isKnown: () => isKnown(passage.text, one),
        isQuoted: () => isQuoted(passage.text, one.start),
        level: () => levelOf(passage.text, one),
        passage,
      });
    }
  }
  return found;
}

/** The words that tell what a value is of: of its passage, or the nearest of its sentence, and of the heading above. */
function wordsAround(plan: PlanFacts, passage: Passage, one: Quantity): string {
  const { text } = passage;
  const sentence = sentenceAt(passage, one.start);
  const words =
    text.length <= shortPassage
      ? text
      : text.slice(Math.max(sentence.start, one.start - 160), Math.min(sentence.end, one.end + 160));
  return `${words} ${titleOf(plan, one)}`;
}

/** The noun and what is said of it: the first five words behind the digits. */
function phraseBehind(text: string, { term, start, end }: Quantity): string | null {
  const from = start + term.numeral.digits.length;
  const own = from < end ? from : end;
  const words = /^(?: [A-Za-z][a-z’'-]*){4,5}/.exec(text.slice(own, own + 80))?.[0];
  return words === undefined ? null : words.trim().toLowerCase();
}

/** `all 3,150 homes`, `the first of the 480 buses`, `half of these 1,250 wells`; not `the 900 homes`, which may be others. */
const isKnown = (text: string, { unit, start }: Quantity): boolean =>
  unit.startsWith('count ') &&
  /\b(?:all(?: of)?(?: the| these| those)?|(?:last|first|most|half|many|some|none|one|each|rest|third|quarter) of (?:the|these|those|our|its))(?: new)? $/i.test(
    text.slice(Math.max(0, start - 30), start),
  );

/** Between quotation marks, as far as the paragraph shows them. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 600), at);
  const plain = before.match(/"/g)?.length ?? 0;
  return plain % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}

const ofWhich = /\bof which\b|\bincluding\b|이 (?:가운데|중)|그중/i;

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** The title of the part that the value stands in. */
function titleOf({ outline }: PlanFacts, { figure }: Quantity): string {
  const path = figure?.node ?? [];
  return path.length === 0 ? '' : (nodeAt(outline, path)?.title ?? '');
}

/** Words within a line of it in its sentence, and of the heading that it stands under or in. */
function wordsClose(plan: PlanFacts, { text, block }: Passage, one: Quantity): string {
  const title = titleOf(plan, one);
  if (block.kind === 'heading') return title;
  const before = text.slice(Math.max(0, one.start - 60), one.start).replace(/^.*[.;:] /, '');
  const after = text.slice(one.end, one.end + 60).replace(/[.;](?: .*)?$/, '');
  return `${before} ${after} ${title}`;
}

const isTold = (text: string, one: Quantity): boolean =>
  one.figure !== null &&
  !isPercent(one) &&
  !one.bound &&
  !isDuration(text, one) &&
  (isAmount(one) ? one.figure.per === null : one.unit !== 'count ');

function* inTables(plan: PlanFacts): InTurns<Occurrence> {
  for (const { rows, headers, index } of yield* gridsOf.inSteps(plan)) {
    yield;
    for (const [at, row] of rows.entries()) {
      for (const [column, cell] of row.cells.entries()) {
        if (!cell?.term || (cell.kind !== 'amount' && cell.kind !== 'number')) continue;
        const header = headers[column] ?? '';
        yield {
          term: cell.term,
          unit: cell.kind === 'amount' ? currencyOf(plan, cell.term) : 'number',
          words: () => contentWords(`${row.label} ${header}`),
          near: () => contentWords(row.label),
          isHead: false,
          years: () => yearsOf(header),
          sentenceYears: () => yearsOf(header),
          isPart: () => false,
          place: () => `${index}|row ${at}`,
          isProven: () => false,
          phrase: () => null,
          isKnown: () => false,
          isQuoted: () => false,
          level: () => null,
          passage: null,
        };
      }
    }
  }
}

/** The unit of the amount that stands in a cell. */
function currencyOf({ figures }: PlanFacts, term: Term): string {
  const figure = figures[lastStartingBy(figures, term.numeral.start)];
  return figure?.kind === 'amount' ? `money ${figure.currency ?? figure.notation.currency}` : 'number';
}
