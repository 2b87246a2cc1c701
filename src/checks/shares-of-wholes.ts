import { holds } from '../ledger/claim';
import type { Stated } from './check';
import { koreanShares } from './korean-shares';
import { sharesOfThose } from './shares-of-those';
import { type Passage, sentencesIn, within } from './passage';
import { comparable, isAmount, isPercent, type Quantity } from './quantity';
import { share } from './rate-claims';
import { isSlipOfResult } from './unit-price';

/** Shares that words join to one part and its whole: `A of B (r)`, `of it`, `of them`, `이 가운데`, a share of a target. */
export function* sharesOfWholes(
  passage: Passage,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  const { text } = passage;
  yield* performances(passage, quantities, percents);
  yield* ofIt(passage, quantities, percents);
  yield* ofAllBefore(passage, quantities, percents);
  yield* partsOfWholes(text, quantities);
  yield* sharesOfThose(text, quantities, percents);
  yield* koreanShares(text, quantities, percents);
}

/** `2,765 of 3,140 (88%)`, `3,140곳 중 2,765곳(88%)`. */
function* partsOfWholes(text: string, quantities: readonly Quantity[]): Iterable<Stated> {
  for (let i = 0; i + 2 < quantities.length; i++) {
    const [first, part, whole] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    // `75% (48 of 64)`, `98 per cent, or 49 of 50,`
    if (
      isPercent(first) &&
      !first.bound &&
      first.figure.unit === 'percent' &&
      !isPercent(part) &&
      comparable(part, whole) &&
      /^(?:\s?[([]\s?|,? (?:or|that is,?|i\.e\.,?) )(?:about )?$/.test(text.slice(first.end, part.start)) &&
      /^\s(?:\w+\s){0,2}?(?:out )?of (?:the |all |its |our )?$/.test(text.slice(part.end, whole.start)) &&
      /^(?: [a-z]+)?(?: in (?:19|20)\d\d)?\s?[)\],.;]/.test(text.slice(whole.end))
    ) {
      yield share(first.term, part.term, whole.term);
      continue;
    }
    const [a, b, rate] = [quantities[i]!, quantities[i + 1]!, quantities[i + 2]!];
    // `900 teachers are trained, of whom 540 (60%) are women`; `2,870 homes, which is 41% of the target of 7,000`
    if (
      isPercent(rate) &&
      !rate.bound &&
      rate.figure.unit === 'percent' &&
      !isPercent(a) &&
      comparable(a, b) &&
      a.term.value.gt(b.term.value) &&
      /^[^.;()]{0,50},? of (?:whom|which|them|these) $/.test(text.slice(a.end, b.start)) &&
      /^(?: [a-z]+){0,2} [([](?:or )?$/.test(text.slice(b.end, rate.start))
    ) {
      yield share(rate.term, b.term, a.term);
      continue;
    }
    if (
      isPercent(b) &&
      !b.bound &&
      b.figure.unit === 'percent' &&
      b.figure.direction === null &&
      !isPercent(a) &&
      !isPercent(rate) &&
      comparable(a, rate) &&
      rate.term.value.gt(a.term.value) &&
      /^[^.;()]{0,70},? (?:which is|that is|or|equal to|equivalent to|i\.e\.) (?:about |some )?$/.test(
        text.slice(a.end, b.start),
      ) &&
      /^ of (?:the|its|our|a|all) (?:(?:[a-z’'-]+ ){1,4}(?:of|:) )?$/.test(text.slice(b.end, rate.start))
    ) {
      yield share(b.term, a.term, rate.term);
      continue;
    }
    if (!isPercent(rate) || rate.bound || rate.figure.unit !== 'percent' || isPercent(a) || !comparable(a, b)) continue;
    const between = text.slice(a.end, b.start);
    // `8만 4,300명(전체 구민 31만 2,200명의 27.0%)`
    if (/^의\s?(?:약\s?)?$/.test(text.slice(b.end, rate.start)) && /^\s?[(（][^()]{0,14}$/.test(between))
      yield share(rate.term, a.term, b.term);
    // `Of 3,140 homes surveyed, 2,765 (88%) met the standard.`
    const isOf =
      /\b[Oo]f\s(?:the\s|all\s|its\s|these\s)?$/.test(text.slice(Math.max(0, a.start - 12), a.start)) &&
      a.term.value.gt(b.term.value);
    if (isOf && /^[^.;()]{0,40},\s$/.test(between) && /^[^.;]{0,16}[(]\s?$/.test(text.slice(b.end, rate.start))) {
      yield share(rate.term, b.term, a.term);
      continue;
    }
    if (!/^[^.;]{0,30}[(,]\s?(?:or\s)?(?:about\s|약\s?)?$/.test(text.slice(b.end, rate.start))) continue;
    if (/\b(?:made|consist|compos|total)\w*\b/i.test(between)) continue;
    if (
      /^\s(?:\w+\s){0,3}?(?:out )?of (?:the |all |some |its |our |a )?(?:[a-z-]+ ?[a-z-]*[’']s? )?(?:planned |targeted |possible |total )?$/i.test(
        between,
      )
    )
      yield share(rate.term, a.term, b.term);
    else if (
      (/^[^.;]{0,14}\s?(?:중|가운데)\s/.test(between) || /(?:중|가운데)$/.test(a.term.text)) &&
      between.length < 30
    )
      yield share(rate.term, b.term, a.term);
  }
}

/** `We earned N361.2 billion, against a target of N385.5 billion. This is a performance of 93.7 percent.` */
function* performances(
  passage: Passage,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  const { text } = passage;
  const sentences = sentencesIn(passage);
  for (const rate of percents) {
    const before = text.slice(Math.max(0, rate.start - 60), rate.start);
    const after = text.slice(rate.end, rate.end + 40);
    if (!ofTarget.test(after) && !performs.test(before)) continue;
    const at = sentences.findIndex(({ start, end }) => rate.start >= start && rate.end <= end);
    const near = [sentences[at], sentences[at - 1]].filter((one) => one !== undefined);
    for (const sentence of near) {
      const pair = doneAndAimed(
        text,
        within(quantities, sentence).filter((one) => !isPercent(one)),
      );
      if (pair === null) continue;
      // `78%, down from the 80% of 2023, when … of …`: the two amounts are those of the nearer rate.
      if (percents.some((other) => other.start >= rate.end && other.end <= pair[0].start)) continue;
      yield share(rate.term, pair[0].term, pair[1].term);
      break;
    }
  }
}

/** `The plan comes to $408.0 million. Debt pays $163.2 million of it, or 40%`: the whole is the last one before. */
function* ofIt(passage: Passage, quantities: readonly Quantity[], percents: readonly Quantity[]): Iterable<Stated> {
  for (const rate of percents) {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || part.bound || isPercent(part)) continue;
    if (
      !/^ of (?:it|this|that|them|these|those|the total|the whole)(?:,? or | \()$/.test(
        passage.text.slice(part.end, rate.start),
      )
    )
      continue;
    const before = quantities
      .slice(0, quantities.indexOf(part))
      .filter((one) => comparable(one, part) && !one.bound && one.term.value.gt(part.term.value));
    const claims = before.map((whole) => share(rate.term, part.term, whole.term));
    // `1,312 wildfires on 16 million acres. … 407 of them (31%)`: of several the one that bears the share out.
    const fits =
      claims.find(({ equation }) => holds(equation)) ?? claims.findLast((claim) => isSlipOfResult(claim, rate.term));
    if (fits !== undefined) yield fits;
    else if (claims.length === 1) yield claims[0]!;
  }
}

/** `… all 410 city trucks. So far 164 trucks (40%) have them`: a part, and all of its kind in the sentence before. */
function* ofAllBefore(
  { text }: Passage,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  for (const rate of percents) {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || part.bound || isPercent(part) || isAmount(part)) continue;
    const noun = /^[\d,. ]*(?:[a-z-]+ )*([a-z]{4,})$/.exec(part.term.text)?.[1];
    if (noun === undefined || !/^\s?\((?:or )?$/.test(text.slice(part.end, rate.start))) continue;
    const whole = quantities.find(
      (one) =>
        one.end < part.start &&
        part.start - one.end < 220 &&
        one.term.value.gt(part.term.value) &&
        one.term.text.endsWith(noun) &&
        /\b(?:all|all of|the|its|our|of) (?:our |the |its )?$/i.test(
          text.slice(Math.max(0, one.start - 12), one.start),
        ) &&
        /\ball\b/i.test(text.slice(Math.max(0, one.start - 16), one.start)),
    );
    if (whole !== undefined) yield share(rate.term, part.term, whole.term);
  }
}

const performs =
  /\b(?:performance|execution|absorption|achievement|completion|implementation|collection|utili[sz]ation|uptake|take-up|success)(?: rate)?(?: of| was| is|:)\s(?:about |some )?$/i;
const ofTarget =
  /^\s(?:of (?:the |this |that |its |our )?(?:target|goal|plan|budget estimate|estimate|allocation|amount planned)|achieved|performance|execution|absorption)\b/i;

/** What was done and what was aimed at: two quantities that can be compared, the second named as the aim. */
function doneAndAimed(text: string, quantities: readonly Quantity[]): readonly [Quantity, Quantity] | null {
  for (let i = 1; i < quantities.length; i++) {
    const [done, aimed] = [quantities[i - 1]!, quantities[i]!];
    if (done.bound || aimed.bound || !comparable(done, aimed)) continue;
    if (
      /\b(?:target|goal|plan|planned|estimate|allocation|allocated|budget|budgeted|expected|out of)\b[^.;]{0,24}$/i.test(
        text.slice(done.end, aimed.start),
      )
    )
      return [done, aimed];
  }
  return null;
}
