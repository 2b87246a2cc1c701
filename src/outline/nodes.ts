import type { Amount } from '../figures/figure';
import type { Block } from '../text/block';
import { sourceSpan } from '../text/reading';
import { lastStartingBy, type Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import { closingPart } from './closing';
import type { Sort } from './kinds';
import { amountsFor, totalsWithin } from './node-money';
import type { Node, TwinMarker } from './outline';
import type { Parents } from './parents';
import type { Part } from './part';
import { isRunIn } from './run-in';
import { sentenceEnd } from './sentence';
import { isOtherMoney, otherTotalsOf } from './totals';

export interface Skeleton {
  readonly parts: readonly Part[];
  readonly levels: readonly number[];
  readonly parents: Parents;
  readonly sorts: readonly Sort[];
  readonly twinOf: ReadonlyMap<Part, Part>;
  readonly blocks: readonly Block[];
  /** In order of start. */
  readonly amounts: readonly Amount[];
}

/** The tree of nodes that the parts make. */
export function* nodesOf(skeleton: Skeleton): Steps<Node[]> {
  const { parts, levels, parents, blocks } = skeleton;
  const children: number[][] = parts.map(() => []);
  const roots: number[] = [];
  parents.forEach((parent, index) => (parent === null ? roots : children[parent]!).push(index));
  const closing = parts.length === 0 ? 0 : closingPart(blocks, parts.at(-1)!.block + 1);
  const ordinals = ordinalsOf(skeleton, roots, children);
  yield;
  const ends: number[] = [];
  for (let index = 0; index < parts.length; index++) {
    if (mayRest(index)) yield;
    let next = index + 1;
    while (next < parts.length && levels[next]! > levels[index]!) next++;
    ends.push(lastText(blocks, parts[index]!.block, next < parts.length ? parts[next]!.block : closing));
  }
  yield;
  const amountsIn = yield* amountsFor(skeleton.amounts, blocks, skeleton.twinOf.size > 0);
  yield;
  const otherMoney = skeleton.amounts.filter(isOtherMoney);
  yield;
  const nodes = new Array<Node>(parts.length);
  // From the last on: children come after their parents.
  for (let index = parts.length - 1; index >= 0; index--) {
    const own = children[index]!.map((child) => nodes[child]!);
    nodes[index] = nodeOf(skeleton, amountsIn, otherMoney, index, ordinals[index]!, ends[index]!, own);
    if (mayRest(index)) yield;
  }
  return roots.map((index) => nodes[index]!);
}

/** The last block before `end` that holds text, not before `first`. */
function lastText(blocks: readonly Block[], first: number, end: number): number {
  let last = Math.max(first, end - 1);
  while (last > first && !holdsText(blocks[last]!)) last--;
  return last;
}

const holdsText = ({ kind, end, start }: Block): boolean =>
  kind !== 'furniture' && kind !== 'directive' && kind !== 'matter' && end > start;

function nodeOf(
  skeleton: Skeleton,
  amountsIn: (language: string) => readonly Amount[],
  otherMoney: readonly Amount[],
  index: number,
  ordinal: number | null,
  last: number,
  children: Node[],
): Node {
  const { parts, sorts, blocks, twinOf } = skeleton;
  const part = parts[index]!;
  const block = blocks[part.block]!;
  const { marker } = part;
  const heading = headingOf(part, block);
  const start = Math.min(heading.start, marker?.span.start ?? heading.start);
  const end = Math.max(heading.end, textEnd(blocks[last]!), children.at(-1)?.end ?? 0);
  const twin = twinOf.get(part);
  const node: Node = {
    kind: sorts[index]!.kind,
    ordinal,
    marker: marker?.text ?? null,
    markerSpan: marker?.span ?? null,
    style: marker?.style ?? null,
    title: titleText(part),
    lead: leadOf(part, blocks, children[0]?.blocks[0] ?? last + 1),
    start,
    end,
    heading: { start, end: heading.end },
    children,
    totals: totalsWithin(amountsIn(block.language), heading, { start, end }, children, blocks),
    blocks: [part.block, last],
    twin: twin === undefined ? null : headingOf(twin, blocks[twin.block]!),
    doubtful: sorts[index]!.doubtful,
  };
  const path = marker !== null && marker.path.length > 1 ? marker.path : null;
  const others = otherTotalsOf(within(otherMoney, start, end));
  if (path === null && !twin?.marker && others.length === 0) return node;
  return {
    ...node,
    ...(path === null ? {} : { path }),
    ...(twin?.marker ? { twinMarker: twinMarkerOf(twin) } : {}),
    ...(others.length === 0 ? {} : { otherTotals: others }),
  };
}

/** Those of the amounts, in order of start, that stand in a stretch of the source. */
function within(amounts: readonly Amount[], start: number, end: number): readonly Amount[] {
  if (amounts.length === 0) return amounts;
  return amounts.slice(lastStartingBy(amounts, start - 1) + 1, lastStartingBy(amounts, end - 1) + 1);
}

const twinMarkerOf = ({ marker }: Part): TwinMarker => ({
  marker: marker!.text,
  markerSpan: marker!.span,
  ordinal: marker!.ordinal,
  style: marker!.style,
});

/** The heading line, or for a part that begins in running text its first sentence. */
function headingOf(part: Part, block: Block): Span {
  const { reading } = block;
  const text = reading.text;
  const from = text.length - text.trimStart().length;
  const until = !isSaid(part) ? text.trimEnd().length : sentenceEnd(text, from);
  const span = sourceSpan(reading, from, Math.max(until, from));
  const start =
    block.kind === 'heading' && block.depth > 0 ? block.start : Math.min(block.mark?.start ?? span.start, span.start);
  return { start, end: Math.max(span.end, block.mark?.end ?? 0) };
}

/** Where a block's text ends, white space after it left out. */
function textEnd(block: Block): number {
  const { text } = block.reading;
  return text.trim() === ''
    ? block.end
    : Math.max(sourceSpan(block.reading, 0, text.trimEnd().length).end, block.mark?.end ?? 0);
}

/** Whether a part begins in running text, whatever its block was taken for: `First, the Ministry will …`. */
const isSaid = (part: Part): boolean =>
  (!part.heading && !isRunIn(part)) || ['word', 'phrase', 'cardinal'].includes(part.marker?.style ?? '');

function titleText(part: Part): string {
  if (!isSaid(part)) return part.title;
  const title = part.title.slice(0, sentenceEnd(part.title)).trim();
  return title.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** First sentence of the text of a part: its own, or for a heading that of the paragraph under it. */
function leadOf(part: Part, blocks: readonly Block[], until: number): string {
  const own = blocks[part.block]!;
  if (isSaid(part)) return own.reading.text.slice(0, sentenceEnd(own.reading.text)).trim();
  for (let index = part.block + 1; index < until && index < blocks.length; index++) {
    const { kind, reading } = blocks[index]!;
    const text = reading.text.trim();
    if ((kind === 'paragraph' || kind === 'item' || kind === 'quote') && text !== '')
      return text.slice(0, sentenceEnd(text));
  }
  return '';
}

/**
 * Each part's number: the one written; for a closing word the one that its place gives; for strategies that bear none their
 * place among them.
 */
function ordinalsOf(
  { parts, sorts }: Skeleton,
  roots: readonly number[],
  children: readonly (readonly number[])[],
): (number | null)[] {
  const ordinals: (number | null)[] = parts.map(({ marker }) => marker?.ordinal ?? null);
  const last = new Map<string, number>();
  const visit = (index: number): void => {
    const { marker, series } = parts[index]!;
    const unnumbered = sorts[index]!.kind === 'strategy' && (marker === null || marker.style === 'bare');
    if (marker?.closing || unnumbered) ordinals[index] = (last.get(series) ?? 0) + 1;
    const ordinal = ordinals[index];
    if (ordinal !== null && ordinal !== undefined) last.set(series, ordinal);
    children[index]!.forEach(visit);
  };
  roots.forEach(visit);
  return ordinals;
}
