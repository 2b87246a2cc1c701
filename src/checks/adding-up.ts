import Big from 'big.js';
import { placeOf } from '../ledger/term';
import { gather } from '../text/gather';
import type { Mention } from './amount-mentions';
import { provenIn } from './listed-figures';
import { sentenceAt } from './passage';

/** A sentence with more amounts is a table in words. */
const mostParts = 12;

/**
 * The mentions that arithmetic bears out: they stand in a list that adds up, or are all the amounts of their sentence and
 * make one that the plan states elsewhere.
 *
 *     채권 발행 2,100억원 … 채권은 두 차례로 나누어 2월에 1,200억원, 8월에 900억원을 발행한다.        1,200 and 900 are borne out
 */
export function addingUp(mentions: readonly Mention[]): ReadonlySet<Mention> {
  const stated = new Set(mentions.map(({ key }) => key));
  const sentences = new Map<string, Mention[]>();
  const found = new Set<Mention>();
  for (const mention of mentions) {
    const { passage, placed, term } = mention;
    if (provenIn(passage).has(placeOf(term))) found.add(mention);
    gather(sentences, `${passage.index}|${sentenceAt(passage, placed.start).start}`, mention);
  }
  for (const parts of sentences.values()) {
    const { currency } = parts[0]!.placed.figure;
    if (parts.length < 2 || parts.length > mostParts) continue;
    if (parts.some(({ placed: { figure } }) => figure.currency !== currency || figure.per !== null)) continue;
    const sum = parts.reduce((all, { term }) => all.plus(term.value), new Big(0));
    if (stated.has(sum.toString())) for (const part of parts) found.add(part);
  }
  return found;
}
