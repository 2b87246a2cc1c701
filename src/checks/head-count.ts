import { eachNode, nodesOfAll, type Declared, type Node } from '../outline/outline';
import { singular } from '../outline/reference';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { sourceSpan } from '../text/reading';
import { lastStartingBy, type Span } from '../text/span';
import { countedInKorean } from './counted';
import { readOrdinal } from '../edits/ordinal';
import { flatMapped, mayRest, type Steps } from '../text/steps';
import { gridsOf, totalKind, writtenRows, type Grid } from './grid';
import { partsInRows } from './parts-in-rows';
import { textWhere } from './of-text';
import { datesIn, passagesWhere, within, type Placed } from './passage';

/** A number of things that a text states, and the things that stand there, which are another number. */
export interface Miscount {
  readonly declared: Declared;
  readonly members: readonly Span[];
}

const parts = /(?:tasks|actions|measures|projects|initiatives|과제|사업|프로젝트)$/i;

/** `1. 보행 안전(3개 사업, 152억원)`, `Pillar 2: Clean rivers (four actions)`: a part's own heading counts its parts. */
export function* countsOfHeads(plan: PlanFacts): Steps<Miscount[]> {
  const major = yield* majorHeads(plan);
  yield;
  return [...major, ...(yield* declaredHeads(plan))];
}

