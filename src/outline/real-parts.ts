import type { Block } from '../text/block';
import { flatMapped, type Steps } from '../text/steps';
import { aboutParts } from './about-parts';
import { isEditorsNotes } from './closing';
import { mainRun, type Link } from './chain';
import { secondViews } from './contents';
import type { DeclaredDraft } from './declared';
import { lettered } from './numeral-marker';
import { completesText } from './inner-lists';
import { splitNested } from './nested';
import { headText, numbersParagraphs, speaksToHouse } from './paragraph-numbers';
import { isLabel, isNumeral } from './parents';
import { headOf } from './head';
import { genericHeading, type Part } from './part';
import { wordMarker } from './word-marker';

/** The candidates without those that are no parts of the document. */
export function* realParts(
  all: readonly Part[],
  blocks: readonly Block[],
  declared: readonly DeclaredDraft[],
  title: string | null,
): Steps<Part[]> {
  const views = yield* secondViews(all, blocks);
  yield;
  const first = blocks.findIndex((block) => block.reading.text.trim() === title);
  const isOtherTitle = (part: Part): boolean =>
    part.block === first + 1 &&
    part.depth === (blocks[first]?.depth ?? 0) &&
    blocks[part.block]!.language !== blocks[first]?.language;
  // What stands over the title names the body, the place, the site.
  const isOverTitle = (part: Part): boolean =>
    part.marker === null && part.heading && part.block < first && first <= part.block + 6;
  const isTitle = (part: Part): boolean =>
    part.marker === null && title !== null && (blocks[part.block]!.reading.text.trim() === title || isOtherTitle(part));
  yield;
  const notes = blocks.findIndex(isEditorsNotes);
  yield;
  const isNote = (part: Part): boolean => notes >= 0 && part.block > notes;
  const countsIn = new Map<number, number>();
  for (const { block, what } of declared) if (what !== 'other') countsIn.set(block, (countsIn.get(block) ?? 0) + 1);
  // `3 strategies, 7 tasks, KRW 21 billion`: a line that counts the parts is none.
  const tells = ({ marker, depth, block }: Part): boolean =>
    marker === null && depth === 0 && (countsIn.get(block) ?? 0) > 1;
  yield;
  const listed = yield* flatMapped(all, (part, index) =>
    views[index] === 'contents' || isTitle(part) || isOverTitle(part) || tells(part) || isNote(part)
      ? []
      : [{ ...part, echo: views[index] === 'echo' }],
  );
  const tasks = declared.find(({ what }) => what === 'tasks')?.value ?? null;
  yield;
  const worded = wordsOfParagraphs(listed, blocks, tasks);
  yield;
  const lettersSettled = settleLetters(worded);
  yield;
  const settled = yield* splitNested(lettersSettled, blocks);
  const about = aboutParts(settled);
  const out = new Set<Part>();
  const told = new Set<Part>();
  for (const members of bySeries(settled).values()) {
    const { style, hint } = members[0]!.marker!;
    if (style === 'label' && hint === null && !counts(members)) members.forEach((part) => out.add(part));
    if (style === 'label') mentionsOf(members, blocks).forEach((part) => out.add(part));
    if (style === 'word' || style === 'cardinal')
      (yield* innerOf(members, settled, blocks, tasks)).forEach((part) => out.add(part));
    if (style === 'decimal' && numbersParagraphs(members, settled, blocks, tasks))
      members.forEach((part) => out.add(part));
    else if (style === 'decimal' && speaksToHouse(members, blocks)) members.forEach((part) => told.add(part));
    if (isNumeral(members[0]!) && completesText(members, blocks)) members.forEach((part) => told.add(part));
    if (members[0]!.marker!.series === lettered && !countsByLetters(members)) members.forEach((part) => out.add(part));
    if (members[0]!.marker!.series === 'decimal:' && !headText(members, settled, blocks))
      members.forEach((part) => out.add(part));
    yield;
  }
  const bulleted = settled.filter(({ marker }) => marker?.style === 'bullet').length >= 3;
  return yield* flatMapped(settled, (part, index) => {
    if (about.has(part)) return asHeading(part, blocks);
    if (told.has(part)) return [{ ...part, echo: true }];
    if (!out.has(part)) return bulleted && isIdleLine(part, settled[index + 1], blocks) ? [] : [part];
    return part.heading && part.marker?.series !== 'decimal:'
      ? [{ ...part, marker: null, title: blocks[part.block]!.reading.text.trim() }]
      : [];
  });
}

/** A heading that its label does not number; nothing where it is none. */
function asHeading(part: Part, blocks: readonly Block[]): Part[] {
  const head = headOf(blocks[part.block]!, null);
  if (head === null) return [];
  return [{ ...part, ...head, series: head.depth > 0 ? head.series : genericHeading }];
}

function bySeries(parts: readonly Part[]): Map<string, Part[]> {
  const series = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.marker === null) continue;
    const members = series.get(part.series);
    if (members) members.push(part);
    else series.set(part.series, [part]);
  }
  return series;
}

/** Where numbers count a speech's paragraphs, the words that open these count its parts: `42. First, I will …`. */
function wordsOfParagraphs(parts: readonly Part[], blocks: readonly Block[], tasks: number | null): readonly Part[] {
  const words = new Map<Part, Part>();
  for (const members of bySeries(parts).values()) {
    if (members[0]!.marker!.style !== 'decimal') continue;
    const opened = members.flatMap((part) => {
      const { text } = blocks[part.block]!.reading;
      const marker = wordMarker(blocks[part.block]!, text.slice(0, 160), part.marker!.titleAt);
      return marker === null ? [] : [[part, marker, text.slice(marker.titleAt).trim()] as const];
    });
    if (opened.length < 2 || !(speaksToHouse(members, blocks) || numbersParagraphs(members, parts, blocks, tasks)))
      continue;
    for (const [part, marker, title] of opened)
      words.set(part, { ...part, marker, series: `|${marker.series}`, title });
  }
  return words.size === 0 ? parts : parts.map((part) => words.get(part) ?? part);
}

