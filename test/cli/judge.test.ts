import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, dump, empty, openTestStore } from '../support/database.ts';
import { cleanUp } from '../support/interlock.ts';
import { type OwnInterlock, ownInterlock } from '../support/load-editions.ts';
import { screeningRow } from '../support/made-screening-list.ts';

const store = await openTestStore();
afterAll(() => store.close());
afterEach(cleanUp);

let own: OwnInterlock;
const interlock = (...parameters: string[]) => own.interlock(parameters);
/** The list's own name of the party is another, and nothing but a person knows that they are one. */
const LIST = { results: [screeningRow({ name: 'Made Alpha Trading', start: '2025-01-10' })] };

beforeEach(async () => {
  own = ownInterlock();
  await empty(store);
  const parties = [{ id: 'alpha', name: 'Made Alfa Co., Ltd.', jurisdiction: 'CN' }, { id: 'sub' }];
  const holdings = [{ owner: 'alpha', owned: 'sub', share: 60 }];
  for (const path of [own.file('case.json', { parties, holdings }), own.file('list-2025-01-31.json', LIST)])
    expect((await interlock('load', path)).code).toBe(0);
});

async function listedId(): Promise<string> {
  const [row] = await ask(store, `MATCH (p:Party) WHERE p.id STARTS WITH 'el/' RETURN p.id AS id`);
  return String(row?.id);
}

async function captured(): Promise<unknown[]> {
  const rows = await ask(
    store,
    `MATCH (v:Verdict {regime: 'bis-affiliates', outcome: 'captured'}) RETURN v.party AS party`,
  );
  return rows.map(({ party }) => party);
}

async function held(): Promise<string[]> {
  return (await dump(store))
    .filter((line) => !line.startsWith('{"labels":["FormerFact"]') && !line.startsWith('{"labels":["Run"]'))
    .map((line) => line.replace(/"knownFrom":"[\d-]+",?/, ''));
}

const judgements = () => join(own.data, 'judgements.json');

describe('a judgement', () => {
  it('makes two ids one party at once, says whom that touches, survives a load, and is undone exactly', async () => {
    const [before, id] = [await held(), await listedId()];
    const { code, stderr } = await interlock(
      'judge',
      'same',
      id,
      'alpha',
      '--why',
      'one register entry',
      '--by',
      'me',
    );
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('not-captured -> captured'),
    });
    expect(await captured()).toEqual(['sub']);
    expect(JSON.parse(readFileSync(judgements(), 'utf8')).judgements).toMatchObject([
      { a: 'alpha', b: id, verdict: 'same', by: 'me', why: 'one register entry' },
    ]);
    expect((await interlock('load', own.file('list-2025-02-28.json', LIST))).code).toBe(0);
    expect(await captured()).toEqual(['sub']);
    expect((await interlock('rollback', 'bis-entity-list@2025-02-28')).code).toBe(0);
    expect((await interlock('judge', 'undo', 'alpha', id)).code).toBe(0);
    expect(await held()).toEqual(before);
  });

  it('is told with the candidates', async () => {
    await interlock('judge', 'different', await listedId(), 'alpha', '--why', 'other address', '--by', 'me');
    const { stdout } = await interlock('candidates', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      judgements: [{ verdict: 'different', why: 'other address' }],
      idle: [],
    });
    expect((await interlock('candidates')).stdout).toMatch(/different, me on \d{4}-\d\d-\d\d: other address/);
  });

  it('is asked for by the load after which two ids may be one party, and by no other', async () => {
    const named = { id: 'alpha', name: 'Made Alfa Co., Ltd.', jurisdiction: 'CN' };
    const parties = [{ ...named, aliases: ['Made Alpha Trading'] }];
    const asks = 'Note: 1 pair of ids may be one party: `interlock candidates`';
    expect((await interlock('load', own.file('alike.json', { parties }))).stderr).toContain(asks);
    expect((await interlock('load', own.file('case.json', { parties: [named] }))).stderr).not.toContain(
      'pair',
    );
  });

  it.each([
    ['without a reason', ['same', 'alpha', 'sub'], /--why: is missing/],
    [
      'on an id that nothing has',
      ['same', 'alpha', 'nobody', '--why', 'x'],
      /alpha and nobody is the id of no party/,
    ],
    ['that nobody made, undone', ['undo', 'alpha', 'sub'], /Nothing is judged of alpha and sub/],
    ['in other words', ['equal', 'alpha', 'sub', '--why', 'x'], /same, different, undo/],
  ])('%s is refused and leaves nothing', async (_, parameters, message) => {
    const before = await held();
    const { code, stderr } = await interlock('judge', ...parameters);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(existsSync(judgements()) ? JSON.parse(readFileSync(judgements(), 'utf8')).judgements : []).toEqual(
      [],
    );
    expect(await held()).toEqual(before);
  });
});
