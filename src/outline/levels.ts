import type { Steps } from '../text/steps';
import { isCapitals } from './head';
import { genericHeading, type Part } from './part';
import { usage } from './usage';
import { sectionRank } from './words';

/**
 * The level of each part: a number that is smaller for what contains and larger for what is contained. It is the
 * document that decides. Markdown's heading depths come first; below and beside them each pair of series is weighed:
 * which begins first, which restarts within the other, which is set further in, what their labels and signs are used for
 * elsewhere.
 */
export function* levelsOf(parts: readonly Part[]): Steps<number[]> {
  const series = new Map<string, number[]>();
  parts.forEach((part, index) => {
    const members = series.get(part.series);
    if (members) members.push(index);
    else series.set(part.series, [index]);
  });
  const free = [...series].filter(([, members]) => parts[members[0]!]!.depth === 0).map(([key]) => key);
  yield;
  const order = yield* ranked(free.filter((key) => key !== genericHeading).slice(0, 40), series, parts);
  if (series.has(genericHeading)) alignGeneric(order, series, parts);
  const level = new Map<string, number>();
  for (const [key, members] of series) {
    const part = parts[members[0]!]!;
    level.set(key, part.depth > 0 ? part.depth * 10 + within(key, part, series, parts) : (order.get(key) ?? 900));
  }
  return parts.map((part) => level.get(part.series)!);
}

/** `Notes`, `Next steps`: headings that any document has stand beside its highest parts, wherever they come. */
function alignGeneric(
  order: Map<string, number>,
  series: ReadonlyMap<string, readonly number[]>,
  parts: readonly Part[],
): void {
  const high = [...order].filter(([key]) => {
    const { marker } = parts[series.get(key)![0]!]!;
    return marker === null || (marker.style === 'label' && marker.hint !== 'section') || marker.style === 'bare';
  });
  order.set(genericHeading, high.length === 0 ? 100 : Math.min(...high.map(([, level]) => level)));
}

/** Series that share a heading depth because the writer used one depth for all: `## Goal 1` and `## Task 1.1`. */
function within(
  key: string,
  part: Part,
  series: ReadonlyMap<string, readonly number[]>,
  parts: readonly Part[],
): number {
  const { marker, depth } = part;
  if (marker === null) return 0;
  const path = Math.min(marker.path.length, 4) - 1;
  const others = [...series].filter(([other, members]) => other !== key && parts[members[0]!]!.depth === depth);
  const below = others.some(([other, members]) => {
    const above = parts[members[0]!]!.marker;
    if (above === null) return false;
    if (marker.style !== 'label') return path > 0 && above.path.length <= path && above.style === marker.style;
    return (
      above.style === 'label' &&
      hintRank(above.hint) < hintRank(marker.hint) &&
      begins(series, other) < begins(series, key)
    );
  });
  return below ? Math.max(path, 3) : 0;
}

const begins = (series: ReadonlyMap<string, readonly number[]>, key: string): number => series.get(key)![0]!;

const hintRank = (hint: string | null): number =>
  ({ section: 0, strategy: 1, task: 2, measure: 3 })[hint ?? 'task'] ?? 2;

/** 100, 110, 120 … from the highest; series between which nothing decides share a level. */
function* ranked(
  keys: readonly string[],
  series: ReadonlyMap<string, readonly number[]>,
  parts: readonly Part[],
): Steps<Map<string, number>> {
  const wins = new Map(keys.map((key) => [key, 0]));
  const equal = new Map<string, string>();
  for (let i = 0; i < keys.length; i++) {
    yield;
    for (let j = i + 1; j < keys.length; j++) {
      const [a, b] = [keys[i]!, keys[j]!];
      const weight = above(series.get(a)!, series.get(b)!, parts);
      if (weight === 0) equal.set(b, a);
      const winner = weight > 0 ? a : b;
      if (weight !== 0) wins.set(winner, wins.get(winner)! + 1);
    }
  }
  const order = [...keys].sort((a, b) => wins.get(b)! - wins.get(a)!);
  const result = new Map<string, number>();
  order.forEach((key, place) => result.set(key, 100 + place * 10));
  for (const [key, same] of equal) result.set(key, Math.min(result.get(key)!, result.get(same)!));
  return result;
}

