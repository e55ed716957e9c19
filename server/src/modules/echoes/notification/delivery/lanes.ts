/**
 * Does `work` for all items, at most `width` at once, those of one key one after another in their order. Answers in no
 * promised order; the first failure fails all.
 */
export async function inLanes<T, R>(
  width: number,
  items: readonly T[],
  keyOf: (item: T) => string,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const queues = new Map<string, T[]>();
  for (const item of items) {
    const queue = queues.get(keyOf(item));
    if (queue) queue.push(item);
    else queues.set(keyOf(item), [item]);
  }
  const waiting = [...queues.values()];
  const results: R[] = [];
  const lane = async () => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) for (const item of queue) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(width, waiting.length) }, lane));
  return results;
}
