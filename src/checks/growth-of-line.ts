import { holds } from '../ledger/claim';
import type { PlanFacts } from '../plan';
import type { Stated } from './check';
import { differenceOf } from './differences';
import { passagesByBlock, type Passage } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn } from './quantity';
import { isSwapOfRate } from './later-growth';
import { growth, isTellingSlip } from './rate-claims';

const from = /^ (?:from|on|over|compared with|against) (?:the )?$/;

/** How many lines back what grows may stand. */
const reach = 6;

/**
 * A line of a list that tells growth and its base alone, and the line before that states what has grown:
 *
 *     - Budget for 2026: $214.6 million in total
 *       - Transit: $96.8 million
 *     - Growth: up 7.3% from $200.0 million in 2025
 *
 * Told where one of the amounts that open those lines bears the rate out, or where a swap of its digits would.
 */
export function* growthOfLine(plan: PlanFacts, passage: Passage): Iterable<Stated> {
  if (passage.block.kind !== 'item' || passage.block.language === 'ko') return;
  const quantities = quantitiesIn(passage);
  const [rate, base, more] = quantities;
  if (rate === undefined || base === undefined || more !== undefined || !isPercent(rate) || !isAmount(base)) return;
  if (rate.bound || base.bound || rate.figure.unit !== 'percent') return;
  const way = /(?:^|[\s:])(up|down|plus|minus|increase of|rise of|growth of|decrease of|fall of|cut of) $/i.exec(
    passage.text.slice(0, rate.start),
  )?.[1];
  if (way === undefined || !from.test(passage.text.slice(rate.end, base.start))) return;
  const direction = /^(?:up|plus|increase|rise|growth)/i.test(way) ? 'up' : 'down';
  const claims = linesBefore(plan, passage).flatMap((line): Stated[] => {
    const first = line.block.kind === 'heading' ? undefined : quantitiesIn(line).find(isAmount);
    if (first === undefined || first.bound || !comparable(first, base)) return [];
    return [growth(rate.term, first.term, base.term, direction)];
  });
  const slipped = claims.filter(({ equation }) => isSwapOfRate(equation, rate.term));
  const fits = claims.find(({ equation }) => holds(equation)) ?? (slipped.length === 1 ? slipped[0] : undefined);
  if (fits !== undefined) yield fits;
}

/** The lines right before a passage, in order; tables are none. */
function linesBefore(plan: PlanFacts, { index }: Passage): readonly Passage[] {
  const lines: Passage[] = [];
  for (let at = index - 1; at >= 0 && lines.length < reach; at--) {
    const [line] = passagesByBlock(plan)[at]!;
    if (line !== undefined && line.cell === null) lines.unshift(line);
  }
  return lines;
}

/**
 * `총 1,875억원` / `전년(1,500억원) 대비 375억원(25.0%) 증가`: what the line above states is set against an earlier figure. Said
 * only where the two bear the rate or the difference out, or a slip of the pen explains why they do not.
 */
export function* growthOfLineAbove(passage: Passage, above: Passage | null): Iterable<Stated> {
  const quantities = quantitiesIn(passage);
  if (above === null || quantities.length < 2 || quantities.length > 5) return;
  const said = quantitiesIn(above).filter((one) => !one.bound && !isPercent(one));
  const [from] = quantities;
  const to = said.filter((one) => comparable(one, from!));
  if (from!.bound || to.length !== 1) return;
  const rate = quantities.find((one) => isPercent(one) && !one.bound && one.figure.unit === 'percent');
  const gap = quantities.find((one) => one !== from && comparable(one, from!) && !one.bound);
  const claims: Stated[] = [];
  if (gap !== undefined) claims.push(differenceOf(gap.term, from!.term, to[0]!.term));
  if (rate !== undefined) claims.push(growth(rate.term, to[0]!.term, from!.term));
  // `… 186억 원` / `- 지난해 150억 원보다 24% 늘려`: a headline with one amount, and the line below it.
  const isHead = above.figures.filter(({ figure }) => figure.kind === 'amount').length === 1 && gap === undefined;
  const isDirect =
    rate !== undefined && /^\s?(?:보다|대비)\s(?:약\s)?$/.test(passage.text.slice(from!.end, rate.start));
  for (const claim of claims)
    if (claims.some(({ equation }) => holds(equation)) || isTellingSlip(claim) || (isHead && isDirect)) yield claim;
}
