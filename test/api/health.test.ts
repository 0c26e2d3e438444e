import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { VERSION } from '../../server/version.ts';
import { healthShape } from '../../server/wire/overview.ts';
import { appOver, problemOf } from '../support/api.ts';
import { graph } from '../support/cases.ts';
import { empty, loadFacts, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
});
afterAll(() => store.close());

async function state(of: Store | null, path: '/health' | '/ready') {
  const { status, body } = await request(appOver(of).app).get(`/api/v1${path}`);
  return { code: status, ...healthShape.strict().parse(body) };
}

describe('health and readiness', () => {
  it('is healthy at once, before Neo4j is there', async () => {
    expect(await state(null, '/health')).toEqual({ code: 200, status: 'ok', version: VERSION, detail: '' });
  });

  it('is not ready while Neo4j starts, and says so', async () => {
    const { code, status, detail } = await state(null, '/ready');
    expect([code, status]).toEqual([503, 'unavailable']);
    expect(detail).toContain('Neo4j');
  });

  it('is not ready while nothing is loaded', async () => {
    const { code, status, detail } = await state(store, '/ready');
    expect([code, status, detail]).toEqual([503, 'starting', 'Nothing is loaded yet.']);
  });

  it('answers what needs facts with an error while nothing is loaded', async () => {
    const { app } = appOver(store);
    const paths = ['/overview', '/paths?from=L&to=S', '/parties/L', '/facilities/L', '/evidence/L'];
    for (const path of paths) {
      expect(problemOf(await request(app).get(`/api/v1${path}`)).status).toBe(404);
    }
  });

  it('is ready as soon as facts are loaded, and says which', async () => {
    await loadFacts(store, graph('L* -50-> S'));
    const { code, status, detail } = await state(store, '/ready');
    expect([code, status]).toEqual([200, 'ok']);
    expect(detail).toMatch(/^test, loaded \d{4}-\d{2}-\d{2}T/);
  });

  it('is unavailable when the connection has gone, and stays healthy', async () => {
    const gone = await openTestStore();
    await gone.close();
    const { code, status, detail } = await state(gone, '/ready');
    expect([code, status]).toEqual([503, 'unavailable']);
    expect(detail).not.toBe('');
    expect((await state(gone, '/health')).code).toBe(200);
  });

  it('gives 503 with what to do for every question while Neo4j starts', async () => {
    const { app, log } = appOver(null);
    for (const path of ['/overview', '/search?q=a', '/parties/L', '/findings', '/graph?ids=L']) {
      const { status, code } = problemOf(await request(app).get(`/api/v1${path}`));
      expect([path, status, code]).toEqual([path, 503, 'unavailable']);
    }
    const cypher = await request(app).post('/api/v1/cypher').send({ cypher: 'RETURN 1' });
    expect(problemOf(cypher).status).toBe(503);
    expect(log).toEqual([]);
  });

  it('still shows the rules, the regimes and the saved queries while Neo4j starts', async () => {
    const { app } = appOver(null);
    for (const path of ['/rules', '/regimes', '/cypher/saved'])
      await request(app).get(`/api/v1${path}`).expect(200);
  });
});
