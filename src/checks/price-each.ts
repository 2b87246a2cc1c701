import type Big from 'big.js';
import { holds, solvedExactly } from '../ledger/claim';
import { isTelling } from '../ledger/plausible';
import { significantDigits, slipFrom } from '../ledger/slip';
import { placeOf, sharpened, type Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Stated } from './check';
import { type Passage, sentencesIn, within } from './passage';
import { isPartOf } from './listed-figures';
import { comparable, isAmount, type Quantity } from './quantity';
import { isDuration, isEach, isSlipOfFactor, isStatedTotal, product, toEach, unitsNamed } from './unit-price';

const perUnitAfter =
  /^\s?(?:each\b|apiece\b|per \w+\b|an? (?!year|month|week|day|night|quarter|hour|minute|time|total|result|further|second)[a-z]+(?=[\s,.;:)]|$)|씩)/i;
const perTime = /\b(?:year|month|week|day|annum|quarter|hour)\b/i;
const priceBefore =
  /(?:\bat\s+|\baverage (?:[a-z]+ )?(?:of )?|\b(?:unit|average) (?:cost|price|grant|rate)s? (?:of |is )?|(?:당|마다|각)\s*(?:약\s*)?)$/i;
/** `20 schools in each`: things for each of so many. */
const countEach = /^\s(?:[a-z]+\s){0,2}(?:in|for|at|to|on|per) each\b/;
/** `Each of the four clinics will cost`, `Scholarships of`: what one of them gets or costs. */
const eachBefore =
  /\b(?:each|every)\b[^.;,]{0,40}\s$|\b(?:grants?|scholarships?|vouchers?|bursar(?:y|ies)|allowances?|payments?|stipends?|prizes?|loans?|subsid(?:y|ies)|bonus(?:es)?|awards?) (?:worth |of )$/i;

/** A price for each and a number of units, and the amount that the two make. */
export function* unitPrices(passage: Passage, at: number, quantities: readonly Quantity[]): Iterable<Stated> {
  const { text } = passage;
  const sentence = sentencesIn(passage)[at]!;
  const inside = within(quantities, sentence);
  for (const price of inside) {
    const isPrice = isAmount(price)
      ? isUnitPrice(text, sentence, price)
      : countEach.test(text.slice(price.end, price.end + 30));
    if (!isPrice) continue;
    const isTotal = (one: Quantity): boolean =>
      one !== price &&
      !isTwin(text, price, one) &&
      !isPerEach(text, price, one) &&
      !isPartOf.test(text.slice(Math.max(0, one.start - 12), one.start)) &&
      !isAlternative(text, one) &&
      comparable(one, price) &&
      (one.term.value.gt(price.term.value) ||
        isOtherScale(one.term, price.term) ||
        (one.start > price.end && isStatedTotal(text, one))) &&
      !(one.figure?.kind === 'amount' && one.figure.per !== null);
    const totals = ownOrNear(passage, at, quantities, isTotal);
    if (totals.length === 0) continue;
    const named = namedUnits(passage, sentence, price);
    const isUnits = (one: Quantity): boolean =>
      !isAmount(one) &&
      one !== price &&
      !totals.includes(one) &&
      !isDuration(text, one) &&
      !isEach(text, one) &&
      !isWholeOfSome.test(text.slice(Math.max(0, one.start - 20), one.start)) &&
      !isOtherMeasure(text, price, one);
    const units = named === undefined ? ownOrNear(passage, at, quantities, isUnits) : named;
    yield* likeliest(text, price, totals, units);
  }
}

/** `six of the 21 mobile units, at €640,000 each`: it is the six that are paid for. */
const isWholeOfSome =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty) of (?:the|its|our|their|all|these|those) $/i;

/** `an award of Rs. 5 lakh, Rs. 10 lakh or Rs. 25 lakh`: the last of several prices; not `or $2.2 million in all`. */
const isAlternative = (text: string, { start, end }: Span): boolean =>
  /[^,;]\sor\s$/.test(text.slice(Math.max(0, start - 5), start)) &&
  !/^\s(?:in (?:all|total)|altogether|all told|overall|a year|an? )/.test(text.slice(end, end + 12));

