import { type CascadeQuestion, createCascade } from '../../../server/analysis/ownership/cascade.ts';
import { type FlatOwnership, flatOwnership } from '../../../server/projection/flat-ownership.ts';
import type { MadeGraph } from './graph.ts';
import { WHOLE } from './shares.ts';

/** One cascade to be run by everybody: lower bounds, a test that looks at shares and branches but not at control. */
export interface Task {
  readonly graph: MadeGraph;
  readonly day: number;
  /** Hundredths of a percent; reaching it is enough. */
  readonly threshold: number;
  /** All that are on any list on the day, each once, ascending. */
  readonly seeds: Int32Array;
}

/** The cascade of the last but one change day: nearly everything has changed once by then. */
export function usualTask(graph: MadeGraph): Task {
  const day = graph.days.at(-2) ?? 0;
  return { graph, day, threshold: WHOLE / 2, seeds: listedOn(graph, day) };
}

function listedOn({ parties, listings }: MadeGraph, day: number): Int32Array {
  const isListed = new Uint8Array(parties);
  for (const [at, party] of listings.party.entries())
    if ((listings.from[at] ?? 0) <= day && day < (listings.to[at] ?? 0)) isListed[party] = 1;
  const seeds = new Int32Array(listings.party.length);
  let count = 0;
  for (let party = isListed.indexOf(1); party >= 0; party = isListed.indexOf(1, party + 1)) {
    seeds[count] = party;
    count += 1;
  }
  return seeds.slice(0, count);
}

/** The made graph as the product holds it. */
export function flatOf(graph: MadeGraph): FlatOwnership {
  return flatOwnership({ ...graph, perPercent: WHOLE / 100 }).flat;
}

/** The product's own cascade, ready to run. */
export function productCascade(flat: FlatOwnership, { day, threshold, seeds }: Task): () => Int32Array {
  const cascade = createCascade(flat);
  const question: CascadeQuestion = {
    ...{ day, bound: 'lower', needed: threshold },
    test: { control: false, branches: 'all' },
  };
  return () => cascade(question, seeds);
}
