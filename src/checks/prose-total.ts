import type { Part } from '../ledger/claim';
import { holds, type Equation } from '../ledger/claim';
import { alike, slipExplains, sumOf } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import type { Claimant, Stated } from './check';
import { sayTotal } from './equation-words';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import { listingsIn, opens, runsOf, type Run } from './listed-figures';
import { type Passage, passages, type Placed, sentencesIn } from './passage';

export const proseTotal: Claimant = {
  code: 'prose-total',
  says: 'A total in a sentence equals the sum of the parts that the sentence, the bracket or the bullets under it name.',
  because: 'A total and its parts stand side by side: the reader sees at once that they do not agree.',
  severity: 'error',
  examples: [
    {
      wrong:
        'A total of KRW 836 billion will be spent, with KRW 410 billion for harbours, KRW 184.5 billion for canals and KRW 277.5 billion for locks.\n',
      right:
        'A total of KRW 872 billion will be spent, with KRW 410 billion for harbours, KRW 184.5 billion for canals and KRW 277.5 billion for locks.\n',
      language: 'en',
    },
  ],
  reads: [
    '`a total of X`, `X in total`, `총 X` with its parts in the same sentence, bracket or list, or in the bullets right under it; money, percentages and counted things alike.',
    'Parts after `of which` or `이 중` need not make the whole, but cannot exceed it.',
    'Lists that say they are open (`such as`, `including`, `등`) are not added up.',
    'Where nothing says that all parts are named, a difference is reported only when a slip of the pen explains it: two digits swapped, one digit or the scale mistaken.',
  ],
  *claims(plan) {
    const all = [...passages(plan)].filter((passage) => passage.cell === null);
    for (const passage of all) {
      for (const { total, parts, sure, partial } of listingsIn(passage)) {
        const [whole, ...pieces] = alike([total, ...parts]);
        const claim = claimOf(whole!, pieces, partial ? 'partial' : sure);
        if (claim !== null) yield claim;
      }
      yield* splitElsewhere(passage);
    }
    yield* bulletsUnder(plan, all);
  },
};

/** The claim that the parts make the total, or null where a difference would tell nothing. */
export function claimOf(total: Term, terms: readonly Term[], sure: 'stated' | 'likely' | 'partial'): Stated | null {
  const parts = terms.map((term): Part => ({ term, sign: 1 }));
  const equation: Equation = { kind: 'sum', total, parts };
  if (!holds(equation)) {
    const exceeds = sumOf(parts).gt(total.value);
    if (sure === 'partial' && !exceeds && !swapExplains(total, parts)) return null;
    if (sure === 'likely' && !slipExplains(total, parts)) return null;
    if (sure === 'stated' && !exceeds && !slipExplains(total, parts) && sumOf(parts).lt(total.value.times('0.6')))
      return null;
  }
  return { equation, says: (t) => sayTotal(t, total, parts) };
}

/** Whether two digits swapped in the total or in a part explain the difference. */
function swapExplains(total: Term, parts: readonly Part[]): boolean {
  const sum = sumOf(parts);
  if (slipFrom(total, sum) === 'swap') return true;
  return parts.some(({ term }) => slipFrom(term, term.value.plus(total.value).minus(sum)) === 'swap');
}

/** Words that say that what follows is the split of a total named before. */
const splits =
  /\bas follows\b|\b(?:split|divided|broken down|shared|spread|distributed|allocated|made up|consists?|comes?|financed|funded|provides?|contributes?|pays?|covers?)\b|재원|내역|구성|배분|투입|각각/i;