/** `S$500 (five hundred dollars)`: the price once more. */
const isTwin = (text: string, price: Quantity, one: Quantity): boolean =>
  one.start > price.end && /^\s?[(（]\s?$/.test(text.slice(price.end, one.start));

/** `in 120 libraries, or 80 in each library`: the things that each is one of are units and no total. */
function isPerEach(text: string, price: Quantity, one: Quantity): boolean {
  const noun = /^[^.;,]{0,24}\beach ([a-z]{3,})/.exec(text.slice(price.end, price.end + 50))?.[1];
  if (noun === undefined) return false;
  return text
    .slice(one.start, one.end + 24)
    .toLowerCase()
    .includes(noun.slice(0, Math.max(3, noun.length - 1)));
}

/** `$24.0 billion` each of a total of `$96.0 million`: a price in the wrong scale. */
const isOtherScale = (total: Term, price: Term): boolean =>
  total.numeral.scale !== price.numeral.scale && price.value.gte(total.value.times(10));

/** What `to each of the three` names: undefined without such words, empty where they name no number. */
function namedUnits(passage: Passage, sentence: Span, price: Quantity): readonly Units[] | undefined {
  const each = toEach.exec(passage.text.slice(price.end, Math.min(sentence.end, price.end + 60)));
  if (each === null) return undefined;
  const at = price.end + each.index + each[0].length - each[1]!.length;
  const term = unitsNamed(passage, at, each[1]!);
  return term === null ? [] : [{ term, start: at, end: at + each[1]!.length, isNamed: true }];
}

const measure =
  /^\s?(?:km|kilomet\w+|met\w+|m|miles?|ha|hectares?|acres?|tonnes?|tons?|kg|kilograms?|lit\w+|gallons?|kWh|MWh)\b/i;

/** `NZ$8 per metre for 8,000 km`: a price for one measure is not multiplied by numbers of another. */
function isOtherMeasure(text: string, price: Span, one: Span): boolean {
  const per = /^\s?(?:per|an?) ([a-z]+)/i.exec(text.slice(price.end, price.end + 30))?.[1];
  if (per === undefined || !measure.test(per)) return false;
  const own = measure.exec(text.slice(one.start, one.end + 14).replace(/^[\d.,\s]+/, ''));
  return own !== null && plainUnit(own[0]) !== plainUnit(per);
}

/** `km` and `kilometre`, `ha` and `hectares` are one measure. */
const plainUnit = (written: string): string => {
  const word = written.trim().toLowerCase();
  const short = { km: 'kilo', m: 'metr', ha: 'hect', t: 'tonn', kg: 'kilogr', meter: 'metr', meters: 'metr' }[word];
  return short ?? (word.startsWith('kilog') ? 'kilogr' : word.slice(0, 4));
};

interface Units extends Span {
  readonly term: Term;
  readonly isNamed?: true;
}

/** The one reading that comes out, else the only reading there is, where words or a slip of the pen bear it out. */
function* likeliest(
  text: string,
  price: Quantity,
  totals: readonly Quantity[],
  units: readonly Units[],
): Iterable<Stated> {
  const claims = totals.flatMap((total) =>
    units.map((count) => ({ total, count, claim: product(total.term, price.term, count.term) })),
  );
  const fits = claims.find(({ claim }) => holds(claim.equation));
  if (fits !== undefined) {
    const slipped = swappedProduct(fits.total.term, price.term, fits.count.term);
    if (slipped === null) yield fits.claim;
    else yield { ...slipped, severity: 'info', aside: true };
    // `(KRW 83.2 billion): … 260 buses at KRW 320 million each, for KRW 82.3 billion`: told twice, and the second time wrong.
    const again = claims.find(
      ({ total, count }) => count === fits.count && total !== fits.total && isTied(text, price, total),
    );
    if (again !== undefined) yield again.claim;
    return;
  }
  // Of several readings the one in which a price or a number of units is a slip of the pen.
  const slipped = claims.filter(({ total, count }) => isSlipOfFactor(total.term, price.term, count.term));
  const chosen = claims.length === 1 ? claims : slipped;
  if (chosen.length !== 1) return;
  const { total, count, claim } = chosen[0]!;
  const wanted = solvedExactly(claim.equation, placeOf(total.term));
  // A number of units named with the price is sure; a number elsewhere needs words or a slip to explain it.
  if (
    count.isNamed === true ||
    (wanted !== null && isTelling(total.term, wanted)) ||
    isStatedTotal(text, total) ||
    // `14,000 boats at ₱120,000 each, or ₱1.68 billion`
    (count.end <= price.start &&
      /^ (?:each|apiece),? (?:or|that is,?) (?:about )?$/.test(text.slice(price.end, total.start))) ||
    (/\beach (?:with|of|at) $/.test(text.slice(Math.max(0, price.start - 12), price.start)) &&
      /^ together\b/.test(text.slice(total.end))) ||
    isSlipOfFactor(total.term, price.term, count.term) ||
    (wanted !== null && isNear(total.term.value, wanted) && isBound(text, price, count, total))
  )
    yield claim;
}

/**
 * `24,000 objects at an average of £18, at a cost of £423,000`: rounding lets it stand, and yet two digits swapped make it what
 * the printed figures give.
 */
function swappedProduct(total: Term, price: Term, count: Term): Stated | null {
  const value = price.value.times(count.value);
  if (total.value.eq(value) || slipFrom(total, value) !== 'swap' || significantDigits(total.numeral.digits) < 3)
    return null;
  const [own, each, many] = [total, price, count].map((term) => sharpened(term, term.value.abs().div(1e6)));
  return product(own!, each!, many!);
}

/** Whether the words right behind the price lead to the total: `each, for`, `each, which makes`, `apiece, at a cost of`. */
const isTied = (text: string, price: Quantity, total: Quantity): boolean =>
  total.start > price.end &&
  /^ (?:each|apiece|per [a-z]+|an? [a-z]+),? (?:or|for|making|costing|that is,?|i\.e\.|which (?:makes|is|comes to|means|gives)|at a (?:total )?cost of|for a total of|a total of)(?: about)? $/.test(
    text.slice(price.end, total.start),
  );

/** Within two and a half times of each other: what is further apart was not meant to be the product. */
const isNear = (a: Big, b: Big): boolean => a.lt(b.times('2.5')) && b.lt(a.times('2.5'));

/** Whether the words tie the price to the units and the total to both: `per tower` of 12 towers, `85 bins at £420 each`. */
function isBound(text: string, price: Quantity, count: Units, total: Quantity): boolean {
  const noun = /^(?:\s?(?:per|an?)|[^.;,]{0,12}\beach) ([a-z]{3,})/i
    .exec(text.slice(price.end, price.end + 40))?.[1]
    ?.toLowerCase();
  const counted = text
    .slice(count.start, count.end + 40)
    .replace(/^[\d,.]+/, '')
    .toLowerCase();
  if (noun !== undefined && new RegExp(`^[^.;,]*\\b${noun.slice(0, Math.max(3, noun.length - 1))}`).test(counted))
    return true;
  if (count.end <= price.start && /^[^.;,\d]{0,40}\bat\s(?:[a-z]+\s){0,3}$/i.test(text.slice(count.end, price.start)))
    return true;
  const isEach = /^\s?(?:each|apiece)\b/i.test(text.slice(price.end, price.end + 8)) || !isAmount(price);
  return (
    isEach &&
    /(?:\b(?:costs?|costing|needs?|requires?|worth|comes? to|amounts? to|makes?|total)(?: of)? |\bin all the |\bfor )$/i.test(
      text.slice(Math.max(0, total.start - 16), total.start),
    )
  );
}

/** `개소당 한도는 3,000만원`: what is paid at most. */
const isLimit = /(?:한도|상한|최대|최고)액?[은는이가]?\s(?:각각\s)?$|\b(?:limit|ceiling|cap|maximum) (?:is|of) $/i;

function isUnitPrice(text: string, sentence: Span, price: Quantity & { figure: { per: string | null } }): boolean {
  const after = text.slice(price.end, Math.min(sentence.end, price.end + 60));
  const before = text.slice(Math.max(sentence.start, price.start - 64), price.start);
  // `R2,400 to R2,700 a meter`: the price lies between the two.
  if (/\d\s?(?:to|–|-|~)\s?$/.test(before) || /^\s?(?:to|–|-|~)\s?\S{0,3}\d/.test(after)) return false;
  if (/\bbetween\s\S{1,4}\d[^.;]{0,20}\sand\s$/i.test(before)) return false;
  if (isLimit.test(before)) return false;
  // `1인당 월 20만 원을 6개월간`: what is paid each month is not paid once.
  if (/(?:월|매월|매달)\s(?:최대\s)?$/.test(before)) return false;
  if (
    (perTime.test(after.slice(0, 12)) && !/\beach (?:get|receive|earn)s? $/i.test(before)) ||
    (price.figure.per !== null &&
      price.figure.per !== 'unit' &&
      !/\beach (?:get|receive|earn)s? $/i.test(before) &&
      !isPaidYearly(text, sentence, before, after))
  )
    return false;
  if (/\beach (?:with|of|at) $/.test(before) && /^[^.;]{0,50}\b(?:together|in all|in total|altogether)\b/.test(after))
    return true;
  return (
    toEach.test(after) ||
    perUnitAfter.test(after) ||
    price.figure.per === 'unit' ||
    priceBefore.test(before) ||
    eachBefore.test(before)
  );
}

/** `38대를 한 대에 연 5,000만원씩, 모두 19억원`: what each costs in a year makes the cost of a year, where no other time is told. */
const isPaidYearly = (text: string, { start, end }: Span, before: string, after: string): boolean =>
  /(?:한\s[가-힣]{1,3}에|[가-힣]당|마다)\s(?:연|매년|해마다)\s$/.test(before) &&
  /^씩,?\s/.test(after) &&
  !/\d\s?(?:개월|년간|년\s?동안|개년)/.test(text.slice(start, end));

/** Those of the sentence, else those of the sentence before, else of the next where that goes on from this one. */
function ownOrNear(
  passage: Passage,
  at: number,
  quantities: readonly Quantity[],
  test: (one: Quantity) => boolean,
): Quantity[] {
  const sentences = sentencesIn(passage);
  const own = within(quantities, sentences[at]!).filter(test);
  if (own.length > 0) return own;
  const next = sentences[at + 1];
  if (next !== undefined && goesOn.test(passage.text.slice(next.start, next.start + 24))) {
    const after = within(quantities, next).filter(test);
    if (after.length > 0) return after;
  }
  const previous = sentences[at - 1];
  return previous === undefined ? [] : within(quantities, previous).filter(test);
}

const goesOn =
  /^(?:This|That|It|These|They|Together|In all|Altogether|In total|The (?:total|cost|whole|sum|bill|budget))\b/;
