import { holds, type Equation } from '../ledger/claim';
import { healing } from '../ledger/evidence';
import { isTelling } from '../ledger/plausible';
import { solvedExactly } from '../ledger/claim';
import { placeOf, termOf, type Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { rests, type Steps } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { computedText } from './equation-words';
import { gridsOf, plainNumeral, type Grid } from './grid';
import { isStated, termOfFigure, type Valued } from './figure-term';
import { nodeBudgets, type NodeBudget } from './node-budget';
import { measureSource } from './measures';
import { parents } from './parent';
import { type Passage, passages, sentencesIn, within } from './passage';
import { unitPrices } from './price-each';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { isDuration, isStatedTotal, product } from './unit-price';

export const productTotal: Claimant = {
  code: 'product-total',
  says: 'So many units at so much each make the stated amount.',
  because: 'A unit price is what tenders are judged by; a product that is wrong is noticed by every bidder.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The province gives C$30 million to each of the five regions, C$180 million in total.\n',
      right: 'The province gives C$30 million to each of the five regions, C$150 million in total.\n',
      language: 'en',
    },
  ],
  reads: [
    '`22,000 homes at £5,450, £120 million`; `KRW 63 billion, KRW 21 billion to each of the three`; `80대를 대당 2,000만원씩 총 16억원`; chains such as `20만원 × 500명 = 1억원`.',
    'The number of units, its price and the product must stand in one sentence. Ceilings and ranges are no prices.',
    'Every figure may be rounded in its last place.',
    worthALook,
  ],
  *claimsIn(passage) {
    const quantities = passage.cell === null ? manyIn(passage) : [];
    if (quantities.length < 2) return;
    yield* chains(passage.text, quantities);
    yield* productsInBrackets(passage, quantities);
    yield* monthly(passage.text, quantities);
  },
  *claims(plan) {
    for (const grid of yield* gridsOf.inSteps(plan)) {
      yield;
      yield* priceColumns(grid);
    }
    const above = yield* parents.inSteps(plan);
    const named = labelledAmounts(plan, above);
    yield;
    const shared = yield* sharedLines(above);
    const budgets = yield* nodeBudgets.inSteps(plan);
    const rest = rests();
    for (const passage of passages(plan)) {
      if (rest()) yield;
      if (passage.cell !== null) continue;
      const quantities = manyIn(passage);
      if (quantities.length < 2) continue;
      for (const [at, sentence] of sentencesIn(passage).entries()) {
        const found = [...unitPrices(passage, at, quantities)];
        yield* found;
        if (found.length === 0 && /[당마씩]/.test(passage.text))
          yield* namedUnits(passage, sentence, quantities, opening(passage, sentence), [
            totalAbove(passage, above.get(passage), budgets, shared),
            named(passage, sentence),
          ]);
      }
    }
  },
};

const priceHeader =
  /단가|(?:과제|개소|기업|인|명|팀|곳|대|건|동|호|가구|학교|교|마을|기관|단지|건물|차량)당(?![가-힣])|\bunit (?:price|cost)\b|\bprice per\b|\bcost per\b/i;

/** The quantities of a passage that a price and a number of things may be among. */
const manyIn = (passage: Passage): readonly Quantity[] =>
  quantitiesIn(passage).filter((one) => !one.bound && !isPercent(one));

/** A column headed as prices, or one of written amounts (`4,000만원`) as limits and grants are. */
const isPriceColumn = ({ headers, rows }: Grid, column: number): boolean =>
  priceHeader.test(headers[column]!) ||
  rows.every(({ cells }) => {
    const cell = cells[column];
    return !cell?.term || (cell.kind === 'amount' && /[가-힣]/.test(cell.text));
  });

/** A column of unit prices, one of numbers and one of products, where most rows bear it out. */
function* priceColumns(grid: Grid): Iterable<Stated> {
  const columns = [...grid.headers.keys()];
  for (const price of columns.filter((column) => isPriceColumn(grid, column))) {
    for (const count of columns) {
      for (const result of columns) {
        if (count === price || result === price || result === count) continue;
        const claims = grid.rows.flatMap(({ cells }) => {
          const [a, b, c] = [cells[count], cells[price], cells[result]];
          return a?.term && b?.term && c?.term && a.kind !== 'percent' ? [product(c.term, a.term, b.term)] : [];
        });
        const held = claims.filter((claim) => holds(claim.equation)).length;
        if (held >= 2 && held * 2 > claims.length) yield* claims;
      }
    }
  }
}

