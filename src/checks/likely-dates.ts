import type { DateFigure } from '../figures/figure';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import type { InTurns } from '../text/steps';
import { isSlipOfDay } from './day-slip';
import { toldOf, type Told } from './days-told';
import { isOfEntries } from './event-words';
import { areNamedApart } from './said';

/**
 * Pairs of days that differ in the month or in the day alone, and that the same telling words go with: words that stand
 * with these two days and with no third. Nothing else joins them, so that they are worth a look and no more.
 */
export function* likelyOneEvent(plan: PlanFacts): InTurns<[DateFigure, DateFigure]> {
  const all = yield* toldOf(plan);
  const byWord = new Map<string, Told[]>();
  for (const told of all) for (const word of new Set([...told.words, ...told.topic])) gather(byWord, word, told);
  const tells = new Map<Told, Map<Told, string[]>>();
  for (const [word, having] of byWord) {
    yield undefined;
    for (const [a, b] of pairsToldBy(having)) {
      if (!a.words.has(word) && !b.words.has(word)) continue;
      const own = tells.get(a) ?? new Map<Told, string[]>();
      tells.set(a, own);
      own.set(b, [...(own.get(b) ?? []), word]);
    }
  }
  const found: [Told, Told][] = [];
  for (const [a, others] of tells) {
    yield undefined;
    for (const [b, words] of others)
      if (isOneEvent(a, b, words) && !isSettled(all, a, b) && !haveOthers(all, a, b)) found.push([a, b]);
  }
  const nearest = found.filter((pair) => !found.some((other) => areOfOnePlaces(pair, other) && gap(other) < gap(pair)));
  // A day that goes with two others is told apart from one of them by something that is not seen here.
  const others = new Map<string, Set<string>>();
  for (const [a, b] of nearest)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      others.set(one.place, (others.get(one.place) ?? new Set()).add(other.figure.to!));
  for (const [{ place: one, figure: a }, { place: other, figure: b }] of nearest)
    if (others.get(one)!.size === 1 && others.get(other)!.size === 1) yield a.start < b.start ? [a, b] : [b, a];
}

/** Two pairs between the same sentences: each end of a stretch and the day. */
const areOfOnePlaces = ([a, b]: readonly [Told, Told], [c, d]: readonly [Told, Told]): boolean =>
  (a.place === c.place && b.place === d.place) || (a.place === d.place && b.place === c.place);

/** How many days lie between the two. */
const gap = ([a, b]: readonly [Told, Told]): number =>
  Math.abs(Date.parse(a.figure.to!) - Date.parse(b.figure.to!)) / 86_400_000;

/** Pairs of days among those that have a word, where each place has the one day or the other, and one stands alone. */
function pairsToldBy(having: readonly Told[]): [Told, Told][] {
  if (having.length < 2 || having.length > 10) return [];
  const found: [Told, Told][] = [];
  for (const [at, a] of having.entries())
    for (const b of having.slice(at + 1)) {
      if (a.place === b.place || !isSlipOfDay(a.figure, b.figure)) continue;
      const [one, other] = [placesWith(having, a.figure), placesWith(having, b.figure)];
      const isSplit = having.every(
        (told) => one.has(told.place) !== other.has(told.place) || isOfOtherYear(told, a, b),
      );
      if (isSplit && Math.min(one.size, other.size) === 1) found.push([a, b]);
    }
  return found;
}

const placesWith = (having: readonly Told[], { to }: DateFigure): ReadonlySet<string> =>
  new Set(having.filter(({ figure }) => figure.to === to).map(({ place }) => place));

/** `Last year's festival, in September 2025`: another round. */
const isOfOtherYear = ({ figure }: Told, a: Told, b: Told): boolean =>
  [a, b].every((one) => one.figure.to!.slice(0, 4) !== figure.to!.slice(0, 4));

