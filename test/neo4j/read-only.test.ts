import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeError, InputError, InterlockError, RefusedError } from '../../server/errors.ts';
import type { Store } from '../../server/store/connection.ts';
import { LIMITS, type ReadOnlyLimits, runReadOnly } from '../../server/store/read-only/run-read-only.ts';
import { graph } from '../support/cases.ts';
import { dump, empty, loadFacts, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadFacts(store, graph('L* -50-> S; S -60-> T'));
});
afterAll(() => store.close());

function run(cypher: string, limits: Partial<ReadOnlyLimits> = {}, parameters: Record<string, unknown> = {}) {
  const day = { asOf: '2025-10-15', regime: 'bis-affiliates' };
  return runReadOnly(store, { cypher, parameters, limits: { ...LIMITS, ...limits }, day, forceEnd: null });
}

async function failure(work: Promise<unknown>): Promise<InterlockError> {
  const error = await work.then(
    () => new Error('it was run'),
    (reason: unknown) => reason,
  );
  if (error instanceof InterlockError) return error;
  throw error;
}

const REFUSED: readonly (readonly [what: string, cypher: string])[] = [
  ['CREATE', 'CREATE (n:Party {id: "x"})'],
  ['CREATE behind a read', 'MATCH (n:Party) CREATE (m:Party {id: "x"}) RETURN n'],
  ['MERGE', 'MERGE (n:Party {id: "x"}) RETURN n'],
  ['SET', 'MATCH (n:Party) SET n.name = "x" RETURN n'],
  ['REMOVE', 'MATCH (n:Party) REMOVE n.name RETURN n'],
  ['DELETE', 'MATCH (n:Party) DELETE n'],
  ['DETACH DELETE', 'MATCH (n) DETACH DELETE n'],
  ['FOREACH', 'MATCH (n:Party) FOREACH (x IN [1] | SET n.name = "x")'],
  ['a write in a subquery', 'CALL () { CREATE (n:Party {id: "x"}) RETURN n } RETURN n'],
  ['a write that matches nothing', 'MATCH (n:Nothing) SET n.x = 1'],
  ['an index', 'CREATE INDEX bad FOR (n:Party) ON (n.name)'],
  ['a constraint', 'CREATE CONSTRAINT bad FOR (n:Party) REQUIRE n.name IS UNIQUE'],
  ['dropping an index', 'DROP INDEX search IF EXISTS'],
  ['a database', 'CREATE DATABASE other'],
  ['a user', 'CREATE USER eve SET PASSWORD "password1"'],
  ['a changed user', 'ALTER USER neo4j SET PASSWORD "password1"'],
  ['a changed password', 'ALTER CURRENT USER SET PASSWORD FROM "a" TO "password1"'],
  ['LOAD CSV from a file', 'LOAD CSV FROM "file:///etc/passwd" AS row RETURN row'],
  ['LOAD CSV from the network', 'LOAD CSV FROM "http://127.0.0.1:9/x.csv" AS row RETURN row'],
  ['LOAD CSV from https', 'LOAD CSV WITH HEADERS FROM "https://127.0.0.1:9/x.csv" AS row RETURN row'],
  ['LOAD CSV from ftp', 'LOAD CSV FROM "ftp://127.0.0.1:9/x.csv" AS row RETURN row'],
  ['LOAD CSV in a subquery', 'CALL () { LOAD CSV FROM "file:///etc/passwd" AS row RETURN row } RETURN row'],
  ['LOAD CSV of a parameter', 'LOAD CSV FROM $url AS row RETURN row'],
  ['CALL IN TRANSACTIONS', 'MATCH (n:Party) CALL (n) { SET n.x = 1 } IN TRANSACTIONS'],
  ['reading CALL IN TRANSACTIONS', 'UNWIND [1, 2] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y'],
  ['TERMINATE', 'TERMINATE TRANSACTIONS "neo4j-transaction-1"'],
  [
    'SHOW and TERMINATE',
    'SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message',
  ],
  ['SHOW SETTINGS', 'SHOW SETTINGS'],
  ['SHOW SETTINGS in lower case', 'show settings yield name return name'],
  ['SHOW TRANSACTIONS', 'SHOW TRANSACTIONS'],
  ['SHOW USERS', 'SHOW USERS'],
  ['SHOW DATABASES', 'SHOW DATABASES'],
  ['SHOW PROCEDURES', 'SHOW PROCEDURES'],
  ['SHOW CURRENT USER', 'SHOW CURRENT USER'],
  ['STOP DATABASE', 'STOP DATABASE neo4j'],
  ['a procedure that kills queries', 'CALL dbms.killQuery("1")'],
  ['a procedure that lists settings', 'CALL dbms.listConfig()'],
  ['a procedure that lists settings, spread out', 'CALL dbms . listConfig ( )'],
  ['a procedure in quotes', 'CALL `dbms`.`listConfig`()'],
  ['a procedure that makes labels', 'CALL db.createLabel("Bad")'],
  ['a procedure in a subquery', 'CALL () { CALL dbms.components() YIELD name RETURN name } RETURN name'],
  ['a foreign function', 'RETURN apoc.text.join(["a"], "b")'],
  ['another database', 'USE system MATCH (n) RETURN n'],
  ['another database in a subquery', 'CALL () { USE system MATCH (n) RETURN n } RETURN n'],
  ['PROFILE', 'PROFILE MATCH (n:Party) SET n.x = 1'],
  ['EXPLAIN', 'EXPLAIN MATCH (n) RETURN n'],
  ['EXPLAIN behind a comment', '/* a */ EXPLAIN CREATE (n:Bad)'],
  ['EXPLAIN behind CYPHER', 'CYPHER 5 runtime=slotted EXPLAIN MATCH (n) RETURN n'],
  ['PROFILE behind CYPHER', 'CYPHER PROFILE MATCH (n) RETURN n'],
  ['a debug option', 'CYPHER debug=tostring MATCH (n) RETURN n'],
];

