import Big from 'big.js';
import { once } from '../text/once';
import { byStart, type Span } from '../text/span';
import { mayRest, rests, type Steps } from '../text/steps';
import { holds, holdsWith, solved, solvedExactly, termsOf, type Equation, type Part } from './claim';
import { common, meets, middle, type Interval } from './interval';
import { leavesOutDecimal, meantValues, powerOfTen, significantDigits, slipFrom, type Slip } from './slip';
import { placeOf, type Term } from './term';

/** A claim as a check makes it. */
export interface Claim {
  /** The check that makes it. */
  readonly code: string;
  readonly equation: Equation;
}

/** One fault: the claims that fail because of it, and the single changes that would heal them all. */
export interface Diagnosis<C extends Claim> {
  /** In the order in which the claims were given. */
  readonly failing: readonly C[];
  /** Where the fault is taken to be: the term of the best remedy, or the stated result of the first failing claim. */
  readonly culprit: Term;
  /** Best first; none where no single change explains the fault. */
  readonly remedies: readonly Remedy[];
  /** A wrong unit line: every cell under it is wrong by the same power of ten. */
  readonly unitLine: { readonly span: Span; readonly power: number } | null;
}

/** One figure changed. */
export interface Remedy {
  readonly term: Term;
  readonly value: Big;
  /** `sign`: the same digits with the other sign. */
  readonly slip: Slip | 'sign' | null;
  /** How many claims that hold today would fail afterwards. */
  readonly breaks: number;
  /** Whether the printed digits of the others make the value, and no rounding of theirs. */
  readonly exact: boolean;
}

/**
 * Finds the faults behind the claims that fail. Claims that share figures are looked at together: the figure whose
 * change heals most of them and breaks none that hold is at fault. One wrong cell thus gives one diagnosis, not one for
 * its column, its row, its growth rate and the sentence that quotes it.
 */
export function* diagnose<C extends Claim>(claims: readonly C[]): Steps<Diagnosis<C>[]> {
  const sound: C[] = [];
  const failing: C[] = [];
  for (const [at, claim] of claims.entries()) {
    (holds(claim.equation) ? sound : failing).push(claim);
    if (mayRest(at)) yield;
  }
  if (failing.length === 0) return [];

  const soundAt = new Map<string, C[]>();
  for (const claim of sound) for (const place of placesOf(claim)) push(soundAt, place, claim);

  yield;
  const found: Diagnosis<C>[] = [];
  const units = wrongUnitLines(failing, sound);
  for (const unit of units) found.push(unit);
  const told = new Set(units.flatMap((unit) => unit.failing));
  for (const component of yield* connected(failing.filter((claim) => !told.has(claim)))) {
    const known = new Map<string, Candidate<C> | null>();
    let rest = component;
    while (rest.length > 0) {
      yield;
      const next = best(rest, soundAt, known);
      found.push(next);
      const told = new Set(next.failing);
      for (const claim of told) for (const place of placesOf(claim)) known.delete(place);
      // What two claims find at fault explains that a third with it fails, though that wants another value.
      const spoiled = told.size >= 2 && next.remedies.length > 0 ? placeOf(next.culprit) : null;
      rest = rest.filter((claim) => !told.has(claim) && (spoiled === null || !placesOf(claim).includes(spoiled)));
    }
  }
  return found.sort((a, b) => byStart(a.culprit, b.culprit));
}

/** What changing one figure would do. */
interface Candidate<C extends Claim> {
  readonly explained: readonly C[];
  readonly remedies: readonly Remedy[];
  readonly score: number;
}

