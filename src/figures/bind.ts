import type { Block } from '../text/block';
import { readingOffset, type Reading } from '../text/reading';
import { mayRest, type Steps } from '../text/steps';
import type { Amount, DateFigure, Figure, Period } from './figure';
import { roleOf } from './role';
import { subjectIn } from './subject';

/**
 * Tells of each amount what it is for, for what time and in what role, from its clause, heading, or table. Null where
 * the text does not say it plainly: a wrong binding costs a false alarm, a missing one nothing.
 *
 * Runs after dates are resolved and changes are found. The figures stay in order and keep their indices.
 */
export function* bind(figures: readonly Figure[], blocks: readonly Block[]): Steps<Figure[]> {
  const before = new Set<Figure>();
  for (const figure of figures) {
    const from = figure.kind === 'change' ? figures[figure.from] : undefined;
    if (from !== undefined) before.add(from);
  }
  yield;
  const headers = headerDates(figures, blocks);
  yield;
  const bound = new Array<Figure>(figures.length);
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index]!;
    bound[index] = figure.kind === 'amount' ? boundAmount(figure, index, figures, blocks, before, headers) : figure;
    if (mayRest(index)) yield;
  }
  return bound;
}

/** `before`: the figures from which something changed; `headers`: the times of the columns and rows of tables. */
function boundAmount(
  figure: Amount,
  index: number,
  figures: readonly Figure[],
  blocks: readonly Block[],
  before: ReadonlySet<Figure>,
  headers: ReadonlyMap<string, Period>,
): Amount {
  const block = blocks[figure.block];
  if (block === undefined) return figure;
  if (figure.cell !== null) return inCell(figure, block, figure.cell, headers);
  const { reading } = block;
  const start = readingOffset(reading, figure.start);
  const end = readingOffset(reading, figure.end - 1) + 1;
  const last = lastAmount(figures, index);
  const floor = last !== undefined && last.block === figure.block ? readingOffset(reading, last.end - 1) + 1 : 0;
  const subject = subjectIn(reading.text, start, end, block.kind === 'heading');
  return {
    ...figure,
    period: figure.period ?? periodOf(figures, index, reading, start, end),
    subject: subject === null || !generic.test(subject) ? subject : headingBefore(blocks, figure.block),
    role: before.has(figure) ? 'previous' : roleOf(figure, reading.text, start, end, floor),
  };
}

function lastAmount(figures: readonly Figure[], before: number): Figure | undefined {
  for (let i = before - 1; i >= 0 && i >= before - 6; i--) if (figures[i]!.kind === 'amount') return figures[i];
  return undefined;
}

/** Labels that name money and not what it is for: then the heading above tells. */
const generic =
  /^(?:total |총|소요 ?|투자 ?|추정 ?|전체 ?)?(?:budget|cost|costs|funding|amount|expenditure|financing|resources|예산|예산액|사업비|비용|재원|금액|소요액|투자액|규모)(?: total)?$/i;

function headingBefore(blocks: readonly Block[], from: number): string | null {
  for (let i = from - 1; i >= 0 && i >= from - 12; i--) {
    const block = blocks[i]!;
    if (block.kind === 'heading')
      return subjectIn(block.reading.text, block.reading.text.length, block.reading.text.length, true);
  }
  return null;
}

/** The time that a date stands for, where both its days are known. */
const periodOfDate = (date: DateFigure): Period | null =>
  date.from === null ||
  date.to === null ||
  date.granularity === 'day' ||
  date.relation === 'by' ||
  date.relation === 'until'
    ? null
    : { from: date.from, to: date.to };

/**
 * `KRW 58 billion in 2024`, `(49 billion won, 2024–2028)`, `2025년 300억원`, `In 2026, KRW 5 billion`, `2024: €2 million`,
 * and a time that heads the clause: `In 2026, the state spends KRW 5 billion`, `2026년에는 항만 정비에 300억원을 쓴다`.
 */
