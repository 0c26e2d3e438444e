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

/**
 * True when nothing but one transaction lies between two markers: whoever has committed one in between knows that it was
 * theirs, and that nobody else has written. Neo4j numbers its transactions one after the other, and a bookmark holds the
 * number behind the id of the database.
 *
 * @returns false also where a bookmark is written otherwise than Neo4j 5 does
 */
export function isNextMarker(before: string, after: string): boolean {
  const [former, later] = [transactionIn(before), transactionIn(after)];
  return former !== null && later !== null && former.store === later.store && later.id === former.id + 1n;
}

/** `FB:` and in base64 a list of the id of the database, its number as PackStream has numbers, and an empty list. */
const BOOKMARK =
  /^91cc10([0-9a-f]{32})(?:([0-7][0-9a-f])|c8([0-9a-f]{2})|c9([0-9a-f]{4})|ca([0-9a-f]{8})|cb([0-9a-f]{16}))90$/;

function transactionIn(marker: string): { readonly store: string; readonly id: bigint } | null {
  const [database, made, bookmark = ''] = marker.split(' ');
  if (!bookmark.startsWith('FB:')) return null;
  const [, id, ...numbers] = BOOKMARK.exec(Buffer.from(bookmark.slice(3), 'base64').toString('hex')) ?? [];
  const number = numbers.find((each) => each !== undefined);
  return number === undefined ? null : { store: `${database} ${made} ${id}`, id: BigInt(`0x${number}`) };
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
