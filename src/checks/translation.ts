import type { Amount } from '../figures/figure';
import { termOfFigure, isStated, type Valued } from './figure-term';
import type { Term } from '../ledger/term';
import { isTelling } from '../ledger/plausible';
import { powerOfTen } from '../ledger/slip';
import type { PlanFacts } from '../plan';
import { passages, type Passage } from './passage';

/**
 * The amounts that the two languages of a bilingual text state in two passages that are translations of each other: a
 * passage and the next one, of the other language, with as many amounts. Equal amounts go together in any order; where
 * one is left on each side, the two are one amount.
 */
export function* translationPairs(plan: PlanFacts): Iterable<readonly [Term, Term]> {
  const languages = new Set(plan.blocks.map((block) => block.language));
  if (languages.size < 2) return;
  const all = [...passages(plan)].filter((passage) => passage.cell === null && passage.text.trim() !== '');
  const pairs = all.flatMap((passage, index) => {
    const next = all[index + 1];
    return next !== undefined && next.block.language !== passage.block.language ? [[passage, next] as const] : [];
  });
  // A bilingual text alternates; a foreign heading or quotation does not make one.
  if (pairs.length < 6 || pairs.length * 3 < all.length) return;
  const taken = new Set<Passage>();
  for (const [first, second] of pairs) {
    if (taken.has(first) || taken.has(second)) continue;
    const matched = match(amountsIn(first), amountsIn(second));
    if (matched === null) continue;
    taken.add(first).add(second);
    yield* matched;
  }
}

const amountsIn = (passage: Passage): Term[] =>
  passage.figures
    .map(({ figure }) => figure)
    .filter((figure): figure is Amount & Valued => figure.kind === 'amount' && isStated(figure))
    .map((figure) => termOfFigure(figure));

/** Pairs of equal amounts, and the last one left on each side; null where more is left: no translation. */
function match(left: readonly Term[], right: readonly Term[]): (readonly [Term, Term])[] | null {
  if (left.length === 0 || left.length !== right.length) return null;
  const rest = [...right];
  const pairs: (readonly [Term, Term])[] = [];
  const unmatched: Term[] = [];
  for (const term of left) {
    const at = rest.findIndex((other) => other.value.eq(term.value));
    if (at < 0) unmatched.push(term);
    else pairs.push([term, rest.splice(at, 1)[0]!]);
  }
  if (unmatched.length === 0) return pairs;
  if (unmatched.length > 1) return null;
  const [a, b] = [unmatched[0]!, rest[0]!];
  const isClose =
    pairs.length > 0 || isTelling(a, b.value) || isTelling(b, a.value) || powerOfTen(b.value.div(a.value)) !== null;
  return isClose ? [...pairs, [a, b]] : null;
}