/** The single change that explains most of the failing claims. `known` keeps what is worked out of each figure. */
function best<C extends Claim>(
  failing: readonly C[],
  soundAt: ReadonlyMap<string, readonly C[]>,
  known: Map<string, Candidate<C> | null>,
): Diagnosis<C> {
  const failingAt = new Map<string, { term: Term; claims: C[] }>();
  for (const claim of failing) {
    for (const term of termsOf(claim.equation)) {
      const place = placeOf(term);
      const here = failingAt.get(place);
      if (here === undefined) failingAt.set(place, { term, claims: [claim] });
      else if (here.claims.at(-1) !== claim) here.claims.push(claim);
    }
  }
  let top: { explained: readonly C[]; remedies: Remedy[]; score: number } | null = null;
  for (const [place, { term, claims }] of failingAt) {
    let candidate = known.get(place);
    if (candidate === undefined) known.set(place, (candidate = candidateAt(place, term, claims, soundAt)));
    if (candidate === null) continue;
    const { explained, remedies, score } = candidate;
    if (top === null || score > top.score) top = { explained, remedies: [...remedies], score };
    else if (score === top.score && sameClaims(explained, top.explained)) top.remedies.push(...remedies);
  }
  if (top === null) {
    // No figure can be worked out from the others: each claim stands for itself.
    const claim = failing[0]!;
    return { failing: [claim], culprit: termsOf(claim.equation)[0]!, remedies: [], unitLine: null };
  }
  const stated = placeOf(termsOf(top.explained[0]!.equation)[0]!);
  const isSum = top.explained[0]!.equation.kind === 'sum';
  const explained = top.explained;
  const solvable = new Set(top.remedies.filter(({ exact }) => exact).map(({ term }) => placeOf(term)));
  const likeliness = (remedy: Remedy): number =>
    rank(remedy, stated, isSum) + (isOddScale(remedy, explained) ? 30 : 0) + inexactness(remedy, explained, solvable);
  const remedies = top.remedies.sort((a, b) => likeliness(a) - likeliness(b));
  const culprit = remedies[0]!.term;
  return { failing: top.explained, culprit, remedies, unitLine: null };
}

function candidateAt<C extends Claim>(
  place: string,
  term: Term,
  failing: readonly C[],
  soundAt: ReadonlyMap<string, readonly C[]>,
): Candidate<C> | null {
  const { explained, allowed } = mostExplained(failing, place);
  if (allowed === null) return null;
  const remedies = remediesOf(term, explained, allowed, soundAt.get(place) ?? []);
  if (remedies.length === 0) return null;
  return { explained, remedies, score: explained.length - Math.min(...remedies.map((remedy) => remedy.breaks)) };
}

/** Of the failing claims with a term at `place` those that one value of it would heal together; as many as can be. */
function mostExplained<C extends Claim>(
  failing: readonly C[],
  place: string,
): { explained: readonly C[]; allowed: Interval | null } {
  const wanted = failing.flatMap((claim) => {
    const interval = solved(claim.equation, place);
    return interval === null ? [] : [{ claim, interval }];
  });
  let top: { explained: readonly C[]; allowed: Interval | null } = { explained: [], allowed: null };
  for (const seed of wanted) {
    let allowed: Interval = seed.interval;
    const explained: C[] = [];
    for (const { claim, interval } of wanted) {
      const both = common(allowed, interval);
      if (both === null) continue;
      allowed = both;
      explained.push(claim);
    }
    if (explained.length > top.explained.length) top = { explained, allowed };
  }
  return top;
}

const longSum = 200;

