import { wordsAt, type Anchors } from './anchors';
import { draftOf } from './amount-draft';
import { isOfRegion } from './currency';
import type { Amount } from './figure';
import { moneyOf } from './money';
import { isPriced } from './money-doubt';
import type { Draft } from './recogniser';

/** `ten million won`, `half a billion francs`, `three hundred dollars`. */
export function inWords(anchors: Anchors, region: string | null): Draft<Amount>[] {
  const { text, words } = anchors;
  const found: Draft<Amount>[] = [];
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const at = words[i]!;
    const number = at < from ? null : wordsAt(anchors, i);
    if (number === null) continue;
    const one = moneyOf(text, number, at - 6 < 0 ? 0 : at - 6, region);
    const sure =
      one.after !== null &&
      (number.scale !== null ||
        number.grouped ||
        !one.after.meaning.doubtful ||
        isOfRegion(one.after.meaning, region) ||
        isPriced(text, at));
    if (sure || (one.before !== null && number.scale !== null)) {
      found.push(draftOf(text, one, null, region));
      from = one.end;
    } else from = number.end;
  }
  return found.length === 0 || wordNumber.test(text) ? found : [];
}

const wordNumber =
  /illion|hundred|thousand|crore|lakh|[Dd]ollar|[Ee]uro|[Pp]ound|\bwon\b|cents\b|pence|rupees|riyals|shekels|pesos|rand\b/;
