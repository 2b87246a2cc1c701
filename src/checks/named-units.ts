import { koreanProse } from '../language/korean-prose';
import { holds, solvedExactly, type Equation } from '../ledger/claim';
import { healing } from '../ledger/evidence';
import { isTelling } from '../ledger/plausible';
import { placeOf, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { sayProduct } from './equation-words';
import { measureSource } from './measures';
import { within, type Passage } from './passage';
import { comparable, isAmount, quantitiesIn, type Quantity } from './quantity';
import type { TotalsAbove } from './total-above';
import { isDuration, isStatedTotal, product } from './unit-price';

/**
 * A price for each of a named unit, the only number of such units, and a total that stands further off: in the sentence
 * before (`12곳에 댐을 짓는다. 한 곳당 250억원씩 모두 3,000억원`) or in the line above (`배관망 (450억원)` / `150km, km당 3억원`).
 * `above` is such a total as it stands above, outside the passage.
 */
export function* namedUnits(
  passage: Passage,
  sentence: Span,
  quantities: readonly Quantity[],
  above: TotalsAbove,
): Iterable<Stated> {
  const { text } = passage;
  const cost = openingCost(passage, sentence) ?? closingCost(passage, sentence);
  const amounts = quantities.filter(isAmount).length;
  const inside = within(quantities, sentence);
  for (const price of inside) {
    const lead = text.slice(Math.max(sentence.start, price.start - 24), price.start);
    const given = text.startsWith('씩', price.end) ? givenTo.exec(lead)?.[1] : undefined;
    const noun = forEach.exec(lead)?.[1] ?? given;
    const units = noun === undefined ? null : unitsOf(text, sentence, quantities, price, noun);
    const paidBy = text.slice(Math.max(0, price.start - 6), price.start);
    const months = monthsOf(text.slice(sentence.start, sentence.end), paidBy);
    if (units === null || months === 0) continue;
    const costing = (total: Term): Stated => timed(product(total, price.term, units.term), months);
    const others = inside.filter((one) => one !== price && one !== units && comparable(one, price));
    const totals = totalsAmong(text, others);
    if (totals.length > 0) yield* ofTotals(text, price, totals, costing);
    else if (cost !== null && isAmount(price) && amounts === 2) {
      const claim = costing(cost.term);
      if (exceedsOrSlips(claim, cost.term)) yield* inReach(claim, cost.term);
    } else if (above.whole !== null && isAmount(price) && amounts === 1) {
      const claim = costing(above.whole);
      // What `120명에게 월 40만원씩` come to may be a part of what is stated elsewhere, but not more than that.
      if (given === undefined || forEach.test(lead) || exceedsOrSlips(claim, above.whole))
        yield* inReach(claim, above.whole);
    } else if (above.most !== null && isAmount(price) && amounts === 1) {
      yield* tooMuch(costing(above.most), above.most, text.slice(sentence.start, sentence.end));
    }
  }
}

/**
 * `성능 개량(5,200억원)` / `130대를 대당 45억원에 개량`: what is more than several items share, where a slip of the pen in one
 * of the figures explains it; what is paid over years may be more than the money of one.
 */
function* tooMuch(claim: Stated, most: Term, sentence: string): Iterable<Stated> {
  const made = solvedExactly(claim.equation, placeOf(most));
  const isExcess = made !== null && made.gt(most.value);
  const chance = isExcess && !/년간|개년|까지/.test(sentence) ? (healing(claim.equation)?.chance ?? 1) : 1;
  if (chance <= unlikely) yield claim;
  else if (chance <= possible) yield { ...claim, severity: 'info' };
}

/** How likely chance may be to heal a product that has nothing to do with the amount: for a warning, and for a hint. */
const unlikely = 0.1;
const possible = 0.35;

/** The one number of the things that are priced: right behind the price, by their noun, or said of them; else null. */
function unitsOf(
  text: string,
  sentence: Span,
  quantities: readonly Quantity[],
  price: Quantity,
  noun: string,
): Quantity | null {
  const near = quantities.filter(
    (one) =>
      one !== price &&
      !isAmount(one) &&
      !isDuration(text, one) &&
      one.start >= sentence.start - 120 &&
      one.end <= sentence.end,
  );
  const named = near.filter((one) => isNamed(one, noun));
  const beside = named.filter(({ start }) => start >= price.end && /^씩\s?$/.test(text.slice(price.end, start)));
  const units = beside.length > 0 ? beside : named.length > 0 ? named : near.filter((one) => isSaidOf(text, one, noun));
  return units.length === 1 ? units[0]! : null;
}

/** Totals that say so, else all whole amounts. */
function totalsAmong(text: string, others: readonly Quantity[]): readonly Quantity[] {
  const stated = others.filter((one) => isStatedTotal(text, one));
  return stated.length > 0 ? stated : others.filter((one) => isAmount(one) && one.figure.per === null);
}

/** Of the totals in the sentence the one that fits, else the only one that the words tell to be the cost. */
function* ofTotals(
  text: string,
  price: Quantity,
  totals: readonly Quantity[],
  costing: (total: Term) => Stated,
): Iterable<Stated> {
  const claims = totals.map((total) => ({ total, claim: costing(total.term) }));
  const fits = claims.find(({ claim }) => holds(claim.equation));
  // `개소당 320억원씩 960억원 투입`: what so many at so much come to stands right behind the price.
  const behind = claims.filter(({ total }) => leadsToTotal.test(text.slice(price.end, total.start)));
  if (fits !== undefined) yield fits.claim;
  else if (behind.length === 1) yield* inReach(behind[0]!.claim, behind[0]!.total.term);
  else if (totals.length === 1 && isWholeOf(text, totals[0]!)) yield claims[0]!.claim;
}

/** What a Korean price is for: `대당`, `1인당`, `한 곳당`, `km당`. */
const forEach = new RegExp(
  String.raw`(?:^|[\s(,·:])(?:1|한\s)?([가-힣]{1,4}|${measureSource})(?:당|마다)(?: [가-힣]{1,6}[은는이가을를]?){0,2}\s?$`,
);

/** `320억원씩 960억원`, `3억원에 설치하는 데 1,200억원`: from a price to what so many of them come to. */
const leadsToTotal =
  /^(?:씩,?\s(?:총\s|모두\s)?|(?:씩|에|으로|로)\s[^,.\d]{1,16}[는은]\s데(?:에|에는)?\s(?:총\s|모두\s)?)$/;

/** `청년 120명에게 월 `: so many that each get what follows. */
const givenTo =
  /\d\s?(명|가구|곳|개소|개교|교|호|팀|마을)에(?:게|는|게는)?\s(?:각각\s|각\s)?(?:(?:월|매월|매달|연|최대)\s){0,2}$/;

/** `종량기 설치: 24억원. 공동주택에 1,200대를 대당 200만원에 설치한다.`: what an item opens with is the cost of all that it tells. */
function openingCost(passage: Passage, { start }: Span): Quantity | null {
  const first = quantitiesIn(passage).find(isAmount);
  if (first === undefined || first.bound || first.end > start || first.figure.per !== null) return null;
  const isTitle = /^[^.:：]{2,40}[:：]\s?$/.test(passage.text.slice(0, first.start));
  return isTitle && /^\.\s/.test(passage.text.slice(first.end)) ? first : null;
}

/**
 * `취약 구간 45곳을 한 곳당 1억원을 들여 진단한다. (45억원)`: the one amount behind the last sentence, in a bracket of its own. Of work that
 * goes on for years it may be one year's.
 */
function closingCost(passage: Passage, { end }: Span): Quantity | null {
  const { text } = passage;
  const last = quantitiesIn(passage).at(-1);
  if (last === undefined || !isAmount(last) || last.bound || last.start < end || last.figure.per !== null) return null;
  if (/20\d\d년\s?(?:말)?까지|개년|단계적|연차|년간/.test(text)) return null;
  return /^\s?[(（]\s?$/.test(text.slice(end, last.start)) && /^\s?[)）]\s?$/.test(text.slice(last.end)) ? last : null;
}

/** Whether the product is more than the total, or a slip of the pen away from it. */
function exceedsOrSlips({ equation }: Stated, total: Term): boolean {
  const made = solvedExactly(equation, placeOf(total));
  return made !== null && (made.gte(total.value) || isTelling(total, made));
}

/** A total far above or below the product is of something else. */
function* inReach(claim: Stated, total: Term): Iterable<Stated> {
  const made = solvedExactly(claim.equation, placeOf(total));
  if (made === null || total.value.eq(0)) return;
  const ratio = made.div(total.value);
  if ((ratio.gt('0.4') && ratio.lt('2.5')) || isTelling(total, made)) yield claim;
}

/** `월 30만 원 … 12개월간`: a price a month is paid for so many months; 1 for other prices, 0 where the months are not told. */
function monthsOf(sentence: string, lead: string): number {
  if (!/(?:월|매월|매달)\s(?:최대\s)?$/.test(lead)) return 1;
  const months = [...sentence.matchAll(/(?<![\d.])(\d{1,2})개월/g)];
  return months.length === 1 ? Number(months[0]![1]) : 0;
}

/** The same product, paid so many times. */
function timed(claim: Stated, times: number): Stated {
  const { equation } = claim;
  if (times === 1 || equation.kind !== 'product' || equation.b === null) return claim;
  const paid: Equation = { ...equation, factor: times };
  const [a, b, result] = [equation.a, equation.b, equation.result];
  return { equation: paid, says: (t) => sayProduct(t, paid, result, `${a.text} × ${b.text}`, times) };
}

/** `지원 기업은 40개에서 60개로 … 기업당`: a number of the things named shortly before it, as it will be. */
const isSaidOf = (text: string, { start, end, unit }: Quantity, noun: string): boolean =>
  noun.length >= 2 &&
  /^count (?:개|곳|명|개사|개소|대|$)/.test(unit) &&
  text.slice(Math.max(0, start - 32), start).includes(noun) &&
  !/^\S{0,2}에서|^\S{0,2}\s?(?:늘|줄|증가|감소|추가)/.test(text.slice(end, end + 8));

/** Whether a counted thing bears the name that is priced; people are counted as 명 and priced as 1인. */
const isNamed = ({ unit }: Quantity, noun: string): boolean => {
  const counted = unit.startsWith('count ') ? unit.slice(6) : '';
  return (
    counted !== '' && (counted === noun || counted.replace(/^개\s?/, '') === noun || pricedAs.has(`${counted} ${noun}`))
  );
};

const pricedAs: ReadonlySet<string> = new Set(koreanProse.pricedAs.map((words) => words.join(' ')));

/** A total that says so, that a bracket with the price follows or holds, or that the units bear: `120채에 42억 원`. */
const isWholeOf = (text: string, total: Quantity): boolean =>
  /\d\s?(?:[만천억]\s)?[가-힣]{1,3}에(?:게)?\s(?:총\s|모두\s)?$/.test(
    text.slice(Math.max(0, total.start - 14), total.start),
  ) ||
  isStatedTotal(text, total) ||
  /^\s?[(（]/.test(text.slice(total.end)) ||
  /^\s?[)）]/.test(text.slice(total.end));
