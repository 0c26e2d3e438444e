import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../facts/facts.ts';
import { projectTies } from '../projection/project-ties.ts';
import type { TieGraph } from '../projection/tie-graph.ts';
import { arraysOf, graphOf } from '../projection/tie-graph-arrays.ts';
import type { Store } from '../store/connection.ts';
import { readSnapshot, writeSnapshot } from '../store/snapshot/file.ts';
import type { SnapshotKey } from '../store/snapshot/format.ts';
import { type Marked, readMarker } from '../store/snapshot/marker.ts';

/** Where snapshots lie, and what else they depend on. */
export interface SnapshotPlace {
  /** The data folder; nothing is kept where it is not there. */
  readonly folder: string;
  /** Hash of the code that runs: other code may project otherwise. */
  readonly code: string;
  readonly say: (line: string) => void;
}

const FILE = 'ties.snapshot';

export interface TiesRequest {
  readonly store: Store;
  /** Stamp of the load. */
  readonly run: string;
  /** Null where nothing is kept. */
  readonly place: SnapshotPlace | null;
  /** Reads the facts, or gives those that were read already. */
  readonly facts: () => Promise<Marked<Facts>>;
}

/**
 * All ties as a graph: from the snapshot when it is of this very state of the store, by this very code; else from the
 * facts, and then a snapshot is kept for the next start. Which of the two it was makes no difference to any answer.
 */
export async function keptTies({ store, run, place, facts }: TiesRequest): Promise<TieGraph> {
  const kept = place && (await fromSnapshot({ store, run, place }));
  if (kept) return kept;
  const { result, marker } = await facts();
  const graph = projectTies(result);
  if (place && marker !== null) await keep(place, { code: place.code, run, marker }, graph);
  return graph;
}

/** A snapshot that cannot be kept is said and does no harm. With another Neo4j there may be no data folder at all. */
async function keep({ folder, say }: SnapshotPlace, key: SnapshotKey, graph: TieGraph): Promise<void> {
  if (!existsSync(folder)) return;
  try {
    await writeSnapshot(join(folder, FILE), key, arraysOf(graph));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`No snapshot for a quick next start could be kept: ${reason}`);
  }
}

async function fromSnapshot({
  store,
  run,
  place,
}: Pick<TiesRequest, 'store' | 'run'> & { readonly place: SnapshotPlace }): Promise<TieGraph | null> {
  const marker = await readMarker(store);
  if (marker === null) return null;
  const arrays = await readSnapshot(join(place.folder, FILE), { code: place.code, run, marker });
  return arrays && graphOf(arrays);
}
