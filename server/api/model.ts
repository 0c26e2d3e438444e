import { NotFoundError } from '../errors.ts';
import { projectTies, type TieGraph } from '../projection/tie-graph.ts';
import type { Store } from '../store/connection.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { readFacts } from '../store/read-facts.ts';

/** The ties of what is loaded, in memory, for paths. */
export interface Model {
  /** The graph of the facts in force; read again after each load. */
  readonly ties: (store: Store) => Promise<TieGraph>;
}

/** A model that reads on first use and whenever another load has come into force. */
export function createModel(): Model {
  let known: { readonly run: string; readonly graph: Promise<TieGraph> } | null = null;
  return {
    ties: async (store) => {
      const loaded = await store.read(readLoaded);
      if (!loaded) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
      if (known?.run !== loaded.run) {
        const graph = store.read((tx) => readFacts(tx, loaded.run)).then(projectTies);
        graph.catch(() => {
          known = null;
        });
        known = { run: loaded.run, graph };
      }
      return known.graph;
    },
  };
}
