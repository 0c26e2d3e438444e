import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanUp, type Running, run, start, temporaryFolder } from '../support/interlock.ts';

let folder: string;
let product: Running;
let ready: { readonly url: string; readonly neo4j: string };

const readyShape = z.strictObject({ url: z.url(), neo4j: z.string() });

beforeAll(async () => {
  folder = temporaryFolder();
  product = start(['serve', '--port', '0', '--bolt-port', '0', '--data', folder, '--json']);
  ready = readyShape.parse(JSON.parse(await product.line(/^\{/)));
});
afterAll(cleanUp);

async function state(): Promise<unknown> {
  return (await fetch(`${ready.url}/api/v1/ready`)).json();
}

const countParties = ['cypher', '--json', 'MATCH (p:Party) RETURN count(p) AS n'];

describe('the product that serves', () => {
  it('is on loopback, with page and API at the address it printed', async () => {
    expect(new URL(ready.url).hostname).toBe('127.0.0.1');
    expect(new URL(ready.neo4j)).toMatchObject({ protocol: 'bolt:', hostname: '127.0.0.1' });
    const page = await fetch(ready.url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await state()).toMatchObject({ status: 'ok' });
  });

  it('has loaded the seed', async () => {
    const found = await fetch(`${ready.url}/api/v1/search?q=huawei`);
    expect(found.status).toBe(200);
    expect(await found.text()).toContain('Huawei Technologies');
  });

  it('refuses a second start on its data folder, naming itself', async () => {
    const { code, stdout, stderr } = await run([
      'serve',
      '--port',
      '0',
      '--bolt-port',
      '0',
      '--data',
      folder,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${folder} is in use by another Interlock (process ${product.pid}).`);
    expect(stderr).toMatch(/stop it .*or name another folder with --data/);
    expect(await state()).toMatchObject({ status: 'ok' });
  });

  it('names its own port to a start that wants the same', async () => {
    const { port } = new URL(ready.url);
    const { code, stderr } = await run(['serve', '--port', port, '--data', temporaryFolder()]);
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is in use.`);
  });

  it('judges through its own database, when the browser asks it to', async () => {
    const judgements = `${ready.url}/api/v1/judgements`;
    const pair = { a: 'nexperia', b: 'hubble' };
    const said = { ...pair, verdict: 'different', why: 'made for a test', by: 'me' };
    const post = (url: string, body: object) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post(judgements, said)).status).toBe(200);
    expect(await (await fetch(judgements)).json()).toMatchObject({
      judgements: [{ ...said, a: 'hubble', b: 'nexperia' }],
    });
    expect((await post(`${judgements}/undo`, pair)).status).toBe(200);
    expect(await (await fetch(judgements)).json()).toEqual({ judgements: [] });
  });

  it('lets the other commands work on its data', async () => {
    const before = await run([...countParties, '--data', folder]);
    expect(before).toMatchObject({ code: 0, stderr: '' });
    const input = '{"parties":[{"id":"only"}]}';
    expect(await run(['load', '-', '--data', folder], { input })).toMatchObject({ code: 0 });
    const { stdout } = await run([...countParties, '--data', folder]);
    expect(JSON.parse(stdout)).toMatchObject({ rows: [[1]] });
    expect(JSON.parse(before.stdout)).not.toMatchObject({ rows: [[1]] });
    const { status } = await fetch(`${ready.url}/api/v1/parties/only`);
    expect(status).toBe(200);
  });

  it('stops when it is interrupted, with the address as the only thing on standard output', async () => {
    product.child.kill('SIGINT');
    const { code, signal, stdout, stderr } = await product.ended;
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(stdout).toBe(`${JSON.stringify(ready)}\n`);
    expect(stderr).toMatch(/^Stopping \.\.\.$/m);
    expect(stderr).toMatch(/^Stopped\. The data is kept for the next start\.$/m);
    await expect(fetch(ready.url)).rejects.toThrow();
  });

  it('keeps what was loaded for the next start, and does not put the seed over it', async () => {
    const { code, stdout } = await run([...countParties, '--data', folder]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows: [[1]] });
    const again = start(['serve', '--port', '0', '--bolt-port', '0', '--data', folder]);
    await again.line(/^Interlock is ready: http:\/\/127\.0\.0\.1:\d+$/);
    again.child.kill('SIGTERM');
    const { stderr } = await again.ended;
    expect(stderr).toMatch(/^Loaded: - \(/m);
    expect(stderr).not.toContain('Loading the seed');
  });
});
