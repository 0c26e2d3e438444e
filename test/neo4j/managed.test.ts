import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetupError } from '../../server/errors.ts';
import { openStore, type Store } from '../../server/store/connection.ts';
import { paths } from '../../server/store/managed/data-folder.ts';
import { type ManagedNeo4j, runningNeo4j, startManaged } from '../../server/store/managed/managed.ts';
import { ask, write } from '../support/database.ts';
import { neo4jProcess, until } from '../support/interlock.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
const said: string[] = [];
const say = (line: string): void => void said.push(line);

let managed: ManagedNeo4j;
let store: Store;
beforeAll(async () => {
  managed = await startManaged({ folder, boltPort: 0, say });
  store = await openStore(managed.address);
});
afterAll(async () => {
  await store?.close();
  await managed?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const port = (): number => Number(new URL(managed.address.uri).port);

/** Whether anything takes a connection there. */
function listens(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: port() });
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Addresses of this machine under which others can reach it. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address),
  );
}

/** What a statement fails with in a plain session, as an analyst's own tool would send it. */
async function failureOf(cypher: string): Promise<string> {
  const session = store.session('WRITE');
  try {
    await session.run(cypher);
    return 'it went through';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await session.close();
  }
}

describe('the managed Neo4j', () => {
  it('keeps its password in a file that only its owner can read', () => {
    const file = paths(folder).password;
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(file, 'utf8').trim()).toBe(managed.address.password);
    expect(managed.address.password.length).toBeGreaterThanOrEqual(32);
    expect(said.join('\n')).not.toContain(managed.address.password);
  });

  it('lets nobody in without the password', async () => {
    const driver = neo4j.driver(managed.address.uri);
    await expect(driver.getServerInfo()).rejects.toThrow(/authentication/i);
    await driver.close();
    await expect(openStore({ ...managed.address, password: 'neo4j' })).rejects.toThrow(/refuses user/);
  });

  it('listens on loopback only', async () => {
    expect(await listens('127.0.0.1')).toBe(true);
    for (const address of ownAddresses()) expect([address, await listens(address)]).toEqual([address, false]);
    // Another loopback address: what listens on all addresses would answer there too.
    expect(await listens('127.0.0.2')).toBe(false);
  });

  it.each([
    ['a file', 'file:///etc/passwd', /allow_csv_import_from_file_urls/],
    ['the network', 'http://127.0.0.1:9/rows.csv', /blocked/],
    ['the network by name', 'https://localhost/rows.csv', /blocked/],
  ])('itself forbids that LOAD CSV reads %s', async (_, url, reason) => {
    expect(await failureOf(`LOAD CSV FROM '${url}' AS row RETURN row`)).toMatch(reason);
  });

  it('ends a query that wants all memory, and goes on', async () => {
    const greedy = 'UNWIND range(1, 100000000) AS n WITH collect(n) AS found RETURN size(found) AS size';
    expect(await failureOf(greedy)).toMatch(/limit 512\.0 MiB/);
    expect(await ask(store, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a second start on its folder, and tells the first one from it', async () => {
    const second = startManaged({ folder, boltPort: 0, say });
    await expect(second).rejects.toThrow(SetupError);
    await expect(second).rejects.toThrow(
      new RegExp(`in use by another Interlock \\(process ${process.pid}\\)`),
    );
    expect(runningNeo4j(folder)).toEqual(managed.address);
    expect(await ask(store, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a Bolt port that is taken', async () => {
    const other = mkdtempSync(join(tmpdir(), 'interlock-test-'));
    try {
      const second = startManaged({ folder: join(other, 'data'), boltPort: port(), say });
      await expect(second).rejects.toThrow(`Bolt port ${port()} is in use.`);
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});

describe('the managed Neo4j that is killed', () => {
  it('comes back by itself, with everything that was committed and nothing that was not', async () => {
    await write(store, "CREATE (:CaseNote {id: 'kept'})");
    const open = store.session('WRITE');
    const unfinished = await open.beginTransaction();
    await unfinished.run("CREATE (:CaseNote {id: 'lost'})");
    const before = await neo4jProcess(store);
    process.kill(before, 'SIGKILL');
    await until(() => said.includes('Neo4j is back.'));
    expect(said.join('\n')).toMatch(/ended by itself \(signal SIGKILL\)/);
    await unfinished.close().catch(() => undefined);
    await open.close();
    expect(await ask(store, 'MATCH (n:CaseNote) RETURN n.id AS id')).toEqual([{ id: 'kept' }]);
    expect(await neo4jProcess(store)).not.toBe(before);
  });

  it('is started anew when asked to, on the same port and with the same data', async () => {
    const before = await neo4jProcess(store);
    await managed.restart();
    expect(await ask(store, 'MATCH (n:CaseNote) RETURN n.id AS id')).toEqual([{ id: 'kept' }]);
    expect(await neo4jProcess(store)).not.toBe(before);
  });
});

describe('the managed Neo4j that is stopped', () => {
  it('gives its folder free and keeps the data and the password for the next start', async () => {
    await store.close();
    await managed.stop();
    expect(runningNeo4j(folder)).toBeNull();
    expect(await listens('127.0.0.1')).toBe(false);
    const { password } = managed.address;
    managed = await startManaged({ folder, boltPort: 0, say });
    store = await openStore(managed.address);
    expect(managed.address.password).toBe(password);
    expect(await ask(store, 'MATCH (n:CaseNote) RETURN n.id AS id')).toEqual([{ id: 'kept' }]);
  });

  it('while it starts leaves nothing running, and the folder free', async () => {
    await store.close();
    await managed.stop();
    const stop = new AbortController();
    const start = startManaged({ folder, boltPort: 0, say, stop: stop.signal });
    stop.abort();
    await expect(start).rejects.toThrow();
    expect(runningNeo4j(folder)).toBeNull();
    managed = await startManaged({ folder, boltPort: 0, say });
    store = await openStore(managed.address);
    expect(await ask(store, 'MATCH (n:CaseNote) RETURN count(n) AS n')).toEqual([{ n: 1 }]);
  });
});
