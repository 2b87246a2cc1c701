import { significantDigits } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { rests, type InTurns } from '../text/steps';
import { passages, sentenceAt, type Passage } from './passage';
import { isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';

/** A count that a scale word makes large, and what is counted: `8.4 lakh new taps`. */
interface ScaledCount {
  readonly term: Term;
  readonly scale: string;
  /** Two counts of one sentence are two on purpose. */
  readonly place: string;
}

/** More mentions of one thing than a plan needs. */
const mostAlike = 40;

/**
 * Counts of one thing that have their digits in common and not their scale word: `8.4 lakh new taps` in the plan, and `8.4
 * crore new taps` in what the minister says. The thing is named with two words or more, and the number has two digits.
 */
export function* scaledRepeats(plan: PlanFacts): InTurns<readonly [Term, Term]> {
  const found = new Map<string, ScaledCount[]>();
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null || passage.block.language !== 'en') continue;
    for (const quantity of quantitiesIn(passage)) {
      const { scale, digits } = quantity.term.numeral;
      const thing = isAmount(quantity) || isPercent(quantity) || quantity.bound ? null : thingBehind(passage, quantity);
      if (scale === null || thing === null || significantDigits(digits) < 2) continue;
      const place = `${passage.index}|${sentenceAt(passage, quantity.start).start}`;
      gather(found, `${digits} ${thing}`, { term: quantity.term, scale: scale.toLowerCase(), place });
    }
  }
  for (const alike of found.values()) yield* pairsOf(alike.slice(0, mostAlike));
}

/** Each later mention with the first, where one of them has another scale word and no sentence has both. */
function* pairsOf([first, ...others]: readonly ScaledCount[]): InTurns<readonly [Term, Term]> {
  const all = first === undefined ? [] : [first, ...others];
  const isOne = new Set(all.map(({ scale }) => scale)).size === 2;
  const areApart = new Set(all.map(({ place }) => place)).size === all.length;
  if (isOne && areApart) for (const other of others) yield [first!.term, other.term];
}

/** The noun behind the scale word with what is said of it: `new taps`; null where it is one word, which may be of other things. */
function thingBehind({ text }: Passage, { term, start, end }: Quantity): string | null {
  const { digits, scale } = term.numeral;
  const behind = text.slice(start + digits.length, end + 60).replace(/^\s+/, '');
  if (scale === null || !behind.toLowerCase().startsWith(scale.toLowerCase())) return null;
  return /^ ((?:(?:of )?[a-z-]+ ){1,2}[a-z-]{2,}s)\b/.exec(behind.slice(scale.length))?.[1] ?? null;
}
