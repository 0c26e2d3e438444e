/** Times of all items in milliseconds, ascending, and what came out of each. */
export async function timed<T, R>(items: readonly T[], work: (item: T) => R | Promise<R>) {
  const times: number[] = [];
  const results: R[] = [];
  for (const item of items) {
    const start = performance.now();
    results.push(await work(item));
    times.push(performance.now() - start);
  }
  return { times: times.sort((x, y) => x - y), results };
}

/** How many times longer theirs took, by the medians; the quartiles beside it. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]) {
  const at = (times: readonly number[], part: number): number =>
    times[Math.floor(part * (times.length - 1))] ?? 0;
  const [first = 0, value = 0, last = 0] = [0.25, 0.5, 0.75].map((part) => at(theirs, part) / at(ours, part));
  return { value, lowest: Math.min(first, value, last), highest: Math.max(first, value, last) };
}
