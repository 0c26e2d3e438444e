import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { statement } from '../../server/store/statements.ts';
import { ask, dump, empty, openTestStore } from '../support/database.ts';
import { cleanUp, type Ended, run, temporaryFolder } from '../support/interlock.ts';

const store = await openTestStore();
afterAll(() => store.close());
beforeEach(() => empty(store));
afterEach(cleanUp);

const CASE = JSON.stringify({
  parties: [{ id: 'L', name: 'Listed Co' }, { id: 'S' }, { id: 'T' }],
  listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-12-18', footnotes: ['5'] }],
  holdings: [
    { owner: 'L', owned: 'S', share: 50 },
    { owner: 'S', owned: 'T' },
  ],
});

/** The product on the Neo4j of the tests. */
function withNeo4j(parameters: readonly string[], { scheme = 'bolt://', input = '' } = {}): Promise<Ended> {
  const { uri, user, password } = inject('neo4j');
  const env = { NEO4J_URI: uri.replace('bolt://', scheme), NEO4J_USER: user, NEO4J_PASSWORD: password };
  return run(parameters, { env, input });
}

const table = z.strictObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
  truncated: z.boolean(),
});

async function query(...parameters: string[]): Promise<z.infer<typeof table>> {
  const { code, stdout, stderr } = await withNeo4j(['cypher', '--json', ...parameters]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return table.parse(JSON.parse(stdout));
}

describe('load', () => {
  it.each(['bolt://', 'neo4j://'])('through %s puts facts and conclusions into Neo4j', async (scheme) => {
    const { code, stdout, stderr } = await withNeo4j(['load', '-', '--json'], { scheme, input: CASE });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ loaded: '-', counts: { parties: 3, holdings: 2 } });
    expect(stderr).toMatch(/^ {2}rules \.\.\.$/m);
    const outcomes = await ask(
      store,
      'MATCH (p:Party)-[:HAS_VERDICT]->(v {regime: "bis-affiliates"}) RETURN p.id AS id, v.outcome AS is ORDER BY id',
    );
    expect(outcomes).toEqual([
      { id: 'L', is: 'listed' },
      { id: 'S', is: 'captured' },
      { id: 'T', is: 'cannot-exclude' },
    ]);
  });

  it('of nothing named loads the seed and says for people what it loaded, on one line', async () => {
    const { code, stdout } = await withNeo4j(['load']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Loaded seed: \d+ sources, .*\d+ findings\.\n$/);
    const [stored] = await ask(store, 'MATCH (p:Party) RETURN count(p) AS parties');
    expect(stdout).toContain(`, ${stored?.['parties']} parties, `);
  });

  it('of a folder takes every case file in it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), '{"parties":[{"id":"A"}]}');
    writeFileSync(join(folder, 'b.json'), '{"parties":[{"id":"B"}],"holdings":[{"owner":"A","owned":"B"}]}');
    expect((await withNeo4j(['load', folder])).code).toBe(0);
    expect(await ask(store, 'MATCH (a)-[:OWNS]->(b) RETURN a.id AS a, b.id AS b')).toEqual([
      { a: 'A', b: 'B' },
    ]);
  });

  it('of a broken file changes nothing', async () => {
    await withNeo4j(['load', '-'], { input: CASE });
    const before = await dump(store);
    const input = '{"parties":[{"id":"N"}],"holdings":[{"owner":"N","owned":"nobody"}]}';
    const { code, stdout, stderr } = await withNeo4j(['load', '-'], { input });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/nothing was changed[\s\S]*stdin: holdings\[0\]: owned: .*"nobody"/);
    expect(await dump(store)).toEqual(before);
  });
});

describe('cypher', () => {
  beforeEach(async () => {
    expect((await withNeo4j(['load', '-'], { input: CASE })).code).toBe(0);
  });

  it('prints a table for people and JSON for machines', async () => {
    const text = 'MATCH (p:Party) RETURN p.id AS id, p.name AS name ORDER BY id';
    const { code, stdout, stderr } = await withNeo4j(['cypher', text]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('id\tname\nL\tListed Co\nS\tS\nT\tT\n');
    expect(await query(text)).toEqual({
      columns: ['id', 'name'],
      rows: [
        ['L', 'Listed Co'],
        ['S', 'S'],
        ['T', 'T'],
      ],
      truncated: false,
    });
  });

  it('shows a node in a table as its name and id', async () => {
    const { stdout } = await withNeo4j(['cypher', 'MATCH (p:Party {id: "L"}) RETURN p']);
    expect(stdout).toBe('p\nListed Co [L]\n');
  });

  it('takes parameters, with = and quotes in them, and never as Cypher', async () => {
    const value = 'a=b" OR 1=1 //';
    const { rows } = await query('RETURN $a AS a, $b AS b', '--param', `a=${value}`, '--param', 'b=');
    expect(rows).toEqual([[value, '']]);
  });

  it('reads the query from a file and from standard input', async () => {
    const file = join(temporaryFolder(), 'query.cypher');
    writeFileSync(file, '// how many\nMATCH (p:Party) RETURN count(p) AS n');
    expect((await query('-f', file)).rows).toEqual([[3]]);
    const input = 'MATCH (p:Party) RETURN count(p) AS n';
    expect((await withNeo4j(['cypher', '-f', '-'], { input })).stdout).toBe('n\n3\n');
  });

  it('runs a saved query with its own parameters, and with others', async () => {
    const { columns, rows } = await query('--saved', 'captured-when-the-rule-came-into-force');
    expect(columns).toEqual(['party', 'name', 'share', 'heldBy', 'held', 'steps']);
    expect(rows.map(([, name]) => name)).toEqual(['S']);
    const before = ['--param', 'day=2025-09-28'];
    expect((await query('--saved', 'captured-when-the-rule-came-into-force', ...before)).rows).toEqual([]);
  });

  it('refuses a statement that is not among the saved ones, naming those that are', async () => {
    expect(statement('load/run')).not.toBe('');
    const { code, stdout, stderr } = await withNeo4j(['cypher', '--saved', '../load/run']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/no saved query "\.\.\/load\/run"[\s\S]*cannot-exclude/);
  });

  it.each([
    ['a write', 'CREATE (n:Party {id: "N"}) RETURN n', /was not run: /],
    [
      "a write in a comment's shadow",
      '/* read */ MATCH (p:Party) SET p.name = "x" RETURN p',
      /was not run: /,
    ],
    ['LOAD CSV', "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row", /was not run: .*LOAD CSV/],
    ['an unknown procedure', 'CALL dbms.listConfig() YIELD name RETURN name', /was not run: .*"dbms"/],
    ['what is no Cypher', 'MTCH (n) RETURN n', /MTCH/],
    ['a parameter that is not given', 'RETURN $nothing AS n', /nothing/],
  ])('refuses %s with 1 and changes nothing', async (_, text, reason) => {
    const before = await dump(store);
    const { code, stdout, stderr } = await withNeo4j(['cypher', text]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at |^Unexpected/m);
    expect(await dump(store)).toEqual(before);
  });

  it('cuts a long answer and says so on standard error', async () => {
    const { code, stdout, stderr } = await withNeo4j(['cypher', 'UNWIND range(1, 100000) AS n RETURN n']);
    expect(code).toBe(0);
    const rows = stdout.trimEnd().split('\n').length - 1;
    expect(rows).toBeLessThan(100_000);
    expect(stderr).toContain(`Cut after ${rows} rows`);
  });
});
