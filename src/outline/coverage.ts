import type { Figure, FigureKind } from '../figures/figure';
import { byStart, type Span } from '../text/span';
import { mayRest, type Steps } from '../text/steps';

/** How much of a document was read: a silent tool is not a clean plan. */
export interface Coverage extends Tally {
  readonly kinds: Readonly<Record<FigureKind, Tally>>;
  /** Indices in `plan.figures` of those that are not understood, with the reason, in order. */
  readonly open: readonly { readonly figure: number; readonly why: WhyOpen }[];
}

export interface Tally {
  readonly found: number;
  /** Of which nothing is open: what, how much and when. */
  readonly understood: number;
  /** Set against others by an equation that the plan states. */
  readonly compared: number;
}

export type WhyOpen = 'currency' | 'year' | 'impossible';

/** Coverage of the figures; both lists in order of start. `compared` are the spans that equations rest on. */
export function* coverageOf(figures: readonly Figure[], compared: readonly Span[]): Steps<Coverage> {
  const kinds: Record<FigureKind, Tally> = { amount: none, date: none, percent: none, count: none, change: none };
  const open: { figure: number; why: WhyOpen }[] = [];
  const isCompared = inOrder([...compared].sort(byStart));
  let total = none;
  for (const [index, figure] of figures.entries()) {
    if (mayRest(index)) yield;
    const why = whyOpen(figure);
    if (why !== null) open.push({ figure: index, why });
    const here = isCompared(figure);
    kinds[figure.kind] = counted(kinds[figure.kind], why === null, here);
    total = counted(total, why === null, here);
  }
  return { ...total, kinds, open };
}

const none: Tally = { found: 0, understood: 0, compared: 0 };

const counted = ({ found, understood, compared }: Tally, known: boolean, here: boolean): Tally => ({
  found: found + 1,
  understood: understood + (known ? 1 : 0),
  compared: compared + (here ? 1 : 0),
});

/** Tells of figures, asked in order of start, whether one of the sorted spans begins within them. */
function inOrder(spans: readonly Span[]): (figure: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while (next < spans.length && spans[next]!.start < start) next++;
    return next < spans.length && spans[next]!.start < end;
  };
}

/** Why a figure says less than it could: no currency, no year, a day that does not exist; null where it is understood. */
function whyOpen(figure: Figure): WhyOpen | null {
  if (figure.kind === 'amount') return figure.known === 'open' || figure.currency === null ? 'currency' : null;
  if (figure.kind !== 'date' || figure.from !== null || figure.to !== null) return null;
  return figure.parts.some(({ year }) => year !== undefined) ? 'impossible' : 'year';
}
