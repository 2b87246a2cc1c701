import Big from 'big.js';
import { holds, type Equation, type Part } from '../ledger/claim';
import { slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { Claimant, Stated } from './check';
import { dividesOverTime } from './divided-over-time';
import { worthALook } from './doubt';
import { sumText } from './equation-words';
import { gridsOf, totalKind, type Grid } from './grid';
import { opens } from './open-list';
import type { Span } from '../text/span';
import type { PlanFacts } from '../plan';
import { mayRest, type InTurns } from '../text/steps';
import { passages, sentencesIn, within, type Passage } from './passage';
import { isPercent, quantitiesIn, type Quantity } from './quantity';
import { isShare } from './table-columns';

export const percentTotal: Claimant = {
  code: 'percent-total',
  says: 'Shares of one whole make 100%.',
  because: 'Shares that make more or less than the whole leave a part without an owner.',
  severity: 'warning',
  examples: [
    {
      wrong: 'The costs are shared: 39.9% by the state, 50.0% by the city and 12.1% by private investors.\n',
      right: 'The costs are shared: 39.9% by the state, 50.0% by the city and 10.1% by private investors.\n',
      language: 'en',
    },
  ],
  reads: [
    'A column of shares with a total of 100%, or without a total where its heading says share (`Share`, `비중`, `구성비`); shares listed in one sentence that says what is shared.',
    'Each share may be off by half of its last place. Reported only where the sum comes near 100 and one slip of the pen explains the rest.',
    'Rates of different things, bounds (`up to 80%`), and overlapping groups are no shares of one whole.',
    worthALook,
  ],
  *claims(plan) {
    for (const grid of yield* gridsOf.inSteps(plan)) {
      yield;
      yield* inTable(grid);
    }
    yield* inItems(plan);
  },
  *claimsIn(passage) {
    if (passage.cell === null) yield* inPassage(passage);
  },
};

function* inTable(grid: Grid): Iterable<Stated> {
  for (const [column, header] of grid.headers.entries()) {
    const filled = grid.rows.filter((row) => row.cells[column]?.term);
    // `○ 상수도` under `특별회계` is a part of it.
    const plain = filled.filter((row) => !isSubRow(row.label));
    const rows = plain.length >= 2 ? plain : filled;
    const leaves = rows.filter((row) => totalKind(row.label) === null);
    const totals = rows.filter((row) => totalKind(row.label) === 'total');
    const isWhole = totals.length === 1 && totals[0]!.cells[column]!.value === 100;
    if (leaves.length < 2 || rows.length !== leaves.length + (isWhole ? 1 : 0)) continue;
    if (!isWhole && !isShare(header) && !isWeight(header)) continue;
    const cells = leaves.map((row) => row.cells[column]!);
    if (cells.some((cell) => cell.value < 0 || cell.value > 100)) continue;
    const claim = wholeOf(
      cells.map((cell) => cell.term!),
      isWhole,
    );
    if (claim !== null) yield claim;
  }
}

/** `가중치(%)`, `Weight (%)`: what indicators count for makes a whole. */
const isWeight = (header: string): boolean =>
  /^(?:가중치|반영 ?비율|weights?|weighting)\s?[(（]%[)）]$/i.test(header.trim());

/** `- Lightning: 31%` and its fellows, one share an item, under a line that says what is shared; the last is for the rest. */
function* inItems(plan: PlanFacts): InTurns<Stated> {
  const all = passages(plan);
  for (let at = 0; at < all.length; at++) {
    if (mayRest(at)) yield;
    const run: Quantity[] = [];
    let next = at;
    for (; next < all.length; next++) {
      const share = shareOfItem(all[next]!);
      if (share === null || all[next]!.block.depth !== all[at]!.block.depth) break;
      run.push(share);
    }
    const last = all[next - 1];
    const isWhole = /\b(?:by|shares?|split|breakdown|composition|distribution|mix)\b/i.test(all[at - 1]?.text ?? '');
    if (
      run.length >= 3 &&
      isWhole &&
      last !== undefined &&
      /^(?:all )?(?:others?|the rest|remaining)\b/i.test(last.text)
    ) {
      const claim = wholeOf(
        run.map(({ term }) => term),
        false,
      );
      if (claim !== null) yield claim;
    }
    at = Math.max(at, next - 1);
  }
}

/** The one share of an item that is nothing but a label and that. */
function shareOfItem(passage: Passage): Quantity | null {
  if (passage.block.kind !== 'item' || passage.cell !== null) return null;
  const [rate, more] = quantitiesIn(passage);
  if (rate === undefined || more !== undefined || !isPercent(rate) || !isShareRate(rate)) return null;
  const isBare = /^[^:.;]{2,60}:\s$/.test(passage.text.slice(0, rate.start)) && passage.text.length - rate.end <= 1;
  return isBare ? rate : null;
}

/** Whether a row's label begins with a bullet, or with words that make it a part of the row above. */
const isSubRow = (label: string): boolean =>
  /^\s*(?:(?:[○●ㅇ◦·․▪\-–]|└|ㄴ)\s*(?=\S)|\(?(?:of which|thereof|including)\b|\(?[이그]\s?중\b)/i.test(label);

const shared =
  /\bshares?\b|\bshared\b|\bsplit\b|\bdivided\b|\bcomposition\b|\bcontribut|\bbreak ?down\b|\bremaining\b|\bthe rest\b|\bborne\b|\bfinanced\b|\bfunded\b|\brespectively\b|\bweights?\b|\b(?:everything|something|anything) else\b|\bneither\b|\bunsure\b|\bundecided\b|\b(?:tranches|instal?lments)\b|\bin (?:two|three|four|five|\d) (?:parts|stages|steps|phases|payments)\b|\ball others?\b|\bremainder\b|\bthe balance\b|\b(?:award|scoring|assessment|selection|evaluation) criteria\b|비중|구성|각각|분담|배분|배점|가중치|나머지|부담|비율|나누|나눠|합산/i;

/** `조사 방법: 면접 60%, 인터넷 30%, 전화 10%`: a label whose list divides a whole. */
const sharesOf = /^(?!.*(?:중복|복수|여러))[가-힣 ]{0,10}(?:방법|방식|배점|가중치)\s?[:：]\s/;

const pays =
  /\b(?:pays?|takes?|provides?|covers?|bears?|meets?|makes? up|made up|accounts? for|c[ao]mes? from|goes to|go to|brings? in|(?:raised|paid|met|drawn|taken|funded) from)\b|\bis for\b|\bcounts? for \d+(?:\.\d+)? ?(?:%|per ?cent)(?! of\b)/i;

const divided =
  /\bsplit\b|\bdivided\b|\bcontribut|\bborne\b|\bfinanced\b|\bfunded\b|\bshared\b|\bremaining\b|\bthe rest\b|분담|부담|배분|재원|구성|나머지|나누|나눠|합산/i;

const namesYear = /(?:20\d\d년|올해|지난해|작년|내년)(?:에?는|에|은)?\s$/;

function* inPassage(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  const rates = quantitiesIn(passage).filter(isPercent);
  if (rates.length < 2) return;
  const sentences = sentencesIn(passage);
  yield* restOf(text, sentences, rates);
  for (const sentence of sentences) {
    const inside = within(rates, sentence);
    if (inside.length < 2) continue;
    const words = text.slice(sentence.start, sentence.end);
    if (opens(words) || leavesRestUntold(words, sentence, inside)) continue;
    const saysShared = shared.test(words) || sharesOf.test(words);
    for (const run of listsOf(text, inside)) {
      const isOverTime = dividesOverTime(text, sentence, run);
      const isShared = isOverTime || saysShared || isListOfAll(text, run);
      if (!isShared && !pays.test(words)) continue;
      // `2024년 32%, 2025년 36%였고 올해는 40%`: one share, year by year.
      if (run.filter(({ start }) => namesYear.test(text.slice(Math.max(0, start - 9), start))).length >= 2) continue;
      // `60% of women and 45% of men` are rates of two groups; two shares need a word that divides.
      if (run.filter(({ end }) => /^\s+of\s/.test(text.slice(end, end + 4))).length >= 2) continue;
      if (run.length === 2 && !isOverTime && !divided.test(words)) continue;
      // `The city pays 60%, the state 30% and the county 10%` names its parts to the last.
      if (!isShared && (run.length < 3 || !/\band\b/.test(text.slice(run.at(-2)!.end, run.at(-1)!.start)))) continue;
      // `Turnout was 6%, with 58% against, 30% for and 12% unsure`: the first is of something else.
      if (!isOverTime && run.length > 2 && sumOf(run.slice(1)).eq(100)) continue;
      const claim = wholeOf(
        run.map((rate) => rate.term),
        false,
      );
      if (claim !== null) yield claim;
    }
  }
}

/** `900,000 books: 60% in Malay, 25% in English, 10% in Chinese and 5% in Tamil`: the list behind a colon, to its last. */
function isListOfAll(text: string, run: readonly Quantity[]): boolean {
  if (run.length < 3 || !/:\s$/.test(text.slice(Math.max(0, run[0]!.start - 2), run[0]!.start))) return false;
  const words = run.map(
    ({ end }) => /^ (in|for|from|to|by|on|through|at) [A-Za-z]/.exec(text.slice(end, end + 12))?.[1],
  );
  return (
    words[0] !== undefined &&
    words.every((word) => word === words[0]) &&
    run.every(({ end }, at) => {
      const next = run[at + 1];
      if (next === undefined) return true;
      const joint = text.slice(end, next.start);
      return at === run.length - 2 ? /,? and $/.test(joint) : /, $/.test(joint) && !/\d/.test(joint);
    })
  );
}

/** `50%는 국비, 30%는 지방비로 지원하며 나머지는 선주가 낸다`: the rest has a payer and no share of its own. */
function leavesRestUntold(words: string, { start }: Span, rates: readonly Quantity[]): boolean {
  const named = restOfClause.exec(words);
  if (named === null) return false;
  const from = start + named.index;
  return !rates.some((rate) => rate.start > from);
}

const restOfClause =
  /(?:[,며고\s])나머지(?:는|를|금액|비용|사업비)|(?:,|\band|\bwhile|\bwith)\s(?:the (?:rest|remainder|balance)|others)\b/;

const sumOf = (rates: readonly Quantity[]): Big => rates.reduce((all, { term }) => all.plus(term.value), new Big(0));

const rest = /\b(?:the|its|their) (?:remaining|other|remainder|rest|balance)[\s,(–-]{1,3}(?:about |some |is |are )?$/i;

/** `… will have analysed 60% of them. The remaining 40% will follow in 2027.`: one share, and what is left of the whole. */
function* restOf(text: string, sentences: readonly Span[], rates: readonly Quantity[]): Iterable<Stated> {
  for (const [at, sentence] of sentences.entries()) {
    const previous = sentences[at - 1];
    const [own, more] = within(rates, sentence);
    if (previous === undefined || own === undefined || more !== undefined) continue;
    if (!rest.test(text.slice(Math.max(sentence.start, own.start - 40), own.start))) continue;
    const before = within(rates, previous);
    const both = [...before, own];
    if (before.length !== 1 || both.some((rate) => !isPercent(rate) || !isShareRate(rate))) continue;
    const claim = wholeOf(
      both.map(({ term }) => term),
      false,
    );
    if (claim !== null) yield claim;
  }
}

/** `from a peak of 12% to 9%` is a change; `62% from fees, from other sources 27%` tells where the shares come from. */
const fromBefore =
  /\bfrom (?:(?:[a-z]+ly|a|an|the|just|only|about|around|some|low|high|level|peak|rate|share|of) ?){0,5}$/;

/** Shares one after the other, nothing between them that compares. */
function listsOf(
  text: string,
  rates: readonly (Quantity & { figure: { unit: string; direction: string | null } })[],
): Quantity[][] {
  const lists: Quantity[][] = [[]];
  for (const rate of rates) {
    const last = lists.at(-1)!.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, rate.start);
    const breaks =
      !isShareRate(rate) ||
      fromBefore.test(between) ||
      /→|\bto\s*$|에서|보다|대비|목표|못 미|머물|[;]/.test(between) ||
      between.length > 100;
    if (breaks) lists.push([]);
    if (isShareRate(rate)) lists.at(-1)!.push(rate);
  }
  return lists.filter((list) => list.length >= 2);
}

/** A bound, percentage points and a growth (`up 9%`) are no share of anything. */
const isShareRate = ({ bound, figure }: Quantity & { figure: { unit: string; direction: string | null } }): boolean =>
  !bound && figure.unit === 'percent' && figure.direction === null;

/** Whether a slip in the share explains the gap; two digits swapped also where the rounding of the others takes part in it. */
function isSlip(term: Term, gap: Big, count: number): boolean {
  const wanted = term.value.plus(gap);
  if (slipFrom(term, wanted) !== null) return true;
  const step = new Big(term.numeral.step).abs();
  const slack = Math.floor(count / 2);
  return Array.from({ length: 2 * slack + 1 }, (_, index) => wanted.plus(step.times(index - slack))).some(
    (value) => slipFrom(term, value) === 'swap',
  );
}

/** The claim that shares make 100, where they nearly do; null where they may be shares of different things. */
function wholeOf(terms: readonly Term[], isStated: boolean): Stated | null {
  const parts = terms.map((term): Part => ({ term, sign: 1 }));
  const sum = terms.reduce((all, term) => all.plus(term.value), new Big(0));
  const equation: Equation = { kind: 'whole', of: 100, parts };
  if (!holds(equation)) {
    const gap = new Big(100).minus(sum);
    if (!isStated && gap.abs().gt(40)) return null;
    if (
      !isStated &&
      terms.length === 2 &&
      gap.abs().gt(30) &&
      !terms.some((term) => slipFrom(term, term.value.plus(gap)) === 'swap')
    )
      return null;
    if (!isStated && !terms.some((term) => isSlip(term, gap, terms.length))) return null;
  }
  return {
    equation,
    says: (t) => t('{0} = {1}%, not 100%.', sumText(parts), sum.toString()),
  };
}
