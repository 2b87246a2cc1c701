import { holds, type Equation, type Part } from '../ledger/claim';
import { slipExplains, sumOf } from '../ledger/plausible';
import { slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { Stated } from './check';
import { sayTotal } from './equation-words';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import type { Run } from './listed-figures';
import type { Passage, Placed } from './passage';

/** The claim that the parts make the total, or null where a difference would tell nothing. */
export function claimOf(total: Term, terms: readonly Term[], sure: 'stated' | 'likely' | 'partial'): Stated | null {
  const parts = terms.map((term): Part => ({ term, sign: 1 }));
  const equation: Equation = { kind: 'sum', total, parts };
  if (!holds(equation)) {
    const exceeds = sumOf(parts).gt(total.value);
    // What is larger than the whole is no part of it, where no slip of the pen made it so.
    if (terms.length > 1 && terms.some(({ value }) => value.gt(total.value)) && !slipExplains(total, parts))
      return null;
    // `616명 … 새로 뽑는 56명은 차량 22명, 신호 18명, 승강기 16명`: the first is the whole of the others, and no part beside them.
    if (terms.length > 2 && sumOf(parts.slice(1)).eq(terms[0]!.value) && slipFrom(total, sumOf(parts)) === null)
      return null;
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

/** Of figures before a list the one that it adds up to, else the first that a slip would make so. */
export function likeliestTotal(before: Run, run: Run): Placed<Valued> | undefined {
  const same = before.filter(({ figure }) => sameUnit(figure, run[0]!.figure));
  const parts = run.map(({ figure }): Part => ({ term: termOfFigure(figure), sign: 1 }));
  return (
    same.find(({ figure }) => holds({ kind: 'sum', total: termOfFigure(figure), parts })) ??
    same.find(({ figure }) => slipExplains(termOfFigure(figure), parts))
  );
}

/** The claim that a list of parts splits the likeliest of the figures before it; null where none of them is likely. */
export function splitOf(before: Run, run: Run): Stated | null {
  const total = likeliestTotal(before, run);
  if (total === undefined) return null;
  // `2,080억원 증가 … 늘어난 2,080억원 중 720억원은`, `of the further $8 million, $3 million goes to`: the list begins with the total.
  if (run.some(({ figure }) => figure.value === total.figure.value)) return null;
  const parts = run.map(({ figure }) => termOfFigure(figure));
  return claimOf(termOfFigure(total.figure), parts, 'likely');
}

/** The first amount that the passage states, prices for one of something left out. */
export function firstAmount(passage: Passage): Placed<Valued> | null {
  return statedAmounts(passage).find(({ figure }) => figure.kind === 'amount' && figure.per === null) ?? null;
}

/** The amounts of a passage that state a value. */
export const statedAmounts = (passage: Passage): Placed<Valued>[] =>
  passage.figures.filter(
    (placed): placed is Placed<Valued> => placed.figure.kind === 'amount' && isStated(placed.figure),
  );
