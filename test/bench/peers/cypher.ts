import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Integer, type Session } from 'neo4j-driver';
import { ROOT } from '../../../server/root.ts';
import { openStore } from '../../../server/store/connection.ts';
import { startManaged } from '../../../server/store/managed/managed.ts';
import type { Task } from '../made/task.ts';
import { tiesOnDay } from './graph-files.ts';
import type { Peer } from './process.ts';

const FOLDER = join(ROOT, 'test', 'bench', 'peers', 'cypher');
const BATCH = 50_000;
/** More tiers than a made graph has. */
const ROUNDS = 100;

/** The graph of the task in a Neo4j of its own. */
interface Loaded {
  readonly task: Task;
  readonly session: Session;
  /** Internal ids by number of the party. */
  readonly ids: readonly number[];
}

/** One way to run the cascade; gives the internal ids of the restricted parties. */
type Way = (loaded: Loaded) => Promise<Iterable<number>>;

const WAYS: Readonly<Record<string, Way>> = {
  'Cypher, one statement': wholeCascade,
  'Cypher, a statement a tier': tierByTier,
};

/**
 * Starts a Neo4j as the product does, loads what counts on the day, and gives every known way to run the cascade in
 * Cypher. They take turns on one Neo4j: stopping the last one stops it.
 *
 * @throws SetupError when Neo4j does not start
 */
export async function startCypher(folder: string, task: Task, say: (line: string) => void): Promise<Peer[]> {
  const managed = await startManaged({ folder: join(folder, 'neo4j'), boltPort: 0, say });
  try {
    const store = await openStore(managed.address);
    const session = store.session('WRITE');
    const loaded = { task, session, ids: await load(session, task, say) };
    const names = Object.entries(WAYS);
    const stop = async (): Promise<void> => store.close().finally(managed.stop);
    return names.map(([name, way], at) => ({
      ...peerOf(name, way, loaded),
      stop: at === names.length - 1 ? stop : async () => {},
    }));
  } catch (error) {
    await managed.stop();
    throw error;
  }
}

/** Elapsed time, not processor time: whoever asks waits for the server, the driver and the disk. */
function peerOf(name: string, way: Way, loaded: Loaded): Omit<Peer, 'stop'> {
  let restricted: readonly number[] = [];
  return {
    name,
    measure: async (times) => {
      const start = performance.now();
      for (let run = 0; run < times; run += 1) restricted = [...(await way(loaded))];
      return { count: restricted.length, micros: ((performance.now() - start) * 1_000) / times };
    },
    members: async () => {
      const found = new Set(restricted);
      return Uint8Array.from(loaded.ids, (id) => (found.has(id) ? 1 : 0));
    },
  };
}

function statement(name: string): string {
  return readFileSync(join(FOLDER, `${name}.cypher`), 'utf8');
}

async function load(session: Session, task: Task, say: (line: string) => void): Promise<readonly number[]> {
  const { parties } = task.graph;
  await session.run(statement('index-tier'));
  for (let first = 0; first < parties; first += BATCH) {
    const last = Math.min(parties, first + BATCH) - 1;
    await session.run(statement('make-parties'), { first: neo4j.int(first), last: neo4j.int(last) });
  }
  const ids = numbersIn((await session.run(statement('party-ids'))).records[0]?.get('ids'));
  const { owner, owned, share } = tiesOnDay(task);
  for (let first = 0; first < owner.length; first += BATCH) {
    if (first % (10 * BATCH) === 0) say(`  Neo4j: ${first} of ${owner.length} ties ...`);
    const row = (_: number, at: number): Integer[] =>
      [ids[owner[first + at] ?? 0], ids[owned[first + at] ?? 0], share[first + at]].map((each) =>
        neo4j.int(each ?? 0),
      );
    const rows = Array.from(owner.subarray(first, first + BATCH), (value, at) => row(value, at));
    await session.run(statement('make-ties'), { rows });
  }
  return ids;
}

function numbersIn(value: unknown): number[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value;
  throw new Error('Neo4j did not answer with a list of numbers');
}

const integers = (ids: Iterable<number>): Integer[] => Array.from(ids, (id) => neo4j.int(id));

async function wholeCascade({ task, session, ids }: Loaded): Promise<Iterable<number>> {
  const seeds = Array.from(task.seeds, (party) => ids[party] ?? 0);
  const transaction = await session.beginTransaction();
  const { records } = await transaction.run(statement('whole'), {
    seeds: integers(seeds),
    threshold: neo4j.int(task.threshold),
    rounds: neo4j.int(ROUNDS),
  });
  const found = numbersIn(records[0]?.get('restricted'));
  await transaction.rollback();
  return new Set([...seeds, ...found]);
}

/** The sums are kept here; Neo4j says who holds what. */
async function tierByTier({ task, session, ids }: Loaded): Promise<Iterable<number>> {
  const restricted = new Set(Array.from(task.seeds, (party) => ids[party] ?? 0));
  const sums = new Map<number, number>();
  const transaction = await session.beginTransaction();
  for (let tier: Iterable<number> = [...restricted]; ; ) {
    const record = (await transaction.run(statement('tier'), { tier: integers(tier) })).records[0];
    const shares = numbersIn(record?.get('shares'));
    const next: number[] = [];
    for (const [at, held] of numbersIn(record?.get('held')).entries()) {
      const sum = (sums.get(held) ?? 0) + (shares[at] ?? 0);
      sums.set(held, sum);
      if (restricted.has(held) || sum < task.threshold) continue;
      restricted.add(held);
      next.push(held);
    }
    if (next.length === 0) break;
    tier = next;
  }
  await transaction.close();
  return restricted;
}
