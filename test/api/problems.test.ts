import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: string, headers: Readonly<Record<string, string>> = JSON_TYPE): Promise<Response> {
  return request(api.app)
    .post('/api/v1/cypher')
    .set(headers)
    .send(body)
    .then((response) => response);
}

describe('a day that is none', () => {
  const WITH_DAY = [
    '/overview',
    '/regimes',
    '/parties/nexperia',
    '/facilities/smic-s1',
    '/findings',
    '/verdicts',
    '/graph?ids=nexperia',
    '/evidence/nexperia',
  ];
  const DAYS = ['2025-02-30', '2025-13-01', '15-10-2025', '2025-10-15T00:00:00Z', 'today', '', '20251015'];

  it.each(WITH_DAY)('is refused at %s', async (path) => {
    for (const asOf of DAYS) {
      const { status, code, problems } = await refusal(api, path, { asOf });
      expect([asOf, status, code, problems?.[0]?.field]).toEqual([asOf, 400, 'bad-input', 'asOf']);
    }
  });

  it('is refused when it is given twice', async () => {
    const { status } = await refusal(api, '/findings?asOf=2025-10-15&asOf=2025-10-16');
    expect(status).toBe(400);
  });

  it.each(['0001-01-01', '9999-12-31', '2024-02-29'])('is not %s', async (asOf) => {
    await request(api.app).get('/api/v1/parties/nexperia').query({ asOf }).expect(200);
  });
});

describe('a body that cannot be used', () => {
  it.each(['{', '{"cypher": }', '"text"', 'cypher=RETURN 1', '{"cypher": "RETURN 1"} {}'])(
    'is refused when it is no JSON: %s',
    async (body) => {
      const { status, title, problems } = problemOf(await post(body));
      expect([status, title]).toEqual([400, 'The body is not JSON.']);
      expect(problems?.[0]).toMatchObject({ file: 'body', fix: 'Send JSON.' });
    },
  );

  it('is refused when it says to be something else, with the header to send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const { status, problems } = problemOf(await post('{"cypher":"RETURN 1"}', { 'content-type': type }));
      expect(status).toBe(400);
      expect(problems?.[0]?.fix).toContain('Content-Type: application/json');
    }
  });

  it('is refused when it is too big', async () => {
    const { status, code, detail } = problemOf(await post(JSON.stringify({ cypher: 'x'.repeat(300_000) })));
    expect([status, code, detail]).toEqual([413, 'too-large', 'Send less at once.']);
  });

  it('is refused when its charset or packing is unknown, as a mistake of the request', async () => {
    const charset = await post('{}', { 'content-type': 'application/json; charset=klingon' });
    const packing = await post('{}', { ...JSON_TYPE, 'content-encoding': 'zip' });
    expect([problemOf(charset).status, problemOf(packing).status]).toEqual([415, 415]);
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    ['get', '/api/v1/nothing'],
    ['get', '/api/v1'],
    ['get', '/api/v2/overview'],
    ['get', '/api'],
    ['get', '/api/docs/nothing'],
    ['post', '/api/v1/overview'],
    ['put', '/api/v1/parties/nexperia'],
    ['delete', '/api/v1/parties/nexperia'],
    ['patch', '/api/v1/cypher'],
    ['get', '/api/v1/cypher'],
    ['post', '/party/nexperia'],
    ['put', '/'],
  ] as const)('is a 404 that names it: %s %s', async (method, path) => {
    const { status, title, detail } = problemOf(await request(api.app)[method](path));
    expect(status).toBe(404);
    expect(title).toBe(`There is no ${method.toUpperCase()} ${path}.`);
    expect(detail).toContain('/api/v1/openapi.json');
  });

  it('is a 400 when it is not well formed', async () => {
    for (const path of ['/api/v1/parties/%zz', '/api/v1/parties/%E4%B8'])
      expect(problemOf(await request(api.app).get(path)).status).toBe(400);
  });

  it('does not repeat the question, which may be long or private', async () => {
    const { title } = problemOf(await request(api.app).get('/api/v1/nothing?secret=1'));
    expect(title).toBe('There is no GET /api/v1/nothing.');
  });
});

describe('text that means something elsewhere', () => {
  it.each(["' OR 1=1 //", '"}) DETACH DELETE n //', '../../etc/passwd', '<script>', '\u0000', '%', '💥'])(
    'is an id like any other: %j',
    async (id) => {
      const { status } = await refusal(api, `/parties/${encodeURIComponent(id)}`);
      expect(status).toBe(404);
    },
  );

  it('is refused when it is longer than any id', async () => {
    const { status, problems } = await refusal(api, `/parties/${'x'.repeat(501)}`);
    expect([status, problems?.[0]?.field]).toEqual([400, 'id']);
  });
});

describe('all of these', () => {
  it('are mistakes of the request: the server logs none as its own', () => {
    expect(api.log).toEqual([]);
  });
});
