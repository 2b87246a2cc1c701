import Big from 'big.js';
import type { Amount, Numeral, Percent } from '../figures/figure';
import { numeralOf, readNumber } from '../figures/number';
import { termOf, type Term } from '../ledger/term';
import { labels, otherLabels } from '../outline/words';
import { languages } from '../language/index';
import type { Span } from '../text/span';
import { isValued, termOfFigure, unitOf, type Valued } from './figure-term';
import { plainNumeral } from './grid';
import { measureSource } from './measures';
import { once } from '../text/once';
import type { Passage, Placed } from './passage';

/** A number in a passage, whether recognised as a figure or standing bare: `from 1,200 to 1,800 a week`; with its unit of measure. */
export interface Quantity extends Span {
  readonly term: Term;
  /** Quantities of one unit can be compared. */
  readonly unit: string;
  /** Null for a bare number. */
  readonly figure: Valued | null;
  /** `up to`, `at least`: a bound, which fixes nothing. */
  readonly bound: boolean;
}

/** A paragraph with more numbers is data: no reader compares them, and neither do the checks. */
const mostQuantities = 400;

/** Every quantity of the passage in order; offsets in its text. */
export const quantitiesIn: (passage: Passage) => readonly Quantity[] = once((passage) => readQuantities(passage));

function readQuantities(passage: Passage): Quantity[] {
  if (passage.figures.length > mostQuantities) return [];
  const figures = passage.figures.flatMap((placed) =>
    isValued(placed.figure) ? [quantityOf(passage.text, placed as Placed<Valued>)] : endsOfChange(passage, placed),
  );
  const bare = [...bareNumbers(passage), ...spelledDifferences(passage)].map((number): Quantity => {
    const next = passage.text.slice(number.end, number.end + 24);
    const measured = measureBehind.exec(next)?.[0].length ?? 0;
    return { unit: `count ${nounAfter(next)}`, figure: null, bound: false, ...number, end: number.end + measured };
  });
  return withUnitsBehindArrows(
    passage.text,
    [...figures, ...bare].sort((a, b) => a.start - b.start),
  );
}

/** `105 → 247억원`: a bare number before an arrow is written in the unit of the amount behind it. */
function withUnitsBehindArrows(text: string, quantities: Quantity[]): Quantity[] {
  return quantities.map((one, at) => {
    const next = quantities[at + 1];
    const isBare = one.figure === null || (one.figure.kind === 'count' && one.figure.noun === null);
    if (!isBare || one.term.numeral.written !== 'digits' || one.term.numeral.scale !== null) return one;
    if (next === undefined || !isAmount(next) || !/^\s?(?:→|⇒|➔|➜|->|=>|⟶)\s?$/.test(text.slice(one.end, next.start)))
      return one;
    const { digits, exact, written } = next.term.numeral;
    const plain = digits.replace(/,/g, '');
    if (written !== 'digits' || !/^\d+(?:\.\d+)?$/.test(plain) || Number(plain) === 0) return one;
    const worth = new Big(exact).div(plain);
    const term = termOf(one.term, times(one.term.numeral, worth), { unit: worth });
    return { ...one, term, unit: next.unit, figure: null };
  });
}

function quantityOf(text: string, { figure, start, end }: Placed<Valued>): Quantity {
  // `10점 만점` is what a score can reach.
  const isFull = text.startsWith('만점', end + (text[end] === ' ' ? 1 : 0));
  const bound = isFull || (figure.qualifier !== 'exact' && figure.qualifier !== 'about');
  return { start, end, term: termOfFigure(figure), unit: unitOf(figure), figure, bound };
}

/** `from 25 to 35 per cent`: behind `from` the two ends of one figure are two quantities, before and after. */
function endsOfChange({ text, span }: Passage, { figure, start, end }: Placed): Quantity[] {
  if ((figure.kind !== 'amount' && figure.kind !== 'percent') || figure.high === null) return [];
  if (!/\bfrom\s$/i.test(text.slice(Math.max(0, start - 6), start))) return [];
  const lowEnd = text.indexOf(figure.low.digits, start) + figure.low.digits.length;
  const joint = /\sto\s/.exec(text.slice(lowEnd, end));
  if (joint === null) return [];
  const highStart = lowEnd + joint.index + joint[0].length;
  const endOf = (low: Numeral, from: number, to: number): Quantity => {
    const own = { ...figure, ...span(from, to), text: text.slice(from, to), value: Number(low.exact), low, high: null };
    return quantityOf(text, { figure: own as Valued, start: from, end: to });
  };
  return [endOf(figure.low, start, lowEnd), endOf(figure.high, highStart, end)];
}