/** Beside the one, the day of the other is named too: it tells of both. */
const isSettled = (all: readonly Told[], a: Told, b: Told): boolean =>
  all.some(
    (one) =>
      (areBeside(one, a) && one.figure.to === b.figure.to) || (areBeside(one, b) && one.figure.to === a.figure.to),
  );

/** One of them has far more words in common with another place that has its own day. */
const haveOthers = (all: readonly Told[], a: Told, b: Told): boolean =>
  [a, b].some((one) =>
    all.some(
      (other) =>
        other.place !== one.place && other.figure.to === one.figure.to && common(one, other) >= common(a, b) + 2,
    ),
  );

const common = ({ words: a }: Told, { words: b }: Told): number => [...a].filter((word) => b.has(word)).length;

const areBeside = (a: Told, b: Told): boolean => a.place === b.place || (!a.isLine && !b.isLine && a.block === b.block);

function isOneEvent(a: Told, b: Told, telling: readonly string[]): boolean {
  if ((a.isLine && b.isLine) || areDisjoint(a.marks, b.marks) || areSeveral(a, b) || areOtherKinds(a, b)) return false;
  if (isWithin(a, b) || isWithin(b, a) || areNamedApart(a.said, b.said)) return false;
  const isSameKind = shares(kindsOf(a), kindsOf(b));
  if (!a.isLine && !b.isLine) {
    if (isSameKind) return telling.length >= 2 || (a.block !== b.block && telling[0]!.length >= 3);
    // `The evaluation of the gate on 9 March` is no day on which the gate is handed over.
    return telling.length >= 2 && (isAllSaidBy(a, b) || isAllSaidBy(b, a));
  }
  const [line, other] = a.isLine ? [a, b] : [b, a];
  // `Applications for the Big Ride close on …`, and a line `Big Ride`: that is what they are for.
  if (isEntry(other) && !isEntry(line)) return false;
  const hits = [...line.words].filter((word) => other.words.has(word) || other.around().has(word)).length;
  const isWhole = hits === line.words.size && [...line.words].some((word) => word.length >= 5 || /[가-힣]/.test(word));
  return (hits >= 2 && hits * 5 >= line.words.size * 3) || (isWhole && isSameKind);
}

/** A day with no word of what happens, and no word that does not stand with the other. */
const isAllSaidBy = ({ kinds, words }: Told, other: Told): boolean =>
  kinds.size === 0 && [...words].every((word) => other.words.has(word));

const isEntry = ({ words }: Told): boolean => [...words].some((word) => isOfEntries(word));

/** `The second hearing`: another than the one that is told without a number. */
const areSeveral = (a: Told, b: Told): boolean => isAnother(a, b) || isAnother(b, a);

const isAnother = ({ marks }: Told, other: Told): boolean =>
  [...marks].some((mark) => another.test(mark) && !other.marks.has(mark));

const another = /^(?:second|third|fourth|fifth|next)$/;

/** Whether both say what happens, and not the same: what begins on the one day may end on the other. */
const areOtherKinds = (a: Told, b: Told): boolean =>
  areDisjoint(a.kinds, b.kinds) || areDisjoint(edgesOf(a), edgesOf(b));

const kindsOf = ({ kinds, edge }: Told): ReadonlySet<string> => (edge === null ? kinds : new Set([...kinds, edge]));

/** Whether something begins or ends on the day. */
const edgesOf = (told: Told): ReadonlySet<string> =>
  new Set([...kindsOf(told)].filter((kind) => kind === 'start' || kind === 'end'));

/** A day of a stretch on which it neither begins nor ends. */
const isWithin = (day: Told, { whole }: Told): boolean =>
  whole.parts.length === 2 &&
  edgesOf(day).size === 0 &&
  whole.from !== null &&
  whole.from <= day.figure.to! &&
  day.figure.to! <= whole.to!;

/** Whether both have some, and none is in both. */
const areDisjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && !shares(a, b);

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one));