describe('read-only Cypher', () => {
  it.each(REFUSED)('refuses %s and does nothing', async (_, cypher) => {
    const before = await dump(store);
    const error = await failure(run(cypher, {}, { url: 'file:///etc/passwd' }));
    expect([400, 403]).toContain(error.status);
    expect(error.message.length).toBeGreaterThan(10);
    expect(await dump(store)).toEqual(before);
  });

  it.each(['LOAD CSV FROM "file:///etc/passwd" AS r RETURN r', 'SHOW SETTINGS', 'MATCH (n) DELETE n'])(
    'says what it refuses and what is allowed: %s',
    async (cypher) => {
      const error = await failure(run(cypher));
      expect(error).toBeInstanceOf(RefusedError);
      expect(error.message).toMatch(/LOAD CSV|SHOW|writes/);
      expect(error.fix).toContain('db.labels');
    },
  );

  it.each(['MATCH (n) RETURN n; MATCH (n) DELETE n', 'RETURN 1; CREATE (n:Bad)', 'RETURN 1;RETURN 2'])(
    'runs no second statement: %s',
    async (cypher) => {
      const before = await dump(store);
      expect((await failure(run(cypher))).status).toBe(400);
      expect(await dump(store)).toEqual(before);
    },
  );

  it.each([
    ['RETURN nothing', '(line 1, column 8 (offset: 7))', '"RETURN nothing"'],
    ['MATCH (n:Party)\nRETURN m', '(line 2, column 8 (offset: 23))', '"RETURN m"'],
  ])('points at the mistake where the person wrote it: %j', async (cypher, place, line) => {
    const error = await failure(run(cypher));
    expect(error).toBeInstanceOf(InputError);
    const text = describeError(error).join('\n');
    expect(text).toContain(place);
    expect(text).toContain(line);
    expect(text).not.toContain('EXPLAIN');
  });

  it('allows words of commands inside strings and comments', async () => {
    const { rows } = await run('// LOAD CSV, USE system\nRETURN "SHOW SETTINGS; CALL dbms.x()" AS text;');
    expect(rows).toEqual([['SHOW SETTINGS; CALL dbms.x()']]);
  });

  it.each([
    'CYPHER 5 runtime=slotted MATCH (n:Party) RETURN n.id',
    'CALL db.labels() YIELD label RETURN label',
    'CALL db.index.fulltext.queryNodes("search", "l") YIELD node RETURN node.id',
    'RETURN date("2025-01-01") + duration("P1D") AS day',
    'MATCH (a:Party)-[:OWNS*1..3]->(b) RETURN a.id, b.id',
    'MATCH p = SHORTEST 1 (a:Party {id: "L"})--+(b:Party {id: "T"}) RETURN p',
    'MATCH (p:Party) WHERE EXISTS { (p)-[:OWNS]->() } RETURN p.id UNION MATCH (p:Party) RETURN p.id',
  ])('runs %s', async (cypher) => {
    expect((await run(cypher)).rows.length).toBeGreaterThan(0);
  });

  it('gives facts by the ids that everything else uses, and what can be drawn of them', async () => {
    const {
      columns,
      rows,
      graph: drawn,
    } = await run('MATCH (a:Party {id: $id})-[r:OWNS]->(b) RETURN a, r, b.id AS id', {}, { id: 'L' });
    expect(columns).toEqual(['a', 'r', 'id']);
    expect(rows).toEqual([
      [
        expect.objectContaining({ properties: expect.objectContaining({ id: 'L' }) }),
        expect.objectContaining({
          relationship: 'OWNS',
          properties: expect.objectContaining({ id: 'holding:L:S' }),
        }),
        'S',
      ],
    ]);
    expect(drawn.edges.map(({ id }) => id)).toEqual(['holding:L:S']);
    expect(drawn.nodes.map(({ id, outcome }) => [id, outcome]).sort()).toEqual([
      ['L', 'listed'],
      ['S', 'captured'],
    ]);
  });

  it('cuts at the row limit and says so', async () => {
    const { rows, truncated } = await run('UNWIND range(1, 100) AS n RETURN n', { rows: 7 });
    expect([rows.length, truncated]).toEqual([7, true]);
    expect((await run('UNWIND range(1, 7) AS n RETURN n', { rows: 7 })).truncated).toBe(false);
  });

  it('cuts at the size limit and says so', async () => {
    const big = 'UNWIND range(1, 100) AS n RETURN reduce(s = "", i IN range(1, 1000) | s + "x") AS text';
    const { rows, truncated } = await run(big, { characters: 20_000 });
    expect(truncated).toBe(true);
    expect(rows.length).toBeLessThan(25);
  });

  it('ends a query that never ends, and the next one runs', async () => {
    const endless =
      'UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)';
    const error = await failure(run(endless, { milliseconds: 500 }));
    expect([error.status, error.code]).toEqual([408, 'too-long']);
    expect((await run('RETURN 1 AS one')).rows).toEqual([[1]]);
  });

  it('ends a query that would eat all memory, and the next one runs', async () => {
    const error = await failure(
      run('UNWIND range(1, 100000000) AS n RETURN collect(toString(n) + "some more text") AS all'),
    );
    expect([error.status, error.code]).toEqual([413, 'too-large']);
    expect((await run('RETURN 1 AS one')).rows).toEqual([[1]]);
  });

  it.each([
    ['a spelling mistake', 'MATCH (n RETURN n', 'Neo.ClientError'],
    ['a missing parameter', 'RETURN $nothing', 'nothing'],
    ['a division by zero', 'RETURN 1/0', 'zero'],
    ['nothing at all', '  ', ''],
  ])('explains %s', async (_, cypher, word) => {
    const error = await failure(run(cypher));
    expect(error.status).toBe(400);
    if (word !== 'Neo.ClientError') expect(error.message).toContain(word);
  });
});
