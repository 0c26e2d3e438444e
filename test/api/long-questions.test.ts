import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlReplyShape } from '../../server/wire/control.ts';
import { cypherReplyShape } from '../../server/wire/cypher.ts';
import { questionsReplyShape } from '../../server/wire/sensitivity.ts';
import { appOver, type TestApp } from '../support/api.ts';
import { graph } from '../support/cases.ts';
import { empty, loadFacts, openTestStore, ask as query } from '../support/database.ts';
import { until } from '../support/interlock.ts';

type TestStore = Awaited<ReturnType<typeof openTestStore>>;

let store: TestStore;
let app: TestApp;
let server: Server;
let url: string;

/** Everybody holds a band of everybody else, so that who gets the rest is a question for each owner. */
function circle(size: number): string[] {
  const members = Array.from({ length: size }, (_, at) => at);
  return members.flatMap((i) =>
    members.filter((j) => j !== i).map((j) => `P${i} -0.${1 + ((i * 7 + j) % 9)}..2.${j % 9}-> P${j}`),
  );
}

beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadFacts(store, graph(['L* -5-> P0', ...circle(45)].join('\n')));
  app = appOver(store);
  server = createServer(app.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  url = `http://127.0.0.1:${address.port}/api/v1`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await empty(store);
  await store.close();
});

async function get(path: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(`${url}${path}`, signal ? { signal } : {});
  expect(response.status).toBe(200);
  return response.json();
}

function run(cypher: string, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ cypher });
  return fetch(`${url}/cypher`, { method: 'POST', headers, body, ...(signal && { signal }) });
}

/** Asks for something short over and over until the long one is answered; how often it was. */
async function answeredMeanwhile(long: Promise<unknown>): Promise<number> {
  let ended = false;
  void long.finally(() => {
    ended = true;
  });
  let count = 0;
  for (; !ended; count += 1) await get('/health');
  return count;
}

const CONTROL = '/parties/P1/control?asOf=2025-10-15';
const LONG_ROW = 'RETURN range(1, 1000000) AS numbers';

describe('while a long question is worked on, others are answered', () => {
  beforeAll(async () => {
    // What is read once for all questions is there, so that only the work itself is seen.
    await get('/parties/L/questions?asOf=2025-10-15');
    await run('RETURN 1');
  });

  it('the look-through of a dense circle with bands', async () => {
    const long = get(CONTROL);
    expect(await answeredMeanwhile(long)).toBeGreaterThan(20);
    const { lookThrough } = controlReplyShape.parse(await long);
    expect(lookThrough.total).toBeGreaterThan(0);
    expect(lookThrough.owners[0]).toMatchObject({ reason: '', held: { rounded: expect.any(Boolean) } });
  });

  it('one row of a query with a list of millions, which is cut', async () => {
    const long = run(LONG_ROW);
    expect(await answeredMeanwhile(long)).toBeGreaterThan(20);
    const reply = cypherReplyShape.parse(await (await long).json());
    expect([reply.columns, reply.rows, reply.truncated]).toEqual([['numbers'], [], true]);
  });
});

describe('a question that is taken back', () => {
  const ENDLESS =
    'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7) AS taken';

  const running = async (text: string): Promise<number> => {
    const all = await query(store, 'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text');
    return all.filter((each) => typeof each['text'] === 'string' && each['text'].startsWith(text)).length;
  };

  it('ends its query in the database, and leaves room for the next', async () => {
    const leaving = new AbortController();
    const asked = [1, 2].map(() => run(ENDLESS, leaving.signal).catch((error: unknown) => String(error)));
    await until(async () => (await running('UNWIND')) === 2);
    leaving.abort();
    expect(await Promise.all(asked)).toEqual(Array(2).fill(expect.stringContaining('AbortError')));
    await until(async () => (await running('UNWIND')) === 0);
    await until(async () => (await run('RETURN 1 AS one')).status === 200);
  });

  it('ends while a long row is read', async () => {
    const leaving = new AbortController();
    const asked = run('RETURN range(1, 30000000) AS read', leaving.signal).catch((error: unknown) =>
      String(error),
    );
    await until(async () => (await running('RETURN range')) === 1);
    leaving.abort();
    expect(await asked).toContain('AbortError');
    await until(async () => (await running('RETURN range')) === 0);
    await until(async () => (await run('RETURN 1 AS one')).status === 200);
  });

  it('leaves no thread busy: as many as there are come back', async () => {
    const leaving = new AbortController();
    const asked = [1, 2, 3].map(() => get(CONTROL, leaving.signal).catch((error: unknown) => String(error)));
    await get('/health');
    leaving.abort();
    expect(await Promise.all(asked)).toEqual(Array(3).fill(expect.stringContaining('AbortError')));
    expect(questionsReplyShape.parse(await get('/parties/L/questions?asOf=2025-10-15')).outcome).toBe(
      'listed',
    );
  });

  it('is no mistake of the product', () => {
    expect(app.log).toEqual([]);
  });
});