/** `20만원 × 500명 = 1억원`, `20만원 × 500명(1억원)`. */
function* chains(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
  for (let i = 0; i + 2 < quantities.length; i++) {
    const [a, b, result] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    const first = text.slice(a.end, b.start);
    const second = text.slice(b.end, result.start);
    // `월 280만원 × 150명 × 12개월 = …`: three that make one.
    if (/[×✕]\s?[^\d.;]{0,10}$/.test(text.slice(Math.max(0, a.start - 12), a.start))) {
      const before = quantities[i - 1];
      if (before !== undefined && isTimes(text.slice(before.end, a.start)) && isTimes(first) && isEquals(second))
        yield* triple(before, a, b, result);
      continue;
    }
    if (
      /^[^\d.;]{0,10}[×xX✕*]\s?[^\d.;]{0,10}$/.test(first) &&
      /[×xX✕*]/.test(first) &&
      (isEquals(second) || isBehindFactors(text, b, result))
    ) {
      yield product(result.term, a.term, b.term);
    }
  }
}

const isTimes = (between: string): boolean => /^[^\d.;=]{0,10}[×✕][^\d.;=]{0,10}$/.test(between);
const isEquals = (between: string): boolean => /^[^\d.;]{0,10}=\s?[^\d.;]{0,6}$/.test(between);

/** A bracket right behind the last factor with nothing but the product, an amount. */
const isBehindFactors = (text: string, factor: Quantity, result: Quantity): boolean =>
  isAmount(result) &&
  /^\s?[(（]\s?=?\s?$/.test(text.slice(factor.end, result.start)) &&
  /^\s?[)）]/.test(text.slice(result.end, result.end + 2));

/** a × b × c: of the three the one that a slip would put right is left open, the third is taken as it is written. */
function* triple(a: Quantity, b: Quantity, c: Quantity, result: Quantity): Iterable<Stated> {
  const ways = [
    [a, b, c],
    [a, c, b],
    [b, c, a],
  ] as const;
  const claims = ways.map(([x, y, fixed]): Stated => {
    const factor = Number(fixed.term.value.toString());
    const equation: Equation = { kind: 'product', result: result.term, a: x.term, b: y.term, factor };
    return {
      equation,
      says: (t) =>
        t(
          '{0} × {1} = {2}; the text says {3}.',
          `${a.term.text} × ${b.term.text}`,
          c.term.text,
          computedText(equation, result.term) ?? '',
          result.term.text,
        ),
    };
  });
  yield claims.find(({ equation }) => healing(equation) !== null) ?? claims[0]!;
}

/** `2주 168만원(1일 12만원×14일)`: the product first, what it is made of in the bracket right behind. */
function* productsInBrackets({ text, span }: Passage, quantities: readonly Quantity[]): Iterable<Stated> {
  for (const [at, a] of quantities.entries()) {
    const times = /^[^\d.;=()]{0,6}[×✕]\s?((\d[\d,]*)\s?[가-힣a-z]{0,6}\s?)[)）]/.exec(text.slice(a.end, a.end + 30));
    const lead = /[(（][^\d()（）×✕=+]{0,8}(?:1[가-힣]{1,2}(?:당)?\s?)?$/.exec(
      text.slice(Math.max(0, a.start - 24), a.start),
    );
    const total = quantities.slice(0, at).findLast((one) => comparable(one, a));
    if (times === null || lead === null || total === undefined) continue;
    if (text.slice(total.end, a.start - lead[0].length).trim() !== '') continue;
    const start = a.end + times[0].length - 1 - times[1]!.length;
    const place = span(start, start + times[2]!.length);
    const numeral = plainNumeral(times[2]!, place);
    if (numeral !== null)
      yield product(total.term, a.term, termOf({ ...place, text: times[1]!.trim() }, numeral, { whole: true }));
  }
}