export const isAmount = (quantity: Quantity): quantity is Quantity & { figure: Amount } =>
  quantity.figure?.kind === 'amount';

export const isPercent = (quantity: Quantity): quantity is Quantity & { figure: Percent } =>
  quantity.figure?.kind === 'percent';

/** `up 8%`, `8% 증가`: a rate that words call a rise or a fall is no share. */
export const isOfChange = ({ figure }: Quantity): boolean => figure?.kind === 'percent' && figure.direction !== null;

/** Whether two quantities can be set side by side; a bare number goes with any count. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.unit === b.unit)
    return !isPercent(a) || (a.figure.unit === 'percent' && isPercent(b) && b.figure.unit === 'percent');
  if (!a.unit.startsWith('count') || !b.unit.startsWith('count')) return false;
  const [x, y] = [a.unit.slice(6), b.unit.slice(6)];
  if (measure.test(x) || measure.test(y)) return x === y;
  return x === '' || y === '' || stem(x) === stem(y) || a.figure === null || b.figure === null;
}

/** Units that are compared with nothing else: kilometres, and the times and rounds of `1회보다`. */
const measure = new RegExp(`^(?:${measureSource}|회)$`);

/** The symbol of the unit that a bare number is measured in, or null: `ha` of `1,600ha`. */
export const measureOf = ({ unit }: Quantity): string | null => measured.exec(unit)?.[1] ?? null;

const measured = new RegExp(`^count (${measureSource})$`);

const stem = (noun: string): string => noun.toLowerCase().replace(/(?:e?s)$/, '');

const number = new RegExp(
  String.raw`(?<![\d.,'’:/~–A-Za-z-])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!,?\d)|\d(?:[\d,]*\d)?(?:\.\d+)?)(?![\d/~–]|:\d|[.,]\d|-\d|\.(?=[자~(까부])|년|월|일(?!\d|에서\s|로\s)|차|호|조|항|대 (?:전략|과제)|st\b|nd\b|rd\b|th\b|%|(?!${measureSource})[A-Za-z])`,
  'g',
);

const isCountedFor = new RegExp(`^\\s?(?:[가-힣]{1,3}|${measureSource})당(?![가-힣])`);

/** `3천~4천`, `2천여`, `1백%`, `3천년`: no amount of its own, or none that is exact. */
const isNoAmount = /^\s?[~∼〜～–%％여년차호]/;

function bareNumbers(passage: Passage): (Span & { term: Term })[] {
  const found: (Span & { term: Term })[] = [];
  const figures = passage.figures.filter((placed) => placed.figure.kind !== 'change');
  let next = 0; // numbers and figures both come in order: each figure is passed once
  let read = 0; // what a number in 천, 만 and 억 has taken up
  for (const match of passage.text.matchAll(number)) {
    const start = match.index;
    if (start < read) continue;
    const long = withUnits(passage, start, start + match[0].length);
    const end = long === null ? start + match[0].length : long.end;
    read = end;
    while (next < figures.length && figures[next]!.end <= start) next++;
    if (next < figures.length && figures[next]!.start < end) continue;
    if (long !== null && isNoAmount.test(passage.text.slice(end, end + 3))) continue;
    // `1건당`, `1인당`: what something is counted for.
    if (isCountedFor.test(passage.text.slice(end, end + 10))) continue;
    // `240 in 2025-26 300 in 2026-27`: what stands before may end a date.
    const isBehindDate = figures[next - 1]?.end === start - 1 && figures[next - 1]!.figure.kind === 'date';
    // `46 crimes per 1000 people`: what something is counted for.
    if (/\bper $/i.test(passage.text.slice(Math.max(0, start - 5), start))) continue;
    if (isLabelled(passage.text, start) || (isGroup(passage.text, start, end) && !isBehindDate)) continue;
    if (long !== null) {
      found.push(long);
      continue;
    }
    const span = passage.span(start, end);
    const plain = plainNumeral(match[0], span);
    if (plain === null) continue;
    const numeral = scaled(plain, passage.text.slice(end, end + 10));
    if (found.length === mostQuantities) return [];
    found.push({
      start,
      end,
      term: termOf({ text: match[0], ...span }, numeral, { whole: numeral.scale === null && !match[0].includes('.') }),
    });
  }
  return found;
}

