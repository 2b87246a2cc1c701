import { nodesOfAll, type Node, type NodeKind } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { onceInSteps } from '../text/once';
import type { Span } from '../text/span';
import { rests, type Steps } from '../text/steps';
import { passages } from './passage';

/** A point that bears a letter and a number: `B2.` of `**B2.** Give walkers a head start`, `A.1`. */
export interface Coded extends Span {
  readonly letter: string;
  readonly number: number;
  /** Its digits. */
  readonly numberSpan: Span;
  readonly text: string;
  readonly title: string;
  readonly block: number;
}

const code = /^([A-H])\.?(\d{1,2})(?=[.:)]?\s)/;

/**
 * The points of a plan that bear codes, where letters and numbers begin at the start: `A1`, `A2`, `B1`. None where the
 * codes are of something else.
 */
export const codedParts = onceInSteps(function* (plan: PlanFacts): Steps<readonly Coded[]> {
  const found: Coded[] = [];
  const rest = rests();
  for (const { block, cell, index, text, span } of passages(plan)) {
    if (rest()) yield;
    if (cell !== null || block.kind === 'heading') continue;
    const mark = block.mark?.text ?? '';
    const own = code.exec(`${mark} `);
    const match = own ?? code.exec(text.slice(0, 12));
    if (match === null) continue;
    const [, letter = '', digits = ''] = match;
    const at = match[0].length - digits.length;
    const start = own === null ? span(0, match[0].length).start : block.mark!.start;
    const numberSpan = { start: start + at, end: start + at + digits.length };
    const title = own === null ? text.slice(match[0].length) : text;
    found.push({
      start,
      end: numberSpan.end,
      letter,
      number: Number(digits),
      numberSpan,
      text: match[0],
      title,
      block: index,
    });
  }
  const isSound =
    found.length >= 4 &&
    found[0]!.letter === 'A' &&
    found[0]!.number === 1 &&
    found.some(({ letter }) => letter === 'B');
  return isSound ? found : [];
});

/** Points that a plan's parts hold, whatever the outline takes them for: how many stand under all of them. */
export function* pointsUnder(plan: PlanFacts): Steps<readonly Span[]> {
  const coded = yield* codedParts.inSteps(plan);
  if (coded.length > 0) return coded;
  const nodes = yield* nodesOfAll.inSteps(plan.outline);
  const measures = pointsOf(nodes, 'measure');
  return measures.length > 0 ? measures : pointsOf(nodes, 'task');
}

/**
 * The numbered parts of one kind, where they count on from 1 through two larger parts or more, or begin anew in each of
 * them (`Output A1` … `Output A3`, `Output B1`); else none.
 */
function pointsOf(nodes: readonly Node[], wanted: NodeKind): readonly Span[] {
  const points = nodes.filter(({ kind, ordinal, style }) => kind === wanted && ordinal !== null && style !== 'bullet');
  const own = new Set(points);
  const groups = nodes
    .map(({ children }) => children.filter((child) => own.has(child)))
    .filter(({ length }) => length > 0);
  const isAlike = points.every(({ style }) => style === points[0]!.style);
  const isThrough = points.every(({ ordinal }, index) => ordinal === index + 1);
  const isAnew =
    groups.every((group) => group.every(({ ordinal }, index) => ordinal === index + 1)) &&
    groups.reduce((sum, { length }) => sum + length, 0) === points.length;
  return points.length >= 4 && groups.length >= 2 && isAlike && (isThrough || isAnew)
    ? points.map(({ heading }) => heading)
    : [];
}
