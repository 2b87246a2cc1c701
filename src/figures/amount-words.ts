import type { Anchors } from './anchors';
import { draftOf } from './amount-draft';
import { isOfRegion } from './currency';
import type { Amount } from './figure';
import { moneyOf } from './money';
import { isPriced } from './money-doubt';
import { readWords } from './number-words';
import type { Draft } from './recogniser';

/** `ten million won`, `half a billion francs`, `three hundred dollars`. */
export function inWords({ text, words }: Anchors, region: string | null): Draft<Amount>[] {
  const found: Draft<Amount>[] = [];
  if (words.length === 0 || !wordNumber.test(text)) return found;
  let from = 0;
  for (const at of words) {
    const number = at < from ? null : readWords(text, at);
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
  return found;
}

const wordNumber =
  /illion|hundred|thousand|crore|lakh|[Dd]ollar|[Ee]uro|[Pp]ound|\bwon\b|cents\b|pence|rupees|riyals|shekels|pesos|rand\b/;
