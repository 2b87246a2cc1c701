import { ordinalsIn, type Hand, type Written } from '../edits/ordinal';
import { walkInSteps, type Node, type NodeKind } from '../outline/outline';
import type { PlanFacts } from '../plan';
import { sourceSpan } from '../text/reading';
import { gather } from '../text/gather';
import type { Span } from '../text/span';
import { once, onceInSteps } from '../text/once';
import { finish, mayRest, rests, type Steps } from '../text/steps';
import { slips, type Slip } from './sequence';

/** A member of a numbered series: where its marker stands, and the number in it. */
export interface Member extends Span {
  /** The marker as written: `Task 3`, `First`, `Ⅱ.`. */
  readonly marker: string;
  /** The number, with its span in the source; null for a closing word (`Lastly`). */
  readonly number: Written | null;
  /** What stands before the number in a dotted marker: `3.` of `3.2`. */
  readonly prefix: string;
  readonly node: Node | null;
}

/** Members that count on from one another, in the order of the document. */
export interface Series {
  readonly kind: NodeKind | 'caption' | 'item';
  readonly members: readonly Member[];
  readonly slips: readonly Slip[];
}

/** A marker and where it stands. */
export interface Marker extends Span {
  readonly text: string;
  readonly node: Node | null;
}

/**
 * The series of the outline: nodes of one kind and marker style. Whether a series runs through the whole plan or begins
 * anew under each parent is told from which of the two leaves fewer slips. The second language of a bilingual plan has
 * series of its own.
 */
export const outlineSeries = onceInSteps(function* (plan: PlanFacts): Steps<readonly Series[]> {
  const all: Series[] = [];
  const rest = rests();
  for (const byParent of yield* groupsOf(plan)) {
    const found = [...byParent.values()];
    for (const markers of found)
      for (const marker of markers) {
        ordinalsOf(marker); // which all of what follows asks for
        if (rest()) yield;
      }
    const groups = found.flatMap(restarts);
    const kind = groups[0]![0]!.node!.kind;
    const apart: Series[] = [];
    for (const group of groups) {
      const series = yield* seriesInSteps(kind, group);
      if (series !== null) apart.push(series);
    }
    const whole = groups.length > 1 ? yield* seriesInSteps(kind, groups.flat()) : null;
    yield;
    const late = groups.filter((group) => group.length === 1 && startsLate(group[0]!)).length;
    const runsThrough = whole !== null && cost([whole]) < cost(apart) + 1.5 * late && !dotted(whole);
    if (!runsThrough) {
      all.push(...apart);
      continue;
    }
    const halves: Series[] = [];
    for (const group of halvesOf(byParent)) {
      const series = yield* seriesInSteps(kind, group);
      if (series !== null) halves.push(series);
    }
    all.push(...(halves.length > 1 && cost(halves) < cost([whole]) ? halves : [whole]));
  }
  return all;
});

/**
 * The markers of one style by what stands two levels above: each half of a notice in two languages counts through its own
 * three areas.
 */
function halvesOf(byParent: ReadonlyMap<string, readonly Marker[]>): Iterable<Marker[]> {
  const found = new Map<string, Marker[]>();
  for (const [parent, markers] of byParent) {
    const above = parent.slice(0, Math.max(0, parent.lastIndexOf('.')));
    for (const marker of markers) gather(found, above, marker);
  }
  return found.values();
}

/** A part that stands alone under its parent and is not the first tells of a series that runs through. */
const startsLate = (marker: Marker): boolean => (ordinalsOf(marker)[0]?.value ?? 1) > 1;

/** Every reading of the number in a marker. */
const ordinalsOf: (marker: Marker) => readonly Written[] = once(({ text }) => ordinalsIn(text));

/** A group in which the count begins anew (1 2 3 1 2) is two: the parts are listed first and then treated one by one. */
function restarts(markers: readonly Marker[]): Marker[][] {
  const parts: Marker[][] = [];
  const valueAt = (index: number): number | undefined => {
    const marker = markers[index];
    return marker === undefined ? undefined : ordinalsOf(marker)[0]?.value;
  };
  for (const [index, marker] of markers.entries()) {
    const next = valueAt(index + 1);
    const ends = next === undefined && marker.node?.style !== 'label';
    const anew = index > 0 && valueAt(index) === 1 && (next === 2 || ends) && valueAt(index - 1) !== 1;
    if (index === 0 || anew) parts.push([marker]);
    else parts.at(-1)!.push(marker);
  }
  return parts;
}

/** A group that begins with a later number tells of a series that runs through, more than any other slip does. */
const cost = (list: readonly Series[]): number =>
  list.flatMap((series) => series.slips).reduce((sum, { kind }) => sum + (kind === 'start' ? 1.5 : 1), 0);

/** Numbers in digits under different prefixes (`1.1`, `2.1`) never run through. */
const dotted = (series: Series): boolean => new Set(series.members.map(({ prefix }) => prefix)).size > 1;

/**
 * Reads markers as one series: in the hand that most of them share and that leaves the fewest slips (`C.` may be the
 * third letter or a hundred). Null when fewer than two of them bear a number.
 */
export const toSeries = (kind: Series['kind'], markers: readonly Marker[]): Series | null =>
  finish(seriesInSteps(kind, markers));