/** `Ⅱ. 4대 역점시책(442억원)`: so many major things, and as many numbered parts under the heading. */
function* majorHeads(plan: PlanFacts): Steps<Miscount[]> {
  const found: Miscount[] = [];
  const nodes = yield* nodesOfAll.inSteps(plan.outline);
  for (const [at, node] of nodes.entries()) {
    if (mayRest(at)) yield;
    const head = plan.source.slice(node.heading.start, node.heading.end);
    const named =
      /(?<![\d.])(\d{1,2})대\s((?:[가-힣]{2,6}\s)?[가-힣]{0,10}(?:시책|과제|전략|사업|분야|목표|방향|정책|프로젝트))(?=[\s(（]|$)/.exec(
        head,
      );
    // Strategies and tasks that a heading counts are counted in the outline.
    const isDeclared = within(plan.declared, node.heading).some(({ what }) => what !== 'other');
    if (named === null || isDeclared) continue;
    const members = numbered(node, true);
    const value = Number(named[1]);
    if (members.length < 3 || Math.abs(members.length - value) !== 1) continue;
    const start = node.heading.start + named.index;
    found.push({ declared: { start, end: start + named[0].length, value, noun: named[2]!, what: 'other' }, members });
  }
  return found;
}

function* declaredHeads(plan: PlanFacts): Steps<Miscount[]> {
  const counts = plan.declared.filter(({ noun, what }) => what !== 'strategies' && parts.test(noun));
  if (counts.length === 0) return [];
  const found: Miscount[] = [];
  yield* eachNode(plan.outline, (node) => {
    if (node.doubtful || node.children.length < 2) return;
    const own = within(counts, node.heading);
    const [declared] = own;
    if (declared === undefined || own.length > 1) return;
    const members = numbered(node);
    if (members.length === 0 || members.length === declared.value) return;
    if (Math.abs(members.length - declared.value) <= 2) found.push({ declared, members });
  });
  return found;
}

/** The children of a node, where all of them are numbered and of one kind and style. */
function numbered({ children }: Node, counts = false): Span[] {
  const [first] = children;
  const isSeries = children.every(
    ({ kind, style, markerSpan, doubtful }) =>
      kind === first!.kind && style === first!.style && markerSpan !== null && !doubtful,
  );
  if (children.length === 0 || (counts && !children.every(({ ordinal }, index) => ordinal === index + 1))) return [];
  return isSeries && first!.style !== 'bullet' && first!.kind !== 'section'
    ? children.map(({ heading }) => heading)
    : [];
}

/** `주요 사업 5건의 합계는 …`, `신규과제 5개의 예산은 …`, right below the list or table of them. */
export function* countsAfter(plan: PlanFacts): Steps<Miscount[]> {
  const found: Miscount[] = [];
  for (const [index, block] of plan.blocks.entries()) {
    if (mayRest(index)) yield;
    if (block.kind !== 'paragraph' || block.language !== 'ko' || !isRead(block)) continue;
    const { text } = block.reading;
    const [counted] = countedInKorean(text.slice(0, 60));
    if (
      counted === undefined ||
      !/^(?:위|이|이상|상기)?\s?(?:[가-힣]{1,8}\s){0,2}[가-힣]{0,8}(?:사업|과제)\s?$/.test(text.slice(0, counted.start))
    )
      continue;
    const { value, end } = counted.number;
    const counter = /^(\s?(?:개|건))(?:사업|과제)?의\s(?:합계|예산|사업비|총|전체)/.exec(text.slice(end))?.[1];
    if (counter === undefined) continue;
    const members = rowsAbove(plan, index) ?? itemsAbove(plan, index);
    if (members.length < 3 || Math.abs(members.length - value) !== 1) continue;
    const span = sourceSpan(block.reading, counted.start, end + counter.length);
    found.push({ declared: { ...span, value, noun: '사업', what: 'tasks' }, members });
  }
  return found;
}

/** `4개 분야 40개 과제` before a table whose rows are headed `분야`, or whose rows have one of the 40 each beside their `분야`. */
export function* countsOfRows(plan: PlanFacts): Steps<Miscount[]> {
  const grids = yield* gridsOf.inSteps(plan);
  const places = grids.map(({ index }) => ({ start: index, end: index }));
  return yield* flatMapped(plan.declared, (declared): readonly Miscount[] => {
    const noun = declared.noun.split(' ').at(-1)!;
    if (!/^(?:분야|부문|영역|전략|과제|사업|단계|목표)$/.test(noun)) return [];
    const at = lastStartingBy(plan.blocks, declared.start);
    const grid = grids[lastStartingBy(places, at) + 1];
    if (grid === undefined || grid.index - at > 8) return [];
    if (grid.headers[1]?.replace(/\s/g, '') === noun) return inSecondColumn(declared, grid);
    if (grid.headers[0]?.replace(/\s/g, '') !== noun) return [];
    const leaves = grid.rows.filter(({ label }) => totalKind(label) === null);
    const labels = new Set(leaves.map(({ label }) => label));
    if (leaves.length < 3 || labels.size !== leaves.length || labels.has('')) return [];
    if (Math.abs(leaves.length - declared.value) !== 1) return [];
    const members = writtenRows(grid).filter((_, at) => totalKind(grid.rows[at]!.label) === null);
    return [{ declared, members: members.map(({ start, end }) => ({ start, end })) }];
  });
}

/**
 * `| 1. 가까운 도서관 | 1-1 신축 | 210 |` over `| | 1-2 새 단장 | 96 |`: the second column names what is counted, all of them with
 * codes of their own (`1-1`, `가-1`, `①`), else the table may show some alone.
 */
function inSecondColumn(declared: Declared, grid: Grid): Miscount[] {
  const members = writtenRows(grid).flatMap((written, at) => {
    const { label, cells } = grid.rows[at]!;
    const text = cells[1]?.text.trim() ?? '';
    const isTotal = totalKind(text) !== null || totalKind(label) !== null;
    return isTotal || text === '' ? [] : [{ text, written }];
  });
  const codes = new Set(members.map(({ text }) => code.exec(text)?.[0]));
  if (members.length < 4 || codes.has(undefined) || codes.size !== members.length) return [];
  if (Math.abs(members.length - declared.value) !== 1) return [];
  return [{ declared, members: members.map(({ written: { start, end } }) => ({ start, end })) }];
}

const code = /^(?:\d{1,2}-\d{1,2}|[가-하]-\d{1,2}|[①-⑳]|\d{1,2}[.)])(?=[.\s])/;