/** Positive where the first series stands above the second, negative where it stands below, 0 where they are equals. */
function above(a: readonly number[], b: readonly number[], parts: readonly Part[]): number {
  const [first, second] = [parts[a[0]!]!, parts[b[0]!]!];
  const custom = usage(second) - usage(first);
  const even = custom === 0 && first.marker?.style === second.marker?.style && first.indent === second.indent;
  // Labels of one rank are equals unless the members of one stand among those of the other: `Thrust 1`, `Strategy 1`.
  if (even && (first.marker?.style !== 'label' || (holds(a, b) === 0 && holds(b, a) === 0))) return 0;
  if (sameLook(a, b, parts)) return 0;
  let weight = Math.sign(custom) * Math.min(2, Math.abs(custom) / 10);
  weight += 2 * (restarts(b, a, parts) - restarts(a, b, parts));
  weight += 2 * (holds(a, b) - holds(b, a)) + (a[0]! < b[0]! ? 0.5 : -0.5);
  weight += 2 * (Number(encloses(a, b, parts)) - Number(encloses(b, a, parts)));
  weight += 4 * (Number(announces(a, b, parts)) - Number(announces(b, a, parts)));
  if (!first.heading && !second.heading) weight += clamp((middleIndent(b, parts) - middleIndent(a, parts)) / 2);
  else if (first.heading !== second.heading) weight += first.heading ? 1 : -1;
  const labels = hintRank(second.marker?.hint ?? null) - hintRank(first.marker?.hint ?? null);
  if (first.marker?.style === 'label' && second.marker?.style === 'label')
    weight += 3 * clamp(labels || sections(first, second));
  return weight === 0 ? 0.1 : weight;
}

/** Whether all of `b` stands between two members of `a`, of which the second goes on where the first stopped. */
function encloses(a: readonly number[], b: readonly number[], parts: readonly Part[]): boolean {
  if (b.length < 2) return false;
  const after = a.findIndex((index) => index > b[0]!);
  if (after < 1 || a[after]! < b.at(-1)!) return false;
  const [before, next] = [parts[a[after - 1]!]!.marker?.ordinal, parts[a[after]!]!.marker?.ordinal];
  return before !== undefined && before !== null && next === before + 1;
}

/** Whether a member of `a` says right before the first of `b` that its parts follow: `… are as follows:`. */
function announces(a: readonly number[], b: readonly number[], parts: readonly Part[]): boolean {
  const before = b[0]! - 1;
  return (
    before >= a[0]! &&
    parts[before]!.series === parts[a[0]!]!.series &&
    announcing.test(parts[before]!.title.slice(-40))
  );
}

const announcing = /(?:다음|아래)(?:과|와) 같(?:다|습니다)\.?$|\b(?:as follows|the following)[:.]?$/;

/** Positive where the first label names a larger section than the second: `제1장` over `제1절`. */
const sections = (first: Part, second: Part): number =>
  (sectionRank.get(second.marker?.label ?? '') ?? 0) - (sectionRank.get(first.marker?.label ?? '') ?? 0);

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

/** Headings in capitals are siblings whether numbered or not: `THRUST 3: …`, `WHAT HAPPENS NEXT`. */
function sameLook(a: readonly number[], b: readonly number[], parts: readonly Part[]): boolean {
  const [first, second] = [parts[a[0]!]!, parts[b[0]!]!];
  const [plain, numbered] = first.marker === null ? [first, b] : [second, a];
  if (plain.marker !== null || !isCapitals(plain.title) || (first.marker === null && second.marker === null))
    return false;
  return numbered.every((index) => parts[index]!.marker?.style === 'label' && isCapitals(parts[index]!.marker!.text));
}

/**
 * How much more often a member of `a` stands before a new beginning of the numbers of `b` than before its other members:
 * 1 where `b` begins again after each of `a` and never else, 0 where it is all one.
 */
function restarts(b: readonly number[], a: readonly number[], parts: readonly Part[]): number {
  const times = { again: 0, on: 0 };
  const after = { again: 0, on: 0 };
  let k = 0;
  for (let i = 1; i < b.length; i++) {
    const [before, here] = [parts[b[i - 1]!]!.marker?.ordinal ?? null, parts[b[i]!]!.marker?.ordinal ?? null];
    if (before === null || here === null) continue;
    const kind = here === 1 ? 'again' : 'on';
    times[kind]++;
    while (k < a.length && a[k]! < b[i - 1]!) k++;
    if (k < a.length && a[k]! < b[i]!) after[kind]++;
  }
  if (times.again === 0) return 0;
  return Math.max(0, after.again / times.again - (times.on === 0 ? 0 : after.on / times.on));
}

/** Share of the stretches between members of `a` that hold members of `b`. */
function holds(a: readonly number[], b: readonly number[]): number {
  if (a.length < 2) return 0;
  let held = 0;
  let k = 0;
  for (let i = 0; i < a.length - 1; i++) {
    while (k < b.length && b[k]! < a[i]!) k++;
    if (k < b.length && b[k]! < a[i + 1]!) held++;
  }
  return held / (a.length - 1);
}

function middleIndent(members: readonly number[], parts: readonly Part[]): number {
  const indents = members.map((index) => parts[index]!.indent).sort((a, b) => a - b);
  return indents[indents.length >> 1]!;
}
