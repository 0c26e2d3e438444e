import { NotFoundError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import { type Component, ownershipComponents } from '../projection/components.ts';
import type { TieGraph } from '../projection/tie-graph.ts';
import type { Runner, Store } from '../store/connection.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { readFacts } from '../store/read-facts.ts';
import { type Marked, readMarked } from '../store/snapshot/marker.ts';
import { keptTies, type SnapshotPlace } from './kept-ties.ts';

/** What is loaded, in memory, for answers that are computed when asked for. Read again after each load. */
export interface Model {
  readonly facts: (store: Store) => Promise<Facts>;
  /** All ties as a graph, for paths. */
  readonly ties: (store: Store) => Promise<TieGraph>;
  /** The parties that bear on one party through holdings and control, with those ties; null for an unknown party. */
  readonly component: (store: Store, party: string) => Promise<Component | null>;
}

/**
 * A model that reads on first use and whenever another load has come into force.
 *
 * @param place where what takes long to make is kept from one start to the next; null for nowhere
 */
export function createModel(place: SnapshotPlace | null = null): Model {
  let known: Loaded | null = null;
  const forget = (): void => {
    known = null;
  };
  const current = async (store: Store): Promise<Loaded> => {
    const loaded = await store.read(readLoaded);
    if (!loaded) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
    if (known?.run !== loaded.run) known = { run: loaded.run, facts: null, ties: null, components: null };
    return known;
  };
  const factsOf = (now: Loaded, store: Store): Promise<Marked<Facts>> => {
    now.facts ??= forgetting(readMarkedFacts(store, now.run, place !== null), forget);
    return now.facts;
  };
  return {
    facts: async (store) => (await factsOf(await current(store), store)).result,
    ties: async (store) => {
      const now = await current(store);
      const { run } = now;
      now.ties ??= forgetting(keptTies({ store, run, place, facts: () => factsOf(now, store) }), forget);
      return now.ties;
    },
    component: async (store, party) => {
      const now = await current(store);
      const { result } = await factsOf(now, store);
      now.components ??= byParty(ownershipComponents(result));
      return now.components.get(party) ?? null;
    },
  };
}

/** One load and what was made of it so far. */
interface Loaded {
  readonly run: string;
  facts: Promise<Marked<Facts>> | null;
  ties: Promise<TieGraph> | null;
  components: ReadonlyMap<string, Component> | null;
}

async function readMarkedFacts(store: Store, run: string, isMarked: boolean): Promise<Marked<Facts>> {
  const read = (tx: Runner): Promise<Facts> => readFacts(tx, run);
  return isMarked ? readMarked(store, read) : { result: await store.read(read), marker: null };
}

/** A promise that is asked for again once it has failed. */
function forgetting<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

function byParty(components: readonly Component[]): Map<string, Component> {
  return new Map(components.flatMap((component) => component.parties.map(({ id }) => [id, component])));
}
