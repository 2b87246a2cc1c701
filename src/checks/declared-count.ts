import { readOrdinal, writeOrdinal, type Written } from '../edits/ordinal';
import { nodesOfAll, type Declared, type Node } from '../outline/outline';
import type { PlanFacts } from '../plan';
import type { Check, Draft, Fix, Translate } from './check';
import { countedParts } from './counted-parts';
import { membersOf } from './declared-members';
import { enumerationsIn } from './enumeration';
import { followingLists } from './following-list';
import { countsAfter, countsOfDays, countsOfHeads, countsOfPartsInRows, countsOfRows } from './head-count';
import { within } from './passage';
import { contains, lastStartingBy, overlaps, type Span } from '../text/span';
import { gathered, rests, type InTurns } from '../text/steps';
import { editionIn } from './other-editions';
import { outlineSeries, values, type Series } from './series';
import { namedTargets, standsElsewhere } from './slip';
import { titledLists } from './titled-lists';

export const declaredCount: Check = {
  code: 'declared-count',
  says: 'A stated number of strategies, tasks or listed things is the number that stands there.',
  because: '“Twelve key tasks” is the plan’s own promise of its contents; readers count.',
  severity: 'warning',
  examples: [
    {
      wrong: 'We support four technologies (quantum, AI and biotechnology).',
      right: 'We support three technologies (quantum, AI and biotechnology).',
    },
    {
      wrong: '체험, 훈련, 점검의 4개 분야로 운영한다.',
      right: '체험, 훈련, 점검의 3개 분야로 운영한다.',
      language: 'ko',
    },
  ],
  reads: [
    'Declared strategies and tasks are counted in the outline, or in the rows of tables that number them where nothing else does; lists in parentheses, after a colon, in a sentence, in the list right below or under a heading of that name (`six moves`, `The moves`), item by item.',
    'An open list (“such as”, “including”, “등”) is left alone, unless more items stand there than the number says.',
    'A number that lies far from the list was not meant to count it, and nothing is said.',
  ],
  *findIn(passage, _, t) {
    for (const { counted, listing, place } of enumerationsIn(passage)) {
      const real = nearest(counted.number.value, listing.least, listing.most);
      yield {
        ...passage.span(counted.start, counted.end),
        message: t('The text says “{0}”; {1} are listed.', passage.text.slice(counted.start, counted.end), real),
        related: [{ ...passage.span(place.start, place.end), message: t('{0} items', real) }],
        fixes: written(passage.text.slice(counted.start, counted.end), counted.number, real, t, (span) =>
          passage.span(span.start, span.end),
        ),
        data: { declared: counted.number.value, counted: real },
      };
    }
  },
  *find(plan, t) {
    const outline = yield* gathered(ofOutline(plan, t));
    yield* outline;
    // One number may be counted in several ways; it is told once.
    const told: Span[] = [...outline];
    const isTold = (span: Span): boolean => told.some((one) => overlaps(one, span));
    for (const { declared, members } of [
      ...(yield* countsOfHeads(plan)),
      ...(yield* countsAfter(plan)),
      ...(yield* countsOfRows(plan)),
      ...(yield* countsOfPartsInRows(plan)),
      ...(yield* countsOfDays(plan)),
    ]) {
      if (isTold(declared) || isElsewhere(plan, declared) || isOfOtherEdition(plan, declared)) continue;
      const number = numberOf(plan, declared);
      if (number === null || number.value !== declared.value) continue;
      told.push(declared);
      const shown = plan.source.slice(declared.start, declared.end).replace(/\s+/g, ' ');
      yield {
        start: declared.start,
        end: declared.end,
        message: t('The text says “{0}”; {1} are listed.', shown, members.length),
        related: members.map(({ start, end }, index) => ({ start, end, message: String(index + 1) })),
        fixes: written(shown, number, members.length, t, ({ start, end }) => ({ start, end })),
        data: { declared: declared.value, counted: members.length },
      };
    }
    for (const { passage, counted, items } of [
      ...(yield* gathered(countedParts(plan))),
      ...(yield* gathered(followingLists(plan))),
      ...(yield* gathered(titledLists(plan))),
    ]) {
      const span = passage.span(counted.start, counted.end);
      if (isTold(span) || isOfOtherEdition(plan, span)) continue;
      told.push(span);
      const shown = passage.text.slice(counted.start, counted.end);
      yield {
        ...span,
        message: t('The text says “{0}”; {1} are listed.', shown, items.length),
        related: items.map(({ start, end }, index) => ({ start, end, message: String(index + 1) })),
        fixes: written(shown, counted.number, items.length, t, ({ start, end }) => passage.span(start, end)),
        data: { declared: counted.number.value, counted: items.length },
      };
    }
  },
};

