import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, dump, empty, openTestStore } from '../support/database.ts';
import { cleanUp } from '../support/interlock.ts';
import { type Loads, loadsInto } from '../support/loads.ts';
import { jsonl } from '../support/registers.ts';

const store = await openTestStore();
afterAll(() => store.close());

const CASE = {
  parties: [{ id: 'x' }],
  listings: [{ party: 'x', list: 'bis-entity-list', from: '2020-01-01' }],
};
const company = (id: string) => ({ id, schema: 'Company', properties: { name: [`Made ${id}`] } });
const owns = (id: string, owner: string, asset: string, percentage: string) => ({
  ...{ id, schema: 'Ownership' },
  properties: { owner: [owner], asset: [asset], percentage: [percentage] },
});
const WHOLE = jsonl(company('a'), company('b'), owns('o', 'a', 'b', '60'));
const DELTA = jsonl({ op: 'DEL', entity: { id: 'o' } }, { op: 'ADD', entity: owns('p', 'b', 'a', '5') });

let loads: Loads;
beforeEach(async () => {
  await empty(store);
  loads = loadsInto();
  expect((await loads.run('load', loads.file('case.json', CASE))).code).toBe(0);
});
afterEach(cleanUp);

const ties = async () =>
  (
    await ask(
      store,
      `MATCH (a:Party)-[r:OWNS]->(b:Party)
       RETURN a.id AS a, b.id AS b, r.shareMin AS share, toString(r.to) AS to ORDER BY a`,
    )
  ).map(({ a, b, share, to }) => [a, b, share, to]);

describe('changes of a register', () => {
  it('are loaded on what is there, told in a dry run, and taken back', async () => {
    const whole = loads.file('entities-2024-05-27.json', WHOLE);
    const delta = loads.file('entities-2024-06-01.delta.json', DELTA);
    const alone = await loads.run('load', delta);
    expect(alone).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/no whole edition before/),
    });
    expect((await loads.run('load', whole)).code).toBe(0);
    const before = await dump(store);
    expect(await loads.run('load', delta, '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 new editions'),
    });
    expect(await dump(store)).toEqual(before);
    expect((await loads.run('load', delta)).code).toBe(0);
    const both = [
      ['ftm/a', 'ftm/b', 60, '2024-06-01'],
      ['ftm/b', 'ftm/a', 5, null],
    ];
    expect(await ties()).toEqual(both);
    const again = await loads.run('load', delta);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('Loaded already') });
    expect(await ties()).toEqual(both);
    expect((await loads.run('rollback', 'entities-2024-06-01.delta.json')).code).toBe(0);
    expect(await ties()).toEqual([['ftm/a', 'ftm/b', 60, null]]);
  });

  it('alone are checked as what they are, and not compared', async () => {
    const delta = loads.file('entities-2024-06-01.delta.json', DELTA);
    const { code, stdout } = await loads.run('check', delta);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2024-06-01, changes only'),
    });
    const whole = loads.file('entities-2024-05-27.json', WHOLE);
    const compared = await loads.run('diff', whole, delta);
    expect(compared).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/holds changes only.* Fix: Load it/),
    });
  });
});
