import { bareKorean, inHangul, withLeadingUnit } from './amount-korean';
import { draftOf } from './amount-draft';
import { shareScale, withHundredths } from './amount-list';
import { rangeFrom } from './amount-range';
import { inWords } from './amount-words';
import { numberAt, type Anchors } from './anchors';
import { appended } from './appended';
import { mayBeMoney } from './currency';
import type { Amount } from './figure';
import { moneyOf } from './money';
import { skipCode, type NumberRead } from './number';
import type { Draft, Recogniser, Surroundings } from './recogniser';
import { merged } from './settle';

/**
 * Money: a number with a sign, code or word of a currency, or a range of two that share it.
 *
 *     KRW 216.4 billion · 15 billion won · Rs 1,200 crore · US$500m · £1.2bn · EUR 450 000 · R17,6 billion · P6.352-trillion
 *     $90.5 billion USD · half a billion francs · 2조 7,024억 원 · 5백만원 · 639.5억 달러 · △11.5억원 · 1,764억
 *     €5–7 million · €5/7 million · from NOK 2.7 to 3 billion · 100∼800만원 · $3, $4 and $5 million (three)
 *     50p · 25 cents · 22.1 cents a litre · 3 dollars and 50 cents
 *
 * Not: `in 2023 won the cup`, `R4`, `P5`, `A4`, `COP 28`, `Euro 6`, `1.33 crore women`, `20억 어절`, `1억 2,000만 개`, `제5조`,
 * `£000`, `$000s`: the unit of figures elsewhere.
 */
export const amounts: Recogniser = {
  kind: 'amount',
  find: findAmounts,
};

const none: readonly Draft<Amount>[] = [];

function findAmounts(anchors: Anchors, { region }: Surroundings): readonly Draft<Amount>[] {
  const { text, digits } = anchors;
  let written: Draft<Amount>[] | null = null;
  let floor = 0;
  let from = 0;
  for (let i = 0; i < digits.length; i++) {
    const at = digits[i]!;
    if (at < from) continue;
    const read = numberAt(anchors, i);
    if (read === null) {
      from = skipCode(text, at);
      continue;
    }
    if ((read.scale === null && read.written === 'digits' && !mayBeMoney(text, at, read.end)) || isUnit(read)) {
      from = read.digitsEnd;
      continue;
    }
    const number = withLeadingUnit(text, read);
    const draft = amountAt(text, number, floor, region);
    if (draft === null) from = number.digitsEnd;
    else {
      written = appended(written, draft);
      from = floor = draft.end;
    }
  }
  const inLetters = anchors.words.length + anchors.hangulMoney.length;
  if (written === null && inLetters === 0) return none;
  const found = written ?? [];
  shareScale(text, found);
  if (inLetters === 0) return withHundredths(text, found);
  const words = merged(inWords(anchors, region), inHangul(anchors, region));
  if (words.length === 0) return withHundredths(text, found);
  const apart = words.filter((word) => !found.some((other) => other.start < word.end && word.start < other.end));
  return withHundredths(
    text,
    [...found, ...apart].sort((a, b) => a.start - b.start),
  );
}

/** `000`, `000,000`: noughts alone say in what other figures are written. */
const isUnit = ({ digits }: NumberRead): boolean => digits.startsWith('00') && /^0{3}(?:,?0{3})*$/.test(digits);

/** The amount whose first number is `number`, alone or as a range. */
function amountAt(text: string, number: NumberRead, floor: number, region: string | null): Draft<Amount> | null {
  const one = moneyOf(text, number, floor, region);
  const range = rangeFrom(text, one, region);
  if (range !== null) return range;
  if (one.before === null && one.after === null) return bareKorean(text, one);
  return draftOf(text, one, null, region);
}
