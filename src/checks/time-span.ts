import type { DateFigure, DateParts } from '../figures/figure';
import { datesIn, type Passage, type Placed } from './passage';

/** A stretch of time with two written ends: `2024–2028`, `from 1 July to 30 September`, `7월부터 9월까지`. */
export interface TimeSpan {
  /** Offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
  readonly first: DateParts;
  readonly last: DateParts;
  /** The first and the last day, ISO. */
  readonly from: string;
  readonly to: string;
  readonly inferred: boolean;
}

/** The stretches of time that a passage states; ends that are open, approximate or in the wrong order are left out. */
export function timeSpansIn(passage: Passage): TimeSpan[] {
  const found: TimeSpan[] = [];
  const dates = datesIn(passage);
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i]!;
    const { figure } = date;
    const next = dates[i + 1];
    if (figure.parts.length === 2) {
      add(found, date, date, figure.parts[0], figure.parts[1]);
    } else if (next !== undefined && next.figure.parts.length === 1 && joined(passage.text, date, next)) {
      add(found, date, next, figure.parts[0], next.figure.parts[0]);
      i++;
    }
  }
  return found;
}

function add(
  found: TimeSpan[],
  { figure: a, start }: Placed<DateFigure>,
  { figure: b, end }: Placed<DateFigure>,
  first: DateParts,
  last: DateParts,
): void {
  const from = a.from ?? yearAlone(first, '01-01');
  const to = b.to ?? yearAlone(last, '12-31');
  if (from === null || to === null || from > to) return;
  if (a.approximate || b.approximate || first.modifier !== undefined) return;
  if (last.modifier !== undefined && last.modifier !== 'end') return;
  found.push({ start, end, first, last, from, to, inferred: a.inferred || b.inferred });
}

/** Fiscal years count as years even where nothing tells when they begin. */
const yearAlone = ({ year, month, quarter, half }: DateParts, day: string): string | null =>
  year === undefined || month !== undefined || quarter !== undefined || half !== undefined ? null : `${year}-${day}`;

const joint =
  /^\s?(?:\([월화수목금토일](?:요일)?\))?,?\s?(?:to|until|till|through|부터|에서|[-–—~∼〜～])\s?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |[MTWFS][a-z]{2,3}\.?,? )?(?:the )?$/;
const betweenJoint = /^ and (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?$/;

/** `2018년에 조성을 시작해 2020년까지`: what begins in a year and goes on. */
const begins =
  /^(?:에|부터)\s(?:[가-힣·]{1,12}\s){0,4}(?:시작|착수|출범|도입|착공)(?:해|하여|하고|한 뒤|한 이래|한 이후),?\s$/;

function joined(text: string, a: Placed<DateFigure>, b: Placed<DateFigure>): boolean {
  const gap = text.slice(a.end, b.start);
  if (begins.test(gap) && a.figure.parts[0].year !== undefined) return /^까지/.test(text.slice(b.end, b.end + 2));
  if (gap.length > 24) return false;
  return (
    joint.test(gap) ||
    (betweenJoint.test(gap) && /between (?:[A-Z][a-z]+, )?$/.test(text.slice(Math.max(0, a.start - 24), a.start)))
  );
}
