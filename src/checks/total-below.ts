import type { PlanFacts } from '../plan';
import type { Stated } from './check';
import { sameUnit, termOfFigure, type Valued } from './figure-term';
import type { Passage, Placed } from './passage';
import { claimOf, firstAmount } from './sum-claim';

const namesSum =
  /(?:합계|총액|총사업비|사업비 합계|총 사업비|합산액)[은는]?\s?(?:모두\s|총\s)?$|(?:합치면|합하면|더하면)\s(?:모두\s|총\s)?$|\b(?:together|in all|combined)[^.;:()]{0,24}\s$/i;

/** `주요 사업 5건의 합계는 2,582억원으로 …`, right below the list of them. */
export function* totalsBelow({ blocks }: PlanFacts, all: readonly Passage[]): Iterable<Stated> {
  for (const [at, passage] of all.entries()) {
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
