import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlatOwnership } from '../../server/projection/flat-ownership.ts';
import { measureCDoubling } from './c-doubling.ts';
import { type Comparison, compare, type Elsewhere, type Work } from './compare.ts';
import { makeGraph, usualSize } from './made/graph.ts';
import { flatOf, productCascade, type Task, usualTask } from './made/task.ts';
import { startC } from './peers/c.ts';
import { startCypher } from './peers/cypher.ts';
import type { Peer } from './peers/process.ts';
import { makeEnvironment, PYTHON_PEERS, startPython } from './peers/python.ts';
import type { Measured, Target } from './target.ts';

const TIMES_OF_C = 1.5;
const TIMES_FASTER: Readonly<Record<string, number>> = { igraph: 40, Cypher: 100 };
/** Slow enough to say much in one run. */
const REPEATS = 20;

type Say = (line: string) => void;

interface Peers {
  readonly measured: readonly Measured[];
  /** What could not be brought, and why. */
  readonly missing: readonly string[];
}

/**
 * Brings the peers, checks that each finds the very parties that the product finds, and only then measures. A peer that
 * cannot be brought is said so and left out.
 *
 * @param doubled parties of the registers that C doubles, too
 * @throws Error when any peer finds other parties
 */
export async function measurePeers(
  parties: number,
  doubled: readonly number[],
  pairs: number,
  say: Say,
): Promise<Peers> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const task = usualTask(makeGraph(usualSize(parties)));
  const flat = flatOf(task.graph);
  const peers: Peer[] = [];
  const missing: string[] = [];
  const bringing = { folder, task, say, missing };
  try {
    for await (const peer of bring(bringing)) peers.push(peer);
    await checkAll(peers, productMembers(flat, task), say);
    const measured: Measured[] = [];
    for (const peer of peers) {
      say(`one cascade beside ${peer.name} ...`);
      measured.push(await compare(comparisonWith(peer, flat, task), pairs));
    }
    if (peers.some(({ name }) => name === 'C'))
      for (const size of doubled) measured.push(await measureCDoubling(size, pairs));
    return { measured, missing };
  } finally {
    for (const peer of peers) await peer.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Bringing {
  readonly folder: string;
  readonly task: Task;
  readonly say: Say;
  readonly missing: string[];
}

async function* bring(bringing: Bringing): AsyncGenerator<Peer> {
  const { folder, task, say } = bringing;
  yield* await attempt('C', bringing, async () => [await startC(folder, task)]);
  for (const environment of await attempt('Python', bringing, async () => [makeEnvironment(folder, task)]))
    for (const name of PYTHON_PEERS)
      yield* await attempt(name, bringing, async () => [await startPython(environment, name, task)]);
  yield* await attempt('Cypher', bringing, () => startCypher(folder, task, say));
}

async function attempt<T>(name: string, { say, missing }: Bringing, start: () => Promise<T[]>): Promise<T[]> {
  say(`bringing ${name} ...`);
  try {
    return await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    missing.push(`${name} could not be brought: ${reason.trim()}`);
    say(missing.at(-1) ?? name);
    return [];
  }
}

function productMembers(flat: FlatOwnership, task: Task): Uint8Array {
  const members = new Uint8Array(flat.parties);
  for (const party of productCascade(flat, task)()) members[party] = 1;
  return members;
}

async function checkAll(peers: readonly Peer[], expected: Uint8Array, say: Say): Promise<void> {
  const count = expected.reduce((sum, each) => sum + each, 0);
  for (const { name, measure, members } of peers) {
    await measure(1);
    const found = await members();
    const wrong = expected.findIndex((each, party) => found[party] !== each);
    if (wrong >= 0 || found.length !== expected.length)
      throw new Error(`${name} finds other restricted parties than the product, party ${wrong} for one.`);
    say(`${name} finds the same ${count} restricted parties.`);
  }
}

/** C is to be reached, so it is the base; all others are to be left behind. */
function comparisonWith({ name, measure }: Peer, flat: FlatOwnership, task: Task): Comparison {
  const run = productCascade(flat, task);
  const size = task.graph.holdings;
  const product: Work = { size, run: () => run().length };
  const peer: Elsewhere = { size, measure };
  if (name === 'C')
    return {
      ...{ name: 'one cascade, times of the same in C', unit: null, target: { atMost: TIMES_OF_C } },
      ...{
        meaning: `${meaningOf(task)}; C with one array for each column`,
        prepare: () => ({ base: peer, other: product }),
      },
    };
  const library = name.startsWith('Cypher') ? 'Cypher' : name;
  const least = TIMES_FASTER[library];
  const target: { readonly target?: Target } = least === undefined ? {} : { target: { atLeast: least } };
  return {
    ...{ name: `one cascade, times faster than ${name}`, unit: null, ...target, repeats: REPEATS },
    meaning: library === 'Cypher' ? `${meaningOf(task)}; elapsed time of Cypher` : meaningOf(task),
    prepare: () => ({ base: product, other: peer }),
  };
}

function meaningOf({ graph, seeds }: Task): string {
  return `${graph.parties} parties, ${graph.holdings} holdings, ${seeds.length} listed that day; same parties found`;
}
