import { dayOf, type Day } from '../figures/calendar';
import type { DateFigure, DateParts } from '../figures/figure';
import { languages } from '../language/index';
import type { Span } from '../text/span';
import type { Edit } from './edit';

/** What of one end of a date is to be written anew; the rest stays as it stands. */
export interface Redate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday?: number;
}

/**
 * The edits that write other numbers or names into one end of a date, in its own hand: digits keep their zeros, names
 * their length and capitals (`TUE` → `WED`, `화요일` → `수요일`). Null when something to be changed is not written.
 */
export function redate(source: string, part: DateParts, to: Redate): Edit[] | null {
  const edits: Edit[] = [];
  const wanted: [number | undefined, number | undefined, Span | undefined, 'months' | 'weekdays' | null][] = [
    [to.year, part.year, part.yearSpan, null],
    [to.month, part.month, part.monthSpan, 'months'],
    [to.day, part.day, part.daySpan, null],
    [to.weekday, part.weekday, part.weekdaySpan, 'weekdays'],
  ];
  for (const [value, old, span, names] of wanted) {
    if (value === undefined || value === old) continue;
    if (span === undefined) return null;
    const like = source.slice(span.start, span.end);
    const written = writeLike(like, value, names);
    if (written === null) return null;
    edits.push({
      start: span.start + written.at,
      end: span.start + written.at + written.old.length,
      newText: written.text,
    });
  }
  return edits;
}

/** One end of a date with the weekday beside it, the whole of it: `13일(화요일` and not `13일(화`. */
export function withWeekday(source: string, part: DateParts): Span {
  const { weekdaySpan } = part;
  if (weekdaySpan === undefined) return { start: part.start, end: part.end };
  const tail = source.startsWith('요일', weekdaySpan.end) ? 2 : 0;
  return { start: Math.min(part.start, weekdaySpan.start), end: Math.max(part.end, weekdaySpan.end + tail) };
}

/** The words of a date with edits done, from its first part's start to the last, white space made single. */
export function redated(source: string, part: DateParts, edits: readonly Edit[]): string {
  const { start, end } = withWeekday(source, part);
  let text = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > end) continue;
    text += source.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  text = (text + source.slice(at, end)).replace(/\s+/g, ' ');
  return /\([^()]*$/.test(text) ? `${text})` : text;
}

/** The day that one end of a date names, from what was resolved; null where it names no single, certain day. */
export function writtenDay(figure: DateFigure, index: 0 | 1): Day | null {
  const part = figure.parts[index];
  if (part?.day === undefined) return null;
  const iso = index === 1 || (figure.from === null && figure.parts.length === 1) ? figure.to : figure.from;
  const day = dayOf(iso ?? '');
  return day !== null && day.day === part.day ? day : null;
}

interface WrittenLike {
  /** Where in the old text the replaced word stands. */
  readonly at: number;
  readonly old: string;
  readonly text: string;
}

function writeLike(like: string, value: number, names: 'months' | 'weekdays' | null): WrittenLike | null {
  const digits = /\d+/.exec(like);
  if (digits !== null) {
    const old = digits[0];
    // Years may be written with two digits (`'24`).
    const text = old.length === 2 && value > 99 ? String(value % 100).padStart(2, '0') : String(value);
    return { at: digits.index, old, text: old.startsWith('0') ? text.padStart(old.length, '0') : text };
  }
  return names === null ? null : renamed(like, value, names);
}

function renamed(like: string, value: number, kind: 'months' | 'weekdays'): WrittenLike | null {
  for (const { calendar } of languages) {
    const table = Object.entries(calendar[kind]);
    const own = table
      .filter(([name]) => like.toLowerCase().includes(name))
      .sort((a, b) => b[0].length - a[0].length)[0];
    if (own === undefined) continue;
    const at = like.toLowerCase().indexOf(own[0]);
    const old = like.slice(at, at + own[0].length);
    const longest = (n: number): number => Math.max(...table.filter(([, v]) => v === n).map(([name]) => name.length));
    const full = own[0].length === longest(own[1]);
    const target = full ? longest(value) : own[0].length;
    const name = table
      .filter(([, n]) => n === value)
      .map(([word]) => word)
      .sort((a, b) => Math.abs(a.length - target) - Math.abs(b.length - target))[0];
    return name === undefined ? null : { at, old, text: capitalsOf(old, name) };
  }
  return null;
}

function capitalsOf(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase();
  return /^[A-Z]/.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}
