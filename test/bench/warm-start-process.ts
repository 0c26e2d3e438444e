import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphOf } from '../../server/projection/tie-graph-arrays.ts';
import { ROOT } from '../../server/root.ts';
import { openStore } from '../../server/store/connection.ts';
import { readSnapshot } from '../../server/store/snapshot/file.ts';
import { graphOfTies } from './made-ties.ts';
import { timed } from './timed.ts';

/** The process that `warm-start.ts` starts: makes the graph of all ties a few times, and prints how long each took. */

export const KEY = { code: 'bench', run: 'bench', marker: 'bench' };

const ROUNDS = [1, 2, 3];
const { BENCH_SNAPSHOT, BENCH_URI, BENCH_USER, BENCH_PASSWORD, BENCH_THINGS } = process.env;

if (BENCH_SNAPSHOT !== undefined) print(await timed(ROUNDS, () => fromSnapshot(BENCH_SNAPSHOT)));
else if (BENCH_URI !== undefined) print(await fromNeo4j(BENCH_URI));

function print(report: { readonly times: readonly number[]; readonly results: readonly number[] }): void {
  process.stdout.write(JSON.stringify(report));
}

async function fromSnapshot(file: string): Promise<number> {
  const arrays = await readSnapshot(file, KEY);
  return (arrays && graphOf(arrays))?.a.length ?? 0;
}

async function fromNeo4j(uri: string) {
  const store = await openStore({ uri, user: BENCH_USER ?? '', password: BENCH_PASSWORD ?? '' });
  const session = store.session('READ');
  const text = readFileSync(join(ROOT, 'test', 'bench', 'paths-cypher', 'read-ties.cypher'), 'utf8');
  const report = await timed(ROUNDS, async () => {
    const [a, b, ids]: [number[], number[], string[]] = [[], [], []];
    for await (const record of session.run(text)) {
      a.push(Number(record.get('a')));
      b.push(Number(record.get('b')));
      ids.push(String(record.get('id')));
    }
    const ties = { things: Number(BENCH_THINGS), a: Int32Array.from(a), b: Int32Array.from(b) };
    return graphOfTies(ties, (tie) => ids[tie] ?? '').a.length;
  });
  await session.close();
  await store.close();
  return report;
}
