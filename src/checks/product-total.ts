import { koreanProse } from '../language/korean-prose';
import { holds } from '../ledger/claim';
import { rests } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { gridsOf, type Grid } from './grid';
import { namedUnits } from './named-units';
import { passages, sentencesIn, type Passage } from './passage';
import { unitPrices } from './price-each';
import { productsInRows } from './products-in-rows';
import { isPercent, quantitiesIn, type Quantity } from './quantity';
import { servedEach } from './served-each';
import { totalsAbove } from './total-above';
import { product } from './unit-price';
import { writtenProducts } from './written-products';

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
    'A row of a table whose words tell a price and a number of units (`280명 × 3,000만원`), and the amount in the column that most such rows make.',
    'Every figure may be rounded in its last place.',
    worthALook,
  ],
  *claimsIn(passage) {
    const quantities = passage.cell === null ? manyIn(passage) : [];
    if (quantities.length < 2) return;
    yield* writtenProducts(passage, quantities);
    yield* servedEach(passage);
  },
  *claims(plan) {
    for (const grid of yield* gridsOf.inSteps(plan)) {
      yield;
      yield* priceColumns(grid);
    }
    yield* productsInRows(plan);
    const totalAbove = yield* totalsAbove(plan);
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
          yield* namedUnits(passage, sentence, quantities, totalAbove(passage, sentence));
      }
    }
  },
};

const priceHeader = new RegExp(
  `단가|(?:${koreanProse.priced.join('|')})당(?![가-힣])|\\bunit (?:price|cost)\\b|\\bprice per\\b|\\bcost per\\b`,
  'i',
);

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
