import { holds } from '../ledger/claim';
import { alike } from '../ledger/plausible';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { filtered, mayRest, type InTurns } from '../text/steps';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { complements, twoKinds } from './complements';
import { countedSums } from './counted-sums';
import { countsAfter, countsBelow, countsInItems, timesAfter } from './counts-below';
import { isStated, sameUnit, termOfFigure, type Valued } from './figure-term';
import { areFunds, listingsIn, runsOf, standsApart, type Run } from './listed-figures';
import { nodeBudgets, type NodeBudget } from './node-budget';
import { isDeeper, parents } from './parent';
import { measuredParts } from './measured-parts';
import { opens } from './open-list';
import { textWhere } from './of-text';
import { type Passage, passages, passagesWhere, type Placed, sentencesIn, sentencesOf } from './passage';
import { splitsOfHead, splitsOfLineAbove } from './split-of-head';
import { claimOf, firstAmount, likeliestTotal, splitOf, statedAmounts } from './sum-claim';
import { totalsBelow } from './total-below';
import { isForEach } from './unit-price';

export const proseTotal: Claimant = {
  code: 'prose-total',
  says: 'A total in a sentence equals the sum of the parts that the sentence, the bracket or the bullets under it name.',
  because: 'A total and its parts stand side by side: the reader sees at once that they do not agree.',
  severity: 'error',
  examples: [
    {
      wrong:
        'A total of KRW 836 billion will be spent, with KRW 410 billion for harbours, KRW 184.5 billion for canals and KRW 277.5 billion for locks.\n',
      right:
        'A total of KRW 872 billion will be spent, with KRW 410 billion for harbours, KRW 184.5 billion for canals and KRW 277.5 billion for locks.\n',
      language: 'en',
    },
  ],
  reads: [
    '`a total of X`, `X in total`, `총 X` with its parts in the same sentence, bracket or list, or in the bullets right under it; money, percentages and counted things alike.',
    'Parts after `of which` or `이 중` need not make the whole, but cannot exceed it.',
    'A paragraph with more than 400 numbers is data and left alone.',
    'Lists that say they are open (`such as`, `including`, `등`) are not added up.',
    'Where nothing says that all parts are named, a difference is reported only when a slip of the pen explains it: two digits swapped, one digit or the scale mistaken.',
    worthALook,
  ],
  *claimsIn(passage) {
    const inCell = passage.cell !== null;
    if (inCell && (passage.figures.length < 3 || !/[(（]/.test(passage.text))) return;
    for (const { total, parts, sure, partial } of listingsIn(passage)) {
      if (inCell && sure !== 'stated') continue;
      const [whole, ...pieces] = alike([total, ...parts]);
      const claim = claimOf(whole!, pieces, partial ? 'partial' : sure);
      if (claim !== null) yield claim;
    }
    if (inCell) return;
    yield* measuredParts(passage);
    yield* splitElsewhere(passage);
    yield* splitsOfHead(passage);
    yield* complements(passage);
    yield* twoKinds(passage);
    yield* countsAfter(passage);
    yield* timesAfter(passage);
    yield* countedSums(passage);
  },
  *claims(plan) {
    const all = yield* filtered(passages(plan), (passage) => passage.cell === null);
    const budgets = yield* nodeBudgets.inSteps(plan);
    for (const passage of yield* withRest.inSteps(plan)) yield* remainders(passage, budgets);
    yield* fundsOfLinesBefore(all);
    yield* scores(plan, all);
    yield* bulletsUnder(plan, all, new Set<unknown>(budgets.map(({ amount }) => amount)));
    yield* countsBelow(plan, all);
    yield* countsInItems(plan, all);
    yield* totalsBelow(plan, all);
    yield* splitsOfLineAbove(all);
  },
};

const withRest = passagesWhere(({ cell, text }) => cell === null && text.includes('나머지'));

/** `총 210억원이며, 나머지 75억원은 …`: the two make an amount named before, or what the part says that it costs. */
function* remainders(passage: Passage, budgets: readonly NodeBudget[]): Iterable<Stated> {
  const amounts = statedAmounts(passage).filter(({ figure }) => figure.kind === 'amount' && figure.per === null);
  for (const [at, rest] of amounts.entries()) {
    const lead = passage.text.slice(Math.max(0, rest.start - 12), rest.start);
    const used = amounts[at - 1];
    if (!/나머지\s(?:[가-힣]{1,5}\s)?$/.test(lead) || used === undefined || rest.start - used.end > 40) continue;
    const parts = [used, rest].map(({ figure }) => termOfFigure(figure));
    const named = amounts.slice(0, at - 1).map(({ figure }) => termOfFigure(figure));
    const own = budgets.findLast(
      ({ node, amount }) =>
        node.start <= passage.block.start && passage.block.end <= node.end && amount.end < rest.figure.start,
    );
    const totals = [...named, ...(own === undefined ? [] : [termOfFigure(own.amount as Valued)])];
    const claims = totals.flatMap((total) => claimOf(total, parts, 'likely') ?? []);
    const fits = claims.find(({ equation }) => holds(equation)) ?? claims.at(-1);
    if (fits !== undefined) yield fits;
  }
}

const forWhat = /^(?:[^.]{0,12}재원(?:은|별로는|별로|:| :)|[가-힣]{2,5}별로는?\s)/;
const saysForWhat = textWhere((text) =>
  sentencesOf(text).some(({ start, end }) => forWhat.test(text.slice(start, end))),
);

/**
 * `재원은 정부출연금 756억원, 지자체 315억원, 기업 189억원이다.`: who pays, or what `분야별로는` it is for, of a total in one of the
 * paragraphs before.
 */
function* fundsOfLinesBefore(all: readonly Passage[]): InTurns<Stated> {
  for (const [at, passage] of all.entries()) {
    if (mayRest(at)) yield;
    if (!saysForWhat(passage)) continue;
    for (const sentence of sentencesIn(passage)) {
      const words = passage.text.slice(sentence.start, sentence.end);
      if (!forWhat.test(words) || opens(words)) continue;
      const amounts = statedAmounts(passage);
      const inside = amounts.filter(
        (one) => one.start >= sentence.start && one.end <= sentence.end && !standsApart(passage.text, one),
      );
      const run = runsOf(passage.text, inside).find((one) => one.length === inside.length && one.length >= 2);
      if (run === undefined || amounts[0] !== inside[0]) continue;
      if (!words.includes('재원') && !closesList.test(passage.text.slice(run.at(-1)!.end, sentence.end))) continue;
      const most = Math.max(...run.map(({ figure }) => figure.value ?? 0));
      const before = all
        .slice(Math.max(0, at - 4), at)
        .reverse()
        .flatMap(statedAmounts)
        .filter(({ figure }) => (figure.value ?? 0) > most);
      const claim = splitOf(before, run);
      if (claim !== null) yield claim;
    }
  }
}

/** `평가 항목(100점)` and `상권 여건 20점, 추진 역량 30점, …`: the points of a marking scheme. */
function* scores(plan: PlanFacts, all: readonly Passage[]): InTurns<Stated> {
  const above = yield* parents.inSteps(plan);
  for (const [at, passage] of all.entries()) {
    if (mayRest(at)) yield;
    if (!passage.text.includes('점')) continue;
    const own = pointsIn(passage);
    const run = runsOf(passage.text, own).find((one) => one.length >= 3 && one.at(-1) === own.at(-1));
    if (run === undefined || own.length - run.length > 1 || opens(passage.text)) continue;
    // `실행 가능성 30점, 지역`: a wrap has cut the last part off.
    if (/,\s[가-힣 ]{1,16}$/.test(passage.text.slice(run.at(-1)!.end))) continue;
    const [first, ...rest] = run;
    const line = above.get(passage);
    const lead = own.length > run.length ? own[0] : line === undefined ? undefined : pointsIn(line).at(-1);
    const isLead = lead === undefined && first!.figure.value === 100;
    const total = isLead ? first : lead;
    const parts = isLead ? rest : run;
    if (total?.figure.value !== 100 || parts.length < 3) continue;
    const claim = claimOf(
      termOfFigure(total.figure),
      parts.map(({ figure }) => termOfFigure(figure)),
      'stated',
    );
    if (claim !== null) yield claim;
  }
}

const pointsIn = (passage: Passage): Placed<Valued>[] =>
  passage.figures.filter(
    (placed): placed is Placed<Valued> =>
      placed.figure.kind === 'count' && placed.figure.noun === '점' && isStated(placed.figure),
  );

/** Words that say that what follows is the split of a total named before. */
const splits =
  /\bas follows\b|^Of (?:this|these|it|that|which)\b|\b(?:accounts? for|goes to|go to|going to|split|divided|broken down|shared|spread|distributed|allocated|made up|consists?|compris(?:es|ed)|encompass(?:es|ed)?|comes?|financed|funded|provides?|contributes?|pays?|covers?)\b|재원|내역|구성|배분|배정|편성|투입|투자(?:한다|합니다)|나누|나뉘|각각|쓴다|씁니다|쓰고|쓰며|쓸 |들인다|들입니다|들여/i;

/** `나래와 다솜도 각각 310억 원, 285억 원을 투자한다`: others do as the one named before, whose amount is its own. */
const othersToo = /[가-힣]도\s(?:[가-힣]{1,8}\s){0,3}각각\s/;

/** A list of parts without a total in its own sentence: the total stands in a sentence before. */
function* splitElsewhere(passage: Passage): Iterable<Stated> {
  const figures = passage.figures.filter((placed): placed is Placed<Valued> => isStated(placed.figure));
  const amounts = figures.filter(({ figure }) => figure.kind === 'amount');
  if (amounts.length < 3) return;
  for (const sentence of sentencesIn(passage).slice(1)) {
    const words = passage.text.slice(sentence.start, sentence.end);
    const inside = amounts.filter(
      (one) => one.start >= sentence.start && one.end <= sentence.end && !standsApart(passage.text, one),
    );
    // `표준공연장 60억 원, 창작 지원 164억 원, 접근성 개선 125억 원이다.`: a sentence that is nothing but a list.
    const isList = inside.length >= 3 && /(?:원|달러)(?:이다|입니다|임)\.?\s*$/.test(words);
    if (
      (!splits.test(words) && !isList) ||
      opens(words) ||
      othersToo.test(words) ||
      /[가-힣](?:보다|대비)\s/.test(words)
    )
      continue;
    const run = runsOf(passage.text, inside).find((one) => one.length === inside.length);
    if (run === undefined || takesPartOf(passage.text, run)) continue;
    const before = amounts.filter(({ end }) => end <= sentence.start);
    const claim = splitOf(before, run);
    if (claim !== null) yield claim;
  }
}

/** `늘어난 2,080억원 중 720억원은`: the second of two is a part of the first. */
const takesPartOf = (text: string, run: Run): boolean =>
  run.some(({ start }, at) => at > 0 && /^\s?(?:중|가운데)(?:에서)?\s/.test(text.slice(run[at - 1]!.end, start)));

/**
 * `□ 예산: 총 312억원` and the deeper bullets under it, each with one leading amount. `outlined`: the amounts of the parts of
 * the outline, which `outline-total` adds up.
 */
function* bulletsUnder(
  { blocks, year }: PlanFacts,
  all: readonly Passage[],
  outlined: ReadonlySet<unknown>,
): InTurns<Stated> {
  for (const [at, passage] of all.entries()) {
    if (mayRest(at)) yield;
    const total = onlyAmount(passage);
    if (total === null) {
      yield* splitOfLine(passage, all[at + 1]);
      continue;
    }
    // `가. 등대 신설(704억원)`, each of the lines below with an amount of its own.
    const isTitle = /^\s?[)）]?\s*$/.test(passage.text.slice(total.end));
    if (!isTitle && !namesBudget.test(passage.text.slice(0, total.end + 20))) continue;
    const own = blocks[passage.index]!;
    const below = all[at + 1];
    const listed =
      below !== undefined && below.block.kind === 'item' && isDeeper(below.block, own)
        ? statedAmounts(below).filter((one) => !isForEach(below.text, one))
        : [];
    if (
      (listed.length >= 3 || (listed.length === 2 && areFunds(below!.text, 0, listed))) &&
      runsOf(below!.text, listed).some((run) => run.length === listed.length) &&
      !opens(below!.text.slice(0, listed.at(-1)!.end + 12)) &&
      // `(A, B and C, a total of D)` has a total of its own.
      !/\b(?:total|in all|altogether)\b|총|합계/i.test(below!.text)
    ) {
      const [whole, ...pieces] = alike([total, ...listed].map(({ figure }) => termOfFigure(figure)));
      // `※ 국비 291억원, 시비 195억원` below the last of several lines may speak of what stands over all of them.
      const isNote = /^[※*]/.test(below!.block.mark?.text ?? '');
      const claim = claimOf(whole!, pieces, areFunds(below!.text, 0, listed) && !isNote ? 'stated' : 'likely');
      if (claim !== null) yield claim;
      continue;
    }
    const parts: Term[] = [];
    const counted: Valued[] = [];
    const spread = new Map<number, Term | null>();
    let isWhole = true;
    for (const next of all.slice(at + 1, at + 40)) {
      if (next.block.kind !== 'item' || !isDeeper(next.block, own)) break;
      const amount = firstAmount(next);
      if (amount === null || !sameUnit(amount.figure, total.figure)) {
        if (next.block.mark?.text !== '※' && next.block.mark?.text !== '*') isWhole = false;
        continue;
      }
      if (parts.length > 0 && isDeeper(next.block, all[at + 1]!.block)) continue;
      parts.push(termOfFigure(amount.figure));
      counted.push(amount.figure);
      const ofYear = shareOfYear(next, year);
      if (ofYear !== null) spread.set(parts.length - 1, ofYear === 'unknown' ? null : termOfFigure(ofYear.figure));
    }
    if (parts.length < 2 || !isWhole) continue;
    if (outlined.has(total.figure) && counted.every((figure) => outlined.has(figure))) continue;
    const sure = /\btotal\b|총|합계/i.test(passage.text) ? 'stated' : 'likely';
    const sumTo = (terms: readonly Term[]): Stated | null => {
      const [whole, ...pieces] = alike([termOfFigure(total.figure), ...terms]);
      return claimOf(whole!, pieces, sure);
    };
    const claim = sumTo(parts);
    if (spread.size === 0 || (claim !== null && holds(claim.equation))) {
      if (claim !== null) yield claim;
      continue;
    }
    // `3개년 사업에 총 960억원 … 2025년 280억원`: the line above may count this year's part of it.
    const ofYears = parts.map((term, index) => (spread.has(index) ? (spread.get(index) ?? null) : term));
    if (ofYears.includes(null)) continue;
    const ofThisYear = sumTo(ofYears.flatMap((term) => term ?? []));
    if (ofThisYear !== null) yield ofThisYear;
  }
}

