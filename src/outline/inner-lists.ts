import type { Block } from '../text/block';
import { factsOf } from './block-facts';
import type { Part } from './part';
import { isGathering } from './sections';
import { intentOf } from './telling';

/** How many blocks before a list's line the words that it completes are looked for. */
const reach = 24;

/** Whether a numbered list completes what a sentence or a bullet says, and numbers no parts. `members` are of one series. */
export const completesText = (members: readonly Part[], blocks: readonly Block[]): boolean =>
  completesBullets(members, blocks) || completesSentence(members, blocks);

/**
 * `• Cash will go to three groups, as follows:` and, set further in, `a.`, `b.`, `c.`: English bullets are no parts, so that
 * their lists would stand beside the plan's own. A bullet that says that the tasks follow (`• Key actions`) is no such sentence.
 */
function completesBullets(members: readonly Part[], blocks: readonly Block[]): boolean {
  const under = members.filter((part) => {
    const bullet = part.heading ? null : bulletOver(part.block, blocks);
    return bullet !== null && !isGathering(bullet.reading.text.slice(-60));
  });
  return under.length * 2 > members.length;
}

/** The bulleted item that the block is set under, or null. */
function bulletOver(index: number, blocks: readonly Block[]): Block | null {
  const own = blocks[index]!;
  if (own.kind !== 'item') return null;
  for (let at = index - 1; at >= Math.max(0, index - reach); at--) {
    const block = blocks[at]!;
    if (block.kind === 'heading') return null;
    if (block.kind !== 'item' || block.depth >= own.depth) continue;
    const leads = block.indent < own.indent || /[:：]\s*$/.test(block.reading.text);
    return leads && factsOf(block).marker?.style === 'bullet' && block.language === 'en' ? block : null;
  }
  return null;
}

/**
 * `We draw attention to:` and `(a) a court ruling …;`, `(b) the cost …`: nouns in small letters after a colon. Where the words
 * before it say what will be done, as `The Agency will:` does, the list may well be the plan's.
 */
function completesSentence(members: readonly Part[], blocks: readonly Block[]): boolean {
  if (!members.every(({ title, heading }) => !heading && /^[a-z]/.test(title))) return false;
  const [first] = members;
  const lead = blocks[first!.block - 1];
  if (lead === undefined || lead.kind === 'heading') return false;
  const { text } = lead.reading;
  return /:\s*$/.test(text) && intentOf(text.slice(-200).toLowerCase()) === 0 && !isGathering(text.slice(-60));
}
