import { contentWords } from '../ledger/subject';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import type { Span } from '../text/span';
import { gathered, type InTurns, type Steps } from '../text/steps';
import { gridsOf, totalKind, type Grid, type GridCell, type GridRow } from './grid';
import { passages, sentencesIn, within, type Passage } from './passage';
import { isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { isRate } from './table-columns';

/** A quantity in an English sentence that names a row of a table, and the cells that it may be about. */
export interface RowMention {
  readonly quantity: Quantity;
  readonly grid: Grid;
  readonly row: GridRow;
  /** In the columns of the years that the sentence names; in all columns of figures where it names none of them. */
  readonly cells: readonly GridCell[];
  /** The sentence names a year that heads a column, or neither it nor the table has years. */
  readonly isSameYear: boolean;
  /** Years of the sentence, in order. */
  readonly years: readonly string[];
  readonly passage: Passage;
  readonly sentence: Span;
  /** The sentence has the row's label word for word. */
  readonly isExact: boolean;
}

/** Tables with more rows than these are data; sentences do not quote them row by row. */
const mostRows = 400;

/** Every quantity of the running text with the row that its sentence names, and no other row nearer. */
export const rowMentions = onceInSteps((plan: PlanFacts): Steps<readonly RowMention[]> => gathered(read(plan)));

interface Named {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly name: string;
}

function* read(plan: PlanFacts): InTurns<RowMention> {
  const byFirst = namesByFirstWord(yield* gridsOf.inSteps(plan));
  yield;
  const byContent = rowsByContent(byFirst);
  if (byFirst.size === 0) return;
  for (const passage of passages(plan)) {
    if (passage.cell !== null || passage.block.kind === 'heading') continue;
    const quantities = quantitiesIn(passage);
    if (quantities.length === 0) continue;
    yield;
    for (const sentence of sentencesIn(passage)) {
      const inside = within(quantities, sentence);
      if (inside.length === 0) continue;
      const exactly = rowsNamed(passage.text, sentence, byFirst);
      const described = exactly.length > 0 ? exactly : rowsDescribed(passage.text, sentence, byContent);
      const named = described.length > 0 ? described : rowOfOpening(passage, sentence, byFirst);
      if (named.length === 0) continue;
      const years = passage.text.slice(sentence.start, sentence.end).match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
      for (const quantity of inside) {
        const own = nearestTo(passage.text, named, quantity);
        if (own === null) continue;
        for (const { grid, row } of own.rows) {
          const chosen = cellsFor(grid, row, quantity, years);
          if (chosen.cells.length > 0)
            yield { quantity, grid, row, ...chosen, years, passage, sentence, isExact: exactly.length > 0 };
        }
      }
    }
  }
}

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+|[가-힣]+/g) ?? [];

/** What a label's first word is found by: Korean words bear particles. */
const keyOf = (word: string): string => (/^[가-힣]/.test(word) ? word.slice(0, 2) : word);

/** Whether the words stand there, the last of them perhaps with a particle: `평균소득을`. */
const stand = (here: readonly string[], name: readonly string[]): boolean =>
  here.length === name.length &&
  name.every((word, at) => {
    const written = here[at]!;
    if (word === written) return true;
    return (
      at === name.length - 1 &&
      /^[가-힣]{2}/.test(word) &&
      /^(?:은|는|이|가|을|를|의|에|에는|으로|로|도)$/.test(written.slice(word.length)) &&
      written.startsWith(word)
    );
  });

function namesByFirstWord(grids: readonly Grid[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const grid of grids) {
    if (grid.rows.length > mostRows) continue;
    for (const row of grid.rows) {
      const label = row.label.replace(/\([^)]*\)/g, ' ').replace(/^\s*(?:[A-Z]?\d+(?:\.\d+)*[.)]?|[-–•*])\s+/, '');
      const name = words(label).join(' ');
      if (
        (/[가-힣]/.test(name) ? name.length < 3 : name.length < 4) ||
        /^\d+$/.test(name) ||
        totalKind(row.label) !== null
      )
        continue;
      gather(found, keyOf(name.split(' ')[0]!), { grid, row, name });
    }
  }
  return found;
}

interface Place extends Span {
  readonly name: string;
  readonly rows: readonly Named[];
}

/** The rows whose whole label stands in the sentence; of labels within one another the longest. */
function rowsNamed(text: string, sentence: Span, byFirst: ReadonlyMap<string, readonly Named[]>): Place[] {
  const tokens = [
    ...text
      .slice(sentence.start, sentence.end)
      .toLowerCase()
      .matchAll(/[a-z0-9]+|[가-힣]+/g),
  ];
  const found: Place[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const known = byFirst.get(keyOf(tokens[at]![0]));
    if (known === undefined) continue;
    let most = 0;
    const rows: Named[] = [];
    for (const one of known) {
      const name = one.name.split(' ');
      const count = name.length;
      const here = tokens.slice(at, at + count).map((token) => token[0]);
      if (count < most || !stand(here, name)) continue;
      if (count > most) rows.length = 0;
      most = count;
      rows.push(one);
    }
    if (most === 0) continue;
    const last = tokens[at + most - 1]!;
    found.push({
      name: rows[0]!.name,
      rows,
      start: sentence.start + tokens[at]!.index,
      end: sentence.start + last.index + last[0].length,
    });
    at += most - 1;
  }
  return found;
}

