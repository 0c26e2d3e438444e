import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import { type Input, loadInput } from '../../server/pipeline.ts';
import { openStore, type Store } from '../../server/store/connection.ts';
import type { LoadReport } from '../../server/store/load-report.ts';
import { LAW } from './cases.ts';

/** Opens the Neo4j of the tests, and no other: it is the only one that tests may empty. */
export function openTestStore(): Promise<Store> {
  return openStore(inject('neo4j'));
}

/** Takes everything out, case work too. */
export async function empty(store: Store): Promise<void> {
  const session = store.session('WRITE');
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  } finally {
    await session.close();
  }
}

let loads = 0;

/** Loads facts as one load of their own. */
export function loadFacts(store: Store, facts: Facts, hash = `test-${++loads}`): Promise<LoadReport> {
  return loadOn(store, { facts, hash });
}

/** A load on a day, or today, with former versions of facts or without. */
export function loadOn(
  store: Store,
  { hash = `test-${++loads}`, ...rest }: Pick<Input, 'facts' | 'former' | 'day'> & { readonly hash?: string },
): Promise<LoadReport> {
  return loadInput(store, { manifest: null, name: 'test', hash, notes: [], ...rest }, LAW, () => {});
}

/** Rows of a query, as plain objects. */
export async function ask(
  store: Store,
  cypher: string,
  parameters: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  return store.read(async (tx) =>
    (await tx.run(cypher, parameters)).records.map((record) => record.toObject()),
  );
}

/** Writes as an analyst's tool would: outside of any load. */
export async function write(store: Store, cypher: string): Promise<void> {
  await store.write((tx) => tx.run(cypher));
}

/** Everything in the database as sorted lines; what differs between two dumps was changed in between. */
export async function dump(store: Store): Promise<string[]> {
  const nodes = await ask(store, 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties');
  const ties = await ask(
    store,
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b',
  );
  return [...nodes, ...ties].map(line).sort();
}

/** The same without what was known formerly and the days on which anything was learned: what every reader sees. */
export async function liveDump(store: Store): Promise<string[]> {
  return (await dump(store))
    .filter((each) => !each.startsWith('{"labels":["FormerFact"]'))
    .map((each) => each.replace(/"knownFrom":"[\d-]+",?/, ''));
}

function line(row: Record<string, unknown>): string {
  return JSON.stringify(row, (key, value: unknown) => {
    if (key === 'finishedAt') return 'some time';
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
    if (neo4j.isDate(value)) return String(value);
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
  });
}