/** What a Korean price is for: `대당`, `1인당`, `한 곳당`, `km당`. */
const forEach = new RegExp(
  String.raw`(?:^|[\s(,·:])(?:1|한\s)?([가-힣]{1,4}|${measureSource})(?:당|마다)(?: [가-힣]{1,6}[은는이가을를]?){0,2}\s?$`,
);

/**
 * A price for each of a named unit, the only number of such units, and a total that stands further off: in the sentence
 * before (`12곳에 댐을 짓는다. 한 곳당 250억원씩 모두 3,000억원`) or in the line above (`배관망 (450억원)` / `150km, km당 3억원`).
 */
function* namedUnits(
  passage: Passage,
  sentence: Span,
  quantities: readonly Quantity[],
  opening: Quantity | null,
  elsewhere: readonly (Term | null)[],
): Iterable<Stated> {
  const { text } = passage;
  const above = elsewhere.find((term) => term !== null) ?? null;
  const inside = within(quantities, sentence);
  for (const price of inside) {
    const lead = text.slice(Math.max(sentence.start, price.start - 24), price.start);
    const given = text.startsWith('씩', price.end) ? givenTo.exec(lead)?.[1] : undefined;
    const noun = forEach.exec(lead)?.[1] ?? given;
    if (noun === undefined) continue;
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
    const units =
      beside.length > 0 ? beside : named.length > 0 ? named : near.filter((one) => isSaidOf(text, one, noun));
    if (units.length !== 1) continue;
    const count = units[0]!.term;
    const others = inside.filter((one) => one !== price && one !== units[0] && comparable(one, price));
    const stated = others.filter((one) => isStatedTotal(text, one));
    const own = stated.length > 0 ? stated : others.filter((one) => isAmount(one) && one.figure.per === null);
    const months = monthsOf(
      text.slice(sentence.start, sentence.end),
      text.slice(Math.max(0, price.start - 6), price.start),
    );
    if (months === 0) continue;
    if (own.length > 0) {
      const claims = own.map((total) => ({ total, claim: timed(product(total.term, price.term, count), months) }));
      const fits = claims.find(({ claim }) => holds(claim.equation));
      // `개소당 320억원씩 960억원 투입`: what so many at so much come to stands right behind the price.
      const behind = claims.filter(({ total }) => leadsToTotal.test(text.slice(price.end, total.start)));
      if (fits !== undefined) yield fits.claim;
      else if (behind.length === 1) yield* inReach(behind[0]!.claim, behind[0]!.total.term);
      else if (own.length === 1 && isWholeOf(text, own[0]!)) yield claims[0]!.claim;
    } else if (opening !== null && isAmount(price) && quantities.filter(isAmount).length === 2) {
      const claim = timed(product(opening.term, price.term, count), months);
      if (exceedsOrSlips(claim, opening.term)) yield* inReach(claim, opening.term);
    } else if (above !== null && isAmount(price) && quantities.filter(isAmount).length === 1) {
      const claim = timed(product(above, price.term, count), months);
      // What `120명에게 월 40만원씩` come to may be a part of what is stated elsewhere, but not more than that.
      if (given === undefined || forEach.test(lead) || exceedsOrSlips(claim, above)) yield* inReach(claim, above);
    }
  }
}

/** `종량기 설치: 24억원. 공동주택에 1,200대를 대당 200만원에 설치한다.`: what an item opens with is the cost of all that it tells. */
function opening(passage: Passage, { start }: Span): Quantity | null {
  const first = quantitiesIn(passage).find(isAmount);
  if (first === undefined || first.bound || first.end > start || first.figure.per !== null) return null;
  const isTitle = /^[^.:：]{2,40}[:：]\s?$/.test(passage.text.slice(0, first.start));
  return isTitle && /^\.\s/.test(passage.text.slice(first.end)) ? first : null;
}

/** `320억원씩 960억원`, `3억원에 설치하는 데 1,200억원`: from a price to what so many of them come to. */
const leadsToTotal =
  /^(?:씩,?\s(?:총\s|모두\s)?|(?:씩|에|으로|로)\s[^,.\d]{1,16}[는은]\s데(?:에|에는)?\s(?:총\s|모두\s)?)$/;

