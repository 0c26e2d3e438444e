import { NotFoundError, UnavailableError } from '../errors.ts';
import type { Facts, Listing } from '../facts/facts.ts';
import { factsKnownOn, type KnownOn } from '../facts/known-on.ts';
import { type Component, ownershipComponents } from '../projection/components.ts';
import type { TieGraph } from '../projection/tie-graph.ts';
import type { Store } from '../store/connection.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { readFacts, readFormerFacts } from '../store/read-facts.ts';
import { type Marked, readMarked } from '../store/snapshot/marker.ts';
import { keptTies, type SnapshotPlace } from './kept-ties.ts';

/** What is loaded, in memory, for answers that are computed when asked for. Read again after each load. */
export interface Model {
  readonly facts: (store: Store) => Promise<Facts>;
  /** All ties as a graph, for paths. */
  readonly ties: (store: Store) => Promise<TieGraph>;
  /** The parties that bear on one party through holdings and control; null for an unknown party. */
  readonly component: (store: Store, party: string) => Promise<PartyGroup | null>;
  /** All that is held, all that was formerly, and of both what was known at the end of a day. */
  readonly knownOn: (store: Store, day: string) => Promise<Knowledge>;
}

/** Parties that bear on each other, their ties, and the listings of all parties of the load. */
interface PartyGroup extends Component {
  readonly listings: readonly Listing[];
}

interface Knowledge {
  readonly facts: Facts;
  readonly former: Facts;
  readonly known: KnownOn;
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
    const loaded = await store.readOne(readLoaded);
    if (!loaded) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
    // The same files may have been loaded again after others: the stamp is then the same, what was known is not.
    const stamp = stampOf(loaded);
    if (known?.stamp !== stamp) known = { ...NOTHING_MADE, run: loaded.run, stamp };
    return known;
  };
  const factsOf = (now: Loaded, store: Store): Promise<Marked<Facts>> => {
    now.facts ??= forgetting(readMarkedFacts(store, now, place !== null), forget);
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
      now.components ??= groupsByParty(result);
      return now.components.get(party) ?? null;
    },
    knownOn: async (store, day) => {
      const now = await current(store);
      now.former ??= forgetting(unmoved(store, now.stamp, store.read(readFormerFacts)), () => {
        now.former = null;
      });
      const [{ result: facts }, former] = await Promise.all([factsOf(now, store), now.former]);
      if (now.knownOn?.day !== day) now.knownOn = { day, known: factsKnownOn(facts, former, day) };
      return { facts, former, known: now.knownOn.known };
    },
  };
}

/** One load and what was made of it so far. */
interface Loaded {
  readonly run: string;
  readonly stamp: string;
  facts: Promise<Marked<Facts>> | null;
  ties: Promise<TieGraph> | null;
  components: ReadonlyMap<string, PartyGroup> | null;
  former: Promise<Facts> | null;
  /** Of the day that was asked about last. */
  knownOn: { readonly day: string; readonly known: KnownOn } | null;
}

const NOTHING_MADE = { facts: null, ties: null, components: null, former: null, knownOn: null };

function stampOf({ run, finishedAt }: { readonly run: string; readonly finishedAt: string }): string {
  return `${run} ${finishedAt}`;
}

/**
 * What several statements read. A load that comes into force in between would show each of them another state.
 *
 * @throws UnavailableError when one did; what was read is not used
 */
async function unmoved<T>(store: Store, stamp: string, reading: Promise<T>): Promise<T> {
  const result = await reading;
  const after = await store.read(readLoaded);
  if (after !== null && stampOf(after) === stamp) return result;
  throw new UnavailableError('Other facts were loaded at this moment.', 'Ask again.');
}

function readMarkedFacts(store: Store, { stamp }: Loaded, isMarked: boolean): Promise<Marked<Facts>> {
  const unmarked = async (): Promise<Marked<Facts>> => ({
    result: await store.read(readFacts),
    marker: null,
  });
  return unmoved(store, stamp, isMarked ? readMarked(store, readFacts) : unmarked());
}

/** A promise that is asked for again once it has failed. */
function forgetting<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}

function groupsByParty(facts: Facts): Map<string, PartyGroup> {
  const groups = new Map<string, PartyGroup>();
  for (const component of ownershipComponents(facts)) {
    const group = { ...component, listings: facts.listings };
    for (const { id } of component.parties) groups.set(id, group);
  }
  return groups;
}
