import Big from 'big.js';
import { holds, type Equation } from '../ledger/claim';
import { roundedOrCut, type Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { filtered, mayRest, type InTurns } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { computedText } from './equation-words';
import { gridsOf, totalKind } from './grid';
import { type Passage, passages, sentencesIn, within } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { impliedRates } from './implied-rates';
import { areFunds } from './listed-figures';
import { parents } from './parent';
import { share } from './rate-claims';
import { sharesOfTheWhole } from './share-of-whole';
import { tableRates } from './table-rates';
import { isSlipOfResult } from './unit-price';

export const shareRate: Claimant = {
  code: 'share-rate',
  says: 'A stated share is the share that its amount has in its whole.',
  because: 'Shares decide who pays; a share that does not fit its amount leaves open which of the two holds.',
  severity: 'warning',
  examples: [
    {
      wrong: 'Of the homes inspected, 2,765 of 3,140 (78%) were sound.\n',
      right: 'Of the homes inspected, 2,765 of 3,140 (88%) were sound.\n',
      language: 'en',
    },
  ],
  reads: [
    '`A of B (88%)`; amounts each with a share in brackets, beside their total; as many shares as amounts, listed one after the other.',
    'A share without such words where one slip of the pen lets two figures beside it make it, and chance hardly would.',
    'A column of shares beside the column that it is the share of, where most rows bear that out.',
    'A share may be rounded or cut off in its last place.',
    worthALook,
  ],
  *claimsIn(passage) {
    if (passage.cell === null) yield* inPassage(passage);
  },
  *claims(plan) {
    yield* inTables(plan);
    const totals = grandTotals(plan);
    const above = yield* parents.inSteps(plan);
    const all = yield* filtered(passages(plan), ({ cell }) => cell === null);
    for (const [at, passage] of all.entries()) {
      if (mayRest(at)) yield;
      if (!passage.figures.some(({ figure }) => figure.kind === 'percent')) continue;
      yield* ofAll(passage, totals);
      yield* inLists(passage, all[at - 1]);
      const line = above.get(passage);
      const told = (): Stated[] => [...inPassage(passage), ...ofAll(passage, totals), ...inLists(passage, all[at - 1])];
      yield* impliedRates(passage, 'share', line === undefined ? [] : quantitiesIn(line), told);
    }
    yield* inItems(all);
  },
};

/** The amounts of the tables' total rows, each once. */
function grandTotals(plan: PlanFacts): Term[] {
  const found = new Map<string, Term>();
  for (const { rows } of gridsOf(plan))
    for (const { label, cells } of rows)
      if (totalKind(label) === 'total')
        for (const cell of cells)
          if (cell?.term && cell.kind === 'amount') found.set(cell.term.value.toString(), cell.term);
  return [...found.values()];
}

/**
 * `(a) Education – N141.4 billion (22.0 percent of the budget);` and its fellows, one an item: the whole is the amount
 * of the plan that bears most of them out.
 */
function* inItems(all: readonly Passage[]): InTurns<Stated> {
  const amounts = new Map<string, Term>();
  for (let at = 0; at < all.length; at++) {
    if (mayRest(at)) yield;
    const pairs: Pair[] = [];
    let next = at;
    for (; next < all.length; next++) {
      const { block } = all[next]!;
      // What stands deeper belongs to the item above it.
      if (block.kind === 'item' && pairs.length > 0 && block.depth > all[at]!.block.depth) continue;
      const pair = block.kind === 'item' ? onlyPair(all[next]!) : null;
      if (pair === null) break;
      pairs.push(pair);
    }
    if (pairs.length >= 3) {
      if (amounts.size === 0) for (const one of amountsOf(all)) amounts.set(one.value.toString(), one);
      yield* sharesOf(pairs, [...amounts.values()]);
    }
    at = Math.max(at, next - 1);
  }
}

/**
 * `제설제 12,400톤을 비축한다. 소금 6,200톤(50%), 염화칼슘 4,960톤(40%), 친환경 제설제 1,240톤(10%)이다.`: figures each with a share,
 * and a figure before them that bears most of the shares out.
 */
function* inLists(passage: Passage, before: Passage | undefined): Iterable<Stated> {
  const quantities = quantitiesIn(passage);
  if (quantities.filter(isPercent).length < 3) return;
  const pairs = quantities.flatMap((rate, at): Pair[] => {
    const part = quantities[at - 1];
    const isPair =
      part !== undefined &&
      isPercent(rate) &&
      !rate.bound &&
      !part.bound &&
      !isPercent(part) &&
      rate.figure.unit === 'percent' &&
      rate.figure.direction === null &&
      !/(?:보다|대비)\s(?:약\s)?$/.test(passage.text.slice(Math.max(0, part.start - 8), part.start)) &&
      /^\S{0,4}\s?[(（]\s?$/.test(passage.text.slice(part.end, rate.start)) &&
      /^\s?[)）]/.test(passage.text.slice(rate.end));
    return isPair ? [{ part, rate }] : [];
  });
  const [first] = pairs;
  if (first === undefined || pairs.length < 3 || !pairs.every(({ part }) => comparable(part, first.part))) return;
  const own = quantities.filter((one) => one.end <= first.part.start);
  const wholes = [...own, ...(before === undefined ? [] : quantitiesIn(before))].filter(
    (one) => !one.bound && !isPercent(one) && comparable(one, first.part),
  );
  yield* sharesOf(
    pairs,
    wholes.map(({ term }) => term),
  );
}

/** The first amount of an item and the share in the bracket right behind it, where the item has no other share. */
function onlyPair(passage: Passage): Pair | null {
  const quantities = quantitiesIn(passage);
  const [part, rate] = [quantities.find(isAmount), quantities.find(isPercent)];
  if (part === undefined || rate === undefined || part.bound || rate.bound) return null;
  if (quantities.filter(isPercent).length !== 1 || rate.figure.direction !== null) return null;
  return /^\s?[(,]\s?(?:or )?$/.test(passage.text.slice(part.end, rate.start)) ? { part, rate } : null;
}

const amountsOf = (all: readonly Passage[]): Term[] =>
  all.flatMap((passage) =>
    quantitiesIn(passage)
      .filter((one) => isAmount(one) && !one.bound)
      .map(({ term }) => term),
  );

function* sharesOf(pairs: readonly Pair[], wholes: readonly Term[]): Iterable<Stated> {
  const held = (whole: Term): number =>
    pairs.filter(({ part, rate }) => holds(share(rate.term, part.term, whole).equation)).length;
  const largest = pairs.reduce((all, { part }) => (part.term.value.gt(all) ? part.term.value : all), new Big(0));
  const best = wholes
    .filter(({ value }) => value.gt(largest))
    .map((whole) => ({ whole, held: held(whole) }))
    .reduce<{ whole: Term; held: number } | null>(
      (top, one) => (top === null || one.held > top.held ? one : top),
      null,
    );
  if (best === null || best.held < 2 || best.held * 3 < pairs.length * 2) return;
  for (const { part, rate } of pairs) yield share(rate.term, part.term, best.whole);
}

function* inTables(plan: PlanFacts): InTurns<Stated> {
  for (const grid of yield* gridsOf.inSteps(plan)) {
    yield;
    for (const rate of tableRates(grid))
      if (rate.kind === 'share') yield share(rate.rate, rate.above, rate.below, rate.worth);
  }
}

const sharesIn = (quantities: readonly Quantity[]): Quantity[] =>
  quantities.filter(isPercent).filter((one) => !one.bound && one.figure.unit === 'percent');

function* inPassage(passage: Passage): Iterable<Stated> {
  const { text } = passage;
  const quantities = quantitiesIn(passage);
  const percents = sharesIn(quantities);
  if (percents.length === 0 || quantities.length < 2) return;
  yield* performances(passage, quantities, percents);
  yield* ofIt(passage, quantities, percents);
  yield* ofAllBefore(passage, quantities, percents);
  yield* sharesOfTheWhole(passage, quantities, percents);
  yield* partsOfWholes(text, quantities);
  yield* ofThose(text, quantities, percents);
  yield* inBrackets(text, quantities, percents);
  yield* alongside(passage, quantities, percents);
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
      /^ of (?:the|its|our|a) (?:[a-z’'-]+ ){1,4}(?:of|:) $/.test(text.slice(b.end, rate.start))
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

const ofThoseBefore = /(?:이|그)\s?(?:가운데|중)(?:에서)?\s[^.;()（）]{0,40}$/;

/**
 * `2,480ha가 새로 훼손되었고, 이 가운데 나무를 심어야 하는 면적은 1,600ha(64.5%)`: the whole is the figure of its kind before; of several the
 * one that bears the share out, else none.
 */
function* ofThose(text: string, quantities: readonly Quantity[], percents: readonly Quantity[]): Iterable<Stated> {
  for (const rate of percents) {
    const at = quantities.indexOf(rate);
    const part = quantities[at - 1];
    if (part === undefined || part.bound || isPercent(part) || isGrowthOf(rate)) continue;
    if (!/^\s?[(（](?:약\s)?$/.test(text.slice(part.end, rate.start)) || !/^\s?[)）]/.test(text.slice(rate.end)))
      continue;
    const lead = ofThoseBefore.exec(text.slice(Math.max(0, part.start - 60), part.start))?.[0];
    if (lead === undefined) continue;
    const from = part.start - lead.length;
    if (quantities.some(({ start }) => start >= from && start < part.start)) continue;
    const wholes = quantities.filter(
      (one) => one.end <= from && !isPercent(one) && comparable(one, part) && one.term.value.gt(part.term.value),
    );
    const claims = wholes.filter(({ bound }) => !bound).map((whole) => share(rate.term, part.term, whole.term));
    const [only, another] = claims;
    const meant =
      claims.find(({ equation }) => holds(equation)) ??
      (another === undefined && wholes.length === 1 ? only : undefined);
    if (meant !== undefined) yield meant;
  }
}

const isGrowthOf = ({ figure }: Quantity): boolean => figure?.kind === 'percent' && figure.direction !== null;

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

/** `국비 840억원(60%), 지방비 560억원(40%)` beside a figure that is their sum. */
function* inBrackets(text: string, quantities: readonly Quantity[], percents: readonly Quantity[]): Iterable<Stated> {
  const pairs = percents.flatMap((rate) => {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || isPercent(part) || part.bound || rate.figure?.kind !== 'percent') return [];
    // `334억 원(6.1%) 증가`, `3,380억원보다 270억원(8.0%) 많다`: a growth, no share.
    if (rate.figure.direction !== null) return [];
    if (/(?:보다|대비)\s(?:약\s)?$/.test(text.slice(Math.max(0, part.start - 8), part.start))) return [];
    return (/^(?:\s(?:from|by) [^.;,()]{1,30})?\s?[(（[,]\s?(?:or )?$/.test(text.slice(part.end, rate.start)) &&
      /^\s?[)）\],;]/.test(text.slice(rate.end))) ||
      // `국비 17,010백만원 35%, 도비 7,290백만원 15%`
      (text.slice(part.end, rate.start) === ' ' && /^\s?[)）,]/.test(text.slice(rate.end)) && isAmount(part)) ||
      (/^(?:으로|로)\s(?:전체의?\s|총액의\s)?$/.test(text.slice(part.end, rate.start)) &&
        /^(?:[,를을이에의]|\s?차지)/.test(text.slice(rate.end)))
      ? [{ part, rate }]
      : [];
  });
  if (pairs.length < 2) return;
  const parts = pairs.map(({ part }) => part);
  if (!parts.every((part) => comparable(part, parts[0]!))) return;
  const sum = parts.reduce((all, part) => all.plus(part.term.value), new Big(0));
  const wholes = quantities.filter((one) => !parts.includes(one) && comparable(one, parts[0]!) && !one.bound);
  // The whole is the figure that bears most of the shares out.
  const scored = wholes
    .map((whole) => ({
      whole,
      held: pairs.filter(({ part, rate }) => holds(share(rate.term, part.term, whole.term).equation)).length,
    }))
    .sort((a, b) => b.held - a.held)[0];
  if (scored !== undefined && scored.held * 2 >= pairs.length) {
    for (const { part, rate } of pairs) {
      // `현원 200명 중 여성은 89명(44.5%), 보직자 25명 중 여성은 8명(32.0%)`: a part of the nearer whole.
      const isOfNearer = wholes.some(
        (one) =>
          one.start > scored.whole.start &&
          one.end <= part.start &&
          holds(share(rate.term, part.term, one.term).equation),
      );
      const isOfEarlier = scored.whole.start >= part.end && part.term.value.gt(scored.whole.term.value);
      if (!isOfNearer && !isOfEarlier) yield share(rate.term, part.term, scored.whole.term);
    }
    return;
  }
  const fitsSum = pairs.filter(({ part, rate }) =>
    part.term.value.times(100).div(sum).minus(rate.term.value).abs().lte(rate.term.numeral.step),
  );
  if (pairs.length === 2 && fitsSum.length === 1) yield* halfWrong(text, pairs, fitsSum[0]!);
  // Of two payers one fits what both give together: `₹154.20 crore (60%) comes from the Centre and ₹102.80 crore (40%) from`
  const areTwo =
    pairs.length === 2 && fitsSum.length === 1 && payers.test(text.slice(parts[0]!.start, pairs[1]!.rate.end + 24));
  const agreeing = areTwo || fitsSum.length * 2 > pairs.length ? fitsSum : proportioned(pairs);
  if (!areTwo && (agreeing.length < 2 || agreeing.length * 2 <= pairs.length)) return;
  const base = agreeing[0]!;
  for (const { part, rate } of pairs)
    if (part !== base.part) yield proportion(rate.term, part.term, base.rate.term, base.part.term);
}

/** `국비 483억원(60%), 지방비 207억원(30%)`: who pays, two in all, one of whom has the share that the sum of both gives. */
function* halfWrong(text: string, pairs: readonly Pair[], sound: Pair): Iterable<Stated> {
  const parts = pairs.map(({ part }) => part);
  const shares = pairs.reduce((all, { rate }) => all.plus(rate.term.value), new Big(0));
  if (!parts.every(isAmount) || shares.eq(100) || !areFunds(text, Math.max(0, parts[0]!.start - 12), parts)) return;
  const other = pairs.find((pair) => pair !== sound)!;
  yield proportion(other.rate.term, other.part.term, sound.rate.term, sound.part.term);
}

const payers = /\b(?:comes? from|is paid by|provided by|financed by|funded by|borne by)\b/;

/** `기업은 126개이다. 107개로 전체의 84.9%를 차지한다`: one part, and the whole in its sentence or the one before. */
function* ofAll(passage: Passage, totals: readonly Term[]): Iterable<Stated> {
  const { text } = passage;
  if (!text.includes('전체')) return;
  const quantities = quantitiesIn(passage);
  for (const rate of sharesIn(quantities)) {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || isPercent(part) || part.bound) continue;
    if (
      !/^[가-힣]{0,4}[,(（\s]{0,2}(?:으로\s|로\s)?전체(?:\s?(?:예산|사업비|재원|세입|세출|투자액))?(?:의|\s)\s?$/.test(
        text.slice(part.end, rate.start),
      )
    )
      continue;
    const sentences = sentencesIn(passage);
    const at = sentences.findIndex(({ end }) => rate.start < end);
    const from = sentences[Math.max(0, at - 1)]?.start ?? 0;
    const wholes = quantities.filter(
      (one) => one !== part && comparable(one, part) && one.start >= from && one.end <= part.start && !one.bound,
    );
    const claims = wholes
      .filter((whole) => whole.term.value.gt(part.term.value))
      .map((whole) => share(rate.term, part.term, whole.term));
    const fits = claims.find((claim) => holds(claim.equation));
    if (fits !== undefined) yield fits;
    else if (claims.length > 0) {
      if (isSlipOfResult(claims.at(-1)!, rate.term)) yield claims.at(-1)!;
    } else if (isAmount(part)) yield* ofTotals(rate.term, part.term, totals);
  }
}

/** The total of a table that the share is of: the one that bears it out, else the only one that a slip would make so. */
function* ofTotals(rate: Term, part: Term, totals: readonly Term[]): Iterable<Stated> {
  const claims = totals.filter((total) => total.value.gt(part.value)).map((total) => share(rate, part, total));
  const fits = claims.find((claim) => holds(claim.equation));
  const slips = claims.filter((claim) => isSlipOfResult(claim, rate));
  if (fits !== undefined) yield fits;
  else if (slips.length === 1) yield slips[0]!;
}

interface Pair {
  readonly part: Quantity;
  readonly rate: Quantity;
}

/** The pairs that stand in proportion to the largest number of others: one false amount spoils the sum, but not these. */
function proportioned(pairs: readonly Pair[]): readonly Pair[] {
  const shares = pairs.reduce((all, { rate }) => all.plus(rate.term.value), new Big(0));
  if (shares.minus(100).abs().gt(1)) return [];
  const fits = (base: Pair): Pair[] =>
    pairs.filter(
      (one) => one === base || holds(proportion(one.rate.term, one.part.term, base.rate.term, base.part.term).equation),
    );
  return pairs
    .filter(({ part, rate }) => part.term.value.gt(0) && rate.term.value.gt(0))
    .map(fits)
    .reduce<readonly Pair[]>((best, one) => (one.length > best.length ? one : best), []);
}

/** `국비 138억원, 시비 173억원, 민간 35억원이며 비중은 각각 39.9%, 50.0%, 10.1%`: share by share. */
function* alongside(
  passage: Passage,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  if (percents.length < 2 || !/각각|respectively|shares?\b|비중|비율|구성비/i.test(passage.text)) return;
  for (const sentence of sentencesIn(passage)) {
    const rates = percents.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const amounts = quantities.filter(
      (one) => isAmount(one) && !one.bound && one.start >= sentence.start && one.end <= sentence.end,
    );
    if (rates.length < 2 || amounts.length !== rates.length || amounts.at(-1)!.end > rates[0]!.start) continue;
    const sum = amounts.reduce((all, part) => all.plus(part.term.value), new Big(0));
    const earlier = quantities.filter(
      (one) => isAmount(one) && !one.bound && one.end <= sentence.start && comparable(one, amounts[0]!),
    );
    const whole =
      earlier.find((one) => one.term.value.eq(sum)) ?? earlier.find((one) => holdsForMost(one.term, amounts, rates));
    if (whole === undefined) continue;
    for (const [index, rate] of rates.entries()) yield share(rate.term, amounts[index]!.term, whole.term);
  }
}

const holdsForMost = (whole: Term, amounts: readonly Quantity[], rates: readonly Quantity[]): boolean =>
  rates.filter((rate, index) => holds(share(rate.term, amounts[index]!.term, whole).equation)).length * 2 >
  rates.length;

/** Two shares of one whole stand to each other as their amounts do. */
function proportion(rate: Term, part: Term, baseRate: Term, basePart: Term): Stated {
  const ratio = baseRate.value.div(basePart.value);
  const result = roundedOrCut(rate);
  const equation: Equation = { kind: 'product', result, a: part, b: null, factor: Number(ratio.toString()) };
  return {
    equation,
    says: (t) =>
      t(
        '{0} is {1} where {2} is {3}; the text says {4}.',
        part.text,
        computedText(equation, result) ?? '',
        basePart.text,
        baseRate.text,
        rate.text,
      ),
  };
}