/** `청년 120명에게 월 `: so many that each get what follows. */
const givenTo =
  /\d\s?(명|가구|곳|개소|개교|교|호|팀|마을)에(?:게|는|게는)?\s(?:각각\s|각\s)?(?:(?:월|매월|매달|연|최대)\s){0,2}$/;

/** Whether the product is more than the total, or a slip of the pen away from it. */
function exceedsOrSlips({ equation }: Stated, total: Term): boolean {
  const made = solvedExactly(equation, placeOf(total));
  return made !== null && (made.gte(total.value) || isTelling(total, made));
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
  return {
    equation: paid,
    says: (t) =>
      t(
        '{0} × {1} = {2}; the text says {3}.',
        `${a.text} × ${b.text}`,
        times,
        computedText(paid, result) ?? '',
        result.text,
      ),
  };
}

/** `지원 기업은 40개에서 60개로 … 기업당`: a number of the things named shortly before it, as it will be. */
const isSaidOf = (text: string, { start, end, unit }: Quantity, noun: string): boolean =>
  noun.length >= 2 &&
  /^count (?:개|곳|명|개사|개소|대|$)/.test(unit) &&
  text.slice(Math.max(0, start - 32), start).includes(noun) &&
  !/^\S{0,2}에서|^\S{0,2}\s?(?:늘|줄|증가|감소|추가)/.test(text.slice(end, end + 8));

/** Whether a counted thing bears the name; people are counted as 명 and priced as 1인. */
const isNamed = ({ unit }: Quantity, noun: string): boolean => {
  const counted = unit.startsWith('count ') ? unit.slice(6) : '';
  return (
    counted !== '' && (counted === noun || counted.replace(/^개\s?/, '') === noun || people.has(`${counted} ${noun}`))
  );
};
const people: ReadonlySet<string> = new Set(['명 인', '명 사람', '개소 곳', '곳 개소', '호 가구', '가구 호']);

