import { holds } from '../ledger/claim';
import { significantDigits, slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { PlanFacts } from '../plan';
import type { Span } from '../text/span';
import type { Grid, GridCell, GridRow } from './grid';
import { pairedCell } from './paired-cells';
import { isAmount, isPercent } from './quantity';
import { rowMentions } from './row-mentions';
import { isDifference } from './table-columns';

const otherwise =
  /\b(?:original(?:ly)?|previous(?:ly)?|last year|earlier|initial(?:ly)?|instead of|rather than|more than|less than|fewer than|over|under|above|below|requested|bid|of which|including|at least|up to|further|another|additional|extra|a (?:year|month)|each|per|between|half)\b|\bby \||당초|종전|기존|보다|대비|이상|이하|이내|최대|최소|한도|씩|당\s|매월|매년|추가|각각|누적|까지\s?총/i;

/**
 * What a sentence and a table say of one row, in pairs: equal, or differing by a slip of the pen, where the cell is no
 * doubt the one that is quoted.
 */
export function* quotedCells(plan: PlanFacts): Generator<[Term, Term]> {
  for (const mention of rowMentions(plan)) {
    const { quantity, grid, row, isSameYear, passage, sentence } = mention;
    const cells = mention.cells.filter((cell) => !isOtherSide(passage.text, quantity, grid, row, cell));
    if (cells.length === 0 || quantity.bound || (isPercent(quantity) && quantity.figure.direction !== null)) continue;
    const { term } = quantity;
    const same = cells.find((cell) => holds({ kind: 'equal', left: term, right: cell.term! }));
    if (same !== undefined) {
      if (term.value.gte(10)) yield [term, same.term!];
      continue;
    }
    const paired = pairedCell(passage, sentence, quantity, grid, row);
    if (paired !== null) {
      yield [term, paired];
      continue;
    }
    if (stands(grid, row, term) || otherwise.test(near(passage.text, sentence, quantity))) continue;
    const slips = cells.filter((cell) => {
      if (isDifference(grid.headers[row.cells.indexOf(cell)] ?? '')) return false;
      const slip = slipFrom(term, cell.term!.value);
      const digits = significantDigits(cell.term!.value.toFixed());
      return slip === 'swap' || slip === 'scale' || (isSameYear && cells.length === 1 && slip !== null && digits >= 3);
    });
    if (slips.length === 1) yield [term, slips[0]!.term!];
  }
}

const isTarget = /목표|\b(?:targets?|goals?)\b/i;
const isResult = /실적|\b(?:actuals?|outturns?|results?|achieved)\b/i;

/** `실적은 목표 86.0%를 넘어섰으나`, and a cell under `2025년 실적`: what was aimed at is not what came of it. */
function isOtherSide(text: string, { start }: Span, { headers }: Grid, row: GridRow, cell: GridCell): boolean {
  const word = /(목표|실적)(?:치|값)?(?:인|은|는)?\s$|\b(targets?|goals?|actuals?|outturns?)(?: of| was| is)?\s$/i.exec(
    text.slice(Math.max(0, start - 16), start),
  )?.[0];
  const header = headers[row.cells.indexOf(cell)] ?? '';
  if (word === undefined || isTarget.test(header) === isResult.test(header)) return false;
  return isTarget.test(word) !== isTarget.test(header);
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
