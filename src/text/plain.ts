import { detectLanguage } from '../language/detect';
import { languages } from '../language/index';
import type { Block, BlockKind } from './block';
import { cellLinesAt } from './cell-lines';
import { tableAt } from './columns';
import { isFurniture, menuWords } from './furniture';
import { closes, gapOf, goesOn, isBareNumeral, layoutOf, type Layout } from './layout';
import { textLines, type Line } from './line';
import { emptyReading, verbatim } from './reading';
import { runningHeads } from './running-heads';
import type { Table } from './table';
import { finish, mayRest, type Steps } from './steps';
import { isTitle } from './title';
import { nestItems } from './nesting';
import { senseOf } from './vocabulary';
import type { Unit } from './unit';
import { readSpan, type WordSense } from './wrap';

/**
 * Plain text → blocks. Three layouts are told from the whole text: a paragraph a line; lines wrapped, with empty lines
 * between paragraphs; lines wrapped and double-spaced, as pages copied from the web are. Lines are then gathered to
 * units (a paragraph, an item, a table), and units become blocks by what begins them and how they are set off.
 */
export const readPlain = (source: string): Block[] => finish(readPlainInSteps(source));

/** The same, for a thread that may not be held. */
export function* readPlainInSteps(source: string): Steps<Block[]> {
  const lines = yield* textLines(source);
  const layout = yield* layoutOf(source, lines);
  yield;
  const units = yield* unitsOf(source, lines, layout);
  const joints: number[] = [];
  for (const { table, first, last } of units) {
    for (let line = first; table === null && line < last; line++) joints.push(line);
  }
  const sense = yield* senseOf(source, lines, joints);
  yield;
  const menu = menuWords(source, units);
  const running = runningHeads(source, units);
  yield;
  const kinds: BlockKind[] = [];
  let head = true;
  for (let index = 0; index < units.length; index++) {
    const kind: BlockKind = running.has(index) ? 'furniture' : kindOf(source, units, index, menu, head);
    kinds.push(kind);
    head &&= kind === 'furniture';
    if (mayRest(index)) yield;
  }
  const depths = nestItems(source, units, kinds);
  const blocks = new Array<Block>(units.length);
  for (let index = 0; index < units.length; index++) {
    blocks[index] = blockOf(source, units[index]!, kinds[index]!, depths[index]!, sense);
    if (mayRest(index)) yield;
  }
  return blocks;
}

function* unitsOf(source: string, lines: readonly Line[], layout: Layout): Steps<Unit[]> {
  const units: Unit[] = [];
  for (let first = 0; first < lines.length;) {
    const found = anyTableAt(source, lines, first, layout);
    const last = found === null ? lastOf(source, lines, first, layout) : first + found.lines - 1;
    units.push(unitOf(source, lines, first, last, layout, found?.table ?? null));
    first = last + 1;
    if (mayRest(units.length)) yield;
  }
  return units;
}

const anyTableAt = (source: string, lines: readonly Line[], at: number, layout: Layout) =>
  lines[at]!.columns ? tableAt(source, lines, at, layout) : cellLinesAt(source, lines, at, layout);

/** The last line of the paragraph that begins at `first`. */
function lastOf(source: string, lines: readonly Line[], first: number, layout: Layout): number {
  let last = first;
  if (isAlone(source, lines, first, layout)) last++;
  while (last + 1 < lines.length) {
    const next = lines[last + 1]!;
    if (anyTableAt(source, lines, last + 1, layout) !== null) break;
    const after = lines[last + 2];
    const runEnds = after === undefined || gapOf(after, layout) > 0;
    if (
      closes(source, lines[last]!.end) &&
      startsOrdinal(source, next) &&
      isAmongOrdinals(source, lines, first, layout)
    )
      break;
    const hangs = isHanging(source, lines[first]!, lines[last]!, next, layout);
    if (!hangs && !goesOn(source, lines[last]!, next, runEnds, layout)) break;
    if (next.mark !== null && countsOn(source, lines, last + 1)) break;
    last++;
  }
  return last;
}

/** How many lines after a number the next one is looked for. */
const near = 4;

/** `16. To bring …` under a line that seems to go on, and `17. To give …` soon after: a list, no rest of a sentence. */
function countsOn(source: string, lines: readonly Line[], index: number): boolean {
  const { mark, start } = lines[index]!;
  const number = numberAt(source, start);
  if (number === null) return false;
  for (let at = index + 1; at <= Math.min(index + near, lines.length - 1); at++) {
    const line = lines[at]!;
    if (line.mark?.style === mark!.style && numberAt(source, line.start) === number + 1) return true;
  }
  return false;
}

/** The number of a mark `16.` or `3)` at an offset; null where there is none. */
const numberAt = (source: string, at: number): number | null => {
  const found = /^\d{1,3}(?=[.)](?!\d))/.exec(source.slice(at, at + 5));
  return found === null ? null : Number(found[0]);
};