/** What may stand behind the last part of all; not `… 1조 4,120억원 중심`, `… 7억 달러 순이다`. */
const closesList = /^(?:이[다며고]|입니다|임|씩|(?:으로|을|를)\s\S{2,8})?[.)]?\s*$/;

/** `총 5,460억원으로 2024년보다 585억원 증가` / `- 전략별로는 연안 2,310억원, 섬 1,890억원, …`: a line that splits what the line above names. */
function* splitOfLine(line: Passage, below: Passage | undefined): Iterable<Stated> {
  if (below === undefined || below.block.kind !== 'item' || !isDeeper(below.block, line.block)) return;
  if (!/^[가-힣]{1,5}(?:·[가-힣]{1,5})?별(?:로는|로|:| :)?\s/.test(below.text) || opens(below.text)) return;
  const listed = statedAmounts(below);
  const run = runsOf(below.text, listed).find((one) => one.length === listed.length && one.length >= 2);
  if (run === undefined || !closesList.test(below.text.slice(run.at(-1)!.end))) return;
  const before = statedAmounts(line);
  const called = before.filter(({ start }) => /총\s?$/.test(line.text.slice(Math.max(0, start - 2), start)));
  const total = called.length === 1 ? called[0] : likeliestTotal(before, run);
  if (total === undefined) return;
  const claim = claimOf(
    termOfFigure(total.figure),
    run.map(({ figure }) => termOfFigure(figure)),
    called.length === 1 ? 'stated' : 'likely',
  );
  if (claim !== null) yield claim;
}