/**
 * `둘째, 차량 정비를 늘린다. 올해 546억원을 들여 …`: the one row that the first sentence of a Korean paragraph names, where the
 * second begins with what it costs.
 */
function rowOfOpening(
  { text, block }: Passage,
  sentence: Span,
  byFirst: ReadonlyMap<string, readonly Named[]>,
): readonly Place[] {
  const stop = text.search(/[.]\s/);
  if (block.language !== 'ko' || stop < 0 || sentence.start <= stop || sentence.start > stop + 3) return [];
  if (!/^(?:올해(?:는|에는)?|이를 위해|여기에)\s(?:총\s)?\d/.test(text.slice(sentence.start, sentence.start + 12)))
    return [];
  const named = rowsNamed(text, { start: 0, end: stop }, byFirst);
  return new Set(named.map(({ name }) => name)).size === 1 ? named : [];
}

/** Rows with labels of two telling words or more, by the first of these. */
function rowsByContent(byFirst: ReadonlyMap<string, readonly Named[]>): ReadonlyMap<string, readonly Described[]> {
  const found = new Map<string, Described[]>();
  for (const one of [...byFirst.values()].flat()) {
    const telling = [...contentWords(one.name)];
    if (telling.length < 2 || /[가-힣]/.test(one.name)) continue;
    gather(found, telling[0]!, { ...one, telling });
  }
  return found;
}

interface Described extends Named {
  readonly telling: readonly string[];
}

/** The one row all of whose telling words stand in the sentence: `41,500 trees will be planted`, `Trees planted`. */
function rowsDescribed(
  text: string,
  { start, end }: Span,
  byContent: ReadonlyMap<string, readonly Described[]>,
): Place[] {
  if (end - start > longest) return [];
  const own = contentWords(text.slice(start, end));
  const fitting = [...own].flatMap((word) =>
    (byContent.get(word) ?? []).filter(({ telling }) => telling.every((part) => own.has(part))),
  );
  const most = Math.max(0, ...fitting.map(({ telling }) => telling.length));
  const best = fitting.filter(({ telling }) => telling.length === most);
  const names = new Set(best.map(({ name }) => name));
  // The whole sentence describes the row: it is found on both sides of every figure.
  return names.size === 1 ? [{ name: best[0]!.name, rows: best, start, end: start }] : [];
}

/** Longest sentence, in UTF-16 units, that is taken to describe one row. */
const longest = 240;

/** The row that a quantity is said of: the one right behind (`£41 million for bridges`), else the last one before it. */
function nearestTo(text: string, named: readonly Place[], { start, end }: Span): Place | null {
  const behind = named.find(
    (place) =>
      place.start >= end && /^\s(?:is |goes |go )?(?:for|to|on|in|of) (?:the )?$/.test(text.slice(end, place.start)),
  );
  if (behind !== undefined) return behind;
  const before = named.filter((place) => place.end <= start).at(-1);
  if (before !== undefined) return /[;]/.test(text.slice(before.end, start)) ? null : before;
  const [first] = named;
  if (/[가-힣]/.test(first!.name)) return null;
  return named.length === 1 && first!.start - end < 60 ? first! : null;
}

function cellsFor(
  { headers }: Grid,
  row: GridRow,
  quantity: Quantity,
  years: readonly string[],
): Pick<RowMention, 'cells' | 'isSameYear'> {
  const all = row.cells.flatMap((cell, column) =>
    cell?.term && suits(quantity, cell, `${row.label} ${headers[column]!}`)
      ? [{ cell, years: yearsOf(headers[column]!) }]
      : [],
  );
  const ofYear = all.filter((one) => one.years.some((year) => years.includes(year)));
  const hasYears = headers.some((header) => yearsOf(header).length > 0);
  return {
    cells: (ofYear.length > 0 ? ofYear : all).map(({ cell }) => cell),
    isSameYear: ofYear.length > 0 || (!hasYears && years.length === 0),
  };
}

const yearsOf = (header: string): string[] => header.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];

/** Whether the cell can say what the quantity says: money, per cent or a number. */
export function suits(quantity: Quantity, { kind, term }: GridCell, header: string): boolean {
  if (isPercent(quantity))
    return (
      (kind === 'percent' || (kind === 'number' && /[(（]%[)）]/.test(header))) && quantity.figure.unit === 'percent'
    );
  if (isAmount(quantity)) return kind === 'amount' && quantity.figure.per === null;
  // `상주인구(만 명)`: the cell counts in tens of thousands.
  if (/[(（][^()（）]*(?:[만천억조]|thousand|million|billion)/.test(header)) return false;
  return kind === 'number' && quantity.term.numeral.scale === term!.numeral.scale && !isRate(header, []);
}
