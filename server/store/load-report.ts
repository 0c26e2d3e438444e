import neo4j from 'neo4j-driver';
import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import type { Learned } from '../facts/learn.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Rule } from '../rules/rule.ts';
import type { Written } from './conclude.ts';
import { countChanges, type FactChanges } from './fact-changes.ts';
import type { Edition } from './fact-rows.ts';
import type { LeftPlace, Recalled } from './snapshot/left.ts';

/** What goes into a load, and what comes out of it. */

export interface LoadRequest {
  readonly facts: Facts;
  /** Former versions of facts, which are kept aside. */
  readonly former: Facts;
  /** Day on which what is new was learned, `YYYY-MM-DD`. */
  readonly day: string;
  readonly editions: readonly Edition[];
  /** Stamp: the hash of everything that goes in, so that the same input changes nothing. */
  readonly run: string;
  /** Hash of the law and the code that conclude: other ones may conclude otherwise from the same facts. */
  readonly concludedBy: string;
  /** What was loaded, for people: `seed`, or the files. */
  readonly input: string;
  /** The base and the editions of lists, as JSON. */
  readonly inputs: string;
  /** What it changes, as JSON; what was recorded before stays when left out. */
  readonly changes?: string | undefined;
  /** Pairs of ids that may be one party and wait for a person. */
  readonly waitingPairs: number;
  readonly software: string;
  /** Where what it leaves is kept, and what the load before it left; null for nowhere. */
  readonly place: LeftPlace | null;
  /** What the load before left; not used once somebody else has written. */
  readonly recalled?: Recalled | null;
}

export interface Law {
  readonly regulation: Regulation;
  readonly rules: readonly Rule[];
}

/** How many facts and conclusions are in Neo4j, or were written there, by kind. */
type Counts = Readonly<Record<string, number>>;

/** What a load left in Neo4j, and how much of it was not there before. */
export interface LoadReport {
  readonly counts: Counts;
  /** Facts and conclusions that are new or changed, facts that are gone, and former versions kept aside. */
  readonly written: Counts;
}

export interface Loading {
  /** What Neo4j holds afterwards. */
  readonly facts: Facts;
  /** What was concluded of it, by kind. */
  readonly conclusions: readonly Written[];
  readonly learned: Learned;
  readonly changes: FactChanges;
}

/** What a load left, and how much of it is new. */
export function reportOf({ facts, conclusions, learned, changes }: Loading): LoadReport {
  const entries = (what: 'total' | 'written') => conclusions.map((each) => [each.kind, each[what]] as const);
  const sizes = (all: Facts) => FACT_SECTIONS.map((section) => [section, all[section].length] as const);
  return {
    counts: Object.fromEntries([...sizes(facts), ...entries('total')]),
    written: {
      ...Object.fromEntries(entries('written')),
      formerFacts: sizes(learned.former).reduce((sum, [, size]) => sum + size, 0),
      ...countChanges(changes),
    },
  };
}

/** Parameters of `load/run`, the last statement of a load: what is loaded, and by what. */
export function runParameters(request: LoadRequest, counts: Counts, now: Date = new Date()) {
  const { run, concludedBy, input, inputs, waitingPairs, software, changes = null } = request;
  const finishedAt = neo4j.types.DateTime.fromStandardDate(now);
  const properties = {
    run,
    concludedBy,
    input,
    inputs,
    waitingPairs: neo4j.int(waitingPairs),
    software,
    finishedAt,
    counts: JSON.stringify(counts),
  };
  return { properties, changes };
}
