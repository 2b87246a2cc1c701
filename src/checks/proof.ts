import type Big from 'big.js';
import { downscaled, rescaled, rescaledUnit, rewritten, type Rewritten } from '../edits/rewrite';
import { solvedExactly, termsOf } from '../ledger/claim';
import { healing } from '../ledger/evidence';
import type { Diagnosis, Remedy } from '../ledger/diagnose';
import { powerOfTen } from '../ledger/slip';
import { placeOf, type Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { byStart, type Span } from '../text/span';
import type { Draft, Fix, Related, Translate } from './check';
import { inferring, laidOut } from './doubt';
import type { CheckedClaim } from './run';

/** More ways out than these are a list, not help. */
const mostFixes = 6;

/** A diagnosis in words: what fails, every figure that the arithmetic used, and the figures that would heal it. */
export function draftOf(diagnosis: Diagnosis<CheckedClaim>, { source }: PlanFacts, t: Translate): Draft {
  const { failing, remedies } = diagnosis;
  const first = failing[0]!;
  // Where words are at fault and not a figure (`14%` for 14 percentage points) the stated result is what is accused.
  const culprit = first.otherFixes === undefined ? diagnosis.culprit : termsOf(first.equation)[0]!;
  const severity = first.severity ?? (isDoubtful(diagnosis) ? 'info' : undefined);
  const place = diagnosis.unitLine?.span ?? culprit;
  return {
    start: place.start,
    end: place.end,
    message: first.says(t),
    ...(severity === undefined ? {} : { severity }),
    related: relatedOf(failing, diagnosis.unitLine === null ? culprit : null, t),
    fixes: withOnePreferred([
      ...failing.flatMap((claim) => claim.otherFixes?.(t) ?? []),
      ...unitLineFix(diagnosis.unitLine?.span, diagnosis.unitLine?.power, source, t),
      ...(diagnosis.unitLine === null ? failing.flatMap((claim) => unitOfCell(claim, source, t)) : []),
      ...fixesOf(remedies, source, t),
    ]),
    data: { equations: failing.map((claim) => claim.code) },
  };
}

/**
 * Whether a finding is worth a look and no more: no slip of the pen in any figure explains why its equations fail. Figures
 * that differ by anything else were perhaps never meant of each other, where nothing joins them beyond doubt.
 */
const isDoubtful = ({ failing, remedies, unitLine }: Diagnosis<CheckedClaim>): boolean =>
  unitLine === null &&
  failing.every(({ code, joined, otherFixes }) => inferring.has(code) && !joined && otherFixes === undefined) &&
  (remedies.every(({ slip }) => slip === null)
    ? failing.every((claim) => !laidOut.has(claim.code) || isFarOff(claim))
    : failing.every(isAnySlip));

/** `1,450 + 230 + 120 = 1,800; the total says 100`: what is far from what the others make is no total of theirs. */
const isFarOff = ({ equation }: CheckedClaim): boolean => {
  const [stated] = termsOf(equation);
  const made = stated === undefined ? null : solvedExactly(equation, placeOf(stated));
  return made === null || made.minus(stated!.value).abs().gt(stated!.value.abs().div(4));
};

/** How likely a slip may be to heal figures that have nothing to do with each other, and still explain something. */
const telling = 0.6;

/** `two a year × 5 years = 10; the total says 14`: small figures are a slip of the pen from nearly any others. */
const isAnySlip = ({ code, equation }: CheckedClaim): boolean =>
  code === 'multi-year-total' && equation.kind === 'product' && (healing(equation)?.chance ?? 0) >= telling;

/** `amount-scale` where the fault is a scale word or a unit line, else null. */
export function scaleCode({ remedies, unitLine, failing }: Diagnosis<CheckedClaim>): string | null {
  if (unitLine !== null) return 'amount-scale';
  const best = remedies[0];
  if (best === undefined || best.slip !== 'scale' || best.term.unitLine || best.term.numeral.scale === null)
    return null;
  return failing.some((claim) => claim.code === 'twin-amount') ? null : 'amount-scale';
}

function fixesOf(remedies: readonly Remedy[], source: string, t: Translate): Fix[] {
  const fixes: Fix[] = [];
  const seen = new Set<string>();
  for (const { term, value, slip, breaks } of remedies) {
    if (breaks > 0 && fixes.length > 0) continue;
    if (slip === 'scale' && term.unitLine) {
      const power = powerOfTen(value.div(term.value));
      fixes.push(...unitLineFix(term.unitLine, power ?? undefined, source, t));
    }
    for (const way of waysToWrite(term, value, slip, source)) {
      const key = `${way.edit.start}:${way.edit.newText}`;
      if (seen.has(key)) continue;
      seen.add(key);
      fixes.push({ title: t('Write {0}', way.mention), preferred: false, edits: [way.edit] });
    }
  }
  return fixes.slice(0, mostFixes);
}

/** A cell that is a power of ten off what is said elsewhere: its unit line may be wrong. */
function unitOfCell({ equation }: CheckedClaim, source: string, t: Translate): Fix[] {
  if (equation.kind !== 'equal') return [];
  const { left, right } = equation;
  return [
    [left, right],
    [right, left],
  ].flatMap(([cell, other]) =>
    cell!.unitLine && !other!.unitLine && !cell!.value.eq(0)
      ? unitLineFix(cell!.unitLine, powerOfTen(other!.value.div(cell!.value)) || undefined, source, t)
      : [],
  );
}

/** The unit line put right, where every figure under it is wrong by one power of ten. */
function unitLineFix(span: Span | undefined, power: number | undefined, source: string, t: Translate): Fix[] {
  const way = span === undefined || power === undefined ? null : rescaledUnit(source, span, power);
  return way === null ? [] : [{ title: t('Write {0}', way.mention), preferred: false, edits: [way.edit] }];
}

function waysToWrite(term: Term, value: Big, slip: Remedy['slip'], source: string): Rewritten[] {
  if (slip === 'sign') return withOtherSign(term, source);
  const power = slip === 'scale' || slip === 'nought' ? powerOfTen(value.div(term.value)) : null;
  const ways: (Rewritten | null)[] = [downscaled(term, value, source)];
  if (slip === 'nought') ways.push(rewritten(term, value, term.numeral.scale !== null));
  else if (power === null) ways.push(rewritten(term, value));
  // `0.4%` for 4.0%: where there is no word of scale the point has moved, and the decimals stay.
  else ways.push(rescaled(term, power, source), rewritten(term, value, term.numeral.scale !== null));
  return ways.filter((way) => way !== null);
}

const signs = /[△▲▽▼−–-](?=\s?\d)/;

/** `16,100` as `△16,100`, by the mark that the text has elsewhere; `△16,100` as `16,100`. */
function withOtherSign({ start, text, sign, numeral }: Term, source: string): Rewritten[] {
  const lead = source.slice(start, numeral.start);
  if (sign === -1)
    return signs.test(`${lead}0`) && !lead.includes('(')
      ? [{ edit: { start, end: numeral.start, newText: '' }, mention: text.slice(text.search(/\d/)) }]
      : [];
  const usual = /[가-힣]/.test(source) ? '△' : '−';
  const mark = /[△▲▽▼−](?=\s?\d)/.exec(source)?.[0] ?? usual;
  return [{ edit: { start: numeral.start, end: numeral.start, newText: mark }, mention: mark + text }];
}

function withOnePreferred(fixes: readonly Fix[]): Fix[] {
  return fixes.slice(0, mostFixes).map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** Every figure of the failing equations but the accused one, once, in order of start. */
function relatedOf(failing: readonly CheckedClaim[], culprit: Term | null, t: Translate): Related[] {
  const terms = new Map<string, Term>();
  for (const claim of failing) for (const term of termsOf(claim.equation)) terms.set(placeOf(term), term);
  if (culprit !== null) terms.delete(placeOf(culprit));
  return [...terms.values()]
    .sort(byStart)
    .map(({ start, end, text }) => ({ start, end, message: t('{0} stands here', text) }));
}
