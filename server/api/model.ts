import { NotFoundError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import { type Component, ownershipComponents } from '../projection/components.ts';
import { projectTies } from '../projection/project-ties.ts';
import type { TieGraph } from '../projection/tie-graph.ts';
import type { Store } from '../store/connection.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { readFacts } from '../store/read-facts.ts';

/** What is loaded, in memory, for answers that are computed when asked for. Read again after each load. */
export interface Model {
  readonly facts: (store: Store) => Promise<Facts>;
  /** All ties as a graph, for paths. */
  readonly ties: (store: Store) => Promise<TieGraph>;
  /** The parties that bear on one party through holdings and control, with those ties; null for an unknown party. */
  readonly component: (store: Store, party: string) => Promise<Component | null>;
}

/** A model that reads on first use and whenever another load has come into force. */
export function createModel(): Model {
  let known: Loaded | null = null;
  const current = async (store: Store): Promise<Loaded> => {
    const loaded = await store.read(readLoaded);
    if (!loaded) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
    if (known?.run !== loaded.run) {
      const facts = store.read((tx) => readFacts(tx, loaded.run));
      facts.catch(() => {
        known = null;
      });
      known = { run: loaded.run, facts, ties: null, components: null };
    }
    return known;
  };
  return {
    facts: async (store) => (await current(store)).facts,
    ties: async (store) => {
      const now = await current(store);
      now.ties ??= projectTies(await now.facts);
      return now.ties;
    },
    component: async (store, party) => {
      const now = await current(store);
      now.components ??= byParty(ownershipComponents(await now.facts));
      return now.components.get(party) ?? null;
    },
  };
}

/** One load and what was made of it so far. */
interface Loaded {
  readonly run: string;
  readonly facts: Promise<Facts>;
  ties: TieGraph | null;
  components: ReadonlyMap<string, Component> | null;
}

function byParty(components: readonly Component[]): Map<string, Component> {
  return new Map(components.flatMap((component) => component.parties.map(({ id }) => [id, component])));
}