function remediesOf<C extends Claim>(
  term: Term,
  explained: readonly C[],
  allowed: Interval,
  sound: readonly C[],
): Remedy[] {
  const place = placeOf(term);
  const values: Big[] = [];
  const add = (value: Big): void => {
    if (!values.some((other) => other.eq(value))) values.push(value);
  };
  for (const { equation } of explained) {
    const isRate = equation.kind === 'ratio';
    // A rate is worked out from the printed figures; a figure is not, from a rate that was rounded.
    if (isRate && placeOf(equation.result) !== place) continue;
    const exact = solvedExactly(equation, place);
    if (isRate) {
      const rounded = exact === null ? null : roundedTo(exact, term);
      if (rounded !== null && inside(rounded, allowed)) add(rounded);
      continue;
    }
    if (exact === null || !inside(exact, allowed)) continue;
    // A product is stated as round as it was: `£120 million` for 22,000 homes at £5,450.
    const isProduct = equation.kind === 'product' && placeOf(equation.result) === place;
    add(isProduct ? (roundedTo(exact, term) ?? exact) : exact);
  }
  const exact = [...values];
  const isResult = explained.some((claim) => placeOf(termsOf(claim.equation)[0]!) === place);
  if (values.length === 0 && isResult) {
    const rounded = roundedTo(middle(allowed), term);
    if (rounded !== null) add(rounded);
  }
  // In a column of hundreds any cell could have slipped: there only the value that makes the sum to the digit is tried.
  if (!explained.some(({ equation }) => equation.kind === 'sum' && equation.parts.length > longSum))
    for (const value of meantValues(term)) if (inside(value, allowed)) add(value);
  // `1조원` for 1,000억원: a nought that only a rate beside it brings to light.
  if (explained.some(({ equation }) => equation.kind === 'ratio' && placeOf(equation.result) !== place))
    for (const value of [term.value.times(10), term.value.div(10)]) if (inside(value, allowed)) add(value);
  return values
    .filter((value) => !value.eq(term.value) && !value.eq(0))
    .filter(
      (value) =>
        value.gt(0) === term.value.gt(0) ||
        (isOpposite(term, value) && (explained.length >= 2 || explained.every((claim) => isRateOf(claim, place)))),
    )
    .filter((value) => inside(value, allowed) || explained.every((claim) => holdsWith(claim.equation, place, value)))
    .map((value) => ({
      term,
      value,
      slip: isOpposite(term, value) ? 'sign' : (slipFrom(term, value) ?? finerSlip(term, value, explained)),
      exact: exact.includes(value),
      breaks: sound.filter((claim) => !holdsWith(claim.equation, place, value)).length,
    }));
}

/** `2.5` beside `1.65` for 2.05: a digit left out of a figure that was written as finely as another part of its sum. */
const finerSlip = (term: Term, value: Big, explained: readonly Claim[]): Slip | null =>
  leavesOutDecimal(term, value) &&
  explained.some(({ equation }) => equation.kind === 'sum' && finestStep(equation.parts).lt(stepOf(term)))
    ? 'digit'
    : null;

const stepOf = ({ numeral }: Term): Big => new Big(numeral.step).abs();

/** The step of the part that is written most finely; a sum may have thousands of parts, each of which asks for it. */
const finestStep = once((parts: readonly Part[]): Big =>
  parts.map(({ term }) => stepOf(term)).reduce((finest, step) => (step.lt(finest) ? step : finest)),
);

/** `6.7` for a fall of 6.7 %: a rate is the opposite of what its figures make only where its sign was lost. */
const isRateOf = ({ equation }: Claim, place: string): boolean =>
  equation.kind === 'ratio' && placeOf(equation.result) === place;

/** `16,100` where its row and its column both want −16,100: a sign was lost. */
const isOpposite = (term: Term, value: Big): boolean => value.eq(term.value.times(-1));

/** Lower is likelier. */
function rank(remedy: Remedy, stated: string, isSum: boolean): number {
  const isStated = placeOf(remedy.term) === stated;
  // The total that the parts give is always worth offering; a part is taken for the culprit where a slip explains it.
  if (remedy.slip === null) return remedy.breaks * 1000 + (isStated ? (isSum ? 25 : 40) : isSum ? 50 : 55);
  return (
    remedy.breaks * 1000 + { scale: 0, swap: 5, digit: 20, nought: 20, sign: 30 }[remedy.slip] + (isStated ? 0 : 10)
  );
}

/** Another digit of a total, which only the rounding of its parts allows, comes behind a part that makes the sum to the digit. */
function inexactness(
  { exact, slip, term }: Remedy,
  explained: readonly Claim[],
  solvable: ReadonlySet<string>,
): number {
  if (exact) return 0;
  const isOfSum = explained.every(({ equation: { kind } }) => kind === 'sum' || kind === 'whole');
  return slip === 'digit' && isOfSum && solvable.has(placeOf(term)) ? 11 : 1;
}

