import type { Equation } from '../ledger/claim';
import { healing } from '../ledger/evidence';
import { termOf } from '../ledger/term';
import type { Stated } from './check';
import { sayProduct } from './equation-words';
import { plainNumeral } from './grid';
import type { Passage } from './passage';
import { comparable, isAmount, type Quantity } from './quantity';
import { product } from './unit-price';

/** Products that a passage writes out: by signs, in brackets, and as so much a month for so many months. */
export function* writtenProducts(passage: Passage, quantities: readonly Quantity[]): Iterable<Stated> {
  yield* chains(passage.text, quantities);
  yield* productsInBrackets(passage, quantities);
  yield* monthly(passage.text, quantities);
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
    const factors = `${a.term.text} × ${b.term.text}`;
    return { equation, says: (t) => sayProduct(t, equation, result.term, factors, c.term.text) };
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
    yield { equation, says: (t) => sayProduct(t, equation, total.term, rate.term.text, count) };
  }
}