/** `1만 6,000ha`, `3만 ha`, `3천362두`: a number that its units go on with; figures are what of them is money or counted. */
function withUnits({ text, span: spanOf }: Passage, start: number, digitsEnd: number): (Span & { term: Term }) | null {
  if (!/^(?:[십백천만억]|\s[만억])/.test(text.slice(digitsEnd, digitsEnd + 2))) return null;
  const read = readNumber(text, start);
  if (read === null || read.end === digitsEnd) return null;
  const { end } = read;
  const place = spanOf(start, end);
  const numeral = Object.assign({}, numeralOf(read), { start: place.start, end: spanOf(start, read.digitsEnd).end });
  delete (numeral as { scaleSpan?: Span }).scaleSpan;
  return { start, end, term: termOf({ text: text.slice(start, end), ...place }, numeral, { whole: false }) };
}

const scaleWords: Readonly<Record<string, number>> = {
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  mn: 1e6,
  crore: 1e7,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const scaleBehind = new RegExp(`^[ \\u00a0](${Object.keys(scaleWords).join('|')})\\b`);

/**
 * `10% more than the 20 million of 2025`, `72 lakh of the 90 lakh homes`: the scale word is part of the number. `next` is
 * what stands behind the number.
 */
export function scaled(numeral: Numeral, next: string): Numeral {
  const word = scaleBehind.exec(next)?.[1];
  return word === undefined ? numeral : { ...times(numeral, scaleWords[word]!), scale: word };
}

/** The numeral where each of its units is worth so many. */
export const times = (numeral: Numeral, worth: Big | number): Numeral => ({
  ...numeral,
  exact: new Big(numeral.exact).times(worth).toFixed(),
  step: new Big(numeral.step).times(worth).toFixed(),
});

const spelled = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?:more|fewer|less) than\b)/gi;
const english = languages.find((language) => language.code === 'en')!.numbers.words;

/** `nine more than in 2025 (141)`: the difference of two counts, in words. */
function spelledDifferences({ text, figures, span: spanOf }: Passage): (Span & { term: Term })[] {
  return [...text.matchAll(spelled)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (figures.some((placed) => placed.start < end && start < placed.end)) return [];
    const span = spanOf(start, end);
    const exact = String(english[match[0].toLowerCase()]!);
    const numeral = { ...span, digits: match[0], exact, step: '1', written: 'words' as const, scale: null };
    return [{ start, end, term: termOf({ text: match[0], ...span }, numeral, { whole: true }) }];
  });
}

/** `50 000`: three digits after a space, and what stands before them, are parts of one number. */
const isGroup = (text: string, start: number, end: number): boolean =>
  (end - start <= 3 && /^[ \u00a0\u202f]\d{3}(?!\d)/.test(text.slice(end, end + 5))) ||
  (end - start === 3 && /\d[ \u00a0\u202f]$/.test(text.slice(Math.max(0, start - 2), start)));

/** `Action 2`, `Table 3`: a number that names a part counts nothing. */
function isLabelled(text: string, start: number): boolean {
  const word = /(?:^|[\s(*])([A-Z][a-z]+) $/.exec(text.slice(Math.max(0, start - 16), start))?.[1]?.toLowerCase();
  return word !== undefined && (labels.has(word) || otherLabels.has(word));
}

const measureBehind = new RegExp(`^[ \\u00a0]?(${measureSource})`);

/** The thing counted: `hours` after `1,240`, `곳` after `24`. */
function nounAfter(text: string): string {
  return (
    measureBehind.exec(text)?.[1] ??
    /^\s?([가-힣]{1,2}?)(?=에서|으로|로|을|를|이|가|은|는|의|까지|보다|→|[\s,.)(]|$)/.exec(text)?.[1] ??
    /^\s([a-z]{3,})/.exec(text)?.[1] ??
    ''
  );
}
