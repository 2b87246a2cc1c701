import type { Amount } from '../figures/figure';
import type { Block } from '../text/block';
import { readingOffset } from '../text/reading';
import { sentenceEnd } from './sentence';

/**
 * The amounts without those that are parts of another one among them, so that no money counts twice: what follows a whole
 * (`KRW 9 billion, of which 4 …`, `90억원(국비 45억원, …)`), what a total sums up (`4 …, 5 …, KRW 9 billion in all`), and
 * what stands under the budget that a line states. The words tell, not the sums: a wrong total is one none the less.
 */
export function withoutParts(amounts: readonly Amount[], blocks: readonly Block[]): readonly Amount[] {
  if (amounts.length < 2) return amounts;
  const places = placesOf(amounts, blocks);
  const parts = new Set<Amount>();
  const drop = (place: Place, whole: Place): void => {
    if (place !== whole && isPartOf(place.amount, whole.amount)) parts.add(place.amount);
  };
  const budgets = largestBudgets(places);
  places.forEach((place, index) => {
    const budget = place.stated === 'budget' ? undefined : budgets.get(place.amount.currency);
    if (budget !== undefined) drop(place, budget);
    if (place.stated === 'total') {
      // The amounts of its own sentence, and of the list that it closes.
      let from = place.block;
      for (let at = index - 1; at >= 0 && places[at]!.stated !== 'total'; at--) {
        const other = places[at]!;
        if (other.block === place.block ? other.sentence !== place.sentence : place.sentence > 0) break;
        while (from > other.block && blocks[from - 1]!.kind === 'item') from--;
        if (from > other.block) break;
        drop(other, place);
      }
    }
    let opened = place.stated === 'total' && place.opens;
    for (let at = index + 1; at < Math.min(places.length, index + reach); at++) {
      const other = places[at]!;
      if (other.block !== place.block || (other.sentence !== place.sentence && !other.partitive)) break;
      opened ||= at === index + 1 && place.opens;
      if (other.sentence !== place.sentence || (opened && other.bracket === place.bracketAfter)) drop(other, place);
    }
  });
  return amounts.filter((amount) => !parts.has(amount));
}

/** How many amounts after a whole are looked at: sentences name no more parts. */
const reach = 40;

/** The largest stated budget in each currency. */
function largestBudgets(places: readonly Place[]): Map<string | null, Place> {
  const largest = new Map<string | null, Place>();
  for (const place of places) {
    const before = largest.get(place.amount.currency)?.amount.value ?? 0;
    if (place.stated === 'budget' && place.amount.value! > before) largest.set(place.amount.currency, place);
  }
  return largest;
}

/** The amounts that the words say to be a total, or the budget of what the line is about. */
export const statedAmounts = (amounts: readonly Amount[], blocks: readonly Block[]): Amount[] =>
  placesOf(amounts, blocks).flatMap(({ amount, stated }) => (stated === null ? [] : [amount]));

/** One amount where it stands in its block. */
interface Place {
  readonly amount: Amount;
  readonly block: number;
  /** Where its sentence begins, in the reading. */
  readonly sentence: number;
  /** Said to be a total, or the budget of what the line is about. */
  readonly stated: 'total' | 'budget' | null;
  /** Whether words after it say that its parts follow. */
  readonly opens: boolean;
  /** Whether its sentence speaks of parts of what the sentence before names: `Of this, …`. */
  readonly partitive: boolean;
  /** Offset of the open bracket that it stands in, or -1; and of the one that opens right after it. */
  readonly bracket: number;
  readonly bracketAfter: number;
}

function placesOf(amounts: readonly Amount[], blocks: readonly Block[]): Place[] {
  let block = -1;
  let sentence = 0;
  let next = 0;
  let last = 0;
  return amounts.map((amount) => {
    const { reading } = blocks[amount.block]!;
    const { text } = reading;
    const start = readingOffset(reading, amount.start);
    const end = readingOffset(reading, amount.end - 1) + 1;
    if (amount.block !== block) [block, sentence, next, last] = [amount.block, 0, sentenceEnd(text), 0];
    while (next <= start && next < text.length) [sentence, next] = [next, sentenceEnd(text, next)];
    const before = text.slice(Math.max(last, sentence, start - 60), start);
    const after = text.slice(end, Math.min(next, end + 60));
    const head = text.slice(sentence, Math.min(start, sentence + 40));
    last = end;
    const open = /^\s?[(（]/.exec(after);
    return {
      amount,
      block,
      sentence,
      stated: totalBefore.test(before) || totalAfter.test(after) ? 'total' : budgetLine.test(head) ? 'budget' : null,
      opens: open !== null || partsAfter.test(after),
      partitive: partitive.test(head) || /\b(?:the rest|the remainder)\b|나머지/.test(before),
      bracket: bracketAround(text, sentence, start),
      bracketAfter: open === null ? bracketAround(text, sentence, start) : end + open[0].length - 1,
    };
  });
}

const totalBefore =
  /(?:\b(?:total(?:s|l?ing)?|sum|adds? up to|amounts? to|in all|altogether|combined|together(?! with))\b[^.;:()]{0,24}[:：]?\s*|(?<![가-힣])(?:총|합계|총계|계|모두|도합|총액|총사업비|총예산|합쳐|합해)[은는]?\s*[:：]?\s*(?:약\s*)?)$/i;
const totalAfter =
  /^\s?[)]?,? ?(?:in total|altogether|in all|overall|all told|combined)\b|^(?:을|를)? ?(?:전부|모두) /i;
/** Words after a whole that lead to its parts, before the next amount. */
const partsAfter =
  /^[^.;]{0,40}?(?:[:：]|\b(?:of which|including|comprising|consisting of|made up of|split|divided|shared|broken down|namely)\b|(?: 중| 가운데|중에서)(?= |,)|으로,? )/;
const budgetLine =
  /^\W{0,4}(?:(?:total|annual|estimated|indicative|overall) )?(?:budget|costs?|funding|(?:총 ?|소요 ?)?(?:사업비|예산액?|소요액|투자액|재원))(?: \([^)]{1,20}\))?\s?[:：]/i;
const partitive = /^\s*["“]?(?:Of (?:this|these|that|which|it|the total)\b|이 ?(?:중|가운데)|그 ?(?:중|가운데))/;

/** The offset of the bracket that is open at `at`, from `from` on and not far before, or -1. */
function bracketAround(text: string, from: number, at: number): number {
  const start = Math.max(from, at - 200);
  const before = text.slice(start, at);
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'));
  return open < 0 || Math.max(before.lastIndexOf(')'), before.lastIndexOf('）')) > open ? -1 : start + open;
}

const isPartOf = (part: Amount, whole: Amount): boolean =>
  part.currency === whole.currency &&
  (part.value ?? 0) <= (whole.value ?? 0) &&
  (part.period === null || (part.period.from === whole.period?.from && part.period.to === whole.period.to));
