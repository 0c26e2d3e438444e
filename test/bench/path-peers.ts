import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Session } from 'neo4j-driver';
import { rankedPaths } from '../../server/analysis/paths/ranked-paths.ts';
import { positionOf, sizeOf } from '../../server/projection/id-table.ts';
import { TIE_TYPES, type TieGraph } from '../../server/projection/tie-graph.ts';
import { ROOT } from '../../server/root.ts';
import { openStore } from '../../server/store/connection.ts';
import { startManaged } from '../../server/store/managed/managed.ts';
import { graphOfTies, type MadeTies, registerTies, tieId } from './made-ties.ts';
import { seededRandom } from './random.ts';
import { type Measured, targetRow } from './target.ts';
import { ratioOf, timed } from './timed.ts';
import { warmStart } from './warm-start.ts';

const STATEMENTS = join(ROOT, 'test', 'bench', 'paths-cypher');
const BATCH = 20_000;
const SEARCHES = 100;
/** Slow enough to say much in few searches. */
const SLOW_SEARCHES = 10;
const LONGEST = 20;
/** How often all searches run before they count: until the compiler has seen enough. */
const WARM_UPS = 10;

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
      await warmStart({ graph, sizes, folder }, managed.address),
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

/**
 * The same searches both ways, one side after the other: in turns, each would find the caches full of the other's data.
 * Lengths must agree before any time counts.
 */
async function beside({ session, graph, sizes }: Ground, way: Way): Promise<Measured> {
  const random = seededRandom(1);
  const things = sizeOf(graph.things);
  const asked = Array.from({ length: way.searches }, () => {
    const from = random.between(0, things - 1);
    return { from, to: (from + random.between(1, things - 1)) % things };
  });
  const text = statement(way.statement);
  const ask = async ({ from, to }: (typeof asked)[number]): Promise<number> => {
    const { records } = await session.run(text, { from: neo4j.int(from), to: neo4j.int(to) });
    return Number(records[0]?.get('length') ?? -1);
  };
  for (let round = 0; round < WARM_UPS; round += 1)
    for (const { from, to } of asked) shortest(graph, from, to);
  const ours = await timed(asked, ({ from, to }) => shortest(graph, from, to));
  for (const each of asked) await ask(each);
  const theirs = await timed(asked, ask);
  const wrong = ours.results.findIndex((length, at) => length !== theirs.results[at]);
  if (wrong >= 0)
    throw new Error(
      `${way.name} finds ${theirs.results[wrong]} ties where there are ${ours.results[wrong]}.`,
    );
  const row = {
    name: `shortest path, times faster than ${way.name}`,
    meaning: 'elapsed time, medians of the same searches; Neo4j is asked through the driver',
    target: { atLeast: 20 },
  };
  const results = `${ours.results.reduce((sum, each) => sum + each, 0)} ties, of both`;
  return targetRow(row, { ...ratioOf(ours.times, theirs.times), linear: null, sizes, results });
}

function shortest(graph: TieGraph, from: number, to: number): number {
  const ends = { from: positionOf(graph.things, `p${from}`), to: positionOf(graph.things, `p${to}`) };
  const filter = { types: TIE_TYPES, minShare: '0', day: null, maxLength: LONGEST };
  const { paths } = rankedPaths(graph, ends, filter, { count: 1, work: Number.MAX_SAFE_INTEGER });
  return paths[0]?.ties.length ?? -1;
}
