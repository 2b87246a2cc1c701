const nothing: readonly never[] = [];

/** The list for keeping: without the room that growing has left behind its end, and empty ones the same for all. */
export const packed = <Item>(list: readonly Item[]): readonly Item[] => (list.length === 0 ? nothing : list.slice());
