import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { neo4jVersion } from '../../server/store/managed/jars.ts';
import { findJdk } from '../../server/store/managed/jdk.ts';
import { cleanUp, type Ended, run, temporaryFolder } from '../support/interlock.ts';

let silent: Server;
beforeEach(async () => {
  silent = createServer((socket) => socket.on('error', () => {}).resume());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await cleanUp();
  await new Promise((resolve) => silent.close(resolve));
});

/** A port that something else listens on, which never says a word. */
function takenPort(): number {
  const address = silent.address();
  if (typeof address !== 'object' || address === null) throw new Error('It does not listen');
  return address.port;
}

/** The start of the product on a folder, all ports free unless named otherwise. */
function serve(folder: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return run(['serve', '--port', '0', '--bolt-port', '0', '--data', folder, ...more], { env });
}

/** One message of few lines, with what to do; nothing on standard output, and no stack trace. */
function expectRefusal({ code, stdout, stderr }: Ended, message: RegExp, fix: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines.join('\n')).toMatch(message);
  expect(lines.at(-1)).toMatch(fix);
  expect(lines.length).toBeLessThanOrEqual(2);
}

describe('serve refuses, with one message and what to do,', () => {
  it('an HTTP port in use', async () => {
    const folder = join(temporaryFolder(), 'data');
    const ended = await serve(folder, ['--port', String(takenPort())]);
    expectRefusal(ended, new RegExp(`^Port ${takenPort()} is in use\\.`), /--port/);
    expect(existsSync(folder)).toBe(false);
  });

  it('a Bolt port in use', async () => {
    const folder = join(temporaryFolder(), 'data');
    const ended = await serve(folder, ['--bolt-port', String(takenPort())]);
    expectRefusal(ended, new RegExp(`^Bolt port ${takenPort()} is in use\\.`), /--bolt-port/);
    expect(existsSync(folder)).toBe(false);
  });

  it('a machine without Maven before Neo4j was ever fetched, leaving no data folder behind', async () => {
    const folder = temporaryFolder();
    const { home } = findJdk(neo4jVersion());
    const env = { PATH: '', JAVA_HOME: home, INTERLOCK_CACHE: join(folder, 'cache') };
    const ended = await serve(join(folder, 'data'), [], env);
    expectRefusal(ended, /^Maven \(`mvn`\).* was not found\./, /Install Maven.*or set NEO4J_URI/);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('a data folder below something that is no folder', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'mine');
    const message = /^The data folder .*file.* cannot be written \(\w+\)\./;
    expectRefusal(await serve(join(file, 'data')), message, /--data/);
    expectRefusal(await serve(file), message, /--data/);
  });

  it('a data folder where not even the administrator can make one', async () => {
    expectRefusal(await serve('/proc/interlock/data'), /^The data folder .* cannot be written/, /--data/);
  });
});

describe('another Neo4j than the managed one', () => {
  const query = ['cypher', 'RETURN 1 AS one'];

  const wrong: readonly (readonly [string, () => NodeJS.ProcessEnv, RegExp, RegExp])[] = [
    ['an address of another kind', () => ({ NEO4J_URI: 'http://127.0.0.1:7474' }), /not an address/, /bolt:/],
    ['no address at all', () => ({ NEO4J_URI: 'nonsense' }), /not an address of a Neo4j/, /bolt:\/\/HOST/],
    [
      'a port where nobody listens',
      () => ({ NEO4J_URI: 'bolt://127.0.0.1:9' }),
      /No Neo4j answers/,
      /NEO4J_URI/,
    ],
    [
      'a host that does not exist',
      () => ({ NEO4J_URI: 'neo4j://no-such-host.invalid' }),
      /No Neo4j answers/,
      /NEO4J_URI/,
    ],
    [
      'a server that never says a word',
      () => ({ NEO4J_URI: `bolt://127.0.0.1:${takenPort()}` }),
      /^(No )?Neo4j .*bolt:\/\/127\.0\.0\.1/,
      /./,
    ],
    [
      'a wrong password',
      () => ({ NEO4J_URI: inject('neo4j').uri, NEO4J_PASSWORD: 'not-the-one' }),
      /refuses user "neo4j"/,
      /NEO4J_USER and NEO4J_PASSWORD/,
    ],
    [
      'a database that is not there',
      () => ({ ...ofTests(), NEO4J_DATABASE: 'elsewhere' }),
      /no database "elsewhere"/,
      /NEO4J_DATABASE/,
    ],
  ];

  it.each(wrong)('at %s ends a query with one message', async (_, env, message, fix) => {
    const ended = await run(query, { env: env() });
    expectRefusal(ended, message, fix);
    expect(ended.stderr).not.toContain('not-the-one');
  });

  it.each([['load'], ['serve']])('that does not answer ends %s too', async (command) => {
    const env = { NEO4J_URI: 'bolt://127.0.0.1:9', INTERLOCK_PORT: '0' };
    expectRefusal(
      await run([command], { env }),
      /^No Neo4j answers at bolt:\/\/127\.0\.0\.1:9\.$/m,
      /NEO4J_URI/,
    );
  });
});

function ofTests(): NodeJS.ProcessEnv {
  const { uri, user, password } = inject('neo4j');
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}
