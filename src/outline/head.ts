import { endsInVerb } from '../language/korean-ending';
import type { Block } from '../text/block';
import type { Marker } from './marker';
import { otherLabels } from './words';

/** What a block is as the head of a part, whatever stands around it. */
export interface Head {
  readonly marker: Marker | null;
  /** Parts of one series have the same; it sets the level. */
  readonly series: string;
  readonly heading: boolean;
  /** 1 to 6 where Markdown says so, else 0. */
  readonly depth: number;
  readonly indent: number;
  readonly title: string;
}

/** The head that a block is; null where it begins no part. */
export function headOf(block: Block, marker: Marker | null): Head | null {
  const heading = block.kind === 'heading' || isBoldLine(block);
  if ((marker === null && !heading) || isCaption(block) || isIdleBullet(block, marker)) return null;
  const title = titleOf(block, marker);
  if (title === '' && !heading) return null;
  const depth = block.kind === 'heading' ? block.depth : 0;
  return { marker, series: seriesOf(block, marker, title), heading, depth, indent: block.indent, title };
}

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

/** `2026. 2. 26.(목) / 정책회의`, `배포: 2025. 8. 29.`: when and where a paper came out is no heading of it. */
const opensDated = (text: string): boolean =>
  /^(?:[가-힣]{2,4} ?[:：] ?)?[’‘']?\d{2,4}\. ?\d{1,2}\. ?\d{1,2}\./.test(text);

/** A line in bold that stands for a heading. */
function isBoldLine(block: Block): boolean {
  const { text } = block.reading;
  return (
    block.kind === 'paragraph' &&
    block.bold &&
    text.length <= 120 &&
    !/[.!?。]$/.test(text) &&
    !endsInVerb(text) &&
    !opensDated(text)
  );
}

/** `Table 3. …`, `그림 2 …`: captions belong to what they stand over. */
function isCaption(block: Block): boolean {
  const match = /^[[(<〈《【「＜]{0,2}\s?([A-Za-z]{3,9}\.?|[가-힣]{1,2}) ?\d/.exec(block.reading.text);
  const label = match?.[1]?.toLowerCase().replace(/\.$/, '') ?? '';
  return (
    ['table', 'figure', 'fig', 'chart', 'box', 'exhibit', 'map', '표', '그림'].includes(label) && otherLabels.has(label)
  );
}

/** Bullets are parts in Korean plans, where each rank has its sign; elsewhere they are lists. */
const isIdleBullet = (block: Block, marker: Marker | null): boolean =>
  marker !== null && marker.style === 'bullet' && (block.language === 'en' || isSubtitle(block));

/** `- 난방비 지원 확대 -`: between two dashes stands what a press release adds to its title. */
const isSubtitle = ({ mark, reading }: Block): boolean =>
  /^[-–―—]$/.test(mark?.text ?? '') && /\s[-–―—]\s*$/.test(reading.text);
