import Big from 'big.js';
import { significantDigits } from '../ledger/slip';
import { contentWords } from '../ledger/subject';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { gridsOf } from './grid';
import { isDifference } from './table-columns';

/** An amount in a sentence and the telling words of the sentence and of the heading above it. */
interface ScaledMention {
  readonly term: Term;
  widest(): ReadonlySet<string>;
}

/** Powers of ten between the scale words of a language. */
const powers = (scale: string): readonly number[] => (/[조억만]/.test(scale) ? [4, -4] : [3, -3]);

/**
 * An amount that no cell of a table has, but of which a cell has the digits at another scale, in a row that the sentence
 * or its heading names: `Harbor extension: final design for $62.0 billion`, and `Harbor extension | 62.0` in millions.
 */
export function* scaledCells(plan: PlanFacts, mentions: readonly ScaledMention[]): Iterable<[Term, Term]> {
  const cells = new Map<string, { term: Term; label: string }[]>();
  for (const { rows, headers } of gridsOf(plan))
    for (const { label, cells: own } of rows)
      for (const [column, cell] of own.entries())
        if (cell?.term && cell.kind === 'amount' && !isDifference(headers[column] ?? ''))
          gather(cells, cell.term.value.toString(), { term: cell.term, label });
  if (cells.size === 0) return;
  for (const { term, widest } of mentions) {
    const { scale, digits } = term.numeral;
    if (scale === null || cells.has(term.value.toString()) || significantDigits(digits) < 2) continue;
    for (const power of powers(scale)) {
      const same = cells.get(term.value.times(new Big(10).pow(power)).toString());
      const named = same?.find(({ label }) => [...contentWords(label)].some((word) => widest().has(word)));
      if (named !== undefined) yield [term, named.term];
    }
  }
}
