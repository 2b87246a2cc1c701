import type { Block } from '../text/block';
import type { Steps } from '../text/steps';
import type { Part } from './part';

/**
 * Parts a numbered series in two where its list holds lists that are numbered in the same way: `1. (1. 2.) 2. (1. 2. 3.)`.
 * Indentation, headings and empty lines tell which is which; where a copy has lost them all, the numbers do, provided
 * that every one of them then fits. What stays in one series: lists one after the other, and wrong numbers.
 */
export function* splitNested(parts: readonly Part[], blocks: readonly Block[]): Steps<Part[]> {
  const series = new Map<string, number[]>();
  parts.forEach((part, index) => {
    if (!isCounted(part)) return;
    const members = series.get(part.series);
    if (members) members.push(index);
    else series.set(part.series, [index]);
  });
  const inner = new Set<number>();
  for (const members of series.values()) {
    yield;
    innerOf(members, parts, blocks).forEach((index) => inner.add(index));
  }
  yield;
  return parts.map((part, index) => (inner.has(index) ? { ...part, series: part.series + innerMark } : part));
}

/** Ends the key of a series that stands within one of the same look. */
export const innerMark = '/inner';

const isCounted = ({ marker, depth }: Part): boolean =>
  depth === 0 &&
  marker !== null &&
  marker.path.length === 1 &&
  ['decimal', 'roman', 'letter', 'hangul', 'circled'].includes(marker.style);

/** The members that stand within others; none where the series is one list, or lists one after the other. */
function innerOf(members: readonly number[], parts: readonly Part[], blocks: readonly Block[]): number[] {
  if (members.length < 4) return [];
  const whole = breaksOf(members, members, parts);
  if (whole === 0) return [];
  // `2. retire after 65`: the rest of a sentence, in a list whose members begin one.
  const small = members.filter((index) => /^[a-z]/.test(parts[index]!.title));
  if (small.length > 0 && small.length * 3 <= members.length) return small;
  const block = (index: number): Block => blocks[parts[index]!.block]!;
  const least = members.reduce((min, index) => Math.min(min, parts[index]!.indent), Infinity);
  const isOpen = (index: number): boolean => block(index).gap > 0 && (blocks[parts[index]!.block + 1]?.gap ?? 1) > 0;
  const looks: readonly ((index: number) => boolean)[] = [
    (index) => parts[index]!.indent > least + 1,
    (index) => block(index).kind !== 'heading',
    (index) => !isOpen(index),
  ];
  for (const isInner of looks) {
    const inner = members.filter(isInner);
    const outer = members.filter((index) => !isInner(index));
    if (outer.length < 2 || inner.length < 2 || parts[outer[0]!]!.marker!.ordinal !== 1 || inner[0]! < outer[0]!)
      continue;
    if (breaksOf(outer, outer, parts) + breaksOf(inner, outer, parts) < Math.min(whole, 2)) return inner;
  }
  return byNumbers(members.map((index) => parts[index]!.marker!.ordinal!)).map((place) => members[place]!);
}

/**
 * How often the numbers of a list do not go on by one. To begin again is no break where something else stands between, a
 * heading or a member of the list `outer`.
 */
function breaksOf(list: readonly number[], outer: readonly number[], parts: readonly Part[]): number {
  const others = new Set(outer === list ? [] : outer);
  let breaks = 0;
  for (let at = 1; at < list.length; at++) {
    const [before, here] = [list[at - 1]!, list[at]!];
    const ordinal = parts[here]!.marker!.ordinal!;
    if (ordinal === parts[before]!.marker!.ordinal! + 1) continue;
    let isParted = false;
    for (let index = before + 1; index < here; index++)
      isParted ||= others.size === 0 ? parts[index]!.series !== parts[here]!.series : others.has(index);
    if (ordinal !== 1 || !isParted) breaks++;
  }
  return breaks;
}

/**
 * The places of the inner numbers where the whole can be read as `1 2 (1 2) 3 (1 2 3) 4`: outer numbers that go on by one,
 * and inner lists that begin with one right after an outer number. None where a number fits nowhere, or where no outer
 * number comes after an inner list.
 */
function byNumbers(ordinals: readonly number[]): number[] {
  if (ordinals[0] !== 1) return [];
  const inner: number[] = [];
  let [outer, within] = [1, 0];
  let goesOn = false;
  for (let at = 1; at < ordinals.length; at++) {
    const ordinal = ordinals[at]!;
    const next = ordinals[at + 1];
    const fitsOuter = ordinal === outer + 1;
    const fitsInner = within === 0 ? ordinal === 1 : ordinal === within + 1;
    // Where both fit, an inner list follows an outer number, and an outer number follows an inner list.
    if (fitsOuter && (!fitsInner || next === 1)) {
      goesOn ||= within > 0;
      [outer, within] = [ordinal, 0];
    } else if (fitsInner) {
      within = ordinal;
      inner.push(at);
    } else return [];
  }
  return goesOn ? inner : [];
}
