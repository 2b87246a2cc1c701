import type { Span } from '../text/span';

/**
 * The figures of a plan, as CONTRACT gives them to other programs, with what checks and fixes need besides.
 * All are readonly plain data; spans are in the source.
 */
export type Figure = Amount | DateFigure | Percent | Count | Change;
export type FigureKind = Figure['kind'];

/** How a figure is known: `written` in full, `inferred` from what stands around it, or `open`: nothing tells. */
export type Known = 'written' | 'inferred' | 'open';

export type Qualifier = 'exact' | 'about' | 'under' | 'over' | 'min' | 'max';

/**
 * One number as it stands in the text. `exact` and `step` are plain decimal strings, so that no amount of money passes
 * through binary floating point.
 *
 *     '216.4' of 'KRW 216.4 billion'   exact '216400000000'  step '100000000'  scale 'billion'
 *     '2조 7,024억'                     exact '2702400000000' step '100000000'  scale null
 */
export interface Numeral extends Span {
  /** As the repaired reading has it: `216.4`, `nine`, `2조 7,024억`. */
  readonly digits: string;
  /** Value in units (won, per cent, pieces). */
  readonly exact: string;
  /** What one in the last written place is worth: the stated value stands for `exact ± step / 2`. */
  readonly step: string;
  readonly written: 'digits' | 'words' | 'mixed';
  /** The scale word after the digits, as written, or null: `billion`, `억`, `crore`, `bn`. */
  readonly scale: string | null;
  /** Where the scale word stands; for a range's first end it may stand after the second. Absent without a scale. */
  readonly scaleSpan?: Span;
}

/** What all figures have. `block` and `cell` say where it was read: an index in `plan.blocks`, a cell of its table. */
interface Located extends Span {
  /** The repaired reading of the mention. */
  readonly text: string;
  /** Index path in the outline: `[1, 0]` is the first child of the second node; null outside every node. */
  readonly node: readonly number[] | null;
  readonly block: number;
  readonly cell: { readonly row: number; readonly column: number } | null;
}

export interface Amount extends Located {
  readonly kind: 'amount';
  /** ISO 4217 code, or null where only an ambiguous sign stands. */
  readonly currency: string | null;
  /** In major units. Absent for a range, which has `min` and `max`. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly qualifier: Qualifier;
  /** What span of time the money is for, as inclusive ISO dates. */
  readonly period: Period | null;
  readonly per: 'year' | 'month' | 'week' | 'day' | 'hour' | 'unit' | null;
  /** What the money is for, in the text's words. */
  readonly subject: string | null;
  readonly role: Role | null;
  /** How the currency is known. */
  readonly known: Known;
  readonly low: Numeral;
  /** The upper end of a range. */
  readonly high: Numeral | null;
  readonly notation: Notation;
  /** Where the unit of a table's cell is written: the header cell, row label or unit line; absent: at the figure. */
  readonly unitSpan?: Span;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What an amount is: the plan's own budget, a price, a ceiling, … */
export type Role = 'budget' | 'price' | 'ceiling' | 'unit-cost' | 'previous' | 'target' | 'saving' | 'loan' | 'result';

/** How an amount is written, so that a fix can keep the hand. */
export interface Notation {
  /** The currency as written, repaired: `KRW`, `won`, `S$`, `억 원` has `원`; empty in a table cell under a unit line. */
  readonly currency: string;
  readonly place: 'before' | 'after' | 'both' | 'unit-line';
}

export interface DateFigure extends Located {
  readonly kind: 'date';
  /** ISO 8601 calendar dates, both inclusive; null where nothing tells. */
  readonly from: string | null;
  readonly to: string | null;
  readonly granularity: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'range' | 'season';
  readonly relation: 'on' | 'by' | 'from' | 'until' | 'around';
  /** The year came from context. */
  readonly inferred: boolean;
  /** Where the year came from: the span of the text that gave it, or `plan` for the plan's own year. */
  readonly yearFrom?: Span | 'plan';
  readonly known: Known;
  /** `early`, `mid`, `late`: the period given is the one it lies in. */
  readonly approximate?: boolean;
  /** The parts as written, first end and (for a range) second: what was said, before anything was inferred. */
  readonly parts: readonly [DateParts] | readonly [DateParts, DateParts];
}

/** One end of a calendar expression. Absent parts were not written. Impossible values (`month: 13`) are kept. */
export interface DateParts extends Span {
  readonly year?: number;
  readonly yearSpan?: Span;
  readonly month?: number;
  readonly monthSpan?: Span;
  readonly day?: number;
  readonly daySpan?: Span;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: 'spring' | 'summer' | 'autumn' | 'winter';
  /** A fiscal or financial year, named by `year`. */
  readonly fiscal?: boolean;
  /** The second year of a pair that names one fiscal year: 2025 in `2024-25`. Its span is `endYearSpan`. */
  readonly endYear?: number;
  readonly endYearSpan?: Span;
  /** The ten years from `year`: `1980s`, `2030년대`. */
  readonly decade?: boolean;
  /** A word in the year's place, in years from the plan's own: 1 for `next year` and `내년`. Its span is `yearSpan`. */
  readonly relative?: number;
  /**
   * Day and month are two numbers of which either may be the day (`03/04/2024`): `day` is the first of them until the
   * region or another date of the document says otherwise; `open` where nothing does.
   */
  readonly order?: 'open' | 'day-first' | 'month-first';
  /** The nearest such month or season on that side: `last September`, `지난 9월`, `오는 5월`. */
  readonly nearest?: 'last' | 'next' | 'this';
  readonly modifier?: 'start' | 'early' | 'mid' | 'late' | 'end';
  /** 1 Monday … 7 Sunday (ISO 8601), as written beside the date; its span is outside the figure's when it stands so. */
  readonly weekday?: number;
  readonly weekdaySpan?: Span;
}

export interface Percent extends Located {
  readonly kind: 'percent';
  /** 50 for 50 %. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit: 'percent' | 'percentage-point';
  readonly qualifier: Qualifier;
  /** `+`, `up`, `△`, `감소`: the direction that the text gives it, if any. */
  readonly direction: 'up' | 'down' | null;
  readonly low: Numeral;
  readonly high: Numeral | null;
}

export interface Count extends Located {
  readonly kind: 'count';
  readonly value: number;
  /** What is counted, as written: `subjects`, `개소`; a bare number in a change may have none. */
  readonly noun: string | null;
  readonly qualifier: Qualifier;
  readonly low: Numeral;
}

/** Two figures of one thing, before and after. */
export interface Change extends Located {
  readonly kind: 'change';
  /** Indices in `plan.figures`. */
  readonly from: number;
  readonly to: number;
  /** to / from − 1, or null where it has no meaning (a zero before, dates). */
  readonly ratio: number | null;
  /** What joins them: an arrow, a phrase (`from … to`), or nothing, where an arrow was lost. */
  readonly joint: 'arrow' | 'words' | 'lost';
  /** The verb's direction, where one stands. */
  readonly direction: 'up' | 'down' | null;
}