/** `월 2만 7,000원씩 12개월간 … 연 32만 4,000원`: so much a month, for so many months. */
function* monthly(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
  for (const [at, rate] of quantities.entries()) {
    if (!isAmount(rate) || !/(?:^|[\s(])(?:매월|매달|월)\s$/.test(text.slice(Math.max(0, rate.start - 4), rate.start)))
      continue;
    const months = /^(?:씩|을|를)?,?\s(?:최대\s)?(\d{1,2})개월(?:간|\s?동안)?[,\s]/.exec(
      text.slice(rate.end, rate.end + 16),
    );
    const total = quantities.slice(at + 1).find(isAmount);
    if (months === null || total === undefined || total.start - rate.end > 40) continue;
    if (!/(?:연|총|모두|합계|연간)\s$/.test(text.slice(Math.max(0, total.start - 4), total.start))) continue;
    // `30명에게 월 20만 원을 6개월간 준다(총 3,600만 원)`: paid to so many.
    if (/\d\s?(?:명|가구|곳|개소|개|팀|인)(?!당)/.test(text.slice(Math.max(0, rate.start - 60), rate.start))) continue;
    const count = Number(months[1]);
    const equation: Equation = { kind: 'product', result: total.term, a: rate.term, b: null, factor: count };
    yield {
      equation,
      says: (t) =>
        t(
          '{0} × {1} = {2}; the text says {3}.',
          rate.term.text,
          count,
          computedText(equation, total.term) ?? '',
          total.term.text,
        ),
    };
  }
}

/** A total that says so, that a bracket with the price follows or holds, or that the units bear: `120채에 42억 원`. */
const isWholeOf = (text: string, total: Quantity): boolean =>
  /\d\s?[가-힣]{1,3}에(?:게)?\s(?:총\s|모두\s)?$/.test(text.slice(Math.max(0, total.start - 14), total.start)) ||
  isStatedTotal(text, total) ||
  /^\s?[(（]/.test(text.slice(total.end)) ||
  /^\s?[)）]/.test(text.slice(total.end));

/** Lines under which several items name amounts: what they cost is for all of these together. */
function* sharedLines(above: ReadonlyMap<Passage, Passage>): Steps<ReadonlySet<Passage>> {
  const seen = new Set<Passage>();
  const shared = new Set<Passage>();
  const rest = rests();
  for (const [passage, line] of above) {
    if (rest()) yield;
    if (!passage.figures.some(({ figure }) => figure.kind === 'amount')) continue;
    for (let at: Passage | undefined = line; at !== undefined && !shared.has(at); at = above.get(at)) {
      if (seen.has(at)) shared.add(at);
      seen.add(at);
    }
  }
  return shared;
}

/** The one amount of the line above, no price itself; else what the part of the plan says that it costs. */
function totalAbove(
  passage: Passage,
  above: Passage | undefined,
  budgets: readonly NodeBudget[],
  shared: ReadonlySet<Passage>,
): Term | null {
  const amounts = above === undefined ? [] : quantitiesIn(above).filter(isAmount);
  const [total] = amounts;
  const nearest = budgets.findLast(({ node }) => node.start <= passage.block.start && passage.block.end <= node.end);
  const own =
    nearest !== undefined && isLeaf(nearest) && nearest.amount.end <= passage.block.start
      ? termOfFigure(nearest.amount as Valued)
      : null;
  // A paragraph may be no deeper than the title of its part.
  if (above !== undefined && nearest !== undefined && nearest.node.start > above.block.start) return own;
  if (amounts.length === 1 && shared.has(above!)) return null;
  if (amounts.length === 1) return !total!.bound && total!.figure.per === null ? total!.term : null;
  if (amounts.length > 1) return null;
  return own;
}

/** A part of the plan without parts of its own. */
const isLeaf = ({ node }: NodeBudget): boolean => node.children.every(({ kind }) => kind === 'measure');

/**
 * The amount that the line above or one beside it names for what the sentence is about: of `산후조리비는 1만 4,000명에게 1인당
 * 150만원씩` the 210억원 of `부모급여 1,240억원, 산후조리비 210억원`; null where none or several are named.
 */
function labelledAmounts(
  plan: PlanFacts,
  above: ReadonlyMap<Passage, Passage>,
): (passage: Passage, sentence: Span) => Term | null {
  let labels: ReadonlyMap<string, readonly Term[]> | undefined;
  return (passage, sentence) => {
    const topic = /^([가-힣]{3,10}(?: [가-힣]{2,8}){0,2})(?:은|는)\s/.exec(
      passage.text.slice(sentence.start, sentence.start + 40),
    )?.[1];
    if (topic === undefined) return null;
    labels ??= amountsByLabel(plan, above);
    const own = labels.get(`${above.get(passage)?.index ?? -1} ${topic}`) ?? [];
    return own.length === 1 ? own[0]! : null;
  };
}

/** Amounts by the line that they stand in or under and the label right before them: `산후조리비 210억원`. */
function amountsByLabel(plan: PlanFacts, above: ReadonlyMap<Passage, Passage>): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, Term[]>();
  for (const passage of passages(plan)) {
    const { cell, text, figures, index } = passage;
    if (cell !== null) continue;
    for (const { figure, start } of figures) {
      if (figure.kind !== 'amount' || !isStated(figure) || figure.per !== null) continue;
      const lead = text.slice(Math.max(0, start - 34), start);
      const label = /(?:^|[,·(:]\s?)([가-힣]{3,10}(?: [가-힣]{2,8}){0,2})\s?[(:]?\s?$/.exec(lead)?.[1];
      if (label === undefined) continue;
      for (const line of [index, above.get(passage)?.index ?? -1])
        gather(found, `${line} ${label}`, termOfFigure(figure));
    }
  }
  return found;
}

/** A total far above or below the product is of something else. */
function* inReach(claim: Stated, total: Term): Iterable<Stated> {
  const made = solvedExactly(claim.equation, placeOf(total));
  if (made === null || total.value.eq(0)) return;
  const ratio = made.div(total.value);
  if ((ratio.gt('0.4') && ratio.lt('2.5')) || isTelling(total, made)) yield claim;
}
