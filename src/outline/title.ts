import type { Block } from '../text/block';

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
  const prose = readable.findIndex(({ block }) => isProse(block));
  const lines = readable
    .slice(0, prose < 0 ? undefined : prose)
    .filter(({ block }) => block.mark === null && block.kind !== 'table' && block.reading.text.trim().length >= 4);
  const texts = lines.map(({ block }) => block.reading.text.trim());
  const twice = lines.findLast((_, at) => texts.indexOf(texts[at]!) < at);
  const telling = lines.find(({ block }) =>
    /(?:19|20)\d\d|[Pp]lan|PLAN|[Ss]trategy|[Pp]rogramme|[Bb]udget|계획|전략|방안|대책/.test(block.reading.text),
  );
  return (twice ?? telling ?? lines.find(({ block }) => block.kind === 'heading') ?? lines[0])?.index ?? null;
}

const isProse = ({ kind, reading }: Block): boolean =>
  kind === 'table' ||
  reading.text.length > 160 ||
  (kind === 'paragraph' && /[.!?。]["'”’)]*\s*$/.test(reading.text) && reading.text.length > 60);
