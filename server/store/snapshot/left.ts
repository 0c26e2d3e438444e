import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Facts } from '../../facts/facts.ts';
import { sizeOf } from '../../facts/sections.ts';
import type { ConclusionKind, Stored } from '../changes.ts';
import type { Store } from '../connection.ts';
import { readLoaded } from '../queries/loaded.ts';
import { readSnapshot, writeSnapshot } from './file.ts';
import { isNextMarker, readMarker } from './marker.ts';

/** What a load left in Neo4j, as reading it back would give it: the facts, and the hashes of the conclusions. */
interface Left {
  /** When that load was over, in milliseconds: Neo4j holds the same of the load that it holds. */
  readonly finishedAt: number;
  readonly facts: Facts;
  readonly stored: Readonly<Record<ConclusionKind, Stored>>;
}

/** Where what a load left is kept for the next one. */
export interface LeftPlace {
  /** The data folder; nothing is kept where it is not there. */
  readonly folder: string;
  /** Hash of the code that runs: other code may read otherwise. */
  readonly code: string;
}

const FILE = 'last-load.snapshot';
/** More is read back: a file of it would be gigabytes. */
const MOST_FACTS = 500_000;

/** What the last load left, and the last change of the store, which was that load. */
export interface Recalled {
  readonly marker: string;
  readonly left: Left;
}

/**
 * What the last load left, where nobody has written to Neo4j since: no need to read it back, nor to apply the schema.
 *
 * The marker alone does not tell: a store that was put back from a dump numbers its transactions on from there, and may
 * come to the same number. So the load that Neo4j holds must be the one that left the file, too.
 *
 * @returns null when there is no such file, it is not as it was written, or it is of another state of the store
 */
export async function recall(store: Store, place: LeftPlace | null): Promise<Recalled | null> {
  const marker = place && (await readMarker(store));
  if (place === null || marker === null) return null;
  const left = await readLeft(place, marker);
  if (left === null) return null;
  const loaded = await store.read(readLoaded);
  return loaded !== null && Date.parse(loaded.finishedAt) === left.finishedAt ? { marker, left } : null;
}

async function readLeft(place: LeftPlace, marker: string): Promise<Left | null> {
  const arrays = await readSnapshot(join(place.folder, FILE), keyOf(place.code, marker));
  const bytes = arrays?.get('left');
  try {
    return bytes === undefined ? null : deserialize(bytes);
  } catch {
    // Written by another V8: Neo4j has it all.
    return null;
  }
}

export interface Leaving {
  readonly place: LeftPlace | null;
  /** The last change of the store before anything was read; null where it cannot be told. */
  readonly marker: string | null;
  readonly left: Left;
}

/**
 * Keeps what a load has left, right after its commit, and only where nobody else has committed anything since before its
 * first look: what others wrote may differ from what it saw. Never fails: what cannot be kept is read back.
 */
export async function keepLeft(store: Store, { place, marker, left }: Leaving): Promise<void> {
  if (place === null || marker === null || !existsSync(place.folder)) return;
  if (sizeOf(left.facts) > MOST_FACTS) return;
  const after = await readMarker(store);
  if (after === null || !isNextMarker(marker, after)) return;
  try {
    const arrays = new Map([['left', serialize(left)]]);
    await writeSnapshot(join(place.folder, FILE), keyOf(place.code, after), arrays);
  } catch {
    // Too large, or no room for it.
  }
}

/** Other code may read otherwise, and so may another V8. */
function keyOf(code: string, marker: string) {
  return { code: `${code} ${process.versions.v8}`, run: '', marker };
}
