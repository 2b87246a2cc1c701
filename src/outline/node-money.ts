import type { Amount } from '../figures/figure';
import type { Block } from '../text/block';
import { gather } from '../text/gather';
import { lastStartingBy, type Span } from '../text/span';
import { rests, type Steps } from '../text/steps';
import type { Node, Total } from './outline';
import { statedTotals, totalsOf } from './totals';

/**
 * The amounts to add up, by the language of the node that they are for: in a plan of two languages each amount is written
 * twice. A node has those of its own language; where one heading bears both, a paragraph that says the other again is
 * left out.
 */
export function* amountsFor(
  amounts: readonly Amount[],
  blocks: readonly Block[],
  isBilingual: boolean,
): Steps<(language: string) => readonly Amount[]> {
  if (!isBilingual) {
    const once = yield* saidOnce(amounts, blocks);
    return () => once;
  }
  const byLanguage = new Map<string, Amount[]>();
  for (const amount of amounts) {
    gather(byLanguage, blocks[amount.block]!.language, amount);
  }
  return (language) => byLanguage.get(language) ?? [];
}

/** Without the money of a block that repeats that of the block before it in another language, and names no other. */
function* saidOnce(amounts: readonly Amount[], blocks: readonly Block[]): Steps<readonly Amount[]> {
  const sums = new Map<number, Set<string>>();
  const rest = rests();
  for (const { block, value, currency } of amounts) {
    if (rest()) yield;
    const own = sums.get(block);
    if (own === undefined) sums.set(block, new Set([`${value} ${currency}`]));
    else own.add(`${value} ${currency}`);
  }
  const repeats = new Set<number>();
  for (const [block, own] of sums) {
    if (rest()) yield;
    const before = sums.get(block - 1);
    if (before === undefined || blocks[block]!.language === blocks[block - 1]!.language) continue;
    if ([...own].every((sum) => before.has(sum))) repeats.add(block);
  }
  return amounts.filter(({ block }) => !repeats.has(block));
}

/** Money of a node: what its heading states, else its own amounts and its children's totals together. */
export function totalsWithin(
  amounts: readonly Amount[],
  heading: Span,
  span: Span,
  children: readonly Node[],
  blocks: readonly Block[],
): Total[] {
  const first = lastStartingBy(amounts, span.start - 1) + 1;
  const own: Amount[] = [];
  let child = 0;
  for (let index = first; index < amounts.length && amounts[index]!.start < span.end; index++) {
    const amount = amounts[index]!;
    while (child < children.length && children[child]!.end <= amount.start) child++;
    const within = children[child];
    if (within === undefined || amount.start < within.start || isLine(within)) own.push(amount);
  }
  const inHeading = own.filter((amount) => amount.end <= heading.end);
  const stated = totalsOf(inHeading, blocks);
  if (stated.length > 0) return stated;
  const totals = inHeading.length === own.length ? stated : totalsOf(own, blocks);
  const below = children.flatMap((child) => (isLine(child) ? [] : child.totals));
  if (below.length === 0) return totals;
  const said = totals.length === 0 ? [] : statedTotals(own, blocks);
  const inner = below.filter((total) => !said.some((whole) => sameKind(whole, total)));
  if (inner.length === 0) return totals;
  const merged = new Map<string, Total>();
  // A node's own opening amount is the whole of which its children state the parts.
  for (const total of [...inner, ...totals.filter((it) => !inner.some((part) => sameKind(part, it)))]) {
    const key = `${total.currency ?? ''}|${total.period?.from ?? ''}|${total.period?.to ?? ''}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? total : { ...total, value: Math.round((before.value + total.value) * 1e4) / 1e4 },
    );
  }
  return [...merged.values()];
}

/** A line of a list: its amounts belong to what the list says. */
const isLine = ({ kind, blocks, children }: Node): boolean =>
  kind === 'measure' && blocks[0] === blocks[1] && children.length === 0;

const sameKind = (a: Total, b: Total): boolean =>
  a.currency === b.currency && a.period?.from === b.period?.from && a.period?.to === b.period?.to;
