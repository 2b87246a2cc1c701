import { meantValues, significantDigits, slipFrom } from '../ledger/slip';
import { contentWords, sharedWords } from '../ledger/subject';
import { placeOf, type Term } from '../ledger/term';
import { nodeAt } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { lastStartingBy } from '../text/span';
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
  years(): ReadonlySet<string>;
  /** Where it stands: values of one sentence are set side by side on purpose. */
  place(): string;
  isProven(): boolean;
  /** The text that it stands in; null in a table. */
  readonly passage: Passage | null;
}

/** A passage of so few UTF-16 units is about one thing. */
const shortPassage = 320;

/** More values than a plan has. */
const mostValues = 4000;

/**
 * A value that stands nowhere else, and that two swapped digits turn into one that the plan names twice or more, of one
 * unit and with a telling word in common, or once with three: `Sales of ¥231 billion are our promise`, where ¥213 billion stand in the text
 * and in the table. Pairs of the two.
 */
export function* slippedRepeats(plan: PlanFacts): InTurns<[Term, Term]> {
  const prose = yield* inProse(plan);
  const all = [...prose, ...(yield* gathered(inTables(plan)))];
  if (all.length > mostValues) return;
  const byValue = new Map<string, Occurrence[]>();
  for (const one of all) gather(byValue, one.term.value.toString(), one);
  const rest = rests();
  for (const own of prose) {
    if (rest()) yield;
    if (significantDigits(own.term.numeral.digits) < 3) continue;
    if (byValue.get(own.term.value.toString())!.some((other) => other !== own && goesWith(own, other))) continue;
    const meant = meantValues(own.term)
      .filter((value) => byValue.has(value.toString()) && slipFrom(own.term, value) === 'swap')
      .flatMap((value) => {
        // `농촌 (321억원)`, of which 231억원 and 90억원: a part of it.
        if (byValue.has(value.minus(own.term.value).abs().toString())) return [];
        const same = (byValue.get(value.toString()) ?? []).filter((other) => goesWith(own, other));
        const needed = same.length >= 2 || own.term.numeral.digits.replace(/[^\d]/g, '').length >= 5 ? 1 : 3;
        const telling = same.filter(
          (other) => sharesYear(own, other) && sharedWords(own.words(), other.words()) >= needed,
        );
        return telling.length >= 1 && !same.some((other) => areBeside(own, other)) ? [telling[0]!] : [];
      });
    if (meant.length === 1 && !own.isProven()) yield [own.term, meant[0]!.term];
  }
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

function sharesYear(one: Occurrence, other: Occurrence): boolean {
  const years = one.years();
  const others = other.years();
  return years.size === 0 || others.size === 0 || [...years].some((year) => others.has(year));
}

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
        years: () => yearsOf(passage.text.slice(Math.max(0, one.start - 26), one.end + 26)),
        place: () => `${passage.index}|${sentenceAt(passage, one.start).start}`,
        isProven: () => provenIn(passage).has(placeOf(one.term)),
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
  const path = one.figure?.node ?? [];
  return `${words} ${path.length === 0 ? '' : (nodeAt(plan.outline, path)?.title ?? '')}`;
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
          years: () => yearsOf(header),
          place: () => `${index}|row ${at}`,
          isProven: () => false,
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