/** `I.` is a letter where the series runs `… G. H. I. J.`, a Roman one where no other letter stands before it. */
function settleLetters(parts: readonly Part[]): Part[] {
  const lettered = new Set(parts.filter(({ marker }) => marker?.style === 'letter').map(({ series }) => series));
  const romans = new Set(
    parts.filter(({ marker }) => marker?.style === 'roman' && marker.otherwise === null).map(({ series }) => series),
  );
  return parts.map((part) => {
    const { marker, series } = part;
    if (marker === null || marker.otherwise === null || romans.has(series)) return part;
    const asLetter = series.replace('roman', 'letter');
    if (!lettered.has(asLetter)) return part;
    const { path } = marker.otherwise;
    const read = {
      ...marker,
      style: 'letter' as const,
      path,
      ordinal: path[0]!,
      series: marker.series.replace('roman', 'letter'),
    };
    return { ...part, series: asLetter, marker: { ...read, otherwise: null } };
  });
}

/**
 * Whether a label of the document's own counts on: `Workpackage 1`, `Workpackage 2`. Where its numbers are words or letters,
 * which other words come with too, there must be three from one on: `Change one`, `Change two`, `Change three`.
 */
const counts = (members: readonly Part[]): boolean =>
  members.every(({ marker }) => /\d/.test(marker!.text))
    ? members.length >= 2 &&
      members.every((part, at) => at === 0 || isAtLeast(part.marker!.path, members[at - 1]!.marker!.path))
    : members.length >= 3 && members.every(({ marker }, at) => marker!.path.length === 1 && marker!.ordinal === at + 1);

/** `Task 7` alone on its line, where `Task 7. Bring AI to work` stands before: a cell that names the part, not the part. */
function mentionsOf(members: readonly Part[], blocks: readonly Block[]): Part[] {
  const titled = new Set<string>();
  return members.filter(({ block, marker, heading }) => {
    const own = marker!.path.join('.');
    const isAlone = blocks[block]!.reading.text.trim().length <= marker!.text.length;
    if (!isAlone) titled.add(own);
    return isAlone && !heading && titled.has(own);
  });
}

/** `2.1` after `1.2`. */
function isAtLeast(path: readonly number[], before: readonly number[]): boolean {
  const at = path.findIndex((part, index) => part !== before[index]);
  return at < 0 || path[at]! > (before[at] ?? 0);
}

/** `A1`, `A2`, `B1`, `B2`: each number goes on, each letter begins with one; a wrong number here and there is none the less one. */
function countsByLetters(members: readonly Part[]): boolean {
  const misfits = members.filter(({ marker }, at) => {
    const [letter = 0, number = 0] = marker!.path;
    const [letterBefore = letter - 1, numberBefore = 0] = members[at - 1]?.marker?.path ?? [];
    return letter === letterBefore ? number !== numberBefore + 1 : letter !== letterBefore + 1 || number !== 1;
  });
  return members.length >= 3 && misfits.length * 4 <= members.length;
}

/** Members of a series of words that belong to a list inside a task. */
function* innerOf(
  members: readonly Part[],
  parts: readonly Part[],
  blocks: readonly Block[],
  expected: number | null,
): Steps<Part[]> {
  const place = new Map(parts.map((part, index) => [part, index]));
  // `First, a credit. Second, an allowance.`: a list in one paragraph, unless the next paragraph says `Second` too.
  const isLast = (part: Part, at: number): boolean =>
    tellsOn(blocks[part.block]!) && members[at + 1]?.marker?.ordinal !== (part.marker!.ordinal ?? 0) + 1;
  const listed = yield* flatMapped(members, (part, at) => (isLast(part, at) ? [part] : []));
  yield;
  const isListed = new Set(listed);
  const rest = members.filter((part) => !isListed.has(part));
  const links = rest.map((part, at): Link => {
    const before = rest[at - 1];
    const between = before === undefined ? [] : parts.slice(place.get(before)! + 1, place.get(part));
    const { ordinal, closing } = part.marker!;
    const block = blocks[part.block]!;
    const afterOther = between.some((other) => other.heading || isLabel(other));
    return { ordinal, closing, afterOther, loose: block.gap === 0 || tellsOn(block) };
  });
  const kept = mainRun(links, expected);
  const inner = rest.filter((part, at) => !kept[at] || (part.marker!.closing && rest.length === 1));
  return [...listed, ...inner];
}

/** Whether the series goes on inside the paragraph that it begins in. */
const tellsOn = ({ reading }: Block): boolean =>
  /[;,.] (?:[Ss]econd|[Ss]econdly|[Tt]wo|둘째|두 번째)[,:]/.test(reading.text) &&
  /^\W{0,3}(?:First|One|첫)/.test(reading.text);

/** In a plan of bullets, a line without a mark that heads nothing: a name, a date, a cell of a lost table. */
const isIdleLine = (part: Part, next: Part | undefined, blocks: readonly Block[]): boolean =>
  part.marker === null &&
  part.depth === 0 &&
  blocks[part.block]!.language === 'ko' &&
  !isOverText(part, blocks) &&
  (next === undefined || next.marker === null || next.block > part.block + 1);

/** Whether a heading has running text right under it. */
const isOverText = ({ heading, block }: Part, blocks: readonly Block[]): boolean => {
  const under = blocks[block + 1];
  return heading && under?.kind === 'paragraph' && under.reading.text.length > 60;
};
