import request, { type Response } from 'supertest';
import { describe, expect, it } from 'vitest';
import { appOver, problemOf } from '../support/api.ts';

/** Pages and headers need no store: they are there while Neo4j starts. */
const { app, log } = appOver(null);

function policyOf({ headers }: Response): Map<string, string[]> {
  const directives = String(headers['content-security-policy']).split(';');
  return new Map(
    directives.map((each) => {
      const [name = '', ...values] = each.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

/** What a page loads: the addresses of its scripts, styles, icons and pictures. */
function loadedBy({ text }: Response): string[] {
  return [...text.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
}

const ANSWERS: readonly (readonly [what: string, path: string])[] = [
  ['the page', '/'],
  ['a view', '/party/nexperia'],
  ['the docs', '/api/docs'],
  ['the API', '/api/v1/rules'],
  ['an error', '/api/v1/nothing'],
  ['a file that is not there', '/assets/nothing.js'],
];

describe.each(ANSWERS)('the headers of %s', (_, path) => {
  it('let nothing in from another host, no script of the page itself, and no frame', async () => {
    const policy = policyOf(await request(app).get(path));
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    const sources = [...policy.values()].flat();
    const allowed = /^'(none|self|unsafe-inline|nonce-[\w+/=]+)'$|^(data|blob):$/;
    expect(sources.filter((source) => !allowed.test(source))).toEqual([]);
  });

  it('let nobody guess types, frame it, learn the address or the maker', async () => {
    const { headers } = await request(app).get(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('the page', () => {
  const views = ['/', '/party/nexperia', '/facility/smic-s1', '/rules', '/cypher', '/a/b/c?asOf=2025-10-15'];

  it.each(views)('is the same at %s, so that each view has an address', async (path) => {
    const response = await request(app).get(path).expect(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.text).toMatch(/<div id="root">/);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('loads files of this server only, and each is there with its type', async () => {
    const addresses = loadedBy(await request(app).get('/party/nexperia'));
    expect(addresses.length).toBeGreaterThanOrEqual(2);
    for (const address of addresses) {
      expect(address).toMatch(/^\/[^/]/);
      const { status, headers } = await request(app).get(address);
      expect([address, status]).toEqual([address, 200]);
      expect(headers['content-type']).not.toMatch(/text\/html/);
    }
  });

  it('has no script of its own, and styles carry a nonce that is new each time', async () => {
    const [first, second] = [await request(app).get('/'), await request(app).get('/')];
    expect(first.text).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(first.text).not.toContain('__NONCE__');
    const nonces = [first, second].map((each) => policyOf(each).get('style-src')?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(first.text).toContain(nonces[0]?.slice("'nonce-".length, -1));
  });

  it('keeps its built files in the cache for good: their names change with them', async () => {
    const script = loadedBy(await request(app).get('/')).find((each) => each.endsWith('.js')) ?? '';
    expect((await request(app).get(script)).headers['cache-control']).toMatch(/immutable/);
  });

  it('is no answer for a built file that is not there, nor for a way up out of the folder', async () => {
    expect(problemOf(await request(app).get('/assets/nothing.js')).status).toBe(404);
    for (const path of ['/assets/..%2f..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json'])
      expect((await request(app).get(path)).text).not.toContain('"dependencies"');
    expect(log).toEqual([]);
  });
});

describe('the docs', () => {
  it('are a page with files of this server only', async () => {
    const page = await request(app).get('/api/docs').expect(200);
    const addresses = loadedBy(page);
    expect(addresses.map((each) => each.split('.').pop())).toEqual(['css', 'js', 'js']);
    expect(page.text).not.toMatch(/https?:|<script(?![^>]*\ssrc=)|\son\w+=/);
    for (const address of addresses) {
      const { status, headers } = await request(app).get(address);
      expect([address, status]).toEqual([address, 200]);
      expect(headers['content-type']).toMatch(/javascript|css/);
    }
  });

  it('read the OpenAPI document of this server, and ask no validator elsewhere', async () => {
    const { text } = await request(app).get('/api/docs/start.js').expect(200);
    expect(text).toContain("'/api/v1/openapi.json'");
    expect(text).toContain('validatorUrl: null');
    expect(text).not.toMatch(/https?:/);
  });

  it('may style what they draw, and run no script but the files', async () => {
    const policy = policyOf(await request(app).get('/api/docs'));
    expect(policy.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
    expect(policy.get('img-src')).toContain('data:');
  });

  it('hold nothing else of the package they come from', async () => {
    for (const file of ['index.html', 'package.json', 'swagger-initializer.js'])
      expect(problemOf(await request(app).get(`/api/docs/${file}`)).status).toBe(404);
  });
});
