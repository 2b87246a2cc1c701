/**
 * Works on several items at once and gives the results in the order of the items, each as soon as it is its turn: also
 * while the source has nothing more to give. No more than `width()` are under way, so that a slow reader holds up the
 * source and memory stays flat. Where the source itself fails, what was begun before is still given.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  width: () => number,
): AsyncGenerator<Result> {
  const source = items[Symbol.asyncIterator]();
  const begun: Promise<Result>[] = [];
  let failure: { readonly error: unknown } | null = null;
  let next: Promise<Step<Item>> | null = null;
  let ended = false;
  try {
    while (!ended || begun.length > 0) {
      if (!ended && begun.length < width()) next ??= stepOf(source);
      const first = begun[0]?.then(isReady, isReady);
      const step = await Promise.race([next, first].filter((one) => one !== null && one !== undefined));
      if (step === 'ready') {
        yield await begun.shift()!;
        continue;
      }
      next = null;
      if (step !== undefined && 'item' in step) {
        const result = work(step.item);
        result.catch(() => undefined); // told when its turn has come
        begun.push(result);
      } else {
        ended = true;
        failure = step ?? null;
      }
    }
  } finally {
    // Not waited for: a source that has nothing to give does not end before it has.
    if (!ended) void source.return?.().catch(() => undefined);
  }
  if (failure !== null) throw failure.error;
}

/** What the source gave: an item, its failure, or nothing more. */
type Step<Item> = { readonly item: Item } | { readonly error: unknown } | undefined;

const stepOf = <Item>(source: AsyncIterator<Item>): Promise<Step<Item>> =>
  source.next().then(
    (given) => (given.done === true ? undefined : { item: given.value }),
    (error: unknown) => ({ error }),
  );

const isReady = (): 'ready' => 'ready';