const ordinals = new Set(
  languages.flatMap(({ numbers, outline }) => [...Object.keys(numbers.ordinals), ...outline.closing]),
);

/** `Second, …`, `셋째, …`, `Lastly, …`: where paragraphs begin so, each does; an inner list begins in mid-paragraph. */
function startsOrdinal(source: string, line: Line): boolean {
  const word = /^([A-Z][a-z]{2,9}|[가-힣]{2,5}),/.exec(
    source.slice(line.start, Math.min(line.end, line.start + 12)),
  )?.[1];
  return (
    word !== undefined && (ordinals.has(word.toLowerCase()) || ordinals.has(word.toLowerCase().replace(/ly$/, '')))
  );
}

/** Whether a paragraph that begins so stands before, the line at `first` or one that no gap parts from it. */
function isAmongOrdinals(source: string, lines: readonly Line[], first: number, layout: Layout): boolean {
  for (let at = first; at >= Math.max(0, first - near); at--) {
    if (startsOrdinal(source, lines[at]!)) return true;
    if (gapOf(lines[at]!, layout) > 0) return false;
  }
  return false;
}

/** Whether a line holds nothing but its mark, and the next one is its text. */
function isAlone(source: string, lines: readonly Line[], index: number, layout: Layout): boolean {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (next === undefined || next.mark !== null || gapOf(next, layout) > 0) return false;
  if (line.mark !== null) return line.text >= line.end;
  // A bare numeral counts only where it and its title stand alone, or before what is marked: not a cell of a table.
  if (!isBareNumeral(source, line) || !/[A-Za-z가-힣]/.test(source[next.start]!) || next.width > 80) return false;
  const before = lines[index - 1];
  const after = lines[index + 2];
  const opened = before === undefined || gapOf(line, layout) > 0 || closes(source, before.end);
  if (!opened || after === undefined) return false;
  const isTitled = gapOf(line, layout) > 0 && next.width <= 50 && after.width >= 24 && wordsIn(source, after) >= 4;
  return after.mark !== null || gapOf(after, layout) > 0 || isTitled;
}

const wordsIn = (source: string, { text, end }: Line): number => source.slice(text, end).split(' ').length;

/** A line that hangs under the text of an item, as wrapped items do. */
function isHanging(source: string, first: Line, line: Line, next: Line, layout: Layout): boolean {
  if (first.mark === null || next.mark !== null || gapOf(next, layout) > 0) return false;
  if (next.indent <= first.indent || next.indent > first.indent + 8) return false;
  return (
    !/[.!?:;]$/.test(source.slice(line.start, line.end)) && line.width >= 20 && !/^[(<[〈]/.test(source[next.start]!)
  );
}

function unitOf(
  source: string,
  lines: readonly Line[],
  first: number,
  last: number,
  layout: Layout,
  table: Table | null,
): Unit {
  const line = lines[first]!;
  let width = 0;
  for (let i = first; i <= last; i++) width = Math.max(width, lines[i]!.width);
  const bare = table === null && line.mark === null && last > first && isBareNumeral(source, line);
  const end = bare ? line.end : (line.mark?.end ?? 0);
  const marked = table === null && (bare || line.mark !== null);
  const alone = marked && line.text >= line.end;
  return {
    first,
    last,
    start: line.start,
    end: lines[last]!.end,
    indent: line.indent,
    gap: first === 0 ? 0 : gapOf(line, layout),
    width,
    text: bare || (alone && last > first) ? lines[first + 1]!.start : table === null ? line.text : line.start,
    mark: marked
      ? { start: line.start, end, text: source.slice(line.start, end), style: bare ? 'bare' : line.mark!.style }
      : null,
    table,
  };
}

/** `head`: nothing but furniture stands before it. */
function kindOf(
  source: string,
  units: readonly Unit[],
  index: number,
  menu: ReadonlySet<string>,
  head: boolean,
): BlockKind {
  const unit = units[index]!;
  if (unit.table !== null) return 'table';
  if (source.startsWith('<!-- planlint-', unit.start)) return 'directive';
  if (isFurniture(source, units, index, menu)) return 'furniture';
  if (isTitle(source, units, index, head)) return 'heading';
  return unit.mark === null ? 'paragraph' : 'item';
}

function blockOf(source: string, unit: Unit, kind: BlockKind, depth: number, sense: WordSense): Block {
  const { start, end, indent, gap, mark, table } = unit;
  const stripped = mark !== null && kind !== 'furniture' && kind !== 'directive';
  const span = { start: stripped ? Math.min(unit.text, end) : start, end };
  const reading =
    table === null ? (span.start < end ? readSpan(source, span, sense) : emptyReading(end)) : verbatim('', start);
  return {
    kind,
    start,
    end,
    depth,
    indent,
    mark: stripped ? { start: mark.start, end: mark.end, text: mark.text } : null,
    reading,
    table,
    bold: false,
    language: detectLanguage(table === null ? reading.text : source.slice(start, Math.min(end, start + 2000))),
    gap,
  };
}