/** `four priorities and nine actions`, and the tables of the plan number its actions from 1 to 8. */
export function* countsOfPartsInRows(plan: PlanFacts): Steps<Miscount[]> {
  const all = yield* partsInRows.inSteps(plan);
  return plan.declared.flatMap((declared): Miscount[] => {
    const word = singular(declared.noun.toLowerCase().split(' ').at(-1)!);
    const own = all.find(({ noun }) => noun === word);
    if (own === undefined || own.series === null || own.series.slips.length > 0) return [];
    const isNear = Math.abs(own.rows.length - declared.value) <= Math.max(1, own.rows.length / 8);
    return own.rows.length === declared.value || !isNear ? [] : [{ declared, members: own.rows }];
  });
}

const timesOver =
  /에\s?(?:모두\s|총\s|걸쳐\s|나누어\s)*((\d{1,2}|두|세|네|다섯|여섯|일곱|여덟)\s?(?:차례|회|번))(?![가-힣]?째)/;

const saysTimes = textWhere((text) => timesOver.test(text));
const withTimes = passagesWhere((passage) => passage.cell === null && saysTimes(passage));

/** `3월 19일, 6월 18일, 9월 17일, 12월 17일에 모두 네 차례`: days listed one after the other, and how many times they say. */
export function* countsOfDays(plan: PlanFacts): Steps<Miscount[]> {
  const found: Miscount[] = [];
  for (const passage of yield* withTimes.inSteps(plan)) {
    const times = timesOver.exec(passage.text)!;
    const dates = datesIn(passage).filter(({ end }) => end <= times.index + 1);
    const run: Placed[] = [];
    for (const date of dates.reverse()) {
      const next = run[0]?.start ?? times.index;
      const gap = passage.text.slice(date.end, next);
      if (!/^(?:\([^)]{1,4}\))?(?:,\s?|·|과 |와 )?$/.test(gap) || date.figure.parts.length > 1) break;
      run.unshift(date);
    }
    const value = readOrdinal(times[2]!).find(({ hand }) => hand === 'digits' || hand === 'counter')?.value;
    if (value === undefined || run.length < 2 || Math.abs(run.length - value) !== 1) continue;
    const start = times.index + times[0].length - times[1]!.length;
    const span = passage.span(start, start + times[1]!.length);
    const members = run.map((date) => passage.span(date.start, date.end));
    found.push({ declared: { ...span, value, noun: '차례', what: 'other' }, members });
  }
  return found;
}

/** The rows of the table right above, its totals left out; null where none is there. */
function rowsAbove(plan: PlanFacts, index: number): Span[] | null {
  const grid =
    (plan.blocks[index - 1]?.table ?? null) === null ? undefined : gridsOf(plan).find((one) => one.index === index - 1);
  if (grid === undefined) return null;
  const leaves = writtenRows(grid).filter((_, at) => {
    const { label, cells } = grid.rows[at]!;
    return totalKind(label) === null && !cells.some((cell) => cell !== null && totalKind(cell.text) !== null);
  });
  return leaves.map(({ start, end }) => ({ start, end }));
}

/** The numbered items right above, of the depth of the first of them and numbered in one hand. */
function itemsAbove({ blocks }: PlanFacts, index: number): Span[] {
  const found: Span[] = [];
  let depth = Infinity;
  for (let at = index - 1; at >= 0 && blocks[at]!.kind === 'item'; at--) depth = Math.min(depth, blocks[at]!.depth);
  let hand = '';
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at]!;
    if (block.kind !== 'item') break;
    if (block.depth !== depth || !/\d|[①-⑳가-하]/.test(block.mark?.text ?? '')) continue;
    const own = handOf(block.mark!.text);
    // `나.` above `1.` to `5.` heads them.
    if (hand !== '' && own !== hand) break;
    hand = own;
    found.push(block);
  }
  return found.reverse();
}

/** `1.` and `12.` are written in one hand, `가.` and `①` each in another. */
const handOf = (mark: string): string =>
  mark
    .replace(/\d+/g, '1')
    .replace(/[가-하]/g, '가')
    .replace(/[①-⑳]/g, '①');