function periodOf(
  figures: readonly Figure[],
  index: number,
  reading: Reading,
  start: number,
  end: number,
): Period | null {
  const amount = figures[index]!;
  const after = neighbour(figures, index, 1);
  /** Joined to it by a comma at most: a date before it comes first, and one that another amount follows is that one's. */
  let loosely: Period | null = null;
  if (after !== null && after.block === amount.block) {
    const gap = reading.text.slice(end, readingOffset(reading, after.start));
    const isLoose = /^,? ?$/.test(gap);
    if (isLoose && !leadsAmount(figures, index, after, reading)) loosely = periodOfDate(after);
    const next = reading.text.charAt(readingOffset(reading, after.end - 1) + 1);
    // `€115 billion (2024: €74 billion)`: the year is of what follows.
    const isOfNext = next === ':' && /[(（] ?$/.test(gap);
    if (gap.length <= 48 && !isOfNext && !isLoose && forward.test(gap)) return periodOfDate(after);
  }
  const before = neighbour(figures, index, -1);
  if (before !== null && before.block === amount.block) {
    const gap = reading.text.slice(readingOffset(reading, before.end - 1) + 1, start);
    if (gap.length <= 48 && backward.test(gap)) return periodOfDate(before);
    if (gap.length <= 90 && before.relation === 'on' && heads(reading.text, readingOffset(reading, before.start), gap))
      return periodOfDate(before);
  }
  return loosely;
}

/** Whether the date at `start` heads the clause that `gap` goes on with, up to the amount. */
function heads(text: string, start: number, gap: string): boolean {
  if (/[가-힣]/.test(gap))
    return headedKorean.test(gap) && !modifying.test(gap.replace(/^(?:년도?)?(?:에는|에도|에|중)/, ''));
  const opening = text.slice(Math.max(0, start - 40), start);
  return opensClause.test(opening) && headed.test(gap) && !/\b(?:law|act|rule|decree)s?\b/i.test(gap);
}

/** `In 2026,`, `Over five years (2026–2030)`, `The 2026 budget`, `From 2026 to 2028`: at the beginning of a sentence. */
const opensClause =
  /(?:^|[.!?;:] )(?:(?:In|For|During|Between|Throughout|Across|From) (?:the )?(?:(?:years?|period|fiscal year|financial year) )?|Over [^.;,()]{2,20}[(]|The (?:draft |state |national )?(?:budgets? (?:for|of) )?)$/;
/** The rest of one main clause: no other clause that a time could be of. */
const headed =
  /^[),]{0,2} (?!(?:when|which|who|as|but)\b)(?:(?!\b(?:which|that|who|when|because|while|although|but)\b)[^.;:()])*$/;
/** Nouns with 에 or 의 up to the amount. */
const headedKorean = /^(?:년도?)?(?:에는|에도|에|중)? ?(?:[가-힣A-Za-z0-9·]+ ){0,5}(?:총|약)? ?$/;
/** A verb before a noun, or another part of the sentence: the time is of that. */
const modifying = /[가-힣](?:[을를은는]|[된한진던될할인]|까지|부터|보다) |(?:[연쓴든운]|따라|의해|위해|통해) /;

/** `’26 9.9조, ’27 11.2조`: whether an amount stands right behind the date. */
function leadsAmount(figures: readonly Figure[], index: number, date: DateFigure, reading: Reading): boolean {
  const end = readingOffset(reading, date.end - 1) + 1;
  let at = index + 1;
  while (at < figures.length && figures[at]!.start < date.end) at++;
  while (figures[at]?.kind === 'change') at++;
  const next = figures[at];
  return next?.kind === 'amount' && next.block === date.block && readingOffset(reading, next.start) - end <= 10;
}

const forward =
  /^(?: (?:a|per) year)?(?:,? ?[(]?| over (?:the )?[a-z0-9]+ years,? | (?:(?:will be|is|was|are|were|to be|has been|have been) )?(?:invested|spent|provided|allocated|set aside|used|disbursed|budgeted|earmarked|needed|required|available|foreseen|reserved|planned) (?:(?:on|for|to) (?!\d)(?:(?!that |which |who )[a-z-]+ ){1,5})?)?(?:in |for |during |over |across |, )?(?:the )?(?:years? |fiscal years? |financial years? |period )?$|^[,(（] ?$|^ ?[(（]$|^,? ?$/;
const backward =
  /^년?도?(?:에는?|의)? ?(?:[가-힣]{1,6} )?(?:예산(?:은|액은)? )?(?:총|약)? ?(?:금)?$|^[)）]? ?$|^,? (?:budget of|the budget of|the budget is|a total of|an amount of)? ?$|^ ?: ?$|^ [(（]$| (?:budget|allocation|level|total|figure|appropriation|request|estimate)s? (?:of|is|was|at) (?:about |around |nearly |a total of )?$|^, $/;

/** The next date on one side with no other figure between, changes and counts (`over five years`) aside. */
function neighbour(figures: readonly Figure[], index: number, step: 1 | -1): DateFigure | null {
  for (let i = index + step; i >= 0 && i < figures.length; i += step) {
    const figure = figures[i]!;
    if (figure.kind === 'change' || figure.kind === 'count') continue;
    return figure.kind === 'date' && figure.cell === null ? figure : null;
  }
  return null;
}

/** Periods of column headers and row labels: `block/column` and `block/row/r`. */
function headerDates(figures: readonly Figure[], blocks: readonly Block[]): ReadonlyMap<string, Period> {
  const dates = new Map<string, Period>();
  for (const figure of figures) {
    if (figure.kind !== 'date' || figure.cell === null) continue;
    const period = periodOfDate(figure);
    if (period === null) continue;
    const { row, column } = figure.cell;
    const cell = blocks[figure.block]?.table?.rows[row]?.cells.find((candidate) => candidate.column === column);
    if (cell === undefined || changed.test(cell.reading.text)) continue;
    if (column === 0) dates.set(`${figure.block}/row/${row}`, period);
    else if (row <= 2 && !dates.has(`${figure.block}/${column}`)) dates.set(`${figure.block}/${column}`, period);
  }
  return dates;
}

/** Headers of columns of the year before. */
const earlier = /전년|작년|지난해|(?:previous|prior|last) (?:financial |fiscal )?year/i;
/** Headers of columns that compare two years. */
const changed = /change|증감|대비|increase|decrease|growth|difference|vs\.?|compared/i;

function inCell(
  amount: Amount,
  block: Block,
  { row, column }: { row: number; column: number },
  headers: ReadonlyMap<string, Period>,
): Amount {
  const rows = block.table?.rows ?? [];
  const label = rows[row]?.cells.find((cell) => cell.column === 0)?.reading.text.trim() ?? '';
  const header = rows[0]?.cells.find((cell) => cell.column === column)?.reading.text.trim() ?? '';
  const dated = headers.has(`${amount.block}/row/${row}`);
  const named = dated ? header : label;
  const title = `${header.replace(unitAtEnd, '')} `;
  return {
    ...amount,
    period: headers.get(`${amount.block}/${column}`) ?? headers.get(`${amount.block}/row/${row}`) ?? null,
    subject: column === 0 || named === '' || /^[\d.,\s]*$/.test(named) ? null : withoutUnit(named),
    role: changed.test(header)
      ? 'result'
      : earlier.test(header)
        ? 'previous'
        : roleOf(amount, title, title.length, title.length),
  };
}

/** `Budget (KRW million)`, `전통시장 공동배송 (신규)`: what stands in brackets at the end. */
const unitAtEnd = /\s?[([（][^()[\]（）]*[)\]）]\s?$/;

/** `과제 2 전통시장 공동배송 (신규)` → `전통시장 공동배송`: without the number and a unit in brackets. */
const withoutUnit = (label: string): string =>
  /(?:계|total|sum)\s*$/i.test(label)
    ? label
    : label
        .replace(unitAtEnd, '')
        .replace(/^(?:(?:[A-Z][a-z]+|[가-힣]{2}) )?\d+(?:\.\d+)*[.:)]? +(?=\S)/, '')
        .trim() || label;