function* seriesInSteps(kind: Series['kind'], markers: readonly Marker[]): Steps<Series | null> {
  const readings = markers.map(ordinalsOf);
  const hands = new Set(readings.flatMap((list) => list.map(({ hand }) => hand)));
  let best: Series | null = null;
  let most = 1;
  for (const hand of hands) {
    const members: Member[] = [];
    for (const [index, marker] of markers.entries()) {
      members.push(memberOf(marker, readings[index]!, hand));
      if (mayRest(index + 1)) yield;
    }
    const numbered = members.filter(({ number }) => number !== null);
    if (numbered.length < most || numbered.length < 2) continue;
    const series = { kind, members, slips: slips(values(members)) };
    if (best === null || numbered.length > most || series.slips.length < best.slips.length) best = series;
    most = numbered.length;
  }
  return best;
}

/** What each member says its number is; a closing word says what its place gives. */
export function values(members: readonly Member[]): number[] {
  const found: number[] = [];
  for (const { number } of members) found.push(number?.value ?? (found.at(-1) ?? 0) + 1);
  return found;
}

function memberOf(marker: Marker, readings: readonly Written[], hand: Hand): Member {
  const number = readings.find((written) => written.hand === hand);
  const prefix =
    number === undefined ? '' : (/(?:[0-9]+[.\-‐‑–])+$/.exec(marker.text.slice(0, number.start))?.[0] ?? '');
  return {
    start: marker.start,
    end: marker.end,
    marker: marker.text,
    number:
      number === undefined ? null : { ...number, start: marker.start + number.start, end: marker.start + number.end },
    prefix,
    node: marker.node,
  };
}

const isPlain = (kind: NodeKind): boolean => kind === 'section' || kind === 'measure';

/**
 * Markers of the outline by kind and style, and within these by parent, in order; doubtful parts are left out whole.
 * Sections and measures of one style are one group of siblings: `2. 살 곳` may hold parts where `1. 일터` does not.
 */
function* groupsOf(plan: PlanFacts): Steps<ReadonlyMap<string, Marker[]>[]> {
  const byStyle = new Map<string, Map<string, Marker[]>>();
  const kinds = new Map<string, NodeKind>();
  const doubtful = new Set<string>();
  const add = (style: string, parent: string, marker: Marker): void => {
    const parents = byStyle.get(style) ?? new Map<string, Marker[]>();
    byStyle.set(style, parents);
    const list = parents.get(parent) ?? [];
    parents.set(parent, list);
    list.push(marker);
  };
  yield* walkInSteps(plan.outline, (node, path) => {
    if (node.markerSpan === null || node.style === 'bullet' || node.style === 'bare') return;
    const parent = path.slice(0, -1).join('.');
    const text = plan.source.slice(node.markerSpan.start, node.markerSpan.end);
    const isAlike = isPlain(node.kind) && !/\d[.-]\d/.test(text);
    const siblings = `${parent}|${node.style ?? ''}|${isAlike ? '' : node.kind}`;
    const kind = kinds.get(siblings) ?? node.kind;
    kinds.set(siblings, kind);
    // `C.2` of an annex does not count on from `2.`, nor does `Action B1` from `Action A2`.
    const letter = /(?<![\p{L}\d])[A-Z](?=[.-]?\d)/u.exec(text)?.[0] ?? '';
    const style = `${kind}|${node.style ?? ''}${letter}|${path.length}`;
    if (node.doubtful) doubtful.add(style);
    add(style, parent, { text, node, ...node.markerSpan });
    const { twinMarker } = node;
    if (twinMarker !== undefined) {
      const { markerSpan } = twinMarker;
      add(`${style}|twin`, parent, { ...markerSpan, text: plan.source.slice(markerSpan.start, markerSpan.end), node });
    } else if (node.style === 'label') {
      const inner = innerLabel(plan, node);
      if (inner !== null) add(`${style}${innerMark}`, parent, { ...inner, node });
    }
  });
  for (const [style, parents] of byStyle)
    if (style.endsWith(innerMark) && !saysTheSame(parents, byStyle.get(style.slice(0, -innerMark.length))!))
      byStyle.delete(style);
  return [...byStyle].filter(([style]) => !doubtful.has(style)).map(([, parents]) => parents);
}

const innerMark = '|inner';

const sizeOf = (parents: ReadonlyMap<string, readonly Marker[]>): number =>
  [...parents.values()].reduce((sum, { length }) => sum + length, 0);

/** Whether all headings bear a second label, and all but one of these the number of the first: `| Goal 4` is another's. */
function saysTheSame(
  inner: ReadonlyMap<string, readonly Marker[]>,
  own: ReadonlyMap<string, readonly Marker[]>,
): boolean {
  const others = [...inner.values()]
    .flat()
    .filter(({ text, node }) => Number(/\d+$/.exec(text)?.[0]) !== node?.ordinal);
  return sizeOf(inner) === sizeOf(own) && sizeOf(inner) >= 3 && others.length <= 1;
}

/** `Task 5` of `과제 5 원도심 야행 | Task 5: Night walks`: the label that a heading bears once more in its second language. */
function innerLabel({ blocks, source }: PlanFacts, { blocks: [index], marker }: Node): Omit<Marker, 'node'> | null {
  const { reading } = blocks[index]!;
  const other = /[가-힣]/.test(marker ?? '') ? englishLabel : koreanLabel;
  const match = other.exec(reading.text.slice(0, 200));
  if (match === null) return null;
  const end = match.index + match[0].length;
  const span = sourceSpan(reading, end - match[1]!.length, end);
  return { ...span, text: source.slice(span.start, span.end) };
}

const englishLabel = /\s[|/／]\s([A-Z][a-z]{3,12} \d{1,2})(?=[.:)]|\s[–—-]\s|\s[A-Z])/;
const koreanLabel = /\s[|/／]\s([가-힣]{2,6} \d{1,2})(?=[.:)\s])/;
