import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cypherReplyShape } from '../../server/wire/cypher.ts';
import { problemOf, type SeedApi, seedApi } from '../support/api.ts';
import { dump } from '../support/database.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

function send(cypher: string, more: object = {}) {
  return request(api.app)
    .post('/api/v1/cypher')
    .send({ cypher, ...more });
}

async function run(cypher: string, more: object = {}) {
  const { status, body } = await send(cypher, more);
  expect([status, body.title]).toEqual([200, undefined]);
  return cypherReplyShape.parse(body);
}

describe('POST /cypher', () => {
  it('gives columns and rows, and draws what is among the values', async () => {
    const { columns, rows, graph, truncated } = await run(
      'MATCH (owner)-[tie:OWNS]->(p:Party {id: $id}) WHERE tie.to IS NULL RETURN tie, owner.name AS owner',
      { parameters: { id: 'nexperia' }, asOf: '2025-10-15' },
    );
    expect([columns, rows.length, truncated]).toEqual([['tie', 'owner'], 1, false]);
    expect(rows[0]?.[1]).toBe('Wingtech Technology Co., Ltd.');
    expect(graph.edges.map(({ id }) => id)).toEqual([
      'holding:wingtech-technology-co-ltd:nexperia:2019-01-01',
    ]);
    expect(graph.nodes.map(({ id, outcome }) => [id, outcome]).sort()).toEqual([
      ['nexperia', 'captured'],
      ['wingtech-technology-co-ltd', 'listed'],
    ]);
  });

  it('cuts at the limit and says so, and does not when the limit is just enough', async () => {
    const cut = await run('UNWIND range(1, 50) AS n RETURN n', { limit: 7 });
    expect([cut.rows.length, cut.truncated, cut.limit]).toEqual([7, true, 7]);
    const whole = await run('UNWIND range(1, 7) AS n RETURN n', { limit: 7 });
    expect([whole.rows.length, whole.truncated]).toEqual([7, false]);
  });

  it('cuts at 1000 rows when no limit is given', async () => {
    const { rows, truncated, limit } = await run('UNWIND range(1, 5000) AS n RETURN n');
    expect([rows.length, truncated, limit]).toEqual([1000, true, 1000]);
  });

  it('takes whole numbers of JSON as integers, in lists and maps too', async () => {
    const parameters = { n: 3, list: [1, 2.5], map: { x: 4 } };
    const { rows } = await run(
      'UNWIND range(1, 9) AS i RETURN i, valueType($list[0]), valueType($list[1]), $list[$map.x - 4] LIMIT $n',
      { parameters },
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual([1, 'INTEGER NOT NULL', 'FLOAT NOT NULL', 1]);
  });

  it('gives dates as days and absent values as null', async () => {
    const { rows } = await run('RETURN date("2025-10-15") AS day, null AS nothing, [1, {a: true}] AS more');
    expect(rows).toEqual([['2025-10-15', null, [1, { a: true }]]]);
  });

  const REFUSED: readonly (readonly [what: string, cypher: string, status: number, says: RegExp])[] = [
    ['CREATE', 'CREATE (n:Party {id: "x"}) RETURN n', 403, /writes/],
    ['MERGE', 'MERGE (n:Party {id: "x"}) RETURN n', 403, /writes/],
    ['SET', 'MATCH (n:Party) SET n.name = "x"', 403, /writes/],
    ['DELETE', 'MATCH (n) DETACH DELETE n', 403, /writes/],
    ['LOAD CSV of a file', 'LOAD CSV FROM "file:///etc/passwd" AS row RETURN row', 403, /LOAD CSV/],
    ['LOAD CSV of an address', 'LOAD CSV FROM "http://127.0.0.1:9/a" AS row RETURN row', 403, /LOAD CSV/],
    ['SHOW SETTINGS', 'SHOW SETTINGS', 403, /SHOW/],
    ['SHOW TRANSACTIONS', 'SHOW TRANSACTIONS', 403, /SHOW/],
    ['a procedure', 'CALL dbms.listConfig()', 403, /not among those allowed|not on the list/],
    ['another database', 'USE system MATCH (n) RETURN n', 403, /USE/],
    ['two statements', 'MATCH (n) RETURN n; MATCH (n) DETACH DELETE n', 400, /./],
    ['a mistake', 'MATCH (n RETURN n', 400, /Invalid input/],
  ];

  it.each(REFUSED)(
    'refuses %s with a problem document, and nothing has changed',
    async (...[, cypher, status, says]) => {
      const before = await dump(api.store);
      const problem = problemOf(await send(cypher));
      expect(problem.status).toBe(status);
      expect(problem.title).toMatch(says);
      expect(await dump(api.store)).toEqual(before);
    },
  );

  it.each([
    ['no query', {}, 'cypher'],
    ['an empty query', { cypher: '' }, 'cypher'],
    ['a query of too many letters', { cypher: `RETURN "${'x'.repeat(20_000)}"` }, 'cypher'],
    ['parameters that are no map', { cypher: 'RETURN 1', parameters: [1] }, 'parameters'],
    ['too high a limit', { cypher: 'RETURN 1', limit: 10_001 }, 'limit'],
    ['a day that is none', { cypher: 'RETURN 1', asOf: '2025-02-30' }, 'asOf'],
    ['a field that it does not know', { cypher: 'RETURN 1', params: {} }, ''],
  ])('refuses %s and names the field', async (_, body, field) => {
    const { status, problems } = problemOf(await request(api.app).post('/api/v1/cypher').send(body));
    expect([status, problems?.[0]?.field]).toEqual([400, field]);
  });

  it('runs only so many at one time, says so, and goes on afterwards', async () => {
    const slow = 'UNWIND range(1, 4000000) AS n WITH sum(n * n % 7) AS x RETURN x';
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(slow)));
    const busy = answers.filter(({ status }) => status === 429);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    for (const each of busy) expect(problemOf(each).detail).toContain('Wait');
    expect((await run('RETURN 1 AS one')).rows).toEqual([[1]]);
  });
});
