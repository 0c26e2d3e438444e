import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { TieGraph } from '../../server/projection/tie-graph.ts';
import { arraysOf } from '../../server/projection/tie-graph-arrays.ts';
import type { Neo4jAddress } from '../../server/store/connection.ts';
import { writeSnapshot } from '../../server/store/snapshot/file.ts';
import { type Measured, targetRow } from './target.ts';
import { ratioOf } from './timed.ts';
import { KEY } from './warm-start-process.ts';

const PROCESS = join(import.meta.dirname, 'warm-start-process.js');
const HEAP_MEGABYTES = 4_096;
const reportShape = z.object({ times: z.array(z.number()), results: z.array(z.number()) });

interface Ground {
  readonly graph: TieGraph;
  readonly sizes: string;
  readonly folder: string;
}

/**
 * A graph ready for searches: from a snapshot, and from the same ties read through the driver. Each in a process of its
 * own, as a start is: the large heap that the bench has by now would be collected in between.
 *
 * @throws Error when the two do not give as many ties as there are
 */
export async function warmStart(
  { graph, sizes, folder }: Ground,
  { uri, user, password }: Neo4jAddress,
): Promise<Measured> {
  const file = join(folder, 'ties.snapshot');
  await writeSnapshot(file, KEY, arraysOf(graph));
  const things = graph.bounds.length >> 1;
  const kept = await inProcess({ BENCH_SNAPSHOT: file });
  const read = await inProcess({
    ...{ BENCH_URI: uri, BENCH_USER: user, BENCH_PASSWORD: password, BENCH_THINGS: `${things}` },
  });
  if ([...kept.results, ...read.results].some((each) => each !== graph.a.length))
    throw new Error('Not the same graph.');
  const row = {
    name: 'warm start, times faster than reading Neo4j',
    meaning:
      'elapsed time, each in a process of its own; all ties, ready for searches: from the snapshot, and as ends and ids through the driver',
    target: { atLeast: 100 },
  };
  const results = `${graph.a.length} ties, of both`;
  return targetRow(row, { ...ratioOf(kept.times, read.times), linear: null, sizes, results });
}

async function inProcess(environment: Readonly<Record<string, string>>) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, PROCESS],
    { env: { ...process.env, ...environment } },
  );
  return reportShape.parse(JSON.parse(stdout));
}
