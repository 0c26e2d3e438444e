/**
 * Room that every test of a sweep uses for a moment, one number a party, and leaves at zero: making it anew for each
 * test costs more than what is done in it.
 */
export interface SweepScratch {
  /** Ticks. */
  readonly held: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly marks: Uint8Array;
}

export function sweepScratch(parties: number): SweepScratch {
  return {
    held: new Float64Array(parties),
    first: new Int32Array(parties),
    second: new Int32Array(parties),
    marks: new Uint8Array(parties),
  };
}
