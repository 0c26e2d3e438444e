import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ownName } from '../../server/cli/serve.ts';
import { appOver, problemOf } from '../support/api.ts';

const { app } = appOver(null, ['Interlock.Example']);

/** One asks for data, one for the page, one sends a query: none of them may be had from another site. */
function ask(headers: Readonly<Record<string, string>>, path = '/api/v1/rules') {
  return request(app).get(path).set(headers);
}

describe('a Host that is not ours', () => {
  const WRONG = [
    'evil.example',
    'evil.example:4680',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.7',
  ];

  it.each(WRONG)('%s is refused everywhere', async (host) => {
    for (const path of ['/', '/api/v1/rules', '/api/v1/health', '/api/docs', '/assets/x.js']) {
      const { status, code, title } = problemOf(await ask({ host }, path));
      expect([path, status, code]).toEqual([path, 403, 'refused']);
      expect(title).toContain(host);
    }
  });

  it.each(['', ':4680', 'localhost:', 'user@localhost'])('%j is refused', async (host) => {
    expect(problemOf(await ask({ host })).status).toBe(403);
  });

  const RIGHT = [
    'localhost',
    'LOCALHOST:4680',
    '127.0.0.1:1',
    '[::1]:4680',
    'interlock.example',
    'Interlock.Example:80',
  ];

  it.each(RIGHT)('%s passes', async (host) => {
    await ask({ host }).expect(200);
  });

  it('is refused before the body is read', async () => {
    const response = await request(app)
      .post('/api/v1/cypher')
      .set({ host: 'evil.example', 'content-type': 'application/json' })
      .send('{');
    expect(problemOf(response).status).toBe(403);
  });
});

describe('the address listened on', () => {
  const KNOWN: readonly (readonly [listening: string, host: string])[] = [
    ['fd00::17', '[fd00::17]:4680'],
    ['FD00:0:0:0:0:0:0:17', '[fd00::17]'],
    ['fe80::1%eth0', '[fe80::1]:4680'],
    ['192.168.1.7', '192.168.1.7:4680'],
    ['lab.example', 'lab.example:4680'],
  ];

  it.each(KNOWN)('%s is a name of ours, which a browser writes %s', async (listening, host) => {
    await request(appOver(null, ownName(listening)).app)
      .get('/api/v1/rules')
      .set({ host })
      .expect(200);
    expect(problemOf(await ask({ host })).status).toBe(403);
  });

  it.each(['0.0.0.0', '::', '0:0:0:0:0:0:0:0', '127.0.0.1'])('%s adds no name', (listening) => {
    expect(ownName(listening)).toEqual([]);
  });
});

describe('a page of another site', () => {
  const host = 'localhost:4680';
  const FOREIGN: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'nonsense' },
    { origin: 'http://localhost:4681' },
    { origin: 'http://localhost' },
    { origin: 'http://127.0.0.1:4680' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ];

  it.each(FOREIGN)('cannot ask with %j', async (headers) => {
    const { status, title, detail } = problemOf(await ask({ host, ...headers }));
    expect([status, title]).toEqual([403, 'Requests from the page of another site are refused.']);
    expect(detail).toBe('Use Interlock from its own address.');
  });

  it.each(FOREIGN)('cannot send a query with %j', async (headers) => {
    const response = await request(app)
      .post('/api/v1/cypher')
      .set({ host, ...headers })
      .send({ cypher: 'RETURN 1' });
    expect(problemOf(response).status).toBe(403);
  });

  const OWN: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin: 'http://localhost:4680' },
    { origin: 'HTTP://LOCALHOST:4680' },
    { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ];

  it.each(OWN)('is not what %j comes from', async (headers) => {
    await ask({ host, ...headers }).expect(200);
  });

  it('may link here: opening the link is no request of the page', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    await ask({ host, ...link }, '/party/nexperia').expect(200);
  });
});