/** Another scale word for a part of a sum whose fellows all have the one that it has: nobody mistakes it there. */
const isOddScale = ({ slip, term }: Remedy, explained: readonly Claim[]): boolean =>
  slip === 'scale' &&
  term.numeral.scale !== null &&
  explained.every(
    ({ equation }) =>
      equation.kind === 'sum' &&
      equation.parts.length >= 3 &&
      equation.total.value.gte(term.value) &&
      equation.parts.some((part) => placeOf(part.term) === placeOf(term)) &&
      equation.parts.every(
        (part) => part.term.numeral.scale === term.numeral.scale || part.term.numeral.scale === null,
      ),
  );

/** Unit lines under which two cells or more differ from what is said elsewhere by one and the same power of ten. */
function wrongUnitLines<C extends Claim>(failing: readonly C[], sound: readonly C[]): Diagnosis<C>[] {
  const groups = new Map<string, { span: Span; power: number; claims: C[]; cells: Set<string>; term: Term }>();
  for (const claim of failing) {
    if (claim.equation.kind !== 'equal') continue;
    const { left, right } = claim.equation;
    for (const [cell, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const span = cell.unitLine;
      if (!span || cell.value.eq(0) || sameSpan(span, other.unitLine)) continue;
      const power = powerOfTen(other.value.div(cell.value));
      if (power === null || power === 0) continue;
      const key = `${span.start}/${power}`;
      const group = groups.get(key) ?? { span, power, claims: [], cells: new Set(), term: cell };
      group.claims.push(claim);
      group.cells.add(placeOf(cell));
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .filter(({ span, cells }) => cells.size >= 2 && !sound.some((claim) => confirms(claim, span)))
    .map(({ span, power, claims, term }) => ({
      failing: claims,
      culprit: term,
      remedies: [],
      unitLine: { span, power },
    }));
}

/**
 * Whether the claim finds a cell under the unit line equal to a figure elsewhere, to the digit or to two digits: `about 2
 * billion` is what many cells come to by chance.
 */
function confirms(claim: Claim, unitLine: Span): boolean {
  if (claim.equation.kind !== 'equal') return false;
  const { left, right } = claim.equation;
  const isTelling = [left, right].every(({ numeral }) => significantDigits(numeral.digits) >= 2);
  if (!isTelling && !left.value.eq(right.value)) return false;
  return sameSpan(unitLine, left.unitLine) !== sameSpan(unitLine, right.unitLine);
}

/** Claims that hang together by the figures that they share. */
function* connected<C extends Claim>(claims: readonly C[]): Steps<C[][]> {
  const home = new Map<string, C[]>();
  const components = new Set<C[]>();
  const rest = rests();
  for (const claim of claims) {
    if (rest()) yield;
    let own: C[] = [claim];
    components.add(own);
    for (const place of placesOf(claim)) {
      const other = home.get(place);
      if (other === undefined || other === own) continue;
      const [big, small] = other.length >= own.length ? [other, own] : [own, other];
      big.push(...small);
      components.delete(small);
      for (const moved of small) for (const at of placesOf(moved)) home.set(at, big);
      own = big;
    }
    for (const place of placesOf(claim)) home.set(place, own);
  }
  const order = new Map(claims.map((claim, index) => [claim, index]));
  return [...components].map((component) => component.sort((a, b) => order.get(a)! - order.get(b)!));
}

const placesOf = (claim: Claim): string[] => termsOf(claim.equation).map(placeOf);

const inside = (value: Big, interval: Interval): boolean => meets({ low: value, high: value }, interval);

const sameSpan = (a: Span, b: Span | null | undefined): boolean => !!b && a.start === b.start && a.end === b.end;

const sameClaims = <C>(a: readonly C[], b: readonly C[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

/** In the precision in which the term is written; null where that would be nothing. */
function roundedTo(value: Big, term: Term): Big | null {
  const step = new Big(term.numeral.step).abs();
  if (step.eq(0)) return null;
  const rounded = value.div(step).round(0, Big.roundHalfUp).times(step);
  return rounded.eq(0) ? null : rounded;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
