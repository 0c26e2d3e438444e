import type { Runner } from './connection.ts';
import type { LoadBatch, LoadRow, Rows } from './load-rows.ts';
import { pipelined } from './pipelined.ts';
import { statement } from './statements.ts';

/** Rows a statement gets at once: large enough to spend no time on round trips, small enough to keep memory small. */
const MOST_ROWS = 5_000;
/** Signs and numbers in them: a verdict with thousands of owners is as large as thousands of others. */
const MOST_SIZE = 2_000_000;

/** Tells how far the work is: what is being done, and how much of it. */
export type Progress = (step: string, done: number, total: number) => void;

/**
 * Runs each batch's statement over its rows, in order.
 *
 * @param report.step what is being written, for people
 */
export async function writeRows(
  tx: Runner,
  batches: readonly LoadBatch[],
  { step, progress }: { readonly step: string; readonly progress: Progress },
): Promise<void> {
  const total = batches.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for await (const written of pipelined(asked(tx, batches))) {
    done += written;
    progress(step, done, total);
  }
}

/** Each batch's statement over as many rows as it gets at once; the answer is how many these were. */
function* asked(tx: Runner, batches: readonly LoadBatch[]): Generator<() => Promise<number>> {
  for (const { path, rows } of batches) {
    const text = statement(path);
    for (const slice of slices(rows)) {
      yield () => tx.run(text, { rows: slice }).then(() => slice.length);
    }
  }
}

/** Rows in their order, as many at once as are neither too many nor together too large; one at least. */
function* slices(rows: Rows): Generator<readonly LoadRow[]> {
  let slice: LoadRow[] = [];
  let size = 0;
  for (const row of rows) {
    const own = sizeOf(row);
    const isFull = slice.length === MOST_ROWS || size + own > MOST_SIZE;
    if (isFull && slice.length > 0) {
      yield slice;
      [slice, size] = [[], 0];
    }
    slice.push(row);
    size += own;
  }
  if (slice.length > 0) yield slice;
}

/** Roughly how much a value takes on the way: its signs, and one for everything else. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const each of Object.values(value)) size += sizeOf(each);
  return size;
}
