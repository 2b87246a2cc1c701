import Big from 'big.js';
import type { Amount } from '../figures/figure';
import { significantDigits } from '../ledger/slip';
import type { PlanFacts } from '../plan';
import type { Draft, Finder, Fix, Translate } from './check';
import { bareHeads } from './bare-heads';
import { isStated } from './figure-term';
import { gridsOf, totalKind, type Grid } from './grid';
import type { Span } from '../text/span';
import { once } from '../text/once';
import { gathered } from '../text/steps';
import { sentencesIn, type Passage, type Placed } from './passage';
import { isRate } from './table-columns';

export const missingCurrency: Finder = {
  code: 'missing-currency',
  says: 'Every amount says in which currency it is, and every budget table in which unit.',
  because: 'A table without a unit can be read as thousands or as millions.',
  severity: 'info',
  examples: [
    {
      wrong: 'The budget was KRW 216.4 billion in 2023, 270.2 billion in 2024 and KRW 290 billion in 2025.\n',
      right: 'The budget was KRW 216.4 billion in 2023, KRW 270.2 billion in 2024 and KRW 290 billion in 2025.\n',
      language: 'en',
    },
  ],
  reads: [
    'Tables under a heading, caption or header that speaks of a budget, whose figures bear no currency and for which no unit is stated in the header, the caption or the section.',
    'A scaled number (`216.4 billion`) in a sentence whose other amounts bear a currency; `two billion words` and other counts are left alone.',
    'A scaled number in the brackets of a heading, where the headings of the other parts bear a currency.',
  ],
  *find(plan, t) {
    for (const grid of yield* gridsOf.inSteps(plan)) {
      yield;
      const finding = tableWithoutUnit(plan, grid, t);
      if (finding !== null) yield finding;
    }
    for (const head of yield* gathered(bareHeads(plan))) yield withoutCurrency(head, head.text, head.sign, t);
  },
  *findIn(passage, _, t) {
    if (passage.cell === null) yield* bareAmounts(passage, t);
  },
};

const money =
  /예산|사업비|재정|투자|재원|소요액|집행액|\b(?:budget|costs?|funding|expenditure|spending|outlay|financing|appropriation|investment plan)\b/i;
/** Words of a unit; an amount in the text (`총 944억원`) says nothing of the cells of a table. */
const unit =
  /단위|(?<![\d.]\s?)[억만천]\s?원|(?<![\d.]\s?)백만\s?원|\bin (?:thousands|millions|billions)\b|\b(?:thousands?|millions?|billions?|lakh|crore|mn|bn|m)\b|[$€£¥₩₹]|\b(?:USD|EUR|GBP|KRW|JPY|CHF|SGD|won|euros?|dollars?|pounds?|francs?|rupees?|hours?|people|persons|positions|posts|staff|FTEs?|full-time|tonnes?)\b|\((?:명|개|곳|건|대|개소|km|ha|%)[^)]*\)/i;

function tableWithoutUnit(plan: PlanFacts, grid: Grid, t: Translate): Draft | null {
  const cells = grid.rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
  // `150호` has a unit.
  const numbers = cells.filter(({ kind, text }) => kind === 'number' && !/\d\s?[가-힣A-Za-z%℃㎡]/.test(text));
  if (numbers.length < 3 || cells.some((cell) => cell.kind === 'amount')) return null;
  const isMostlyRates = grid.headers.every(
    (header, column) => grid.rows.every((row) => row.cells[column]?.kind !== 'number') || isRate(header, []),
  );
  if (isMostlyRates) return null;
  const above = before(plan, grid.index);
  const headers = grid.headers.join(' ');
  const isMoney = money.test(`${above.near} ${headers}`) || isTotalOfAmount(plan, grid);
  if (!isMoney || unit.test(`${above.section} ${headers}`)) return null;
  if (grid.rows.some((row) => unit.test(row.label))) return null;
  if (saysUnit(plan).ofAll || numbers.some(({ text }) => inFull.test(text))) return null;
  const first = grid.block.table!.rows[0]!;
  return {
    start: first.start,
    end: first.end,
    message: t('The amounts of this table have no unit.'),
    fixes: unitLineFix(plan, grid, t),
  };
}

/** `485,000.00`: written to the hundredth, and so in no thousands or millions. */
const inFull = /^\D{0,3}\d{1,3}(?:,\d{2,3})+\.\d\d$/;

/** `Amounts are in billions of yen unless stated otherwise`, `(단위: 천원)` at the head: one unit for the whole document. */
const saysUnit = once(({ blocks }: PlanFacts) => ({
  ofAll: blocks.some(
    ({ reading: { text }, table }, at) =>
      table === null &&
      (ofAll.test(text) ||
        (at < 4 && (blocks[at + 1]?.table ?? null) === null && /단위\s?[:：]\s?[억만백천십]{0,3}\s?원/.test(text))),
  ),
}));

const ofAll =
  /\b(?:amounts|figures|sums|tables|numbers|values) (?:[a-z]+ ){0,5}(?:are|is) (?:[a-z]+ ){0,3}in (?:[A-Za-z$€£¥₩]+ ){0,2}(?:thousands|millions|billions|crores?|lakhs?|US\$|[€£$¥₩]|euros?|dollars?|pounds?|won|yen)|(?:금액|예산|표)(?:의\s|\s)?(?:금액\s?)?단위는\s[^.]{0,20}원/i;

