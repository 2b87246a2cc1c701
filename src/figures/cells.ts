import type { Block } from '../text/block';
import { closedUp, headerRowsOf } from '../text/header-rows';
import { sourceSpan } from '../text/reading';
import { overlaps, type Span } from '../text/span';
import { filtered, mayRest, type Steps } from '../text/steps';
import type { Cell, Row, Table } from '../text/table';
import { currencyIn } from './currency';
import { negated, shifted } from './decimal';
import type { Amount, Figure, Numeral, Percent } from './figure';
import { readDigits, type NumberRead } from './number';
import { unitsIn, type Unit } from './unit';

/**
 * The bare numbers in a table's cells, where a header, a row's label, the caption or a unit line before the table says
 * what they are: amounts and percentages, the number alone being the span. Years in headers, counts, ranks and columns
 * that say another unit stay as they are.
 *
 *     (단위: 억원, %)
 *     | 구분 | 2025년 | 증감률 |        | Thrust | Budget (S$ million) | Share (%) | Staff |
 *     | 합계 |    346 |   15.3 |        | Homes  |                240 |      17.1 |    52 |
 */
export function* withCells(
  figures: readonly Figure[],
  blocks: readonly Block[],
  region: string | null,
): Steps<Figure[]> {
  if (!blocks.some(({ table }) => table !== null)) return [...figures];
  const known = new Set(
    figures.filter(({ kind, cell }) => cell !== null && (kind === 'amount' || kind === 'percent')).map(cellKey),
  );
  const added: (Amount | Percent)[] = [];
  for (const [index, { table }] of blocks.entries()) {
    if (mayRest(index)) yield;
    if (table === null) continue;
    for (const figure of cellFigures(table, index, unitsBefore(blocks, index), region, known)) added.push(figure);
    yield;
  }
  if (added.length === 0) return [...figures];
  const cells = new Map(added.map((figure) => [cellKey(figure), figure]));
  yield;
  const kept = yield* filtered(figures, (figure) => {
    const cell = figure.cell === null ? undefined : cells.get(cellKey(figure));
    return cell === undefined || !overlaps(cell, figure);
  });
  return [...kept, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

const cellKey = ({ block, cell }: Pick<Figure, 'block' | 'cell'>): string => `${block}/${cell?.row}/${cell?.column}`;

/** A unit and where it is written in the source. */
interface PlacedUnit {
  readonly unit: Unit;
  readonly span: Span;
}

/** The units that hold for the whole table: of the nearest lines before it, as far as they speak of units. */
function unitsBefore(blocks: readonly Block[], index: number): PlacedUnit[] {
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const block = blocks[i]!;
    if (block.table !== null || block.kind === 'code' || block.kind === 'matter') break;
    const { text } = block.reading;
    if (text.length > 240) break;
    const units = unitsIn(text)
      .filter(({ kind }) => kind === 'amount' || /단\s?위|[Uu]nit/.test(text))
      .map((unit) => ({ unit, span: sourceSpan(block.reading, unit.start, unit.end) }));
    if (units.some(({ unit }) => unit.kind === 'amount') && isCaption(text, units)) return units;
    if (units.length > 0 && /단\s?위|[Uu]nit/.test(text)) return units;
    if (i < index - 1 && block.kind === 'heading') break;
  }
  return [];
}

/** A sentence of prose that happens to hold a unit in brackets is no caption. */
const isCaption = (text: string, units: readonly PlacedUnit[]): boolean =>
  text.length <= 160 &&
  units.length > 0 &&
  !/[.!?다]\s+\S/.test(text.replace(/\b(?:Table|Tab|Annex|표)\.? ?[\dA-Z.-]+\.? /, ''));

function cellFigures(
  table: Table,
  block: number,
  before: readonly PlacedUnit[],
  region: string | null,
  known: ReadonlySet<string>,
): (Amount | Percent)[] {
  const heads = headerRows(table);
  const inside = unitRow(table);
  const corner = cornerUnits(table, heads);
  const general = inside.length > 0 ? inside : corner.length > 0 ? corner : before;
  const isOfYears = hasYearsAlone(table, heads);
  const columns = Array.from({ length: table.columns }, (_, column) =>
    columnMeaning(table, column, heads, general, isOfYears),
  );
  if (
    general.length === 0 &&
    columns.every((column) => column === null) &&
    !table.rows.some((row) => rowUnit(row) !== null)
  )
    return [];
  const found: (Amount | Percent)[] = [];
  const shares = shareColumns(table, heads);
  table.rows.forEach((row, r) => {
    if (r < heads) return;
    const isRate =
      isRateRow(row) && !row.cells.some(({ column, reading }) => shares.has(column) && /\d/.test(reading.text));
    const own = rowUnit(row) ?? (isRate ? (general.find(({ unit }) => unit.kind === 'percent') ?? null) : null);
    for (const cell of row.cells) {
      const column = columns[cell.column] ?? null;
      if (cell.column === 0 && column === null) continue;
      const placed =
        column === 'none' ? null : column === null || column.unit.kind === 'other' ? (own ?? null) : column;
      const unit = own !== null && (column === null || general.includes(column as PlacedUnit)) ? own : placed;
      if (unit === null || unit.unit.kind === 'other' || (!isOfYears && isNumbering(row, cell))) continue;
      if (isRate && unit.unit.kind === 'amount') continue;
      const place = { block, cell: { row: r, column: cell.column } };
      if (!known.has(cellKey(place))) found.push(...figuresIn(cell, unit, place, region));
    }
  });
  return found;
}

/** The first cell of a table with labels holds no amount; a lone number there numbers the row. */
const isNumbering = (row: Row, cell: Cell): boolean => cell.column === 0 && row.cells.length > 1;

/** `| 2026년 | 2027년 | 2028년 |`: every column is a year, the first too, and none has labels. */
function hasYearsAlone(table: Table, heads: number): boolean {
  const headers = table.rows[0]?.cells.map(({ reading }) => closedUp(reading.text.trim())) ?? [];
  const years = headers.map((header) => Number(/^(?:FY ?)?((?:19|20)\d\d)(?:년도?)?$/.exec(header)?.[1]));
  return heads === 1 && years.length >= 2 && years.every((year, at) => year === years[0]! + at);
}

/** The first row of a table without numbers is its heading. */
function headerRows(table: Table): number {
  const heads = headerRowsOf(table);
  return heads === table.rows.length ? 1 : heads;
}

/** A unit line that stands in the table as a row of one cell. */
function unitRow(table: Table): PlacedUnit[] {
  for (const row of table.rows.slice(0, 2)) {
    const filled = row.cells.filter((cell) => cell.reading.text.trim() !== '');
    const cell = filled[0];
    if (filled.length === 1 && cell !== undefined && /단\s?위|[Uu]nit\b/.test(cell.reading.text))
      return unitsOfCell(cell);
  }
  return [];
}

/** `| (NZ$000) | 2024 | 2025 |`: the corner above the labels tells the unit of the whole table. */
const cornerUnits = (table: Table, heads: number): PlacedUnit[] =>
  table.rows
    .slice(0, heads)
    .flatMap((row) => row.cells.filter(({ column }) => column === 0).flatMap(unitsOfCell))
    .filter(({ unit }) => unit.kind === 'amount');

const unitsOfCell = (cell: Cell): PlacedUnit[] =>
  unitsIn(cell.reading.text).map((unit) => ({ unit, span: sourceSpan(cell.reading, unit.start, unit.end) }));

const percentHeader =
  /[%％]|비중|비율|증감률|증가율|감소율|구성비|점유율|달성률|[가-힣][률율]$|\b(?:share|rate|percent(?:age)?|per cent|growth|change \(%\))\b/i;
const otherHeader =
  /^(?:no\.?|#|nr\.?|id|code|연번|순번|번호|순위|연도|년도|비고|기간|일정|시기|year|rank|date|period|notes?|remarks?)$|인원|정원|명수|건수|개소|수량|물량|횟수|대수|학교 ?수|기관 ?수|과제 ?수|사업 ?수|업체 ?수|배수|\b(?:number of|no\. of|headcount|staff|positions|employees|people|persons|fte|posts|units|quantity|beneficiaries|households|hours|days)\b/i;

/** What a column's numbers are: its header's own unit, else the table's; `none` where the header speaks against it. */
function columnMeaning(
  table: Table,
  column: number,
  heads: number,
  general: readonly PlacedUnit[],
  isOfYears: boolean,
): PlacedUnit | 'none' | null {
  const cells = table.rows.slice(0, heads).flatMap((row) => row.cells.filter((cell) => cell.column === column));
  const header = cells.map((cell) => closedUp(cell.reading.text.trim())).join(' ');
  for (const cell of [...cells].reverse()) {
    const [own] = unitsOfCell(cell);
    if (own !== undefined) return own.unit.kind === 'other' ? 'none' : inScaleOfTable(own, general, header);
  }
  if (general.length === 0 || (column === 0 && !isOfYears)) return null;
  const amount = general.find(({ unit }) => unit.kind === 'amount');
  const percent = general.find(({ unit }) => unit.kind === 'percent');
  if (percentHeader.test(header)) return percent ?? 'none';
  if (otherHeader.test(header)) return 'none';
  const others = general.some(({ unit }) => unit.kind === 'other');
  if (amount !== undefined && others && !moneyHeader.test(header)) return 'none';
  return amount ?? (general.length === 1 ? general[0]! : null);
}

/** `Change ($)` in a table of `dollars in thousands`: the sign tells money from per cent, the scale is the table's. */
function inScaleOfTable(own: PlacedUnit, general: readonly PlacedUnit[], header: string): PlacedUnit {
  if (own.unit.kind !== 'amount' || own.unit.power !== 0 || !isDifference.test(header)) return own;
  const scaled = general.find(({ unit }) => unit.kind === 'amount' && unit.power !== 0);
  return scaled ?? own;
}

const isDifference =
  /^(?:net )?(?:change|difference|variance|increase|decrease|증감액?|차이|차액)?\s?[(（][^()（）]{1,12}[)）]$/i;

const moneyHeader =
  /예산|금액|사업비|지원|투자|비용|국비|시비|도비|군비|구비|민자|지방비|합계|총계|계$|원|budget|cost|amount|spend|expenditure|funding|total|revenue|\d{4}/i;

/** A unit in brackets in the row's label: `Budget (KRW billion)`, `Staff (persons)`. */
function rowUnit(row: Row): PlacedUnit | null {
  const label = row.cells.find((cell) => cell.column === 0);
  if (label === undefined || row.cells.length < 2) return null;
  if (!/[(（[,]|%/.test(label.reading.text)) return null;
  const found = unitsOfCell(label)[0];
  return found ?? null;
}

/** `부채비율`, `Growth rate` among rows of money: shares where the table's units have them, else no money. */
function isRateRow(row: Row): boolean {
  const label = row.cells.find((cell) => cell.column === 0);
  return label !== undefined && row.cells.length > 1 && rateLabel.test(label.reading.text.trim());
}

/** `General rate | 22.8 | 26.4%`: what has a share in the whole is a part of it, whatever its name. */
const shareColumns = (table: Table, heads: number): ReadonlySet<number> =>
  new Set(
    table.rows
      .slice(0, heads)
      .flatMap((row) => row.cells.filter(({ reading }) => shareHeader.test(reading.text)).map(({ column }) => column)),
  );

const shareHeader = /비중|구성비|\bshare\b|(?:%|\bper ?cent) of (?:the )?(?:total|whole|budget)/i;

const rateLabel =
  /(?:비율|비중|[가-힣]률|이자율|증감율)(?:\s?[(（][^()（）]{0,12}[)）])?$|\b(?:rate|ratio|percentage)$|^share of\b/i;

interface Place {
  readonly block: number;
  readonly cell: { readonly row: number; readonly column: number };
}

/** `△3`, `(3)`, `△(3)`; of `(△3)` the bracket is no sign. */
const number = /^\s*(?:[(（]\s?(?=[△▲▽▼−–-]))?([△▲▽▼+−–-]\s?)?([(（]\s?)?(?=\d)/;
const tail = /^\s?[)）]?(?:\s?(?:\*{1,3}|[¹²³⁴†‡]|\d\)|\[\d+\]|주\d\)))?\s*$|^\s*[(（→⇒]/;

/** The number of a cell, or its two numbers with an arrow between. */
function figuresIn(cell: Cell, placed: PlacedUnit, place: Place, region: string | null): (Amount | Percent)[] {
  const found: (Amount | Percent)[] = [];
  const { text } = cell.reading;
  let from = 0;
  for (const part of text.split(/(?<=→|⇒|->)/)) {
    const head = number.exec(part);
    if (head !== null) {
      const at = from + head[0].length;
      const read = readDigits(text, at);
      const rest = read === null ? 'x' : text.slice(read.digitsEnd, from + part.length);
      if (read !== null && (tail.test(rest) || /^\s*(?:→|⇒|->)$/.test(rest))) {
        const mark = head[1]?.trim() ?? '';
        const closed = head[2] !== undefined && /^\s?[)）]/.test(rest);
        const start = mark !== '' ? from + part.indexOf(mark) : closed ? at - head[2]!.length : at;
        const end = closed ? read.digitsEnd + rest.search(/[)）]/) + 1 : read.digitsEnd;
        if (head[2] === undefined || closed) {
          const negative = (mark !== '' && mark !== '+') || closed;
          found.push(figureOf(cell, read, start, end, negative, placed, place, region));
        }
      }
    }
    from += part.length;
  }
  return found;
}

function figureOf(
  cell: Cell,
  read: NumberRead,
  start: number,
  end: number,
  negative: boolean,
  { unit, span }: PlacedUnit,
  place: Place,
  region: string | null,
): Amount | Percent {
  const power = unit.kind === 'amount' ? unit.power : 0;
  const exact = shifted(read.base, power);
  const digits = sourceSpan(cell.reading, read.start, read.digitsEnd);
  // Written out, field by field: a table may have tens of thousands of cells, and spreads cost most of their time.
  const low: Numeral = {
    start: digits.start,
    end: digits.end,
    digits: read.digits,
    exact: negative ? negated(exact) : exact,
    step: shifted(read.baseStep, power),
    written: 'digits',
    scale: null,
  };
  const whole = sourceSpan(cell.reading, start, end);
  const text = cell.reading.text.slice(start, end);
  const value = Number(low.exact);
  if (unit.kind !== 'amount') {
    const points = unit.kind === 'percent' && unit.points;
    return {
      kind: 'percent',
      start: whole.start,
      end: whole.end,
      text,
      node: null,
      block: place.block,
      cell: place.cell,
      value,
      qualifier: 'exact',
      low,
      high: null,
      unit: points ? 'percentage-point' : 'percent',
      direction: negative ? 'down' : null,
    };
  }
  const { currency, known } = currencyIn(unit.meaning, region);
  return {
    kind: 'amount',
    start: whole.start,
    end: whole.end,
    text,
    node: null,
    block: place.block,
    cell: place.cell,
    value,
    qualifier: 'exact',
    low,
    high: null,
    currency,
    known,
    period: null,
    per: null,
    subject: null,
    role: null,
    notation: { currency: '', place: 'unit-line' },
    unitSpan: span,
  };
}
