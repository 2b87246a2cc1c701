import { eachNode, type Node, type NodeKind } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { mayRest, type InTurns } from '../text/steps';

/** An amount that stands in the brackets of a part's heading without the currency of its siblings. */
export interface BareHead extends Span {
  /** The digits and the scale word, as written. */
  readonly text: string;
  /** The sign or code that all siblings bear, with its space: `KRW `, `€`. */
  readonly sign: string;
}

const bracket =
  /\(((?:[A-Z]{1,3}[$€£¥₩₹]|[$€£¥₩₹]|[A-Z]{3}|[A-Z][A-Za-z]{1,2})? ?)(\d[\d,]*(?:\.\d+)? (?:thousand|million|billion|trillion|lakh|crore))\)/g;

/** `Task 2. Cold stores (384 billion)`, where the headings of the other tasks say `(KRW 310 billion)`: three or more. */
export function* bareHeads(plan: PlanFacts): InTurns<BareHead> {
  const levels = new Map<NodeKind, Node[]>();
  yield* eachNode(plan.outline, (node) => {
    if (node.kind === 'task' || node.kind === 'strategy') gather(levels, node.kind, node);
  });
  for (const nodes of levels.values()) {
    const heads = nodes.flatMap(({ heading }) => {
      const found = [...plan.source.slice(heading.start, heading.end).matchAll(bracket)];
      return found.length === 1 ? [{ match: found[0]!, start: heading.start }] : [];
    });
    const signs = new Set(heads.flatMap(({ match }) => (match[1]!.trim() === '' ? [] : [match[1]!])));
    const bare = heads.filter(({ match }) => match[1]!.trim() === '');
    const [sign] = signs;
    if (sign === undefined || signs.size > 1 || bare.length * 3 > heads.length || heads.length - bare.length < 2)
      continue;
    for (const [at, { match, start }] of bare.entries()) {
      if (mayRest(at + 1)) yield;
      const from = start + match.index + 1 + match[1]!.length;
      yield { start: from, end: from + match[2]!.length, text: match[2]!, sign };
    }
  }
}
