import type { DateFigure } from '../figures/figure';
import { slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import { gather } from '../text/gather';
import { onceInSteps } from '../text/once';
import type { Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';
import { gridsOf, headingRows, writtenRows, type Grid, type GridCell } from './grid';
import { datesIn, passages, passagesByBlock, sentenceAt, type Passage } from './passage';
import { isPercent, quantitiesIn, type Quantity } from './quantity';
import { suits } from './row-mentions';

/**
 * Figures of a Korean sentence right behind the names of a row and of a column, in either order, which therefore say what
 * the cell where the two meet says.
 *
 *     제2회 필기시험은 6월 20일에 치르며     row `제2회`, column `필기시험`
 *     수수료는 실기시험 41,000원이다       row `실기시험`, column `수수료`
 */
interface NamedCell extends Span {
  readonly passage: Passage;
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

/** Tables with more rows are data; sentences do not quote them. */
const mostRows = 400;

/** A name is looked for among so many words before the figure. */
const mostWords = 6;

/** The cells of the plan's tables by the names of their row and column. */
const cellsByNames = onceInSteps(function* (plan: PlanFacts): Steps<ReadonlyMap<string, readonly Cell[]>> {
  const found = new Map<string, Cell[]>();
  for (const [at, grid] of (yield* gridsOf.inSteps(plan)).entries()) {
    if (mayRest(at)) yield;
    if (grid.rows.length > mostRows) continue;
    const heads = grid.headers.map(plainName);
    for (const [row, { cells }] of writtenRows(grid).entries()) {
      if (mayRest(row)) yield;
      const label = plainName(cells[0]?.reading.text ?? '');
      if (label.length < 2 || cells[0]!.column !== 0) continue;
      for (const { column } of cells.slice(1))
        if (/[가-힣]/.test(heads[column] ?? '') && heads[column]!.length >= 2)
          gather(found, `${label} ${heads[column]!}`, { grid, row, column });
    }
  }
  return found;
});

interface Cell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

/** `제2회 `, `필기시험(1차)`, `수수료(원)`: a label as a sentence would say it, without spaces. */
const plainName = (text: string): string =>
  text
    .replace(/[(（[][^()（）[\]]*[)）\]]/g, '')
    .replace(/제(?=\d)/g, '')
    .replace(/[\s\u00a0·ㆍ,]/g, '');

/** Every date and quantity whose sentence names one cell, and no other, right before it. */
const namedCells = onceInSteps(function* (plan: PlanFacts): Steps<readonly NamedCell[]> {
  const cells = yield* cellsByNames.inSteps(plan);
  const found: NamedCell[] = [];
  if (cells.size === 0) return found;
  for (const [at, passage] of passages(plan).entries()) {
    if (mayRest(at)) yield;
    if (passage.cell !== null || passage.block.language !== 'ko' || passage.block.kind === 'heading') continue;
    if (passage.figures.length === 0) continue;
    for (const { start, end } of [...datesIn(passage), ...quantitiesIn(passage)]) {
      const [own, more] = cellsNamed(passage, start, cells);
      if (own !== undefined && more === undefined) found.push({ start, end, passage, ...own });
    }
  }
  return found;
});

/** Of another year or state than the table tells, whatever its names. */
const otherwise = /지난|작년|전년|예년|평년|내년|당초|종전|기존|원래|애초|처음|목표|(?:19|20)\d\d|[’']\d\d/;

/** `필기시험은 `, `필기시험일은 `, `수수료: `, `수수료(`: what leads from the names to the figure. */
const leads = /^(.*?[가-힣\d)])(?:은|는|이|가|을|를)?\s?[:：(（]?\s?(?:총\s|모두\s)?$/;

function cellsNamed(passage: Passage, start: number, cells: ReadonlyMap<string, readonly Cell[]>): readonly Cell[] {
  const { text } = passage;
  const from = Math.max(sentenceAt(passage, start).start, start - 60);
  const before = leads.exec(text.slice(from, start))?.[1];
  if (before === undefined) return [];
  const clause = before.slice(before.search(/[^,;:(（]*$/));
  const words = clause.trim().split(/\s+/).slice(-mostWords);
  for (let first = words.length - 2; first >= 0; first--) {
    for (let second = first + 1; second < words.length; second++) {
      const one = words.slice(first, second).join('');
      const other = plainName(words.slice(second).join(''));
      const found = namesOf(one).flatMap((name) => [
        ...(cells.get(`${name} ${other}`) ?? []),
        ...(cells.get(`${other} ${name}`) ?? []),
      ]);
      if (found.length > 0) return otherwise.test(words.slice(0, first).join(' ')) ? [] : found;
    }
  }
  return [];
}

/** The first of the two names, as it stands and without its particle: `제2회의`, `수수료는`. */
function namesOf(written: string): string[] {
  const name = plainName(written);
  const bare = name.replace(/(?:의|은|는|이|가)$/, '');
  return bare === name || bare.length < 2 ? [name] : [name, bare];
}

/** `3,000원을 올린다`, `6월 27일로 미룬다`, `41,000원에서`: a change of what the cell says, or a bound to it. */
const changed =
  /^(?:\([^()]{1,3}\))?(?:에서|보다|씩|당\s|여\s|대\s|(?:을|를|이|가|만)?\s?(?:더|추가|올리|올려|올린|오르|오른|인상|내리|내려|내린|낮|줄|늘|감면|할인|덜|이상|이하|이내|초과|미만|안팎|가량|정도)|(?:으로|로)\s(?:미루|미뤄|미룬|연기|앞당|당겨|당긴|옮|바꾸|바꿔|바뀌|바뀐|조정|변경|늦|올리|올려|올린|내리|내려|낮추|낮춰|늘|줄|인상|인하))/;

const isChanged = ({ passage: { text }, end }: NamedCell): boolean => changed.test(text.slice(end, end + 20));

/** What a sentence and the cell that it names say, in pairs: money, rates and counts. */
export function* amountsOfNamedCells(plan: PlanFacts): Steps<[Term, Term][]> {
  const found: [Term, Term][] = [];
  for (const named of yield* namedCells.inSteps(plan)) {
    const quantity = quantitiesIn(named.passage).find(({ start }) => start === named.start);
    const cell = named.grid.rows[named.row]!.cells[named.column];
    if (quantity === undefined || !cell || quantity.bound || isChanged(named)) continue;
    if (isPercent(quantity) && quantity.figure.direction !== null) continue;
    const isSure =
      cell.kind !== 'number' && says.test(named.passage.text.slice(Math.max(0, named.start - 5), named.start));
    const term = termFor(
      quantity,
      cell,
      isSure,
      `${named.grid.rows[named.row]!.label} ${named.grid.headers[named.column]!}`,
    );
    if (term !== null) found.push([quantity.term, term]);
  }
  return found;
}

/** `수수료는 41,000원`; without it, `수수료 3,000원`, the figure may be a part of what the cell says. */
const says = /(?:은|는|이|가)\s?(?:총\s|모두\s)?$|[:：(（]\s?$/;

/** A part, or a bare number that is counted in another unit, is no conflict: there only a slip of the pen is one. */
function termFor(quantity: Quantity, cell: GridCell, isSure: boolean, head: string): Term | null {
  if (!cell.term || !suits(quantity, cell, head)) return null;
  if (isSure || cell.term.value.eq(quantity.term.value)) return cell.term;
  const slip = slipFrom(quantity.term, cell.term.value);
  return slip === null || slip === 'scale' ? null : cell.term;
}

/** The days on which a sentence and the cell that it names differ. */
export function* datesOfNamedCells(plan: PlanFacts): Steps<[DateFigure, DateFigure][]> {
  const found: [DateFigure, DateFigure][] = [];
  const byBlock = yield* passagesByBlock.inSteps(plan);
  for (const named of yield* namedCells.inSteps(plan)) {
    const { passage, grid } = named;
    const date = datesIn(passage).find(({ start }) => start === named.start)?.figure;
    if (date === undefined || isChanged(named)) continue;
    const at = headingRows(grid) + named.row;
    const cell = byBlock[grid.index]!.find((one) => one.cell?.row === at && one.cell.column === named.column);
    const [own, more] = cell === undefined ? [] : datesIn(cell);
    if (own !== undefined && more === undefined && differ(own.figure, date)) found.push([own.figure, date]);
  }
  return found;
}

/** Two single days, or two stretches of days, of one year. */
const differ = (a: DateFigure, b: DateFigure): boolean =>
  [a, b].every((one) => one.granularity === 'day' && one.relation === 'on' && one.to !== null) &&
  a.parts.length === b.parts.length &&
  (a.from !== b.from || a.to !== b.to) &&
  a.to!.slice(0, 4) === b.to!.slice(0, 4);
