import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './compare.ts';
import { doubledSize, makeGraph } from './made/graph.ts';
import { usualTask } from './made/task.ts';
import { startC } from './peers/c.ts';
import type { Peer } from './peers/process.ts';
import type { Measured } from './target.ts';

/**
 * The same doubling in C, for the product's own to be held against.
 *
 * @throws Error when there is no `cc`
 */
export async function measureCDoubling(parties: number, pairs: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-c-'));
  const peers: Peer[] = [];
  const start = async (size: number) => {
    const graph = makeGraph(doubledSize(size));
    const own = join(folder, String(size));
    mkdirSync(own);
    const peer = await startC(own, usualTask(graph));
    peers.push(peer);
    return { size: graph.holdings, measure: peer.measure };
  };
  try {
    const [base, other] = [await start(parties), await start(2 * parties)];
    return await compare(
      {
        name: `one cascade in C, ${2 * parties} parties instead of ${parties}`,
        unit: 'holdings',
        meaning: 'what doubling costs a plain program on this machine',
        prepare: () => ({ base, other }),
      },
      pairs,
    );
  } finally {
    for (const peer of peers) await peer.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
