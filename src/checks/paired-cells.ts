import { significantDigits, slipFrom } from '../ledger/slip';
import type { Term } from '../ledger/term';
import type { Span } from '../text/span';
import type { Grid, GridRow } from './grid';
import { within, type Passage } from './passage';
import { comparable, isAmount, isPercent, quantitiesIn, type Quantity } from './quantity';

/** The cell that a quantity must be, because the one it is set beside stands in the row; null where nothing tells. */
export function pairedCell(
  passage: Passage,
  sentence: Span,
  quantity: Quantity,
  grid: Grid,
  row: GridRow,
): Term | null {
  const target = englishPair(passage, sentence, quantity, grid, row);
  if (target !== null) return slipFrom(quantity.term, target.value) === null ? null : target;
  return koreanPair(passage, sentence, quantity, grid, row);
}

/** `from 412,000 ha to 550,000 ha`, the first of them in the row: the cell that the second must be. */
function englishPair(
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
  const cells = figuresOf(row);
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
 * `청년센터를 8곳에서 12곳으로` and a row `청년센터(곳) | 7 | 8 | 10`: what is gone to stands in the last column, what it comes
 * from before it. The row counts in the unit of the text, or a slip of the pen explains the difference.
 */
function koreanPair(passage: Passage, sentence: Span, quantity: Quantity, grid: Grid, row: GridRow): Term | null {
  const { text } = passage;
  const inside = within(quantitiesIn(passage), sentence);
  const at = inside.indexOf(quantity);
  const [before, after] = [inside[at - 1], inside[at + 1]];
  const cells = figuresOf(row).filter(({ column }) => isState.test(grid.headers[column]!));
  if (cells.length < 2) return null;
  const counts = (target: Term): Term | null =>
    isUnitOf(quantity, grid, row) || slipFrom(quantity.term, target.value) !== null ? target : null;
  if (before !== undefined && goesTo(text, before, quantity)) {
    const from = cells.findIndex(({ term }) => term.value.eq(before.term.value));
    const target = cells.at(-1)!;
    return from < 0 || from === cells.length - 1 ? null : counts(target.term);
  }
  if (after === undefined || !goesTo(text, quantity, after)) return null;
  const to = cells.findIndex(({ term }) => term.value.eq(after.term.value));
  const earlier = cells.slice(0, Math.max(0, to));
  // `재방문율을 32%에서 44%로` and a row `32 | 34 | 44`: the first stands there too.
  const own = earlier.find(({ term }) => term.value.eq(quantity.term.value));
  if (own !== undefined) return own.term;
  const slipped = earlier.filter(({ term }) => slipFrom(quantity.term, term.value) !== null);
  const target = earlier.length === 1 ? earlier[0] : slipped.length === 1 ? slipped[0] : undefined;
  return target === undefined ? null : counts(target.term);
}

/** `2025년`, `현재`, `목표`: a column that says when, or in which state, and not of what. */
const isState =
  /\d{2}|현재|현행|목표|실적|기존|변경|당초|조정|계획|전망|예정|올해|작년|금년|내년|(?:지난|전|이듬|다음)해|[전후말]$|\b(?:before|after|now|today|target|actual|planned)\b/i;

const figuresOf = (row: GridRow): { term: Term; column: number }[] =>
  row.cells.flatMap((cell, column) => (cell?.term ? [{ term: cell.term, column }] : []));

/** `12개에서 18개로`. */
const goesTo = (text: string, from: Quantity, to: Quantity): boolean =>
  comparable(from, to) &&
  !from.bound &&
  !to.bound &&
  /^[^\s,.(]{0,4}에서\s$/.test(text.slice(from.end, to.start)) &&
  /^[^\s,.(]{0,4}?(?:으로|로|까지)[\s,.]/.test(text.slice(to.end, to.end + 8));

/** `(곳)`, `(단위: 곳)`. */
const inBracket = /[(（]\s?(?:단위\s?:\s?)?([^()（）]{1,20}?)\s?[)）]/g;

/** Whether the row or its columns are headed by the unit that the text counts in, or the number has digits enough. */
function isUnitOf(quantity: Quantity, { headers }: Grid, { label }: GridRow): boolean {
  const heads = `${label} ${headers.join(' ')}`;
  if (isPercent(quantity)) return heads.includes('%');
  if (isAmount(quantity)) return true;
  const noun = quantity.unit.replace(/^count /, '');
  return (
    (noun !== '' && [...heads.matchAll(inBracket)].some((match) => match[1] === noun)) ||
    significantDigits(quantity.term.numeral.digits) >= 3
  );
}
