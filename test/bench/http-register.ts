import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/api/app.ts';
import { createComparing } from '../../server/api/comparing.ts';
import { closeThreads, openThreads } from '../../server/api/jobs/open-threads.ts';
import { createJudging } from '../../server/api/judging.ts';
import { closeServer, listen } from '../../server/api/listen.ts';
import { createModel } from '../../server/api/model.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { loadInput } from '../../server/pipeline.ts';
import { openStore } from '../../server/store/connection.ts';
import type { Law } from '../../server/store/load-report.ts';
import { startManaged } from '../../server/store/managed/managed.ts';
import { VERSION } from '../../server/version.ts';

type Say = (line: string) => void;

/**
 * Facts in a Neo4j of their own, through the product's own load, and the product's application over it on loopback.
 *
 * @param work gets the address of the API; all is ended and removed after it
 * @throws SetupError when Neo4j does not start
 */
export async function serving<T>(
  { facts, law, say }: { readonly facts: Facts; readonly law: Law; readonly say: Say },
  work: (address: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const managed = await startManaged({ folder: join(folder, 'neo4j'), boltPort: 0, say });
  try {
    const store = await openStore(managed.address);
    const input = { facts, manifest: null, name: 'bench', hash: 'bench', notes: [] };
    await loadInput(store, input, law, progress(say));
    const model = createModel({ folder, code: 'bench', say });
    const threads = openThreads();
    // Nobody judges here: there is no data folder with judgements, and no command line beside.
    const refuse = () => Promise.reject(new Error('Nothing can be judged or compared in a bench.'));
    const [judging, comparing] = [createJudging(refuse), createComparing(refuse)];
    const own = { stories: [], version: VERSION, forceEnd: null, store: () => store };
    const deps = { law, model, threads, judging, comparing, ...own };
    const app = createApp({ deps, allowedHosts: [], log: say });
    const server = await listen((request, response) => void app(request, response), {
      host: '127.0.0.1',
      port: 0,
    });
    try {
      return await work(`http://127.0.0.1:${portOf(server.address())}/api/v1`);
    } finally {
      await closeServer(server);
      await closeThreads(threads);
      await store.close();
    }
  } finally {
    await managed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The server listens on no port.');
}

function progress(say: Say) {
  let last = '';
  return (step: string, done: number, total: number): void => {
    const line = `  load, ${step}: ${Math.floor((10 * done) / total)} of 10`;
    if (line !== last) say(line);
    last = line;
  };
}
