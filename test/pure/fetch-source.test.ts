import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FetchResult, fetchSource, lastFetched } from '../../server/library/fetch-source.ts';
import { keptFiles } from '../../server/library/kept-files.ts';
import type { ListSource } from '../../server/library/sources.ts';

const FIRST = Buffer.from(`{"results":[${'1,'.repeat(50_000)}1]}`);
const SECOND = Buffer.from(`{"results":[${'2,'.repeat(40_000)}2]}`);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let data: string;
let server: Server;
let answer: Answer;
let asked: IncomingMessage['headers'][];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'interlock-fetch-'));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(data, { recursive: true, force: true });
});

function address(): string {
  const listening = server.address() as AddressInfo | null;
  return `http://127.0.0.1:${listening?.port ?? 0}`;
}

function source(more: Partial<ListSource> = {}): ListSource {
  const own = { id: 'made', title: 'Made list', publisher: 'nobody', url: `${address()}/list.json` };
  return { ...own, lists: ['bis-entity-list'], staleAfterDays: 7, note: '', ...more };
}

function fetched(of = source(), { attempts = 1, patience = 5_000 } = {}): Promise<FetchResult> {
  const now = () => new Date('2026-01-02T03:04:05Z');
  return fetchSource(of, {
    ...{ data, files: keptFiles(data), now, progress: () => {}, patience, attempts, pause: 0 },
  });
}

/** A server that knows versions, conditions and ranges. */
function serving(content: Buffer, etag: string): Answer {
  return ({ headers }, response) => {
    if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
    const start =
      headers['if-range'] === etag ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
    const part = content.subarray(start);
    const range =
      start > 0 ? { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` } : {};
    response.writeHead(start > 0 ? 206 : 200, { etag, 'content-length': part.length, ...range }).end(part);
  };
}

/** Promises the whole, sends some of it and hangs up. */
function breaking(content: Buffer, etag: string, bytes: number): Answer {
  return (_, response) => {
    response.writeHead(200, { etag, 'content-length': content.length });
    // Lets what was written arrive: a reset connection may take with it what nobody has read yet.
    response.write(content.subarray(0, bytes), () => setTimeout(() => response.destroy(), 50));
  };
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function keptContent({ hash }: FetchResult): Buffer {
  return readFileSync(keptFiles(data).pathOf(hash, 'list.json'));
}

describe('a source that is fetched', () => {
  it('is kept whole under the hash of its bytes, with when and from where', async () => {
    answer = serving(FIRST, '"one"');
    const result = await fetched();
    expect(result).toMatchObject({
      isNew: true,
      hash: sha256(FIRST),
      etag: '"one"',
      fetchedAt: '2026-01-02T03:04:05.000Z',
    });
    expect(keptContent(result).equals(FIRST)).toBe(true);
    expect(await lastFetched(data, 'made')).toMatchObject({ hash: sha256(FIRST), url: source().url });
  });

  it('is asked for conditionally the next time, and not sent again when it is the same', async () => {
    answer = serving(FIRST, '"one"');
    await fetched();
    expect(await fetched()).toMatchObject({ isNew: false, hash: sha256(FIRST) });
    expect(asked.map((headers) => headers['if-none-match'])).toEqual([undefined, '"one"']);
    answer = serving(SECOND, '"two"');
    expect(await fetched()).toMatchObject({ isNew: true, hash: sha256(SECOND) });
  });

  it('is fetched anew when its file was lost', async () => {
    answer = serving(FIRST, '"one"');
    const { hash } = await fetched();
    rmSync(join(data, 'editions', hash));
    expect(await fetched()).toMatchObject({ isNew: true, hash });
  });

  it('goes on where a download broke, in the next process too', async () => {
    answer = breaking(FIRST, '"one"', 30_000);
    await expect(fetched()).rejects.toThrow(/127\.0\.0\.1:\d+ cannot be reached, or stopped in the middle/);
    expect(existsSync(join(data, 'editions'))).toBe(false);
    answer = serving(FIRST, '"one"');
    const result = await fetched();
    expect(keptContent(result).equals(FIRST)).toBe(true);
    expect(asked[1]).toMatchObject({ range: 'bytes=30000-', 'if-range': '"one"' });
  });

  it('begins anew where the file changed after a download broke', async () => {
    answer = breaking(FIRST, '"one"', 30_000);
    await expect(fetched()).rejects.toThrow();
    answer = serving(SECOND, '"two"');
    expect(keptContent(await fetched()).equals(SECOND)).toBe(true);
  });

  it('begins anew where more was begun than the file has now', async () => {
    answer = breaking(FIRST, '"one"', 90_000);
    await expect(fetched()).rejects.toThrow();
    answer = (request, response) => {
      if (request.headers.range !== undefined) response.writeHead(416).end();
      else serving(SECOND, '"two"')(request, response);
    };
    expect(keptContent(await fetched(source(), { attempts: 2 })).equals(SECOND)).toBe(true);
  });

  it('is tried again by itself, as often as asked', async () => {
    answer = (request, response) => {
      const next =
        asked.length < 3 ? breaking(FIRST, '"one"', 10_000 * asked.length) : serving(FIRST, '"one"');
      next(request, response);
    };
    expect(keptContent(await fetched(source(), { attempts: 3 })).equals(FIRST)).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it.each([
    [
      'says no',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end(),
      /HTTP status 503/,
    ],
    [
      'sends nothing',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).end(),
      /sent an empty file/,
    ],
    [
      'falls silent',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).write('{'),
      /stopped in the middle/,
    ],
  ])('leaves what was kept where the server %s', async (_, bad, message) => {
    answer = serving(FIRST, '"one"');
    await fetched();
    answer = bad;
    await expect(fetched(source(), { patience: 200 })).rejects.toThrow(message);
    expect(await lastFetched(data, 'made')).toMatchObject({ hash: sha256(FIRST) });
  });

  it('says what to do where there is no network', async () => {
    const gone = source({ url: 'http://127.0.0.1:9/list.json' });
    const error = await fetched(gone).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ fix: expect.stringContaining('interlock load FILE') });
    expect(String(error)).toContain('127.0.0.1:9 cannot be reached');
  });

  it('of the eCFR is asked for the newest day that it has', async () => {
    const paths: string[] = [];
    answer = (request, response) => {
      paths.push(request.url ?? '');
      const titles = {
        titles: [
          { number: 1, up_to_date_as_of: '1999-01-01' },
          { number: 15, up_to_date_as_of: '2026-07-08' },
        ],
      };
      if (request.url === '/titles.json') response.end(JSON.stringify(titles));
      else serving(FIRST, '"one"')(request, response);
    };
    const dated = {
      url: `${address()}/full/{date}/title-15.xml?part=744`,
      dateFrom: `${address()}/titles.json`,
    };
    expect(await fetched(source(dated))).toMatchObject({ isNew: true });
    expect(paths).toEqual(['/titles.json', '/full/2026-07-08/title-15.xml?part=744']);
  });
});
