import Big from 'big.js';
import type { Stated } from './check';
import { termOfFigure } from './figure-term';
import { runsOf, type Run } from './listed-figures';
import { opens } from './open-list';
import { sentencesIn, within, type Passage } from './passage';
import { claimOf, splitOf, statedAmounts } from './sum-claim';

/** What each of several things takes, told of the first alone: `The building takes A, equipment B and the first years C.` */
const takes =
  /\b(?:takes?|costs?|needs?|gets?|receives?|requires?|accounts? for|goes? to|(?:is|are) for|(?:will|is to|are to) (?:be for|cost|take|need|get|receive|require|go to)|(?:spend|invest|use|allocate|earmark|reserve|set aside|put))\s(?:about )?$/;

/**
 * `Repair and reuse ($11.4 million). … The building takes $7.9 million, equipment $2.1 million and the first two years
 * $1.4 million.`: a passage that opens with a title and its amount, and a sentence that is nothing but what each part
 * takes. Told where the sum holds, where it is more than the amount, or where a slip of the pen explains the difference.
 */
export function* splitsOfHead(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  const amounts = statedAmounts(passage);
  const [head] = amounts;
  if (amounts.length < 4 || head === undefined || head.start > 90) return;
  if (!/\($/.test(text.slice(0, head.start)) || !/^\)[.:]?\s/.test(text.slice(head.end))) return;
  for (const sentence of sentencesIn(passage)) {
    const inside = within(amounts, sentence).filter((one) => one !== head);
    const run = runsOf(text, inside).find((one) => one.length === inside.length);
    const [first] = inside;
    if (run === undefined || run.length < 3 || !takes.test(text.slice(sentence.start, first!.start))) continue;
    if (!isElliptic(text, run) || opens(text.slice(sentence.start, sentence.end))) continue;
    const total = termOfFigure(head.figure);
    const terms = run.map(({ figure }) => termOfFigure(figure));
    const sum = terms.reduce((all, { value }) => all.plus(value), new Big(0));
    // Parts may be left out, but cannot make more than the whole.
    const exceeds = sum.gt(total.value) && sum.lt(total.value.times('1.4'));
    const claim = claimOf(total, terms, exceeds ? 'stated' : 'likely');
    if (claim !== null) yield claim;
  }
}

/** Whether nothing but a few words, no clause of their own, stands between the amounts: `A, equipment B`, `A on nurses, B`. */
const isElliptic = (text: string, run: Run): boolean =>
  run.every(({ start }, at) => {
    const between = at === 0 ? null : text.slice(run[at - 1]!.end, start);
    return (
      between === null ||
      /^,? (?:and )?[^.;:,()\d]{3,60} $/.test(between) ||
      /^ (?:on|for|to|in) [^.;:,()\d]{2,60}, (?:and )?$/.test(between)
    );
  });

const isMadeUp =
  /^(?:It|This|That|They|These|The (?:sum|money|total|amount|budget|funds?)) (?:[a-z]+ ){0,2}(?:made up|composed|consists?|comprises?|comes?|split|divided|shared|financed|funded|paid|provided)\b/;

/**
 * `The budget is KRW 318.5 billion, …` and, in the line below, `It is made up of KRW 95.5 billion in …, KRW 191.0 billion in … and …`:
 * what `it` stands for is an amount of the line above.
 */
export function* splitsOfLineAbove(all: readonly Passage[]): Iterable<Stated> {
  for (const [at, passage] of all.entries()) {
    const above = all[at - 1];
    if (above === undefined || above.block.kind === 'heading' || !isMadeUp.test(passage.text)) continue;
    const [sentence] = sentencesIn(passage);
    const inside = within(statedAmounts(passage), sentence!);
    const run = runsOf(passage.text, inside).find((one) => one.length === inside.length);
    if (run === undefined || opens(passage.text.slice(0, sentence!.end))) continue;
    const claim = splitOf(statedAmounts(above), run);
    if (claim !== null) yield claim;
  }
}
