import type { Block } from '../text/block';
import { look } from './part';

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
    return depth === 1 || onlyOne ? marked.index : null;
  }
  const prose = readable.findIndex(({ block }) => isProse(block) || block.mark !== null);
  const lines = readable
    .slice(0, prose < 0 ? undefined : prose)
    .filter(({ block: { reading } }) => !isDateline(reading.text) && look(reading.text.trim()) !== 'boxed');
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

/** How much a line looks like the title of a plan; the first of the best is taken. */
function worthOf({ kind, reading }: Block): number {
  const { text } = reading;
  const telling =
    /(?:19|20)\d\d|[Pp]lans?\b|PLAN|[Ss]trategy|STRATEGY|[Pp]rogramme|[Bb]udget|계획|전략|방안|대책|업무보고|공고/.test(
      text,
    );
  const words = text.trim().split(/\s+/).length;
  return (telling ? 3 : 0) + (kind === 'heading' ? 1 : 0) + (words >= 4 ? 2 : 0) + (words >= 8 ? 1 : 0);
}

/** A line of a date, an hour or a place for one: `Nov 15,2024`, `(온라인) 2025. 12. 2.(화) 15:00`. */
function isDateline(text: string): boolean {
  const rest = text.replace(
    /\([^)]{0,12}\)|\d|[.,:/\s-]|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|day|[A-Z][a-z]{2,8}(?= ?\d)/g,
    '',
  );
  return rest.length < 4 || (/\d/.test(text) && rest.length < text.length * 0.25);
}

const isProse = ({ kind, reading }: Block): boolean =>
  kind === 'table' || reading.text.length > 160 || (kind !== 'heading' && /[.!?。]["'”’)]*\s*$/.test(reading.text));
