/**
 * The list with one more item, or a list of it alone. Most lists of places and figures have one item or two, and are made
 * to that size: an empty list that grows takes room for seventeen.
 */
export function appended<T>(list: T[] | null, item: T): T[] {
  if (list === null) return [item];
  if (list.length === 1) return [list[0]!, item];
  list.push(item);
  return list;
}