/** `Capital spending of £58.4 million` in the text, and a grand total of 58.4: three digits or more. */
function isTotalOfAmount(plan: PlanFacts, { rows, headers }: Grid): boolean {
  const total = rows.find(({ label }) => totalKind(label) === 'total');
  const column = headers.findIndex((header) => totalKind(header) === 'total');
  const cell = total?.cells[column];
  if (!cell?.term || cell.kind !== 'number' || significantDigits(cell.text) < 3) return false;
  const { value } = cell.term;
  return [3, 6, 9].some((power) => amountsInText(plan).has(value.times(`1e${power}`).toFixed()));
}

/** The amounts that the text states outside tables, as plain decimals. */
const amountsInText = once(
  ({ figures }: PlanFacts): ReadonlySet<string> =>
    new Set(
      figures.flatMap((figure) =>
        figure.kind === 'amount' && figure.cell === null && isStated(figure)
          ? [new Big(figure.low.exact).toFixed()]
          : [],
      ),
    ),
);

/** The words that may speak for a table: the heading and the blocks right before it; and the text of its section. */
function before({ blocks }: PlanFacts, index: number): { near: string; section: string } {
  const near: string[] = [];
  const section: string[] = [];
  for (let at = index - 1; at >= 0 && at >= index - 12; at--) {
    const block = blocks[at]!;
    if (block.table !== null) break;
    if (at >= index - 2 || block.kind === 'heading') near.push(block.reading.text);
    section.push(block.reading.text.length > 200 ? '' : block.reading.text);
    if (block.kind === 'heading') break;
  }
  return { near: near.join(' '), section: section.join(' ') };
}

const koreanUnits: readonly (readonly [string, string])[] = [
  ['억원', '100000000'],
  ['백만원', '1000000'],
  ['천원', '1000'],
];

/** The unit in which two cells or more equal amounts of the text. */
function unitLineFix(plan: PlanFacts, grid: Grid, t: Translate): Fix[] {
  const amounts = new Set(
    plan.figures
      .filter(
        (figure): figure is Amount =>
          figure.kind === 'amount' && figure.currency === 'KRW' && figure.cell === null && isStated(figure),
      )
      .map((figure) => new Big(figure.low.exact).toString()),
  );
  const values = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) => (cell?.kind === 'number' && cell.term ? [cell.term.value] : [])),
  );
  for (const [name, worth] of koreanUnits) {
    const matches = values.filter((value) => amounts.has(value.times(worth).toString())).length;
    if (matches < 2) continue;
    const line = `(단위: ${name})`;
    const at = grid.block.start;
    return [{ title: t('Add “{0}”', line), preferred: true, edits: [{ start: at, end: at, newText: `${line}\n\n` }] }];
  }
  return [];
}

const bare =
  /(?<![\d.,$€£¥₩₹A-Za-z-])\d[\d,]*(?:\.\d+)?\s(?:million|billion|trillion|crore|lakh crore)\b(?=\s?[,.;)]|\s(?:in|for|and|to|by|over|from|is|was|will|goes|comes|has|as|at|on|or|under)\s|$)/g;

function* bareAmounts(passage: Passage, t: Translate): Iterable<Draft> {
  const { text } = passage;
  if (!/\d (?:million|billion|trillion|crore|lakh crore)/.test(text)) return;
  const amounts = passage.figures.filter((placed): placed is Placed<Amount> => placed.figure.kind === 'amount');
  let next = 0;
  for (const match of text.matchAll(bare)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < amounts.length && amounts[next]!.end <= start) next++;
    const placed = amounts[next];
    if (placed !== undefined && placed.start < end && placed.figure.notation.currency !== '') continue;
    const sentence = sentencesIn(passage).find((one) => start >= one.start && end <= one.end);
    const siblings = amounts.filter(
      (placed) =>
        sentence !== undefined &&
        placed.start >= sentence.start &&
        placed.end <= sentence.end &&
        placed.figure.notation.place === 'before' &&
        placed.figure.low.scale !== null,
    );
    const sibling = siblings[0];
    // A range that shares its sign (`from NOK 2.7 to 3 billion`) and counted things have no currency to miss.
    if (
      sibling === undefined ||
      siblings.some((one) => one.figure.notation.currency !== sibling.figure.notation.currency)
    )
      continue;
    const sign = sibling.figure.notation.currency;
    const newText = sign + (/[A-Za-z]$/.test(sign) ? ' ' : '');
    const span = passage.span(start, end);
    yield withoutCurrency(span, match[0], newText, t);
  }
}

/** `sign`: the currency to be written before it, with its space. */
const withoutCurrency = ({ start, end }: Span, text: string, sign: string, t: Translate): Draft => ({
  start,
  end,
  message: t('{0} has no currency.', text),
  fixes: [{ title: t('Write {0}', sign + text), preferred: true, edits: [{ start, end: start, newText: sign }] }],
});
