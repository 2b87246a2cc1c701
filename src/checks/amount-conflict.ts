import Big from 'big.js';
import type { Amount } from '../figures/figure';
import type { Equation } from '../ledger/claim';
import { holds } from '../ledger/claim';
import { around, halved } from '../ledger/interval';
import { isTelling } from '../ledger/plausible';
import { powerOfTen, significantDigits, slipFrom, type Slip } from '../ledger/slip';
import { contentWords, plainTitle, sharedWords } from '../ledger/subject';
import { placeOf, type Term } from '../ledger/term';
import type { Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { overlaps } from '../text/span';
import { flatMapped, type InTurns } from '../text/steps';
import { addingUp } from './adding-up';
import { mentionsOf, type Mention } from './amount-mentions';
import type { Claimant, Stated } from './check';
import { worthALook } from './doubt';
import { sameUnit, termOfFigure, type Valued } from './figure-term';
import { gridsOf, totalKind, type Grid } from './grid';
import { provenIn } from './listed-figures';
import { labelledRows } from './labelled-rows';
import { nodeBudgets, type NodeBudget } from './node-budget';
import type { Placed } from './passage';
import { rowMentions } from './row-mentions';
import { quotedCells, quotedChanges } from './quoted-cells';
import { scaledCells } from './scaled-cells';
import { slippedRepeats } from './slipped-repeats';
import { parents } from './parent';
import { rowOf, spreads, tableOf, yearTables } from './spread-years';
import { countsOfColumns, countsOfTables } from './table-counts';
import { translationPairs } from './translation';

export const amountConflict: Claimant = {
  code: 'amount-conflict',
  says: 'One thing has one amount, wherever the plan names it.',
  because: 'A summary, a heading and an annex that differ are quoted against each other.',
  severity: 'warning',
  examples: [
    {
      wrong:
        '## Summary\n\nEleven stations will be made step-free (CHF 112.8 million).\n\n## Measure 4: Step-free stations (CHF 118.2 million)\n\nWork begins in May.\n',
      right:
        '## Summary\n\nEleven stations will be made step-free (CHF 118.2 million).\n\n## Measure 4: Step-free stations (CHF 118.2 million)\n\nWork begins in May.\n',
      language: 'en',
    },
  ],
  reads: [
    'A task and the row of a table that bears its name, in the column that agrees with most tasks.',
    'A strategy or task and a sentence that names it by its number or its title (`S$1.4 billion for Thrust 1`).',
    'The two languages of a bilingual text, sentence by sentence.',
    'Sentences that share their telling words, where the two amounts differ by a slip of the pen: two digits swapped, one digit, a nought, a scale word.',
    'An amount or a count of three digits or more that stands nowhere else, and that two swapped digits turn into one that the plan names elsewhere with the same telling words.',
    'The same with one rare word close to both, or in the text’s other language: worth a look, for information.',
    'Of a document with more amounts the first 400 in sentences are compared with each other, and 4,000 pairs that agree.',
    'Tables of more than 400 rows are data, and sentences are not held to their rows.',
    'The whole programme and one year’s part, prices, ceilings, `of which` and amounts of different years are different things.',
    worthALook,
  ],
  *claims(plan) {
    const budgets = yield* nodeBudgets.inSteps(plan);
    yield;
    yield* gridsOf.inSteps(plan);
    yield* rowsOfTables(plan, budgets);
    yield;
    const mentions = yield* mentionsOf(plan);
    yield* namedParts(
      budgets.filter(({ place, node }) => place !== 'opening' && !isFormLine(node.title)),
      mentions,
    );
    yield;
    yield* grandTotals(plan, mentions, budgets);
    yield;
    yield* overYears(plan);
    yield;
    const named = mentions.map(({ passage, placed, term, years }) => ({ text: passage.text, placed, term, years }));
    for (const [left, right] of labelledRows(gridsOf(plan), named)) yield equal(left, right);
    yield;
    yield* rowMentions.inSteps(plan);
    for (const [left, right] of [...quotedCells(plan), ...quotedChanges(plan)]) yield equal(left, right);
    yield;
    for (const [left, right] of translationPairs(plan)) yield equal(left, right);
    yield;
    for (const [left, right] of [...(yield* countsOfTables(plan)), ...(yield* countsOfColumns(plan))])
      yield equal(left, right);
    yield;
    for (const [left, right] of scaledCells(plan, mentions)) yield equal(left, right);
    yield;
    for (const repeat of slippedRepeats(plan))
      yield repeat && { ...equal(repeat.written, repeat.meant), ...(repeat.isSure ? {} : perhaps) };
    yield* sameWords(mentions, new Map(budgets.map(({ amount, node }) => [amount, node])));
    yield;
    yield* twoUnits(yield* mentionsOf(plan, true));
  },
};

/** More equations than the sentences of a plan share: a list of hundreds of like amounts tells nothing of slips. */
const mostAlike = 4000;

/** What is worth a look, and says nothing where another equation fails. */
const perhaps = { severity: 'info', aside: true } as const;

/** Two mentions that are no doubt of one thing: equal, or the claim fails. */
function equal(left: Term, right: Term): Stated {
  const equation: Equation = { kind: 'equal', left, right };
  return { equation, says: (t) => t('{0} here, {1} elsewhere for the same thing.', left.text, right.text) };
}

// --- Tables

/** Rows that bear a task's name, in the column that agrees with the tasks. */
function* rowsOfTables(plan: PlanFacts, budgets: readonly NodeBudget[]): Iterable<Stated> {
  if (budgets.length === 0) return;
  const names = new Map<string, NodeBudget>();
  const twice = new Set<string>();
  for (const budget of budgets) {
    for (const name of namesOf(plan, budget)) names.set(name, budget);
    const { marker } = budget.node;
    // `I`, `Goal A`, `과제 4`: rows that bear the marker alone.
    if (marker === null || !/\p{L}/u.test(marker)) continue;
    const name = `#${markerName(marker)}`;
    if (names.has(name)) twice.add(name);
    names.set(name, budget);
  }
  for (const name of twice) names.delete(name);
  for (const grid of gridsOf(plan)) {
    const rows = grid.rows.flatMap((row) => {
      const budget = names.get(plainTitle(row.label)) ?? names.get(`#${markerName(row.label)}`);
      return budget === undefined ? [] : [{ row, budget }];
    });
    const best = columnFor(grid, rows);
    if (best === null) yield* slipsInRows(rows);
    if (best === null) continue;
    for (const { row, budget } of rows) {
      const cell = row.cells[best]?.term;
      if (cell) yield equal(termOfFigure(budget.amount as Valued), cell);
    }
  }
}

/** A row of a task's name none of whose amounts is the task's, and one of which a slip of the pen turns into it. */
function* slipsInRows(rows: readonly { row: Grid['rows'][number]; budget: NodeBudget }[]): Iterable<Stated> {
  for (const { row, budget } of rows) {
    const own = termOfFigure(budget.amount as Valued);
    const cells = row.cells.flatMap((cell) => (cell?.term && cell.kind === 'amount' ? [cell.term] : []));
    if (cells.some(({ value }) => value.eq(own.value))) continue;
    const slips = cells.filter(({ value }) => slipFrom(own, value) === 'swap' && isTelling(own, value));
    if (slips.length === 1) yield equal(own, slips[0]!);
  }
}

const markerName = (text: string): string => text.toLowerCase().replace(/[\s.:()–-]/g, '');

/** What a table may call a node: its title, with or without its number. */
function namesOf({ source }: PlanFacts, { node, amount }: NodeBudget): string[] {
  const title = plainTitle(node.title.replace(amount.text, ''));
  const whole = plainTitle(
    source
      .slice(node.heading.start, node.heading.end)
      .replace(amount.text, '')
      .replace(/^[#\s]+/, ''),
  );
  return [title, whole].filter((name) => name.length >= 3);
}

/** The column in which at least two rows, and more than half of them, say what the tasks say. */
function columnFor(grid: Grid, rows: readonly { row: Grid['rows'][number]; budget: NodeBudget }[]): number | null {
  let best: { column: number; held: number } | null = null;
  for (const column of grid.headers.keys()) {
    let held = 0;
    let all = 0;
    for (const { row, budget } of rows) {
      const cell = row.cells[column];
      if (!cell?.term || cell.kind !== 'amount') continue;
      all++;
      if (cell.term.value.eq(termOfFigure(budget.amount as Valued).value)) held++;
    }
    if (held >= 2 && held * 2 > all && (best === null || held > best.held)) best = { column, held };
  }
  return best?.column ?? null;
}

/** Sentences that speak of the whole plan's money. */
const speaksOfAll =
  /\b(?:budgets?|outlay|shared by|comes from|financed|paid by|resources|totals?|plan|programme|program|package|spend|spending|invest(?:s|ed|ment)?|requests?|expenditure|allocations?|appropriations?|funding|promises?|commitments?|in all|altogether)\b|예산|총|재정|투자|투입/i;

/** What the plan states as its whole, and all its strategies together bear out. */
function sumsOfStrategies(mentions: readonly Mention[], budgets: readonly NodeBudget[]): Term[] {
  const own = budgets.filter(({ node }) => node.kind === 'strategy');
  const terms = own.map(({ amount }) => termOfFigure(amount as Valued));
  if (own.length < 2 || own.some(({ amount }) => !sameUnit(amount as Valued, own[0]!.amount as Valued))) return [];
  const sum = terms.reduce((all, { value }) => all.plus(value), new Big(0));
  return mentions.flatMap(({ term, placed }) =>
    term.value.eq(sum) && sameUnit(placed.figure as Valued, own[0]!.amount as Valued) ? [term] : [],
  );
}

/** A sentence about the whole, and the total of a table or of all strategies that differs from it by a slip alone. */
function* grandTotals(plan: PlanFacts, mentions: readonly Mention[], budgets: readonly NodeBudget[]): InTurns<Stated> {
  const grids = gridsOf(plan);
  const cells = yield* flatMapped(grids, ({ rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell?.term && cell.kind === 'amount' ? [{ row, term: cell.term }] : [])),
    ),
  );
  const totals = [
    ...cells.filter(({ row }) => totalKind(row.label) === 'total').map(({ term }) => term),
    ...sumsOfStrategies(mentions, budgets),
  ];
  if (totals.length === 0) return;
  const known = new Set(cells.map(({ term }) => term.value.toString()));
  const times = new Map<string, number>();
  for (const { key } of mentions) times.set(key, (times.get(key) ?? 0) + 1);
  for (const { placed, passage, term, key } of mentions) {
    yield;
    if (placed.figure.per !== null || placed.figure.notation.currency === '') continue;
    const same = totals.find((total) => holds({ kind: 'equal', left: term, right: total }));
    if (same !== undefined) {
      yield equal(term, same);
      continue;
    }
    const sentence = passage.text.slice(Math.max(0, placed.start - 120), placed.end + 60);
    const isSaidElsewhere = times.get(key)! > 1;
    if (known.has(key) || isSaidElsewhere) continue;
    if (!speaksOfAll.test(sentence)) {
      const far = totals.find((total) => isFarAbove(term, total));
      if (far !== undefined) yield equal(term, far);
      continue;
    }
    const scaled = totals.flatMap((total) => asRoundAs(total, term) ?? [])[0];
    if (scaled !== undefined) {
      yield equal(term, scaled);
      continue;
    }
    const isProven = provenIn(passage).has(placeOf(term));
    const slips = totals.filter((total) => {
      const slip = slipFrom(term, total.value);
      // What adds up in its sentence is right: then it is the unit line that is wrong.
      if (isProven) return slip === 'scale' && !!total.unitLine && significantDigits(term.numeral.digits) >= 3;
      return (slip === 'scale' && isScaled(term, total)) || (slip === 'swap' && isTelling(term, total.value));
    });
    if (slips.length > 0) yield equal(term, slips.at(-1)!);
  }
}

/** `KSh 9,480 billion` beside a total of KSh 9,480 million: the very digits of the whole, a thousand times as much. */
const isFarAbove = (term: Term, total: Term): boolean =>
  term.numeral.scale !== null &&
  significantDigits(term.numeral.digits) >= 3 &&
  slipFrom(term, total.value) === 'scale' &&
  term.value.gte(total.value.times(1000));

/** `£450 million over four years` beside one table of four years with a total of 480: any slip of the pen. */
function* overYears(plan: PlanFacts): InTurns<Stated> {
  const tables = yearTables(plan);
  if (tables.length === 0) return;
  const above = yield* parents.inSteps(plan);
  for (const spread of spreads(plan)) {
    if (spread === undefined) {
      yield;
      continue;
    }
    const own = tables.filter(({ years }) => years === spread.years.value);
    const total = own.length === 1 ? own[0]!.total : null;
    if (total === null || tableOf(spread, tables) !== null) continue;
    const heading = above.get(spread.passage)?.text ?? '';
    const row = rowOf(spread, own[0]!, heading);
    if (row !== null) {
      yield equal(spread.term, row);
      continue;
    }
    const ratio = spread.term.value.div(total.value);
    if (ratio.gt('0.5') && ratio.lt(2) && slipFrom(spread.term, total.value) !== null) yield equal(spread.term, total);
  }
}

/** A scale word to mistake, or digits enough to know the amount by. */
const isScaled = ({ numeral }: Term, { unitLine }: Term): boolean =>
  numeral.scale !== null || significantDigits(numeral.digits) >= (unitLine ? 2 : 3);

/** The total, as round as the text that states it in a wrong scale: `$1.28 million` of 1,284,500,000; else null. */
function asRoundAs(total: Term, { value, numeral }: Term): Term | null {
  if (numeral.scale === null || value.lte(0)) return null;
  const digits = significantDigits(numeral.digits);
  if (digits < 2) return null;
  // Two digits leave no more than a twentieth open: few totals are that near to a power of ten times the value.
  const ratio = total.value.toNumber() / value.toNumber();
  // Lakh and crore, which are two powers apart, are told by three digits.
  const isIndian = /lakh|crore/i.test(numeral.scale) && digits >= 3;
  const power = (isIndian ? [2, -2, 5, -5] : [3, 6, -3, -6]).find((one) => Math.abs(ratio / 10 ** one - 1) < 0.06);
  if (power === undefined) return null;
  const scale = new Big(10).pow(power);
  const half = halved(new Big(numeral.step).abs().times(scale));
  if (total.value.minus(value.times(scale)).abs().gt(half)) return null;
  return { ...total, interval: around(total.value, half) };
}

// --- Sentences that name a part of the plan

/** `S$1.4 billion for Thrust 1`, `KRW 98.6 billion for open data`, `데이터 개방 986억원`. */
function* namedParts(budgets: readonly NodeBudget[], mentions: readonly Mention[]): Iterable<Stated> {
  const subjects = mentions.map(({ passage, placed }) => subjectsOf(passage.text, placed).map(plainTitle));
  for (const budget of budgets) {
    const { node, amount } = budget;
    const title = plainTitle(titleOf(node.title, amount.text));
    const marker = node.marker === null ? '' : plainTitle(node.marker.replace(/^[^\p{L}]*/u, ''));
    const isLabel = node.style === 'label' && /\p{L}.*\d|\p{L}{3} [A-H]$/u.test(node.marker ?? '');
    for (const [index, { placed, term }] of mentions.entries()) {
      const { figure } = placed;
      if (
        figure === amount ||
        overlaps(node.heading, figure) ||
        figure.currency !== amount.currency ||
        figure.per !== null
      )
        continue;
      const isNamed = subjects[index]!.some(
        (name) => name.length >= 2 && (name === title || (isLabel && name === marker) || isBehindTopic(name, title)),
      );
      if (isNamed) yield equal(term, termOfFigure(amount as Valued));
    }
  }
}

/** A title without its amount, and without the text that may follow behind its bracket. */
function titleOf(title: string, amount: string): string {
  const named = /^(.{2,60}?)\s?[(（]\s?$/.exec(title.slice(0, Math.max(0, title.indexOf(amount))))?.[1];
  return named ?? title.replace(amount, '');
}

/** `올해 가장 큰 사업은 월세 지원`: the title behind a topic and its particle, without spaces. */
const isBehindTopic = (name: string, title: string): boolean =>
  title.length >= 4 &&
  /[가-힣]/.test(title) &&
  name.endsWith(title) &&
  /^(?!.*(?:작년|지난해|전년|내년|당초|\d년)).*[가-힣][은는]$/.test(name.slice(0, -title.length));

/** `③ 사 업 비 : 2,460,000천원`: a line that every project of a plan has. */
const isFormLine = (title: string): boolean =>
  /^(?:총)?(?:사업비|예산|소요예산|소요액|투자액|금액|지원금|재원|budget|cost|funding|total)/.test(plainTitle(title));

/** The phrases right beside an amount that may say what it is for. */
function subjectsOf(text: string, { start, end }: Placed<Amount>): string[] {
  const after =
    /^\s+(?:(?:is|are|goes|go|will go)\s+)?(?:for|to|on|in|under)\s+(?:the\s+)?([^,.;:()]{2,60}?)(?=\s+(?:and|in|over|from|by|with)\b|[,.;:()]|$)/i.exec(
      text.slice(end, end + 80),
    )?.[1];
  const before = /(?:^|[,·:;(（]|으로|이며|및)\s*([가-힣A-Za-z][가-힣A-Za-z0-9 ·-]{1,24})\s*[(（]?$/.exec(
    text.slice(Math.max(0, start - 30), start).replace(/(?:에|은|는|이|가)\s*$/, ''),
  )?.[1];
  return [after, before].filter((phrase) => phrase !== undefined);
}

// --- Sentences that share their words

/** Two sentences about one thing: equal amounts bear each other out; a slip between them is a conflict. */
function* sameWords(mentions: readonly Mention[], heads: ReadonlyMap<Amount, Node>): InTurns<Stated> {
  const repeats = new Map<string, number>();
  for (const { key } of mentions) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  const byWord = indicesByWord(mentions);
  const proven = addingUp(mentions);
  const isSetAgainst = setAgainstIn(mentions);
  const isBorneOut = (one: Mention): boolean => repeats.get(one.key)! > 1 || proven.has(one);
  let alike = 0;
  for (let i = 0; i < mentions.length; i++) {
    yield;
    const a = mentions[i]!;
    const isNear = new Uint8Array(mentions.length);
    for (const word of a.near) for (const index of byWord.get(word)!) isNear[index] = 1;
    for (let j = i + 1; j < mentions.length && alike < mostAlike; j++) {
      const b = mentions[j]!;
      if (
        a.placed.figure.currency !== b.placed.figure.currency ||
        a.placed.figure.notation.currency === '' ||
        a.placed.figure.per !== b.placed.figure.per
      )
        continue;
      const isEqual = a.key === b.key;
      if (!isEqual && isOtherScale(a, b, repeats)) {
        alike++;
        yield equal(a.term, b.term);
        continue;
      }
      if (!isEqual && (isNear[j] === 0 || a.isFurther || b.isFurther || (isBorneOut(a) && isBorneOut(b)))) continue;
      if (!isEqual && (areTwoThings(a, b) || areTwoParts(a, b, heads) || isSetAgainst(a, b))) continue;
      const near = isEqual ? 0 : sharedWords(a.near, b.near);
      const wide = widely(a, b);
      const isNamed = !isEqual && near >= 1 && areOfOneName(a, b);
      if (!isEqual && ((near < 2 && wide < 2 && !isNamed) || !isTelling(a.term, b.term.value))) continue;
      if (
        isEqual
          ? wide >= 2 || sharedWords(a.near, b.near) >= 1
          : isOneThing(near, wide, slipFrom(a.term, b.term.value)) ||
            (isNamed && slipFrom(a.term, b.term.value) === 'swap')
      ) {
        alike++;
        yield equal(a.term, b.term);
      }
    }
  }
}

/** `Action 3: Ready households (A$104 million)` and `Action 6: Rebuilding fund (A$140 million)`: each of a part of its own. */
function areTwoParts(a: Mention, b: Mention, heads: ReadonlyMap<Amount, Node>): boolean {
  const [one, other] = [heads.get(a.placed.figure), heads.get(b.placed.figure)];
  return one !== undefined && other !== undefined && one !== other && plainTitle(one.title) !== plainTitle(other.title);
}

/** `savings of £25.9 million` and `Savings of £29.5 million`: the same noun, of several things, right before both. */
function areOfOneName(a: Mention, b: Mention): boolean {
  const [one, other] = [a, b].map(
    ({ passage: { text }, placed: { start } }) =>
      /(?:^|[^\w])([a-z]{4,}s) of (?:about )?$/i.exec(text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase() ??
      '',
  );
  return one !== '' && one === other && sharedWords(contentWords(one!), contentWords(other!)) >= 1;
}

/**
 * Amounts that one sentence sets side by side are two, wherever else they stand: `105억 달러에서 108억 달러로 높인다` of the text
 * and `올해 목표 108억 달러` of the headline.
 */
function setAgainstIn(mentions: readonly Mention[]): (a: Mention, b: Mention) => boolean {
  const pairs = new Set<string>();
  for (const [at, one] of mentions.entries()) {
    const { currency } = one.placed.figure;
    const next = mentions.slice(at + 1, at + 4).find(({ placed: { figure } }) => figure.currency === currency);
    if (next?.passage !== one.passage) continue;
    const between = one.passage.text.slice(one.placed.end, next.placed.start);
    if (/^(?:에서|보다)\s/.test(one.passage.text.slice(one.placed.end)) || isAfter.test(between))
      pairs.add(`${one.key}|${next.key}`).add(`${next.key}|${one.key}`);
  }
  return (a, b) => pairs.has(`${a.key}|${b.key}`);
}

/** `a balance of €35 million. After debts there is a surplus of` €31 million: what is left once something is taken off. */
const isAfter =
  /^(?:[^.;]|\.(?=\d)){0,60}(?:[.;,] (?:[Aa]ccounting for|[Aa]llowing for|[Aa]fter|[Ll]ess|[Nn]et of|[Ee]xcluding|[Ww]ithout|[Dd]educting|[Tt]aking off)\b|\b(?:of which|leaving|left|remaining|net of)\b)(?:[^.;]|\.(?=\d)){0,80}$/;

/** Which mentions have each of the words near an amount. */
function indicesByWord(mentions: readonly Mention[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { near }] of mentions.entries()) {
    for (const word of near) {
      const own = found.get(word);
      if (own === undefined) found.set(word, [index]);
      else own.push(index);
    }
  }
  return found;
}

/** Telling words that the sentences share; the heading of one counts where the other stands elsewhere. */
const widely = (a: Mention, b: Mention): number =>
  a.node === b.node ? sharedWords(a.wide, b.wide) : sharedWords(a.widest(), b.widest());

/** Whether sentences that share so many telling words near the amounts and in all speak of one thing. */
const isOneThing = (near: number, wide: number, slip: Slip | null): boolean =>
  near >= 2 || (near >= 1 && wide >= 3) || (near > 0 && wide >= 2 && (slip === 'swap' || slip === 'scale'));

/**
 * `KRW 2.73 trillion` and `KRW 2.73 billion`: three digits or more that agree, and scale words that differ. Two things
 * seldom cost the same digits; they may where each is named more than once, or where one is the yearly or unit price.
 */
function isOtherScale(a: Mention, b: Mention, repeats: ReadonlyMap<string, number>): boolean {
  const [one, other] = [a.term.numeral, b.term.numeral];
  if (one.digits !== other.digits || one.scale === other.scale || one.written !== 'digits') return false;
  if (one.scale === null || other.scale === null) return false;
  if (bothRepeated(a, b, repeats)) return false;
  const digits = significantDigits(one.digits);
  if (digits < 2 || slipFrom(a.term, b.term.value) !== 'scale' || isBeside(a, b)) return false;
  // A price and a budget may well have three digits in common.
  if (digits === 2 && widely(a, b) < 1) return false;
  return digits > 3 || !/[만천]/.test(`${one.scale}${other.scale}`) || widely(a, b) >= 1;
}

/** In one passage and close together: the same amount told twice, or two amounts on purpose. */
const isBeside = (a: Mention, b: Mention): boolean =>
  a.passage === b.passage && Math.abs(a.placed.start - b.placed.start) < 60;

/** Each of the two stands twice or more: they are two things, not one slip. */
const bothRepeated = (a: Mention, b: Mention, repeats: ReadonlyMap<string, number>): boolean =>
  repeats.get(a.key)! > 1 && repeats.get(b.key)! > 1;

/** One sentence sets two amounts side by side; two roles and two years are two amounts. */
function areTwoThings(a: Mention, b: Mention): boolean {
  if (a.passage === b.passage && Math.abs(a.placed.start - b.placed.start) < 200) return true;
  const [one, other] = [a.placed.figure.role, b.placed.figure.role];
  if (one !== other && one !== null && other !== null) return true;
  return a.years.size > 0 && b.years.size > 0 && ![...a.years].some((year) => b.years.has(year));
}

// --- One amount in two units

/** `346억원(34,600백만원)`: the bracket holds nothing but the same amount in another unit. */
function* twoUnits(mentions: readonly Mention[]): Iterable<Stated> {
  for (let i = 0; i + 1 < mentions.length; i++) {
    const [a, b] = [mentions[i]!, mentions[i + 1]!];
    if (a.passage !== b.passage || a.placed.figure.currency !== b.placed.figure.currency) continue;
    const { text } = a.passage;
    if (
      !/^\s?[(（]\s?(?:=\s?)?$/.test(text.slice(a.placed.end, b.placed.start)) ||
      !/^\s?[)）]/.test(text.slice(b.placed.end))
    )
      continue;
    // `1,000명 × 70만원(7억원)`: what the factor makes.
    if (/[×✕]\s?$/.test(text.slice(Math.max(0, a.placed.start - 2), a.placed.start))) continue;
    const isOtherUnit =
      a.term.numeral.scale !== b.term.numeral.scale ||
      a.placed.figure.notation.currency !== b.placed.figure.notation.currency;
    const isWords = (a.term.numeral.written === 'words') !== (b.term.numeral.written === 'words');
    if (!isOtherUnit || isWords || placeOf(a.term) === placeOf(b.term)) continue;
    const power = powerOfTen(b.term.value.div(a.term.value));
    if (a.term.value.eq(b.term.value) || power !== null || isTelling(a.term, b.term.value)) yield equal(a.term, b.term);
  }
}