/**
 * Of an item that goes through the years of its amount (`총 960억원 … 2025년 280억원, 2026년 330억원`), the amount of the
 * plan's year, `unknown` where none has that year; null for other items.
 */
function shareOfYear(passage: Passage, year: number | null): Placed<Valued> | 'unknown' | null {
  const [, ...others] = statedAmounts(passage);
  const dated = others.flatMap((placed) => {
    const lead = passage.text.slice(Math.max(0, placed.start - 12), placed.start);
    const written = /((?:19|20)\d\d|['’‘]\d\d)년?도?(?:에|에는|분|:)?\s$/.exec(lead)?.[1];
    return written === undefined ? [] : [{ placed, year: Number(written.replace(/^['’‘]/, '20')) }];
  });
  if (dated.length < 2) return null;
  return dated.find((one) => one.year === year)?.placed ?? 'unknown';
}

const namesBudget =
  /\b(?:budget|cost|funding|total|spending|expenditure|investment|resources)\b|예산|사업비|투자|투입|들여|들인다|총|소요|재원/i;

/** A bracket right behind an amount that sets it beside an earlier one. */
const comparedBehind = /^\s?[(（][^()（）]{0,50}(?:대비|보다|증가|감소|증액|감액)[^()（）]{0,20}[)）]/;

/** The one amount of a line; one written in figures and, in brackets right behind, in words is one; so is `218억원(2020년 195억원 대비 12% 증가)`. */
function onlyAmount(passage: Passage): Placed<Valued> | null {
  const [first, ...others] = statedAmounts(passage);
  const compared = first === undefined ? null : comparedBehind.exec(passage.text.slice(first.end, first.end + 60));
  const [second, ...more] =
    compared === null ? others : others.filter(({ start }) => start >= first!.end + compared[0].length);
  if (first === undefined || more.length > 0) return null;
  const isTwin = second !== undefined && /^\s?[(（]\s?금?$/.test(passage.text.slice(first.end, second.start));
  return second === undefined || isTwin ? first : null;
}
