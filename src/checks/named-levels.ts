import type { Term } from '../ledger/term';
import { significantDigits, slipFrom } from '../ledger/slip';
import { nodeAt } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { rests, type Steps } from '../text/steps';
import { datesIn, passages, sentenceAt, within, type Passage } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';

/** So many of a thing, from which and to which the plan takes it. */
interface Change {
  readonly from: Quantity;
  readonly to: Quantity;
  readonly passage: Passage;
}

/**
 * A number of things told in passing, `위탁병원 620곳 시대`, `돌봄전담사 209명은`, and the one sentence that says how many of them
 * there are and will be, `위탁병원을 518곳에서 640곳으로`; or whose heading names them, `과제 6. 돌봄전담사 증원` over `정원을 252명에서
 * 290명으로`. Pairs that differ by a slip of the pen, where the number stands nowhere else.
 */
export function* namedLevels(plan: PlanFacts): Steps<{ written: Term; meant: Term; isSwap: boolean }[]> {
  const changes = new Map<string, Change[]>();
  const counts: { passage: Passage; quantity: Quantity; noun: string }[] = [];
  const times = new Map<string, number>();
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.block.language !== 'ko') continue;
    const quantities = quantitiesIn(passage).filter(isCount);
    for (const { term } of quantities) times.set(term.value.toString(), (times.get(term.value.toString()) ?? 0) + 1);
    if (passage.cell !== null) continue;
    for (const [at, quantity] of quantities.entries()) {
      const to = quantities[at + 1];
      if (to !== undefined && goesTo(passage.text, quantity, to))
        for (const noun of nounsOf(plan, passage, quantity)) gather(changes, noun, { from: quantity, to, passage });
      const noun = passing.exec(passage.text.slice(Math.max(0, quantity.start - 24), quantity.start))?.[1];
      if (noun !== undefined) counts.push({ passage, quantity, noun });
    }
  }
  return counts.flatMap(({ passage, quantity, noun }) => {
    const own = changes.get(noun) ?? [];
    const [change] = own;
    if (change === undefined || own.length > 1 || change.passage === passage) return [];
    if (times.get(quantity.term.value.toString())! > 1 || isDated(passage, quantity)) return [];
    if (otherwise.test(passage.text.slice(quantity.end, quantity.end + 8)) || !comparable(quantity, change.to))
      return [];
    const slips = [change.to, change.from].filter(({ term }) => isSlip(quantity.term, term));
    if (slips.length !== 1) return [];
    const isSwap = slipFrom(quantity.term, slips[0]!.term.value) === 'swap';
    return [{ written: quantity.term, meant: slips[0]!.term, isSwap }];
  });
}

/**
 * `위탁병원 620곳`: a noun of three syllables or more right before the number, which no other noun tells from its like: not
 * `금연상담실 등록자 2,100명`.
 */
const passing = /(?:^|[‘'“"(·,.]\s?|[을를은는이가에로의]\s)([가-힣]{3,10})\s$/;

/** A part of them, a bound, or more of them. */
const otherwise = /^\S{0,4}?(?:\s?(?:중|가운데|이상|이하|미만|초과|안팎|씩|추가|더)(?:\s|$|에)|에서\s)/;

const isCount = (one: Quantity): boolean => !isAmount(one) && !isPercent(one) && !one.bound;

const goesTo = (text: string, from: Quantity, to: Quantity): boolean =>
  comparable(from, to) &&
  /^[^\s,.(]{0,4}에서\s$/.test(text.slice(from.end, to.start)) &&
  /^[^\s,.(]{0,4}?(?:으로|로|까지)[\s,.]/.test(text.slice(to.end, to.end + 8));

const general = /^(?:정원|현원|인원|대상|규모|목표|수량|물량|[가-힣]{0,4}수)$/;

/** What changes: the noun before the number; where that is general, the first word of the heading above. */
function nounsOf(plan: PlanFacts, { text, block, figures }: Passage, { start }: Quantity): string[] {
  const noun =
    /(?:^|[‘'“"(·,.:]\s?|[을를은는이가에로의\d]\s)([가-힣]{2,10})(?:을|를|은|는|이|가)\s(?:현재\s|올해\s|지금\s)?$/.exec(
      text.slice(Math.max(0, start - 26), start),
    )?.[1];
  if (noun === undefined) return [];
  if (!general.test(noun)) return noun.length < 3 ? [] : [noun];
  const path = figures[0]?.figure.node ?? [];
  const above = path.map((_, at) => nodeAt(plan.outline, path.slice(0, path.length - at)));
  const head = above.find((node) => node !== undefined && node !== null && node.heading.start !== block.start);
  const first = /^([가-힣]{3,10})\s/.exec(head?.title ?? '')?.[1];
  return first === undefined ? [] : [first];
}

/** Of a year or a day that its sentence names. */
const isDated = (passage: Passage, { start }: Quantity): boolean => {
  const sentence = sentenceAt(passage, start);
  return (
    within(datesIn(passage), sentence).some(({ figure }) => figure.granularity === 'year') ||
    /지난해|작년|전년|내년|당초|종전|기존/.test(passage.text.slice(sentence.start, start))
  );
};

/** Two digits swapped, or one of three or more that differs. */
function isSlip(written: Term, meant: Term): boolean {
  const slip = slipFrom(written, meant.value);
  return (
    slip === 'swap' || (slip === 'digit' && significantDigits(meant.numeral.digits) >= 2 && written.value.gte(100))
  );
}
