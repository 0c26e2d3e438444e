import type { Runner, Store } from '../connection.ts';
import { rows } from '../queries/on-day.ts';

/**
 * What names the state of a store: the database, when it was made, and its last transaction, from whomever. Neo4j
 * Community keeps `lastCommittedTxn` of SHOW DATABASES empty; but the bookmark that ends a reading transaction names
 * the database and the newest transaction that is committed there, and every write moves it on.
 *
 * @returns null where no such marker can be had: several servers may answer behind `neo4j://`, one of them late; or the
 *   server names no bookmark
 */
export async function readMarker(store: Store): Promise<string | null> {
  if (!store.address.uri.startsWith('bolt')) return null;
  const session = store.session('READ');
  try {
    const [row] = await session.executeRead((tx) => rows(tx, 'read/store-identity', {}));
    const [bookmark, ...others] = session.lastBookmarks();
    if (row === undefined || bookmark === undefined || others.length > 0) return null;
    return [row.text('id'), row.text('creationDate'), bookmark].join(' ');
  } catch {
    // A server that does not say it, or does not answer: whoever reads next finds out which.
    return null;
  } finally {
    await session.close();
  }
}

/** Something read, and the state of the store that it was read from; null when it was not one state throughout. */
export interface Marked<T> {
  readonly result: T;
  readonly marker: string | null;
}

/** Reads between two looks at the marker. Several statements see what others commit in between. */
export async function readMarked<T>(store: Store, work: (tx: Runner) => Promise<T>): Promise<Marked<T>> {
  const before = await readMarker(store);
  const result = await store.read(work);
  const isSame = before !== null && before === (await readMarker(store));
  return { result, marker: isSame ? before : null };
}
