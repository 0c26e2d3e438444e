import type { Runner } from './connection.ts';
import type { LoadBatch } from './load-rows.ts';
import { statement } from './statements.ts';

/** Rows a statement gets at once: large enough to spend no time on round trips, small enough to keep plans and memory small. */
const BATCH = 1_000;

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
  for (const { path, rows } of batches) {
    const text = statement(path);
    for (let start = 0; start < rows.length; start += BATCH) {
      const slice = rows.slice(start, start + BATCH);
      await tx.run(text, { rows: slice });
      done += slice.length;
      progress(step, done, total);
    }
  }
}
