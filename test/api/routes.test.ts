import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../server/api/endpoints.ts';
import type { Route } from '../../server/api/route.ts';
import { problemOf, type Query, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const TWO = { a: 'nexperia', b: 'hubble' };

interface Example {
  readonly at: string;
  readonly query?: Query;
  readonly body?: object;
}

const NEXPERIA = 'nexperia';
const HUAWEI = 'huawei-technologies-co-ltd';
const HOLDING = 'holding:wingtech-technology-co-ltd:nexperia:2019-01-01';
const CAPTURED = 'finding:captured:nexperia:2025-09-29:aa776729';

/** A good request for each route, by its method and path. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  'get /overview': { at: '/overview', query: { asOf: '2025-10-15' } },
  'get /regimes': { at: '/regimes' },
  'get /rules': { at: '/rules' },
  'get /rules/:id': { at: '/rules/captured' },
  'get /editions': { at: '/editions' },
  'get /changes': { at: '/changes' },
  'get /search': { at: '/search', query: { q: '华为', kind: 'party', limit: 3 } },
  'get /parties/:id': { at: `/parties/${NEXPERIA}` },
  'get /facilities/:id': { at: '/facilities/smic-s1' },
  'get /facilities/:id/combined': { at: '/facilities/smic-s1/combined', query: { limit: 3 } },
  'get /parties/:id/facility-paths': { at: `/parties/${HUAWEI}/facility-paths` },
  'get /parties/:id/questions': { at: `/parties/${NEXPERIA}/questions`, query: { asOf: '2025-10-15' } },
  'get /parties/:id/control': {
    at: `/parties/${NEXPERIA}/control`,
    query: { asOf: '2025-10-15', regime: 'bis-affiliates', limit: 5 },
  },
  'get /parties/:id/look-through': {
    at: `/parties/${NEXPERIA}/look-through`,
    query: { asOf: '2025-10-15', regime: 'bis-affiliates' },
  },
  'get /parties/:id/known': {
    at: `/parties/${NEXPERIA}/known`,
    query: { asOf: '2025-10-15', knownOn: '2025-10-15', regime: 'bis-affiliates' },
  },
  'get /findings': { at: '/findings', query: { flag: 'RF27', offset: 1, limit: 5 } },
  'get /findings/:id/evidence': { at: `/findings/${CAPTURED}/evidence`, query: { asOf: '2025-10-15' } },
  'get /verdicts': { at: '/verdicts', query: { regime: 'bis-affiliates', outcome: 'captured' } },
  'get /graph': { at: '/graph', query: { ids: `${NEXPERIA},wingtech-technology-co-ltd` } },
  'get /neighbours/:id': { at: '/neighbours/hubble', query: { group: 'holdings', ended: 'true' } },
  'get /evidence/:id': { at: `/evidence/${NEXPERIA}`, query: { regime: 'bis-affiliates' } },
  'get /paths': { at: '/paths', query: { from: HUAWEI, to: 'hubble', types: 'OWNS', minShare: 1 } },
  'get /facts/:id': { at: `/facts/${encodeURIComponent(HOLDING)}` },
  'get /complexes': { at: '/complexes', query: { asOf: '2025-10-15' } },
  'get /complexes/:id': { at: '/complexes/huawei', query: { grade: 'strong', unlisted: 'false', limit: 2 } },
  'get /parties/:id/complexes': { at: '/parties/kaihong/complexes', query: { asOf: '2025-10-15' } },
  'post /cypher': { at: '/cypher', body: { cypher: 'MATCH (p:Party) RETURN p LIMIT 2' } },
  'get /cypher/saved': { at: '/cypher/saved' },
  'get /candidates': { at: '/candidates', query: { q: 'co ltd', limit: 3 } },
  'get /judgements': { at: '/judgements' },
  // Two that nobody takes for one: judged and undone in turn, it changes nothing that is concluded.
  'post /judgements': { at: '/judgements', body: { ...TWO, verdict: 'different', why: 'made for a test' } },
  'post /judgements/undo': { at: '/judgements/undo', body: TWO },
};

function exampleOf({ method, path }: Route): Example {
  const example = EXAMPLES[`${method} ${path}`];
  if (!example) throw new Error(`There is no example for ${method} ${path}`);
  return example;
}

function send({ method }: Route, { at, query = {}, body }: Example) {
  const sent = request(api.app)[method](`/api/v1${at}`).query(query);
  return body ? sent.send(body) : sent;
}

describe('every route', () => {
  it('has an example, and every example is of a route', () => {
    expect(Object.keys(EXAMPLES)).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`));
  });

  it.each(ROUTES)(
    '$method $path answers in the shape that it declares, and sends nothing beside',
    async (route) => {
      const response = await send(route, exampleOf(route));
      expect([response.status, response.headers['content-type']]).toEqual([
        200,
        'application/json; charset=utf-8',
      ]);
      expect(route.shapes.reply.parse(response.body)).toEqual(response.body);
      expect(JSON.stringify(response.body).length).toBeGreaterThan(10);
    },
  );

  it.each(ROUTES)('$method $path refuses a parameter that it does not know', async (route) => {
    const { at, query, body } = exampleOf(route);
    const response = await send(route, {
      at,
      query: { ...query, asof: '2025-10-15' },
      ...(body && { body }),
    });
    const { status, problems } = problemOf(response);
    expect(status).toBe(400);
    expect(problems?.[0]).toMatchObject({ file: 'query', message: 'Unrecognized key: "asof".' });
  });

  it.each(ROUTES)('$method $path is never kept by a cache: the next load may change it', async (route) => {
    expect((await send(route, exampleOf(route))).headers['cache-control']).toBe('no-store');
  });

  it('logged nothing: no request of these was a mistake of the product', () => {
    expect(api.log).toEqual([]);
  });
});
