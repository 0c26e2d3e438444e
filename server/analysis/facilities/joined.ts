import type { Confidence } from '../../facts/confidence.ts';
import type { Interval } from '../../facts/dates.ts';

/** Does a facility make advanced-node ICs on some day? */
export type NodeClass = 'advanced' | 'unknown' | 'not-advanced';

/** The node class of one facility over an interval, with what it rests on. */
export interface NodePeriod extends Interval {
  readonly id: string;
  readonly facility: string;
  /** `unknown` also where what is known is only reported or recalled. */
  readonly nodeClass: NodeClass;
  /** `stated` by a source, found by testing a `technology` against the definition, or `none`: nothing is known. */
  readonly basis: 'stated' | 'technology' | 'none';
  /** Ids of the clauses of `advanced-node.json` that decide or agree. */
  readonly clauses: readonly string[];
  readonly citation: string;
  readonly text: string;
  /** False where the day on which the fab began to make it is not known: `from` is then not its first day. */
  readonly startKnown: boolean;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

/** A stated node class that a technology contradicts under the definition of these days. */
export interface NodeContradiction extends Interval {
  readonly kind: 'node-class-contradicted';
  readonly facility: string;
  readonly text: string;
}

/**
 * A facility that physical links make one with another that makes, or may make, advanced-node ICs, over an
 * interval (Red Flag 27, Supplement No. 3 to 15 CFR Part 732), by one path of links.
 */
export interface JoinedFacility extends Interval {
  readonly id: string;
  readonly facility: string;
  /** The facility at the other end of the path. */
  readonly advanced: string;
  readonly advancedNode: 'advanced' | 'unknown';
  /**
   * `most-certain`: best weakest link, then fewest links; always there. `shortest`: fewest links, then best weakest
   * link; there only where it is shorter, and so less certain.
   */
  readonly path: 'most-certain' | 'shortest';
  /** Are both in Macau or Country Group D:5, where Red Flag 27 is raised? `elsewhere` where one of them is not. */
  readonly destination: 'covered' | 'elsewhere' | 'unknown';
  /** Number of physical links between the two; 1 is a direct connection. */
  readonly hops: number;
  /** Ids of the links, from `facility` to `advanced`. */
  readonly links: readonly string[];
  /** Kinds of those links, in the same order. */
  readonly kinds: readonly string[];
  /** Facilities passed, both ends included. */
  readonly via: readonly string[];
  /** Of the least certain link, or of the technology by which the other is advanced, whichever is less. */
  readonly confidence: Confidence;
  /** The least certain link of the path: the weakest point of the argument. */
  readonly weakestLink: string;
}
