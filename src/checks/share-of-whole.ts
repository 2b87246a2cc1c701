import { holds } from '../ledger/claim';
import type { Stated } from './check';
import { sentencesIn, type Passage } from './passage';
import { comparable, isAmount, isPercent, type Quantity } from './quantity';
import { share } from './rate-claims';
import { isSlipOfResult } from './unit-price';

const theWhole =
  /^ of (?:(?:the|this|that|its|our) |this year[’']s )(?:whole |entire |full |overall |total |new |planned )?(?:whole|total|sum|budget|envelope|amount|package|programme|program|allocation|outlay|spending|expenditure|investment|request|fund|funding|plan|cost|volume|portfolio)(?=[\s.,;)]|$)/;

/** `, or` · `(` · `takes up`, `) therefore accounts for`. */
const joint =
  /^(?:,? or |,? that is,? | \(|\)?(?: (?:therefore|thus|alone|now|already|together))? (?:takes? up|makes? up|accounts? for|represents?|equals?|corresponds? to|absorbs?) )(?:about |some |nearly )?$/;

/** How many sentences back the whole may be named. */
const sentencesBack = 3;

/**
 * `The Bank plans to provide $1,450 million: … About $667 million, or 46% of the envelope, will …`: a part, its share and
 * a word for the whole, which a sentence before has named. Of several amounts the one that bears the share out is
 * meant, else the one that a slip of the pen would let do so.
 */
export function* sharesOfTheWhole(
  passage: Passage,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  const { text } = passage;
  const sentences = sentencesIn(passage);
  for (const rate of percents) {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || part.bound || !isAmount(part)) continue;
    if (!joint.test(text.slice(part.end, rate.start))) continue;
    if (!theWhole.test(text.slice(rate.end, rate.end + 50))) continue;
    const at = sentences.findIndex(({ end }) => rate.start < end);
    const from = sentences[Math.max(0, at - sentencesBack)]?.start ?? 0;
    const wholes = quantities.filter(
      (one) =>
        one.start >= from &&
        one.end <= part.start &&
        !one.bound &&
        !isPercent(one) &&
        comparable(one, part) &&
        one.term.value.gt(part.term.value),
    );
    const claims = wholes.map((whole) => share(rate.term, part.term, whole.term));
    const slipped = claims.filter((claim) => isSlipOfResult(claim, rate.term));
    const meant = claims.find(({ equation }) => holds(equation)) ?? (claims.length === 1 ? claims[0] : slipped[0]);
    if (meant !== undefined) yield meant;
  }
}
