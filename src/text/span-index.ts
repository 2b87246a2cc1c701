import { overlaps, type Span } from './span';

/** Code units that share a drawer: most findings fit into one or two. */
const drawer = 256;

/** Items by the stretches of the source that they cover, to be asked what touches a span without looking at all. */
export class SpanIndex<T> {
  private readonly drawers = new Map<number, { readonly span: Span; readonly item: T }[]>();

  add(span: Span, item: T): void {
    for (const key of keysOf(span)) {
      const held = this.drawers.get(key);
      if (held === undefined) this.drawers.set(key, [{ span, item }]);
      else held.push({ span, item });
    }
  }

  /** Whether an item that the test accepts shares a code unit with the span. */
  touches(span: Span, accepts: (item: T) => boolean): boolean {
    if (this.drawers.size === 0) return false;
    for (const key of keysOf(span)) {
      const held = this.drawers.get(key);
      if (held?.some((one) => overlaps(one.span, span) && accepts(one.item)) === true) return true;
    }
    return false;
  }
}

function* keysOf({ start, end }: Span): Generator<number> {
  const last = Math.floor(Math.max(start, end - 1) / drawer);
  for (let key = Math.floor(start / drawer); key <= last; key++) yield key;
}
