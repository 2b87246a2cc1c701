import type { Block } from '../text/block';
import { readMarker, type Marker } from './marker';
import { isGeneric, otherLabels } from './words';

/** A place where a part of the document may begin: a heading, or a block with a marker. */
export interface Part {
  /** Index in the blocks. */
  readonly block: number;
  readonly marker: Marker | null;
  /** Parts of one series have the same; it sets the level. */
  readonly series: string;
  readonly heading: boolean;
  /** 1 to 6 where Markdown says so, else 0. */
  readonly depth: number;
  readonly indent: number;
  readonly title: string;
  /** Whether nothing of its own follows it: neither text nor a list that is set under it. */
  readonly bare: boolean;
  /** Whether it is none of the plan's parts, though it is numbered: of an overview of what comes again, a speech's paragraph. */
  readonly echo: boolean;
}

/** Every block that may begin a part, in order. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  const nested = blocks.some(({ kind, depth }) => kind === 'heading' && depth > 0);
  blocks.forEach((block, index) => {
    const marker =
      block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'item' ? readMarker(block) : null;
    const heading = block.kind === 'heading' || isBoldLine(block);
    if ((marker === null && !heading) || isCaption(block) || isIdleBullet(block, marker)) return;
    const title = titleOf(block, marker);
    if (title === '' && !heading) return;
    parts.push({
      block: index,
      marker,
      series: seriesOf(block, marker, title) + (nested && marker?.style === 'bullet' ? `:${block.depth}` : ''),
      heading,
      depth: block.kind === 'heading' ? block.depth : 0,
      indent: block.indent,
      title,
      bare: !hasOwn(block, blocks[index + 1]),
      echo: false,
    });
  });
  return withRefrains(parts);
}

/** Headings that come again and again (`How this will be done`) stand under what changes, whatever they look like. */
function withRefrains(parts: readonly Part[]): Part[] {
  const times = new Map<string, number>();
  for (const { marker, title } of parts) if (marker === null) times.set(title, (times.get(title) ?? 0) + 1);
  return parts.map((part) => {
    if (part.marker !== null || part.depth > 0) return part;
    if (times.get(part.title)! > 1) return { ...part, series: '|heading:refrain' };
    return isGeneric(part.title) && look(part.title) === 'plain' ? { ...part, series: genericHeading } : part;
  });
}

/** The series of unmarked headings that any document has. */
export const genericHeading = '|heading:generic';

/** The block's reading without its marker. */
function titleOf(block: Block, marker: Marker | null): string {
  const { text: whole } = block.reading;
  const text = unclosed(whole.slice(marker?.titleAt ?? 0).trim(), whole);
  return text === '' && marker !== null ? marker.text.trim() : text;
}

/** `예방` of `< 전략 1. 예방 >`: the closing bracket goes where the marker took the opening one. */
const unclosed = (title: string, whole: string): string =>
  /^\s*[[(<【〔「〈《＜]/.test(whole) && /[\])>】〕」〉》＞]$/.test(title) && !/[[(<【〔「〈《＜]/.test(title)
    ? title.slice(0, -1).trim()
    : title;

function seriesOf(block: Block, marker: Marker | null, title: string): string {
  const depth = block.kind === 'heading' && block.depth > 0 ? `h${block.depth}` : '';
  if (marker !== null) return `${depth}|${marker.series}`;
  return `${depth}|heading:${depth === '' ? look(title) : ''}`;
}

/** How a heading without a mark looks; two of one look are taken for siblings. */
export function look(title: string): 'capitals' | 'colon' | 'boxed' | 'plain' {
  if (/^[<＜〈《【[].*[>＞〉》】\]]$/.test(title)) return 'boxed';
  if (/[:：]$/.test(title)) return 'colon';
  return isCapitals(title) ? 'capitals' : 'plain';
}

/** What stands in brackets does not count: `ANNEX: BUDGET (S$ million)`. */
export function isCapitals(title: string): boolean {
  const open = title.indexOf('(');
  const bare = open > 3 ? title.slice(0, open) : title;
  return /[A-Z]{3}/.test(bare) && !/[a-z]{2}/.test(bare);
}

/** A line in bold that stands for a heading. */
function isBoldLine(block: Block): boolean {
  const { text } = block.reading;
  return block.kind === 'paragraph' && block.bold && text.length <= 120 && !/[.!?。]$|다\.?$/.test(text);
}

/** `Table 3. …`, `그림 2 …`: captions belong to what they stand over. */
function isCaption(block: Block): boolean {
  const match = /^[[<(]?([A-Za-z]{3,9}\.?|[가-힣]{1,2}) ?\d/.exec(block.reading.text);
  const label = match?.[1]?.toLowerCase().replace(/\.$/, '') ?? '';
  return (
    ['table', 'figure', 'fig', 'chart', 'box', 'exhibit', 'map', '표', '그림'].includes(label) && otherLabels.has(label)
  );
}

/** Bullets are parts in Korean plans, where each rank has its sign; elsewhere they are lists. */
const isIdleBullet = (block: Block, marker: Marker | null): boolean =>
  marker !== null && marker.style === 'bullet' && block.language === 'en';

/** Whether the next block belongs to this one: text, or a list with another mark than its own. */
function hasOwn(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.mark === null) return next.kind === 'paragraph' || next.kind === 'table' || next.kind === 'quote';
  return (
    next.kind === 'item' && (next.depth > block.depth || block.kind === 'heading' || isPunctuation(next.mark.text))
  );
}

const isPunctuation = (mark: string): boolean => !/[\p{L}\p{N}]/u.test(mark);
