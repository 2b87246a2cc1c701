import type { PlanFacts } from '../plan';
import { mayRest, type InTurns } from '../text/steps';
import type { Stated } from './check';
import { sameUnit, termOfFigure, type Valued } from './figure-term';
import type { Passage, Placed } from './passage';
import { isDeeper } from './parent';
import { claimOf, firstAmount, statedAmounts } from './sum-claim';

const namesSum =
  /(?:합계|총액|총사업비|사업비 합계|총 사업비|합산액)[은는]?\s?(?:모두\s|총\s)?$|(?:합치면|합하면|더하면)\s(?:모두\s|총\s)?$|\b(?:together|in all|combined)[^.;:()]{0,24}\s$/i;

/** `주요 사업 5건의 합계는 2,582억원으로 …`, right below the list of them. */
export function* totalsBelow({ blocks }: PlanFacts, all: readonly Passage[]): InTurns<Stated> {
  for (const [at, passage] of all.entries()) {
    if (mayRest(at)) yield;
    yield* lastOfItems(all, at);
    if (blocks[passage.index]!.kind !== 'paragraph' || all[at - 1]?.block.kind !== 'item') continue;
    const total = firstAmount(passage);
    if (total === null || !namesSum.test(passage.text.slice(Math.max(0, total.start - 40), total.start))) continue;
    const items = itemsAbove(all, at);
    const amounts = items.flatMap((item) => firstAmount(item) ?? []);
    if (items.length < 3 || amounts.length !== items.length) continue;
    if (!amounts.every(({ figure }) => sameUnit(figure as Valued, total.figure as Valued))) continue;
    const terms = amounts.map(({ figure }: Placed) => termOfFigure(figure as Valued));
    const claim = claimOf(termOfFigure(total.figure as Valued), terms, 'stated');
    if (claim !== null) yield claim;
  }
}

/** The items right above that stand least deep, in order. */
function itemsAbove(all: readonly Passage[], at: number): Passage[] {
  const found: Passage[] = [];
  for (let i = at - 1; i >= 0 && all[i]!.block.kind === 'item'; i--) found.push(all[i]!);
  found.reverse();
  const depth = found.reduce((least, { block }) => Math.min(least, block.depth), Infinity);
  const top = found.filter(({ block }) => block.depth === depth);
  const isNumbered = /\d|[①-⑳가-하]/.test(top.at(-1)?.block.mark?.text ?? '');
  // The last list only: where the numbers begin anew, another begins.
  const first = top.findLastIndex(({ block }) => isNumbered && /^\(?(?:1|①|가)[.)]?$/.test(block.mark?.text ?? ''));
  return top.slice(Math.max(0, first));
}

/** `ㅇ 합계: 132억 4,000만원`, the last item of a list: what the items before it come to, each at its end or behind `=`. */
function* lastOfItems(all: readonly Passage[], at: number): Iterable<Stated> {
  const passage = all[at]!;
  if (passage.block.kind !== 'item' || !/^(?:합계|총계|계|Total|Sum)\s?[:：]?\s/.test(passage.text)) return;
  const [total, more] = statedAmounts(passage);
  if (total === undefined || more !== undefined || total.start > 16) return;
  const items: Passage[] = [];
  for (let i = at - 1; i >= 0 && all[i]!.block.kind === 'item' && !isDeeper(passage.block, all[i]!.block); i--)
    if (!isDeeper(all[i]!.block, passage.block)) items.unshift(all[i]!);
  const amounts = items.map(ownAmount);
  if (items.length < 2 || !amounts.every((one) => one !== null && sameUnit(one.figure, total.figure))) return;
  const claim = claimOf(
    termOfFigure(total.figure),
    amounts.map((one) => termOfFigure(one!.figure)),
    'stated',
  );
  if (claim !== null) yield claim;
}

/** The one amount of an item, or the one that its arithmetic ends in; null where that is not sure. */
function ownAmount(item: Passage): Placed<Valued> | null {
  const amounts = statedAmounts(item);
  const last = amounts.at(-1);
  if (last === undefined) return null;
  if (amounts.length === 1) return last.figure.kind === 'amount' && last.figure.per === null ? last : null;
  return /=\s?$/.test(item.text.slice(0, last.start)) ? last : null;
}
