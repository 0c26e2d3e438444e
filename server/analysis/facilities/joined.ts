import type { Confidence } from '../../facts/confidence.ts';
import type { Interval } from '../../facts/dates.ts';

/** Does a facility make advanced-node ICs on some day? */
export type NodeClass = 'advanced' | 'unknown' | 'not-advanced';

/**
 * A facility that physical links make one with another that makes, or may make, advanced-node ICs, over an
 * interval (Red Flag 27, Supplement No. 3 to 15 CFR Part 732). The link path is the most certain one, and among
 * those the shortest.
 */
export interface JoinedFacility extends Interval {
  readonly id: string;
  readonly facility: string;
  /** The facility at the other end of the path. */
  readonly advanced: string;
  readonly advancedNode: 'advanced' | 'unknown';
  /** Is `facility` in Macau or Country Group D:5, where Red Flag 27 is raised? */
  readonly destination: 'covered' | 'elsewhere' | 'unknown';
  /** Number of physical links between the two; 1 is a direct connection. */
  readonly hops: number;
  /** Ids of the links, from `facility` to `advanced`. */
  readonly links: readonly string[];
  /** Kinds of those links, in the same order. */
  readonly kinds: readonly string[];
  /** Facilities passed, both ends included. */
  readonly via: readonly string[];
  /** The least certain link of the path: the weakest point of the argument. */
  readonly confidence: Confidence;
  readonly weakestLink: string;
}
