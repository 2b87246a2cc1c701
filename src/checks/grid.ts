import { languages } from '../language/index';
import type { Figure, Numeral } from '../figures/figure';
import { termOf, type Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import type { Block } from '../text/block';
import { closedUp, headerRowsOf } from '../text/header-rows';
import { sourceSpan } from '../text/reading';
import type { Cell, Row, Table } from '../text/table';
import { figuresIn } from './figures-in';
import { onceInSteps } from '../text/once';
import { flatMapped, type Steps } from '../text/steps';

/**
 * A table as arithmetic sees it: labels, headers and cells that are numbers. What the columns and rows have to do with
 * one another is for `table-arithmetic.ts` to find out.
 */
export interface Grid {
  readonly block: Block;
  /** Index in `plan.blocks`. */
  readonly index: number;
  /** The heading of each column, rows of headings joined by a space. */
  readonly headers: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly label: string;
  /** Bold in all of its cells that hold anything. */
  readonly bold: boolean;
  /** By column; null where the row has no such cell. */
  readonly cells: readonly (GridCell | null)[];
}

export interface GridCell {
  readonly kind: 'amount' | 'percent' | 'number' | 'blank' | 'text';
  readonly text: string;
  /** For amounts, percentages and numbers. */
  readonly term: Term | null;
  /** The term's value as a number: to find out what a column means, never to judge it. */
  readonly value: number;
}

/**
 * What a column means is tried out against every other: rows times the square of the columns is the work. Ten thousand
 * rows of fourteen columns are read; what is larger is data and not a plan.
 */
const mostWork = 2_000_000;

/** Every table of the plan that is small enough to be added up by a reader. */
export const gridsOf = onceInSteps((plan: PlanFacts): Steps<readonly Grid[]> =>
  flatMapped(plan.blocks, (block, index): readonly Grid[] => {
    const { table } = block;
    if (table === null || table.rows.length * table.columns ** 2 > mostWork) return [];
    const counts = countsAll(plan.blocks[index - 1]);
    const grid = gridOf(block, index, table, figuresByCell(figuresIn(plan, index), index), counts);
    return grid.rows.length === 0 ? [] : [grid];
  }),
);

/** How many rows of its table a grid leaves out: those of its heading. */
export const headingRows = ({ block, rows }: Grid): number => block.table!.rows.length - rows.length;

/** The rows of a grid as they stand in the source, those of its heading left out. */
export const writtenRows = (grid: Grid): readonly Row[] => grid.block.table!.rows.slice(headingRows(grid));

function gridOf(
  block: Block,
  index: number,
  table: Table,
  figures: ReadonlyMap<string, readonly Figure[]>,
  counts: boolean,
): Grid {
  const heads = Math.min(headerRowsOf(table), Math.max(3, table.headerRows));
  const columns = Array.from({ length: table.columns }, (_, column) => column);
  const headers = columns.map((column) =>
    table.rows
      .slice(0, heads)
      .map((row) => closedUp(textAt(row, column)))
      .filter((text) => text !== '')
      .join(' '),
  );
  const signed = table.rows.some(({ cells }) => cells.some(({ reading }) => signInBracket.test(reading.text.trim())));
  const rows = table.rows.slice(heads).map((row, at): GridRow => {
    const cells = columns.map((column) => {
      const cell = row.cells.find((one) => one.column === column);
      if (cell === undefined) return null;
      return cellOf(
        cell,
        figures.get(`${at + heads}/${column}`) ?? [],
        counts || countsThings(headers[column]!),
        signed,
      );
    });
    const held = row.cells.filter((cell) => cell.reading.text.trim() !== '');
    return {
      label: labelOf(isSerial.test(headers[0] ?? '') ? cells.slice(1) : cells),
      bold: held.length > 0 && held.every((cell) => cell.bold),
      cells,
    };
  });
  return { block, index, headers, rows };
}

/** A first column that only numbers the rows: `Sl. No.`, `No.`, `#`, `연번`. */
const isSerial = /^(?:(?:s[lr]?\.? ?)?no\.?|#|s\/n|연번|번호|순번)$/i;

const textAt = (row: Row, column: number): string =>
  row.cells.find((cell) => cell.column === column)?.reading.text.trim() ?? '';

function labelOf(cells: readonly (GridCell | null)[]): string {
  const first: string[] = [];
  for (const cell of cells) {
    if (cell === null || cell.kind === 'blank') continue;
    if (cell.kind !== 'text') break;
    first.push(cell.text);
  }
  return first.join(' ');
}

/** One number with what may stand around it: sign, currency, scale, unit, percent sign. */
const single =
  /^([△▲▽▼−–—+(-]*\s*)((?:[A-Z]{1,3}\s?)?[$€£¥₩₹₦₱฿₫₺₽]?\s?|R[sp]\.?\s?)(\d(?:[\d,.'’\u00a0\u202f ]*\d)?)(\s?[^\d\s()]{1,9}(?:\s[^\d\s()]{1,9})?)?\)?$/;
/** A label such as `2030` or `Task 1` in the first column is no figure; a bare number may be. */
const bare = /^[△▲▽▼−–—+(-]?\s*\d[\d,. ]*\)?$/;
const blank = /^(?:[-–—―‐.·…*x×]*|n\/?a\.?|none|nil|tbc|tbd|해당\s?없음|없음|미정)$/i;

/** `65세 이상`, `300인 미만`: a group, and nothing to be added. */
const bound = /^\d[\d,.]*\s?[가-힣]{1,4}\s?(?:이상|이하|미만|초과)$/;

const things = '명|인|개소|개|건|대|곳|호|가구|회|팀|기|척|동|면|점|개교|교|과제';

/** `(단위: 대)` in the line above a table: all of its figures are numbers of things. */
const countsAll = (before: Block | undefined): boolean =>
  before !== undefined && new RegExp(`[(（]\\s?단위\\s?[:：]\\s?(?:${things})\\s?[)）]\\s*$`).test(before.reading.text);

/** `선정(개소)`, `인원(명)`, `과제 수`: whole things, which are not rounded. */
const countsThings = (header: string): boolean =>
  /(?:과제|기업|학교|기관|업체|사업|건|대|개소|개|회|인원|가구|세대|마을|시설|직원|환자|학생|위원)\s?수\s*$/.test(
    header,
  ) ||
  /[(（]\s?(?:단위\s?[:：]\s?)?(?:명|인|개소|개|건|대|곳|호|가구|회|팀|기|척|동|면|점|개교|교)\s?[)）]/.test(header);

/** `(△10)` in a row of `(420)` and `(410)`: where brackets hold signs they are no signs themselves. */
const signInBracket = /^[(（]\s?[△▲▽▼−–—-]\s?\d/;

/** `whole`: the column counts things; `signed`: brackets are no signs. */
function cellOf(cell: Cell, figures: readonly Figure[], whole: boolean, signed: boolean): GridCell {
  const text = cell.reading.text.trim();
  if (blank.test(text)) return { kind: 'blank', text, term: null, value: 0 };
  if (bound.test(text)) return { kind: 'text', text, term: null, value: 0 };
  const match = cell.column === 0 && !bare.test(text) ? null : (single.exec(text) ?? spelled(text, figures));
  if (match === null || figures.some((figure) => figure.kind === 'date' && figure.text.length > 4)) {
    return { kind: 'text', text, term: null, value: 0 };
  }
  const [, mark = '', before = '', digits = '', after = ''] = match;
  const negative = (signed ? /[△▲▽▼−–—-]/ : /[△▲▽▼−–—(-]/).test(mark) || /[−–-]\s?$/.test(before);
  const known = figures.find(
    (figure) => figure.kind === 'amount' || figure.kind === 'percent' || figure.kind === 'count',
  );
  const offset = cell.reading.text.indexOf(text);
  const numeral = known === undefined ? null : unsigned(known.low);
  const at = offset + text.indexOf(digits, mark.length);
  const own = numeral ?? plainNumeral(digits, sourceSpan(cell.reading, at, at + digits.length));
  if (own === null) return { kind: 'text', text, term: null, value: 0 };
  const span = sourceSpan(cell.reading, offset, offset + text.length);
  const isPercent = known?.kind === 'percent' || /^\s?(?:%|퍼센트|per ?cent)/.test(after);
  const isCount = own.scale === null && own.written !== 'mixed' && (known?.kind === 'count' || (whole && !isPercent));
  const term = termOf({ text, ...span }, own, {
    sign: negative ? -1 : 1,
    unitLine: unitLineOf(known),
    whole: isCount && !own.digits.includes('.'),
  });
  return {
    kind: isPercent ? 'percent' : known?.kind === 'amount' ? 'amount' : 'number',
    text,
    term,
    value: Number(term.value.toString()),
  };
}

/** `3억 2,000만원`: a figure of several numbers that fills its cell. */
function spelled(text: string, figures: readonly Figure[]): readonly string[] | null {
  const [figure] = figures;
  if (figures.length !== 1 || (figure!.kind !== 'amount' && figure!.kind !== 'count')) return null;
  if ('high' in figure! && figure.high !== null) return null;
  return figure!.text === text && /^\d/.test(text) ? ['', '', '', text] : null;
}

/** The sign stands in the cell: the grid reads it there, once. */
const unsigned = (numeral: Numeral): Numeral =>
  numeral.exact.startsWith('-') ? { ...numeral, exact: numeral.exact.slice(1) } : numeral;

const unitLineOf = (figure: Figure | undefined): { start: number; end: number } | null =>
  figure?.kind === 'amount' ? (figure.unitSpan ?? null) : null;

/** A bare number: `1,308.5`, `1 200`, `4,5`. Null for `1.2.3` and other codes. */
export function plainNumeral(digits: string, span: { start: number; end: number }): Numeral | null {
  const clean = digits.replace(/[\s\u00a0\u202f'’]/g, '');
  const match = /^(\d{1,3}(?:,\d{2,3})*|\d+)(?:\.(\d+))?$/.exec(clean) ?? /^(\d+),(\d{1,2})$/.exec(clean);
  if (match === null) return null;
  const whole = match[1]!.replace(/,/g, '');
  const fraction = match[2] ?? '';
  return {
    start: span.start,
    end: span.end,
    digits,
    exact: `${whole}${fraction === '' ? '' : `.${fraction}`}`,
    step: fraction === '' ? '1' : `0.${'0'.repeat(fraction.length - 1)}1`,
    written: 'digits',
    scale: null,
  };
}

function figuresByCell(figures: readonly Figure[], block: number): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.block !== block || figure.cell === null) continue;
    const key = `${figure.cell.row}/${figure.cell.column}`;
    const list = found.get(key);
    if (list === undefined) found.set(key, [figure]);
    else list.push(figure);
  }
  return found;
}

/** Words for totals and subtotals in all languages, lower case, without spaces. */
const totalWords = new Set(languages.flatMap((language) => language.prose.total).map(squeezed));
const koreanTotal = /^[가-힣].*[가-힣]$/;
/** Words that name a total inside a longer label: `Total revenue`, `All programmes`; `Services for all` is none. */
const totalInLabel =
  /(?:^|[^\w])totals?(?:[^\w]|$)|^all (?:programmes?|programs?|strategies|regions|sectors|themes|activities|goals|departments|ministries|sources|categories|areas|years|calls|projects|measures|functions|portfolios)$/i;
/** `All five`, `All 12 events` */
const allOfThem =
  /^all (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})(?: [a-z]+){0,3}$/i;
const subtotalWords = languages.flatMap((language) => language.prose.subtotal).map(squeezed);

/** Whether a label or a header names a total (`Total`, `Grand total`, `합 계`, `전략 1 소계`), and of which kind. */
export function totalKind(label: string): 'total' | 'subtotal' | null {
  const text = squeezed(label.replace(/\(.*?\)|[*:：]/g, ''));
  if (text === '') return null;
  if (subtotalWords.some((word) => text === word || text.endsWith(word) || text.startsWith(word))) return 'subtotal';
  if (totalWords.has(text) || (label.length <= 60 && totalInLabel.test(label))) return 'total';
  if (allOfThem.test(label.trim())) return 'total';
  for (const word of totalWords) {
    if (koreanTotal.test(word) && (text.endsWith(word) || text.startsWith(word))) return 'total';
  }
  return null;
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[\s\u00a0-]+/g, '');
}
