import type { BlockKind } from './block';
import type { Unit } from './unit';
import { isBody } from './title';

/**
 * How deep each item stands in its list, from 0: a mark of a style seen before goes back to that style's level, a new
 * style goes one deeper, and so does the same style further in. Paragraphs take the depth of the item they hang under.
 */
export function nestItems(source: string, units: readonly Unit[], kinds: readonly BlockKind[]): number[] {
  let open: { readonly style: string; readonly indent: number }[] = [];
  return units.map((unit, index) => {
    const kind = kinds[index]!;
    if (kind === 'heading') {
      open = [];
      return 0;
    }
    const { mark, indent } = unit;
    if (kind === 'paragraph' && open.length > 0 && indent > open[0]!.indent) {
      let under = open.length - 1;
      while (under > 0 && open[under]!.indent >= indent) under--;
      return under;
    }
    if (kind !== 'item' || mark === null) {
      if (kind === 'paragraph' && (unit.gap > 0 || isBody(source, unit))) open = [];
      return 0;
    }
    let at = open.length - 1;
    while (at >= 0 && !(open[at]!.style === mark.style && Math.abs(open[at]!.indent - indent) < 2)) at--;
    if (at < 0 && unit.gap > 0 && open.length > 0 && indent <= open[0]!.indent) at = 0;
    else if (at < 0) {
      // A new style or a new column: under the last item that stands further out, else beside the first.
      at = open.length;
      while (at > 0 && open[at - 1]!.indent > indent) at--;
      while (at > 0 && open[at - 1]!.indent === indent && open[at - 1]!.style === mark.style) at--;
    }
    open = [...open.slice(0, at), { style: mark.style, indent }].slice(0, 12);
    return open.length - 1;
  });
}
