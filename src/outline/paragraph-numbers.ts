import type { Block } from '../text/block';
import type { Part } from './part';

/** Whether bare numbers head text of their own, and are not the first column of a table that lost its lines. */
export function headText(members: readonly Part[], parts: readonly Part[], blocks: readonly Block[]): boolean {
  const starts = new Set(parts.map(({ block }) => block));
  const heads = members.filter((part) => {
    const next = blocks[part.block + 1];
    if (next === undefined) return false;
    const isSaid = next.kind === 'paragraph' && /[.!?。]\)?$/.test(next.reading.text.slice(-2));
    return next.reading.text.length > 60 || isSaid || starts.has(part.block + 1);
  });
  return (
    heads.length * 2 > members.length &&
    members.every((part, at) => at === 0 || part.block - members[at - 1]!.block > (part.heading ? 1 : 2))
  );
}

/** Whether the numbers count the paragraphs of a fact sheet or a speech, as a hand to cite them by. */
export function numbersParagraphs(
  members: readonly Part[],
  parts: readonly Part[],
  blocks: readonly Block[],
  tasks: number | null,
): boolean {
  const start = members[0]!.marker!.ordinal ?? 1;
  // `17. The project …`, and the paragraphs after it head parts by a label.
  if (members.length < 3 && start >= 10 && !members.some((part) => part.heading)) return true;
  if (members.length < 3 || members.length === tasks || members.some((part) => part.heading)) return false;
  // `1) Skills: three schemes …`: what has a head of its own is more than a paragraph.
  if (members.filter(({ title }) => /^[A-Z][^.:]{2,50}: /.test(title)).length * 2 > members.length) return false;
  const long = (block: Block): boolean =>
    block.kind !== 'heading' && block.table === null && block.reading.text.length > 90;
  const numbered = members.filter((part) => long(blocks[part.block]!)).length;
  const ends = members.filter((part) => /[.!?]["”’)]*\s*$/.test(blocks[part.block]!.reading.text)).length;
  // An excerpt of a list of tasks goes on from any number, but its lines are no sentences.
  if (start > 20) return ends * 2 > members.length || members.every((part) => long(blocks[part.block]!));
  if (ends * 5 >= members.length * 4 && countsThroughHeadings(members, parts)) return true;
  // An excerpt of a speech that names its parts in another way: `18. … Priority 2: … 19. …`.
  if (start >= 10 && ends === members.length && parts.some(({ marker }) => isNamed(marker))) return true;
  if (numbered * 3 < members.length * 2 || ends * 5 < members.length * 4) return false;
  const from = members[0]!.block;
  const to = members.at(-1)!.block;
  const within = blocks.slice(from, to + 1).filter(long).length;
  const before = blocks.slice(0, from).filter(long).length;
  return numbered >= within * 0.8 && before === 0;
}

/** `1.1` to `1.7` of one chapter, whatever headings come between: paragraphs of a report. */
function countsThroughHeadings(members: readonly Part[], parts: readonly Part[]): boolean {
  const [first, last] = [members[0]!, members.at(-1)!];
  const [chapter] = first.marker!.path;
  if (!members.every(({ marker }) => marker!.path.length === 2 && marker!.path[0] === chapter)) return false;
  const isChapter = ({ marker }: Part): boolean =>
    marker !== null && marker.style !== 'letter' && marker.path.length === 1 && marker.path[0] === chapter;
  if (parts.some(isChapter)) return false;
  return parts.filter(({ heading, block }) => heading && block > first.block && block < last.block).length >= 2;
}

/** A speech whose numbered paragraphs speak to the House: each is a paragraph, none a part of the plan. */
export const speaksToHouse = (members: readonly Part[], blocks: readonly Block[]): boolean =>
  members.length >= 3 &&
  members.filter((part) => /[.!?]["”’)]*\s*$/.test(blocks[part.block]!.reading.text)).length * 5 >=
    members.length * 4 &&
  members.some(({ title }) => vocative.test(title.slice(0, 80)));

const vocative =
  /^(?:(?:Mr|Mister|Mrs|Ms|Madam|Madame|Hon(?:ou?rable|\.)) )?(?:Speaker|President|Chair(?:man|person)?|Members|Senators)(?:,? Sir)?,|, (?:Mr|Mister|Madam) (?:Speaker|President|Chair)\b|^(?:존경하는 )?(?:의장님|의원 여러분|국민 여러분)/;

const isNamed = (marker: Part['marker']): boolean =>
  (marker?.style === 'label' || marker?.style === 'phrase') && marker.hint !== null && marker.hint !== 'section';
