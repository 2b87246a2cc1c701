import { holds } from '../ledger/claim';
import { slipFrom } from '../ledger/slip';
import { contentWords } from '../ledger/subject';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { once } from '../text/once';
import type { Span } from '../text/span';
import { gridsOf, totalKind, type Grid, type GridCell, type GridRow } from './grid';
import { passages, sentencesIn, within, type Passage } from './passage';
import { isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';
import { isDifference, isRate } from './table-columns';

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
export const rowMentions: (plan: PlanFacts) => readonly RowMention[] = once((plan) => [...read(plan)]);

interface Named {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly name: string;
}

function* read(plan: PlanFacts): Generator<RowMention> {
  const byFirst = namesByFirstWord(gridsOf(plan));
  const byContent = rowsByContent(byFirst);
  if (byFirst.size === 0) return;
  for (const passage of passages(plan)) {
    if (passage.cell !== null || passage.block.kind === 'heading' || passage.block.language === 'ko') continue;
    const quantities = quantitiesIn(passage);
    if (quantities.length === 0) continue;
    for (const sentence of sentencesIn(passage)) {
      const inside = within(quantities, sentence);
      if (inside.length === 0) continue;
      const exactly = rowsNamed(passage.text, sentence, byFirst);
      const named = exactly.length > 0 ? exactly : rowsDescribed(passage.text, sentence, byContent);
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

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function namesByFirstWord(grids: readonly Grid[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const grid of grids) {
    if (grid.rows.length > mostRows) continue;
    for (const row of grid.rows) {
      const label = row.label.replace(/\([^)]*\)/g, ' ').replace(/^\s*(?:[A-Z]?\d+(?:\.\d+)*[.)]?|[-–•*])\s+/, '');
      const name = words(label).join(' ');
      if (name.length < 4 || /^\d+$/.test(name) || totalKind(row.label) !== null) continue;
      const first = name.split(' ')[0]!;
      const list = found.get(first) ?? [];
      list.push({ grid, row, name });
      found.set(first, list);
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
      .matchAll(/[a-z0-9]+/g),
  ];
  const found: Place[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const known = byFirst.get(tokens[at]![0]);
    if (known === undefined) continue;
    let most = 0;
    const rows: Named[] = [];
    for (const one of known) {
      const count = one.name.split(' ').length;
      const here = tokens.slice(at, at + count).map((token) => token[0]);
      if (here.join(' ') !== one.name || count < most) continue;
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

/** Rows with labels of two telling words or more, by the first of these. */
function rowsByContent(byFirst: ReadonlyMap<string, readonly Named[]>): ReadonlyMap<string, readonly Described[]> {
  const found = new Map<string, Described[]>();
  for (const one of [...byFirst.values()].flat()) {
    const telling = [...contentWords(one.name)];
    if (telling.length < 2) continue;
    found.set(telling[0]!, [...(found.get(telling[0]!) ?? []), { ...one, telling }]);
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
  return named.length === 1 && first!.start - end < 60 ? first! : null;
}

function cellsFor(
  { headers }: Grid,
  row: GridRow,
  quantity: Quantity,
  years: readonly string[],
): Pick<RowMention, 'cells' | 'isSameYear'> {
  const all = row.cells.flatMap((cell, column) =>
    cell?.term && suits(quantity, cell, headers[column]!) ? [{ cell, years: yearsOf(headers[column]!) }] : [],
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
function suits(quantity: Quantity, { kind, term }: GridCell, header: string): boolean {
  if (isPercent(quantity)) return kind === 'percent' && quantity.figure.unit === 'percent';
  if (isAmount(quantity)) return kind === 'amount' && quantity.figure.per === null;
  return kind === 'number' && quantity.term.numeral.scale === term!.numeral.scale && !isRate(header, []);
}

const otherwise =
  /\b(?:original(?:ly)?|previous(?:ly)?|last year|earlier|initial(?:ly)?|instead of|rather than|more than|less than|fewer than|over|under|above|below|requested|bid|of which|including|at least|up to|further|another|additional|extra|a (?:year|month)|each|per|between|half)\b|\bby \|/i;

/**
 * What a sentence and a table say of one row, in pairs: equal, or differing by a slip of the pen, where the cell is no
 * doubt the one that is quoted.
 */
export function* quotedCells(plan: PlanFacts): Generator<[Term, Term]> {
  for (const { quantity, grid, row, cells, isSameYear, passage, sentence } of rowMentions(plan)) {
    if (quantity.bound || (isPercent(quantity) && quantity.figure.direction !== null)) continue;
    const { term } = quantity;
    const same = cells.find((cell) => holds({ kind: 'equal', left: term, right: cell.term! }));
    if (same !== undefined) {
      if (term.value.gte(10)) yield [term, same.term!];
      continue;
    }
    const paired = pairedCell(passage, sentence, quantity, grid, row);
    if (paired !== null) {
      if (slipFrom(term, paired.value) !== null) yield [term, paired];
      continue;
    }
    if (stands(grid, row, term) || otherwise.test(near(passage.text, sentence, quantity))) continue;
    const slips = cells.filter((cell) => {
      const slip = slipFrom(term, cell.term!.value);
      const digits = cell
        .term!.value.abs()
        .toFixed()
        .replace(/[^\d]/g, '')
        .replace(/^0+|0+$/g, '').length;
      return slip === 'swap' || slip === 'scale' || (isSameYear && cells.length === 1 && slip !== null && digits >= 3);
    });
    if (slips.length === 1) yield [term, slips[0]!.term!];
  }
}

/** `from 412,000 ha to 550,000 ha`, the first of them in the row: the cell that the second must be, or null. */
function pairedCell(
  passage: Passage,
  sentence: Span,
  quantity: Quantity,
  { headers }: Grid,
  row: GridRow,
): Term | null {
  const before = within(quantitiesIn(passage), sentence)
    .filter((one) => one.end <= quantity.start)
    .at(-1);
  if (before === undefined || before.bound || isPercent(before) !== isPercent(quantity)) return null;
  const between = passage.text.slice(before.end, quantity.start);
  if (
    !/^(?: [a-z]{1,12}){0,2}(?: in (?:FY ?)?(?:19|20)\d\d)? to (?:about )?$/.test(between) ||
    !/\bfrom $/.test(passage.text.slice(Math.max(0, before.start - 5), before.start))
  )
    return null;
  const cells = row.cells.flatMap((cell, column) => (cell?.term ? [{ term: cell.term, column }] : []));
  const first = cells.find(({ term }) => term.value.eq(before.term.value));
  if (first === undefined) return null;
  const year = /^(?: [a-z]{1,12}){0,2} (?:in|by) (?:FY ?)?((?:19|20)\d\d)/.exec(
    passage.text.slice(quantity.end, quantity.end + 30),
  )?.[1];
  const others = cells.filter(
    ({ column }) => column !== first.column && (year === undefined || headers[column]!.includes(year)),
  );
  return others.length === 1 && !others[0]!.term.value.eq(first.term.value) ? others[0]!.term : null;
}

/**
 * `Rescue goes down by KRW 17 billion`, where the row has a column of changes: what is said, and the cell without its
 * sign.
 */
export function* quotedChanges(plan: PlanFacts): Generator<[Term, Term]> {
  for (const { quantity, grid, row, passage, isExact } of rowMentions(plan)) {
    const before = passage.text.slice(Math.max(0, quantity.start - 40), quantity.start);
    if (!isExact || quantity.bound || isPercent(quantity) || !changesBy.test(before)) continue;
    const column = grid.headers.findIndex(
      (header, at) => isDifference(header) && row.cells[at]?.term && row.cells[at].kind !== 'percent',
    );
    const term = row.cells[column]?.term;
    if (!term) continue;
    const worth = isAmount(quantity) && row.cells[column]!.kind !== 'amount' ? null : term.value.abs();
    if (worth === null || worth.eq(0)) continue;
    const positive = {
      ...term,
      value: worth,
      interval: term.value.lt(0)
        ? { low: term.interval.high.times(-1), high: term.interval.low.times(-1) }
        : term.interval,
    };
    if (holds({ kind: 'equal', left: quantity.term, right: positive }) || slipFrom(quantity.term, worth) !== null)
      yield [quantity.term, positive];
  }
}

const changesBy =
  /\b(?:goes|go|went|is|are|was|were|rises?|rose|falls?|fell|grows?|grew|increases?|decreases?|drops?|cut|up|down|raised|reduced)\b[^.;,]{0,16}\bby $/;

const near = (text: string, sentence: Span, { start, end }: Span): string =>
  `${text.slice(Math.max(sentence.start, start - 34), start)}|${text.slice(end, Math.min(sentence.end, end + 16))}`;

/** Whether the table has the value in another place: the sentence speaks of that. */
const stands = ({ rows }: Grid, own: GridRow, term: Term): boolean =>
  rows.some((row) => row !== own && row.cells.some((cell) => cell?.term?.value.eq(term.value) === true)) ||
  own.cells.some((cell) => cell?.term?.value.eq(term.value) === true);
