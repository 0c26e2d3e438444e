import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Session } from 'neo4j-driver';
import { rankedPaths } from '../../server/analysis/paths/ranked-paths.ts';
import { positionOf, sizeOf } from '../../server/projection/id-table.ts';
import { TIE_TYPES, type TieGraph } from '../../server/projection/tie-graph.ts';
import { arraysOf, graphOf } from '../../server/projection/tie-graph-arrays.ts';
import { ROOT } from '../../server/root.ts';
import { openStore } from '../../server/store/connection.ts';
import { startManaged } from '../../server/store/managed/managed.ts';
import { readSnapshot, writeSnapshot } from '../../server/store/snapshot/file.ts';
import { graphOfTies, type MadeTies, registerTies, tieId } from './made-ties.ts';
import { seededRandom } from './random.ts';
import { type Measured, targetRow } from './target.ts';

const STATEMENTS = join(ROOT, 'test', 'bench', 'paths-cypher');
const BATCH = 20_000;
const SEARCHES = 100;
/** Slow enough to say much in few searches. */
const SLOW_SEARCHES = 10;
const LONGEST = 20;
const KEY = { code: 'bench', run: 'bench', marker: 'bench' };

type Say = (line: string) => void;

/**
 * Shortest paths and a warm start beside Neo4j, on one made register in a Neo4j of its own.
 *
 * @throws SetupError when Neo4j does not start; Error when the two find paths of different length
 */
export async function pathFigures(things: number, say: Say): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const managed = await startManaged({ folder: join(folder, 'neo4j'), boltPort: 0, say });
  try {
    const store = await openStore(managed.address);
    const session = store.session('WRITE');
    const ties = registerTies(things);
    await load(session, ties, say);
    const graph = graphOfTies(ties);
    const sizes = `${things} parties, ${ties.a.length} ties`;
    const figures = [
      await beside(
        { session, graph, sizes },
        { name: 'shortestPath()', statement: 'shortest-path', searches: SEARCHES },
      ),
      await beside(
        { session, graph, sizes },
        { name: 'SHORTEST 1', statement: 'shortest-one', searches: SLOW_SEARCHES },
      ),
      await warmStart({ session, graph, sizes }, ties, folder),
    ];
    await session.close();
    await store.close();
    return figures;
  } finally {
    await managed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function statement(name: string): string {
  return readFileSync(join(STATEMENTS, `${name}.cypher`), 'utf8');
}

async function load(session: Session, ties: MadeTies, say: Say): Promise<void> {
  await session.run(statement('index'));
  for (let first = 0; first < ties.things; first += BATCH) {
    const last = Math.min(ties.things, first + BATCH) - 1;
    await session.run(statement('make-things'), { first: neo4j.int(first), last: neo4j.int(last) });
  }
  await session.run(statement('await-index'));
  for (let first = 0; first < ties.a.length; first += BATCH) {
    if (first % (10 * BATCH) === 0) say(`  Neo4j: ${first} of ${ties.a.length} ties ...`);
    const length = Math.min(BATCH, ties.a.length - first);
    const rows = Array.from({ length }, (_, at) => {
      const tie = first + at;
      return [neo4j.int(ties.a[tie] ?? 0), neo4j.int(ties.b[tie] ?? 0), tieId(ties, tie)];
    });
    await session.run(statement('make-ties'), { rows });
  }
}

interface Ground {
  readonly session: Session;
  readonly graph: TieGraph;
  readonly sizes: string;
}

interface Way {
  readonly name: string;
  readonly statement: string;
  readonly searches: number;
}

/** The same searches both ways, in turns; lengths must agree before any time counts. */
async function beside({ session, graph, sizes }: Ground, way: Way): Promise<Measured> {
  const random = seededRandom(1);
  const things = sizeOf(graph.things);
  const text = statement(way.statement);
  const lengths: number[] = [];
  const times: { ours: number; theirs: number }[] = [];
  for (let search = -way.searches; search < way.searches; search += 1) {
    const from = random.between(0, things - 1);
    const to = (from + random.between(1, things - 1)) % things;
    const start = performance.now();
    const length = shortest(graph, from, to);
    const middle = performance.now();
    const { records } = await session.run(text, { from: neo4j.int(from), to: neo4j.int(to) });
    const end = performance.now();
    const theirLength = Number(records[0]?.get('length') ?? -1);
    if (theirLength !== length)
      throw new Error(`${way.name} finds ${theirLength} ties from ${from} to ${to}, not ${length}.`);
    // The first half warms both up.
    if (search < 0) continue;
    times.push({ ours: middle - start, theirs: end - middle });
    lengths.push(length);
  }
  const row = {
    name: `shortest path, times faster than ${way.name}`,
    meaning: 'elapsed time, medians of the same searches; Neo4j is asked through the driver',
    target: { atLeast: 20 },
  };
  const results = `${lengths.reduce((sum, each) => sum + each, 0)} ties, of both`;
  return targetRow(row, { ...spread(times), linear: null, sizes, results });
}

function shortest(graph: TieGraph, from: number, to: number): number {
  const ends = { from: positionOf(graph.things, `p${from}`), to: positionOf(graph.things, `p${to}`) };
  const filter = { types: TIE_TYPES, minShare: '0', day: null, maxLength: LONGEST };
  const { paths } = rankedPaths(graph, ends, filter, { count: 1, work: Number.MAX_SAFE_INTEGER });
  return paths[0]?.ties.length ?? -1;
}

function spread(times: readonly { readonly ours: number; readonly theirs: number }[]) {
  const at = (of: (time: { ours: number; theirs: number }) => number, part: number): number =>
    times.map(of).sort((x, y) => x - y)[Math.floor(part * (times.length - 1))] ?? 0;
  const ratio = (part: number): number => at(({ theirs }) => theirs, part) / at(({ ours }) => ours, part);
  const ratios = [ratio(0.25), ratio(0.5), ratio(0.75)].sort((x, y) => x - y);
  return { value: ratio(0.5), lowest: ratios[0] ?? 0, highest: ratios[2] ?? 0 };
}

/** A graph ready for searches: from a snapshot, and from the same ties read through the driver. */
async function warmStart(
  { session, graph, sizes }: Ground,
  ties: MadeTies,
  folder: string,
): Promise<Measured> {
  const file = join(folder, 'ties.snapshot');
  await writeSnapshot(file, KEY, arraysOf(graph));
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    const arrays = await readSnapshot(file, KEY);
    const kept = arrays && graphOf(arrays);
    const middle = performance.now();
    const read = await readTies(session, ties.things);
    const end = performance.now();
    if (kept?.a.length !== graph.a.length || read.a.length !== graph.a.length)
      throw new Error('Not the same graph.');
    times.push({ ours: middle - start, theirs: end - middle });
  }
  const row = {
    name: 'warm start, times faster than reading Neo4j',
    meaning:
      'elapsed time; all ties, ready for searches: from the snapshot, and as ends and ids through the driver',
    target: { atLeast: 100 },
  };
  return targetRow(row, {
    ...spread(times),
    linear: null,
    sizes,
    results: `${graph.a.length} ties, of both`,
  });
}

async function readTies(session: Session, things: number): Promise<TieGraph> {
  const [a, b, ids]: [number[], number[], string[]] = [[], [], []];
  for await (const record of session.run(statement('read-ties'))) {
    a.push(Number(record.get('a')));
    b.push(Number(record.get('b')));
    ids.push(String(record.get('id')));
  }
  return graphOfTies({ things, a: Int32Array.from(a), b: Int32Array.from(b) }, (tie) => ids[tie] ?? '');
}
