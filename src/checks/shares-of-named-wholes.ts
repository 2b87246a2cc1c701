import { holds } from '../ledger/claim';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import { rests, type Steps } from '../text/steps';
import type { Stated } from './check';
import { type Passage, passages } from './passage';
import { comparable, isPercent, quantitiesIn, type Quantity } from './quantity';
import { share } from './rate-claims';
import { isSlipOfResult } from './unit-price';

/** What a whole is called: `총지출`, `총사업비`, `총면적`, `총 예산`. */
const wholeName = '총 ?[가-힣]{2,4}?';

/** `총지출은 `, `총사업비(`, `총예산: `, `총지출 규모는 `: the name right before its figure. */
const namesFigure = new RegExp(
  `(?<![가-힣])(${wholeName})(?: 규모)?(?:은|는|이|가|을|를)?\\s?[:：(（]?\\s?(?:총 |약 )?$`,
);

/** The figures that bear the name of a whole right before them, by that name without blanks. */
export const namedWholes = onceInSteps(function* (plan: PlanFacts): Steps<ReadonlyMap<string, readonly Quantity[]>> {
  const found = new Map<string, Quantity[]>();
  const rest = rests();
  for (const passage of passages(plan)) {
    if (rest()) yield;
    if (passage.cell !== null || !passage.text.includes('총')) continue;
    for (const one of quantitiesIn(passage)) {
      if (one.bound || isPercent(one)) continue;
      const name = namesFigure.exec(passage.text.slice(Math.max(0, one.start - 20), one.start))?.[1];
      if (name !== undefined) gather(found, name.replace(' ', ''), one);
    }
  }
  return found;
});

/** `8,460억원으로 총지출의 `, `8,460억원(총지출의 `: from the part to its share. */
const fromPart = new RegExp(
  `^(?:으로|로|이며|이고|인데)?(?:,\\s?|\\s?[(（]|\\s)(?:이는 |전체 )?(${wholeName})(?:의|에서| 대비| 중)\\s?(?:약 )?$`,
);

/** `총지출의 20.0%인 8,460억원`: from the share to its part, and what leads to the share. */
const toPart = /^(?:인|에 해당하는|에 이르는|를 차지하는)\s(?:약 )?$|^\s?[(（]$/;
const leadsToShare = new RegExp(`(?<![가-힣])(${wholeName})의\\s?(?:약 )?$`);

/**
 * `2027년도 총지출은 4조 2,300억원으로 …` and, in another line, `청년 사업을 모으면 8,460억원으로 총지출의 20.0%이다`: a part, its share and
 * the name of the whole. Of several figures of that name the one that bears the share out, else the only one of which a
 * slip of the pen would let it be the share.
 */
export function* sharesOfNamedWholes(
  passage: Passage,
  named: ReadonlyMap<string, readonly Quantity[]>,
): Iterable<Stated> {
  if (named.size === 0 || !passage.text.includes('총')) return;
  const quantities = quantitiesIn(passage);
  for (const [at, rate] of quantities.entries()) {
    if (!isPercent(rate) || rate.bound || rate.figure.unit !== 'percent' || rate.figure.direction !== null) continue;
    const pair = partOf(passage.text, rate, quantities[at - 1], quantities[at + 1]);
    if (pair === null) continue;
    const wholes = (named.get(pair.name) ?? []).filter(
      (one) => comparable(one, pair.part) && one.term.value.gt(pair.part.term.value),
    );
    const claims = wholes.map(({ term }) => share(rate.term, pair.part.term, term));
    const fits = claims.find(({ equation }) => holds(equation));
    if (fits !== undefined) yield fits;
    // `지난해 복지 예산은 1,240억원으로 총지출의 28.4%`: of a whole that may stand nowhere.
    else if (!/지난해|작년|전년/.test(passage.text.slice(Math.max(0, rate.start - 80), rate.start)))
      yield* slipped(rate.term, claims);
  }
}

/** The part that a share tells of, and the name of its whole; null where the words join none to it. */
function partOf(
  text: string,
  rate: Quantity,
  before: Quantity | undefined,
  after: Quantity | undefined,
): { readonly part: Quantity; readonly name: string } | null {
  const told = before === undefined ? undefined : fromPart.exec(text.slice(before.end, rate.start))?.[1];
  if (before !== undefined && told !== undefined && !before.bound && !isPercent(before))
    return { part: before, name: told.replace(' ', '') };
  const lead = leadsToShare.exec(text.slice(Math.max(0, rate.start - 20), rate.start))?.[1];
  if (lead === undefined || after === undefined || after.bound || isPercent(after)) return null;
  return toPart.test(text.slice(rate.end, after.start)) ? { part: after, name: lead.replace(' ', '') } : null;
}

function* slipped(rate: Term, claims: readonly Stated[]): Iterable<Stated> {
  const [only, another] = claims.filter((claim) => isSlipOfResult(claim, rate));
  if (only !== undefined && another === undefined) yield only;
}
