import Big from 'big.js';
import { termOf, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import { plainNumeral } from './grid';
import type { Listing } from './listed-figures';
import { measureSource } from './measures';
import { opens } from './open-list';
import { type Passage, within } from './passage';
import { measureOf, quantitiesIn, scaled, times, type Quantity } from './quantity';
import { shareholders } from './unit-price';

const measured = new RegExp(`\\d\\s?(${measureSource})`, 'g');
const measureBehind = new RegExp(`^\\s?(${measureSource})`);
const isMeasured = new RegExp(
  `\\d\\s?(?:${measureSource}|%|(?:per ?cent|miles|years?|months?|days?|hours?|minutes?)\\b)`,
);

/** `60,000 in all: …`, `27,000 hectares, namely …`: what stands between a total and its list. */
const opensList =
  /^\s*[^\d(:=.;,]{0,44}(?:(?:,[^\d(:=.;]{0,30})?\s?[(:=（]\s*|,? (?:namely|comprising|consisting of|made up of) )/;

/** The items of a list; `and` joins words within one: `18,000 in parks and school yards and 12,000 in gardens`. */
function itemsOf(list: string): string[] {
  const items: string[] = [];
  for (const piece of list.split(/(?=,\s|;|·|\sand\s|및)/)) {
    const isJoined = /^\sand\s/.test(piece) && !/\d/.test(piece) && items.length > 0;
    if (isJoined) items.push(items.pop()! + piece);
    else items.push(piece.replace(/^(?:,\s|;|·|\sand\s|및)/, ''));
  }
  return items;
}

/** The most years or places that one part is told to be for each of. */
const mostTimes = 9;

/** Lists of bare numbers: `128명: 31+46+22+29`, `KRW 773.7 billion: A 200, B 300 and C 273.7`. */
export function bareLists(passage: Passage, sentence: Span): Listing[] {
  const found: Listing[] = [];
  const totals = within(quantitiesIn(passage), sentence);
  for (const total of totals) {
    const rest = withoutDates(passage, total.end, sentence.end);
    const opening = opensList.exec(rest);
    if (opening === null) continue;
    const from = total.end + opening[0].length;
    const closing = /[(（]/.test(opening[0]) ? rest.indexOf(/（/.test(opening[0]) ? '）' : ')', opening[0].length) : -1;
    const to = closing < 0 ? withoutCost(passage, from, sentence.end) : total.end + closing;
    const list = passage.text.slice(from, to);
    if (total.bound) continue;
    if (
      list.length > 300 ||
      within(passage.figures, { start: from, end: to }).some(({ figure }) => figure.kind === 'amount')
    )
      continue;
    const isChain = /^\s?\d[\d,.]*\s?[^\s\d+]{0,4}(?:\s?\+\s?\d[\d,.]*\s?[^\s\d+]{0,4})+/.exec(list);
    const scope = isChain === null ? list : isChain[0];
    const items = isChain === null ? itemsOf(scope) : scope.split('+');
    if (items.length < 2 || areLabels(items)) continue;
    const parts: Term[] = [];
    let read = 0;
    let at = 0;
    // `three sections: the Pier (1.1 km), …` are measured, not counted.
    const measures = new Set([...scope.matchAll(measured)].map((match) => match[1]!));
    const unit = measureBehind.exec(rest)?.[1];
    if (
      measures.size > 0 &&
      measureOf(total) === null &&
      (unit === undefined || measures.size > 1 || !measures.has(unit))
    )
      continue;
    for (const whole of items) {
      const item = whole.replace(untilDate, '');
      const start = scope.indexOf(item, at);
      at = start + item.length;
      const numbers = [
        ...item
          .replace(classOf, (number) => ' '.repeat(number.length))
          .replace(/(?<=^(?:and )?[\d,]{1,9}) in 20\d\d$/, '')
          .matchAll(/(?<![\d.,'’A-Za-z-])\d[\d,]*(?:\.\d+)?(?![\d%~–-])/g),
      ];
      if (numbers.length !== 1 || /%|→|19\d\d|20\d\d/.test(item.replace(/(?<=^(?:and )?[\d,]{1,9}) in 20\d\d$/, '')))
        break;
      const number = numbers[0]!;
      const begin = from + start + number.index;
      const span = passage.span(begin, begin + number[0].length);
      const numeral = plainNumeral(number[0], span);
      if (numeral === null) break;
      const own = scaled(numeral, item.slice(number.index + number[0].length));
      const worth = own.scale === null ? times(numeral, worthOf(total.term)) : own;
      // `1,200 in each of the next three`
      const often = shareholders(item, { start: number.index, end: number.index + number[0].length });
      if (often === null || often > mostTimes) break;
      const part = termOf({ ...span, text: number[0] }, worth, { whole: total.unit.startsWith('count') });
      for (let time = 0; time < often; time++) parts.push(part);
      read++;
    }
    const isAll =
      /\ball $/.test(passage.text.slice(Math.max(0, total.start - 4), total.start)) ||
      /^ (?:in all|in total)\b/.test(rest);
    if (read !== items.length || opens(scope)) continue;
    const isNamed = (closing >= 0 || /[a-z]\s*$/.test(opening[0])) && areNamed(total, parts, items);
    const isWhole = isNamed || (total.unit.startsWith('count ') && isWholeSplit(total.term, parts, rest, scope, items));
    if (isChain === null && total.figure === null && !isAll && !isNamed && !(isWhole && total.unit.length > 8))
      continue;
    const sum = parts.reduce((all, part) => all.plus(part.value), new Big(0));
    const exceeds = sum.gt(total.term.value) && sum.lt(total.term.value.times('1.5')) && parts.length >= 3;
    // `17개소(C등급 13, D등급 4)`: a bracket right behind, each item with its number last.
    // `2,400 teachers: 1,500 for primary and 900 for secondary schools`: each item a number and what it is for.
    const isSplit =
      (/^[(（]/.test(rest) && items.every((item) => /[가-힣]\s?\d+$/.test(item))) ||
      // `2,400 slopes by 2028 (600 in 2026, 800 in 2027 and 1,000 in 2028)`
      (total.unit.startsWith('count ') && isYearByYear(items)) ||
      (total.unit.startsWith('count ') &&
        /^[^\d(:=.;]{0,44}[:(]/.test(rest) &&
        (items.every((item) => /^(?:and\s)?\d[\d,]*\s(?:for|in|at|to|by|on|from|along|of)\s/.test(item)) || isWhole));
    found.push({
      total: total.term,
      parts,
      sure: isChain !== null || exceeds || isSplit ? 'stated' : 'likely',
      partial: false,
    });
  }
  return found;
}

/** Where a list ends behind which a bracket says what it costs: `66 in Dublin, 31 in Cork and 23 in Galway (€9.3 million).` */
function withoutCost({ text, figures }: Passage, from: number, to: number): number {
  const bracket = / \([^()]{2,80}\)\.?\s*$/.exec(text.slice(Math.max(from, to - 90), to));
  const start = bracket === null ? to : to - bracket[0].length;
  return within(figures, { start, end: to }).some(({ figure }) => figure.kind === 'amount') ? start : to;
}

/**
 * `18 additional registrars (Dublin 7, Cork 5, Limerick 4 and Sligo 2)`, `9,450 MW (solar 5,200 MW, wind 3,150 MW, …)`: a
 * bracket of three or more names, each with its number, that nearly make what stands before it.
 */
function areNamed(total: Quantity, parts: readonly Term[], items: readonly string[]): boolean {
  if (!total.unit.startsWith('count ') || parts.length < 3) return false;
  const names = items.map(
    (item) => /^(?:and )?([A-Za-z][^\d,()]{1,40}?) \d[\d,.]*(?: ?[A-Za-z]{1,4})?\s*$/.exec(item)?.[1],
  );
  if (names.includes(undefined) || new Set(names).size < names.length) return false;
  const sum = parts.reduce((all, { value }) => all.plus(value), new Big(0));
  return sum.gt(total.term.value.times('0.7')) && sum.lt(total.term.value.times('1.4'));
}

/** `Room 1, Room 2 and Room 4`: one word and a number each. */
function areLabels(items: readonly string[]): boolean {
  const words = items.map((item) => /^\s?(?:and )?([A-Z][A-Za-z]+|[가-힣]{1,8}) ?\d{1,3}\s*$/.exec(item)?.[1]);
  return words[0] !== undefined && words.every((word) => word === words[0]);
}

/** `1인 기업실 10개`, `2유형 4곳`: the number in a name. */
const classOf = /(?<![\d,.])\d{1,2}(?=(?:인|차|단계|유형|등급|종|급|학년|권역|호선|기|군)(?:[\s(]|$))/g;

/**
 * `45 junctions on the network: 20 downtown, 14 on the East Side and 11 in Millrace`: a colon, numbers each with a few
 * words to the end of the sentence, the last after `and`, that nearly make the total.
 */
function isWholeSplit(
  total: Term,
  parts: readonly Term[],
  rest: string,
  scope: string,
  items: readonly string[],
): boolean {
  const sum = parts.reduce((all, { value }) => all.plus(value), new Big(0));
  return (
    /^[^\d(:=.;]{0,44}:/.test(rest) &&
    /\band\b/.test(scope) &&
    items.every(
      (item) =>
        /^(?:and\s)?(?:the |another |a further )?(?:remaining |other |last |first )?\d[\d,]*(?=[\s.]|$)/.test(
          item.trim(),
        ) && item.split(' ').length <= 9,
    ) &&
    !isMeasured.test(scope) &&
    sum.gt(total.value.times('0.55')) &&
    sum.lt(total.value.times('1.8'))
  );
}

/** Each item a number and its year, the years one after another. */
const isYearByYear = (items: readonly string[]): boolean =>
  items.length >= 3 &&
  items.every((item, index) => {
    const year = /^(?:and\s)?\d[\d,]* in (20\d\d)$/.exec(item.trim())?.[1];
    const before = index === 0 ? undefined : / in (20\d\d)$/.exec(items[index - 1]!.trim())?.[1];
    return year !== undefined && (before === undefined || Number(year) === Number(before) + 1);
  });

/** `40 by summer 2027`: when, at the end of an item. */
const untilDate =
  /(?<=\d) (?:in|by|from|during|until|before) (?:(?:the |early |late |mid-|end of )?(?:[A-Za-z]+ )?)(?:19|20)\d\d(?:[-–/]\d\d)?$/;

/** The text with its dates blanked, at the same offsets: `46,000 homes by December 31, 2028: 21,000 by fibre …`. */
function withoutDates({ text, figures }: Passage, from: number, to: number): string {
  const first = figures.find(({ start, figure }) => start >= from && figure.kind === 'date');
  if (first === undefined || first.end > to || first.start - from > 44 || !/^(?::| \()/.test(text.slice(first.end)))
    return text.slice(from, to);
  return ' '.repeat(first.end - from) + text.slice(first.end, to);
}

/** What one of the total's printed units is worth: a billion in `KRW 773.7 billion`. */
function worthOf({ numeral }: Term): Big {
  const printed = plainNumeral(numeral.digits.replace(/[^\d.,]/g, ''), numeral);
  const exact = new Big(numeral.exact).abs();
  return printed === null || new Big(printed.exact).eq(0) ? new Big(1) : exact.div(printed.exact);
}
