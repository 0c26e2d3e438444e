import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidatesReplyShape, judgedReplyShape, judgementsReplyShape } from '../../server/wire/judging.ts';
import { overviewShape } from '../../server/wire/overview.ts';
import { appOver, ask, problemOf, type TestApp } from '../support/api.ts';
import { dump, empty, openTestStore } from '../support/database.ts';
import { cleanUp } from '../support/interlock.ts';
import { ownInterlock } from '../support/load-editions.ts';
import { alikeInBoth, LIKE } from '../support/made-alike.ts';

const store = await openTestStore();
const own = ownInterlock();
let api: TestApp;
// Each test takes back what it judged: what is loaded is then as it was.
beforeAll(async () => {
  await empty(store);
  await alikeInBoth(own);
  api = appOver(store, [], own.data);
});
afterAll(async () => {
  await store.close();
  await cleanUp();
});

const post = (path: string, body: object) => request(api.app).post(`/api/v1${path}`).send(body);
const candidates = (query = {}) => ask(api, candidatesReplyShape, '/candidates', query);
const waitingPairs = async () => (await ask(api, overviewShape, '/overview')).loaded.waitingPairs;
const judgements = async () => (await ask(api, judgementsReplyShape, '/judgements')).judgements;
const kept = (): unknown => JSON.parse(readFileSync(join(own.data, 'judgements.json'), 'utf8'));

/** All that is loaded, without what says when it was. */
async function held(): Promise<string[]> {
  return (await dump(store))
    .filter((line) => !line.startsWith('{"labels":["FormerFact"]') && !line.startsWith('{"labels":["Run"]'))
    .map((line) => line.replace(/"knownFrom":"[\d-]+",?/, ''));
}

async function pairOf(name: string): Promise<{ a: string; b: string }> {
  const { candidates: found } = await candidates({ q: name });
  const [pair] = found;
  if (pair === undefined || found.length !== 1) throw new Error(`${found.length} pairs are called ${name}`);
  return { a: pair.a.id, b: pair.b.id };
}

describe('GET /candidates', () => {
  it('gives both of a pair in full, with what speaks for it', async () => {
    const reply = await candidates({ q: 'made alfa' });
    expect(reply).toMatchObject({ total: 3, found: 1 });
    const [pair] = reply.candidates;
    expect(pair?.evidence).toEqual(['both are called “made alfa trading”']);
    expect(pair?.against).toBe('');
    const [ours, theirs] = [pair?.a, pair?.b].sort((one) => (one?.id === 'alfa' ? -1 : 1));
    expect(ours).toEqual({
      ...{
        id: 'alfa',
        name: LIKE.alfa.name,
        originalName: '阿尔法贸易',
        kind: 'company',
        jurisdiction: 'CN',
      },
      ...{ aliases: LIKE.alfa.aliases, addresses: ['2 Made Road, Beijing'] },
      ...{
        identifiers: ['lei 5493001KJTIIGC8Y1R12'],
        lists: [],
        sources: [],
        standing: 'alfa',
        alsoKnownAs: [],
      },
    });
    expect(theirs).toMatchObject({
      ...{ name: 'Made Alfa Trading', jurisdiction: 'CN', lists: ['bis-entity-list'] },
      sources: [expect.stringContaining('2025-01-31')],
    });
  });

  it('gives a page of them, those without anything against them first', async () => {
    const { candidates: all } = await candidates();
    expect(all.map(({ against }) => against !== '')).toEqual([false, false, true]);
    expect((await candidates({ offset: 1, limit: 1 })).candidates).toEqual(all.slice(1, 2));
    expect(await candidates({ q: 'nobody of this name' })).toMatchObject({ found: 0, candidates: [] });
  });
});

