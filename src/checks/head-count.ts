import type { Declared, Node } from '../outline/outline';
import { walk } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { isRead } from '../text/block';
import { sourceSpan } from '../text/reading';
import { contains, type Span } from '../text/span';
import { countedInKorean } from './counted';
import { gridsOf, totalKind } from './grid';

/** A number of things that a text states, and the things that stand there, which are another number. */
export interface Miscount {
  readonly declared: Declared;
  readonly members: readonly Span[];
}

const parts = /(?:tasks|actions|measures|projects|initiatives|과제|사업|프로젝트)$/i;

/** `1. 보행 안전(3개 사업, 152억원)`, `Pillar 2: Clean rivers (four actions)`: a part's own heading counts its parts. */
export function countsOfHeads(plan: PlanFacts): Miscount[] {
  const counts = plan.declared.filter(({ noun, what }) => what !== 'strategies' && parts.test(noun));
  if (counts.length === 0) return [];
  const found: Miscount[] = [];
  walk(plan.outline, (node) => {
    if (node.doubtful || node.children.length < 2) return;
    const own = counts.filter((declared) => contains(node.heading, declared));
    const [declared] = own;
    if (declared === undefined || own.length > 1) return;
    const members = numbered(node);
    if (members.length === 0 || members.length === declared.value) return;
    if (Math.abs(members.length - declared.value) <= 2) found.push({ declared, members });
  });
  return found;
}

/** The children of a node, where all of them are numbered and of one kind and style. */
function numbered({ children }: Node): Span[] {
  const [first] = children;
  const isSeries = children.every(
    ({ kind, style, markerSpan, doubtful }) =>
      kind === first!.kind && style === first!.style && markerSpan !== null && !doubtful,
  );
  return isSeries && first!.style !== 'bullet' && first!.kind !== 'section'
    ? children.map(({ heading }) => heading)
    : [];
}

/** `주요 사업 5건의 합계는 …`, `신규과제 5개의 예산은 …`, right below the list or table of them. */
export function countsAfter(plan: PlanFacts): Miscount[] {
  const found: Miscount[] = [];
  for (const [index, block] of plan.blocks.entries()) {
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

/** `4개 분야 40개 과제` before a table whose rows are headed `분야`. */
export function countsOfRows(plan: PlanFacts): Miscount[] {
  const grids = gridsOf(plan);
  return plan.declared.flatMap((declared): Miscount[] => {
    const noun = declared.noun.split(' ').at(-1)!;
    if (!/^(?:분야|부문|영역|전략|과제|사업|단계|목표)$/.test(noun)) return [];
    const at = plan.blocks.findIndex(({ start, end }) => start <= declared.start && declared.start < end);
    const grid = grids.find(({ index }) => index > at);
    if (grid === undefined || grid.index - at > 8 || grid.headers[0]?.replace(/\s/g, '') !== noun) return [];
    const leaves = grid.rows.filter(({ label }) => totalKind(label) === null);
    const labels = new Set(leaves.map(({ label }) => label));
    if (leaves.length < 3 || labels.size !== leaves.length || labels.has('')) return [];
    if (Math.abs(leaves.length - declared.value) !== 1) return [];
    const { rows } = grid.block.table!;
    const spans = leaves.map((row) => rows[rows.length - grid.rows.length + grid.rows.indexOf(row)]!);
    return [{ declared, members: spans.map(({ start, end }) => ({ start, end })) }];
  });
}

/** The rows of the table right above, its totals left out; null where none is there. */
function rowsAbove(plan: PlanFacts, index: number): Span[] | null {
  const grid = gridsOf(plan).find((one) => one.index === index - 1);
  if (grid === undefined) return null;
  const { rows } = grid.block.table!;
  const leaves = grid.rows.flatMap((row, at) =>
    totalKind(row.label) === null && !row.cells.some((cell) => cell !== null && totalKind(cell.text) !== null)
      ? (rows[rows.length - grid.rows.length + at] ?? [])
      : [],
  );
  return leaves.map(({ start, end }) => ({ start, end }));
}

/** The numbered items right above, of the depth of the first of them. */
function itemsAbove({ blocks }: PlanFacts, index: number): Span[] {
  const found: Span[] = [];
  let depth = Infinity;
  for (let at = index - 1; at >= 0 && blocks[at]!.kind === 'item'; at--) depth = Math.min(depth, blocks[at]!.depth);
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at]!;
    if (block.kind !== 'item') break;
    if (block.depth === depth && /\d|[①-⑳가-하]/.test(block.mark?.text ?? '')) found.unshift(block);
  }
  return found;
}
