import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { InterlockError } from '../../server/errors.ts';
import { type Neo4jAddress, openStore, type Store } from '../../server/store/connection.ts';
import { readLoaded } from '../../server/store/queries/loaded.ts';
import { graph } from '../support/cases.ts';
import { empty, loadFacts, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
});
afterAll(() => store.close());

async function failureOf(change: Partial<Neo4jAddress>): Promise<InterlockError> {
  const error = await openStore({ ...inject('neo4j'), ...change }).then(
    async (opened) => {
      await opened.close();
      return new Error('it was opened');
    },
    (reason: unknown) => reason,
  );
  if (error instanceof InterlockError) return error;
  throw error;
}

describe('the door to Neo4j', () => {
  it.each(['bolt://', 'neo4j://'])('opens through %s, and loads through it', async (scheme) => {
    const address = inject('neo4j');
    const other = await openStore({ ...address, uri: address.uri.replace('bolt://', scheme) });
    try {
      await loadFacts(other, graph('L* -50-> S'), `through-${scheme}`);
      expect(await other.read(readLoaded)).toMatchObject({ input: 'test', counts: { parties: 2 } });
    } finally {
      await other.close();
    }
  });

  it('opens a database by its name', async () => {
    const named = await openStore({ ...inject('neo4j'), database: 'neo4j' });
    await named.close();
  });

  const wrong: readonly (readonly [
    what: string,
    change: Partial<Neo4jAddress>,
    says: RegExp,
    fix: RegExp,
  ])[] = [
    ['a wrong password', { password: 'not-it' }, /refuses user "neo4j"/, /NEO4J_PASSWORD/],
    ['a wrong user', { user: 'nobody' }, /refuses user "nobody"/, /NEO4J_USER/],
    ['a database that is not there', { database: 'elsewhere' }, /no database "elsewhere"/, /NEO4J_DATABASE/],
    [
      'a port where nobody answers',
      { uri: 'bolt://127.0.0.1:9' },
      /No Neo4j answers at bolt:\/\/127.0.0.1:9/,
      /NEO4J_URI/,
    ],
    [
      'a host that does not exist',
      { uri: 'bolt://no-such-host.invalid:7687' },
      /No Neo4j answers/,
      /NEO4J_URI/,
    ],
    [
      'an address of another kind',
      { uri: 'http://127.0.0.1:7474' },
      /is not an address of a Neo4j/,
      /bolt:\/\/HOST:PORT/,
    ],
    ['no address at all', { uri: 'nonsense' }, /is not an address of a Neo4j/, /bolt:\/\/HOST:PORT/],
  ];

  it.each(wrong)('names %s, and what to do', async (...[, change, says, fix]) => {
    const error = await failureOf(change);
    expect(error.message).toMatch(says);
    expect(error.fix).toMatch(fix);
    expect(`${error.message} ${error.fix}`).not.toContain('not-it');
  });
});
