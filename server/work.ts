/**
 * Work that pauses now and then: whoever does it may do something else in between. For work on all that is loaded,
 * which would be dearer to send to another thread than to do.
 */
export type Work<T> = Generator<void, T>;

/** Items between two pauses: a few milliseconds of plain work on each. */
export const ITEMS_BETWEEN_PAUSES = 2_000;

/** Does the work without stopping. */
export function toEnd<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** For how long other work waits at the most, in milliseconds, as far as the pauses allow. */
const TURN_MS = 20;

/** Does the work in short turns and lets others have theirs in between. */
export async function inTurns<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN_MS;
    while (performance.now() < end) {
      const { done, value } = work.next();
      if (done) return value;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The items one after the other, with pauses. To be used as `yield* pausing(items, each => ...)`. */
export function* pausing<T>(items: Iterable<T>, use: (item: T) => void): Work<void> {
  let count = 0;
  for (const item of items) {
    use(item);
    count += 1;
    if (count % ITEMS_BETWEEN_PAUSES === 0) yield;
  }
}
