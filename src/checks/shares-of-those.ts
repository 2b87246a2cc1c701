import { holds } from '../ledger/claim';
import { healing } from '../ledger/evidence';
import type { Stated } from './check';
import { isSaid } from './korean-shares';
import { comparable, isOfChange, isPercent, type Quantity } from './quantity';
import { share } from './rate-claims';

/** `이 가운데 숲이 `, `Of these, `: what was just named, up to a part of it. */
const ofThoseBefore =
  /(?:(?:이|그)\s?(?:가운데|중)(?:에서)?\s|\b(?:[Oo]f|[Aa]mong) (?:these|those|them|this|whom|which),? )[^.;()（）]{0,40}$/;

/**
 * Shares of what was just named, in a bracket or told of the part:
 *
 *     The city has 64,200 residents. Of these, 22,470 (35%) live …
 *     2,480ha가 훼손되었고, 이 가운데 숲이 1,600ha로 64.5%를 차지한다
 *
 * The whole is the figure of its kind before; of several the one that bears the share out, else, where words and no
 * bracket tell it, the one right before if a slip of the pen would let it.
 */
export function* sharesOfThose(
  text: string,
  quantities: readonly Quantity[],
  percents: readonly Quantity[],
): Iterable<Stated> {
  for (const rate of percents) {
    const part = quantities[quantities.indexOf(rate) - 1];
    if (part === undefined || part.bound || isPercent(part) || isOfChange(rate)) continue;
    const isBracketed = isInBracket(text, part, rate);
    if (!isBracketed && !isToldOf(text, part, rate)) continue;
    const lead = ofThoseBefore.exec(text.slice(Math.max(0, part.start - 60), part.start))?.[0];
    if (lead === undefined) continue;
    const from = part.start - lead.length;
    if (quantities.some(({ start }) => start >= from && start < part.start)) continue;
    const wholes = quantities.filter(
      (one) => one.end <= from && !isPercent(one) && comparable(one, part) && one.term.value.gt(part.term.value),
    );
    const claims = wholes.filter(({ bound }) => !bound).map((whole) => share(rate.term, part.term, whole.term));
    const meant = claims.find(({ equation }) => holds(equation)) ?? (wholes.length === 1 ? claims[0] : undefined);
    if (meant !== undefined) yield meant;
    else if (!isBracketed) yield* ofNearest(wholes, claims, from);
  }
}

/** The share of the last of several figures, which stands right before the words; only where a slip explains why it fails. */
function* ofNearest(wholes: readonly Quantity[], claims: readonly Stated[], from: number): Iterable<Stated> {
  const [nearest, claim] = [wholes.at(-1), claims.at(-1)];
  if (nearest === undefined || claim === undefined || nearest.bound || from - nearest.end > 24) return;
  if (healing(claim.equation) !== null) yield claim;
}

const isInBracket = (text: string, part: Quantity, rate: Quantity): boolean =>
  /^(?: [a-z]+){0,2}\s?[(（](?:약\s)?$/.test(text.slice(part.end, rate.start)) &&
  /^\s?[)）]/.test(text.slice(rate.end));

const isToldOf = (text: string, part: Quantity, rate: Quantity): boolean =>
  /^(?:으로|로),?\s(?:약\s)?$/.test(text.slice(part.end, rate.start)) &&
  isSaid.test(text.slice(rate.end, rate.end + 8));
