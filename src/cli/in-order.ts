/**
 * Works on several items at once and gives the results in the order of the items. No more than `width()` are under way,
 * so that a slow reader holds up the source and memory stays flat. Where the source itself fails, what was begun before
 * is still given.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  width: () => number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const item of items) {
      const result = work(item);
      result.catch(() => undefined); // told when its turn has come
      begun.push(result);
      while (begun.length >= width()) yield await begun.shift()!;
    }
  } catch (error) {
    failure = { error };
  }
  for (const result of begun) yield await result;
  if (failure !== null) throw failure.error;
}
