import type { Runs } from './standing.ts';

/**
 * Spans of days between the days on which anything changes, one bit each: 30 of them at a time, from the span `first`
 * of the window on.
 */
export type Spans = number;
export const AT_A_TIME = 30;

/** The bits of runs on each of some days. */
export function bitsOn(days: readonly number[], runs: Runs): number[] {
  let run = 0;
  return days.map((day) => {
    while (run + 1 < runs.count && (runs.day[run + 1] ?? 0) <= day) run += 1;
    return runs.bits[run] ?? 0;
  });
}

/** Runs of the bits on each of some days. */
export function merged(days: readonly number[], bits: readonly number[]): Runs {
  const kept = days
    .map((_, index) => index)
    .filter((index) => index === 0 || bits[index] !== bits[index - 1]);
  const of = (values: readonly number[]) => kept.map((index) => values[index] ?? 0);
  return { day: of(days), bits: of(bits), count: kept.length };
}

interface Loss {
  readonly first: number;
  readonly spans: Spans;
  readonly lost: number;
}

/** Takes a bit away in some spans. */
export function loseBit(bits: number[], { first, spans, lost }: Loss): void {
  for (let span = 0; span < AT_A_TIME; span += 1)
    if ((spans & (1 << span)) !== 0) bits[first + span] = (bits[first + span] ?? 0) & ~lost;
}