describe('POST /judgements', () => {
  it('takes effect at once, tells whom it touches, and is undone exactly', async () => {
    const [before, pair] = [await held(), await pairOf('alfa')];
    const response = await post('/judgements', { ...pair, verdict: 'same', why: 'one register', by: 'Ann' });
    const { touched, ...said } = judgedReplyShape.parse(response.body);
    expect(said).toEqual({ ...pair, verdict: 'same' });
    expect(touched.verdicts).toContainEqual(
      expect.objectContaining({
        party: 'sub',
        regime: 'bis-affiliates',
        after: 'captured',
        isStricter: true,
      }),
    );
    expect([(await candidates()).total, await waitingPairs()]).toEqual([2, 2]);
    const [told] = await judgements();
    expect(told).toMatchObject({ verdict: 'same', by: 'Ann', why: 'one register', isInForce: true });
    expect([...(told?.names ?? [])].sort()).toEqual(['Made Alfa Co., Ltd.', 'Made Alfa Trading']);

    expect((await post('/judgements/undo', pair)).status).toBe(200);
    expect(await judgements()).toEqual([]);
    expect([(await candidates()).total, await waitingPairs()]).toEqual([3, 3]);
    expect(await held()).toEqual(before);
  });

  it('keeps what was shown where nobody wrote a note', async () => {
    const pair = await pairOf('alfa');
    expect((await post('/judgements', { ...pair, verdict: 'different' })).status).toBe(200);
    const [told] = await judgements();
    expect(told).toMatchObject({
      verdict: 'different',
      why: 'No note; shown for it: both are called “made alfa trading”',
    });
    expect(told?.by).not.toBe('');
    expect(await pairOf('beta').then(() => candidates())).toMatchObject({ total: 2 });
    await post('/judgements/undo', pair);
  });

  it('loses none of several that are made at once, by the browser and on the command line', async () => {
    const [alfa, beta, gamma] = [await pairOf('alfa'), await pairOf('beta'), await pairOf('gamma')];
    const [one, other, line] = await Promise.all([
      post('/judgements', { ...alfa, verdict: 'same', why: 'one' }),
      post('/judgements', { ...beta, verdict: 'different', why: 'other' }),
      own.interlock(['judge', 'different', gamma.a, gamma.b, '--why', 'third', '--by', 'me']),
    ]);
    expect([one.status, other.status, line.code]).toEqual([200, 200, 0]);
    expect((await judgements()).map(({ why }) => why).sort()).toEqual(['one', 'other', 'third']);
    expect((await candidates()).total).toBe(0);
    for (const pair of [alfa, beta, gamma]) expect((await post('/judgements/undo', pair)).status).toBe(200);
    expect(kept()).toEqual({ judgements: [] });
  });

  it('says what is wrong, and judges nothing then', async () => {
    const pair = await pairOf('beta');
    const refused = async (path: string, body: object) => {
      const { status, title, detail, problems } = problemOf(await post(path, body));
      return {
        status,
        text: [title, detail, ...(problems ?? []).map(({ field, message }) => `${field} ${message}`)].join(
          ' ',
        ),
      };
    };
    const same = { verdict: 'same', why: 'x' };
    expect(await refused('/judgements', { ...same, a: 'alfa', b: 'nobody' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('is the id of no party'),
    });
    expect(await refused('/judgements', { ...same, a: '--help', b: 'alfa' })).toMatchObject({ status: 400 });
    expect(await refused('/judgements', { ...same, a: 'alfa', b: 'alfa' })).toMatchObject({ status: 400 });
    expect(await refused('/judgements', { verdict: 'same', a: 'alfa', b: 'sub' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('why is missing'),
    });
    expect(await refused('/judgements', { ...pair, verdict: 'same', why: 'two\nlines' })).toMatchObject({
      status: 400,
    });
    expect(await refused('/judgements/undo', pair)).toMatchObject({
      status: 404,
      text: expect.stringContaining('Nothing is judged'),
    });
    expect((await post('/judgements', { ...pair, ...same })).status).toBe(200);
    expect(await refused('/judgements', { ...pair, verdict: 'different', why: 'y' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('that they are same: x'),
    });
    // Whoever opened the page before that was said is told too.
    expect(await refused('/judgements', { ...pair, verdict: 'different' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('that they are same: x'),
    });
    await post('/judgements/undo', pair);
    expect(kept()).toEqual({ judgements: [] });
  });

  it('is refused to the pages of other sites, and as a form', async () => {
    const body = { ...(await pairOf('alfa')), verdict: 'same', why: 'x' };
    const foreign = await request(api.app)
      .post('/api/v1/judgements')
      .set('Origin', 'https://made.example')
      .send(body);
    expect(foreign.status).toBe(403);
    const form = await request(api.app).post('/api/v1/judgements').type('form').send(body);
    const plain = await request(api.app)
      .post('/api/v1/judgements')
      .type('text/plain')
      .send(JSON.stringify(body));
    expect([form.status, plain.status]).toEqual([400, 400]);
    expect(await judgements()).toEqual([]);
  });
});
