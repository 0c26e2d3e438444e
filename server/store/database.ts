import { type Neo4jAddress, openStore, type Store } from './connection.ts';
import { type ManagedNeo4j, runningNeo4j, startManaged } from './managed/managed.ts';

/** An open Neo4j and how to let go of it. */
export interface Database {
  readonly store: Store;
  /** The child process, when Interlock runs one itself here. */
  readonly managed: ManagedNeo4j | null;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** A Neo4j that runs elsewhere; null for the managed one. */
  readonly address: Neo4jAddress | null;
  readonly folder: string;
  readonly boltPort: number | null;
  readonly say: (line: string) => void;
  /** Work through the Neo4j of an Interlock that already runs on the folder, instead of refusing. */
  readonly share: boolean;
  /** Ends the start when it aborts; nothing is left running then. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Opens the Neo4j that is asked for: the one at an address, the one that another Interlock runs on the data
 * folder, or a managed one started here.
 *
 * @throws SetupError or UnavailableError with what to do
 */
export async function openDatabase({
  address,
  folder,
  boltPort,
  say,
  share,
  stop,
}: DatabaseOptions): Promise<Database> {
  const elsewhere = address ?? (share ? runningNeo4j(folder) : null);
  if (elsewhere) {
    const store = await openStore(elsewhere);
    return { store, managed: null, close: store.close };
  }
  const managed = await startManaged({ folder, boltPort, say, stop });
  try {
    const store = await openStore(managed.address);
    const close = async (): Promise<void> => {
      await store.close();
      await managed.stop();
    };
    return { store, managed, close };
  } catch (error) {
    await managed.stop();
    throw error;
  }
}
