import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../server/root.ts';
import { openStore } from '../../server/store/connection.ts';
import { runningNeo4j } from '../../server/store/managed/managed.ts';
import {
  cleanUp,
  type Ended,
  isRunning,
  neo4jProcess,
  type Running,
  run,
  start,
  startNode,
  temporaryFolder,
  until,
} from '../support/interlock.ts';

afterEach(cleanUp);

const ports = ['--port', '0', '--bolt-port', '0', '--json'];
const serve = (folder: string): Running => start(['serve', '--data', folder, ...ports]);

/** Process id of the Neo4j that a product which is ready runs on a folder. */
async function neo4jOf(folder: string): Promise<number> {
  const address = runningNeo4j(folder);
  if (!address) throw new Error('No Neo4j runs there');
  const store = await openStore(address);
  try {
    return await neo4jProcess(store);
  } finally {
    await store.close();
  }
}

/** What a query finds in the data of a folder, through a Neo4j that is started for it and stopped again. */
async function countIn(folder: string, pattern: string): Promise<unknown> {
  const { stdout } = await run([
    'cypher',
    '--json',
    '--data',
    folder,
    `MATCH ${pattern} RETURN count(*) AS n`,
  ]);
  return JSON.parse(stdout).rows;
}

function expectStopped({ code, signal, stderr }: Ended): void {
  expect({ code, signal }).toEqual({ code: 0, signal: null });
  expect(stderr).toMatch(/^Stopped\. The data is kept for the next start\.$/m);
}

describe('a start that is interrupted', () => {
  it('while Neo4j starts stops cleanly, and the next start on the folder goes through', async () => {
    const folder = temporaryFolder();
    const first = serve(folder);
    await first.line(/^Starting Neo4j/);
    first.child.kill('SIGINT');
    const ended = await first.ended;
    expectStopped(ended);
    expect(ended.stdout).toBe('');
    expect(await countIn(folder, '(n:Party)')).toEqual([[0]]);
  });

  it('while the seed is loaded stops cleanly with nothing of it loaded', async () => {
    const folder = temporaryFolder();
    const first = serve(folder);
    await first.line(/^Loading the seed/);
    first.child.kill('SIGINT');
    const ended = await first.ended;
    expectStopped(ended);
    expect(ended.stdout).toBe('');
    expect(await countIn(folder, '(n)')).toEqual([[0]]);
  });
});

describe('the product that is killed', () => {
  it('leaves no Neo4j behind, and the next start recovers the data', async () => {
    const folder = temporaryFolder();
    const first = serve(folder);
    await first.line(/^\{"url"/);
    const neo4j = await neo4jOf(folder);
    expect(isRunning(neo4j)).toBe(true);
    first.child.kill('SIGKILL');
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    await until(() => !isRunning(neo4j));
    const second = serve(folder);
    await second.line(/^\{"url"/);
    second.child.kill('SIGINT');
    const ended = await second.ended;
    expectStopped(ended);
    expect(ended.stderr).toMatch(/^Loaded: the seed \(/m);
  });

  it('together with its Neo4j recovers the data too', async () => {
    const folder = temporaryFolder();
    const first = serve(folder);
    await first.line(/^\{"url"/);
    const neo4j = await neo4jOf(folder);
    process.kill(neo4j, 'SIGSTOP');
    first.child.kill('SIGKILL');
    process.kill(neo4j, 'SIGKILL');
    await until(() => !isRunning(neo4j));
    const promised = JSON.parse(readFileSync(join(ROOT, 'seed', 'manifest.json'), 'utf8')).counts.parties;
    expect(await countIn(folder, '(n:Party)')).toEqual([[promised]]);
  });
});

describe('the start command', () => {
  it('ends in order when npm, which started it, is killed', async () => {
    const folder = temporaryFolder();
    const script = join(ROOT, 'server', 'bootstrap', 'start.mjs');
    const command = [script, '--data', folder, ...ports];
    const parent = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(command)}, { stdio: 'inherit' });`;
    const npm = startNode(['-e', parent], { env: { npm_lifecycle_event: 'start' } });
    await npm.line(/^\{"url"/);
    const neo4j = await neo4jOf(folder);
    npm.child.kill('SIGKILL');
    const { stderr } = await npm.ended;
    expect(stderr).toMatch(/^Stopped\. The data is kept for the next start\.$/m);
    expect(isRunning(neo4j)).toBe(false);
  });
});
