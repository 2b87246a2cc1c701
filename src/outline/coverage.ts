import type { Figure, FigureKind } from '../figures/figure';
import type { Node } from './outline';
import { nodeAt } from './outline';

/** How much of a document was read: what was found, what of it is understood, and what is open and why. */
export interface Coverage {
  readonly found: number;
  readonly understood: number;
  readonly kinds: Readonly<Record<FigureKind, Tally>>;
  /** By the node that holds them, in order of the text; figures outside every node under null. */
  readonly nodes: readonly {
    readonly node: Node | null;
    readonly path: readonly number[] | null;
    readonly tally: Tally;
  }[];
  /** Indices in `plan.figures` of those that are not understood, with the reason. */
  readonly open: readonly { readonly figure: number; readonly why: 'currency' | 'year' | 'impossible' }[];
}

export interface Tally {
  readonly found: number;
  readonly understood: number;
}

/** Coverage of the figures; whether a check used them is for the checks to say. */
export function coverageOf(figures: readonly Figure[], outline: readonly Node[]): Coverage {
  const kinds: Record<FigureKind, Tally> = { amount: none, date: none, percent: none, count: none, change: none };
  const nodes = new Map<string, { path: readonly number[] | null; tally: Tally }>();
  const open: { figure: number; why: 'currency' | 'year' | 'impossible' }[] = [];
  let total = none;
  figures.forEach((figure, index) => {
    const why = whyOpen(figure);
    if (why !== null) open.push({ figure: index, why });
    kinds[figure.kind] = counted(kinds[figure.kind], why === null);
    total = counted(total, why === null);
    const key = figure.node?.join('.') ?? '';
    nodes.set(key, { path: figure.node, tally: counted(nodes.get(key)?.tally ?? none, why === null) });
  });
  return {
    ...total,
    kinds,
    nodes: [...nodes.values()].map(({ path, tally }) => ({
      node: path === null ? null : (nodeAt(outline, path) ?? null),
      path,
      tally,
    })),
    open,
  };
}

const none: Tally = { found: 0, understood: 0 };

const counted = ({ found, understood }: Tally, known: boolean): Tally => ({
  found: found + 1,
  understood: understood + (known ? 1 : 0),
});

/** Why a figure says less than it could: no currency, no year, a day that does not exist; null where it is understood. */
function whyOpen(figure: Figure): 'currency' | 'year' | 'impossible' | null {
  if (figure.kind === 'amount') return figure.known === 'open' || figure.currency === null ? 'currency' : null;
  if (figure.kind !== 'date' || figure.from !== null || figure.to !== null) return null;
  return figure.parts.some(({ year }) => year !== undefined) ? 'impossible' : 'year';
}