/** A list of parts without a total in its own sentence: the total stands in a sentence before. */
function* splitElsewhere(passage: Passage): Iterable<Stated> {
  const figures = passage.figures.filter((placed): placed is Placed<Valued> => isStated(placed.figure));
  const amounts = figures.filter(({ figure }) => figure.kind === 'amount');
  if (amounts.length < 3) return;
  for (const sentence of sentencesIn(passage).slice(1)) {
    const words = passage.text.slice(sentence.start, sentence.end);
    const inside = amounts.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    // `표준공연장 60억 원, 창작 지원 164억 원, 접근성 개선 125억 원이다.`: a sentence that is nothing but a list.
    const isList = inside.length >= 3 && /(?:원|달러)(?:이다|입니다|임)\.?\s*$/.test(words);
    if ((!splits.test(words) && !isList) || opens(words)) continue;
    const run = runsOf(passage.text, inside).find((one) => one.length === inside.length);
    if (run === undefined) continue;
    const before = amounts.filter(({ end }) => end <= sentence.start);
    const total = likeliestTotal(before, run);
    const claim =
      total &&
      claimOf(
        termOfFigure(total.figure),
        run.map(({ figure }) => termOfFigure(figure)),
        'likely',
      );
    if (claim) yield claim;
  }
}

/** Of figures before a list the one that it adds up to, else the first that a slip would make so. */
function likeliestTotal(before: Run, run: Run): Placed<Valued> | undefined {
  const same = before.filter(({ figure }) => sameUnit(figure, run[0]!.figure));
  const parts = run.map(({ figure }): Part => ({ term: termOfFigure(figure), sign: 1 }));
  return (
    same.find(({ figure }) => holds({ kind: 'sum', total: termOfFigure(figure), parts })) ??
    same.find(({ figure }) => slipExplains(termOfFigure(figure), parts))
  );
}

/** `□ 예산: 총 312억원` and the deeper bullets under it, each with one leading amount. */
function* bulletsUnder({ blocks }: PlanFacts, all: readonly Passage[]): Iterable<Stated> {
  for (const [at, passage] of all.entries()) {
    const total = onlyAmount(passage);
    if (total === null || !namesBudget.test(passage.text.slice(0, total.end + 20))) continue;
    const own = blocks[passage.index]!;
    const below = all[at + 1];
    const listed =
      below !== undefined && below.block.kind === 'item' && isDeeper(below.block, own) ? statedAmounts(below) : [];
    if (
      listed.length >= 3 &&
      runsOf(below!.text, listed).some((run) => run.length === listed.length) &&
      !opens(below!.text)
    ) {
      const [whole, ...pieces] = alike([total, ...listed].map(({ figure }) => termOfFigure(figure)));
      const claim = claimOf(whole!, pieces, 'likely');
      if (claim !== null) yield claim;
      continue;
    }
    const parts: Term[] = [];
    let isWhole = true;
    for (const next of all.slice(at + 1, at + 40)) {
      if (next.block.kind !== 'item' || !isDeeper(next.block, own)) break;
      const amount = firstAmount(next);
      if (amount === null || !sameUnit(amount.figure, total.figure)) {
        if (next.block.mark?.text !== '※' && next.block.mark?.text !== '*') isWhole = false;
        continue;
      }
      if (parts.length > 0 && isDeeper(next.block, all[at + 1]!.block)) continue;
      parts.push(termOfFigure(amount.figure));
    }
    if (parts.length < 2 || !isWhole) continue;
    const [whole, ...pieces] = alike([termOfFigure(total.figure), ...parts]);
    const claim = claimOf(whole!, pieces, /\btotal\b|총|합계/i.test(passage.text) ? 'stated' : 'likely');
    if (claim !== null) yield claim;
  }
}

const namesBudget =
  /\b(?:budget|cost|funding|total|spending|expenditure|investment|resources)\b|예산|사업비|투자|총|소요|재원/i;

const isDeeper = (inner: Passage['block'], outer: Passage['block']): boolean =>
  outer.kind === 'item' ? inner.depth > outer.depth || inner.indent > outer.indent : true;

function onlyAmount(passage: Passage): Placed<Valued> | null {
  const amounts = statedAmounts(passage);
  return amounts.length === 1 ? amounts[0]! : null;
}

function firstAmount(passage: Passage): Placed<Valued> | null {
  return statedAmounts(passage)[0] ?? null;
}

const statedAmounts = (passage: Passage): Placed<Valued>[] =>
  passage.figures.filter(
    (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
  );
