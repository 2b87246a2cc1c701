import { languages } from '../language/index';
import type { Block } from '../text/block';
import { readMarker } from './block-facts';
import { isCapitals, look } from './head';

const months = new Set(languages.flatMap(({ calendar }) => Object.keys(calendar.months)));

/**
 * The index of the block that titles the document, or null: Markdown's first heading of the highest depth where it stands
 * at the top; in plain text the first line among the first that looks like a title, one that stands twice (page title and
 * headline) or names a year or a plan before any other.
 */
export function titleBlock(blocks: readonly Block[]): number | null {
  const readable = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.kind !== 'furniture' && block.kind !== 'matter' && block.kind !== 'directive')
    .slice(0, 12);
  const marked = readable.find(({ block }) => block.kind === 'heading' && block.depth > 0);
  if (marked !== undefined) {
    const { depth } = marked.block;
    const onlyOne =
      blocks.filter((block) => block.kind === 'heading' && block.depth > 0 && block.depth <= depth).length === 1;
    if (depth > 1 && !onlyOne) return null;
    // `# City of Alder Falls`, `## Capital Plan 2027`: the body's name stands over the plan's.
    const next = readable[readable.indexOf(marked) + 1];
    const isUnder = next?.block.kind === 'heading' && next.block.depth === depth + 1 && readMarker(next.block) === null;
    return isUnder && isTelling(next.block) && !isTelling(marked.block) ? next.index : marked.index;
  }
  const prose = readable.findIndex(({ block }) => isProse(block) || block.mark !== null);
  const lines = readable
    .slice(0, prose < 0 ? undefined : prose)
    .filter(
      ({ block }) =>
        !isDateline(block.reading.text) && look(block.reading.text.trim()) !== 'boxed' && !isLabelled(block),
    );
  const texts = lines.map(({ block }) => block.reading.text.trim());
  const twice = lines.findLast((_, at) => texts.indexOf(texts[at]!) < at);
  if (twice !== undefined) return twice.index;
  const [first, second] = lines;
  // A plan of two languages has its title in both.
  if (first !== undefined && second !== undefined && first.block.language !== second.block.language) {
    if (worthOf(first.block) >= 3 && worthOf(second.block) >= 3) return first.index;
  }
  let best: { index: number; worth: number } | null = null;
  for (const { block, index } of lines) {
    const worth = worthOf(block);
    if (best === null || worth > best.worth) best = { index, worth };
  }
  return best?.index ?? null;
}

/** `전략 3. 살기 좋은 도시`, `Goal 1: Clean water`: the plan's parts, not its title. */
const isLabelled = (block: Block): boolean => {
  const marker = readMarker(block);
  return marker?.style === 'label' && marker.ordinal !== null && marker.hint !== 'section';
};

/** How much a line looks like the title of a plan; the first of the best is taken. */
function worthOf(block: Block): number {
  const { kind, reading } = block;
  const words = reading.text.trim().split(/\s+/).length;
  const long = (words >= 4 ? 2 : 0) + (words >= 8 ? 1 : 0);
  const telling = isTelling(block) && !comparesFigures.test(reading.text);
  return (telling ? (isCapitals(reading.text) ? 5 : 3) : 0) + (kind === 'heading' ? 1 : 0) + long;
}

/** `예산 128억원(2023년 120억원 대비 7.0% 증가)`: the year is that of a figure, in a line that sums up the plan. */
const comparesFigures = /(?:19|20)\d\d년?[^.]{0,30}(?:대비|보다|\d ?%)|\d ?%[^.]{0,30}(?:19|20)\d\d/;

/** Whether a line names a plan or the year of one; the day on which it was adopted does not. */
const isTelling = ({ reading }: Block): boolean =>
  !/^(?:Presented|Adopted|Approved|Agreed|Endorsed|Issued|Published|Released|Tabled|Revised|Updated)\b/.test(
    reading.text.trimStart(),
  ) &&
  !/\b(?:Resolution|Ordinance|Decree|Act|Law) No\b/.test(reading.text) &&
  /(?:19|20)\d\d|[Pp]lans?\b|PLAN|[Ss]trategy|STRATEGY|[Pp]rogramme|PROGRAMME|[Bb]udget|BUDGET|계획|전략|방안|대책|업무보고|공고/.test(
    reading.text,
  );

/** A line of a date, an hour or a place for one: `Nov 15,2024`, `(온라인) 2025. 12. 2.(화) 15:00`. */
function isDateline(text: string): boolean {
  const rest = text.replace(
    /\([^)]{0,12}\)|\d|[.,:/\s-]|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|day|([A-Z][a-z]{2,8})(?= ?\d)/g,
    (found, word?: string) => (word === undefined || months.has(word.toLowerCase()) ? '' : found),
  );
  return rest.length < 4 || (/\d/.test(text) && rest.length < text.length * 0.25);
}

const isProse = ({ kind, reading }: Block): boolean =>
  kind === 'table' || reading.text.length > 160 || (kind !== 'heading' && /[.!?。]["'”’)]*\s*$/.test(reading.text));
