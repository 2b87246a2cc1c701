import type { Block } from '../text/block';
import type { Reading } from '../text/reading';
import { dayOf } from './calendar';
import type { PlanClock } from './clock';
import type { DateFigure } from './figure';
import { isHeader } from './unwritten-year';

/** Whether what looks like a date is none, seen beside what stands around it. */
export const isNoDate = (date: DateFigure, blocks: readonly Block[], clock: PlanClock): boolean =>
  isNumberInTable(date, blocks) || isLoneNumber(date, blocks, clock) || isOtherDay(date, clock);

/** A day written without its month in a release: it is the day of issue, or one of the three before it. */
export const isReported = ({ parts: [{ year, month, day, relative }, second], text }: DateFigure): boolean =>
  second === undefined &&
  day !== undefined &&
  year === undefined &&
  month === undefined &&
  relative === undefined &&
  /^\d\d?일$/.test(text);

/** A day without its month that is not among those just before the day of issue. */
function isOtherDay(date: DateFigure, { issued }: PlanClock): boolean {
  if (!isReported(date) || date.relation !== 'on') return false;
  const on = issued === null ? null : dayOf(issued);
  const day = date.parts[0].day ?? 0;
  return on === null || day > on.day || day < on.day - 3;
}

/** A bare number in the body of a table, among numbers that are no years. */
function isNumberInTable({ cell, block, text }: DateFigure, blocks: readonly Block[]): boolean {
  const table = blocks[block]?.table;
  if (cell === null || !table || !/^\d{4}$/.test(text) || isHeader(cell.row, blocks[block]) || cell.column === 0)
    return false;
  const own = cellText(table.rows[cell.row]?.cells, cell.column);
  if (own !== text) return false;
  return table.rows.some((row, index) => {
    if (index === cell.row || isHeader(index, blocks[block])) return false;
    const other = cellText(row.cells, cell.column);
    return /^[\d.,△▲%-]+$/.test(other) && !/^(?:19|20)\d\d$/.test(other);
  });
}

const cellText = (
  cells: readonly { readonly column: number; readonly reading: Reading }[] | undefined,
  column: number,
): string => cells?.find((cell) => cell.column === column)?.reading.text.trim() ?? '';

/** A line that holds nothing but a number far from the plan's year: a table's cell that lost its table. */
function isLoneNumber({ block, cell, text }: DateFigure, blocks: readonly Block[], { year }: PlanClock): boolean {
  if (cell !== null || !/^\d{4}$/.test(text) || blocks[block]?.kind === 'heading') return false;
  if (blocks[block]?.reading.text.trim() !== text) return false;
  return year === null || Math.abs(Number(text) - year) > 10;
}
