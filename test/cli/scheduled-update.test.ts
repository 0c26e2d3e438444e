import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionsReplyShape } from '../../server/wire/editions.ts';
import { cleanUp, type Running, run, start, temporaryFolder } from '../support/interlock.ts';
import { DECEMBER } from '../support/made-screening-list.ts';

/** A mirror of a list, as a company may have one: what is asked of it is counted. */
let mirror: Server;
let asked = 0;
let folder: string;
let product: Running;

beforeAll(async () => {
  folder = temporaryFolder();
  mirror = createServer((_, response) => {
    asked += 1;
    response.setHeader('ETag', '"one"').setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(DECEMBER));
  });
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  const { port } = mirror.address() as AddressInfo;
  const source = {
    ...{ id: 'made', title: 'Made mirror', publisher: 'Made', lists: ['bis-entity-list'], staleAfterDays: 7 },
    ...{ url: `http://127.0.0.1:${port}/consolidated.json`, note: '' },
  };
  const sources = join(folder, 'sources.json');
  writeFileSync(sources, JSON.stringify([source]));
  const data = join(folder, 'data');
  const flags = ['--port', '0', '--bolt-port', '0', '--data', data, '--update-every', '12'];
  product = start(['serve', ...flags], { env: { INTERLOCK_SOURCES: sources } });
});
afterAll(async () => {
  await cleanUp();
  await new Promise((resolve) => mirror.close(resolve));
});

describe('a server with a schedule of updates', () => {
  it('loads what the sources have, says so and when it will again, and stops in order', async () => {
    const url = /http:\S+/.exec(await product.line(/is ready/))?.[0] ?? '';
    expect(await product.line(/Update: done/)).toBe('Update: done, again in 12 hours.');
    expect(asked).toBeGreaterThan(0);
    const reply = await (await fetch(`${url}/api/v1/editions`)).json();
    const { editions, last } = editionsReplyShape.parse(reply);
    expect(editions).toMatchObject([{ lists: [{ series: 'bis-entity-list', rows: 1 }] }]);
    expect(last?.by).toBe('load');
    product.child.kill('SIGTERM');
    expect((await product.ended).stderr).toContain('Stopped. The data is kept');
  });

  it.each(['0', '-1', 'often', '1e9'])('refuses %s hours', async (hours) => {
    const { code, stderr } = await run(['serve', '--update-every', hours]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/hours/);
  });
});