const nearest = (value: number, least: number, most: number): number => (value < least ? least : most);

/** The number in its own hand. */
function written(
  shown: string,
  number: Written,
  to: number,
  t: Translate,
  place: (span: Written) => { start: number; end: number },
): Fix[] {
  const newText = writeOrdinal(to, number);
  if (newText === null) return [];
  const title = shown.replace(number.text, newText);
  return [{ title: t('Write {0}', title), preferred: true, edits: [{ ...place(number), newText }] }];
}

/** Strategies and tasks that the plan declares, against its outline. */
function* ofOutline(plan: PlanFacts, t: Translate): InTurns<Draft> {
  if (plan.declared.length === 0) return;
  const nodes = yield* nodesOfAll.inSteps(plan.outline);
  if (nodes.some(({ doubtful }) => doubtful)) return;
  yield;
  const series = yield* outlineSeries.inSteps(plan);
  yield* namedTargets.inSteps(plan);
  const known = new Map<string, Node[]>();
  const rest = rests();
  for (const declared of plan.declared) {
    if (rest()) yield;
    const meant = `${declared.what} ${declared.noun.toLowerCase()}`;
    const members = known.get(meant) ?? membersOf(plan, declared, nodes);
    known.set(meant, members);
    const count = members.length;
    if (count < 2 || count === declared.value) continue;
    const number = numberOf(plan, declared);
    if (number === null || number.value !== declared.value) continue;
    if (Math.abs(count - declared.value) > Math.max(2, declared.value / 4)) continue;
    if (hasGaps(plan, members, series)) continue;
    if (
      isElsewhere(plan, declared) ||
      isOfOtherEdition(plan, declared) ||
      isOfHead(nodes, declared) ||
      explained(declared, members, series)
    )
      continue;
    if (someOfThem(plan, declared) === count) continue;
    const shown = plan.source.slice(declared.start, declared.end).replace(/\s+/g, ' ');
    const first = members[0]!;
    const last = members.at(-1)!;
    yield {
      start: declared.start,
      end: declared.end,
      message: t(
        'The text says “{0}”; the plan has {1}, from “{2}” to “{3}”.',
        shown,
        count,
        nameOf(first),
        nameOf(last),
      ),
      related: members.map(({ heading, marker, title }) => ({ ...heading, message: marker ?? title })),
      fixes: written(shown, number, count, t, ({ start, end }) => ({ start, end })),
      data: { declared: declared.value, counted: count },
    };
  }
}

/** `The Plan has five strategies; this work plan takes up three of them.`: how many of the counted are said to be here. */
function someOfThem({ source }: PlanFacts, { end }: Declared): number | null {
  const rest = source.slice(end, end + 120).replace(/\s+/g, ' ');
  const word = /^[^.!?]{0,80}\b([a-z]{3,9}|\d{1,2}) of (?:them|these|those|which)\b/i.exec(rest)?.[1];
  return word === undefined
    ? null
    : (readOrdinal(word).find(({ hand }) => hand === 'cardinal' || hand === 'digits')?.value ?? null);
}

/** `보행 안전(3개 사업, 152억원)`: a count in a part's own heading is about that part (`head-count.ts`). */
const isOfHead = (nodes: readonly Node[], { what, start }: Declared): boolean =>
  what === 'tasks' &&
  nodes.some(
    ({ kind, heading, children }) =>
      kind === 'strategy' && children.length > 0 && contains(heading, { start, end: start }),
  );

const nameOf = (node: Node): string => node.marker ?? node.title.slice(0, 40);

