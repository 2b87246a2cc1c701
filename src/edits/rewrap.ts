import type { PlanFacts } from '../plan';
import { isRead, type Block } from '../text/block';
import { eachPiece, type Reading } from '../text/reading';
import { finish, mayRest, type Steps } from '../text/steps';
import type { Edit } from './edit';

/**
 * The edits that put every paragraph on one line and one blank line between paragraphs. Only white space changes: the
 * words stay as they are, and so do tables, code and front matter.
 */
export const rewrap = (plan: Pick<PlanFacts, 'source' | 'blocks'>): Edit[] => finish(rewrapInSteps(plan));

/** The same, for a thread that may not be held. */
export function* rewrapInSteps(plan: Pick<PlanFacts, 'source' | 'blocks'>): Steps<Edit[]> {
  const edits: Edit[] = [];
  for (const [index, block] of plan.blocks.entries()) {
    if (mayRest(index)) yield;
    const next = plan.blocks[index + 1];
    if (isRead(block) && block.table === null) edits.push(...joined(plan.source, block.reading));
    if (next !== undefined) {
      const edit = parted(plan.source, block, next);
      if (edit !== null) edits.push(edit);
    }
  }
  return edits;
}

/** Replaces each line end inside a paragraph by what the reading has in its place: a space, or nothing. */
function joined(source: string, { pieces, text, base }: Reading): Edit[] {
  const edits: Edit[] = [];
  const all = eachPiece(pieces);
  for (let i = 1; i < all.length; i++) {
    const [at, from] = all[i]!;
    const [lastAt, lastFrom, length] = all[i - 1]!;
    const gap = { start: base + lastFrom + length, end: base + from };
    const between = source.slice(gap.start, gap.end);
    if (!/[\r\n]/.test(between) || /\S/.test(between)) continue;
    edits.push({ start: gap.start, end: gap.end, newText: text.slice(lastAt + length, at) });
  }
  return edits;
}

/** One blank line between two paragraphs; list items and lines of a kind stay together. */
function parted(source: string, block: Block, next: Block): Edit | null {
  const gap = { start: block.end, end: next.start };
  const between = source.slice(gap.start, gap.end);
  if (/\S/.test(between.replace(/\u00a0/g, ' ')) || !isRead(block) || !isRead(next) || block.table !== null)
    return null;
  const eol = between.includes('\r\n') ? '\r\n' : '\n';
  const indent = /[ \t]*$/.exec(between)![0];
  const tight = block.kind === 'item' && next.kind === 'item' && next.gap === 0;
  const newText = (tight ? eol : eol + eol) + indent;
  return newText === between ? null : { start: gap.start, end: gap.end, newText };
}
