import type { Amount } from '../figures/figure';
import type { Block } from '../text/block';
import { sourceSpan } from '../text/reading';
import { lastStartingBy, type Span } from '../text/span';
import { closingPart } from './closing';
import type { Sort } from './kinds';
import type { Node, Total, TwinMarker } from './outline';
import type { Parents } from './parents';
import type { Part } from './part';
import { runIn } from './run-in';
import { sentenceEnd } from './sentence';
import { statedTotals, totalsOf } from './totals';

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
export function nodesOf(skeleton: Skeleton): Node[] {
  const { parts, levels, parents, blocks } = skeleton;
  const children: number[][] = parts.map(() => []);
  const roots: number[] = [];
  parents.forEach((parent, index) => (parent === null ? roots : children[parent]!).push(index));
  const closing = parts.length === 0 ? 0 : closingPart(blocks, parts.at(-1)!.block + 1);
  const ordinals = ordinalsOf(skeleton, roots, children);
  const ends = parts.map((_, index) => {
    let next = index + 1;
    while (next < parts.length && levels[next]! > levels[index]!) next++;
    return lastText(blocks, parts[index]!.block, next < parts.length ? parts[next]!.block : closing);
  });
  const amountsIn = amountsFor(skeleton);
  const build = (index: number): Node =>
    nodeOf(skeleton, amountsIn, index, ordinals[index]!, ends[index]!, children[index]!.map(build));
  return roots.map(build);
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
  return {
    kind: sorts[index]!.kind,
    ordinal,
    marker: marker?.text ?? null,
    markerSpan: marker?.span ?? null,
    style: marker?.style ?? null,
    ...(marker !== null && marker.path.length > 1 ? { path: marker.path } : {}),
    title: titleText(part),
    lead: leadOf(part, blocks, children[0]?.blocks[0] ?? last + 1),
    start,
    end,
    heading: { start, end: heading.end },
    children,
    totals: totalsWithin(amountsIn(block.language), heading, { start, end }, children, blocks),
    blocks: [part.block, last],
    twin: twin === undefined ? null : headingOf(twin, blocks[twin.block]!),
    ...(twin?.marker ? { twinMarker: twinMarkerOf(twin) } : {}),
    doubtful: sorts[index]!.doubtful,
  };
}

/**
 * The amounts to add up, by the language of the node that they are for: in a plan of two languages each amount is written
 * twice. A node has those of its own language; where one heading bears both, a paragraph that says the other again is
 * left out.
 */
function amountsFor({ amounts, twinOf, blocks }: Skeleton): (language: string) => readonly Amount[] {
  if (twinOf.size === 0) {
    const once = saidOnce(amounts, blocks);
    return () => once;
  }
  const byLanguage = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const { language } = blocks[amount.block]!;
    byLanguage
      .set(language, byLanguage.get(language) ?? [])
      .get(language)!
      .push(amount);
  }
  return (language) => byLanguage.get(language) ?? [];
}

/** Without the money of a block that repeats that of the block before it in another language, and names no other. */
function saidOnce(amounts: readonly Amount[], blocks: readonly Block[]): readonly Amount[] {
  const sums = new Map<number, Set<string>>();
  for (const { block, value, currency } of amounts) {
    const own = sums.get(block);
    if (own === undefined) sums.set(block, new Set([`${value} ${currency}`]));
    else own.add(`${value} ${currency}`);
  }
  const repeats = new Set<number>();
  for (const [block, own] of sums) {
    const before = sums.get(block - 1);
    if (before === undefined || blocks[block]!.language === blocks[block - 1]!.language) continue;
    if ([...own].every((sum) => before.has(sum))) repeats.add(block);
  }
  return amounts.filter(({ block }) => !repeats.has(block));
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
const isSaid = ({ marker, heading, series }: Part): boolean =>
  (!heading && series !== runIn) ||
  marker?.style === 'word' ||
  marker?.style === 'phrase' ||
  marker?.style === 'cardinal';

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

/** Money of a node: what its heading states, else its own amounts and its children's totals together. */
function totalsWithin(
  amounts: readonly Amount[],
  heading: Span,
  span: Span,
  children: readonly Node[],
  blocks: readonly Block[],
): Total[] {
  const first = lastStartingBy(amounts, span.start - 1) + 1;
  const own: Amount[] = [];
  let child = 0;
  for (let index = first; index < amounts.length && amounts[index]!.start < span.end; index++) {
    const amount = amounts[index]!;
    while (child < children.length && children[child]!.end <= amount.start) child++;
    const within = children[child];
    if (within === undefined || amount.start < within.start || isLine(within)) own.push(amount);
  }
  const inHeading = own.filter((amount) => amount.end <= heading.end);
  const stated = totalsOf(inHeading, blocks);
  if (stated.length > 0) return stated;
  const totals = inHeading.length === own.length ? stated : totalsOf(own, blocks);
  const below = children.flatMap((child) => (isLine(child) ? [] : child.totals));
  if (below.length === 0) return totals;
  const said = totals.length === 0 ? [] : statedTotals(own, blocks);
  const inner = below.filter((total) => !said.some((whole) => sameKind(whole, total)));
  if (inner.length === 0) return totals;
  const merged = new Map<string, Total>();
  // A node's own opening amount is the whole of which its children state the parts.
  for (const total of [...inner, ...totals.filter((it) => !inner.some((part) => sameKind(part, it)))]) {
    const key = `${total.currency ?? ''}|${total.period?.from ?? ''}|${total.period?.to ?? ''}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? total : { ...total, value: Math.round((before.value + total.value) * 1e4) / 1e4 },
    );
  }
  return [...merged.values()];
}

/** A line of a list: its amounts belong to what the list says. */
const isLine = ({ kind, blocks, children }: Node): boolean =>
  kind === 'measure' && blocks[0] === blocks[1] && children.length === 0;

const sameKind = (a: Total, b: Total): boolean =>
  a.currency === b.currency && a.period?.from === b.period?.from && a.period?.to === b.period?.to;

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