/** The number at the head of a declared count, its span in the source. */
function numberOf({ source }: PlanFacts, { start, end }: Declared): Written | null {
  for (const token of source.slice(start, end).matchAll(/\d{1,3}|[A-Za-z]+(?:-[a-z]+)?|[가-힣]{1,3}/g)) {
    for (const text of [token[0], token[0].slice(0, 2), token[0].slice(0, 1)]) {
      const number = readOrdinal(text).find(
        ({ hand }) => hand === 'digits' || hand === 'cardinal' || hand === 'counter',
      );
      if (number !== undefined)
        return { ...number, start: start + token.index, end: start + token.index + text.length };
    }
  }
  return null;
}

/** A missing member that the numbering itself shows is reported there and not here again. */
function explained({ value }: Declared, members: readonly Node[], series: readonly Series[]): boolean {
  const starts = new Set(members.map(({ markerSpan }) => markerSpan?.start));
  let missing = 0;
  for (const { members: own, slips } of series) {
    if (!own.some(({ start }) => starts.has(start))) continue;
    const numbers = values(own);
    for (const { kind, at, expected } of slips)
      if (kind === 'gap' || kind === 'repeat' || kind === 'start') missing += numbers[at[0]]! - expected;
  }
  return missing !== 0 && members.length + missing === value;
}

/** Whether the numbers of the parts leave some out that stand in the text all the same: the outline has not all. */
function hasGaps(plan: PlanFacts, members: readonly Node[], series: readonly Series[]): boolean {
  const starts = new Set(members.map(({ markerSpan }) => markerSpan?.start));
  return series.some(
    (one) =>
      one.members.some(({ start }) => starts.has(start)) && one.slips.some((slip) => standsElsewhere(plan, one, slip)),
  );
}

/** Where the item begins that the place stands in, behind another item of its list, which is another statement; else 0. */
function ownItem({ blocks }: PlanFacts, place: number): number {
  const at = lastStartingBy(blocks, place);
  const [before, own] = [blocks[at - 1], blocks[at]];
  return own?.kind === 'item' && before?.kind === 'item' && before.depth === own.depth ? own.start : 0;
}

/** Another plan's count: the sentence speaks of another year, or of what was. */
function isElsewhere(plan: PlanFacts, { start, end }: Declared): boolean {
  const from = Math.max(start - 60, ownItem(plan, start));
  const near = plan.source.slice(Math.max(0, from), start).replace(/\s+/g, ' ');
  if (
    /\b(?:\w+) of (?:the|its|our|their|these|those)\s*$/i.test(near) &&
    /\b(?:one|two|three|four|five|six|\d+|some|most|several|each|half) of the\s*$/i.test(near)
  )
    return true;
  if (
    /(?:last year|previous|former|earlier|preceding|predecessor|first plan|지난해|작년|전년|이전|지난)[^.。]*$/i.test(
      near.replace(/(?:지난해|작년|전년)(?:[^,.]|,\d){0,30}?(?:보다|대비|비해|견주어)/g, ''),
    )
  )
    return true;
  if (plan.year === null) return false;
  const years = within(plan.figures, { start: from, end: start }).filter(
    (figure) => figure.kind === 'date' && !figure.inferred,
  );
  const sameSentence = years.filter((figure) => !/[.!?]\s/.test(plan.source.slice(figure.end, start)));
  const own = `${plan.year}`;
  return (
    sameSentence.length > 0 &&
    end > start &&
    sameSentence.every(
      (figure) => figure.kind === 'date' && figure.from !== null && figure.to !== null && figure.to.slice(0, 4) < own,
    )
  );
}

/** `제3차 계획은 3개 부문` in the fourth plan: the count of another edition, which its sentence names before it. */
function isOfOtherEdition({ source, title }: PlanFacts, { start }: Span): boolean {
  const own = editionIn(title ?? '');
  if (own === null) return false;
  const before = source.slice(Math.max(0, start - 60), start).replace(/\s+/g, ' ');
  const named = editionIn(before.replace(/^.*[.。]\s/, ''));
  return named !== null && named !== own;
}
